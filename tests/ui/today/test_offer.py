"""What is said of a session that was interrupted."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hamstring_gui.domain.exercise import Unit
from hamstring_gui.domain.going_on import Offer
from hamstring_gui.domain.routine import Phase
from hamstring_gui.ui.today import offer as words_of
from hamstring_gui.ui.today.offer import interrupted
from tests.domain.samples import START


@pytest.mark.parametrize(
    ("held", "unit", "words"),
    [(0, "holds", "R, interrupted at 19:42"), (1, "holds", ": 1 of 4 holds"), (3, "sets", ": 3 of 4 sets")],
)
def test_how_far_it_came_is_told_from_the_first_whole_set_on(application, held: int, unit: Unit, words: str) -> None:
    coming = Phase("hold", 30.0, "band", "right", 1, 2, 0, 0)
    offer = Offer("R", START, held, 4, coming, begun=True, unit=unit)
    assert interrupted(offer, START).endswith(words)


@pytest.mark.parametrize("days", [0, 1, 2])
@pytest.mark.parametrize(("held", "unit"), [(0, "sets"), (1, "holds"), (1, "sets")])
def test_it_is_one_sentence_to_translate(monkeypatch, days: int, held: int, unit: Unit) -> None:
    monkeypatch.setattr(words_of, "translate", lambda _, text, *__: f"<{text}>")
    offer = Offer("R", START, held, 4, Phase("hold", 30.0, "band", "right", 1, 2, 0, 0), begun=True, unit=unit)
    assert interrupted(offer, START + timedelta(days=days)).count("<") == 1
