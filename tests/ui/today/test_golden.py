"""Today as it is painted: the routine that is offered, this week's dots, the other routines; small and large."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from hamstring_gui.domain.consistency import Day, Week
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness
from hamstring_gui.storage.library import load_routines
from hamstring_gui.ui.today.page import Today, TodayPage
from hamstring_gui.ui.today.week_dots import WeekDots
from tests.domain.samples import START
from tests.goldens import Goldens, picture_of, shades_apart

Exercises = Mapping[str, Exercise]
MONDAY = date(2026, 11, 16)
SUNDAY = MONDAY + timedelta(days=6)
ACTIVE, PARTIAL = {0, 2, 3}, {4}


def week() -> Week:
    """Three active days and a partial one of a week whose Sunday it is."""
    days = tuple(Day(MONDAY + timedelta(days=n), n in ACTIVE, n in PARTIAL) for n in range(7))
    return Week(days, held_s=600.0, running=True, sessions=3, partial=1)


def last_session() -> SessionRecord:
    began = START - timedelta(days=3)
    holds = tuple(
        HoldRecord(n, "band-hamstring-stretch", "right" if n < 3 else "left", n % 3 + 1, 30.0, 30.0, "held", began)
        for n in range(6)
    )
    return SessionRecord(
        "s", "daily-band-stretch", "Daily band stretch", began, began + timedelta(minutes=5), began.date(),
        "finished", 180.0, holds, Tightness(3, 6),
    )  # fmt: skip


@pytest.mark.parametrize("size", [(716, 640), (1096, 860)], ids=str)
def test_today(golden: Goldens, theme: str, assets: Path, exercises: Exercises, size: tuple[int, int]) -> None:
    routines = load_routines(assets, exercises)
    offered = routines.pop("daily-band-stretch")
    page = TodayPage()
    page.show_today(Today(START, SUNDAY, offered, tuple(routines.values()), week(), last_session(), exercises))
    golden(picture_of(page, size), f"today/page-{size[0]}-{theme}")


@pytest.mark.parametrize("width", [200, 320])
def test_week_dots(golden: Goldens, theme: str, width: int) -> None:
    dots = WeekDots()
    dots.show_week(week(), SUNDAY)
    golden(picture_of(dots, (width, 54)), f"today/dots-{width}-{theme}")


def test_todays_ring_goes_round_a_day_that_is_done_too(golden: Goldens, theme: str) -> None:
    dots = WeekDots()
    days = week().days
    dots.show_week(replace(week(), days=(*days[:6], replace(days[6], active=True))), SUNDAY)
    golden(picture_of(dots, (250, 54)), f"today/dots-done-{theme}")


@pytest.mark.usefixtures("application")
def test_a_week_of_rest_is_hatched_behind_its_dots() -> None:
    dots, pictures = WeekDots(), []
    for rest in (False, True):
        dots.show_week(replace(week(), rest=rest), SUNDAY)
        pictures.append(picture_of(dots, (320, 54)))
    hatched = shades_apart(*pictures) > 10
    assert hatched[:28].sum() > 100
    assert not hatched[30:].any(), "the names of the days stay as they are"


@pytest.mark.parametrize("size", [(1280, 560), (1280, 760), (1600, 900), (1096, 860), (716, 640)], ids=str)
def test_words_and_figure_of_the_routine_lie_apart(
    colours: object, assets: Path, exercises: Exercises, size: tuple[int, int]
) -> None:
    """The figure has a ground of its own, on which nothing else is to be read."""
    routines = load_routines(assets, exercises)
    offered = routines.pop("daily-band-stretch")
    page = TodayPage()
    page.show_today(Today(START, SUNDAY, offered, tuple(routines.values()), week(), last_session(), exercises))
    picture_of(page, size)
    hero = page.hero
    for part in (hero.name, hero.takes, hero.hold, hero.start):
        assert hero.figure.isHidden() or not hero.figure.geometry().intersects(part.geometry()), part
