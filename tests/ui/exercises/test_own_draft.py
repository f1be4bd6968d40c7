"""A draft of an exercise: nothing half typed is lost, and a picture that is gone keeps nothing from being saved."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from hamstring_gui.storage.paths import Paths
from hamstring_gui.ui.controls.stepper import Stepper
from tests.ui.conftest import Desk

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]


def own(desk: Desk, **changes: object) -> str:
    """An exercise of one's own, in the editor; gives its id."""
    curl = replace(desk.parts.library.exercises["band-hamstring-stretch"], id="", name="Mine", own=True, **changes)
    saved = desk.parts.library.save_exercise(curl)
    desk.click("Exercises")
    desk.pages.exercises().edit_requested.emit(saved.id)
    return saved.id


def test_a_number_that_is_half_typed_is_asked_about_before_the_window_closes(open_desk: Open) -> None:
    desk = open_desk()
    own(desk)
    hold = next(one for one in desk.window.findChildren(Stepper) if one.accessibleName() == "Hold seconds")
    field = hold.lineEdit()
    field.selectAll()
    QTest.keyClicks(field, "77")
    desk.window.close()
    assert (desk.window.isVisible(), desk.window.asking) == (True, "unsaved")


def write(desk: Desk, name: str, steps: str) -> None:
    """Type a new exercise, letter by letter."""
    desk.click("New exercise")
    for field, text in ((desk.input("Name"), name), (desk.pages.exercises().editor.form.steps.edit, steps)):
        field.setFocus()
        QTest.keyClicks(field, text) if "\n" not in text else type_lines(field, text)
        QApplication.processEvents()


def type_lines(field: QWidget, text: str) -> None:
    for letter in text:
        QTest.keyClick(field, Qt.Key.Key_Return) if letter == "\n" else QTest.keyClicks(field, letter)
        QApplication.processEvents()


def test_a_draft_after_one_that_was_given_up(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Exercises")
    for name in ("H", "Hip two", "Three"):
        write(desk, name, "Sit\nLean\nStay")
        desk.press(Qt.Key.Key_Escape)
        desk.press(Qt.Key.Key_D)
        QApplication.processEvents()
    gc.collect()
    QApplication.processEvents()
    assert desk.shows("New exercise")


def test_the_pictures_of_steps_lie_side_by_side_while_steps_are_written(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Exercises")
    write(desk, "Mine", "Sit\nLean\nStay")
    options = desk.pages.exercises().editor.picture.of_step
    places = [button.geometry() for button in options.buttons]
    assert len(places) == 4
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(options.rect().contains(place) for place in places)


def test_one_whose_picture_is_gone_can_be_saved(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.save(str(tmp_path / "red.png"))
    first, *rest = desk.parts.library.exercises["band-hamstring-stretch"].steps
    own_id = own(desk, steps=(replace(first, picture=str(tmp_path / "red.png")), *rest))
    for picture in (desk.paths.exercises / own_id).glob("picture-*"):
        picture.unlink()
    exercise = desk.parts.library.exercises[own_id].with_pictures({})
    desk.pages.exercises().editor.save_requested.emit(replace(exercise, name="Without"))
    assert desk.parts.library.exercises[own_id].name == "Without"


def test_after_a_save_that_failed_one_types_on_where_one_is(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Exercises")
    desk.click("New exercise")
    desk.click("Save")
    name = desk.input("Name")
    assert desk.window.focusWidget() is name
    desk.pages.exercises().editor.form.equipment.setFocus()
    QTest.keyClicks(name, "Hip")
    assert desk.window.focusWidget() is desk.pages.exercises().editor.form.equipment
    assert isinstance(name, QLineEdit)
    assert name.text() == "Hip"


def test_what_was_deleted_in_an_earlier_run_takes_no_room(open_desk: Open, tmp_path: Path) -> None:
    folder = Paths.under(tmp_path).exercises / ".deleted" / "own-gone"
    folder.mkdir(parents=True)
    (folder / "picture-0123456789abcdef.png").write_bytes(b"red")
    open_desk()
    assert list(folder.iterdir()) == []
