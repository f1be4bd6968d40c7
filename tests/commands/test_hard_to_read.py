"""`stats` and `export` where the history is hard to read: they do what can be done, or say what is wrong."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hamstring_gui.commands.command_line import PROBLEM, main
from tests.storage.damaging import (
    MANY,
    after,
    anybodys_folder,
    as_nobody,
    crashed,
    disk_of_its_own,
    page_of_holds,
    root_of,
    sound_history,
    with_page,
)


def check_that_both_work(folder: Path, elsewhere: Path) -> None:
    assert main(["--data-dir", str(folder), "stats"]) == 0
    assert main(["--data-dir", str(folder), "export", "-o", str(elsewhere)]) == 0
    assert len(json.loads(elsewhere.read_text())["sessions"]) == MANY
    elsewhere.unlink()


@pytest.mark.parametrize("read_only", [True, False], ids=["read-only", "full"])
def test_on_a_disk_that_can_not_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str], read_only: bool) -> None:
    with disk_of_its_own(lambda folder: crashed(folder / "history.sqlite3"), read_only=read_only) as folder:
        check_that_both_work(folder, tmp_path / "out.json")
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
def test_in_another_user_s_folder(capsys: pytest.CaptureFixture[str]) -> None:
    with anybodys_folder() as folder, anybodys_folder() as mine:
        (folder / "history.sqlite3").write_bytes(sound_history())
        folder.chmod(0o555)
        with as_nobody():
            check_that_both_work(folder, mine / "out.json")
    assert capsys.readouterr().err == ""


DAMAGED: dict[str, tuple[Callable[[Path], object], str]] = {
    "a header": (lambda path: path.write_bytes(with_page(1)), "the history is damaged; 40 of 40 sessions can be read"),
    "no sessions": (
        lambda path: path.write_bytes(with_page(root_of("session"))),
        "the history is damaged; 40 of 40 sessions can be read",
    ),
    "a page of holds": (
        lambda path: path.write_bytes(with_page(page_of_holds())),
        "the history is damaged; 40 of 40 sessions can be read",
    ),
    "a table": (after("DROP TABLE goal"), "the history is damaged; 40 of 40 sessions can be read"),
    "a diary": (lambda path: path.write_text("Dear diary"), "this is not a Hamstring history; it was left as it is"),
    "newer": (after("PRAGMA user_version = 99"), "from a newer program (version 99; this one reads up to"),
}


@pytest.mark.parametrize("what", DAMAGED)
@pytest.mark.parametrize("command", ["stats", "export"])
def test_what_is_wrong_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str, command: str) -> None:
    make, said = DAMAGED[what]
    make(tmp_path / "history.sqlite3")
    before = (tmp_path / "history.sqlite3").read_bytes()
    assert main(["--data-dir", str(tmp_path), command]) == PROBLEM
    printed = capsys.readouterr()
    assert said in printed.err
    assert len(printed.err.splitlines()) == 1
    assert (tmp_path / "history.sqlite3").read_bytes() == before
