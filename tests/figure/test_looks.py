"""The body looks: they change colours and hair only, and everything that matters stands out on every one of them."""

from __future__ import annotations

from dataclasses import fields
from itertools import combinations
from typing import get_args

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hamstring_gui.domain.settings import BodyLook
from hamstring_gui.figure.hair import HAIR
from hamstring_gui.figure.head import SIZE, paint_head
from hamstring_gui.figure.limits import BUN
from hamstring_gui.figure.look import PEOPLE, Look, PersonLook, RoomLook, look_for
from hamstring_gui.figure.portrait import paint_portrait
from hamstring_gui.ui import theme
from tests.figure.conftest import contrast
from tests.pixels import number, pixels

pytestmark = pytest.mark.usefixtures("qapp")

BODIES: tuple[BodyLook, ...] = get_args(BodyLook)
SHAPES = 3.0
"""The least contrast of a shape that one has to see."""


@pytest.fixture(params=[(dark, body) for dark in (False, True) for body in BODIES], ids=str)
def look(request: pytest.FixtureRequest) -> Look:
    return look_for(*request.param)


def test_there_is_a_person_for_every_choice_in_both_themes() -> None:
    assert tuple(PEOPLE) == BODIES
    assert look_for(dark=True, body="plum") is look_for(dark=True, body="plum")
    assert len({id(look_for(dark, body)) for dark in (False, True) for body in BODIES}) == 6
    for body in BODIES:
        assert [look_for(dark, body).person for dark in (False, True)] == [*PEOPLE[body]]


def test_they_differ_in_skin_hair_and_clothes() -> None:
    for one, other in combinations([PEOPLE[body][0] for body in BODIES], 2):
        assert one.hair_style != other.hair_style
        for part in ("skin", "hair", "shirt"):
            a, b = getattr(one, part), getattr(other, part)
            assert contrast(a, b) > 1.2 or abs(a.hslHue() - b.hslHue()) > 25, part
    skins = sorted(contrast(PEOPLE[body][0].skin, QColor("black")) for body in BODIES)
    assert skins[0] * 2.5 < skins[-1]


@pytest.mark.parametrize("ground", ["skin_near", "skin", "shorts"])
def test_the_lit_muscle_stands_out_from_skin_and_shorts(look: Look, ground: str) -> None:
    under = getattr(look.person, ground)
    tones = (look.room.muscle, look.room.muscle_core, look.room.muscle_edge, look.room.tendon)
    assert max(contrast(tone, under) for tone in tones) >= 4.0
    assert contrast(look.room.muscle, look.room.muscle_edge) >= SHAPES


@pytest.mark.parametrize("ground", ["skin_near", "skin", "shorts"])
def test_the_strap_stands_out_from_skin_and_shorts(look: Look, ground: str) -> None:
    under = getattr(look.person, ground)
    assert max(contrast(tone, under) for tone in (look.room.strap, look.room.strap_stripe)) >= SHAPES
    assert contrast(look.room.strap, look.room.strap_stripe) >= SHAPES


def test_the_ankle_band_stands_out_from_skin(look: Look) -> None:
    person, room = look.person, look.room
    for under, band in ((person.skin, room.band), (person.skin_far, room.band_far)):
        assert max(contrast(tone, under) for tone in (band, room.band_stripe)) >= SHAPES
        assert contrast(band, room.band_stripe) >= SHAPES


@pytest.mark.parametrize("ground", ["skin", "skin_far", "shorts", "shorts_shade", "shorts_far"])
def test_the_ball_stands_out_from_what_is_round_it(look: Look, ground: str) -> None:
    for under in (getattr(look.person, ground), look.room.wood):
        assert max(contrast(tone, under) for tone in (look.room.ball, look.room.ball_line)) >= SHAPES
    assert contrast(look.room.ball, look.room.ball_line) >= SHAPES


def test_strap_band_and_shorts_stand_out_from_what_is_behind_them(look: Look) -> None:
    assert contrast(look.room.strap, look.room.panel) >= SHAPES
    assert contrast(look.room.band, look.room.panel) >= SHAPES
    assert contrast(look.person.shorts, look.room.mat) >= 1.7


@pytest.mark.parametrize("part", ["shirt", "sleeve", "shorts", "hair"])
def test_head_and_trunk_stand_out_from_the_panel(look: Look, part: str) -> None:
    """Dark hair on a dark panel by its edge."""
    edge = look.person.hair_rim if part == "hair" else None
    assert contrast(edge or getattr(look.person, part), look.room.panel) >= SHAPES


def test_an_edge_of_hair_stands_out_from_the_hair_too(look: Look) -> None:
    if (rim := look.person.hair_rim) is not None:
        assert contrast(rim, look.person.hair) >= SHAPES
        assert contrast(look.person.hair, look.room.panel) < SHAPES, "it needs none"


LIMBS = {"skin": (1.7, SHAPES), "skin_near": (1.5, SHAPES), "skin_far": (2.4, 2.25), "shirt_far": (SHAPES, 2.25),
         "shorts_far": (SHAPES, 2.25)}  # fmt: skip
