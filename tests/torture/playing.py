"""A process that plays sessions as fast as it can, in children that are killed. Run by `test_kills.py`.

`python -m tests.torture.playing FOLDER TIMES SEED`. Each child leads a session by a clock of its own, with the recorder
and the store of the program, and says on a pipe when a hold is over and when it was put on record. The parent kills it
at a random moment, reads what is on disk, and prints a line: how many holds were over, on record by what was said, and
are there.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from hamstring_gui.program.recorder import Recorder, Run
from hamstring_gui.storage.history import HistoryStore
from tests.domain import samples

HOLDS = 40
LONGEST_S = 0.003
HOLD_S = 30.0


def play(database: Path, name: str, pipe: int) -> None:
    application = QCoreApplication([])
    clock, routine = samples.HandClock(), samples.routine(sets=HOLDS // 2, hold_s=HOLD_S)
    session = samples.session(routine, clock)
    recorder = Recorder(HistoryStore.open(database))
    run = Run(name, routine, session, session.started_at.date(), HOLDS * HOLD_S)
    os.write(pipe, b"s")
    while session.state == "running":
        before = len(session.records)
        samples.play(session, clock, 2, 2.0)
        if len(session.records) > before:
            os.write(pipe, b"o")
            recorder.put(run, clock.wall)
            assert not recorder.waiting
            os.write(pipe, b"d")
    recorder.end(run, "finished", clock.wall)
    os.write(pipe, b"e")
    del application


def kill_one(database: Path, name: str, words: int, seconds: float) -> str:
    """Everything that it said until it was killed, so long after so many words, however busy the machine is."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        play(database, name, into)
        os._exit(0)
    os.close(into)
    said = b""
    while len(said) < words:
        said += os.read(out, words - len(said))
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(out, 99):
        said += more
    os.close(out)
    return said.decode()


def holds_on_disk(database: Path, name: str) -> int:
    """How many there are, each of them whole."""
    with HistoryStore.open(database) as store, closing(sqlite3.connect(database)) as beside:
        assert beside.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        session = store.session(name)
        assert store.unfit == {}
    holds = [hold for hold in session.holds if hold.outcome == "held"] if session else []
    assert [hold.held_s for hold in holds] == [HOLD_S] * len(holds)
    return len(holds)


def main(folder: Path, times: int, seed: int) -> None:
    database, dice = folder / "history.sqlite3", random.Random(seed)
    for number in range(times):
        said = kill_one(database, f"session-{number}", dice.randrange(1, 12), dice.uniform(0, LONGEST_S))
        print(said.count("o"), said.count("d"), holds_on_disk(database, f"session-{number}"), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
