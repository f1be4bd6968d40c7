"""People's own exercises in the real window: written, changed, copied, deleted, brought back, shared, and held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hamstring_gui.domain.routine import just
from hamstring_gui.ui import file_dialogs
from hamstring_gui.ui.controls.choice import Choice
from hamstring_gui.ui.controls.field import Field
from hamstring_gui.ui.controls.stepper import Stepper
from tests.ui.conftest import Desk

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Red on its left half, blue on its right one."""
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    for x in range(150, 300):
        for y in range(200):
            image.setPixelColor(x, y, QColor("blue"))
    path = tmp_path / "photo.png"
    assert image.save(str(path))
    return path


def field(desk: Desk, name: str, kind: type[W]) -> W:
    found = [w for w in desk.window.findChildren(kind) if w.accessibleName() == name and w.isVisible()]
    assert len(found) == 1, f"{len(found)} fields named {name!r} show"
    return found[0]


def write(desk: Desk, name: str = "Towel stretch", steps: str = "Sit down.\nPull the towel.") -> None:
    field(desk, "Name", Field).setText(name)
    field(desk, "Steps", QPlainTextEdit).setPlainText(steps)


def begin(desk: Desk) -> None:
    desk.click("Exercises")
    desk.click("New exercise")


def folder(tmp_path: Path) -> list[str]:
    return sorted(
        path.relative_to(tmp_path / "exercises").as_posix()
        for path in (tmp_path / "exercises").rglob("*")
        if path.is_file()
    )


