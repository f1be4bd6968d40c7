"""A restore that is killed at any step ends in the old or the new data whole, and it is told which."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest

from hamstring_gui.commands.command_line import main
from hamstring_gui.program.data import deleted, mended
from hamstring_gui.storage import backup, changeover
from hamstring_gui.storage.alone import alone
from hamstring_gui.storage.changeover import NOTE, SCRATCH, Mended, mend
from hamstring_gui.storage.errors import HalfDone, StorageError
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.rescue import write_rescue
from tests.conftest import ROOT
from tests.spread import late
from tests.storage.test_backup import fill, goal, listing, restore

pytestmark = pytest.mark.thorough


class Dead(BaseException):
    """The process is no more: whatever it would still do to a folder isn't done."""


CHANGES = ("rename", "replace", "unlink", "rmdir", "mkdir")


def dies(patch: pytest.MonkeyPatch, at: int, what: Callable[[], object]) -> bool:
    """Do it, but die after that call (from 1) which changes a folder; whether it came so far."""
    done = 0

    def dying(real: Callable[..., object]) -> Callable[..., object]:
        def one(*given: object, **named: object) -> object:
            nonlocal done
            done += 1
            if done > at:
                raise Dead
            result = real(*given, **named)
            if done == at:
                raise Dead
            return result

        return one

    with patch.context() as dying_here:
        for name in CHANGES:
            dying_here.setattr(os, name, dying(getattr(os, name)))
        with suppress(Dead):
            what()
    return done >= at


@pytest.fixture
def made(tmp_path: Path) -> tuple[Paths, Path]:
    """Data with a goal of 2, and a backup with a goal of 5."""
    where = tmp_path / "there"
    paths = Paths(where / "data", where / "config", where / "logs")
    paths.data.mkdir(parents=True)
    fill(paths, days=5, volume=35)
    backup.write_backup(paths, tmp_path / "b.zip")
    fill(paths, days=2, volume=90)
    (paths.routines / "later.toml").write_text("only before")
    (paths.exercises / ".odd").write_text("in no backup")
    return paths, tmp_path / "b.zip"


def mend_all(paths: Paths) -> Mended | None:
    return mend(paths.data, paths.config, paths.logs)


def ended(paths: Paths) -> str:
    """What is said of it in the window."""
    return mended(mend_all(paths))


def users(paths: Paths) -> dict[str, bytes]:
    """The user's files, but for the database, whose bytes are not its contents, and for what is put aside."""
    return {
        name: data for name, data in listing(paths).items() if "history.sqlite3" not in name and "/backups/" not in name
    }


def files(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def other_disk(real: Callable[..., None], now: Path, then: Path) -> None:
    """Each folder is a disk of its own."""
    if Path(now).parent != Path(then).parent:
        raise OSError(errno.EXDEV, "Invalid cross-device link")
    real(now, then)


@pytest.mark.parametrize("disks", [1, 2])
@pytest.mark.parametrize("again", [None, late(1), 3, late(6), 10, late(16)])
def test_killed_at_any_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, disks: int, again: int | None) -> None:
    """Two files and a folder give way to a file and a folder; one of them was not there before.

    Who mends it may be killed too, after the step `again`.
    """
    data, old = tmp_path / "data", {"a": "old", "b": "old", "folder/x": "old", "folder/odd": "old", "other": "stays"}
    outcomes = set()
    monkeypatch.setattr(os, "fsync", lambda _: None)
    if disks == 2:
        monkeypatch.setattr(os, "rename", partial(other_disk, os.rename))
    for number in count(1):
        shutil.rmtree(data, ignore_errors=True)
        for name, text in (old | {".restoring-1/a": "new", ".restoring-1/new/y": "new"}).items():
            (data / name).parent.mkdir(parents=True, exist_ok=True)
            (data / name).write_text(text)
        with ZipFile(kept := tmp_path / "kept.zip", "w") as archive:
            for name in ("a", "b", "folder/x"):
                archive.write(data / name, name)
        (aside := data / "aside").mkdir()
        going = [(data / name, aside / name) for name in ("a", "b", "folder")]
        coming = [(data / ".restoring-1" / name, data / name) for name in ("a", "new")]
        what = partial(changeover.change_over, data, going, coming, aside, kept)
        if not dies(monkeypatch, number, what):
            break
        if again is not None:
            dies(monkeypatch, again, partial(mend, data))
        found = mend(data)
        outcomes.add(found.outcome if found else "")
        new = {"a": "new", "new/y": "new", "other": "stays", "aside/folder/odd": "old"}
        assert files(data) == (new if (data / "a").read_text() == "new" else old), number
        assert found is None or (files(data) == old) == (found.outcome == "back")
        assert mend(data) is None, "it is told once"
    assert again is not None or outcomes == {"back", "done", ""}


