"""What is said in whole sessions, with a clock that is moved by hand and a voice that takes as long as the clips do."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from hamstring_gui.domain.consistency import Day, Week
from hamstring_gui.domain.routine import read_routine
from hamstring_gui.program.speaker import Hall, Speaker
from hamstring_gui.storage.library import load_routines
from tests.domain.samples import START
from tests.program.leading import Room, band, told

SHIPPED = ("daily-band-stretch", "desk-break", "legs-up-the-wall", "three-daily-habits", "weekly-release")


@pytest.mark.parametrize("name", SHIPPED)
def test_one_at_a_time_and_never_within_the_count(room: Room, assets: Path, name: str) -> None:
    lines = room.begin(load_routines(assets, room.exercises)[name]).say_all()
    assert len(lines) > 4
    assert not any(one.cut for one in lines)
    assert all(one.until_s <= after.at_s for one, after in pairwise(lines))
    assert [one.text for one in lines if one.ends_before_s < 4.0] == []
    steps = [one for one in lines if one.moment.phase.kind == "setup"]
    assert len(steps) >= len({one.moment.index for one in steps}) * 2, "name and steps"


def test_a_whole_session_with_the_band(room: Room) -> None:
    start = room.clock.mono
    lines = told(room.begin(band(room.exercises, 2)).say_all(), start)
    assert lines == [
        (0.5, "Supine band hamstring stretch."),
        (2.4, "Lie on your back with both legs straight."),
        (4.5, "Right leg."),
        (5.4, "Bend one knee. Put the band round that foot."),
        (8.1, "Raise the leg with hip and knee bent."),
        (10.1, "Flex the foot slightly, toes toward you."),
        (13.3, "Slowly straighten the knee, heel to the ceiling."),
        (20.4, "Hold. Set one of two. Feel it in the back of your thigh. Breathe."),
        (35.4, "Half way."),
        (40.0, "Ten seconds."),
        (50.4, "And rest."),
        (51.2, "Lower the leg and breathe. Keep the band in place."),
        (60.4, "Hold. Right leg. Set two of two."),
        (75.4, "Half way."),
        (80.0, "Ten seconds."),
        (90.4, "Switch to your left leg."),
        (91.7, "Bend both knees. Move the band to the other foot."),
        (96.0, "Raise the leg with hip and knee bent."),
        (102.4, "Hold. Set one of two."),
        (117.4, "Half way."),
        (122.0, "Ten seconds."),
        (132.4, "And rest."),
        (133.2, "Lower the leg and breathe. Keep the band in place."),
        (142.4, "Hold. Left leg. Set two of two."),
        (157.4, "Half way."),
        (162.0, "Ten seconds."),
    ]


@pytest.mark.parametrize(
    ("guidance", "done", "steps", "cues"),
    [
        ("full at first", 0, True, True),
        ("full at first", 1, True, True),
        ("full at first", 2, False, True),
        ("full", 99, True, True),
        ("cues", 0, False, True),
        ("off", 0, False, False),
    ],
)
def test_how_much_is_said(room: Room, guidance: str, done: int, steps: bool, cues: bool) -> None:
    room.settings = replace(room.settings, spoken_guidance=guidance, half_way=False)
    said = " ".join(one.text for one in room.begin(band(room.exercises), done).say_all())
    assert ("Raise the leg" in said, "Bend both knees" in said, "Feel it" in said) == (steps, steps, steps)
    for cue in ("Right leg.", "Set two of three.", "Hold.", "Ten seconds.", "And rest.", "Switch to your left leg."):
        assert (cue in said) is cues, cue
    assert "Half way" not in said


def test_a_next_exercise_is_named_with_what_it_needs(room: Room, assets: Path) -> None:
    room.settings = replace(room.settings, spoken_guidance="cues")
    said = [one.text for one in room.begin(load_routines(assets, room.exercises)["weekly-release"]).say_all()]
    assert said[0] == "Wall calf stretch. Right leg."
    assert "Next: legs up the wall. You need a wall." in said
    assert "Next: lacrosse-ball hamstring release. You need a firm chair. You need a lacrosse ball. Right leg." in said
    assert "Next: knee to chest. Right leg." in said, "a mat is there"
    assert "Eight repetitions." in said


def test_who_wants_nothing_said_hears_nothing(room: Room) -> None:
    room.settings = replace(room.settings, spoken_guidance="off")
    room.begin(band(room.exercises))
    assert [*room.wait(25), *room.do(room.session.extend), *room.do(room.session.stop_for_pain)] == []
    room.speaker.finish(None)
    assert not room.speaker._later_timer.isActive(), "neither advice nor praise"


def test_what_is_in_the_hand_already_is_not_to_be_fetched(room: Room) -> None:
    twice = band(room.exercises)
    said = [one.text for one in room.begin(replace(twice, items=twice.items * 2)).say_all()]
    assert "Next: supine band hamstring stretch." in " ".join(said)
    assert "You need" not in " ".join(said)


def test_nothing_is_said_after_a_pause_until_it_goes_on(room: Room) -> None:
    room.begin(band(room.exercises))
    room.wait(8.5)
    assert room.heard[-1].until_s > room.clock.mono, "in the middle of a sentence"
    assert room.do(room.session.pause) == []
    assert room.heard[-1].cut
    assert room.wait(0.3) == [], "the tone comes first"
    assert room.wait(60) == ["Paused."]
    assert room.do(room.session.resume) == ["Going on."]
    assert room.wait(2) == ["Flex the foot slightly, toes toward you."]


def test_a_hold_goes_on_after_a_lead_in(room: Room) -> None:
    room.begin(band(room.exercises))
    room.wait(26)
    room.do(room.session.pause)
    assert room.do(room.session.resume) == ["Get ready."]
    assert room.wait(5.5) == ["Hold."]
    assert room.wait(18) == ["Half way.", "Ten seconds."]


@pytest.mark.parametrize(
    ("lead_in_s", "said"), [(0.0, ["Hold."]), (3.0, []), (10.0, ["Get ready. Right leg. Set one of three."])]
)
def test_a_lead_in_has_its_count_too(room: Room, lead_in_s: float, said: list[str]) -> None:
    room.begin(band(room.exercises), lead_in_s=lead_in_s)
    room.wait(26)
    room.do(room.session.pause)
    assert room.do(room.session.resume) + room.wait(0.5) == said


def test_pain_is_answered_with_advice_and_nothing_else(room: Room) -> None:
    room.begin(band(room.exercises))
    room.wait(21)
    assert room.do(room.session.stop_for_pain) == []
    (advice,) = room.wait(0.4)
    assert advice.startswith("Let go slowly. Numbness")
    assert advice.endswith("contact your doctor.")
    assert room.wait(30) == []
    assert room.do(room.session.go_on) == []
    assert room.wait(1) == ["Switch to your left leg."]


@pytest.mark.parametrize("command", ["on", "back", "end"])
def test_a_wish_hushes_what_is_being_said(room: Room, command: str) -> None:
    room.begin(band(room.exercises))
    room.wait(6)
    assert room.heard[-1].until_s > room.clock.mono
    room.do(getattr(room.session, command))
    assert room.heard[-1].cut or room.heard[-2].cut


def test_skipping_says_what_begins(room: Room) -> None:
    room.begin(band(room.exercises))
    room.wait(6)
    assert room.do(room.session.on) + room.wait(1) == [
        "Hold. Set one of three. Feel it in the back of your thigh. Breathe."
    ]
    room.wait(3)
    assert room.do(room.session.on) + room.wait(0.5) == ["And rest."]


def test_more_time_is_confirmed_and_the_last_ten_seconds_are_told_again(room: Room) -> None:
    room.begin(band(room.exercises))
    room.wait(20 + 21)
    assert room.do(room.session.extend) == ["Ten seconds more."]
    assert room.wait(9.5) == ["Ten seconds."]


@pytest.mark.parametrize(("left_s", "said"), [(0.1, []), (1.0, ["Ten seconds."])])
def test_ten_seconds_are_told_at_that_second_or_by_the_tone(room: Room, left_s: float, said: list[str]) -> None:
    room.begin(band(room.exercises))
    room.wait(20 + 30 - left_s)
    assert room.do(room.session.extend) == ["Ten seconds more."]
    assert room.speaker.stands_for("ten") is bool(said)
    assert room.wait(5) == said


def test_the_tone_of_ten_seconds_is_heard_where_the_words_would_be_late(room: Room) -> None:
    room.begin(band(room.exercises))
    room.wait(20 + 19)
    assert room.speaker.stands_for("ten")
    room.clock.pass_time(2)
    assert not room.speaker.stands_for("ten")
    assert room.do(room.session.tick) == []


@pytest.mark.parametrize(
    ("lead_in_s", "left_s", "said"),
    [
        (0.0, 0.8, []),
        (3.0, 1.5, []),
        (3.0, 4.8, []),
        (3.0, 6.0, ["Going on."]),
        (5.0, 0.8, ["Going on."]),
        (5.0, 15.0, ["Going on."]),
    ],
)
def test_going_on_is_not_said_in_the_count(room: Room, lead_in_s: float, left_s: float, said: list[str]) -> None:
    """Of a gap there is at least as much left as a lead-in would take."""
    room.begin(band(room.exercises), lead_in_s=lead_in_s)
    room.wait(20 - left_s)
    room.do(room.session.pause)
    room.wait(60)
    assert room.do(room.session.resume) == said
    assert all(one.ends_before_s >= 4.0 for one in room.heard if one.text == "Going on.")


@pytest.mark.parametrize(("slower", "rate"), [(1.3, 100), (1.0, 150), (2.3, 70), (2.0, 100)])
def test_the_systems_voice_leaves_the_count_alone_too(room: Room, slower: float, rate: int) -> None:
    """It is as fast as it likes; what it doesn't end by then is cut."""
    room.settings = replace(room.settings, voice="system", speech_rate=rate)
    room.slower = slower
    lines = room.begin(band(room.exercises, 2)).say_all()
    assert len(lines) > 12
    assert min(one.ends_before_s for one in lines) > 3.97
    if slower * rate / 100 < 1.7:
        assert not any(one.cut for one in lines), "it was reckoned with"


