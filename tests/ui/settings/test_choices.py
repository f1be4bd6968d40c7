"""What each setting offers to choose from."""

from __future__ import annotations

import pytest

from hamstring_gui.ui.settings.described import OneOf
from hamstring_gui.ui.settings.rows import groups

pytestmark = pytest.mark.usefixtures("application")
WEEK = {"system": "As the system", "monday": "Monday", "sunday": "Sunday", "saturday": "Saturday"}


@pytest.mark.parametrize(
    ("field", "offered"),
    [
        ("goal", {days: str(days) for days in range(1, 8)}),
        ("first_day", WEEK),
        ("day_starts_at", {f"{hour:02}:00": f"{hour:02}:00" for hour in (0, 2, 3, 4, 5, 6)}),
        ("lead_in_s", {seconds: f"{seconds} s" for seconds in (0, 3, 5, 10, 20)}),
        ("sleep_s", {seconds: f"{seconds} s" for seconds in (3, 5, 10, 30)}),
        ("text_size", {size: f"{size} %" for size in (100, 112, 125, 150)}),
        ("theme", {"system": "As the system", "light": "Light", "dark": "Dark"}),
        ("motion", {"system": "As the system", "full": "Moving", "reduced": "Reduced"}),
        ("body", {"teal": "Teal shirt", "plum": "Plum shirt", "moss": "Moss shirt"}),
    ],
)
def test_a_choice(field: str, offered: dict[object, str]) -> None:
    (control,) = [row.control for group in groups(["en"]) for row in group.rows if row.field == field]
    assert isinstance(control, OneOf)
    assert dict(control.values) == offered
