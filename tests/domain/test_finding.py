"""What a search finds."""

import pytest

from hamstring_gui.domain.finding import folded, found, matches, place

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


@pytest.mark.parametrize(
    ("query", "text", "is_found"),
    [
        ("calf", "Works the calves", True), ("calves", "Wall calf stretch", True), ("calv", "calf", True),
        ("thighs", "thigh", True), ("stretches", "Stretch it", True), ("bodies", "whole body", True),
        ("foot", "Feet flat", True), ("feet", "one foot", True), ("waves", "a wave", True),
        ("abs", "a stable wall", False), ("half-banana", "Half-kneeling", False),
        ("pelvis", "pelvises", True), ("dead-lift", "Dead lift", True), ("half kneeling", "Half-kneeling", True),
        ("runner's", "Runner’s stretch", True), ("oje", "Øje", True), ("-", "a - b", True), ("-", "ab", False),
    ],
)  # fmt: skip
def test_singular_or_plural_joined_or_not(query: str, text: str, is_found: bool) -> None:
    assert matches(query, [text]) is is_found


def test_names_of_sources_count_only_where_nothing_else_is_found() -> None:
    things = {"band": ("Band hamstring stretch",), "bug": ("Dead bug",)}
    names = {"band": ("Common",), "bug": ("“Tips for Healthy Hamstrings”",)}
    assert found("hamstrings", things, names) == {"band"}
    assert found("healthy", things, names) == {"bug"}
    assert found("healthy dead", things, names) == {"bug"}
    assert found("", things, names) == {"band", "bug"}


@pytest.mark.parametrize(
    ("query", "where"), [("wall", 0), ("calves", 0), ("wall lower", 1), ("lower", 1), ("heel", 2), ("", 0)]
)
def test_what_goes_by_its_name_comes_before_what_goes_by_its_other_texts(query: str, where: int) -> None:
    assert place(query, ("Wall calf stretch",), ("lower leg",)) == where
