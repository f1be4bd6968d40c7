"""Settings as they are painted: what is set, what was changed and can go back; small and large."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from hamstring_gui.domain.consistency import GOAL
from hamstring_gui.domain.settings import Settings
from hamstring_gui.ui.settings.page import SettingsPage
from tests.goldens import Goldens, picture_of


@pytest.mark.parametrize("size", [(716, 640), (1096, 760)], ids=str)
def test_settings(golden: Goldens, theme: str, size: tuple[int, int]) -> None:
    usual = asdict(Settings()) | {"goal": GOAL}
    page = SettingsPage()
    page.show_settings(usual | {"volume": 35, "half_way": True, "goal": 5}, usual)
    golden(picture_of(page, size), f"settings/page-{size[0]}-{theme}")
