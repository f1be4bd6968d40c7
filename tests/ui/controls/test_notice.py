"""The notice: what is said next to each other, and what takes the place of what."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.history import by_hand
from hamstring_gui.program.parts import Parts
from hamstring_gui.storage.rescue import write_rescue
from tests.domain.samples import START
from tests.ui.cases import in_one_window
from tests.ui.conftest import Desk


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    return open_desk()


def test_what_is_said_too_hides_nothing_but_what_passes(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    notice, deeds = desk.window.notice, desk.parts.deeds
    deeds.say("The old file is aside.")
    deeds.say_too("A session is in.")
    deeds.say_too("A session is in.")
    assert desk.text("notice") == "The old file is aside.\nA session is in."
    deeds.say("Taken back.", passing=True)
    deeds.say_too("A goal can't be read.")
    assert desk.text("notice") == "A goal can't be read."
    notice.show_notice("Restored.", undo=True)
    deeds.say_too("A session is in.")
    assert desk.text("notice") == "Restored.\nA session is in."
    assert notice.undo.isVisible()
    notice.hide()
    deeds.say_too("Something else.")
    assert desk.text("notice") == "Something else."


def test_a_session_that_is_taken_in_hides_nothing_that_was_said(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    desk.parts.deeds.say("The old file is aside.")
    write_rescue([by_hand("one", START, START.date(), left_s=60, right_s=60)], desk.paths)
    desk.hamstring.leaving.take_in_rescued()
    assert desk.text("notice").startswith("The old file is aside.\n1 session that could not be written before")


@in_one_window(
    ("say", "there"),
    [
        (lambda parts: parts.deeds.say("x.json: this can't be read"), [False, False]),
        (lambda parts: parts.preferences.troubled.emit("The settings can't be saved"), [False, False]),
        (lambda parts: parts.records.told.emit("A session can't be read"), [True, False]),
        (lambda parts: (parts.records.told.emit("Exchanged"), parts.records.exchange_told.emit()), [True, True]),
        (lambda parts: parts.conductor.recording_troubled.emit("The disk is full"), [True, True]),
        (lambda parts: (parts.deeds.say("Soon over"), parts.deeds.hush()), None),
    ],
)
def test_how_long_what_is_said_may_stay(desk: Desk, say: Callable[[Parts], object], there: list[bool] | None) -> None:
    """When another page shows, and when a session does; `None` where it is over at once."""
    notice = desk.window.notice
    say(desk.parts)
    QApplication.processEvents()
    assert notice.isVisible() == (there is not None)
    seen = []
    for session in (False, True):
        notice.pass_by(session)
        seen.append(notice.isVisible())
    assert seen == (there or [False, False])
    notice.hide()
