"""The note of a restore: it reaches nothing but the user's files, wherever they lie by now."""

from __future__ import annotations

import json
import os
import tempfile
from functools import partial
from pathlib import Path

import pytest

from hamstring_gui.storage import backup
from hamstring_gui.storage.changeover import NOTE, mend
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.paths import Paths
from tests.storage.making import listing
from tests.storage.test_backup import fill, goal, restore
from tests.storage.test_changeover import dies, ended, users


@pytest.fixture
def made(tmp_path: Path) -> tuple[Paths, Path]:
    """Data with a goal of 5, and a backup of them."""
    paths = Paths.under(tmp_path / "data")
    fill(paths, days=5, volume=35)
    backup.write_backup(paths, tmp_path / "b.zip")
    return paths, tmp_path / "b.zip"


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"going": [["a"]], "coming": [], "aside": "", "kept": "", "done": true}']
)
def test_a_note_that_can_not_be_read_is_told_and_nothing_moves(made: tuple[Paths, Path], text: str) -> None:
    paths, _ = made
    (paths.data / NOTE).write_text(text)
    with pytest.raises(StorageError, match="can't be read"):
        mend(paths.data)
    assert goal(paths) == 5


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize(
    "where", ["{out}", "{out}/x", "../precious", "link/x", "../precious/../precious/x", "{data}", "{data}/..", "/"]
)
@pytest.mark.parametrize("what", ["going from", "going to", "coming to", "aside"])
def test_a_note_reaches_nothing_but_the_users_files(tmp_path: Path, what: str, where: str, done: bool) -> None:
    """Whoever wrote it: data may be somebody else's, in a folder that is shared."""
    data, out = tmp_path / "data", tmp_path / "precious"
    for folder in (data, out):
        folder.mkdir()
    (data / "link").symlink_to(out)
    for file in (out / "x", data / "x", data / "history.sqlite3"):
        file.write_text("precious")
    place = where.format(data=data, out=out)
    moves = {"going from": [["FROM", "aside/x"]], "going to": [["x", "TO"]], "coming to": [["y", "TO"]], "aside": []}[
        what
    ]
    moves = [[place if end in ("FROM", "TO") else end for end in move] for move in moves]
    note = {"going": [], "coming": [], "aside": "aside", "kept": "", "done": done}
    note |= {"aside": place} if what == "aside" else {what.partition(" ")[0]: moves}
    (data / NOTE).write_text(json.dumps(note))
    before = listing(tmp_path)
    with pytest.raises(StorageError, match="this note of an interrupted restore"):
        mend(data)
    assert listing(tmp_path) == before


@pytest.mark.parametrize(("aside", "place"), [("backups", "x"), ("exercises", "exercises"), ("own", "own/x")])
def test_what_is_the_users_is_not_what_lies_aside(tmp_path: Path, aside: str, place: str) -> None:
    for name in ("backups", "exercises", "own"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x").write_text("precious")
    note = {"going": [[place, "elsewhere/x"]], "coming": [], "aside": aside, "kept": "", "done": True}
    (tmp_path / NOTE).write_text(json.dumps(note))
    before = listing(tmp_path)
    with pytest.raises(StorageError, match="would delete what is yours"):
        mend(tmp_path)
    assert listing(tmp_path) == before


def test_a_note_is_of_a_folder_wherever_it_lies_now(made: tuple[Paths, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a stick, or after the folder was renamed."""
    paths, file = Paths.under(made[0].data.with_name("stick")), made[1]
    fill(paths, days=2, volume=90)
    old = users(paths)
    dies(monkeypatch, 26, partial(restore, file, paths))
    assert users(paths) != old
    paths.data.rename(moved := paths.data.with_name("moved"))
    found = mend(moved)
    assert (found and found.outcome, goal(Paths.under(moved))) == ("back", 2)
    assert list(users(Paths.under(moved)).values()) == list(old.values())


def test_a_look_that_was_ended_interrupted_nothing(made: tuple[Paths, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    paths, file = made
    for look_at, told in ((True, ""), (False, "Restoring a backup was interrupted before anything was changed.")):
        with monkeypatch.context() as patch:
            gone = classmethod(lambda *_, **__: None)
            patch.setattr(tempfile.TemporaryDirectory, "_rmtree", gone)  # as if the process were no more
            with backup.unpacked(file, paths, only_to_look=look_at):
                pass
        assert ended(paths) == told
        assert not [name for name in os.listdir(paths.data) if name.startswith((".restoring", ".looking"))]
