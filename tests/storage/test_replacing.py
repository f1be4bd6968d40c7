"""A file is written whole or not at all."""

import os
import sys
from pathlib import Path

import pytest

from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.replacing import is_history, replacing

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights and links are another matter there")


def test_the_new_text_takes_the_place_of_the_old_when_all_is_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("old")
    with replacing(file) as out:
        out.write("new\nü")
        assert file.read_text() == "old"
    assert file.read_bytes() == "new\nü".encode()
    assert list(tmp_path.iterdir()) == [file]


def test_after_an_error_the_old_text_is_there_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("old")
    writing = replacing(file)
    writing.__enter__().write("half")
    stopped = KeyboardInterrupt()
    assert not writing.__exit__(KeyboardInterrupt, stopped, None)
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_or_a_missing_folder_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"), replacing(tmp_path):
        pass
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "no" / "file"):
        pass
    assert not list(tmp_path.iterdir())


@posix
def test_rights_and_links_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    with replacing(link) as out:
        out.write("new")
    assert link.is_symlink()
    assert file.read_text() == "new"
    assert file.stat().st_mode & 0o777 == 0o640


@posix
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with replacing(pipe) as out:
            out.write("through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="has no named pipes among its files")
def test_a_pipe_that_nobody_reads_from_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="nobody reads from it"), replacing(tmp_path / "pipe"):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="has no named pipes among its files")
def test_a_pipe_that_is_read_from_is_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with open(os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)) as reader:
        with replacing(tmp_path / "pipe") as out:
            out.write("hello")
        assert reader.read() == "hello"


@pytest.mark.parametrize("name", [255 * "a", 127 * "ä" + "a", 63 * "🦵" + ".js", 245 * "x" + ".json"])
def test_a_name_may_be_as_long_as_names_are(tmp_path: Path, name: str) -> None:
    with replacing(tmp_path / name) as out:
        out.write("new")
    assert (tmp_path / name).read_text() == "new"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("name", ["history.sqlite3", "history.sqlite3-wal", "history.sqlite3-shm"])
def test_a_history_that_was_just_begun_and_its_logs_give_way_to_nothing(tmp_path: Path, name: str) -> None:
    """What says whose it is, is still in the log."""
    path = tmp_path / "history.sqlite3"
    with HistoryStore.open(path):
        assert path.read_bytes()[68:72] == bytes(4)
        assert is_history(path)
        with pytest.raises(FileExistsError, match="this is a history of Hamstring"), replacing(tmp_path / name):
            raise AssertionError


@pytest.mark.parametrize(("name", "log"), [("notes", b""), ("notes", b"no log"), ("notes-wal", b"")])
def test_what_only_looks_like_one_is_replaced(tmp_path: Path, name: str, log: bytes) -> None:
    (tmp_path / name).touch()
    if log:
        (tmp_path / f"{name}-wal").write_bytes(log * 1000)
    assert not is_history(tmp_path / name)
    with replacing(tmp_path / name) as out:
        out.write("new")
    assert (tmp_path / name).read_text() == "new"
