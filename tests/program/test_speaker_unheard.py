"""What is said and can't be heard, is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.program.leading import Room, band


@pytest.mark.parametrize(
    ("captions", "settings", "silent", "shown"),
    [
        ("automatic", {}, False, False),
        ("automatic", {"muted": True}, False, True),
        ("automatic", {"voice": "none"}, False, True),
        ("automatic", {"speech_volume": 0}, False, True),
        ("automatic", {}, True, True),
        ("on", {}, False, True),
        ("off", {"muted": True}, False, False),
    ],
)
def test_captions_are_for_what_is_not_heard(
    room: Room, captions: str, settings: dict[str, object], silent: bool, shown: bool
) -> None:
    room.settings = replace(room.settings, captions=captions, **settings)
    room.begin(band(room.exercises))
    room.speaker.silent = silent
    room.wait(1)
    assert room.captions == (["Supine band hamstring stretch."] if shown else [])
    assert bool(room.heard) is not (bool(settings) or silent)


def test_a_voice_in_trouble_is_tried_and_everything_is_shown(room: Room) -> None:
    room.troubled = True
    room.begin(band(room.exercises))
    room.wait(25)
    assert room.captions[0] == room.heard[0].text == "Supine band hamstring stretch."
    assert len(room.captions) > 4
    assert not room.speaker.stands_for("ten"), "the tone is heard"


@pytest.mark.parametrize(
    ("captions", "shown"),
    [("automatic", ["Set one of three.", "Feel it in the back of your thigh. Breathe."]), ("off", [])],
)
@pytest.mark.parametrize("trouble", ["muted", "voice", "sound"])
def test_what_is_cut_amid_a_sentence_is_shown_from_there(
    room: Room, trouble: str, captions: str, shown: list[str]
) -> None:
    room.settings = replace(room.settings, captions=captions)
    room.begin(band(room.exercises))
    room.wait(21.5)
    assert (room.captions, room.heard[-1].moment.phase.kind) == ([], "hold")
    if trouble == "muted":
        room.settings = replace(room.settings, muted=True)
        room.speaker.look()
    elif trouble == "voice":
        room.troubled = True
        room.speaker.look()
    else:
        room.speaker.silent = True
    while room.speaker._caption_timer.isActive():
        room.speaker._show_next_caption()
    assert [text for text in room.captions if text] == shown
    room.speaker.look()
    assert [text for text in room.captions if text] == shown, "once"


def test_what_was_heard_is_not_shown_later(room: Room) -> None:
    room.begin(band(room.exercises))
    room.wait(18)
    assert room.heard[-1].until_s < room.clock.mono
    room.settings = replace(room.settings, muted=True)
    room.speaker.look()
    assert room.captions == []


def test_a_sentence_without_a_voice_is_shown_and_the_others_are_said(room: Room) -> None:
    room.unknown = ("Set one of three.",)
    room.begin(band(room.exercises))
    room.wait(20.5)
    assert room.heard[-1].text == "Hold. Feel it in the back of your thigh. Breathe."
    assert room.captions == ["Hold."], "one sentence of it after the other"
    room.speaker._show_next_caption()
    assert room.captions == ["Hold.", "Set one of three."]
