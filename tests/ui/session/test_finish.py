"""What the finish page says of a session: praise is for each leg's dose, and for nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import HoldRecord, SessionOutcome, SessionRecord, full_dose
from hamstring_gui.ui.session.finish import FinishPage, Over
from tests.domain.samples import EXERCISES, START

R, L, B = "right", "left", "both"


def record(number: int, side: str, planned_s: float, held_s: float, exercise: str = "band") -> HoldRecord:
    outcome = "held" if held_s >= planned_s else "ended early" if held_s else "skipped"
    return HoldRecord(number, exercise, side, 1, planned_s, held_s, outcome, START)  # type: ignore[arg-type]


def of(*seconds: tuple[str, float, float]) -> tuple[HoldRecord, ...]:
    return tuple(record(n, side, planned, held) for n, (side, planned, held) in enumerate(seconds))


@pytest.mark.parametrize(
    ("holds", "full"),
    [
        (of((R, 30, 30), (L, 30, 30)), True),
        (of((R, 30, 60), (L, 30, 0)), False),
        (of((R, 30, 50), (L, 30, 29)), False),
        (of((R, 30, 20), (R, 30, 40), (L, 30, 30), (L, 30, 30)), True),
        (of((B, 180, 180)), True),
        (of((B, 180, 170)), False),
        ((record(0, R, 30, 40), record(1, R, 30, 20, "wall"), record(2, L, 30, 30)), False),
        ((), False),
    ],
)
def test_no_leg_makes_up_for_the_other(holds: Sequence[HoldRecord], full: bool) -> None:
    assert full_dose(holds) == full


def titles(page: FinishPage, holds: tuple[HoldRecord, ...], outcome: SessionOutcome) -> tuple[str, bool]:
    planned_s = sum(hold.planned_s for hold in holds)
    session = SessionRecord(
        "1", "sample", "Sample", START, START + timedelta(minutes=5), START.date(), outcome, planned_s, holds
    )
    page.show_over(Over(session, None, EXERCISES))
    return page.title.text(), bool(page.hint.text())


@pytest.mark.parametrize(
    ("holds", "outcome", "title", "hint"),
    [
        (of((R, 30, 30), (L, 30, 30)), "finished", "Well done", False),
        (of((R, 30, 90), (L, 30, 0)), "finished", "Done for today", False),
        (of((R, 30, 30), (L, 30, 4)), "finished", "Done for today", False),
        (of((R, 30, 30), (L, 30, 4)), "ended early", "Ended early", True),
        (of((R, 30, 30), (L, 30, 30)), "ended early", "Well done", False),
    ],
)
def test_praise_is_for_each_legs_dose(
    qtbot, application, holds: tuple[HoldRecord, ...], outcome: SessionOutcome, title: str, hint: bool
) -> None:
    page = FinishPage()
    qtbot.addWidget(page)
    assert titles(page, holds, outcome) == (title, hint)


@pytest.mark.parametrize("outcome", ["finished", "ended early"])
def test_who_lies_in_a_rest_pose_is_told_how_to_get_up(
    qtbot, application: QApplication, exercises: Mapping[str, Exercise], outcome: SessionOutcome
) -> None:
    page = FinishPage()
    qtbot.addWidget(page)
    for last, told in (("legs-up-the-wall", True), ("band-hamstring-stretch", False)):
        holds = (record(0, R, 30, 30, "band-hamstring-stretch"), record(1, B, 30, 30, last))
        session = SessionRecord(
            "1", "sample", "Sample", START, START + timedelta(minutes=5), START.date(), outcome, 60, holds
        )
        page.show_over(Over(session, None, exercises))
        assert ("Roll to one side" in page.hint.text()) == told
