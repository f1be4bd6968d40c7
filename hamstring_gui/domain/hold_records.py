"""What becomes of a set: its record, from its phase and the seconds that were held."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from hamstring_gui.domain.history import HAIR_S, HoldOutcome, HoldRecord
from hamstring_gui.domain.routine import Phase

LEAST_HELD_S = 1.0
"""Who ends a hold before this has skipped it."""


def record_of(hold: Phase, held_s: float, outcome: HoldOutcome, started_at: datetime) -> HoldRecord:
    return HoldRecord(
        hold.hold, hold.exercise, hold.side, hold.set, hold.seconds or 0.0, held_s, outcome, started_at
    )  # fmt: skip


def attempt_at(hold: Phase, held_s: float, started_at: datetime) -> HoldRecord:
    """The record of a hold, were it to end after so many seconds."""
    if held_s >= (hold.seconds or 0.0) - HAIR_S:
        return record_of(hold, held_s, "held", started_at)
    if held_s >= LEAST_HELD_S:
        return record_of(hold, held_s, "ended early", started_at)
    return record_of(hold, 0.0, "skipped", started_at)


def in_order(records: Mapping[int, HoldRecord]) -> tuple[HoldRecord, ...]:
    return tuple([records[hold] for hold in sorted(records)])  # of no generator: docs/adr/0036
