"""Any interleaving of edits on three devices, with whatever a network does to files, ends the same everywhere."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hamstring_gui.domain.editing import moved_to
from hamstring_gui.domain.history import HoldRecord, Tightness
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.sharing import load_sharing
from tests.domain.samples import remembered
from tests.storage.devices import MONDAY, Device

START = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
who = st.integers(0, 2)
which = st.sampled_from("abc")
small = st.integers(0, 3)
STEPS = st.one_of(
    st.tuples(st.just("add"), who, which, small),
    st.tuples(
        st.sampled_from(["note", "rate", "move", "delete", "goal", "no goal", "rest", "wait"]), who, which, small
    ),
    st.tuples(st.just("merge"), who, which, small),
    st.tuples(st.sampled_from(["send", "send half", "send copy", "send old", "lose ours", "restore"]), who, which, who),
)


class World:
    """Three devices, each with a folder of its own, and what carries files between these."""

    def __init__(self, place: Path) -> None:
        clocks = (START, START + timedelta(days=365), START - timedelta(hours=5))
        self.devices = [
            Device(place / f"data-{n}", place / f"folder-{n}", clock) for n, clock in enumerate(clocks)
        ]  # fmt: skip
        self.old: dict[str, bytes] = {}
        self.kept: dict[int, bytes] = {}

    def do(self, step: tuple[Any, ...]) -> None:
        what, number, thing, value = step
        device = self.devices[number]
        match what:
            case "add":
                holds = [HoldRecord(n, "x", "left", n + 1, 30.0, 29.7, "held", START) for n in range(value)]
                at = START + timedelta(days=ord(thing))
                device.put(remembered(f"{thing}{value % 2}", Routine("d", "D", ()), at, holds, ended_at=at))
            case "note":
                device.edit(f"{thing}0", note=f"note {value}")
            case "rate":
                device.edit(f"{thing}0", tightness=None if value == 0 else Tightness(value, None))
            case "move":
                if (session := device.session(f"{thing}0")) is not None:
                    device.put(moved_to(session, session.day + timedelta(days=value)))
            case "delete":
                device.delete(f"{thing}{value % 2}")
            case "goal":
                device.set_goal(1 + value, MONDAY + timedelta(days=ord(thing)))
            case "no goal":
                with device.store() as store:
                    store.replace_goals(())
            case "rest":
                device.mark_rest(value > 1, MONDAY)
            case "wait":
                device.later(days=value)
            case "merge":
                assert device.merge().fault == ""
            case _:
                self.carry(what, device, self.devices[value])

    def carry(self, what: str, source: Device, target: Device) -> None:
        """Do to files what programs that sync do."""
        if what == "restore":
            index = self.devices.index(source)
            if index in self.kept:
                source.paths.database.write_bytes(self.kept.pop(index))
            elif source.paths.database.exists():
                self.kept[index] = source.paths.database.read_bytes()
            return
        ours = source.journal
        if what == "lose ours":
            ours.unlink(missing_ok=True)
            return
        for path in [path for path in source.folder.iterdir() if source is not target]:
            data = path.read_bytes()
            if what == "send copy":
                (target.folder / f"{path.stem} (conflicted copy 2026-11-20){path.suffix}").write_bytes(data)
            elif path.name != target.journal.name:
                before = self.old.setdefault(path.name, data)
                sent = {"send": data, "send half": data[: len(data) // 2], "send old": before}[what]
                (target.folder / path.name).write_bytes(sent)

    def settle(self) -> set[str]:
        """Everything is carried everywhere in the end; gives the histories, which should be one."""
        for _ in range(2):
            for device in self.devices:
                assert device.merge().fault == ""
            for source in self.devices:
                for target in self.devices:
                    if source is not target:
                        shutil.copy(source.journal, target.folder / source.journal.name)
        for device in self.devices:
            assert device.merge().fault == ""
        return {device.export() for device in self.devices}


@contextmanager
def world() -> Iterator[World]:
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as place:
        yield World(Path(place))


def ends_the_same(steps: list[tuple[Any, ...]]) -> None:
    with world() as three:
        for step in steps:
            three.do(step)
        assert len(three.settle()) == 1
        assert len({load_sharing(device.paths).device for device in three.devices}) == 3
        before = [device.journal.read_bytes() for device in three.devices]
        assert len(three.settle()) == 1
        assert [device.journal.read_bytes() for device in three.devices] == before, "and then all is quiet"


@settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, max_size=14))
def test_three_devices_end_the_same(steps: list[tuple[Any, ...]]) -> None:
    ends_the_same(steps)


@pytest.mark.nightly
@pytest.mark.timeout(1800)
@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, max_size=40))
def test_three_devices_end_the_same_after_much(steps: list[tuple[Any, ...]]) -> None:
    ends_the_same(steps)