def test_waiting_for_a_key_says_so_and_no_more(room: Room) -> None:
    room.begin(band(room.exercises, setup_s="wait"))
    said = room.wait(60)
    assert said[-2:] == ["Feel it in the back of your thigh. Breathe.", "Press Space when you are ready."]
    assert len(said) == 9
    assert room.do(room.session.toggle) + room.wait(0.5) == ["Hold. Set one of three."]


def test_without_gaps_a_hold_says_what_is_to_be_held(room: Room) -> None:
    room.begin(band(room.exercises, 2, setup_s=0, rest_s=0, switch_s=3), done=9)
    room.settings = replace(room.settings, spoken_guidance="cues", half_way=False)
    start = room.clock.mono
    assert told(room.say_all(), start) == [
        (0.4, "Supine band hamstring stretch. Hold. Right leg. Set one of two."),
        (20.0, "Ten seconds."),
        (31.0, "Hold. Right leg. Set two of two."),
        (50.0, "Ten seconds."),
        (63.4, "Hold. Left leg. Set one of two."),
        (83.0, "Ten seconds."),
        (94.0, "Hold. Left leg. Set two of two."),
        (113.0, "Ten seconds."),
    ]


def test_what_comes_late_is_not_said(room: Room) -> None:
    room.begin(band(room.exercises))
    room.wait(19.9)
    room.clock.pass_time(3.0)
    assert room.do(room.session.tick) == [], "the hold began three seconds ago"


