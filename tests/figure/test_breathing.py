"""What a breath changes is painted as the whole picture would be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.guidance import Shown
from hamstring_gui.figure.breathing import AtRest, Breathing
from hamstring_gui.figure.look import look_for
from hamstring_gui.figure.picture import frame_of, paint
from hamstring_gui.ui.controls.figure_view import FigureView
from tests.figure.conftest import IDS, load
from tests.goldens import shades_apart

PLACE, TARGET = (13, 7), QRectF(0, 0, 341, 227)
"""Where in a window the picture is, so that at 1.25 pixels a point it begins between two pixels; and its size."""
NOTICED = 8
OFTEN = ("band-hamstring-stretch", "hip-flexor-stretch")

pytestmark = pytest.mark.usefixtures("qapp")


def at_rest(exercise: Exercise, mirrored: bool = False) -> AtRest:
    pose = exercise.held.figure
    assert pose is not None
    return AtRest(TARGET, frame_of(exercise), pose, exercise.scene, mirrored, lit=1.0)


def whole(rest: AtRest, breath: float, ratio: float) -> QImage:
    image = QImage(round(380 * ratio), round(250 * ratio), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.setTransform(QTransform.fromScale(ratio, ratio).translate(*PLACE))
        painter.save()
        paint(
            painter, rest.target, rest.frame, rest.pose, rest.scene, look_for(dark=False), mirrored=rest.mirrored,
            lit=rest.lit, breath=breath,
        )  # fmt: skip
        painter.restore()
    return image


def breathed(rest: AtRest, breaths: Iterable[float], ratio: float) -> QImage:
    """The whole picture of an empty chest, and then one breath after the other painted over it."""
    image, breathing = whole(rest, 0.0, ratio), None
    for breath in breaths:
        with QPainter(image) as painter:
            painter.scale(ratio, ratio)
            painter.translate(*PLACE)
            breathing = breathing or Breathing(painter, rest, look_for(dark=False))
            assert breathing.is_of(painter, rest, look_for(dark=False))
            painter.setClipRect(rest.box())
            painter.fillRect(rest.box(), QColor("white"))
            breathing.paint(painter, breath)
    return image


@pytest.mark.parametrize("ratio", [1.0, 1.25, pytest.param(2.0, marks=pytest.mark.nightly)])
@pytest.mark.parametrize("exercise_id", [
    *OFTEN, *(pytest.param(one, marks=pytest.mark.nightly) for one in IDS if one not in OFTEN),
])  # fmt: skip
def test_a_breath_is_painted_as_the_whole_would_be(exercise_id: str, ratio: float) -> None:
    rest = at_rest(load(exercise_id), mirrored=ratio > 1)
    for breath in (0.5, 1.0):
        got, wanted = breathed(rest, (0.25, breath), ratio), whole(rest, breath, ratio)
        assert shades_apart(got, wanted).max() < NOTICED


class Seen(FigureView):
    """Notes what it is to paint anew: a rectangle, or None for all of it."""

    def update(self, *area: QRect) -> None:  # type: ignore[override]
        self.updated.append(area[0] if area else None)

    @property
    def updated(self) -> list[QRect | None]:
        return self.__dict__.setdefault("_updated", [])


def test_only_what_breathes_is_painted_anew(band: Exercise) -> None:
    view, held = Seen(), band.held
    view.resize(1000, 600)
    start = Shown(held, held.figure, held.figure, 1.0, lit=1.0)
    view.show_figure(band, start)
    view.show_figure(band, replace(start, breath=0.001))  # too little to be seen
    assert view.updated == [None]
    view.show_figure(band, replace(start, breath=0.5))
    assert isinstance(box := view.updated[-1], QRect)
    assert box.width() * box.height() < 1000 * 600 / 3
    view.resize(500, 300)
    view.show_figure(band, replace(start, breath=1.0))
    assert isinstance(smaller := view.updated[-1], QRect)
    assert smaller.width() == pytest.approx(box.width() / 2, abs=4)


@pytest.mark.parametrize("change", [
    {"lit": 0.5, "breath": 0.5}, {"start": None, "progress": 0.5, "breath": 0.5}, {"breath": 0.5, "picture": "x.png"},
])  # fmt: skip
def test_what_does_more_than_breathe_is_painted_whole(band: Exercise, change: dict[str, object]) -> None:
    view, held = Seen(), band.held
    start = Shown(held, held.figure, held.figure, 1.0, lit=1.0)
    view.show_figure(band, start)
    view.show_figure(band, replace(start, **change))
    assert view.updated == [None, None]