"""On the light panel, where fair skin can't have more, and on the dark one."""


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("part", LIMBS)
def test_limbs_stand_out_from_the_panel(dark: bool, body: BodyLook, part: str) -> None:
    look = look_for(dark, body)
    assert contrast(getattr(look.person, part), look.room.panel) >= LIMBS[part][dark]


@pytest.mark.parametrize("part", ["mat", "floor", "wall"])
def test_a_leg_stands_out_from_what_it_lies_stands_or_leans_on(look: Look, part: str) -> None:
    """By lightness, or by strength of colour."""
    leg, ground = look.person.skin, getattr(look.room, part)
    assert contrast(leg, ground) >= 1.4 or leg.hslSaturation() - ground.hslSaturation() >= 60


def test_the_near_arm_is_told_from_the_leg_and_the_far_leg_from_the_near_one(look: Look) -> None:
    person = look.person
    assert contrast(person.skin_near, person.skin) >= 1.1
    assert contrast(person.skin_near, person.skin_far) >= 1.4, "the shade under a hand"
    assert contrast(person.skin, person.skin_far) >= 1.3
    assert contrast(person.shorts, person.shorts_far) >= 1.2


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("part", ["mat", "floor", "wall", "door"])
def test_mat_floor_wall_and_door_can_be_seen_from_two_metres(dark: bool, part: str) -> None:
    room, card = look_for(dark).room, (theme.DARK if dark else theme.LIGHT).card
    assert min(contrast(getattr(room, part), ground) for ground in (room.panel, card)) >= 1.5
    assert contrast(room.wall_edge, room.panel) >= 2.0
    assert contrast(room.wall_edge, room.wall) >= 1.5


def test_the_door_is_told_from_the_leg_before_it(look: Look) -> None:
    """By hue, on every skin, and by lightness too."""
    assert contrast(look.person.skin_far, look.room.door) >= 1.3
    hues = abs(look.person.skin_far.hslHue() - look.room.door.hslHue())
    assert min(hues, 360 - hues) >= 90
    assert contrast(look.room.door_line, look.room.door) >= 1.5


@pytest.mark.parametrize("body", BODIES)
def test_a_persons_hair_has_one_colour(body: BodyLook) -> None:
    light, dark = PEOPLE[body]
    assert (light.hair, light.hair_line) == (dark.hair, dark.hair_line)


def test_shorts_are_told_from_skin(look: Look) -> None:
    """By lightness or by hue: else they look like none."""
    shorts, skin = look.person.shorts, look.person.skin
    hues = abs(shorts.hslHue() - skin.hslHue())
    assert contrast(shorts, skin) >= 1.5 or min(hues, 360 - hues) >= 25


def test_no_colour_is_misspelt() -> None:
    """Qt takes a colour that it can't read for black."""
    for dark in (False, True):
        for body in BODIES:
            for kind, values in ((RoomLook, look_for(dark, body).room), (PersonLook, look_for(dark, body).person)):
                colours = [getattr(values, field.name) for field in fields(kind) if field.type == "QColor"]
                assert colours
                assert all(colour.isValid() for colour in colours)


@pytest.mark.parametrize("style", HAIR)
def test_hair_lies_on_the_mat_like_the_back_of_the_head(style: str) -> None:
    hair = HAIR[style]  # type: ignore[index]
    room = hair.behind.boundingRect().united(hair.over.boundingRect())
    assert room.left() == pytest.approx(-9.35, abs=0.3)
    assert room.right() < 10.0
    assert room.bottom() * SIZE < BUN[1] + 4.5


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("dark", [False, True])
def test_hair_has_an_edge_all_round_where_it_needs_one(dark: bool, body: BodyLook) -> None:
    look = look_for(dark, body)
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(look.room.panel)
    with QPainter(image) as painter:
        painter.translate(100, 110)
        painter.scale(6, -6)
        paint_head(painter, (0.0, 0.0), 90.0, look.person, awake=True)
    seen = pixels(image)
    hair = seen == number(look.person.hair)
    hair[:, 135:] = False  # eye and brow may be of the same colour
    beside = np.zeros_like(hair)
    for shift in (-2, 2):
        beside |= np.roll(hair, shift, 0) | np.roll(hair, shift, 1)
    bare = beside & (seen == number(look.room.panel))
    assert hair.any()
    assert bare.any() == (look.person.hair_rim is None)


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("size", [(96, 184), (300, 80)])
def test_a_portrait_shows_hair_skin_and_clothes(body: BodyLook, size: tuple[int, int]) -> None:
    image = QImage(size[0] + 20, size[1] + 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    look = look_for(dark=False, body=body)
    paint_portrait(painter, QRectF(10, 10, *size), look)
    assert not painter.hasClipping()
    painter.end()
    seen, white = pixels(image), number(QColor("white"))
    for part in ("hair", "skin", "shirt", "shorts"):
        assert (seen == number(getattr(look.person, part))).any(), part
    painted = seen != white
    assert painted.sum() == painted[10:-10, 10:-10].sum(), "outside"
    assert not painted[10].any(), "the crown is cut off"
