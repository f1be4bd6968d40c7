"""An exercise that is being written outlives the program, and is offered when the library is next opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from hamstring_gui.storage.draft_file import FILE
from hamstring_gui.ui.controls.field import Field
from hamstring_gui.ui.controls.stepper import Stepper
from tests.ui.conftest import Desk
from tests.ui.exercises.test_own import begin, field, folder, photo, write

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]
_ = photo


@pytest.fixture
def ended(open_desk: Open, photo: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The system ended the program while somebody was writing, before anything was kept."""
    monkeypatch.setattr("hamstring_gui.program.drafts.KEPT_AFTER_MS", 1_000_000)
    desk = open_desk()
    begin(desk)
    write(desk, "Calf wall")
    desk.drop(photo)
    hold = field(desk, "Hold seconds", Stepper)
    hold.lineEdit().setText("45")  # half typed
    desk.hamstring.leaving.give_up()
    assert desk.window.close()
    return desk


def test_it_is_offered_gone_on_with_and_saved_with_its_picture(ended: Desk, open_desk: Open, tmp_path: Path) -> None:
    desk = open_desk()
    assert not desk.window.asking
    desk.click("Exercises")
    assert desk.text("question_title") == "You were writing “Calf wall”"
    desk.click("Go on writing")
    assert field(desk, "Name", Field).text() == "Calf wall"
    assert field(desk, "Steps", QPlainTextEdit).toPlainText() == "Sit down.\nPull the towel."
    assert field(desk, "Hold seconds", Stepper).value() == 45
    desk.click("Save")
    assert [Path(name).suffix for name in folder(tmp_path)] == [".toml", ".png"]
    assert not desk.paths.draft.exists()
    desk.click("Today")
    desk.click("Exercises")
    assert not desk.window.asking


def test_it_can_be_thrown_away_and_waits_until_somebody_decides(ended: Desk, open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Exercises")
    desk.press(Qt.Key.Key_Escape)
    desk.click("New exercise")
    assert desk.window.asking == "draft"
    desk.click("Throw away")
    assert field(desk, "Name", Field).text() == ""
    assert not desk.paths.draft.exists()


def test_a_crash_loses_little_and_a_log_out_that_is_called_off_nothing(open_desk: Open) -> None:
    desk = open_desk()
    begin(desk)
    write(desk, "")
    drafts = desk.parts.exercises._drafts
    assert drafts._timer.isActive()
    drafts._timer.timeout.emit()
    assert (desk.paths.draft / FILE).exists(), "as it would be on disk if the program were killed now"
    desk.hamstring._on_log_out()
    desk.hamstring._still_here()
    assert field(desk, "Steps", QPlainTextEdit).toPlainText() == "Sit down.\nPull the towel."
    desk.window.close()
    assert desk.window.asking == "unsaved"
    desk.click("Discard changes")
    assert not desk.window.isVisible()
    assert not desk.paths.draft.exists()


def test_a_change_to_one_s_own_is_gone_on_with_where_it_was(open_desk: Open) -> None:
    desk = open_desk()
    begin(desk)
    write(desk)
    desk.click("Save")
    desk.click("Edit")
    field(desk, "Name", Field).setText("Better")
    desk.hamstring.leaving.give_up()
    desk.window.close()
    again = open_desk()
    again.click("Exercises")
    again.click("Go on writing")
    assert again.text("editor_title") == "Edit exercise"
    again.click("Save")
    own = [one for one in again.parts.library.exercises.values() if one.own]
    assert [(one.id, one.name) for one in own] == [("own-towel-stretch", "Better")]


def test_what_is_no_draft_is_left_alone(open_desk: Open, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / FILE).write_text("{")
    desk = open_desk()
    desk.click("Exercises")
    desk.click("New exercise")
    assert not desk.window.asking
    assert sum("this is no draft" in message for message in caplog.messages) == 1
