"""What a session answers as a media player, without a bus."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from hamstring_gui.desktop.mpris import (
    PATH,
    PEER,
    PLAYER,
    PROPERTIES,
    ROOT,
    Playing,
    Refused,
    Reply,
    answer,
    changed_properties,
    introspection,
    jumped_to,
)

HOLD = Playing("Playing", "phase1", "Strap", "Right leg · Set 1 of 2", "HOLD", 30.0, 4.0, at_s=100.0, volume=0.7)
WAITING = Playing("Paused", "phase0", "Strap", "Right leg · Set 1 of 2")
ROOT_MUST = {"CanQuit", "CanRaise", "HasTrackList", "Identity", "SupportedUriSchemes", "SupportedMimeTypes"}
PLAYER_MUST = {
    "PlaybackStatus", "Rate", "Metadata", "Volume", "Position", "MinimumRate", "MaximumRate", "CanGoNext",
    "CanGoPrevious", "CanPlay", "CanPause", "CanSeek", "CanControl",
}  # fmt: skip


def asked(interface: str, member: str, signature: str = "", *body: Any, playing: Playing = HOLD) -> Reply:
    return answer(PATH, interface, member, signature, body, playing, now_s=102.5)


def got(interface: str, name: str, playing: Playing = HOLD) -> Any:
    return asked(PROPERTIES, "Get", "ss", interface, name, playing=playing).body[0]


@pytest.mark.parametrize(("interface", "must"), [(ROOT, ROOT_MUST), (PLAYER, PLAYER_MUST)])
def test_all_that_is_mandatory_is_there(interface: str, must: set[str]) -> None:
    known = asked(PROPERTIES, "GetAll", "s", interface).body[0]
    assert must <= known.keys()
    assert {name: got(interface, name) for name in known} == known


@pytest.mark.parametrize(
    ("playing", "position", "length"),
    [
        (HOLD, 6_500_000, ("x", 30_000_000)),
        (replace(HOLD, status="Paused"), 4_000_000, ("x", 30_000_000)),
        (replace(HOLD, at_s=60.0), 30_000_000, ("x", 30_000_000)),
        (WAITING, 0, None),
    ],
)
def test_the_position_goes_on_by_itself_to_the_end(playing: Playing, position: int, length: object) -> None:
    assert got(PLAYER, "Position", playing) == ("x", position)
    kind, known = got(PLAYER, "Metadata", playing)
    assert kind == "a{sv}"
    assert known.get("mpris:length") == length


def test_title_artist_and_track_have_their_kinds() -> None:
    _, known = got(PLAYER, "Metadata")
    assert known["xesam:title"] == ("s", "Strap")
    assert known["xesam:artist"] == ("as", ["Right leg · Set 1 of 2"])
    assert known["mpris:trackid"] == ("o", "/org/hamstring/phase1")


@pytest.mark.parametrize(
    ("interface", "member", "wish"),
    [
        (PLAYER, "Play", "play"), (PLAYER, "Pause", "pause"), (PLAYER, "PlayPause", "toggle"), (PLAYER, "Next", "on"),
        (PLAYER, "Previous", "back"), (PLAYER, "Stop", "end"), (ROOT, "Raise", "raise"), (ROOT, "Quit", "quit"),
        ("", "PlayPause", "toggle"), (PEER, "Ping", ""),
    ],
)  # fmt: skip
def test_calls_wish(interface: str, member: str, wish: str) -> None:
    assert asked(interface, member) == Reply(wish=wish)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "value", "wish", "number"),
    [
        ("Volume", 0.25, "volume", 0.25), ("Volume", -3.0, "volume", 0.0), ("Volume", 7.0, "volume", 1.0),
        ("Rate", 0.0, "pause", 0.0), ("Rate", 2.0, "", 0.0),
    ],
)  # fmt: skip
def test_what_can_be_set_wishes(name: str, value: float, wish: str, number: float) -> None:
    reply = asked(PROPERTIES, "Set", "ssv", PLAYER, name, ("d", value))
    assert (reply.wish, reply.value) == (wish, number)


@pytest.mark.parametrize(
    ("call", "error"),
    [
        ((PLAYER, "Dance"), "UnknownMethod"),
        (("org.example.Other", "Play"), "UnknownMethod"),
        ((PLAYER, "Play", "s", "x"), "InvalidArgs"),
        ((PLAYER, "OpenUri", "s", "file:///a"), "NotSupported"),
        ((PROPERTIES, "Get", "ss", PLAYER, "Mood"), "UnknownProperty"),
        ((PROPERTIES, "Get", "ss", "org.example.Other", "Rate"), "UnknownInterface"),
        ((PROPERTIES, "GetAll", "s", ""), "UnknownInterface"),
        ((PROPERTIES, "Get", "s", PLAYER), "InvalidArgs"),
        ((PROPERTIES, "Set", "ssv", PLAYER, "Metadata", ("s", "")), "PropertyReadOnly"),
        ((PROPERTIES, "Set", "ssv", PLAYER, "Volume", ("s", "loud")), "InvalidArgs"),
        ((PROPERTIES, "Set", "ssv", PLAYER, "Volume", ("d", float("nan"))), "InvalidArgs"),
    ],
)
def test_what_there_is_not_is_refused_by_name(call: tuple[Any, ...], error: str) -> None:
    with pytest.raises(Refused) as refused:
        asked(*call)
    assert refused.value.name == f"org.freedesktop.DBus.Error.{error}"
    assert refused.value.sentence


def test_there_is_nothing_at_another_path() -> None:
    with pytest.raises(Refused, match="nothing at /org"):
        answer("/org", PLAYER, "Play", "", (), HOLD, 0.0)


@pytest.mark.parametrize("path", ["/", "/org", "/org/mpris"])
def test_the_way_to_the_player_can_be_found(path: str) -> None:
    node = ElementTree.fromstring(introspection(path).partition("\n")[2])
    (inside,) = node.findall("node")
    assert PATH.startswith(f"{path.rstrip('/')}/{inside.get('name')}")


def test_the_player_says_what_it_can() -> None:
    node = ElementTree.fromstring(introspection(PATH).partition("\n")[2])
    interfaces = {one.get("name"): one for one in node.findall("interface")}
    assert set(interfaces) >= {ROOT, PLAYER, PROPERTIES, PEER}
    told = {one.get("name") for one in interfaces[PLAYER].findall("property")}
    assert told == asked(PROPERTIES, "GetAll", "s", PLAYER).body[0].keys()
    assert introspection("/elsewhere") == ""


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        (replace(HOLD, at_s=101.0, position_s=5.0), set()),
        (replace(HOLD, status="Paused"), {"PlaybackStatus"}),
        (replace(HOLD, artist="Left leg"), {"Metadata"}),
        (replace(HOLD, volume=0.2, length_s=40.0), {"Metadata", "Volume"}),
    ],
)
def test_only_what_changed_is_told(after: Playing, changed: set[str]) -> None:
    assert changed_properties(HOLD, after).keys() == changed


@pytest.mark.parametrize(
    ("after", "position"),
    [
        (replace(HOLD, position_s=5.0, at_s=101.0), None),
        (replace(HOLD, position_s=0.0, at_s=101.0), 0),
        (replace(HOLD, track="phase2", position_s=0.0, at_s=101.0), None),
        (replace(HOLD, track="phase2", position_s=7.0, at_s=101.0), 7_000_000),
    ],
)
def test_a_position_that_was_moved_is_told(after: Playing, position: int | None) -> None:
    assert jumped_to(HOLD, after, 101.0) == position
