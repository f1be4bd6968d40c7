"""The printed summary: what it says, that it stays on two pages, and that its words can be selected."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from tests.conftest import ROOT

TODAY = date.today()


def session(days: int, outcome: str = "held", note: str = "") -> SessionRecord:
    day = TODAY - timedelta(days=days)
    at = datetime.combine(day, time(19), UTC)
    holds = tuple(
        HoldRecord(n, "band-hamstring-stretch", side, 1, 60, 60, outcome, at)  # type: ignore[arg-type]
        for n, side in enumerate(("left", "right"))
    )
    return SessionRecord(f"d{days}", "daily", "Daily", at, at, day, "finished", 120, holds, Tightness(6, 4), note)


def export(folder: Path, *sessions: SessionRecord, rest: bool = False) -> Path:
    """What the command line writes, in a process of its own, without a display."""
    with HistoryStore.open(Paths.under(folder).database) as store:
        store.put_all(sessions, (Goal(TODAY - timedelta(days=300), 4),), (TODAY - timedelta(days=14),) if rest else ())
    file = folder / "out.pdf"
    command = [
        sys.executable,
        "-m",
        "hamstring_gui",
        "--data-dir",
        str(folder),
        "export",
        "--format",
        "pdf",
        "-o",
        str(file),
    ]
    environment = {"PATH": "", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=25, env=environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return file


def words_of(file: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not there")
    return subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True).stdout


def test_it_says_what_happened(tmp_path: Path) -> None:
    sessions = [session(days, note="Felt easier" if days == 8 else "") for days in (30, 16, 8, 1)]
    words = words_of(export(tmp_path, *sessions, session(2, "stopped for pain"), rest=True))
    for expected in (
        "Hamstring stretching: summary", "active days; the", "1 min 0 s", "Felt easier", "rest week",
        "Supine band hamstring stretch, Left leg, after 1 min 0 s of 1 min 0 s", "A session counts when",
    ):  # fmt: skip
        assert expected in words, expected
    assert words.count("\f") == 1, "one page"


def test_an_empty_history_is_a_page(tmp_path: Path) -> None:
    words = words_of(export(tmp_path))
    assert "Not once in this time." in words
    assert "Notes" not in words


def test_two_pages_at_most_whatever_is_in_it(tmp_path: Path) -> None:
    notes = ("x" * 10_000, "\u202ewrong way\x07 " * 200, "Longer and longer. " * 60)
    sessions = [session(days, "stopped for pain", notes[days % 3]) for days in range(80)]
    words = words_of(export(tmp_path, *sessions))
    assert words.count("\f") == 2
    assert len(re.findall(r"and \d+ more", words)) == 2, "pain stops, and notes"


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["--format", "pdf"], 2, "-o FILE"),
        (["--format", "pdf", "-o", "-"], 2, "-o FILE"),
        (["--format", "pdf", "-o", "no/such/folder/x.pdf"], 1, "no such"),
    ],
)
def test_what_can_not_be_written(tmp_path: Path, arguments: list[str], status: int, sentence: str) -> None:
    command = [sys.executable, "-m", "hamstring_gui", "--data-dir", str(tmp_path), "export", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=25)
    assert done.returncode == status
    assert sentence in done.stderr.lower() or sentence in done.stderr
    assert "Traceback" not in done.stderr
