"""Walks through the real window, by accessible names and keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from hamstring_gui.domain.history import Tightness
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.errors import StorageError
from tests.ui.conftest import Desk

Key = Qt.Key
Open = Callable[..., Desk]


def test_the_first_session_is_preceded_by_the_safety_text_once(open_desk: Open) -> None:
    desk = open_desk(safe=False)
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Return)
    assert "doctor" in desk.text("safety_ask")
    desk.click("I understand")
    assert desk.text("phase") == "GET READY"
    desk.press(Key.Key_Escape)
    desk.click("Start")
    assert desk.text("phase") == "GET READY"
    assert "safety_understood = true" in desk.paths.settings.read_text()


def test_a_session_from_start_to_finish(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    seen = []
    for _ in range(60):
        now = (desk.text("phase"), desk.text("side"), desk.text("set"))
        if not seen or seen[-1] != now:
            seen.append(now)
        desk.pass_time(0.5)
        if desk.shows("Done"):
            break
    assert seen == [
        ("GET READY", "Right leg", "Set 1 of 2"),
        ("HOLD", "Right leg", "Set 1 of 2"),
        ("REST", "Right leg", "Set 1 of 2"),
        ("HOLD", "Right leg", "Set 2 of 2"),
        ("SWITCH", "Left leg next", "Set 1 of 2"),
        ("SWITCH", "Left leg", "Set 1 of 2"),
        ("HOLD", "Left leg", "Set 1 of 2"),
        ("REST", "Left leg", "Set 1 of 2"),
        ("HOLD", "Left leg", "Set 2 of 2"),
    ]
    assert desk.text("summary").splitlines() == [
        "4 of 4 holds, 16 s",
        "Left leg: 2 of 2 holds, 8 s",
        "Right leg: 2 of 2 holds, 8 s",
    ]
    session = desk.store.sessions()[0]
    assert (session.outcome, session.held_s, session.planned_s) == ("finished", 16, 16)
    assert (session.ended_at - session.started_at).total_seconds() == pytest.approx(24, abs=1e-3)
    assert ("hold",) in desk.services.calls
    assert ("release",) in desk.services.calls


def test_done_adds_the_rating_and_the_note(open_desk: Open, quick: Routine, qtbot) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(25)
    for name, digits in (("Tightness left", "4"), ("Tightness right", "10")):
        qtbot.keyClicks(desk.input(name), digits)
    desk.input("Note").insert("fine, höher")
    desk.click("Done")
    session = desk.store.sessions()[0]
    assert (session.tightness, session.note) == (Tightness(4, 10), "fine, höher")
    assert desk.text("last_what").endswith("Tightness: left 4, right 10")
    assert desk.shows("Start")


def test_closing_the_window_on_the_finish_page_keeps_the_rating(open_desk: Open, quick: Routine, qtbot) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(25)
    qtbot.keyClicks(desk.input("Tightness right"), "3")
    assert desk.window.close()
    assert desk.store.sessions()[0].tightness == Tightness(None, 3)


@pytest.mark.parametrize("way", ["click", "key"])
def test_ending_early_asks_once_and_keeps_what_was_held(open_desk: Open, quick: Routine, way: str) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 3)
    desk.press(Key.Key_Escape)
    assert desk.text("phase") == "PAUSED"
    desk.pass_time(100, step=4)
    desk.click("Keep going")
    assert (desk.text("phase"), desk.text("countdown")) == ("GET READY", "5")
    desk.pass_time(5)
    assert (desk.text("phase"), desk.text("countdown")) == ("HOLD", "1")
    desk.click("End")
    if way == "click":
        desk.click("End session")
    else:
        desk.press(Key.Key_Return)
    assert desk.records() == [
        ("R", 1, "ended early", 3),
        ("R", 2, "skipped", 0),
        ("L", 1, "skipped", 0),
        ("L", 2, "skipped", 0),
    ]
    assert desk.store.sessions()[0].outcome == "ended early"
    assert desk.text("finish_title") == "Ended early"


def test_keep_going_leaves_a_paused_session_paused(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 2)
    desk.press(Key.Key_Space)
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Escape)
    assert not desk.window.asking
    assert desk.text("phase") == "PAUSED"


def test_stop_for_pain_says_what_to_do_and_goes_on_with_the_other_leg(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 1)
    desk.click("Stop for pain")
    assert "Numbness" in desk.text("question_text")
    assert desk.shows("Go on with the left leg")
    desk.press(Key.Key_Space)
    assert (desk.text("phase"), desk.text("countdown")) == ("SWITCH", "5"), "as long as a lead-in"
    desk.pass_time(5)
    assert (desk.text("phase"), desk.text("side")) == ("HOLD", "Left leg")
    desk.pass_time(20)
    assert desk.records() == [
        ("R", 1, "stopped for pain", 1),
        ("R", 2, "skipped", 0),
        ("L", 1, "held", 4),
        ("L", 2, "held", 4),
    ]
    assert "stopped for pain" in desk.text("finish_hint")


def test_stop_for_pain_and_end_here(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 1)
    desk.press(Key.Key_Period)
    desk.click("End here")
    assert [record[2] for record in desk.records()] == ["stopped for pain", "skipped", "skipped", "skipped"]


def test_closing_while_the_pain_question_stands_asks_and_comes_back_to_it(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.press(Key.Key_P)
    assert not desk.window.close()
    desk.click("Keep going")
    desk.click("Go on with the left leg")
    assert desk.text("side") == "Left leg next"


def test_quitting_in_a_session_asks_once_and_keeps_what_was_held(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 3)
    desk.press(Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.isVisible()
    desk.click("End session")
    assert not desk.window.isVisible()
    assert desk.records()[0] == ("R", 1, "ended early", 3)
    assert desk.store.sessions()[0].outcome == "ended early"


def test_a_second_wish_to_close_is_granted(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 1)
    assert not desk.window.close()
    assert desk.window.close()
    assert desk.store.sessions()[0].outcome == "ended early"


def test_a_gap_that_waits_begins_with_a_key(open_desk: Open, exercises) -> None:
    from hamstring_gui.domain.routine import read_routine

    waiting = {
        "name": "W",
        "setup_s": "wait",
        "items": [{"exercise": "band-hamstring-stretch", "sets": 1, "hold_s": 4}],
    }
    desk = open_desk(start=read_routine("w", waiting, exercises))
    desk.pass_time(60)
    assert desk.text("phase") == "GET READY"
    assert "Space" in desk.text("prompt")
    desk.click("Begin")
    assert (desk.text("phase"), desk.text("countdown")) == ("HOLD", "4")


def test_sleep_is_explained(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(1)
    desk.clock.pass_time(0.1, asleep_s=3600)
    desk.parts.conductor.player.look()
    assert desk.text("phase") == "PAUSED"
    assert "slept" in desk.text("step")


def test_sounds_tell_start_and_end_of_a_hold_apart(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(25)
    played = desk.services.played()
    assert played[:4] == ["count", "hold-start", "count", "count"]
    assert played.count("hold-start") == 4
    assert played.count("hold-end") == 4


def test_mute_is_kept(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.press(Key.Key_M)
    assert ("set_muted", True) in desk.services.calls
    assert "muted = true" in desk.paths.settings.read_text()
    desk.click("Unmute")
    assert ("set_muted", False) in desk.services.calls
    assert desk.shows("Mute")


def test_a_hold_that_can_not_be_written_is_said_and_written_later(
    open_desk: Open, quick: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(start=quick)
    real = desk.store.put_session

    def full(*_: object, **__: object) -> None:
        raise StorageError("history.db: the disk is full")

    monkeypatch.setattr(desk.store, "put_session", full)
    desk.pass_time(2 + 4)
    assert "the disk is full" in desk.text("notice")
    desk.pass_time(2 + 4)
    monkeypatch.setattr(desk.store, "put_session", real)
    desk.pass_time(25)
    assert [record[2] for record in desk.records()] == ["held"] * 4
    assert not desk.window.notice.isVisible(), "once everything is on disk the notice goes"


def test_another_routine_can_be_chosen_and_started(open_desk: Open) -> None:
    desk = open_desk()
    assert desk.text("routine") == "Daily band stretch"
    desk.click("Legs up the wall")
    assert desk.text("routine") == "Legs up the wall"
    assert "glaucoma" in desk.text("ask_first")
    desk.click("Start")
    assert (desk.text("side"), desk.text("exercise")) == ("Both legs", "Legs up the wall")


def test_the_safety_text_is_one_click_away(open_desk: Open) -> None:
    desk = open_desk()
    desk.click(desk.pages.today().safety.accessibleName())
    desk.click("I understand")
    assert desk.shows("Start")


def test_one_widget_per_name(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pages.finish()
    names = [label.objectName() for label in desk.window.findChildren(QLabel) if label.objectName()]
    assert sorted(names) == sorted(set(names))
    assert {"phase", "countdown", "side", "set", "exercise", "step", "next", "time_left", "summary"} <= set(names)
    assert not any(label.accessibleName() for label in desk.window.findChildren(QLabel))


def test_the_window_closes_after_the_signal_to_end(open_desk: Open, quick: Routine, qtbot) -> None:
    import os
    import signal

    desk = open_desk(start=quick)
    desk.pass_time(2 + 2)
    desk.go_on_after_the_first_picture()
    qtbot.waitUntil(lambda: desk.hamstring._signals is not None)
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: not desk.window.isVisible())
    assert desk.records()[0] == ("R", 1, "ended early", 2)


def test_what_could_not_be_written_is_written_when_the_next_session_begins(
    open_desk: Open, quick: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(start=quick)

    def full(*_: object, **__: object) -> None:
        raise StorageError("the disk is full")

    monkeypatch.setattr(desk.store, "put_session", full)
    desk.pass_time(25)
    desk.click("Done")
    monkeypatch.undo()
    assert desk.store.sessions() == ()
    desk.click("Start")
    first = desk.store.sessions()[0]
    assert (first.outcome, len(first.holds)) == ("finished", 4)


def test_praise_is_for_what_was_held(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4)
    for _ in range(6):
        desk.press(Key.Key_Right)
    assert desk.text("finish_title") == "Done for today"


def test_both_cues_of_a_change_without_a_gap_sound(open_desk: Open, exercises, qtbot) -> None:
    from hamstring_gui.domain.routine import read_routine

    item = {"exercise": "band-hamstring-stretch", "sets": 2, "hold_s": 4}
    gapless = read_routine("g", {"name": "G", "setup_s": 0, "rest_s": 0, "switch_s": 0, "items": [item]}, exercises)
    desk = open_desk(start=gapless)
    desk.pass_time(4)
    qtbot.waitUntil(lambda: desk.services.played()[-1] == "hold-start")
    assert desk.services.played()[-2:] == ["hold-end", "hold-start"]


def test_the_screen_is_kept_awake_until_the_end(open_desk: Open, quick: Routine, qtbot) -> None:
    desk = open_desk(start=quick)
    qtbot.waitUntil(lambda: ("hold",) in desk.services.calls)
    assert ("release",) not in desk.services.calls
    desk.pass_time(25)
    assert desk.services.calls.index(("release",)) > desk.services.calls.index(("hold",))


def test_a_screen_that_nothing_keeps_lit_is_told(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pages.session().say_dark()
    assert "may go dark" in desk.text("step")


def test_the_leg_that_alternates(open_desk: Open, quick: Routine) -> None:
    from dataclasses import replace

    desk = open_desk(start=replace(quick, first_side="alternate"))
    assert desk.text("side") == "Right leg"
    desk.pass_time(25)
    desk.click("Done")
    desk.parts.conductor.begin(replace(quick, first_side="alternate"))
    assert desk.text("side") == "Left leg"


def test_today_offers_what_was_done_last(open_desk: Open) -> None:
    desk = open_desk()
    desk.click("Legs up the wall")
    desk.click("Start")
    desk.press(Key.Key_Right)
    desk.pass_time(2)
    desk.press(Key.Key_Escape)
    desk.click("End session")
    desk.click("Done")
    assert desk.text("routine") == "Legs up the wall"


def test_today_is_of_today_when_the_window_comes_back(open_desk: Open) -> None:
    desk = open_desk()
    before = desk.text("date_line")
    desk.clock.pass_time(0, asleep_s=24 * 3600)
    desk.window.came_back.emit()
    assert desk.text("date_line") != before


def test_a_session_after_midnight_belongs_to_the_evening_before(open_desk: Open, quick: Routine) -> None:
    desk = open_desk()
    desk.clock.pass_time(0, asleep_s=5 * 3600)
    desk.parts.conductor.begin(quick)
    desk.pass_time(2 + 4)
    assert desk.store.sessions()[0].started_at.day == 23
    assert desk.store.sessions()[0].day.day == 22


def test_reduced_motion_shows_end_poses_only(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pages.session().set_still(True)
    desk.pass_time(2.25)
    assert desk.pages.session().figure._shown.progress == 1.0
    assert desk.pages.session().figure._shown.breath == 0.0


def test_an_unforeseen_error_is_told_and_the_program_goes_on(open_desk: Open, quick: Routine, caplog) -> None:
    import sys

    desk = open_desk(start=quick)
    try:
        raise ZeroDivisionError("for the test")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "hamstring.log" in desk.text("notice") or ".log" in desk.text("notice")
    assert "for the test" in caplog.text
    desk.pass_time(1)
    assert desk.text("phase") == "GET READY"
