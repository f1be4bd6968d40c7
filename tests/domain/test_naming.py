"""What is meant by a name that somebody types."""

from __future__ import annotations

import pytest

from hamstring_gui.domain.naming import named, nearest

NAMES = {
    "glute-bridge": ("Hip extension (bridge)", "hip lift"),
    "leg-curl": ("Lying leg curl", "theraband"),
    "legs-up": ("Legs up the wall", "waterfall pose"),
    "band-stretch": ("Band stretch", "strap", "theraband"),
    "half-kneeling": ("Half-kneeling stretch",),
    "hip-flexor": ("Hip-flexor stretch", "half-kneeling"),
    "own": ("Dehnübung",),
    "own-2": ("Dehnübung",),
}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("glute-bridge", "glute-bridge"), (" HIP extension (Bridge) ", "glute-bridge"), ("bridge", "glute-bridge"),
        ("bridge hip", "glute-bridge"), ("Bridges", "glute-bridge"), ("hip", "glute-bridge hip-flexor"),
        ("leg", "leg-curl legs-up"), ("legs", "legs-up"), ("Waterfall", "legs-up"), ("strap", "band-stretch"),
        ("theraband", "leg-curl band-stretch"), ("half-kneeling", "half-kneeling"), ("kneel", "half-kneeling"),
        ("dehnubung", "own own-2"), ("Dehnübung", "own own-2"), ("", ""), ("  ", ""), ("bring", ""),
    ],
)  # fmt: skip
def test_a_part_of_a_name_is_enough_where_it_is_clear(text: str, ids: str) -> None:
    assert named(text, NAMES) == ids.split()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("brige", "glute-bridge"), ("glute-bridgee", "glute-bridge"), ("lying leg crul", "leg-curl"),
        ("Bnad Strecth", "band-stretch"), ("watrefall", "legs-up"), ("xyzzy", ""), ("", ""),
    ],
)  # fmt: skip
def test_what_is_misspelled_is_near_to_what_is_there(text: str, ids: str) -> None:
    assert nearest(text, NAMES) == ids.split()


def test_a_book_is_compared_by_its_beginning() -> None:
    assert nearest("evenning" + " and so on" * 100_000, {"a": ("Evening",)}) == []
