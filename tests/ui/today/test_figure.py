"""The figure on Today has what room words and Start leave it, also in a low window, and lies on nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations, product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Dose, Item, Routine
from hamstring_gui.storage.library import load_routines
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.qt_setup import set_text_size
from hamstring_gui.ui.theme import SNUG
from hamstring_gui.ui.today.hero import Hero
from hamstring_gui.ui.today.page import Today, TodayPage
from hamstring_gui.ui.today.routine_button import RoutineButton
from tests.domain.samples import START
from tests.ui.cases import in_one_window
from tests.ui.conftest import Desk
from tests.ui.room import settle
from tests.ui.today.test_golden import SUNDAY, last_session, week


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    return open_desk()


@in_one_window(("size", "least_px"), [((1093, 583), 200), ((900, 510), 110), ((960, 505), 120)])
def test_a_low_window_has_room_for_the_figure(desk: Desk, size: tuple[int, int], least_px: int) -> None:
    desk.window.resize(*size)
    settle()
    hero = desk.pages.today().hero
    figure = hero.figure.geometry()
    assert hero.figure.isVisible()
    assert min(figure.width(), round(figure.height() * 1.6)) >= least_px
    assert hero.rect().contains(figure)
    for part in (hero.name, hero.about, hero.takes, hero.needs, hero.hold, hero.start):
        assert not figure.intersects(part.geometry()), part.objectName()


ROUTINES = ("daily-band-stretch", "desk-break", "legs-up-the-wall", "three-daily-habits", "weekly-release")
LOW_CARDS = ((630, 370, 1.0), (584, 366, 1.0), (584, 360, 1.05), (644, 365, 1.1), (708, 435, 1.25), (864, 580, 1.5))
"""Widths, what shows at once (px), and scales that there are at 900 × 510, 960 × 505, 1024 × 600 and 1180 × 760."""


@pytest.fixture
def hero(application: QApplication, qtbot: QtBot) -> Hero:
    """Alone, and shown to nobody."""
    hero = Hero()
    hero.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    hero.setUpdatesEnabled(False)
    qtbot.addWidget(hero)
    hero.show()
    return hero


def placed(hero: Hero, routine: Routine, exercises: Mapping[str, Exercise], width: int, room: int) -> None:
    """Lay a card out as the page does, in a window that shows so much of it."""
    hero.show_routine(routine, exercises)
    hero.set_low(room, gives_way=False)
    hero.resize(QSize(width, hero.heightForWidth(width)))


def faults(hero: Hero) -> list[str]:
    """What lies on each other, or outside the card."""
    parts = [*hero.words, *(one for one in (hero.hold, hero.ask_first, hero.start, hero.figure) if not one.isHidden())]
    found = [f"{one.objectName()} outside" for one in parts if not hero.rect().contains(one.geometry())]
    pairs = combinations(parts, 2)
    return found + [f"{a} on {b}" for a, b in pairs if a.geometry().intersects(b.geometry())]


@pytest.mark.parametrize("name", ROUTINES)
def test_every_shipped_routine_shows_at_once_in_a_low_window_with_its_figure(
    hero: Hero, exercises: Mapping[str, Exercise], assets: Path, name: str
) -> None:
    routine, found = load_routines(assets, exercises)[name], list[str]()
    for width, room, scale in LOW_CARDS:
        for part in (hero, *hero.findChildren(Scaled)):
            part.set_scale(scale)
        placed(hero, routine, exercises, width, room)
        figure = hero.figure.geometry()
        large = min(figure.height(), figure.width() / hero.figure.shape) >= 70 * scale
        found += [f"{width} {room} {scale}: {fault}" for fault in faults(hero)]
        found += [f"{width} {room} {scale}: figure {figure}"] if hero.figure.isHidden() or not large else []
        found += [f"{width} {room} {scale}: {hero.height()} px high"] if hero.height() > room else []
    assert found == []


def test_room_that_is_left_over_is_in_part_between_the_words(
    hero: Hero, exercises: Mapping[str, Exercise], assets: Path
) -> None:
    """A card is as high as those beside it: what it doesn't need would be one empty stretch."""
    low, high = (371, 345, 345), (760, None, 460)  # a width, what shows at once, a height
    found = []
    for name, (width, room, height) in product(("daily-band-stretch", "desk-break"), (low, high)):
        hero.show_routine(load_routines(assets, exercises)[name], exercises)
        hero.set_low(room, gives_way=False)
        gaps = []
        for spare in (0, 100):
            hero.resize(QSize(width, max(height, hero.heightForWidth(width)) + spare))
            one, other = hero.words[0].geometry(), hero.words[1].geometry()
            gaps.append(other.top() - one.bottom() - 1)
            found += [f"{name} {width}: {fault}" for fault in faults(hero)]
        found += [f"{name} {width}: {gaps}"] if gaps[1] < SNUG else []
    assert found == []