def test_the_ten_second_tone_makes_room_for_the_words(room: Room) -> None:
    room.begin(band(room.exercises))
    room.wait(25)
    assert room.speaker.stands_for("ten")
    assert not room.speaker.stands_for("hold-start")
    for silent in ({"muted": True}, {"speech_volume": 0}, {"voice": "none"}):
        heard, room.settings = room.settings, replace(room.settings, **silent)
        assert not room.speaker.stands_for("ten"), silent
        room.settings = heard
    room.unknown = ("Ten seconds.",)
    assert not room.speaker.stands_for("ten")
    room.settings = replace(room.settings, spoken_guidance="off")
    room.wait(1)
    assert not room.speaker.stands_for("ten")


@pytest.mark.parametrize(
    ("active", "goal", "rest", "said"),
    [
        (3, 3, False, "Well done. That is three of three days."),
        (1, 3, False, "Well done. That is one of three days."),
        (4, 3, False, "Well done. That is four days this week."),
        (1, 1, False, "Well done. That is one of one day."),
        (0, 3, False, "Well done."),
        (2, 3, True, "Well done."),
    ],
)
def test_at_the_end_the_week_is_told(room: Room, active: int, goal: int, rest: bool, said: str) -> None:
    room.begin(band(room.exercises, 1))
    room.wait(3600)
    days = tuple(Day(START.date().replace(day=n + 1), n < active, False) for n in range(7))
    count = len(room.heard)
    room.speaker.finish(Week(days, 90.0, goal=goal, rest=rest))
    assert len(room.heard) == count, "the last tone comes first"
    room.speaker._later_timer.timeout.emit()
    assert [one.text for one in room.heard[count:]] == [said]


