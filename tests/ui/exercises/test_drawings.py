"""SVGs as pictures of an own exercise: drawn by another process, shown as pixels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Desk
from tests.ui.exercises.test_own import begin, folder, write

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><rect width="3" height="2" fill="red"/></svg>'


def colour_of_the_figure(desk: Desk) -> QColor:
    shot = desk.pages.exercises().exercise.figure.grab().toImage()
    return shot.pixelColor(shot.width() // 2 - 20, shot.height() // 2)


def test_an_svg_is_drawn_once_and_kept_as_pixels(open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    (tmp_path / "leg.svg").write_text(DRAWING)
    desk.drop(tmp_path / "leg.svg")
    desk.click("Save")
    assert [Path(name).suffix for name in folder(tmp_path)] == [".toml", ".png"]
    assert colour_of_the_figure(desk) == QColor("red")


def test_an_svg_of_an_earlier_version_is_drawn_after_the_start(open_desk: Open, tmp_path: Path, qtbot: QtBot) -> None:
    """What can't be drawn is told; nothing of it is lost."""
    for name, drawing in (("own-a", DRAWING.replace("<rect", "<hr")), ("own-b", DRAWING)):
        place = tmp_path / "exercises" / name
        place.mkdir(parents=True)
        (place / "picture-0123456789abcdef.svg").write_text(drawing)
        (place / "exercise.toml").write_text(
            f'name = "{name}"\nkind = "stretch"\nregion = "calf"\nsides = "both"\ndose = {{sets = 1, hold_s = 30}}\n'
            'steps = [{text = "Sit down.", picture = "picture-0123456789abcdef.svg"}]\n'
        )
    desk = open_desk()
    desk.go_on_after_the_first_picture()
    qtbot.waitUntil(lambda: len(folder(tmp_path)) == 5)
    assert "own-a/picture-0123456789abcdef.svg: there is nothing to see in this drawing" in desk.text("notice")
    desk.click("Exercises")
    desk.click("own-b")
    assert colour_of_the_figure(desk) == QColor("red")
    assert [name for name in folder(tmp_path) if "own-a" in name and "." in name] == [
        "own-a/exercise.toml", "own-a/picture-0123456789abcdef.svg"
    ]  # fmt: skip
