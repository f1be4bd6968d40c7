"""A session as a media player: what it answers on D-Bus (MPRIS 2.2), and what a call wishes. Values only, no bus.

A D-Bus value that may be of any kind is a pair: its signature, and the value.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from hamstring_gui.domain.values import dataclass

NAME = "org.mpris.MediaPlayer2.hamstring"
PATH = "/org/mpris/MediaPlayer2"
ROOT, PLAYER = "org.mpris.MediaPlayer2", "org.mpris.MediaPlayer2.Player"
PROPERTIES, PEER = "org.freedesktop.DBus.Properties", "org.freedesktop.DBus.Peer"
INTROSPECTABLE = "org.freedesktop.DBus.Introspectable"
ERROR = "org.freedesktop.DBus.Error."
JUMP_S = 0.5
"""A position that is this far from where it would be by itself has been moved."""

Variant = tuple[str, Any]
Wish = Literal["play", "pause", "toggle", "on", "back", "end", "raise", "quit"]


@dataclass(frozen=True, slots=True)
class Playing:
    """What shows of a session: the countdown is the track. `position_s` was true at `at_s` on the monotonic clock."""

    status: Literal["Playing", "Paused"]
    track: str
    title: str
    artist: str
    album: str = ""
    length_s: float | None = None
    position_s: float = 0.0
    at_s: float = 0.0
    volume: float = 1.0

    def position_at(self, now_s: float) -> float:
        passed = max(0.0, now_s - self.at_s) if self.status == "Playing" and self.length_s is not None else 0.0
        return min(self.position_s + passed, self.length_s or 0.0)


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back, and what the call wishes of the session: its name, and a number where it has one."""

    signature: str = ""
    body: tuple[Any, ...] = ()
    wish: Wish | Literal["volume", ""] = ""
    value: float = 0.0


class Refused(Exception):
    """A call that is answered by an error: its D-Bus name and a sentence."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name, self.sentence = ERROR + name, sentence


METHODS: Mapping[tuple[str, str], tuple[str, Wish | Literal[""]]] = {
    (ROOT, "Raise"): ("", "raise"),
    (ROOT, "Quit"): ("", "quit"),
    (PLAYER, "Play"): ("", "play"),
    (PLAYER, "Pause"): ("", "pause"),
    (PLAYER, "PlayPause"): ("", "toggle"),
    (PLAYER, "Next"): ("", "on"),
    (PLAYER, "Previous"): ("", "back"),
    (PLAYER, "Stop"): ("", "end"),
    (PLAYER, "Seek"): ("x", ""),  # as MPRIS has it, nothing comes of these two where CanSeek is false
    (PLAYER, "SetPosition"): ("ox", ""),
    (PEER, "Ping"): ("", ""),
}
"""What each takes, and what it wishes."""


def root_properties() -> dict[str, Variant]:
    return {
        "CanQuit": ("b", True),
        "CanRaise": ("b", True),
        "HasTrackList": ("b", False),
        "Identity": ("s", "Hamstring"),
        "DesktopEntry": ("s", "hamstring"),
        "SupportedUriSchemes": ("as", []),
        "SupportedMimeTypes": ("as", []),
    }


def metadata(playing: Playing) -> dict[str, Variant]:
    known: dict[str, Variant] = {
        "mpris:trackid": ("o", f"/org/hamstring/{playing.track}"),
        "xesam:title": ("s", playing.title),
        "xesam:artist": ("as", [playing.artist]),
    }
    if playing.album:
        known["xesam:album"] = ("s", playing.album)
    if playing.length_s is not None:
        known["mpris:length"] = ("x", _microseconds(playing.length_s))
    return known


def player_properties(playing: Playing, now_s: float) -> dict[str, Variant]:
    can = dict.fromkeys(("CanGoNext", "CanGoPrevious", "CanPlay", "CanPause", "CanControl"), ("b", True))
    return {
        "PlaybackStatus": ("s", playing.status),
        "Rate": ("d", 1.0),
        "MinimumRate": ("d", 1.0),
        "MaximumRate": ("d", 1.0),
        "Metadata": ("a{sv}", metadata(playing)),
        "Volume": ("d", playing.volume),
        "Position": ("x", _microseconds(playing.position_at(now_s))),
        "CanSeek": ("b", False),
        **can,
    }


def changed_properties(before: Playing, after: Playing) -> dict[str, Variant]:
    """What others are told of by itself; the position isn't, since it goes on by itself."""
    old = player_properties(before, 0.0)
    new = player_properties(after, 0.0)
    return {name: value for name, value in new.items() if name != "Position" and old[name] != value}


def jumped_to(before: Playing, after: Playing, now_s: float) -> int | None:
    """Where the position is, if it isn't where others take it to be by now."""
    there = after.position_at(now_s)
    expected = before.position_at(now_s) if before.track == after.track else 0.0
    return _microseconds(there) if abs(there - expected) > JUMP_S else None


