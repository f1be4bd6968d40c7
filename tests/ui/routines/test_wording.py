"""What the editor says of gaps, and how typed ones are understood."""

from __future__ import annotations

import pytest

from hamstring_gui.domain.routine import unroll
from hamstring_gui.ui.routines.wording import WAIT, gap, in_all, read_gap
from tests.domain.samples import EXERCISES, routine

pytestmark = pytest.mark.usefixtures("application")


@pytest.mark.parametrize(("seconds", "says"), [(0.0, "–"), (WAIT, "Key"), (10.0, "10 s"), (90.0, "1 min 30 s")])
def test_a_gap(seconds: float, says: str) -> None:
    assert gap(seconds) == says


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [("-", 0.0), ("–", 0.0), ("—", 0.0), (" none ", 0.0), ("None", 0.0), ("0", 0.0), ("20", 20.0), ("1:30", 90.0),
     ("soon", None)],
)  # fmt: skip
def test_a_gap_that_is_typed(typed: str, seconds: float | None) -> None:
    assert read_gap(typed) == seconds


@pytest.mark.parametrize(("setup_s", "says"), [(20.0, "1 min 54 s in all"), (None, "1 min 34 s, and your waits")])
def test_how_long_it_takes_in_all(setup_s: float | None, says: str) -> None:
    assert in_all(unroll(routine(1, 41.0, setup_s=setup_s), EXERCISES)) == says
