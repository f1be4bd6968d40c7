"""The figure on Today has what room words and Start leave it, also in a low window, and lies on nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ui.conftest import Desk
from tests.ui.room import settle


@pytest.mark.parametrize(("size", "least_px"), [((1093, 583), 200), ((900, 510), 110), ((960, 505), 120)])
def test_a_low_window_has_room_for_the_figure(
    open_desk: Callable[..., Desk], size: tuple[int, int], least_px: int
) -> None:
    desk = open_desk()
    desk.window.resize(*size)
    settle()
    hero = desk.pages.today().hero
    figure = hero.figure.geometry()
    assert hero.figure.isVisible()
    assert min(figure.width(), round(figure.height() * 1.6)) >= least_px
    assert hero.rect().contains(figure)
    for part in (hero.name, hero.about, hero.takes, hero.needs, hero.hold, hero.start):
        assert not figure.intersects(part.geometry()), part.objectName()
