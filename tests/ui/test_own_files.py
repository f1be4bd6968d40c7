"""Everything in the window and at a terminal that writes a file where somebody wants it spares our own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hamstring_gui.commands.command_line import USAGE, main
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.ui import file_dialogs
from tests.conftest import ROOT
from tests.ui.conftest import Desk

Open = Callable[..., Desk]


def test_no_dialog_of_the_window_leads_to_a_file_of_our_own(open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk()
    routine = desk.paths.routines / "mine.toml"
    routine.parent.mkdir()
    routine.write_text("kept")
    answers = [desk.paths.database, routine]
    monkeypatch.setattr(file_dialogs, "ask_where_to", lambda *_: answers[0])
    asked_for: list[Callable[[], object]] = [
        lambda: desk.parts.data.do("backup"),
        lambda: desk.parts.routines.export("daily-band-stretch"),
        lambda: desk.parts.exercises._on_export_requested("glute-bridge"),
        *(lambda way=way: desk.parts.history.exchange.on_export_requested(way, None, 12)
          for way in ("json", "csv", "pdf", "picture")),
    ]  # fmt: skip
    for file in list(answers):
        before = file.read_bytes()
        for ask in asked_for:
            desk.window.notice.hide()
            ask()
            said = desk.text("notice")
            assert said.startswith(f"{file}: this "), said
            assert "itself" in said
            assert file.read_bytes() == before
        answers.pop(0)


def test_whoever_asks_where_to_asks_the_window() -> None:
    """So that nothing new gets round it."""
    texts = {path.name: path.read_text("utf-8") for path in (ROOT / "hamstring_gui").rglob("*.py")}
    assert {name for name, text in texts.items() if "QFileDialog" in text} == {"file_dialogs.py"}
    assert {name for name, text in texts.items() if "file_dialogs.ask" in text} == {"window.py"}


@pytest.mark.parametrize("target", ["history.sqlite3", "settings.toml", "exercises/own-a/new.png"])
@pytest.mark.parametrize(
    "words",
    [
        ["export"], ["export", "--format", "csv"], ["export", "--format", "pdf"], ["backup"],
        ["figure", "glute-bridge"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_no_command_writes_a_file_of_our_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], target: str
) -> None:
    data = tmp_path / "data"
    HistoryStore.open(data / "history.sqlite3").close()
    (data / "settings.toml").write_text("")
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    file = data / target
    assert main(["--data-dir", str(data), *words, "-o", str(file)]) == USAGE
    told = capsys.readouterr().err.removesuffix("\n")
    assert told.startswith(f"hamstring-gui: {file}")
    assert ("itself" in told, "\n" in told) == (True, False)
    assert {path: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before
