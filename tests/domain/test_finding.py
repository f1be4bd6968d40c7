"""What a search finds."""

import pytest

from hamstring_gui.domain.finding import folded, matches

TEXTS = ("Dehnübung im Sitzen", "chair", "Flex the foot: toes toward you.")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        ("   ", True),
        ("dehnubung", True),
        ("DEHNÜBUNG", True),
        ("dehnu\u0308bung", True),
        ("toe", True),
        ("chair toe", True),
        ("toe chair", True),
        ("chair ball", False),
        ("sitzend", False),
        ("chairtoes", False),
    ],
)
def test_every_word_must_stand_somewhere(query: str, found: bool) -> None:
    assert matches(query, TEXTS) is found


@pytest.mark.parametrize(("text", "plain"), [("Straße", "strasse"), ("Å ﬁt", "a fit"), ("Ελλάδα", "ελλαδα")])
def test_case_and_accents_go(text: str, plain: str) -> None:
    assert folded(text) == plain
