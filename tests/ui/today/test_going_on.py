"""A session that was interrupted, however the program ended: offered at the next start, gone on with, kept or not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta, timezone

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.domain.exercise import Dose, Exercise
from hamstring_gui.domain.history import SessionRecord, Tightness
from hamstring_gui.domain.routine import Item, Routine
from hamstring_gui.domain.settings import Settings
from hamstring_gui.domain.values import replace
from hamstring_gui.program.deeds import Deed
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history_rows import Row
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk

Open = Callable[..., Desk]
Key = Qt.Key


def kill(desk: Desk) -> None:
    """From now on, nothing that this program does reaches the disk."""
    desk.parts.conductor.player.drop()


@pytest.fixture
def restart(open_desk: Open) -> Callable[..., Desk]:
    """The next start after a program that ended, so much later."""

    def start_again(desk: Desk, later_s: float = 180.0, start: Routine | None = None) -> Desk:
        again = open_desk(start=start)
        again.clock.pass_time(desk.clock.mono - again.clock.mono + later_s)
        again.parts.today.refresh()
        return again

    return start_again


@pytest.fixture
def killed(open_desk: Open, restart: Callable[..., Desk], quick: Routine) -> Desk:
    """In the middle of the second hold of four; a new start, three minutes later."""
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4 + 2 + 2)
    desk.parts.conductor.player.command("pause")
    kill(desk)
    return restart(desk)


@pytest.fixture
def found(killed: Desk) -> tuple[SessionRecord, Row]:
    """What was there to go on with."""
    (session,) = killed.store.sessions()
    (row,) = filter(None, map(killed.store.underway, [session.id]))
    return session, row


def as_it_was_found(killed: Desk, found: tuple[SessionRecord, Row]) -> None:
    killed.window.drop_question()
    kill(killed)
    killed.parts.conductor.end()
    killed.store.remove_all(killed.store.session_ids(), (), ())
    killed.store.put_all([found[0]], underway=[found[1]])
    killed.parts.preferences.change(wait_for_key=False, lead_in_s=Settings().lead_in_s, sleep_s=Settings().sleep_s)
    killed.parts.deeds.forget()
    killed.parts.today.look_for_left()
    killed.parts.today.show()
    killed.window.notice.hide()


def it_says_which_when_and_how_far_and_what_going_on_does(killed: Desk) -> None:
    assert killed.text("offer") == "Quick, interrupted at 19:42: 1 of 4 holds"
    assert killed.text("where_it_goes_on") == (
        "You have time to lie down, then it goes on: Set 2 of 2 · Right leg · 2 s left"
    )
    assert [killed.shows(name) for name in ("Go on", "Save as it is", "Discard", "Start")] == [True] * 4


def going_on_is_one_session_with_all_that_was_held(killed: Desk) -> None:
    (before,) = killed.store.sessions()
    assert killed.records() == [("R", 1, "held", 4.0), ("R", 2, "ended early", 2.0)]
    killed.parts.records.put_session(replace(before, note="so far so good", tightness=Tightness(3, 4)))
    killed.press(Key.Key_Return)
    moment = killed.parts.conductor.player.session.moment()
    assert (moment.kind, moment.phase.side, moment.phase.set) == ("setup", "right", 2)
    killed.pass_time(5 + 2 + 2 + 4 + 2 + 4 + 1)
    (after,) = killed.store.sessions()
    assert killed.records() == [(side, n, "held", 4.0) for side in "RL" for n in (1, 2)]
    assert (after.id, after.started_at, after.day) == (before.id, before.started_at, before.day)
    assert (after.outcome, after.planned_s, after.held_s, after.counts) == ("finished", 16.0, 16.0, True)
    assert (after.note, after.tightness) == ("so far so good", Tightness(3, 4))
    assert after.ended_at - after.started_at >= timedelta(seconds=180 + 22)
    assert killed.text("finish_title") == "Well done"
    killed.parts.today.show()
    assert not killed.shows("Go on")
    assert killed.store.underway_ids() == ()


def it_goes_on_as_the_settings_are_now(killed: Desk) -> None:
    killed.parts.preferences.change(wait_for_key=True, lead_in_s=7, sleep_s=20)
    killed.parts.deeds.do(Deed("Change to it", list, list))
    killed.press(Key.Key_Return)
    assert killed.parts.deeds.newest == "", "to take that back would take away what is held from now on"
    session = killed.parts.conductor.player.session
    assert session.moment().waiting
    killed.press(Key.Key_Space)
    killed.clock.pass_time(0.5, asleep_s=10)
    killed.parts.conductor.player.look()
    assert session.state == "running"
    for _ in ("pause", "go on"):
        killed.press(Key.Key_Space)
    assert session.moment().ready_in_s == 7


def it_is_kept_as_it_is_and_that_can_be_undone(killed: Desk) -> None:
    killed.click("Save as it is")
    assert not killed.shows("Go on")
    assert killed.text("notice") == "“Quick” is in your history as it is."
    (session,) = killed.store.sessions()
    assert (session.outcome, session.held_s) == ("interrupted", 6.0)
    assert session.ended_at - session.started_at == timedelta(seconds=10)
    killed.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert killed.shows("Go on")
    row = killed.store.underway(session.id)
    other = replace(session, id="other", routine_name="Elsewhere")
    killed.store.put_session(other, underway=("other", "another", *row[2:]))
    killed.parts.today.look_for_left()
    killed.click("Today")
    assert killed.text("offer").startswith("Quick"), "the other one may be running there"
    killed.click("Start")
    assert killed.store.underway_ids() == ("other",)


def discarding_is_asked_once_and_can_be_undone(killed: Desk) -> None:
    killed.click("Discard")
    assert "What you held in it, 6 s" in killed.text("question_text")
    killed.press(Key.Key_Escape)
    assert killed.shows("Go on")
    killed.click("Discard")
    killed.press(Key.Key_Return)
    assert killed.store.sessions() == ()
    assert not killed.shows("Go on")
    killed.click("Undo")
    assert killed.records() == [("R", 1, "held", 4.0), ("R", 2, "ended early", 2.0)]
    killed.click("Go on")
    killed.pass_time(5 + 2 + 2 + 4 + 2 + 4 + 1)
    assert len(killed.store.sessions()) == 1


def it_comes_first_for_tab_and_enter_belongs_to_it(killed: Desk) -> None:
    names = []
    for _ in range(4):
        killed.press(Key.Key_Tab)
        names.append(killed.window.focusWidget().accessibleName())
    assert names[:3] == ["Go on", "Save as it is", "Discard"]
    killed.window.focusWidget().clearFocus()
    killed.parts.pages.today().setFocus()
    killed.press(Key.Key_PageDown)
    assert killed.parts.leads, "a clicker goes on, too"
    assert killed.parts.conductor.player.session.records


def test_after_twelve_hours_it_is_kept_as_it_is(open_desk: Open, restart: Callable[..., Desk], quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4 + 1)
    kill(desk)
    again = restart(desk, later_s=12 * 3600 - 10)
    assert again.shows("Go on")
    again.clock.pass_time(20)
    again.parts.today.refresh()
    assert not again.shows("Go on")
    assert again.store.underway_ids() == ()
    (session,) = again.store.sessions()
    assert (session.outcome, again.records()) == ("interrupted", [("R", 1, "held", 4.0)])


@pytest.mark.nightly
def test_another_session_leaves_it_as_it_is(killed: Desk, quick: Routine) -> None:
    killed.click("Start")
    assert killed.store.underway_ids() == ()
    killed.press(Key.Key_Escape)
    assert killed.shows("Start")
    assert not killed.shows("Go on")
    assert killed.store.sessions()[0].outcome == "interrupted"


@pytest.mark.nightly
def test_so_does_one_that_the_command_line_begins(
    open_desk: Open, restart: Callable[..., Desk], quick: Routine
) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4 + 1)
    kill(desk)
    again = restart(desk, start=quick)
    assert again.store.underway_ids() == ()
    assert again.store.sessions()[0].outcome == "interrupted"


@pytest.mark.parametrize(("passes", "records"), [
    (2 + 3, [("R", 1, "ended early", 3.0)]),
    pytest.param(2 + 4 + 1, [("R", 1, "held", 4.0)], marks=pytest.mark.nightly),
    pytest.param(
        2 + 4 + 2 + 4 + 1, [("R", 1, "held", 4.0), ("R", 2, "held", 4.0)], marks=pytest.mark.nightly
    ),
])  # fmt: skip
def test_a_signal_or_a_log_out_leaves_it_where_it_is(
    open_desk: Open, restart: Callable[..., Desk], quick: Routine, passes: int, records: list
) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(passes)
    desk.hamstring._on_signal()
    assert not desk.window.isVisible()
    assert desk.records() == records
    again = restart(desk)
    again.click("Go on")
    again.pass_time(40)
    assert again.records() == [(side, n, "held", 4.0) for side in "RL" for n in (1, 2)]


@pytest.mark.nightly
def test_a_log_out_that_is_called_off_offers_to_go_on(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4 + 2 + 3)
    desk.hamstring._on_log_out()
    desk.hamstring._still_here()
    desk.click("Go on")
    desk.pass_time(40)
    assert desk.records() == [(side, n, "held", 4.0) for side in "RL" for n in (1, 2)]
    assert len(desk.store.sessions()) == 1


def test_it_can_be_killed_again_and_again(killed: Desk, restart: Callable[..., Desk]) -> None:
    killed.click("Go on")
    killed.pass_time(1)
    kill(killed)
    second = restart(killed)
    assert second.text("where_it_goes_on").endswith("Set 2 of 2 · Right leg · 2 s left")
    second.click("Go on")
    second.pass_time(5 + 2 + 2 + 4 + 1)
    kill(second)
    third = restart(second)
    assert third.text("offer").endswith("3 of 4 holds")
    third.press(Key.Key_Return)
    third.pass_time(5 + 4 + 1)
    assert third.records() == [(side, n, "held", 4.0) for side in "RL" for n in (1, 2)]
    (session,) = third.store.sessions()
    assert (session.outcome, session.held_s, session.planned_s) == ("finished", 16.0, 16.0)


@pytest.mark.nightly
def test_a_pain_leads_on_as_it_would_have(open_desk: Open, restart: Callable[..., Desk], quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 2)
    desk.press(Key.Key_P)
    kill(desk)
    again = restart(desk)
    assert "Left leg" in again.text("where_it_goes_on")
    again.click("Go on")
    again.pass_time(40)
    assert [one[:3] for one in again.records()] == [
        ("R", 1, "stopped for pain"), ("R", 2, "skipped"), ("L", 1, "held"), ("L", 2, "held")
    ]  # fmt: skip


def test_the_routine_is_as_it_was_run_whatever_became_of_it(
    open_desk: Open, restart: Callable[..., Desk], exercises: dict[str, Exercise]
) -> None:
    desk = open_desk()
    library = desk.parts.library
    own = library.save_exercise(replace(exercises["wall-calf-stretch"], id="", name="Calf wall", own=True))
    mine = Routine("mine", "Mine", (Item(own.id, Dose(2, 4.0)),), setup_s=2.0)
    library.put_routine("mine", mine)
    desk.parts.begin(mine)
    desk.pass_time(2 + 4 + 1)
    kill(desk)
    library.put_routine("mine", None)
    library.delete_exercise(own.id)
    again = restart(desk)
    assert again.text("offer").startswith("Mine, interrupted at")
    again.click("Go on")
    again.pass_time(60)
    assert [one[:3] for one in again.records()] == [(side, n, "held") for side in "RL" for n in (1, 2)]
    assert again.store.sessions()[0].routine_name == "Mine"
    assert again.text("finish_title") == "Well done"


@pytest.mark.nightly
def test_what_was_rated_or_deleted_in_history_meanwhile(killed: Desk) -> None:
    (session,) = killed.store.sessions()
    killed.parts.records.put_session(replace(session, note="so far so good", tightness=Tightness(3, 4)))
    assert killed.shows("Go on")
    killed.parts.records.delete_session(session.id)
    assert not killed.shows("Go on")
    killed.parts.records.put_session(replace(session, note="so far so good", tightness=Tightness(3, 4)))
    killed.click("Go on")
    killed.pass_time(40)
    (session,) = killed.store.sessions()
    assert (session.note, session.tightness, session.outcome) == ("so far so good", Tightness(3, 4), "finished")


@pytest.mark.nightly
def test_nothing_that_was_done_before_takes_back_what_is_held_after(killed: Desk) -> None:
    killed.click("Save as it is")
    killed.click("Undo")
    killed.click("Go on")
    killed.pass_time(40)
    killed.parts.show_page("today")
    killed.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    killed.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert killed.records() == [(side, n, "held", 4.0) for side in "RL" for n in (1, 2)]


@pytest.mark.nightly
def test_a_session_of_another_computer_is_not_offered(killed: Desk) -> None:
    (row,) = (killed.store.underway(one) for one in killed.store.underway_ids())
    (session,) = killed.store.sessions()
    killed.store.put_session(session, underway=(row[0], "another", *row[2:]))
    killed.parts.today.refresh()
    assert not killed.shows("Go on")
    killed.click("Start")
    assert killed.store.underway_ids() == (session.id,), "it may be running there"


@pytest.mark.nightly
def test_a_clock_that_was_set_and_another_zone(killed: Desk) -> None:
    killed.clock.be_set(-3 * 24 * 3600)
    killed.parts.today.refresh()
    assert killed.text("offer") == "Quick, interrupted (Sunday 22 November, 19:42): 1 of 4 holds"
    killed.clock.be_set(3 * 24 * 3600)
    killed.clock.wall = killed.clock.wall.astimezone(timezone(timedelta(hours=5)))
    killed.parts.today.refresh()
    assert killed.text("offer") == "Quick, interrupted at 00:42: 1 of 4 holds"
    killed.clock.be_set(-7200)
    killed.click("Go on")
    killed.pass_time(40)
    (session,) = killed.store.sessions()
    assert session.ended_at >= session.started_at
    assert session.day.isoformat() == "2026-11-22"


def test_what_can_not_be_written_meanwhile_is_rescued_and_gone_on_with(
    open_desk: Open, restart: Callable[..., Desk], quick: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(start=quick)
    with monkeypatch.context() as full:
        full.setattr(desk.store, "put_session", refuse)
        full.setattr(desk.store, "note", refuse)
        desk.pass_time(2 + 4 + 2 + 3)
        desk.hamstring._on_signal()
        assert desk.hamstring.leaving.rescue()
        desk.parts.conductor.recorder._newest.clear()
    assert desk.store.sessions() == ()
    again = restart(desk)
    again.hamstring.leaving.take_in_rescued()
    assert again.text("where_it_goes_on").endswith("Set 2 of 2 · Right leg · 1 s left")
    again.click("Go on")
    again.pass_time(40)
    assert again.records() == [(side, n, "held", 4.0) for side in "RL" for n in (1, 2)]


def refuse(*_: object, **__: object) -> None:
    raise StorageError("history.sqlite3: the disk is full")


@pytest.mark.nightly
def test_a_full_disk_or_a_lock_is_no_reason_not_to_go_on(killed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as full:
        full.setattr(killed.store, "put_session", refuse)
        killed.click("Save as it is")
        assert "the disk is full" in killed.text("notice")
        assert killed.shows("Go on")
        killed.click("Go on")
        killed.pass_time(5 + 2 + 2 + 1)
    killed.parts.conductor.recorder.try_again()
    assert killed.records()[:3] == [("R", 1, "held", 4.0), ("R", 2, "held", 4.0)]


@pytest.mark.nightly
def test_what_can_not_be_understood_is_not_offered(killed: Desk, caplog: pytest.LogCaptureFixture) -> None:
    (session,) = killed.store.sessions()
    row = killed.store.underway(session.id)
    killed.store.put_session(session, underway=(*row[:3], "{", *row[4:]))
    for _ in range(3):
        killed.parts.today.refresh()
    assert not killed.shows("Go on")
    assert sum("can't be gone on with" in message for message in caplog.messages) == 1
    assert killed.store.sessions() == (session,)


test_an_offer_and_what_becomes_of_it = one_after_another(
    it_says_which_when_and_how_far_and_what_going_on_does, it_comes_first_for_tab_and_enter_belongs_to_it,
    going_on_is_one_session_with_all_that_was_held, it_goes_on_as_the_settings_are_now,
    it_is_kept_as_it_is_and_that_can_be_undone, discarding_is_asked_once_and_can_be_undone, first=as_it_was_found,
)  # fmt: skip