def test_a_voice_that_is_a_little_slower_ends_what_it_says(room: Room) -> None:
    """As when what speaks is still being made ready with the first sentence."""
    room.behind_s = 0.4
    room.begin(band(room.exercises))
    room.wait(3)
    name, step = room.heard
    assert step.at_s >= name.until_s + 0.4
    room.do(room.session.on)
    room.wait(35)
    ten = next(one for one in room.heard if one.text == "Ten seconds.")
    assert ten.moment.remaining_s == pytest.approx(10.0, abs=0.05), "what belongs to its instant doesn't wait"


def test_the_word_comes_after_the_tone_of_a_pause(room: Room) -> None:
    room.begin(band(room.exercises))
    room.wait(8.5)
    before = room.session.moment()
    room.speaker.hear(room.session.pause(), before, room.session.moment())
    assert room.heard[-1].cut, "silence at once"
    assert room.speaker._later_timer.isActive()
    assert room.speaker._later_timer.interval() == 350
    room.speaker.hush()
    assert not room.speaker._later_timer.isActive()


@pytest.mark.parametrize(
    ("exercise", "thing", "step"),
    [
        ("chair-hamstring-stretch", "You need a firm chair.", "Sit on the front edge of a firm chair."),
        ("wall-calf-stretch", "You need a wall.", "Stand facing a wall, both hands on it."),
    ],
)
def test_what_a_step_names_gives_way_to_the_step(room: Room, exercise: str, thing: str, step: str) -> None:
    """Getting up from the mat takes a sentence of its own."""
    items = [{"exercise": "band-hamstring-stretch", "sets": 1}, {"exercise": exercise, "sets": 1}]
    for setup_s, said in ((20, (False, True)), (30, (True, True))):
        routine = read_routine("r", {"name": "R", "setup_s": setup_s, "items": items}, room.exercises)
        heard = " ".join(one.text for one in replace(room, heard=[]).begin(routine).say_all())
        assert "Roll to one side to get up." in heard
        assert (thing in heard, step in heard) == said, setup_s


def test_a_last_sentence_stays_to_be_read(room: Room) -> None:
    room.settings = replace(room.settings, captions="on")
    room.begin(band(room.exercises))
    room.wait(1)
    assert room.captions == ["Supine band hamstring stretch."]
    assert room.speaker._caption_timer.interval() >= 2500


@pytest.mark.parametrize(
    ("dose", "told"),
    [({"hold_s": 15}, False), ({"hold_s": 16}, True), ({"reps": 10, "rep_s": 4}, False)],
)
def test_ten_seconds_are_told_of_long_holds_alone(room: Room, dose: dict[str, float], told: bool) -> None:
    item = {"exercise": "band-hamstring-stretch", "sets": 1, **dose}
    routine = read_routine("r", {"name": "R", "items": [item]}, room.exercises)
    said = [one.text for one in room.begin(routine, done=9).say_all()]
    assert ("Ten seconds." in said) is told


@pytest.mark.parametrize(("guidance", "wanted"), [("off", False), ("cues", True), ("full", True)])
def test_who_wants_nothing_said_has_nothing_made_ready(room: Room, guidance: str, wanted: bool) -> None:
    room.settings = replace(room.settings, spoken_guidance=guidance)
    ready: list[object] = []
    speaker = Speaker(Hall(room, room.length_s, lambda: 0.0, lambda: room.settings, ready.append))
    speaker.prepare(Counter())
    assert bool(ready) is wanted
