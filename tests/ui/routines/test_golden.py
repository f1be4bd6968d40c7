"""Routines as they are painted: the list with the chosen one lit, and what it consists of; small and large."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.storage.library import load_routines
from hamstring_gui.ui.routines.page import Routines, RoutinesPage
from tests.goldens import Goldens, picture_of


@pytest.mark.parametrize("size", [(716, 640), (1096, 760)], ids=str)
def test_routines(
    golden: Goldens, theme: str, assets: Path, exercises: Mapping[str, Exercise], size: tuple[int, int]
) -> None:
    routines = load_routines(assets, exercises)
    page = RoutinesPage()
    page.show_routines(
        Routines(tuple(routines.values()), frozenset(routines), frozenset({"desk-break"}), exercises), "desk-break"
    )
    golden(picture_of(page, size), f"routines/page-{size[0]}-{theme}")
