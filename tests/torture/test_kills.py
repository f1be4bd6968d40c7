"""SIGKILL at random moments: what was held is there, and nothing else."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from tests.conftest import ROOT

pytestmark = [pytest.mark.thorough, pytest.mark.skipif(not hasattr(os, "fork"), reason="children are made by fork")]

LATE_S = 0.1
"""What was over this long before a kill is on disk."""
ROUTINE = """
name = "Short"
setup_s = 0.1
rest_s = 0.1
switch_s = 0.1
[[items]]
exercise = "band-hamstring-stretch"
sets = 20
hold_s = 1
"""


@pytest.mark.parametrize("times", [20, pytest.param(200, marks=[pytest.mark.nightly, pytest.mark.timeout(600)])])
def test_every_hold_that_was_over_is_there_after_a_kill(tmp_path: Path, times: int) -> None:
    seed = random.randrange(1000)
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture.playing", str(tmp_path), str(times), str(seed)],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, (seed, done.stderr)
    counts = [tuple(map(int, line.split())) for line in done.stdout.splitlines()]
    assert len(counts) == times
    for over, on_record, there in counts:
        assert on_record <= there <= over, (seed, counts)
        assert over - on_record <= 1
    assert max(on_record for _, on_record, _ in counts) > 1, "some were killed in the midst of it"


@pytest.mark.nightly
@pytest.mark.timeout(60)
@pytest.mark.parametrize("number", range(20))
def test_the_real_program_is_killed(tmp_path: Path, number: int) -> None:
    (tmp_path / "short.toml").write_text(ROUTINE)
    (tmp_path / "settings.toml").write_text("[first_run]\nsafety_understood = true\n")
    paths = Paths.under(tmp_path)
    words = ["--data-dir", str(tmp_path), "--start", str(tmp_path / "short.toml")]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen([sys.executable, "-m", "hamstring_gui", *words], cwd=ROOT, env=environment)
    try:
        while not paths.database.exists():
            assert program.poll() is None
            time.sleep(0.05)
        time.sleep(random.Random(number).uniform(3, 8))
    finally:
        killed_at = datetime.now().astimezone()
        program.send_signal(signal.SIGKILL)
        program.wait()
    with HistoryStore.open(paths.database) as store:
        sessions = store.sessions()
        assert store.unfit == {}
    for session in sessions:
        over = [hold for hold in session.holds if hold.outcome == "held"]
        ends = [hold.started_at + timedelta(seconds=hold.held_s) for hold in session.holds]
        assert max(ends) <= killed_at + timedelta(seconds=0.05), "nothing is invented"
        passed_s = (killed_at - session.holds[0].started_at).total_seconds()
        patience_s = LATE_S + 1.0  # a second for a machine that is busy
        assert len(over) >= (passed_s - patience_s) / 1.1 - 1, "nothing is lost"
