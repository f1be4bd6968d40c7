"""What surrounds the countdown, as it is painted: the ring that empties, the dots of the sets, the strip of it all."""

from __future__ import annotations

import pytest

from hamstring_gui.ui.session.countdown import Ring
from tests.goldens import Goldens, picture_of


@pytest.mark.parametrize("side", [120, 380])
def test_the_ring_empties_from_the_top_clockwise(golden: Goldens, theme: str, side: int) -> None:
    ring = Ring()
    ring.show_share(0.7, "hold", still=False)
    golden(picture_of(ring, (side, side)), f"session/ring-{side}-{theme}")
