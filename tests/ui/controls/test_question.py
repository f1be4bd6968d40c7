"""A question on the mat: its letters are large, and each answer still says by which key it is given."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hamstring_gui.ui import questions
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.question import Asked, Question
from tests.goldens import picture_of

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
