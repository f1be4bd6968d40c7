"""The log file: there when there is something to say, small, and never in the way."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hamstring_gui.storage.logs import MOST_BYTES, OLDER_FILES, start_logging


@contextmanager
def logging_to(file: Path) -> Iterator[logging.Logger]:
    """Logging as the program starts it, and nobody else's; afterwards it is as before."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    root.handlers = []
    start_logging(file)
    try:
        yield logging.getLogger("some.module")
    finally:
        for handler in root.handlers:
            handler.close()
        root.handlers = handlers
        root.setLevel(level)


def test_a_warning_goes_to_standard_error_and_to_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "logs" / "hamstring.log"
    with logging_to(file) as log:
        log.info("nothing of note")
        assert not file.parent.exists()
        log.warning("no sound: %s", "ü")
    assert "WARNING some.module: no sound: ü\n" in file.read_text(encoding="utf-8")
    said = capsys.readouterr().err
    assert "WARNING some.module: no sound: ü\n" in said
    assert "of note" not in said + file.read_text(encoding="utf-8")
    assert os.name == "nt" or not file.parent.stat().st_mode & 0o077, "what is in it is nobody else's"


def test_the_files_stay_small(tmp_path: Path) -> None:
    with logging_to(tmp_path / "hamstring.log") as log:
        for _ in range(5 * (OLDER_FILES + 1)):
            log.warning("%s", "x" * (MOST_BYTES // 4))
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["hamstring.log", *(f"hamstring.log.{n}" for n in range(1, OLDER_FILES + 1))]
    assert all(path.stat().st_size <= MOST_BYTES for path in tmp_path.iterdir())


def test_a_folder_that_can_not_be_made_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "logs").write_text("")
    with logging_to(tmp_path / "logs" / "hamstring.log") as log:
        for number in range(3):
            log.warning("warning %d", number)
    said = capsys.readouterr().err
    assert said.count("can't be written") == 1
    assert [f"warning {number}" in said for number in range(3)] == [True] * 3
    assert "Traceback" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_disk_that_fills_up_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "hamstring.log").symlink_to("/dev/full")
    with logging_to(tmp_path / "hamstring.log") as log:
        for number in range(3):
            log.warning("warning %d", number)
    said = capsys.readouterr().err
    assert said.count("can't be written") == 1
    assert [f"warning {number}" in said for number in range(3)] == [True] * 3
    assert "Traceback" not in said


def test_a_bad_message_does_not_stop_the_program(tmp_path: Path) -> None:
    with logging_to(tmp_path / "hamstring.log") as log:
        log.warning("%d", "no number")
        log.warning("still here")
    assert "still here" in (tmp_path / "hamstring.log").read_text(encoding="utf-8")


def test_a_file_whose_name_is_not_utf8_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / os.fsdecode(b"fold\xff\xe9r") / "hamstring.log"
    with logging_to(file) as log:
        log.warning("%s: this is not TOML", file.with_name(os.fsdecode(b"\xe4.toml")))
    assert r"fold\udcff\udce9r/\udce4.toml: this is not TOML" in file.read_text(encoding="utf-8")
    assert "Traceback" not in capsys.readouterr().err


def test_without_standard_error_there_is_still_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    with logging_to(tmp_path / "hamstring.log") as log:
        log.warning("heard")
    assert "heard" in (tmp_path / "hamstring.log").read_text(encoding="utf-8")
