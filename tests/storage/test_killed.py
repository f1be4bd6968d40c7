"""What is on disk when the program ends without a word, and while it is running."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hamstring_gui.storage.history import HistoryStore

WRITER = """
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.storage.history import HistoryStore

start = datetime(2026, 11, 22, 19, 42, tzinfo=timezone.utc)
store = HistoryStore.open(Path(sys.argv[1]))
holds = ()
for position in range(3):
    started_at = start + timedelta(seconds=40 * position)
    holds = (*holds, HoldRecord(position, "band", "right", position + 1, 30.0, 30.0, "held", started_at))
    record = SessionRecord("one", "daily", "Daily", start, start, start.date(), "interrupted", 180.0, holds)
    store.put_session(record, running=True)
print("three holds", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def writer(database: Path) -> Iterator["subprocess.Popen[str]"]:
    """A program in the middle of its fourth hold."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "three holds\n"
        yield process
        process.kill()


def test_a_running_program_can_be_read(writer: "subprocess.Popen[str]", database: Path) -> None:
    with HistoryStore.open_to_read(database) as store:
        (session,) = store.sessions()
    assert (len(session.holds), session.outcome) == (3, "interrupted")
    assert writer.poll() is None


def test_after_a_kill_three_holds_are_there_and_the_next_start_goes_on(
    writer: "subprocess.Popen[str]", database: Path
) -> None:
    writer.kill()
    writer.wait()
    with HistoryStore.open_to_read(database) as store:
        (session,) = store.sessions()
    assert [(hold.set, hold.held_s, hold.outcome) for hold in session.holds] == [
        (number, 30.0, "held") for number in (1, 2, 3)
    ]
    assert session.outcome == "interrupted"
    assert (session.ended_at - session.started_at).total_seconds() == 110
    with HistoryStore.open(database) as store:
        ended = replace(session, outcome="ended early")
        store.put_session(ended)
        assert store.sessions() == (ended,)
