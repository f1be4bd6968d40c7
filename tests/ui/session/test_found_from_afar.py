"""From the mat: where the eye finds leg, phase, sets and time, what lies over them, and how the rating reads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel

from hamstring_gui.domain.routine import read_routine, unroll
from hamstring_gui.domain.session import Session
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.notice import cut_short
from hamstring_gui.ui.keys_card import show_keys
from hamstring_gui.ui.session.finish import FinishPage
from hamstring_gui.ui.session.page import SessionPage
from hamstring_gui.ui.session.told_keys import told
from hamstring_gui.ui.theme import letters, theme_of
from hamstring_gui.ui.window import Window
from tests.domain.samples import play
from tests.spread import late
from tests.ui.room import settle
from tests.ui.session.test_far import LONG, Exercises, far_page, letters_in, nothing, over

pytestmark = pytest.mark.thorough


# -- where the eye finds it --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("size", [(900, 510), (1366, 768), (1920, 1080)], ids=str)
@pytest.mark.parametrize("others", [("romanian-dead-lift",), late(("chair-hamstring-stretch", "glute-bridge"))])
def test_leg_phase_sets_and_digits_stay_where_they_are_over_a_whole_session(
    application, exercises: Exercises, size: tuple[int, int], others: tuple[str, ...]
) -> None:
    page, _, clock = far_page(exercises, size)
    items = [{"exercise": name, "sets": 2} for name in ("band-hamstring-stretch", *others)]
    routine = read_routine("r", {"name": "R", "items": items}, exercises)
    session = Session(routine, unroll(routine, exercises), clock)
    places = set[tuple[object, ...]]()
    while session.state != "ended":
        page.show_moment(session.moment())
        corners = (part.geometry().topLeft().toTuple() for part in (page.side, page.phase, page.countdown))
        places.add((*corners, page.ring.geometry().getRect(), page.dots.geometry().right()))
        play(session, clock, 7)
    assert len(places) == 1


def test_the_number_of_sets_is_one_thing_apart_from_leg_and_phase(application, exercises: Exercises) -> None:
    for size, exercise in (((1024, 768), "band-hamstring-stretch"), ((1366, 768), "chair-hamstring-stretch")):
        page, session, _ = far_page(exercises, size, 9, exercise)
        page.show_moment(session.moment())
        lozenge = page.count._lozenge().translated(page.count.pos()).toRect()
        assert not page.count.isHidden()
        assert lozenge.width() > QFontMetrics(letters(page.count.letter_px, 700)).horizontalAdvance(page.count.text())
        for word in (page.side, page.phase):
            apart = page.phase.x() - lozenge.right() if page.phase.x() > lozenge.x() else lozenge.x() - word.x()
            assert apart > 0.1 * lozenge.height(), word.text()
        assert page.count.grab().toImage().pixelColor(6, page.count.height() // 2) == theme_of(page.palette()).chip


# -- what else lies over it --------------------------------------------------------------------------------------------
def far_window(qtbot, size: tuple[int, int], exercises: Exercises) -> tuple[Window, SessionPage]:
    page, session, _ = far_page(exercises, size)
    page.show_moment(session.moment())
    window = Window()
    qtbot.addWidget(window)
    window.add_page(page, "", undo=False, fills=True)
    window.show_page(page)
    window.resize(*size)
    window.show()
    settle()
    return window, page


@pytest.mark.parametrize("size", [(900, 510), (1366, 768), (1920, 1080)], ids=str)
def test_cards_over_it_can_be_read_from_there_and_from_a_chair_again(
    application, qtbot, exercises: Exercises, size: tuple[int, int]
) -> None:
    window, page = far_window(qtbot, size, exercises)
    high = window.height()  # no more than the screen's
    for lay in (lambda: show_keys(window, told(), nothing), lambda: window.show_waiting("wait", "This takes a while.")):
        lay()
        card = window._question
        assert card is not None
        settle()
        assert letters_in(card) >= round(0.08 * high)
        assert card._scrolled.horizontalScrollBar().maximum() == 0
        button = next(one for one in card.findChildren(KeyButton) if one.isVisible())
        assert window.rect().contains(QRect(button.mapTo(window, QPoint()), button.size())), "it is never scrolled away"
        assert card._foot.mapTo(window, QPoint()).y() > 0.5 * high
        page.set_distance_view(False)
        window.filled.emit(False)
        window.resize(size[0] - 1, high - 1)
        settle()
        assert letters_in(card) < 0.05 * high + 5
        page.set_distance_view(True)
        window.resize(size[0], high)
        settle()
        assert letters_in(card) >= round(0.08 * high)


@pytest.mark.parametrize("size", [(900, 510), (1366, 768), (1920, 1080)], ids=str)
def test_a_notice_over_it_can_be_read_and_hides_neither_time_nor_leg_nor_phase(
    application, qtbot, exercises: Exercises, size: tuple[int, int]
) -> None:
    window, page = far_window(qtbot, size, exercises)
    high = window.height()  # no more than the screen's
    for sentence, least in (
        ("The screen may go dark.", 0.08),
        (exercises["legs-up-the-wall"].ask_first, 0.07),
        (LONG * 3, 0),
    ):
        window.notice.show_notice(sentence)
        settle()
        assert window.notice.text.text() == sentence, "who has it read out hears all of it"
        assert window.notice.text.font().pixelSize() >= least * high - 1
        assert window.rect().contains(window.notice.geometry())
        hidden = window.notice.geometry()
        assert not any(
            hidden.intersects(part.geometry()) for part in (page.side, page.phase, page.countdown, page.dots)
        )
    page.set_distance_view(False)
    window.notice.place()
    assert window.notice.text.font().pixelSize() < 0.05 * high


@pytest.mark.parametrize(("words", "room", "shown"), [
    ("one two three", 1000, "one two three"), ("one two three", 80, "one two…"), ("one", 5, "one"),
])  # fmt: skip
def test_a_text_that_has_no_room_is_cut_at_a_word(application, words: str, room: int, shown: str) -> None:
    metrics = QFontMetrics(letters(16))
    assert cut_short(words, metrics, QSize(room, metrics.lineSpacing() + 1)) == shown


@pytest.mark.parametrize("size", [(900, 510), (1093, 614), (1366, 768), (1920, 1080)], ids=str)
@pytest.mark.parametrize("ends", ["done", "pain", "both legs"])
def test_what_the_ends_of_the_rating_mean_is_in_sight(
    application, qtbot, exercises: Exercises, size: tuple[int, int], ends: str
) -> None:
    shown = over(exercises, ends == "pain")
    if ends == "both legs":
        holds = [replace(hold, side=side) for hold in shown.session.holds[:2] for side in ("left", "right", "both")]
        shown = replace(shown, session=replace(shown.session, holds=tuple(holds)))
    page = FinishPage()
    qtbot.addWidget(page)
    page.resize(*size)
    page.set_far(True)
    page.show_over(shown)
    page.show()
    for _ in range(3):
        settle()
    low = page.sheet.mapTo(page, page.sheet.rect().bottomLeft()).y()
    texts = [one for one in page.findChildren(QLabel) if one.isVisible()]
    seen = [one.text() for one in texts if one.mapTo(page, one.rect().bottomLeft()).y() <= low]
    assert any("0 loose" in text for text in seen), seen
    assert any("10 very tight" in text for text in seen), seen
