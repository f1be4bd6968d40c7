"""The export as a user runs it: into a pipe by a process of its own, without a display, and into files."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import hamstring_gui
from hamstring_gui.commands.command_line import INTERRUPTED, PROBLEM, READER_GONE, USAGE, main
from hamstring_gui.domain.history import HoldRecord
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.history import HistoryStore
from tests.domain.samples import remembered
from tests.spread import late

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
Told = Callable[..., tuple[int, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one session of three holds."""
    start = datetime(2026, 11, 22, 19, 42, tzinfo=UTC)
    holds = (HoldRecord(position, "band", "right", position + 1, 30.0, 30.0, "held", start) for position in range(3))
    with HistoryStore.open(tmp_path / "data" / "history.sqlite3") as store:
        store.put_session(remembered("one", Routine("daily", "Dähnen", ()), start, holds))
    return tmp_path / "data"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the program on a machine without a display, in the plainest locale."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    repository = str(Path(hamstring_gui.__file__).parent.parent)
    plain = kept | {"PYTHONPATH": repository, "LC_ALL": "C", "PYTHONUTF8": "0", "HOME": str(tmp_path)}

    def start(*arguments: object, python: tuple[str, ...] = (), **how: object) -> "subprocess.CompletedProcess[bytes]":
        command = [sys.executable, *python, "-m", "hamstring_gui", *map(str, arguments)]
        return subprocess.run(command, **({"capture_output": True, "env": plain} | how))  # type: ignore[call-overload, no-any-return]

    return start


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Told:
    """The status of an export into a file, in this process, and what is said of it; paths are from `tmp_path` on."""
    monkeypatch.chdir(tmp_path)

    def ask(*arguments: object) -> tuple[int, str]:
        status = main(["export", *map(str, arguments)])
        out, err = capsys.readouterr()
        assert out == ""
        return status, err

    return ask


def test_the_export_is_the_history_in_utf_8(run: Run, folder: Path) -> None:
    before = (folder / "history.sqlite3").read_bytes()
    done = run("export", "--data-dir", folder)
    assert (done.returncode, done.stderr) == (0, b"")
    (session,) = json.loads(done.stdout.decode("utf-8"))["sessions"]
    assert (session["id"], session["outcome"], session["held_s"]) == ("one", "interrupted", 90.0)
    assert '"Dähnen"'.encode() in done.stdout
    assert b"\r" not in done.stdout
    assert [path.name for path in folder.iterdir()] == ["history.sqlite3"]
    assert (folder / "history.sqlite3").read_bytes() == before
    assert run("--data-dir", folder, "export").stdout == done.stdout


def test_the_export_imports_no_qt_and_nothing_that_is_slow(run: Run, folder: Path) -> None:
    done = run("export", "--data-dir", folder, python=("-X", "importtime"))
    assert done.returncode == 0
    imported = {line.rpartition(b"|")[2].strip().decode() for line in done.stderr.splitlines()}
    assert "hamstring_gui.storage.history" in imported
    tops = {name.partition(".")[0] for name in imported}
    assert not tops & {"PySide6", "shiboken6", "tomllib", "tomlkit", "platformdirs", "logging", "numpy", "wakepy"}


def test_a_new_user_has_an_empty_history_and_no_files(run: Run, tmp_path: Path) -> None:
    done = run("export")
    assert json.loads(done.stdout)["sessions"] == []
    assert run("export", "--data-dir", tmp_path / "none").stdout == done.stdout
    assert not list(tmp_path.iterdir())


def test_the_export_into_a_file(run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "out.json"
    file.write_text("old")
    assert main(["export", "--data-dir", str(folder), "-o", str(file)]) == 0
    assert capsys.readouterr() == ("", "")
    assert file.read_bytes() == run("export", "--data-dir", folder, "-o", "-").stdout
    assert len(json.loads(file.read_text(encoding="utf-8"))["sessions"][0]["holds"]) == 3


def test_an_export_that_fails_leaves_the_file_as_it_was(told: Told, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    file.write_text("old")
    (folder / "history.sqlite3").write_text("no database" * 100)
    status, err = told("--data-dir", folder, "--output", file)
    assert (status, file.read_text()) == (PROBLEM, "old")
    assert err.startswith(f"hamstring-gui: {folder / 'history.sqlite3'}: this is not a Hamstring")
    assert err.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "out.json"]


@pytest.mark.parametrize("output", [".", "no/where.json"])
def test_a_file_that_can_not_be_written_is_told(told: Told, folder: Path, output: str) -> None:
    status, err = told("--data-dir", folder, "-o", output)
    assert status == PROBLEM
    assert err.startswith(f"hamstring-gui: {output}: ")
    assert err.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_standard_output_is_told(run: Run, folder: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = run("export", "--data-dir", folder, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.stderr == b"hamstring-gui: standard output: No space left on device\n"
    assert done.returncode == PROBLEM


@pytest.fixture
def closed_pipe() -> Iterator[int]:
    read, write = os.pipe()
    os.close(read)
    yield write
    os.close(write)


@pytest.mark.parametrize("letters", [0, 100_000], ids=["at the end", "in the middle"])
def test_a_reader_that_went_away_is_nothing_to_talk_about(
    run: Run, folder: Path, closed_pipe: int, letters: int
) -> None:
    with HistoryStore.open(folder / "history.sqlite3") as store:
        store.put_session(replace(store.delete_session("one"), note="x" * letters))
    done = run("export", "--data-dir", folder, capture_output=False, stdout=closed_pipe, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (READER_GONE, b"")


def test_without_standard_output_a_file_is_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout", None)
    assert main(["export", "--data-dir", str(folder)]) == PROBLEM
    assert capsys.readouterr().err == "hamstring-gui: there is no standard output; give a file with -o FILE\n"


def test_an_interrupted_export_is_quiet(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(self: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(HistoryStore, "each_session", interrupted)
    assert main(["export", "--data-dir", str(folder)]) == INTERRUPTED
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("output", ["data/history.sqlite3", "link.json"])
def test_the_history_itself_is_not_overwritten(told: Told, folder: Path, tmp_path: Path, output: str) -> None:
    (tmp_path / "link.json").symlink_to(folder / "history.sqlite3")
    before = (folder / "history.sqlite3").read_bytes()
    assert told("--data-dir", "data", "-o", output) == (
        USAGE, f"hamstring-gui: {output}: this is the history itself; export to another file\n",
    )  # fmt: skip
    assert (folder / "history.sqlite3").read_bytes() == before


@pytest.mark.parametrize("output", ["x.txt", late("history.jsn"), late("a.b")])
def test_of_a_file_of_a_kind_that_is_not_known_the_format_is_said(
    told: Told, folder: Path, tmp_path: Path, output: str
) -> None:
    assert told("--data-dir", folder, "-o", output) == (0, f"hamstring-gui: {output}: written as JSON\n")
    assert (tmp_path / output).read_bytes().startswith(b"{")
    assert told("--data-dir", folder, "--format", "csv", "-o", output) == (0, "")
    assert (tmp_path / output).read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_folder_that_is_not_there_is_told(told: Told, tmp_path: Path) -> None:
    status, err = told("--data-dir", tmp_path / "nope", "-o", "e.json")
    assert status == 0
    assert "there is no such folder" in err
