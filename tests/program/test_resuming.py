"""A session that was interrupted and stays as it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hamstring_gui.domain.going_on import Underway
from hamstring_gui.domain.moment import Reached
from hamstring_gui.program.resuming import as_it_is
from tests.domain.samples import START, remembered, routine


@pytest.mark.parametrize(("noted_s", "ended_s"), [(90, 90), (0, 0), (-3600, 0)])
def test_it_ended_when_it_was_noted_last_and_never_before_it_began(noted_s: float, ended_s: float) -> None:
    underway = Underway(routine(), "right", {}, Reached(0), START + timedelta(seconds=noted_s))
    over = as_it_is(remembered("1", routine(), START, outcome="finished"), underway)
    assert (over.outcome, over.ended_at) == ("interrupted", START + timedelta(seconds=ended_s))
