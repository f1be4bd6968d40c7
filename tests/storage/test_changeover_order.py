"""What a changeover does comes to the disk in the order that makes it safe when the power fails."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import pytest

from hamstring_gui.storage import changeover
from hamstring_gui.storage.changeover import NOTE
from tests.storage.test_changeover import other_disk


def noted(patch: pytest.MonkeyPatch, *folders: Path) -> list[str]:
    """What is done from now on that another order would spoil when the power fails, in order."""
    done: list[str] = []
    names = {path.stat().st_ino: path.name for path in folders}
    fsync = os.fsync

    def synced(handle: int) -> None:
        fsync(handle)
        done.append(f"sync {names.get(os.fstat(handle).st_ino, 'a file')}")

    def noting(call: str, real: Callable[..., None]) -> Callable[..., None]:
        def one(*given: Path, **named: object) -> None:
            real(*given, **named)
            done.append(f"{call} {Path(given[-1]).name}")

        return one

    patch.setattr(os, "fsync", synced)
    for call in ("rename", "replace", "unlink"):
        patch.setattr(os, call, noting(call, getattr(os, call)))
    return done


def test_each_step_is_on_disk_before_the_next_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or a note could come to the disk after the moves that it tells of, or say that they are done before they are."""
    data, config, aside, scratch, backups = folders = [
        tmp_path / name for name in ("data", "config", "data/aside", "data/.restoring-1", "backups")
    ]
    for folder in folders:
        folder.mkdir()
    for file in (data / "a", config / "b", scratch / "a", scratch / "b"):
        file.write_text("")
    with ZipFile(kept := backups / "kept.zip", "w") as archive:
        archive.writestr("a", "")
        archive.writestr("b", "")
    done = noted(monkeypatch, *folders)
    going, coming = [(data / "a", aside / "a"), (config / "b", aside / "b")], [(scratch / "a", data / "a")]
    coming.append((scratch / "b", config / "b"))
    assert not changeover.change_over(data, going, coming, aside, kept)
    note = ["sync a file", f"replace {NOTE}", "sync data"]
    assert done[:8] == ["sync backups", *note, "rename a", "rename b", "rename a", "rename b"]
    assert set(done[8:12]) == {"sync data", "sync config", "sync aside", "sync .restoring-1"}
    assert done[12:15] == note
    assert sorted(done[15:17]) == ["unlink a", "unlink b"]
    assert done[17:] == [f"unlink {NOTE}", "sync data"]


def test_a_copy_on_another_disk_is_there_before_what_was_copied_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, aside = tmp_path / "data", tmp_path / "aside"
    for folder in (data, aside):
        folder.mkdir()
    (data / "a").write_text("")
    monkeypatch.setattr(os, "rename", partial(other_disk, os.rename))
    done = noted(monkeypatch, data, aside)
    changeover.change_over(data, [(data / "a", aside / "a")], [], aside, tmp_path / "none.zip")
    assert done[done.index("sync data") + 1 :][:5] == [
        "sync a file", "rename .a.gone", "rename a", "sync aside", "unlink .a.gone",
    ]  # fmt: skip