def test_a_new_exercise_is_written_and_then_held(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    field(desk, "Hold seconds", Stepper).setValue(20)
    field(desk, "Sets", Stepper).setValue(1)
    desk.click("Save")
    assert desk.text("exercise_name") == "Towel stretch"
    assert "20 s" in desk.text("exercise_dose")
    assert folder(tmp_path) == ["own-towel-stretch/exercise.toml"]
    desk.click("Do it now")
    desk.pass_time(20 + 1)
    assert desk.text("phase") == "HOLD"
    desk.pass_time(20 + 12 + 20 + 1)
    assert desk.records() == [("R", 1, "held", 20.0), ("L", 1, "held", 20.0)]


def test_what_is_good_to_have_and_other_names_are_kept_and_found(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    field(desk, "Equipment", Field).setText("Mat")
    field(desk, "Optional equipment", Field).setText(" Cushion ,, block")
    field(desk, "Other names", Field).setText("Lotus, half moon")
    desk.click("Save")
    assert desk.text("exercise_optional") == "Cushion, block"
    text = (tmp_path / "exercises" / "own-towel-stretch" / "exercise.toml").read_text()
    assert 'also = ["Lotus", "half moon"]' in text
    assert 'optional = ["Cushion", "block"]' in text
    desk.click("Edit")
    assert field(desk, "Other names", Field).text() == "Lotus, half moon"
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Escape)
    page = desk.pages.exercises().exercises
    page.search.setText("half moons")
    assert [card.text() for card in page.grid.cards if card.isVisible()] == ["Towel stretch"]


def test_what_is_missing_is_said_and_nothing_saved(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk()
    begin(desk)
    desk.click("Save")
    assert desk.text("what_is_missing") == "Give the exercise a name. Write at least one step: what to do."
    write(desk, steps="")
    assert desk.text("what_is_missing") == "Write at least one step: what to do."
    desk.click("Save")
    assert not (tmp_path / "exercises").exists()


def test_a_photo_is_dropped_shown_kept_and_mirrored(open_desk: Open, tmp_path: Path, photo: Path) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    desk.drop(photo)
    desk.click("Save")
    photo.unlink()
    kept = [name for name in folder(tmp_path) if not name.endswith(".toml")]
    assert len(kept) == 1
    figure = desk.pages.exercises().exercise.figure

    def left_half_is() -> str:
        shot = figure.grab().toImage()
        colour = shot.pixelColor(shot.width() // 2 - 20, shot.height() // 2)
        return "red" if colour.red() > 200 and colour.blue() < 60 else "blue" if colour.blue() > 200 else colour.name()

    assert left_half_is() == "red"
    desk.pages.exercises().exercise.picture.leg.buttons[0].click()
    assert left_half_is() == "blue"
    desk.click("Edit")
    desk.pages.exercises().editor.picture.mirror.click()
    desk.click("Save")
    desk.pages.exercises().exercise.picture.leg.buttons[0].click()
    assert left_half_is() == "red"


def test_what_is_no_picture_is_refused_and_the_draft_stays(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    broken = tmp_path / "broken.png"
    broken.write_text("no picture")
    desk.drop(broken)
    assert "broken.png" in desk.text("notice")
    assert field(desk, "Name", Field).text() == "Towel stretch"
    assert not desk.shows("Remove picture")


def test_a_built_in_is_copied_and_keeps_its_figure(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk()
    desk.click("Exercises")
    desk.click("Supine band hamstring stretch")
    assert not desk.shows("Delete")
    assert not desk.shows("Edit")
    desk.click("Duplicate")
    field(desk, "Name", Field).setText("My band stretch")
    desk.click("Save")
    assert desk.text("exercise_name") == "My band stretch"
    copy = next(e for e in desk.parts.library.exercises.values() if e.name == "My band stretch")
    built_in = desk.parts.library.exercises["band-hamstring-stretch"]
    assert [step.pose for step in copy.steps] == [step.pose for step in built_in.steps]
    assert (copy.own, built_in.own) == (True, False)


def test_deleting_can_be_undone(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    desk.click("Save")
    desk.click("Delete")
    assert not desk.shows("Towel stretch")
    desk.click("Undo")
    assert desk.text("exercise_name") == "Towel stretch"
    desk.press(Qt.Key.Key_Escape)
    assert desk.shows("Towel stretch")


def test_it_is_there_the_next_time(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    desk.click("Save")
    again = open_desk()
    again.click("Exercises")
    assert again.shows("Towel stretch")


def test_leaving_asks_what_becomes_of_a_draft(open_desk: Open) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.asking == "unsaved"
    desk.press(Qt.Key.Key_Escape)
    assert field(desk, "Name", Field).text() == "Towel stretch"
    desk.click("Today")
    desk.click("Exercises")
    assert field(desk, "Name", Field).text() == "Towel stretch"
    desk.window.close()
    assert desk.window.isVisible()
    desk.click("Discard changes")
    assert not desk.window.isVisible()


def test_leaving_an_untouched_one_asks_nothing(open_desk: Open) -> None:
    desk = open_desk()
    begin(desk)
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.asking == ""
    assert desk.shows("New exercise")


def test_one_is_exported_and_imported(open_desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    desk.click("Save")
    file = tmp_path / "towel.hamstring"
    monkeypatch.setattr(file_dialogs, "ask_where_to", lambda *_: file)
    desk.click("Export…")
    assert file.is_file()
    desk.click("Delete")
    desk.drop(file)
    assert desk.text("exercise_name") == "Towel stretch"
    desk.click("Undo")
    assert not desk.shows("Towel stretch")
    file.write_bytes(b"PK nonsense")
    monkeypatch.setattr(file_dialogs, "ask_for_file", lambda *_: file)
    desk.click("Import…")
    assert "towel.hamstring" in desk.text("notice")


def test_reps_have_fields_of_their_own(open_desk: Open) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    QTest.keyClick(field(desk, "Measured in", Choice), Qt.Key.Key_Down)
    field(desk, "Reps", Stepper).setValue(12)
    desk.click("Save")
    assert "12 reps" in desk.text("exercise_dose")
    desk.click("Edit")
    assert field(desk, "Reps", Stepper).value() == 12


def test_one_that_a_routine_leads_through_is_not_deleted(open_desk: Open) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    desk.click("Save")
    routine = just(desk.parts.library.exercises["own-towel-stretch"])
    desk.parts.library.put_routine("evening", replace(routine, id="evening"))
    desk.click("Delete")
    assert "Take it out there first" in desk.text("notice")
    assert "own-towel-stretch" in desk.parts.library.exercises


def test_a_number_that_is_still_being_typed_is_saved(open_desk: Open) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    hold = field(desk, "Hold seconds", Stepper)
    hold.setFocus()
    hold.selectAll()
    QTest.keyClicks(hold, "45")
    desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "45 s" in desk.text("exercise_dose")


def test_ctrl_z_takes_back_a_deletion(open_desk: Open) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    desk.click("Save")
    desk.click("Delete")
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.text("exercise_name") == "Towel stretch"


def test_a_deletion_cannot_be_undone_into_a_session(open_desk: Open) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    desk.click("Save")
    desk.click("Delete")
    desk.click("Today")
    desk.click("Start")
    assert not desk.shows("Undo")
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.page is desk.pages.session()


def test_the_undo_of_a_copy_ends_where_it_is_changed(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Exercises")
    desk.click("Glute bridge" if desk.shows("Glute bridge") else "Hip extension (bridge)")
    desk.click("Duplicate")
    assert desk.shows("Undo")
    field(desk, "Name", Field).setText("Mine")
    assert not desk.shows("Undo")


def test_quitting_and_saving_does_both(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    desk.window.close()
    desk.press(Qt.Key.Key_Return)
    assert not desk.window.isVisible()
    assert folder(tmp_path) == ["own-towel-stretch/exercise.toml"]


def test_quitting_and_saving_what_has_no_name_stays(open_desk: Open) -> None:
    desk = open_desk()
    begin(desk)
    write(desk, name="")
    desk.window.close()
    desk.press(Qt.Key.Key_Return)
    assert desk.window.isVisible()
    assert desk.text("what_is_missing") == "Give the exercise a name."


def test_a_photo_for_a_step_that_is_gone_is_for_all(open_desk: Open, photo: Path) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    desk.pages.exercises().editor.picture.show_step(1)
    write(desk, steps="")
    desk.drop(photo)
    assert desk.shows("Remove picture")


def test_the_cursor_tells_the_step_also_behind_empty_lines(open_desk: Open) -> None:
    desk = open_desk()
    begin(desk)
    write(desk, steps="One.\n\nTwo.\nThree.")
    entered: list[int] = []
    area = desk.pages.exercises().editor.form.steps
    area.line_entered.connect(entered.append)
    for _ in range(3):
        QTest.keyClick(area.edit, Qt.Key.Key_Down)
    assert entered == [1, 2]


def test_doing_it_now_begins_with_the_leg_that_shows(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Exercises")
    desk.click("Supine band hamstring stretch")
    desk.pages.exercises().exercise.picture.leg.buttons[0].click()
    desk.click("Do it now")
    assert desk.parts.conductor.player.session is not None
    assert desk.text("side") == "Left leg"


def test_keys_scroll_a_page_that_is_too_long(open_desk: Open) -> None:
    desk = open_desk()
    desk.window.resize(900, 640)
    desk.click("Exercises")
    bar = desk.pages.exercises().exercises.sheet.verticalScrollBar()
    assert QTest.qWaitForWindowExposed(desk.window, 30_000)
    assert bar.maximum() > 0
    desk.press(Qt.Key.Key_End)
    at_the_end = bar.value()
    assert at_the_end > 0
    desk.press(Qt.Key.Key_PageUp)
    assert bar.value() < at_the_end
    desk.press(Qt.Key.Key_Home)
    assert bar.value() == 0


def test_ones_own_come_first(open_desk: Open) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    desk.click("Save")
    desk.press(Qt.Key.Key_Escape)
    assert desk.pages.exercises().exercises.grid.cards[0].exercise.name == "Towel stretch"


def test_a_routine_of_a_deleted_exercise_waits_for_it(open_desk: Open) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    desk.click("Save")
    told: list[None] = []
    desk.parts.library.changed.connect(lambda: told.append(None))
    desk.click("Delete")
    assert told
    desk.click("Undo")
    assert len(told) >= 2
