"""The body look in the window: it reaches every figure, at once, and those that are made later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hamstring_gui.domain.settings import BodyLook
from hamstring_gui.figure.look import look_for
from hamstring_gui.storage.paths import Paths
from hamstring_gui.ui.controls.figure_view import FigureView, set_body
from hamstring_gui.ui.settings.body_options import BodyButton
from tests.pixels import number, pixels
from tests.ui.conftest import Desk

pytestmark = [pytest.mark.thorough, pytest.mark.painted]


class Painted(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def shirts(widget: QWidget) -> set[BodyLook]:
    """Whose shirts can be seen on a widget."""
    seen = set(np.unique(pixels(widget.grab().toImage())).tolist())
    bodies: tuple[BodyLook, ...] = ("teal", "plum", "moss")
    return {body for body in bodies if number(look_for(dark=False, body=body).person.shirt) in seen}


def test_the_setting_is_there_from_the_start(open_desk: Callable[..., Desk], tmp_path: Path) -> None:
    file = Paths.under(tmp_path).settings
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('[look]\nbody = "plum"\n')
    desk = open_desk()
    assert shirts(desk.pages.today()) == {"plum"}


def test_another_look_reaches_every_figure_at_once(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    assert shirts(desk.pages.today()) == {"teal"}
    set_body(desk.window, "moss")
    assert shirts(desk.pages.today()) == {"moss"}
    desk.click("Exercises")
    figures = [figure for figure in desk.pages.exercises().findChildren(FigureView) if figure.isVisible()]
    assert len(figures) > 5
    for figure in figures:
        assert shirts(figure) == {"moss"}
    set_body(desk.window, "plum")
    assert {body for figure in figures for body in shirts(figure)} == {"plum"}
    desk.parts.today.show()
    desk.click("Start")
    assert shirts(desk.pages.session().figure) == {"plum"}


def test_what_shows_is_painted_again(qtbot: QtBot) -> None:
    """Also what nothing moves in."""
    window, painted = QWidget(), Painted()
    qtbot.addWidget(window)
    window.installEventFilter(painted)
    with qtbot.waitExposed(window):
        window.show()
    QApplication.processEvents()
    painted.count = 0
    set_body(window, "moss")
    qtbot.waitUntil(lambda: painted.count > 0)


@pytest.mark.parametrize("body", ["teal", "plum", "moss"])
def test_a_picture_of_a_look_shows_that_one(open_desk: Callable[..., Desk], body: BodyLook) -> None:
    desk = open_desk()
    picture = BodyButton(body, body, desk.window)
    picture.resize(picture.sizeHint())
    assert shirts(picture) == {body}