def test_the_picture_is_of_the_exercise_whose_hold_is_beside_it(
    hero: Hero, exercises: Mapping[str, Exercise], assets: Path
) -> None:
    for routine in load_routines(assets, exercises).values():
        hero.show_routine(routine, exercises)
        held = [number for number, item in enumerate(routine.items) if not item.dose.reps]
        other = RoutineButton(routine, exercises, hero)
        other.draw()
        assert other.figure._exercise is hero.figure._exercise
        shown = [hero.figure._exercise]
        for number in held[1:]:
            hero.hold.which.chosen.emit(number)
            shown.append(hero.figure._exercise)
        assert shown == [exercises[routine.items[number].exercise] for number in held]
        hero.show_routine(routine, exercises)
        assert hero.figure._exercise is shown[-1], "it stays as it was chosen"


def test_of_repetitions_alone_the_first_shows(hero: Hero, exercises: Mapping[str, Exercise]) -> None:
    items = tuple(Item(name, Dose(1, reps=8, rep_s=4.0)) for name in ("leg-curl", "glute-bridge"))
    hero.show_routine(Routine("r", "Strength", items), exercises)
    assert hero.figure._exercise is exercises["leg-curl"]
    assert hero.hold.isHidden()


def test_nothing_moves_when_another_exercise_is_chosen(
    hero: Hero, exercises: Mapping[str, Exercise], assets: Path
) -> None:
    routine = load_routines(assets, exercises)["weekly-release"]
    placed(hero, routine, exercises, 630, 370)
    parts = (hero, hero.figure, hero.hold, hero.start, hero.ask_first)
    before = [part.geometry() for part in parts]
    for number in (number for number, item in enumerate(routine.items) if not item.dose.reps):
        hero.hold.which.chosen.emit(number)
        hero.resize(QSize(630, hero.heightForWidth(630)))
        assert [part.geometry() for part in parts] == before


def test_in_a_low_window_too_it_is_said_of_which_exercise_somebody_should_ask_first(
    hero: Hero, exercises: Mapping[str, Exercise], assets: Path
) -> None:
    placed(hero, load_routines(assets, exercises)["weekly-release"], exercises, 630, 370)
    lines = hero.ask_first.text().split("\n")
    assert [line.partition(":")[0] for line in lines] == [
        "Lacrosse-ball hamstring release", "Knee to chest", "Legs up the wall"
    ]  # fmt: skip


def test_what_there_is_no_room_for_is_the_figure_first_and_never_on_anything(
    hero: Hero, exercises: Mapping[str, Exercise]
) -> None:
    items = tuple(Item(name, Dose(1, 30.0)) for name in exercises if exercises[name].ask_first) * 2
    routine = Routine("r", "A routine of somebody's own with a long name", items, about="What it is for. " * 12)
    found, shown = list[str](), set[bool]()
    for width, room in product((300, 417, 630, 900), (200, 330, 420, 600)):
        placed(hero, routine, exercises, width, room)
        found += [f"{width} {room}: {fault}" for fault in faults(hero)]
        shown.add(hero.figure.isHidden())
    assert found == []
    assert shown == {True, False}


def test_to_be_told_that_it_is_as_large_as_usual_has_nothing_measured_anew(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    hero, measured = Hero(), list[int]()
    monkeypatch.setattr(hero, "_place", lambda width, move: measured.append(width) or 300)
    for scale, times in ((1.0, 1), (1.5, 2), (1.5, 2)):
        hero.heightForWidth(400)
        hero.set_scale(scale)
        hero.heightForWidth(400)
        assert len(measured) == times


@pytest.mark.parametrize(("text_size", "size"), [(125, (540, 480)), (150, (1507, 609))])
def test_start_has_its_place_at_once(
    application: QApplication, qtbot: QtBot, assets: Path, exercises: Mapping[str, Exercise], text_size: int,
    size: tuple[int, int],
) -> None:  # fmt: skip
    """It would be another if the page were arranged again, were the line below measured before it has its letters."""
    set_text_size(application, text_size)
    routines = load_routines(assets, exercises)
    offered = routines.pop("daily-band-stretch")
    page = TodayPage()
    qtbot.addWidget(page)
    page.setUpdatesEnabled(False)
    page.show_today(Today(START, SUNDAY, offered, tuple(routines.values()), week(), last_session(), exercises))
    page.resize(*size)
    page.show()
    settle()
    before = page.hero.start.geometry(), page.hero.geometry()
    application.sendEvent(page, QResizeEvent(page.size(), page.size()))
    settle()
    assert (page.hero.start.geometry(), page.hero.geometry()) == before


def test_letters_are_as_large_as_the_routine_has_room_for(desk: Desk, application: QApplication) -> None:
    """Whatever was shown before, and however large the window was meanwhile."""
    set_text_size(application, 150)
    desk.window.resize(900, 510)
    settle()
    page, large = desk.pages.today(), list[float]()
    for routine in ("daily-band-stretch", "weekly-release", "daily-band-stretch"):
        page.routine_chosen.emit(routine)
        large.append(page._sheet.scale)
        assert page.rect().contains(page.hero.start.rect().translated(page.hero.start.mapTo(page, QPoint())))
    assert large[0] == large[2] > large[1]
    settle()
    assert page._sheet.scale == large[2]
