"""Killed at any moment, sharing goes on the next time as if nothing had been."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.storage.sharing import load_sharing
from tests.conftest import ROOT
from tests.storage.devices import Device

SESSIONS = 600


def start(device: Device) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "hamstring_gui", "share", "--now", "--data-dir", str(device.data)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.nightly
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_moment(
    seed: int, quick_path: Path, session: Callable[..., SessionRecord], device: Callable[..., Device]
) -> None:
    chance = random.Random(seed)
    one, two = device("one"), device("two")
    one.put(*(session(f"one-{n}", -n, 3) for n in range(SESSIONS)))
    two.put(*(session(f"two-{n}", -n, 3) for n in range(SESSIONS)))
    ids = {load_sharing(one.paths).device, load_sharing(two.paths).device}
    for turn in range(12):
        killed = (one, two)[turn % 2]
        killed.edit(f"one-{turn}", note=f"turn {turn}")
        process = start(killed)
        try:
            process.wait(chance.uniform(0.05, 1.5))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    for shared in (one, two, one, two):
        assert shared.merge().fault == ""
    assert one.export() == two.export()
    assert len(one.ids()) == 2 * SESSIONS
    assert {load_sharing(one.paths).device, load_sharing(two.paths).device} == ids
