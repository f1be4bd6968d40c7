"""What the session page shows, close by and from two metres."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.moment import Moment
from hamstring_gui.domain.routine import Routine, unroll
from hamstring_gui.ui.qt_setup import Colours
from hamstring_gui.ui.session.page import SessionPage
from hamstring_gui.ui.theme import DARK, palette_for
from tests.ui.conftest import Desk

Key = Qt.Key
Open = Callable[..., Desk]


def test_the_page_says_all_that_the_session_knows(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    page = desk.pages.session()
    desk.pass_time(2 + 4 + 1)
    assert desk.text("time_left") == "17 s left"
    assert desk.text("next") == "Next: set 2, right leg, 4 s"
    assert page.dots._shares == (True, False)
    assert not page.figure._mirrored
    assert [share for _, share, _ in page.strip._bars[:4]] == pytest.approx([1, 1, 0.5, 0], abs=0.06)
    assert page.ring._share == pytest.approx(0.5)
    desk.pass_time(1 + 4 + 0.5)
    assert not page.figure._mirrored, "the leg that was held lets go"
    assert (desk.text("phase"), desk.text("side")) == ("SWITCH", "Left leg next")
    desk.clock.pass_time(0.5)
    page.show_movement(desk.parts.conductor.player.session.moment().later(0.5))
    assert page.figure._mirrored
    assert desk.text("side") == "Left leg", "together, whatever is looked at"
    desk.parts.conductor.player.look()
    desk.pass_time(1 + 4 + 2 + 1)
    assert desk.text("next") == "Next: done"


def test_full_screen_is_the_distance_view(open_desk: Open, quick: Routine, qtbot) -> None:
    desk = open_desk(start=quick)
    desk.press(Key.Key_F11)
    qtbot.waitUntil(desk.window.isFullScreen)
    qtbot.waitUntil(lambda: not desk.pages.session().next.isVisible())
    height = desk.pages.session().height()
    assert desk.pages.session().countdown.letter_px >= 0.45 * height - 1
    assert desk.pages.session().phase.letter_px >= 0.08 * height
    desk.press(Key.Key_F11)
    qtbot.waitUntil(lambda: not desk.window.isFullScreen())
    qtbot.waitUntil(desk.pages.session().next.isVisible)


def test_a_new_palette_repaints_everything(
    open_desk: Open, quick: Routine, application: QApplication, colours: Colours
) -> None:
    desk = open_desk(start=quick)
    light = desk.window.grab().toImage()
    colours.choose("dark")
    application.processEvents()
    dark = desk.window.grab().toImage()
    assert light.pixelColor(5, 5).lightness() > 200
    assert dark.pixelColor(5, 5).lightness() < 60


def test_in_distance_view_the_controls_show_while_the_mouse_moves(open_desk: Open, quick: Routine, qtbot) -> None:
    desk = open_desk(start=quick)
    desk.press(Key.Key_F11)
    page = desk.pages.session()
    qtbot.waitUntil(lambda: not page.next.isVisible())

    def painted() -> bool:
        return desk.button("Pause").grab().toImage().pixelColor(12, 30).name() == "#1f6f78"

    assert not painted()
    qtbot.mouseMove(page.figure, page.figure.rect().center())
    qtbot.waitUntil(painted)
    page._veil_timer.timeout.emit()
    assert not painted()
    desk.click("Pause")
    assert desk.text("phase") == "GET READY", "a touch of what nobody sees only shows it"
    assert painted()
    page._veil_timer.timeout.emit()
    desk.button("Pause").click()
    assert desk.text("phase") == "PAUSED", "a screen reader can press it all the same"


def test_words_are_set_when_they_change(
    qapp: QApplication, exercises: Mapping[str, Exercise], quick: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, set_anew = SessionPage(), []
    monkeypatch.setattr(page, "_show_words", lambda moment, *_: set_anew.append(moment.elapsed_s))
    page.show_exercises(exercises)
    moment = Moment(unroll(quick, exercises), 1, "running", 1.2, 4.0, ())
    for seconds in (0.0, 0.1, 0.2, 1.0):
        page.show_moment(moment.later(seconds))
    for seconds in (1.5, 1.9, 1.95):  # the second of them is the first of another count
        page.show_movement(moment.later(seconds))
    assert set_anew == pytest.approx([1.2, 2.2, 3.1])
    page.setPalette(palette_for(DARK))
    for again in (page.set_seen, page.show_no_sound):
        page.show_moment(moment.later(1.0))
        again(True)
    page.show_moment(moment.later(1.0))
    assert set_anew == pytest.approx([1.2, 2.2, 3.1, 2.2, 2.2, 2.2])
