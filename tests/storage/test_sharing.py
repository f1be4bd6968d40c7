"""Several devices and one folder: what each of them did is everywhere."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from hamstring_gui.domain.history import SessionRecord, Tightness
from tests.storage.devices import MONDAY, Device

Session = Callable[..., SessionRecord]


# -- what is shared ----------------------------------------------------------------------------------------------------
def test_what_one_did_is_on_the_other(pair: tuple[Device, Device], session: Session) -> None:
    one, two = pair
    assert two.session("a") == one.session("a")
    two.put(session("b", 1, 2, note="größer\u2028", tightness=Tightness(3, None), source="by hand"))
    two.set_goal(4)
    two.mark_rest(True)
    assert len(two.merge().devices) == 1
    shared = one.merge()
    assert (shared.new, shared.changed, shared.fault) == (("b",), (MONDAY.isoformat(),), "")
    assert one.export() == two.export()
    assert '"days": 4' in one.export()
    assert MONDAY.isoformat() in one.export()


def test_changes_of_several_fields_on_several_devices_all_hold(pair: tuple[Device, Device]) -> None:
    one, two = pair
    one.edit("a", note="from one")
    two.edit("a", tightness=Tightness(1, None))
    one.merge(), two.merge(), one.merge()
    one.edit("a", tightness=Tightness(1, 7))
    one.merge(), two.merge()
    kept = two.session("a")
    assert kept is not None
    assert kept == one.session("a")
    assert (kept.note, kept.tightness) == ("from one", Tightness(1, 7))


def test_the_newest_change_of_a_field_wins_whoever_comes_first(pair: tuple[Device, Device]) -> None:
    one, two = pair
    one.later(days=10).edit("a", note="later")
    one.later(days=10)
    two.later(days=3).edit("a", note="sooner")
    two.merge(), one.merge(), two.merge()
    assert one.session("a").note == two.session("a").note == "later"  # type: ignore[union-attr]


@pytest.mark.parametrize("first", [0, 1])
def test_a_deletion_stays_one_whatever_was_edited_meanwhile(pair: tuple[Device, Device], first: int) -> None:
    one, two = pair
    one.later(days=1).delete("a")
    two.later(days=5).edit("a", note="still here")
    for device in (pair[first], pair[1 - first], pair[first], pair[1 - first]):
        device.merge()
    assert one.ids() == two.ids() == set()


def test_what_is_taken_back_is_back_everywhere(pair: tuple[Device, Device]) -> None:
    one, two = pair
    before = one.session("a")
    assert before is not None
    one.delete("a")
    one.merge(), two.merge()
    assert two.ids() == set()
    one.put(before)
    one.merge(), two.merge()
    assert two.session("a") == before


def test_goals_and_rest_weeks_go_and_come(pair: tuple[Device, Device]) -> None:
    one, two = pair
    one.set_goal(5), one.mark_rest(True)
    one.merge(), two.merge()
    with two.store() as store:
        store.replace_goals(())
    two.mark_rest(False)
    two.merge(), one.merge()
    assert one.export() == two.export()
    assert '"goals": []' in one.export()
    assert '"rest_weeks": []' in one.export()
    one.mark_rest(True)
    one.merge(), two.merge()
    assert MONDAY.isoformat() in two.export()


def test_a_session_that_was_moved_is_moved_whole(pair: tuple[Device, Device]) -> None:
    from hamstring_gui.domain.editing import moved_to

    one, two = pair
    for device, day in ((one, date(2026, 11, 20)), (two, date(2026, 11, 10))):
        before = device.session("a")
        assert before is not None
        device.put(moved_to(before, day))
        device.merge()
    two.merge(), one.merge(), two.merge()
    kept = one.session("a")
    assert kept is not None
    assert kept == two.session("a")
    assert {kept.day, kept.started_at.date(), *(hold.started_at.date() for hold in kept.holds)} == {kept.day}


def test_a_session_that_runs_waits_for_its_end(pair: tuple[Device, Device], session: Session) -> None:
    one, two = pair
    running = session("r", 0, 2, started_at=one.clock - timedelta(minutes=5))
    with one.store() as store:
        store.put_session(running, running=True)
    one.merge(), two.merge()
    assert two.ids() == {"a"}
    one.put(running)
    one.merge(), two.merge()
    assert two.ids() == {"a", "r"}


def test_one_that_never_got_an_end_is_shared_a_day_later(pair: tuple[Device, Device], session: Session) -> None:
    one, two = pair
    with one.store() as store:
        store.put_session(session("r", 0, 2, started_at=one.clock), running=True)
    one.merge()
    one.later(hours=25).merge()
    two.merge()
    assert two.ids() == {"a", "r"}
    assert one.export() == two.export()


def test_what_cannot_be_read_here_is_not_deleted_there(pair: tuple[Device, Device]) -> None:
    one, two = pair
    one.set_goal(5)
    one.merge(), two.merge()
    with one.store() as store:
        store._connection.execute("UPDATE session SET day = 'one bad day'")
        store._connection.execute("UPDATE goal SET since = 'x'")
        store._connection.execute("INSERT INTO rest_week VALUES ('never')")
    one.merge(), two.merge()
    assert two.ids() == {"a"}


# -- clocks ------------------------------------------------------------------------------------------------------------
def test_a_clock_a_year_ahead_does_not_win_for_ever(pair: tuple[Device, Device]) -> None:
    one, two = pair
    one.later(days=365).edit("a", note="from next year")
    one.merge(), two.merge()
    two.edit("a", note="corrected")
    two.merge(), one.merge()
    assert one.session("a").note == "corrected"  # type: ignore[union-attr]
    two.edit("a", routine_name="Another name")
    two.merge(), one.merge()
    assert one.export() == two.export()


def test_a_clock_that_was_set_back_loses_nothing(pair: tuple[Device, Device]) -> None:
    one, two = pair
    one.edit("a", note="first")
    one.merge()
    one.later(days=-4000).edit("a", note="second")
    one.merge(), two.merge()
    assert two.session("a").note == "second"  # type: ignore[union-attr]


# -- three, in every order ---------------------------------------------------------------------------------------------
def three(quick_path: Path, session: Session) -> list[Device]:
    """Three data folders with a common past, each with changes of its own, of which none was shared yet."""
    devices = [Device(quick_path / f"data-{number}", quick_path / f"folder-{number}") for number in range(3)]
    for number, device in enumerate(devices):
        device.put(*(session(name, days, 2) for days, name in enumerate("xyz")), session(f"own-{number}", 0, number))
        device.later(hours=number).edit("x", note=f"note of {number}")
        device.edit("y", tightness=Tightness(number, None))
        device.set_goal(3 + number)
    devices[1].delete("z")
    return devices


def deliver(source: Device, target: Device) -> None:
    for path in source.folder.iterdir():
        if not path.name.startswith("."):
            shutil.copy(path, target.folder / path.name)


ORDERS = list(permutations([(0, 1), (1, 2), (2, 0), (1, 0)]))


@pytest.mark.parametrize(
    "order", [one if n == 9 else pytest.param(one, marks=pytest.mark.nightly) for n, one in enumerate(ORDERS)]
)
def test_three_data_folders_are_equal_in_whatever_order_they_meet(
    order: tuple[tuple[int, int], ...], quick_path: Path, session: Session
) -> None:
    devices = three(quick_path, session)
    for source, target in order:
        devices[source].merge()
        deliver(devices[source], devices[target])
        devices[target].merge()
    for _ in range(2):
        for source in devices:
            source.merge()
            for target in devices:
                if target is not source:
                    deliver(source, target)
    exports = {device.merge() and device.export() for device in devices}
    assert len(exports) == 1
    assert len(devices[0].ids()) == 6, "what was deleted before anything was shared is nobody's deletion"


def test_sessions_that_began_together_stand_in_one_order(device: Callable[..., Device], session: Session) -> None:
    one, two = device("one"), device("two")
    one.put(session("b")), two.put(session("a"))
    one.merge(), two.merge(), one.merge()
    assert one.export() == two.export()
