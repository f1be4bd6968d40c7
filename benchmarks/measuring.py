"""What the benchmarks share: a screen, scratch folders with a history, a program under observation, a table."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType

from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = """
[first_run]
safety_understood = true
[look]
motion = "{motion}"
"""
ROUTINE = """
name = "Measured"
first_side = "right"
setup_s = {gap_s}
rest_s = {gap_s}
switch_s = {gap_s}
[[items]]
exercise = "{exercise}"
sets = {sets}
{amount}
"""


@contextmanager
def virtual_screen() -> Iterator[None]:
    """Xvfb for as long as the block lasts; where there is none, the screen that is there."""
    if shutil.which("Xvfb") is None:
        yield
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            os.environ["DISPLAY"] = f":{answer.readline().strip()}"
        os.environ.pop("WAYLAND_DISPLAY", None)
        os.environ.pop("QT_QPA_PLATFORM", None)
        yield
        server.terminate()


@contextmanager
def data_folder(sessions: int = 365, motion: str = "full") -> Iterator[Path]:
    """A scratch --data-dir: safety text read, and this many daily sessions of six holds, up to yesterday."""
    with tempfile.TemporaryDirectory(prefix="hamstring-bench-") as name:
        folder = Path(name)
        (folder / "settings.toml").write_text(SETTINGS.format(motion=motion))
        fill_history(Paths.under(folder).database, sessions)
        yield folder


def fill_history(database: Path, sessions: int) -> None:
    HistoryStore.open(database).close()
    yesterday = datetime.now(UTC).replace(microsecond=0) - timedelta(days=1)
    days = [yesterday - timedelta(days=sessions - 1 - n) for n in range(sessions)]
    routine = ("daily-band-stretch", "Daily band stretch")
    done = [(f"s{n}", *routine, f"{day:%FT%T}+00:00", f"{day:%F}", 180.0) for n, day in enumerate(days)]
    holds = [
        (f"s{n}", i, "band-hamstring-stretch", "right" if i < 3 else "left", i % 3 + 1, f"{day:%FT%T}+00:00")
        for n, day in enumerate(days)
        for i in range(6)
    ]
    connection = sqlite3.connect(database)
    with connection:
        connection.executemany(
            "INSERT INTO session (id, routine, routine_name, started_at, day, planned_s, ended_at, outcome)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?4, 'finished')",
            done,
        )
        connection.executemany(
            "INSERT INTO hold (session, position, exercise, side, set_number, planned_s, held_s, outcome, started_at)"
            " VALUES (?, ?, ?, ?, ?, 30, 30, 'held', ?)",
            holds,
        )
    connection.close()


def routine_file(
    folder: Path,
    *,
    sets: int,
    hold_s: float = 0.0,
    reps: int = 0,
    gap_s: float,
    exercise: str = "band-hamstring-stretch",
) -> str:
    path, amount = folder / "measured.toml", f"reps = {reps}" if reps else f"hold_s = {hold_s}"
    path.write_text(ROUTINE.format(sets=sets, amount=amount, gap_s=gap_s, exercise=exercise))
    return str(path)


class Program:
    """A process of benchmarks.probe: prints what happens with the time, obeys words on its standard input."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "benchmarks.probe", *arguments]
        pipe = subprocess.PIPE
        compiled_once = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self._complaints = tempfile.TemporaryFile("w+")  # noqa: SIM115 -- closed in __exit__
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=compiled_once, stdin=pipe, stdout=pipe, stderr=self._complaints, text=True, bufsize=1
        )
        self.pid = self._process.pid

    def __enter__(self) -> Program:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.communicate()
        self._complaints.close()

    def wait_for(self, word: str) -> float:
        """The number that comes with the word; lines before it are left out."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            said, _, number = line.strip().rpartition(" ")
            if said == word:
                return float(number)
        self._complaints.seek(0)
        raise RuntimeError(f"the program ended before it said {word!r}:\n{self._complaints.read()}")

    def obey(self, word: str) -> float:
        """The seconds that it took until all was painted."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        return self.wait_for(word)


@dataclass(frozen=True)
class Row:
    """One measured value and its budget: times the floor where there is one, otherwise in the value's own unit."""

    what: str
    value: float
    unit: str
    budget: float
    floor: float | None = None

    @property
    def met(self) -> bool:
        return self.value <= self.budget * (1 if self.floor is None else self.floor)

    @property
    def cells(self) -> tuple[str, ...]:
        value = f"{self.value:.4g} {self.unit}"
        verdict = "met" if self.met else "NOT MET"
        if self.floor is None:
            return self.what, value, "", f"<= {self.budget:g} {self.unit}", verdict
        ratio = self.value / self.floor
        return self.what, value, f"{self.floor:.4g} {self.unit}", f"{ratio:.2f} of <= {self.budget:g} x", verdict


def report(title: str, rows: list[Row]) -> None:
    table = [("what", "measured", "floor", "budget", ""), *(row.cells for row in rows)]
    widths = [max(len(cells[column]) for cells in table) for column in range(5)]
    print(f"\n{title}")
    for cells in table:
        print(
            "  " + "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip(), flush=True
        )
