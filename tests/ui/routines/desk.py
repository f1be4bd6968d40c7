"""What the tests of the routines share: the page, its steppers, and a routine in memory and on disk."""

from __future__ import annotations

from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.library import load_routine
from hamstring_gui.ui.controls.stepper import Stepper
from hamstring_gui.ui.routines.page import RoutinesPage
from tests.ui.conftest import Desk

DAILY, HABITS = "daily-band-stretch", "three-daily-habits"


def page(desk: Desk) -> RoutinesPage:
    return desk.pages.routines()


def stepper(desk: Desk, name: str) -> Stepper:
    found = [one for one in desk.window.findChildren(Stepper) if one.accessibleName() == name and one.isVisible()]
    assert len(found) == 1, f"{len(found)} steppers named {name!r} show"
    return found[0]


def routine(desk: Desk, routine_id: str = DAILY) -> Routine:
    return desk.parts.library.routines[routine_id]


def hold_s(desk: Desk, routine_id: str = DAILY, item: int = 0) -> float:
    return routine(desk, routine_id).items[item].dose.hold_s


def order(desk: Desk, routine_id: str = HABITS) -> list[str]:
    return [item.exercise for item in routine(desk, routine_id).items]


def on_disk(desk: Desk, routine_id: str = DAILY) -> Routine | None:
    path = desk.paths.routines / f"{routine_id}.toml"
    return load_routine(path, desk.parts.library.exercises, least_items=0) if path.exists() else None


def first_hold_s(desk: Desk) -> float | None:
    session = desk.parts.conductor.player.session
    assert session is not None
    return next(phase.seconds for phase in session.moment().phases if phase.is_hold)
