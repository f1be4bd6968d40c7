"""A language in which every text stands in brackets: what shows outside of them no translator can reach, and what shows
in several of them was put together from phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from hamstring_gui.domain.exercise import Exercise, Unit
from hamstring_gui.domain.going_on import Offer
from hamstring_gui.domain.history import HoldRecord, Tightness, by_hand
from hamstring_gui.domain.routine import Phase
from hamstring_gui.program.data import counted
from hamstring_gui.storage.restoring import Contents
from hamstring_gui.ui import no_history, questions
from hamstring_gui.ui.history.questions import Preview, import_words, nothing_new
from hamstring_gui.ui.history.sessions_table import SessionsTable
from hamstring_gui.ui.history.sessions_view import SessionsView
from hamstring_gui.ui.today.offer import going_on, interrupted
from hamstring_gui.ui.tray import told_of
from tests.domain.samples import START, remembered
from tests.ui.conftest import Desk

WORD = re.compile(r"[^\W\d_]{2,}")


class InBrackets(QTranslator):
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"⟦{source}⟧".replace("%n", str(n)).replace("\n", "⟧\n⟦")

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def brackets(application: QApplication) -> Iterator[None]:
    translator = InBrackets()
    application.installTranslator(translator)
    yield
    application.removeTranslator(translator)


def taken_apart(line: str) -> tuple[list[str], list[str]]:
    """What stands in the outermost brackets, and what before, between and behind them."""
    inside, outside, depth = list[str](), [""], 0
    for letter in line:
        depth += letter == "⟦"
        if letter == "⟦" and depth == 1:
            inside.append("")
        elif letter == "⟧" and depth == 1:
            outside.append("")
        elif depth:
            inside[-1] += letter
        else:
            outside[-1] += letter
        depth -= letter == "⟧"
    return inside, outside


@cache
def reached() -> frozenset[str]:
    """Words that Qt knows in every language."""
    locale, forms = QLocale(), list(QLocale.FormatType)
    days = {locale.dayName(day, form) for day in range(1, 8) for form in forms}
    return frozenset(days | {locale.standaloneMonthName(month, form) for month in range(1, 13) for form in forms})


@cache
def fault_of(line: str) -> str:
    """Sentences may follow each other, and what is listed is apart by a text of its own."""
    inside, outside = taken_apart(line)
    if set(WORD.findall(" ".join(outside))) - reached() - {"English"}:
        return f"no translator reaches all of it: {line}"
    for one, between, other in zip(inside, outside[1:], inside[1:], strict=False):
        follows = not between.strip() and re.search(r"[.!?:…]⟧*$", one)
        listed = not between and not (WORD.search(one) and WORD.search(other))
        if not (follows or listed):
            return f"put together from phrases: {line}"
    return ""


def texts_of(widget: QWidget) -> Iterator[str]:
    for part in (widget, *widget.findChildren(QWidget)):
        yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.windowTitle())
        if isinstance(part, QLabel | QAbstractButton):
            yield part.text()
        if isinstance(part, QLineEdit):
            yield part.placeholderText()


def faults(*texts: str) -> set[str]:
    return set(filter(None, map(fault_of, {line for text in texts for line in text.split("\n")})))


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("⟦Hold⟧", ""), ("⟦{day}: ⟦%n sets⟧⟧", ""), ("12 · 3", ""), ("", ""), ("⟦One.⟧ ⟦Two.⟧", ""), ("Mon", ""),
        ("⟦mat⟧⟦, ⟧⟦ball⟧", ""), ("⟦⟦One.⟧⟧ ⟦Two⟧", ""), ("Hold", "no translator"), ("⟦Hold⟧ it", "no translator"),
        ("⟦3 sets⟧ ⟦of 2 legs⟧", "put together"), ("⟦L 4⟧ · ⟦R 5⟧", "put together"), ("⟦mat⟧, ⟦ball⟧", "put together"),
        ("⟦mat⟧⟦ball⟧", "put together"),
    ],
)  # fmt: skip
def test_the_measure_finds_phrases(application: QApplication, line: str, fault: str) -> None:
    assert fault_of(line).startswith(fault) if fault else not fault_of(line)


def remember(desk: Desk) -> None:
    """Weeks in which all kinds of things were held, and stopped."""
    for number in range(30):
        at = START - timedelta(days=5 * number)
        holds = [
            HoldRecord(0, "band-hamstring-stretch", "left", 1, 30.0, 30.0, "held", at),
            HoldRecord(1, "wall-calf-stretch", "right", 1, 30.0, 12.4, "ended early", at),
            HoldRecord(2, "legs-up-the-wall", "both", 1, 120.0, 119.6, "held", at),
            HoldRecord(3, "1", "left", 1, 30.0, 9.6, "stopped for pain", at),
        ]
        routine, rated = desk.parts.library.routines["daily-band-stretch"], Tightness(9 - number // 5, 4)
        desk.store.put_session(
            remembered(
                f"{number}", routine, at, holds[: 2 + number % 3], planned_s=100.0, outcome="finished", tightness=rated
            )
        )
    desk.store.put_session(by_hand("one", START, START.date(), left_s=100, right_s=100))


@pytest.mark.thorough
def test_what_is_known_of_a_history_is_in_whole_texts(open_desk: Callable[..., Desk], brackets: None) -> None:
    desk = open_desk()
    remember(desk)
    desk.parts.history.show()
    desk.parts.today.look_back()
    assert faults(*texts_of(desk.pages.history()), *texts_of(desk.pages.today())) == set()


@pytest.mark.nightly
def test_every_page_is_in_whole_texts(open_desk: Callable[..., Desk], brackets: None) -> None:
    desk = open_desk(safe=False)
    pages, found = desk.pages, set[str]()

    def look(place: QWidget) -> None:
        QApplication.processEvents()
        found.update(faults(*texts_of(place)))

    remember(desk)
    look(pages.safety())
    pages.safety().understood.emit()
    look(pages.introduction())
    desk.parts.history.show()
    table = desk.window.findChild(SessionsTable)
    assert table is not None
    for wish in (table.add_requested.emit, lambda: table.edit_requested.emit("one"), table.export_requested.emit):
        wish()
        look(desk.window._question)
        desk.window.drop_question()
    view = table.findChild(SessionsView)
    assert view is not None
    for session_id in ("one", "2", "5"):
        view.open_session(session_id)
        look(table)
    for tile in pages.history().numbers._tiles:
        tile.ask.click()
        look(pages.history().numbers)
    desk.parts.routines.show()
    for routine_id in list(desk.parts.library.routines):
        pages.routines().choose(routine_id)
        pages.routines().editor.between.fold.setChecked(True)
        look(pages.routines().editor)
    look(pages.routines())
    desk.parts.exercises.show()
    look(pages.exercises())
    for exercise in list(desk.parts.library.exercises.values()):
        pages.exercises().show_exercise(exercise.id)
        look(pages.exercises().exercise)
    for wanted in (None, desk.parts.library.exercises["leg-curl"]):
        pages.exercises().show_editor(wanted)
        look(pages.exercises().editor)
    desk.parts.settings.show()
    look(desk.window)
    assert found == set()


@pytest.mark.thorough
def test_a_session_and_its_end_are_in_whole_texts(open_desk: Callable[..., Desk], brackets: None, quick) -> None:
    desk, told = open_desk(start=quick), list[str]()
    desk.parts.conductor.player.moment_changed.connect(lambda moment: told.append(told_of(moment)))
    found = set[str]()
    for _ in range(80):
        desk.pass_time(1)
        found |= faults(*texts_of(desk.pages.session()), *told)
    found |= faults(*texts_of(desk.pages.finish()))
    assert told
    assert found == set()


def test_questions_are_in_whole_texts(
    application: QApplication, brackets: None, exercises: dict[str, Exercise]
) -> None:
    def do() -> None: ...

    damaged = no_history.Unopened(
        "damaged", "1", "", read=3, known=5, in_part=2, last_backup=no_history.last_backup("1", 2)
    )
    asked = [
        questions.to_end(do, do),
        questions.about_unwritten(2, "holds", "1", do, do, do),
        questions.about_toes(),
        questions.to_discard("1", "2", do),
        questions.to_restore("1.zip", do, counted(Contents(2, 3, 4, True), Contents(5, 6, 7, True)), shared=True),
        questions.to_delete_everything(do, shared=True),
        questions.open_elsewhere("1", do),
        questions.about_draft("1", do, do),
        questions.about_unsaved(do, do),
        no_history.about_damage(damaged, no_history.Offers(do, do, do, do, do)),
    ]
    texts = [words for one in asked for words in (one.title, one.text, *(answer.words for answer in one.answers))]
    exercise = exercises["band-hamstring-stretch"]
    coming = Phase("hold", 30.0, exercise.id, "left", 2, 3, 0, 4)
    units: tuple[tuple[Unit, int], ...] = (("holds", 1), ("sets", 1), ("sets", 0))
    for unit, held in units:
        offer = Offer(exercise.name, START, held, 6, coming, True, exercise.name, bool(held), unit)
        texts += [interrupted(offer, START + timedelta(days=2)), going_on(offer)]
    preview = Preview("1", 2, 3, ("4: 5", "6"), 7, 8, ("9", "10", "11"), {"12": 13}, ("12",), 1)
    assert faults(*texts, import_words(preview), nothing_new(preview)) == set()
