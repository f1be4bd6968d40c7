"""The numbers of the History page tell what they mean, on demand."""

from __future__ import annotations

import pytest

from hamstring_gui.ui.history import numbers
from hamstring_gui.ui.history.numbers import Numbers
from tests.domain.test_looking_back import weeks_of


def test_what_a_number_means_is_shown_and_read_aloud_until_it_is_put_away(
    application, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(numbers, "announce", lambda _, words: read.append(words))
    card = Numbers()
    qtbot.addWidget(card)
    weeks = weeks_of("3 3 1")
    card.show_weeks(weeks, weeks[0].start)
    card.streak.ask.click()
    assert read == [card.explanation.text()]
    assert read[0].startswith("Weeks in a row that met their goal.")
    assert (card.explanation.isHidden(), card.streak.ask.lit) == (False, True)
    card.this_week.ask.click()
    assert (card.streak.ask.lit, card.this_week.ask.lit, len(read)) == (False, True, 2)
    card.this_week.ask.click()
    assert (card.explanation.isHidden(), card.this_week.ask.lit, len(read)) == (True, False, 2)
