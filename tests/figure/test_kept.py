"""Pictures that are kept, and what is painted anew of them, are the pictures that would be painted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QRegion, QTransform
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.guidance import Shown, shown
from hamstring_gui.domain.routine import Phase
from hamstring_gui.figure import kept
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.theme import DARK, palette_for
from tests.figure.conftest import IDS, load
from tests.goldens import shades_apart

SIZE, PLACE = (341, 227), (13, 7)
"""Of the picture, and where it is in a window: at 1.25 it begins between two pixels."""
OFTEN = ("band-hamstring-stretch", 1.0), ("dead-bug", 1.25), ("ball-hamstring-release", 1.0)
nightly = pytest.mark.nightly
pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.painted, pytest.mark.thorough]


class Seen(FigureView):
    """Notes what it is to paint anew: a rectangle, or all of it."""

    def update(self, *area: QRect) -> None:  # type: ignore[override]
        self.updated.append(area[0] & self.rect() if area else self.rect())

    @property
    def updated(self) -> list[QRect]:
        return self.__dict__.setdefault("_updated", [])


class Screen:
    """What one sees of a figure that moves: of each picture only what it says has changed is painted."""

    def __init__(self, view: Seen, ratio: float = 1.0) -> None:
        self.view, self._ratio = view, ratio
        self.image = QImage(round(400 * ratio), round(260 * ratio), QImage.Format.Format_RGB32)
        self.image.fill(0)

    def paint_what_changed(self) -> None:
        for area in self.view.updated:
            if not area.isEmpty():
                self._paint(self.image, area)
        self.view.updated.clear()

    def whole(self) -> QImage:
        """What a figure that never moved looks like, and keeps nothing."""
        other, view = Seen(), self.view
        other.setPalette(view.palette())
        other.resize(view.size())
        other.set_ground("card")
        assert view._exercise is not None
        assert view._shown is not None
        other.show_figure(view._exercise, view._shown, view._mirrored)
        image = QImage(self.image.size(), self.image.format())
        image.fill(0)
        Screen(other, self._ratio)._paint(image, other.rect(), other)
        return image

    def _paint(self, image: QImage, area: QRect, view: FigureView | None = None) -> None:
        with QPainter(image) as painter:
            painter.setTransform(QTransform.fromScale(self._ratio, self._ratio).translate(*PLACE))
            (view or self.view).render(painter, area.topLeft(), QRegion(area), FigureView.RenderFlag(0))


def view_of(size: tuple[int, int] = SIZE) -> Seen:
    view = Seen()
    view.resize(*size)
    view.set_ground("card")
    return view


def moments(exercise: Exercise, begin_s: float = 0.0, every_s: float = 0.4, count: int = 14) -> Iterable[Shown]:
    """From its hold or reps, as a session shows them."""
    dose = exercise.dose
    phase = Phase("hold", dose.reps * dose.rep_s or 60.0, exercise.id, "right", 1, 1, 0, 0, dose.reps, dose.rep_s)
    before = exercise.between.figure
    return [shown(exercise, phase, begin_s + n * every_s, phase.seconds, before) for n in range(count)]


@pytest.mark.parametrize(("exercise_id", "ratio"), [
    *OFTEN, *(pytest.param(one, ratio, marks=nightly) for one in IDS for ratio in (1.0, 1.25, 2.0)),
])  # fmt: skip
def test_nothing_is_left_of_what_moved_on(exercise_id: str, ratio: float) -> None:
    exercise, screen = load(exercise_id), Screen(view_of(), ratio)
    twice = list(moments(exercise, every_s=exercise.dose.rep_s / 12 or 0.9))
    for number, picture in enumerate(chain(twice, twice[::-1])):
        screen.view.show_figure(exercise, picture, mirrored=ratio > 1)
        screen.paint_what_changed()
        if number in (9, 13, 15, 25, 27):
            assert shades_apart(screen.image, screen.whole()).max() == 0, number


def test_only_what_changes_is_painted_anew(band: Exercise) -> None:
    screen = Screen(view_of())
    breaths = [replace(Shown(band.held, band.held.figure, band.held.figure, 1.0, 1.0), breath=n / 4) for n in range(5)]
    for picture in breaths:
        screen.view.show_figure(band, picture)
        screen.paint_what_changed()
    screen.view.show_figure(band, replace(breaths[-1], breath=0.995))  # too little to be seen
    assert screen.view.updated == []
    screen.view.show_figure(band, breaths[0])
    [area] = screen.view.updated
    assert area.width() * area.height() < SIZE[0] * SIZE[1] / 4


def test_what_was_painted_once_is_not_painted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[float] = []

    def paint_something(painter: QPainter, *_: object, lit: float, **__: object) -> None:
        painted.append(lit)
        painter.fillRect(QRect(len(painted), 10, 40, 40), QColor("red"))

    monkeypatch.setattr(kept, "paint", paint_something)
    for exercise_id, most in (("glute-bridge", 37), ("dead-bug", 110), ("ball-hamstring-release", 110)):
        painted.clear()
        exercise, screen = load(exercise_id), Screen(view_of((120, 80)))
        for picture in moments(exercise, 4.0, (exercise.dose.rep_s or 9.7) / 97, 97 * 5):
            screen.view.show_figure(exercise, picture)
            screen.paint_what_changed()
        assert 30 < len(painted) < most, exercise_id


def test_where_there_is_no_room_each_is_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_PICTURES", 1)
    monkeypatch.setattr(kept, "MOST_BYTES", 0)
    exercise, screen = load("glute-bridge"), Screen(view_of())
    for picture in moments(exercise, count=6):
        screen.view.show_figure(exercise, picture)
        screen.paint_what_changed()
        assert shades_apart(screen.image, screen.whole()).max() == 0
    assert screen.view._kept is not None
    assert screen.view._kept._left >= 0
    only_painted = "what there is no room for is painted, and nothing else is done with it"
    monkeypatch.setattr(screen.view._kept, "_paint_anew", lambda _: pytest.fail(only_painted))
    for picture in moments(exercise, count=6):
        screen.view.show_figure(exercise, picture)
        screen.paint_what_changed()
        assert shades_apart(screen.image, screen.whole()).max() == 0


def test_another_size_theme_or_side_has_its_own(qapp: QApplication) -> None:
    exercise, screen = load("glute-bridge"), Screen(view_of())
    view, (first, second) = screen.view, list(moments(exercise, 1.0))[1:3]
    changes = (
        lambda: view.resize(300, 200), lambda: view.setPalette(palette_for(DARK)),
        lambda: view.show_figure(exercise, first, mirrored=True), lambda: view.set_ground("paper"),
    )  # fmt: skip
    for change in changes:
        for picture in (first, second, first):
            view.show_figure(exercise, picture, view._mirrored)
            screen.paint_what_changed()
        change()
        view.update()  # as Qt does
        screen.paint_what_changed()
        if change is not changes[-1]:
            inside = QRect(QPoint(*PLACE), view.size())
            assert shades_apart(screen.image.copy(inside), screen.whole().copy(inside)).max() == 0


@pytest.mark.parametrize("exercise_id", ["glute-bridge", "active-knee-extension"])
def test_the_way_back_is_the_way_there(exercise_id: str) -> None:
    exercise = load(exercise_id)
    pictures = list(moments(exercise, every_s=0.02, count=200))
    there = {round(one.progress * one.places): one for one in pictures if one.end is exercise.held.figure}
    back = {round(one.progress * one.places): one for one in pictures if one.start is exercise.held.figure}
    places = pictures[0].places
    assert len(there) == len(back) == places + 1 > 30
    for place in (places // 5, places // 2, 3 * places // 4):
        went, came = there[place], back[places - place]
        assert went.lit == pytest.approx(came.lit)
        screens = [Screen(view_of()), Screen(view_of())]
        for screen, picture in zip(screens, (went, came), strict=True):
            screen.view.show_figure(exercise, picture)
            screen.paint_what_changed()
        assert shades_apart(screens[0].image, screens[1].image).max() <= 1
