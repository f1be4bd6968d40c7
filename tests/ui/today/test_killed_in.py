"""What the next start says and what is on record, by what stood on the screen when the program was killed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.domain.routine import Routine
from tests.spread import late
from tests.ui.conftest import Desk
from tests.ui.today.test_going_on import kill, restart

__all__ = ("restart",)
Open = Callable[..., Desk]
P, SPACE, ESC, RETURN = Qt.Key.Key_P, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Return
LAST_HOLD = 2 + 4 + 2 + 4 + 2 + 4 + 2
R1, R2, L1 = [(side, number, "held", 4.0) for side, number in (("R", 1), ("R", 2), ("L", 1))]
LEFT_NEXT = "You have time to lie down, then it goes on: Set 1 of 2 · Left leg"
HURT = "You stopped for pain. If it stays or comes back, contact your doctor before you go on."


@pytest.mark.parametrize(("steps", "where", "last", "records"), [
    late([1], "", "", []),
    late([2 + 4 + 1], "… Set 2 of 2 · Right leg", "interrupted after 1 hold, 4 s", [R1]),
    late([2 + 4 + 2 + 4 + 1], "… Set 1 of 2 · Left leg", "interrupted after 2 holds, 8 s", [R1, R2]),
    late([2 + 3, SPACE], "… Set 1 of 2 · Right leg · 1 s left", "", [("R", 1, "ended early", 3.0)]),
    late([2 + 3, ESC], "… Set 1 of 2 · Right leg · 1 s left", "", [("R", 1, "ended early", 3.0)]),
    late([1, P], f"{HURT} {LEFT_NEXT}", "", [("R", 1, "stopped for pain", 0.0), ("R", 2, "skipped", 0.0)]),
    late([2 + 3, P], f"{HURT} {LEFT_NEXT}", "", [("R", 1, "stopped for pain", 3.0), ("R", 2, "skipped", 0.0)]),
    late([2 + 3, P, SPACE, 5 + 4], "… Set 2 of 2 · Left leg", "",
          [("R", 1, "stopped for pain", 3.0), ("R", 2, "skipped", 0.0), L1]),
    ([LAST_HOLD + 2, P], "", "3 of 4 holds, 14 s, stopped for pain", [R1, R2, L1, ("L", 2, "stopped for pain", 2.0)]),
    late([LAST_HOLD - 2 - 4 + 1, P], "", "2 of 4 holds, 9 s, stopped for pain",
          [R1, R2, ("L", 1, "stopped for pain", 1.0), ("L", 2, "skipped", 0.0)]),
    late([LAST_HOLD + 2, P, ESC], "", "3 of 4 holds, 14 s, stopped for pain",
          [R1, R2, L1, ("L", 2, "stopped for pain", 2.0)]),
    late([LAST_HOLD + 5], "", "4 of 4 holds, 16 s", [R1, R2, L1, ("L", 2, "held", 4.0)]),
    late([2 + 4 + 1, ESC, RETURN], "", "1 of 4 holds, 4 s",
          [R1, ("R", 2, "skipped", 0.0), ("L", 1, "skipped", 0.0), ("L", 2, "skipped", 0.0)]),
])  # fmt: skip
def test_it_is_known_what_was_done_and_what_hurt(
    open_desk: Open, restart: Callable[..., Desk], quick: Routine, steps: list[int | Qt.Key], where: str, last: str,
    records: list[tuple[str, int, str, float]],
) -> None:  # fmt: skip
    desk = open_desk(start=quick)
    for step in steps:
        desk.press(step) if isinstance(step, Qt.Key) else desk.pass_time(step)
    kill(desk)
    again = restart(desk)
    assert again.shows("Go on") == bool(where)
    if where:
        told = again.text("where_it_goes_on")
        assert told.endswith(where.removeprefix("…"))
        assert told.startswith("You ")
    sessions = again.store.sessions()
    assert (again.records() if sessions else []) == records
    assert not last or f" · {last}" in again.text("last_what")
    assert all(session.outcome != "interrupted" for session in sessions) == (not where)


def test_what_was_made_longer_is_so_when_it_goes_on(
    open_desk: Open, restart: Callable[..., Desk], quick: Routine
) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4 + 1)
    desk.press(Qt.Key.Key_Plus)
    desk.pass_time(1 + 10 + 2)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Plus, Qt.Key.Key_Left):
        desk.press(key)
    kill(desk)
    again = restart(desk)
    again.click("Go on")
    lengths = [phase.seconds for phase in again.parts.conductor.player.session.moment().phases]
    assert lengths == [2, 4, 22, 14, 2, 4, 2, 4]
