"""A question on the mat: its letters are large, and each answer still says by which key it is given."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hamstring_gui.ui import no_history, questions
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.question import Answer, Asked, Question, asking, on_enter
from tests.goldens import picture_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ASKED = [questions.about_pain(None, print, print), questions.to_end(print, print)]


@pytest.mark.parametrize(("width", "height"), [(1180, 760), (1366, 768), (1920, 1080), (2560, 1440)])
@pytest.mark.parametrize("asked", ASKED, ids=[asked.topic for asked in ASKED])
def test_the_keys_of_the_answers_show_in_distance_view(
    qtbot, application: QApplication, asked: Asked, width: int, height: int
) -> None:
    covered = QWidget()
    qtbot.addWidget(covered)
    covered.resize(width, height)
    covered.show()
    assert QTest.qWaitForWindowExposed(covered, 30_000)
    question = Question(asked, height * 0.05, covered)
    question.appear()
    QApplication.processEvents()
    buttons = question.findChildren(KeyButton)
    assert len(buttons) == len(asked.answers)
    assert [button.text() for button in buttons if button.width() < button.width_with(True) - 4] == []


def test_the_page_under_it_is_dimmed(application: QApplication) -> None:
    page = QWidget()
    page.resize(1180, 760)
    question = Question(ASKED[1], 30, page)
    paper = picture_of(page).pixelColor(5, 5)
    question.appear()
    assert picture_of(page).pixelColor(5, 5).lightness() < 0.6 * paper.lightness()


def numbered(chosen: list[str], **more: object) -> Asked:
    others = [Answer(words, partial(chosen.append, words)) for words in "BC"]
    return asking("x", "X", "?", on_enter("A", partial(chosen.append, "A")), *others, **more)


@pytest.mark.parametrize(("key", "modifier", "answered"), [
    (Key.Key_1, Modifier.NoModifier, ["A"]), (Key.Key_2, Modifier.NoModifier, ["B"]),
    (Key.Key_3, Modifier.KeypadModifier, ["C"]), (Key.Key_3, Modifier.ShiftModifier, ["C"]),
    (Key.Key_4, Modifier.NoModifier, []), (Key.Key_2, Modifier.ControlModifier, []),
    (Key.Key_2, Modifier.AltModifier, []),
    (Key.Key_Escape, Modifier.NoModifier, []), (Key.Key_Return, Modifier.NoModifier, ["A"]),
])  # fmt: skip
def test_each_answer_has_its_number(
    qtbot, application: QApplication, key: Qt.Key, modifier: Qt.KeyboardModifier, answered: list[str]
) -> None:
    page, chosen = QWidget(), list[str]()
    qtbot.addWidget(page)
    question = Question(numbered(chosen), 20, page)
    assert [button._key for button in question.findChildren(KeyButton)] == ["Enter", "2", "3"]
    QTest.keyClick(question, key, modifier)
    assert chosen == answered


def test_where_a_word_has_to_be_typed_a_digit_is_no_answer(qtbot, application: QApplication) -> None:
    page, chosen = QWidget(), list[str]()
    qtbot.addWidget(page)
    question = Question(replace(numbered(chosen), word="2"), 20, page)
    QTest.keyClick(question, Key.Key_2)
    assert chosen == []
    assert [button._key for button in question.findChildren(KeyButton)] == ["Enter", "", ""]


def test_what_comes_by_itself_or_is_done_for_good_is_answered_by_no_digit(qtbot, application: QApplication) -> None:
    page, chosen = QWidget(), list[str]()
    qtbot.addWidget(page)
    first, *others = (asked := numbered(chosen)).answers
    for changed, keys, answered in (
        (replace(asked, by_itself=True), ["Enter", "", ""], [False, False, False]),
        (replace(asked, answers=(first, replace(others[0], for_good=True), others[1])), ["Enter", "", "3"],
         [True, False, True]),
    ):  # fmt: skip
        assert [button._key for button in Question(changed, 20, page).findChildren(KeyButton)] == keys
        assert [Question(changed, 20, page).answer(key) for key in (Key.Key_1, Key.Key_2, Key.Key_3)] == answered
    assert chosen == ["A", "C"]


UNOPENED = no_history.Unopened("damaged", "history.sqlite3", "it is damaged")
OFFERS = no_history.Offers(*[print] * 5)
BY_ITSELF = [
    no_history.about_damage(UNOPENED, OFFERS), no_history.to_choose(UNOPENED, OFFERS),
    no_history.to_save_elsewhere("Nothing is saved.", print), questions.no_history("It is damaged.", print),
    questions.open_elsewhere("lock", print),
]  # fmt: skip
FOR_GOOD = {
    questions.about_draft("Bridge", print, print): "Throw away",
    questions.about_unsaved(print, print): "Discard changes",
    questions.about_unwritten(2, "holds", "full", print, print, print): "Quit",
}


def test_each_question_knows_whether_digits_may_answer_it() -> None:
    assert [asked.title for asked in BY_ITSELF if not asked.by_itself] == []
    for asked, words in FOR_GOOD.items():
        assert not asked.by_itself
        assert [answer.words for answer in asked.answers if answer.for_good] == [words]


def test_esc_leads_away_where_it_is_no_answer(qtbot, application: QApplication) -> None:
    page, chosen, away = QWidget(), list[str](), list[bool]()
    qtbot.addWidget(page)
    question = Question(numbered(chosen, away=lambda: away.append(True)), 20, page)
    assert question.answer(Key.Key_Escape)
    assert (chosen, away) == ([], [True])
