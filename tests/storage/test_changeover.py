"""A restore that is killed at any step ends in the old or the new data whole, and it is told which."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest

from hamstring_gui.storage import backup, changeover
from hamstring_gui.storage.changeover import NOTE, SCRATCH, alone, mend
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.paths import Paths
from tests.conftest import ROOT
from tests.storage.test_backup import fill, goal, listing, restore


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


def users(paths: Paths) -> dict[str, bytes]:
    """The user's files, but for the database, whose bytes are not its contents, and for what is put aside."""
    return {
        name: data for name, data in listing(paths).items() if "history.sqlite3" not in name and "/backups/" not in name
    }


def files(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_killed_at_any_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files and a folder give way to a file and a folder; one of them was not there before."""
    data, old = tmp_path / "data", {"a": "old", "b": "old", "folder/x": "old", "folder/odd": "old", "other": "stays"}
    outcomes = set()
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
        found = mend(data)
        outcomes.add(outcome := found.outcome if found else "")
        new = {"a": "new", "new/y": "new", "other": "stays", "aside/folder/odd": "old"}
        assert files(data) == (old if outcome == "back" else new), number
        assert mend(data) is None, "it is told once"
    assert outcomes == {"back", "done", ""}


@pytest.mark.parametrize("number", [1, 20, 26, 32])
def test_a_restore_that_is_killed(made: tuple[Paths, Path], number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    paths, file = made
    old = users(paths)
    dies(monkeypatch, number, partial(restore, file, paths))
    found = mend(paths.data)
    done = found is not None and found.outcome == "done"
    assert goal(paths) == (5 if done else 2)
    assert (users(paths) == old) == (not done)
    assert any(path.name == ".odd" for path in paths.data.rglob("*")), "it is in no backup, and not lost"


def test_deleting_everything_is_done_or_was_never_begun(
    made: tuple[Paths, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, _ = made
    old, root = users(paths), paths.data.parent
    shutil.copytree(root, spare := tmp_path / "spare")
    outcomes = set()
    for number in count(1):
        shutil.rmtree(root)
        shutil.copytree(spare, root)
        if not dies(monkeypatch, number, partial(backup.delete_everything, paths)):
            break
        found = mend(paths.data)
        outcomes.add(found.outcome if found else "")
        if found is not None and found.outcome == "back":
            assert (users(paths), goal(paths)) == (old, 2)
        elif found is not None:
            assert users(paths) == {}
    assert {"back", "done"} <= outcomes


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
    assert subprocess.run(command, cwd=ROOT, capture_output=True, timeout=25).returncode == 9
    found = mend(paths.data)
    assert found is not None
    assert (found.outcome, users(paths), goal(paths)) == ("back", old, 2)


def test_whoever_is_at_it_is_left_alone(made: tuple[Paths, Path]) -> None:
    pytest.importorskip("fcntl")
    paths, _ = made
    (paths.data / f"{SCRATCH}x").mkdir()
    (paths.data / f"{SCRATCH}x" / "history.sqlite3").touch()
    with alone(paths.data):
        assert mend(paths.data) is None
        assert (paths.data / f"{SCRATCH}x").exists()
    found = mend(paths.data)
    assert found is not None
    assert found.outcome == "began"


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"going": [["a"]], "coming": [], "aside": "", "kept": "", "done": true}']
)
def test_a_note_that_can_not_be_read_is_told_and_nothing_moves(made: tuple[Paths, Path], text: str) -> None:
    paths, _ = made
    (paths.data / NOTE).write_text(text)
    with pytest.raises(StorageError, match="can't be read"):
        mend(paths.data)
    assert goal(paths) == 2


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
        found = mend(paths.data)
        assert found is not None
        assert (found.outcome, users(paths), goal(paths)) == ("back", old, 2), number
    restore(file, paths)
    assert (goal(paths), paths.settings.read_text()) == (5, "[sound]\nvolume = 35\n")
