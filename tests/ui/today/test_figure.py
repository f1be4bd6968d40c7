"""The figure on Today has what room words and Start leave it, also in a low window, and lies on nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from hamstring_gui.ui.today.hero import Hero
from tests.ui.cases import in_one_window
from tests.ui.conftest import Desk
from tests.ui.room import settle


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
