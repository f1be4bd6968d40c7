"""Texts that are half as long again, as many languages need: nothing is cut off in the smallest window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel

from hamstring_gui.domain.history import by_hand
from hamstring_gui.domain.offers import Offer
from hamstring_gui.ui import questions
from hamstring_gui.ui.controls.buttons import FilterChip, IconButton, KeyButton, QuietButton
from hamstring_gui.ui.controls.choice import Choice
from hamstring_gui.ui.controls.fitted import FittedText
from hamstring_gui.ui.controls.options import OptionButton
from hamstring_gui.ui.history.sessions_table import SessionsTable
from hamstring_gui.ui.session.finish import Over
from tests.domain.samples import START
from tests.spread import late

pytestmark = pytest.mark.thorough

LEAST_WINDOW_SIZE = (900, 510)
"""From here on every page has room for all it says, and a session also in a window that is taller than wide."""


class HalfAsLongAgain(QTranslator):
    """Says the first half of every text twice. Counted texts come out in their plain form."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        words = source.split(" ")
        return " ".join(words[: (len(words) + 1) // 2] + words).replace("%n", str(n))

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def long_texts(application: QApplication) -> Iterator[None]:
    translator = HalfAsLongAgain()
    application.installTranslator(translator)
    yield
    application.removeTranslator(translator)


def cut_off(page) -> list[str]:
    """The texts on a page that don't fit their place."""
    found = []
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if isinstance(label, FittedText):
            fits = label._fits(label._fitted)
        elif label.wordWrap():
            fits = label.heightForWidth(label.width()) <= label.height() + 1
        else:
            widest = max(QFontMetrics(label.font()).horizontalAdvance(line) for line in label.text().split("\n"))
            fits = widest <= label.width() + 1
        if not fits:
            found.append(f"{label.objectName()}: {label.text()}")
    for button in page.findChildren(KeyButton):
        if button.isVisible() and not isinstance(button, IconButton):
            words = QFontMetricsF(button.font()).horizontalAdvance(button.text())
            if words > button.width() - 12:
                found.append(f"button: {button.text()}")
    return found


def settle() -> None:
    """Nested layouts take a few rounds until every text has its height."""
    for _ in range(8):
        QApplication.processEvents()


def open_small(open_desk, **wishes):
    desk = open_desk(**wishes)
    desk.window.resize(*LEAST_WINDOW_SIZE)
    QApplication.processEvents()
    return desk


def test_the_measure_finds_what_is_cut_off(open_desk, long_texts, quick) -> None:
    desk = open_small(open_desk, start=quick)
    desk.pages.session().step.resize(40, 20)
    assert any(text.startswith("step") for text in cut_off(desk.pages.session()))


def test_session(open_desk, long_texts, quick) -> None:
    desk = open_small(open_desk, start=quick)
    for _ in range(23):
        assert cut_off(desk.pages.session()) == []
        desk.pass_time(1)


def test_other_pages(open_desk, long_texts, quick) -> None:
    desk = open_small(open_desk, start=quick)
    desk.pass_time(25)
    settle()
    assert cut_off(desk.pages.finish()) == []
    desk.pages.finish().done.emit()
    settle()
    assert cut_off(desk.pages.today()) == []
    desk.pages.today().safety_requested.emit()
    settle()
    assert cut_off(desk.pages.safety()) == []


def test_library(open_desk, long_texts) -> None:
    desk = open_small(open_desk)
    desk.parts.exercises.show()
    settle()
    page = desk.pages.exercises().exercises
    assert cut_off(page) == []
    assert [card.text() for card in page.grid.cards if card.heightForWidth(card.width()) > card.height()] == []
    chips = page.findChildren(FilterChip)
    assert chips
    assert [chip.text() for chip in chips if chip.sizeHint().width() > chip.width()] == []
    page.search.setText("xyz")
    settle()
    assert cut_off(page) == []
    page.toes_requested.emit()
    settle()
    assert cut_off(desk.window._question) == []


def test_routines(open_desk, long_texts) -> None:
    desk = open_small(open_desk)
    desk.parts.routines.show()
    page = desk.pages.routines()
    for routine_id in list(desk.parts.library.routines):
        page.choose(routine_id)
        page.editor.between.fold.setChecked(True)
        settle()
        assert cut_off(page) == []
        for choice in page.findChildren(Choice):
            assert not choice.isVisible() or choice.width() >= choice.minimumSizeHint().width(), choice.words
        for button in page.findChildren(QuietButton):
            assert button.width() >= button.sizeHint().width(), button.text()
        entries = page.list.entries
        assert [entry.text() for entry in entries if entry.heightForWidth(entry.width()) > entry.height()] == []
    desk.parts.routines.make_new()
    settle()
    assert cut_off(page) == []
    page.editor.add.click()
    settle()
    assert cut_off(page.chooser) == []


def test_an_offer(open_desk, long_texts, exercises) -> None:
    desk = open_small(open_desk)
    finish = desk.pages.finish()
    session = by_hand("s", START, START.date(), left_s=60, right_s=60, exercise="band-hamstring-stretch")
    finish.show_over(Over(session, Offer("daily-band-stretch", 0, "band-hamstring-stretch", 30, 15, "left"), exercises))
    desk.window.show_page(finish)
    settle()
    assert cut_off(finish) == []


def test_the_page_of_every_exercise(open_desk, long_texts) -> None:
    desk = open_small(open_desk)
    desk.parts.exercises.show()
    for exercise_id in desk.parts.library.exercises:
        desk.pages.exercises().show_exercise(exercise_id)
        settle()
        page = desk.pages.exercises().exercise
        assert cut_off(page) == []
        assert [b.text() for b in page.steps.buttons if b.heightForWidth(b.width()) > b.height()] == []
        assert page.facts.width() <= page.sheet.viewport().width()


def test_writing_an_exercise(open_desk, long_texts) -> None:
    desk = open_small(open_desk)
    desk.parts.exercises.show()
    for wanted in (
        None,
        desk.parts.library.exercises["band-hamstring-stretch"],
        desk.parts.library.exercises["leg-curl"],
    ):
        desk.pages.exercises().show_editor(wanted)
        settle()
        page = desk.pages.exercises().editor
        assert cut_off(page) == []
        assert page.sheet.widget().width() <= page.sheet.viewport().width()


@pytest.mark.parametrize("sessions", [0, 40])
def test_history(open_desk, long_texts, sessions: int) -> None:
    desk = open_small(open_desk)
    for number in range(sessions):
        at = START - timedelta(days=3 * number)
        desk.store.put_session(by_hand(f"{number}", at, at.date(), left_s=100, right_s=100))
    desk.store.mark_rest(START.date() - timedelta(days=27), True)
    desk.parts.history.show()
    page = desk.pages.history()
    for tile in page.numbers._tiles:
        tile.ask.click()
        settle()
        assert cut_off(page) == []
    chips = page.findChildren(FilterChip)
    assert [chip.text() for chip in chips if chip.sizeHint().width() > chip.width()] == []
    assert page.sheet.widget().width() <= page.sheet.viewport().width()


@pytest.mark.parametrize("text_size", [late(100), 150])
def test_settings(open_desk, long_texts, text_size: int) -> None:
    desk = open_small(open_desk)
    desk.hamstring.preferences.change(text_size=text_size)
    desk.parts.settings.show()
    settle()
    page = desk.pages.settings()
    for row in page.rows.values():
        row.reset.show()
    settle()
    assert cut_off(page) == []
    options = page.findChildren(OptionButton)
    assert [button.text() for button in options if button.sizeHint().width() > button.width()] == []
    assert page.sheet.widget().width() <= page.sheet.viewport().width()
    for asked in (questions.to_delete_everything(print), questions.to_restore("/somewhere/backup.zip", print)):
        desk.window.ask(asked)
        settle()
        assert cut_off(desk.window._question) == []


@pytest.mark.parametrize("text_size", [100, 150])
def test_introduction(open_desk, long_texts, text_size: int) -> None:
    desk = open_small(open_desk, safe=False)
    desk.hamstring.preferences.change(text_size=text_size)
    desk.pages.safety().understood.emit()
    page = desk.pages.introduction()
    for leaf in (page.habit, page.mat):
        page.setCurrentWidget(leaf)
        settle()
        assert cut_off(leaf) == []
        assert leaf.sheet.widget().width() <= leaf.sheet.viewport().width()


def test_cards_of_the_history(open_desk, long_texts) -> None:
    desk = open_small(open_desk)
    desk.store.put_session(by_hand("one", START, START.date(), left_s=100, right_s=100))
    desk.parts.history.show()
    table = desk.window.findChild(SessionsTable)
    wishes = (table.add_requested.emit, lambda: table.edit_requested.emit("one"), table.export_requested.emit)
    for wish in wishes:
        wish()
        settle()
        card = desk.window._question
        assert cut_off(card) == []
        assert card._scrolled.widget().width() <= card._scrolled.viewport().width()
        desk.window.drop_question()