@pytest.mark.parametrize("number", [1, 20, 26, 32])
def test_a_restore_that_is_killed(made: tuple[Paths, Path], number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    paths, file = made
    old = users(paths)
    dies(monkeypatch, number, partial(restore, file, paths))
    found = mend_all(paths)
    done = found is not None and found.outcome == "done"
    assert goal(paths) == (5 if done else 2)
    assert (users(paths) == old) == (not done)
    assert any(path.name == ".odd" for path in paths.data.rglob("*")), "it is in no backup, and not lost"


def with_more(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is the user's besides: backups, settings that were broken, sessions that wait to be taken in."""
    monkeypatch.setattr(tempfile, "tempdir", str(paths.data.parent))
    (paths.data / backup.FOLDER).mkdir()
    (paths.data / backup.FOLDER / "before.zip").write_text("x")
    paths.settings.with_name("settings.toml.broken-1").write_text("x")
    assert write_rescue((), paths).is_relative_to(paths.logs)


def test_deleting_everything_is_done_or_was_never_begun(
    made: tuple[Paths, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, _ = made
    with_more(paths, monkeypatch)
    old, root = listing(paths), paths.data.parent
    shutil.copytree(root, spare := tmp_path / "spare")
    outcomes = set()
    for number in count(1):
        shutil.rmtree(root)
        shutil.copytree(spare, root)
        if not dies(monkeypatch, number, partial(backup.delete_everything, paths)):
            break
        found = mend_all(paths)
        outcomes.add(found.outcome if found else "")
        if found is not None:
            assert found.deleting
            assert listing(paths) == (old if found.outcome == "back" else {})
    assert listing(paths) == {}
    assert {"back", "done"} <= outcomes


def test_what_can_not_be_deleted_is_told_until_it_is(made: tuple[Paths, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in it may be open, on Windows."""
    paths, file = made
    real = shutil.rmtree

    def kept_open(path: Path, *given: object, **named: object) -> None:
        if ".deleted" not in str(path):
            real(path, *given, **named)  # type: ignore[arg-type]

    aside = paths.data / ".deleted"
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", kept_open)
        assert deleted(paths).startswith(f"{aside}: what was to be deleted is still here")
        found = mend_all(paths)
        assert found == Mended("done", aside, None, deleting=True)
        assert mended(found) == f"Not everything could be deleted. What is left is in {aside}."
        with pytest.raises(StorageError, match="is to be deleted first"):
            restore(file, paths)
    assert ended(paths) == "Everything was deleted."
    assert (mend_all(paths), aside.exists()) == (None, False)


def test_deleting_that_was_interrupted_is_told_as_that(
    made: tuple[Paths, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paths, together = made[0], Paths.under(made[0].data.with_name("together"))
    fill(together, days=2, volume=90)
    for some in (paths, together):
        dies(monkeypatch, 4, partial(backup.delete_everything, some))
    assert ended(paths) == "Deleting everything was interrupted. Everything is as it was before."
    assert main(["--data-dir", str(together.data), "stats"]) == 0
    assert "deleting everything was interrupted; the data are as they were before" in capsys.readouterr().err


def test_a_real_kill(made: tuple[Paths, Path]) -> None:
    """The process ends at its third renaming, without a word."""
    paths, file = made
    code = (
        "import os, sys; from pathlib import Path; from tests.storage import test_backup\n"
        "left = [3]; real = os.rename\n"
        "def one(*given):\n"
        "    left[0] -= 1\n"
        "    left[0] or os._exit(9)\n"
        "    real(*given)\n"
        "os.rename = one\n"
        "where = Path(sys.argv[1])\n"
        "test_backup.restore(Path(sys.argv[2]), test_backup.Paths(where / 'data', where / 'config', where / 'logs'))"
    )
    old = users(paths)
    command = [sys.executable, "-c", code, str(paths.data.parent), str(file)]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60).returncode == 9
    found = mend_all(paths)
    assert found is not None
    assert (found.outcome, users(paths), goal(paths)) == ("back", old, 2)


@pytest.mark.parametrize("patience_s", [0.0, 60.0])
def test_whoever_is_at_it_is_waited_for_and_left_alone(
    made: tuple[Paths, Path], monkeypatch: pytest.MonkeyPatch, patience_s: float
) -> None:
    pytest.importorskip("fcntl")
    monkeypatch.setattr(alone.__wrapped__, "__defaults__", (patience_s,))
    scratch = made[0].data / f"{SCRATCH}x"
    scratch.mkdir()
    (scratch / "history.sqlite3").touch()
    with ThreadPoolExecutor() as pool:
        with alone(made[0].data):
            other = pool.submit(mend, made[0].data)
            given_up = wait([other], timeout=0.2 if patience_s else 60).done
            assert scratch.exists()
        if given_up:
            assert patience_s == 0.0
            with pytest.raises(StorageError, match="another program is restoring"):
                other.result()
        else:
            assert other.result(timeout=60).outcome == "began"


@pytest.mark.parametrize("number", [errno.EBADF, errno.ENOLCK, errno.EOPNOTSUPP])
def test_where_there_are_no_locks_it_goes_on_without(
    made: tuple[Paths, Path], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """As on some network drives."""

    def none(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(pytest.importorskip("fcntl"), "flock", none)
    paths, file = made
    restore(file, paths)
    assert goal(paths) == 5


@pytest.mark.usefixtures("impatient")
def test_on_windows_a_file_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held: set[int] = set()

    class Msvcrt:
        LK_NBLCK = 2

        @staticmethod
        def locking(handle: int, mode: int, length: int) -> None:
            file = os.fstat(handle).st_ino
            if file in held:
                raise PermissionError(errno.EACCES, "Permission denied")
            held.add(file)

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", Msvcrt)
    (tmp_path / f"{SCRATCH}x").mkdir()
    with alone(tmp_path, 0.0), pytest.raises(StorageError, match="another program"):
        mend(tmp_path)


def test_what_can_not_be_cleared_away_stops_nobody(made: tuple[Paths, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    paths, _ = made
    (paths.data / f"{SCRATCH}x").mkdir()

    def no(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(shutil, "rmtree", no)
    assert mend_all(paths) is None
    monkeypatch.setattr(Path, "unlink", no)
    (paths.data / NOTE).write_text('{"going": [], "coming": [], "aside": "x", "kept": "", "done": false}')
    with pytest.raises(StorageError, match="Permission denied"):
        mend_all(paths)


def test_what_could_not_be_put_back_is_put_back_before_anything_else(
    made: tuple[Paths, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or the note of the first restore would be lost, and with it where everything is."""
    paths, file = made
    old, real, left = users(paths), os.rename, [3]

    def broken(*given: Path) -> None:
        left[0] -= 1
        if left[0] <= 0:
            raise OSError(errno.EIO, "Input/output error")
        real(*given)

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", broken)
        with pytest.raises(HalfDone, match="could not be put back"):
            restore(file, paths)
    with backup.unpacked(file, paths):
        assert (users(paths).keys() & old.keys(), goal(paths)) == (old.keys(), 2)


def test_what_was_unpacked_is_on_disk_before_it_moves(
    made: tuple[Paths, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, file = made
    synced: list[str] = []

    def fsync(handle: int) -> None:
        synced.append(os.readlink(f"/proc/self/fd/{handle}"))

    def rename(*_: object) -> None:
        raise KeyboardInterrupt

    if not Path("/proc/self/fd").is_dir():
        pytest.skip("nobody tells what a handle is of")
    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "rename", rename)
    with pytest.raises(KeyboardInterrupt):
        restore(file, paths)
    unpacked = {name.partition(SCRATCH)[2].partition("/")[2] for name in synced if SCRATCH in name}
    assert {"history.sqlite3", "settings.toml", "routines", "routines/mine.toml", "exercises/own"} <= unpacked
    assert str(paths.data / backup.FOLDER) in synced


def test_a_safety_copy_that_is_damaged_holds_nothing(tmp_path: Path) -> None:
    with ZipFile(kept := tmp_path / "kept.zip", "w") as archive:
        archive.writestr("a", "old")
        archive.writestr("history.sqlite3", "database")
    raw = kept.read_bytes()
    kept.write_bytes(raw.replace(b"database", b"databast", 1).replace(b"old", b"odd", 1))
    (aside := tmp_path / "aside").mkdir()
    for name in ("a", "history.sqlite3"):
        (tmp_path / name).write_text("old")
    going = [(tmp_path / name, aside / name) for name in ("a", "history.sqlite3")]
    assert changeover.change_over(tmp_path, going, [], aside, kept)
    assert files(aside) == {"a": "old", "history.sqlite3": "old"}


def test_from_one_disk_to_another(made: tuple[Paths, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings may lie on another disk than the data; a kill while they are copied changes nothing either."""
    paths, file = made
    old, real, left = users(paths), os.rename, [0]

    def other_disk(now: Path, then: Path) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise KeyboardInterrupt
        if Path(now).parent != Path(then).parent and "settings.toml" in str(now):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        real(now, then)

    monkeypatch.setattr(changeover.os, "rename", other_disk)
    for number in range(1, 11):
        left[0] = number
        with pytest.raises(KeyboardInterrupt):
            restore(file, paths)
        left[0] = -1
        found = mend_all(paths)
        assert found is not None
        assert (found.outcome, users(paths), goal(paths)) == ("back", old, 2), number
    restore(file, paths)
    assert (goal(paths), paths.settings.read_text()) == (5, "[sound]\nvolume = 35\n")
