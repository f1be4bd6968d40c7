"""What a picture is painted with: the room's colours by theme, the person's by body look and theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

from hamstring_gui.domain.settings import BodyLook
from hamstring_gui.domain.values import dataclass
from hamstring_gui.figure.hair import HairStyle


@dataclass(frozen=True, slots=True)
class RoomLook:
    """The colours of what is around the body and lights it up; `…_far` is behind the body, `…_line` within a part.

    Muscles, strap, ball and ankle band are each of two tones, because they lie on skins and shorts of every lightness:
    whatever the ground, one of the tones stands out from it.
    """

    panel: QColor
    muscle: QColor
    muscle_dim: QColor
    muscle_core: QColor
    muscle_edge: QColor
    muscle_rim: QColor
    tendon: QColor
    fibre: QColor
    strap: QColor
    strap_far: QColor
    strap_stripe: QColor
    mat: QColor
    wall: QColor
    wall_edge: QColor
    floor: QColor
    door: QColor
    door_line: QColor
    frame: QColor
    wood: QColor
    wood_far: QColor
    ball: QColor
    ball_line: QColor
    band: QColor
    band_far: QColor
    band_stripe: QColor
    towel: QColor
    towel_line: QColor
    bone: QColor
    bone_line: QColor
    disc: QColor
    curve: QColor


@dataclass(frozen=True, slots=True)
class PersonLook:
    """One body look in one theme: hair and colours, never an outline of the body.

    *near* is the arm before the body, *far* the limb behind it, *line* a fine line within a part, *shade* the side of a
    part that is turned away from the light, *rim* the edge of hair that is as dark as what is behind it.
    """

    hair_style: HairStyle
    skin_near: QColor
    skin: QColor
    skin_far: QColor
    skin_line: QColor
    skin_near_shade: QColor
    skin_shade: QColor
    cheek: QColor
    features: QColor
    hair: QColor
    hair_line: QColor
    hair_rim: QColor | None
    shirt: QColor
    shirt_far: QColor
    shirt_shade: QColor
    sleeve: QColor
    shorts: QColor
    shorts_shade: QColor
    shorts_far: QColor


@dataclass(frozen=True, slots=True)
class Look:
    """What every part of a picture is painted with."""

    room: RoomLook
    person: PersonLook


@lru_cache
def look_for(dark: bool, body: BodyLook = "teal") -> Look:
    """The look of a body on a light or a dark card."""
    light_one, dark_one = PEOPLE[body]
    return Look(DARK_ROOM, dark_one) if dark else Look(LIGHT_ROOM, light_one)


def _room(**colours: str) -> RoomLook:
    return RoomLook(**{name: QColor(colour) for name, colour in colours.items()})


def _person(hair_style: HairStyle, *, hair_rim: str = "", **colours: str) -> PersonLook:
    given = {name: QColor(colour) for name, colour in colours.items()}
    shades = {f"{name}_shade": between(given[name], QColor(dark), share) for name, (dark, share) in SHADES.items()}
    return PersonLook(hair_style, hair_rim=QColor(hair_rim) if hair_rim else None, **given, **shades)


def between(colour: QColor, end: QColor, share: float) -> QColor:
    """A colour with a share (0..1) of another one in it."""
    pairs = ((colour.red(), end.red()), (colour.green(), end.green()), (colour.blue(), end.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))


WARM_DARK, COOL_DARK = "#7a2f12", "#04121a"
SHADES = {
    "skin": (WARM_DARK, 0.16), "skin_near": (WARM_DARK, 0.16), "shirt": (COOL_DARK, 0.13), "shorts": (COOL_DARK, 0.2),
}  # fmt: skip
"""What the side that is turned away from the light is darkened with, and how much."""


LIGHT_ROOM = _room(
    panel="#eef0e4",
    muscle="#e2501f", muscle_dim="#b8401a", muscle_core="#ff9a66", muscle_edge="#5a1405",
    muscle_rim="#8cffd8b8", tendon="#fbe6d2", fibre="#ffb891",
    strap="#8f2620", strap_far="#761d18", strap_stripe="#ffd9c7",
    mat="#a7c8b6", wall="#ccc1aa", wall_edge="#a0957c", floor="#cfc3aa",
    door="#b3c1cb", door_line="#8093a1", frame="#f3eee2", wood="#bf9a6b", wood_far="#9c7a50",
    ball="#f0bf33", ball_line="#3a2803", band="#452c74", band_far="#382260", band_stripe="#e3d8fb",
    towel="#f4e6cf", towel_line="#a78d5f",
    bone="#f7edd6", bone_line="#9a845c", disc="#a9c6c4", curve="#1f6f78",
)  # fmt: skip
DARK_ROOM = _room(
    panel="#1f2e35",
    muscle="#e2501f", muscle_dim="#b8401a", muscle_core="#ff9a66", muscle_edge="#5a1405",
    muscle_rim="#8cffd8b8", tendon="#fffbf6", fibre="#ffb891",
    strap="#ffbfac", strap_far="#dd917d", strap_stripe="#580f0a",
    mat="#436357", wall="#4c5b5d", wall_edge="#8b9a99", floor="#4d5a57",
    door="#445365", door_line="#7d8f9e", frame="#667679", wood="#a5825a", wood_far="#7c6244",
    ball="#f0c64a", ball_line="#2e2003", band="#d3c1f7", band_far="#c5b2ec", band_stripe="#261544",
    towel="#cdbb9c", towel_line="#7d6b4a",
    bone="#efe3c8", bone_line="#7d6a47", disc="#7fa5a6", curve="#7ad9cc",
)  # fmt: skip

_TEAL_SKIN = {
    "skin_near": "#e9b591", "skin": "#e3a982", "skin_far": "#c58c68", "skin_line": "#b97b58", "cheek": "#d98f6d",
    "features": "#3a2a26",
}  # fmt: skip
_MOSS_SKIN = {
    "skin_near": "#cc9d72", "skin": "#c49267", "skin_far": "#a4774f", "skin_line": "#946640", "cheek": "#bd7b57",
    "features": "#3d322c",
}  # fmt: skip

PEOPLE: dict[BodyLook, tuple[PersonLook, PersonLook]] = {
    "teal": (
        _person(
            "bun", **_TEAL_SKIN, hair="#3a2a26", hair_line="#5a443d",
            shirt="#3e7c8a", shirt_far="#2f6470", sleeve="#438594", shorts="#27474e", shorts_far="#1d363c",
        ),
        _person(
            "bun", **_TEAL_SKIN, hair="#3a2a26", hair_line="#5a443d", hair_rim="#9a8377",
            shirt="#42818f", shirt_far="#36707d", sleeve="#4b8e9d", shorts="#6d929b", shorts_far="#4f7079",
        ),
    ),
    "plum": (
        _person(
            "puff", skin_near="#7d4e37", skin="#744630", skin_far="#593323", skin_line="#4b2919", cheek="#8f4f3a",
            features="#20130f", hair="#231a20", hair_line="#453842",
            shirt="#94517f", shirt_far="#733b62", sleeve="#9d5a89", shorts="#352f4f", shorts_far="#27223c",
        ),
        _person(
            "puff", skin_near="#a66f50", skin="#9e6849", skin_far="#8a563a", skin_line="#6a3d27", cheek="#ac6650",
            features="#241511", hair="#231a20", hair_line="#453842", hair_rim="#94808c",
            shirt="#a86392", shirt_far="#8d5079", sleeve="#b06d9b", shorts="#8c86b4", shorts_far="#67618c",
        ),
    ),
    "moss": (
        _person(
            "short", **_MOSS_SKIN, hair="#838582", hair_line="#aaaca8",
            shirt="#6f8046", shirt_far="#576536", sleeve="#78894d", shorts="#4a3d30", shorts_far="#382e24",
        ),
        _person(
            "short", **_MOSS_SKIN, hair="#838582", hair_line="#aaaca8",
            shirt="#7a8c4e", shirt_far="#647341", sleeve="#839656", shorts="#7f95a8", shorts_far="#5f7385",
        ),
    ),
}  # fmt: skip
"""On a light and on a dark card. A person's hair keeps its colour; what is behind it is darker in the dark."""