def answer(
    path: str, interface: str, member: str, signature: str, body: tuple[Any, ...], playing: Playing, now_s: float
) -> Reply:
    """What a call is answered, and wishes. Raises `Refused`."""
    if interface == INTROSPECTABLE and member == "Introspect" and (text := introspection(path)):
        return Reply("s", (text,))
    if path != PATH and interface != PEER:
        raise Refused("UnknownObject", f"There is nothing at {path}.")
    if interface == PROPERTIES and member in ("Get", "GetAll", "Set"):
        return _of_properties(member, signature, body, playing, now_s)
    found = [key for key in METHODS if key[1] == member and interface in ("", key[0])]
    if (member, interface) in (("OpenUri", PLAYER), ("OpenUri", "")):
        raise Refused("NotSupported", "A session opens no files.")
    if not found:
        raise Refused("UnknownMethod", f"{interface or 'This object'} has no method {member}.")
    takes, wish = METHODS[found[0]]
    if signature != takes:
        raise Refused("InvalidArgs", f"{member} takes “{takes}”, not “{signature}”.")
    return Reply(wish=wish)


def _of_properties(member: str, signature: str, body: tuple[Any, ...], playing: Playing, now_s: float) -> Reply:
    takes = {"Get": "ss", "GetAll": "s", "Set": "ssv"}[member]
    if signature != takes:
        raise Refused("InvalidArgs", f"{member} takes “{takes}”, not “{signature}”.")
    interface = body[0]
    known = {ROOT: root_properties(), PLAYER: player_properties(playing, now_s)}.get(interface)
    if known is None:
        raise Refused("UnknownInterface", f"There is no interface {interface} here.")
    if member == "GetAll":
        return Reply("a{sv}", (known,))
    if body[1] not in known:
        raise Refused("UnknownProperty", f"{interface} has no property {body[1]}.")
    return Reply("v", (known[body[1]],)) if member == "Get" else _set(interface, body[1], body[2])


def _set(interface: str, name: str, value: Variant) -> Reply:
    if interface != PLAYER or name not in ("Volume", "Rate"):
        raise Refused("PropertyReadOnly", f"{name} can't be set.")
    if value[0] != "d" or value[1] != value[1]:
        raise Refused("InvalidArgs", f"{name} is a number.")
    if name == "Volume":
        return Reply(wish="volume", value=min(1.0, max(0.0, value[1])))
    return Reply(wish="pause" if value[1] == 0 else "")  # as MPRIS has it; there is no other rate


def _microseconds(seconds: float) -> int:
    return round(seconds * 1e6)


def introspection(path: str) -> str:
    """What tools ask for before they call anything; nothing where there is no object."""
    if path != PATH:
        inside = PATH.removeprefix(path.rstrip("/")).lstrip("/").partition("/")[0]
        is_above = PATH.startswith(f"{path.rstrip('/')}/")
        return f'{_DOCTYPE}<node><node name="{inside}"/></node>' if is_above else ""
    idle = Playing("Paused", "none", "", "", length_s=0.0)
    own = {ROOT: root_properties(), PLAYER: player_properties(idle, 0.0)}
    parts = [_interface(name, properties) for name, properties in own.items()]
    return f"{_DOCTYPE}<node>{''.join(parts)}{_COMMON}</node>"


def _interface(name: str, properties: Mapping[str, Variant]) -> str:
    methods = [(member, takes) for (interface, member), (takes, _) in METHODS.items() if interface == name]
    if name == PLAYER:
        methods.append(("OpenUri", "s"))
    inside = [
        f'<method name="{member}">{"".join(_argument(one) for one in takes)}</method>' for member, takes in methods
    ]
    for one, (kind, _) in properties.items():
        access = "readwrite" if name == PLAYER and one in ("Volume", "Rate") else "read"
        inside.append(f'<property name="{one}" type="{kind}" access="{access}"/>')
    if name == PLAYER:
        inside.append('<signal name="Seeked"><arg name="Position" type="x"/></signal>')
    return f'<interface name="{name}">{"".join(inside)}</interface>'


def _argument(kind: str) -> str:
    return f'<arg type="{kind}" direction="in"/>'


_DOCTYPE = (
    '<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN" '
    '"http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">\n'
)
_COMMON = f"""
<interface name="{PROPERTIES}">
<method name="Get"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
<method name="GetAll"><arg type="s" direction="in"/><arg type="a{{sv}}" direction="out"/></method>
<method name="Set"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="in"/></method>
<signal name="PropertiesChanged"><arg type="s"/><arg type="a{{sv}}"/><arg type="as"/></signal>
</interface>
<interface name="{PEER}"><method name="Ping"/></interface>
<interface name="{INTROSPECTABLE}"><method name="Introspect"><arg type="s" direction="out"/></method></interface>
"""
