"""The Settings page, and the files of a user for whom the whole program runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hamstring_gui import app
from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.settings import Settings
from hamstring_gui.program.opening import Opening
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.shelf import read_shelf
from hamstring_gui.ui import file_dialogs
from tests.ui.conftest import Desk, Services
from tests.ui.settings.walking import windows

Open = Callable[..., Desk]


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    desk = open_desk()
    desk.click("Settings")
    return desk


def begin_again(desk: Desk) -> None:
    """The Settings page as it opens: all as usual, no session now or before, no goals, nothing said or done yet."""
    desk.window.drop_question()
    if desk.parts.leads:
        desk.parts.conductor.end()
    if desk.window.isFullScreen():
        desk.window.toggle_full_screen()
    desk.store.remove_all(desk.store.session_ids(), desk.store.goals(), ())
    usual = asdict(replace(Settings(), safety_understood=True))
    desk.hamstring.preferences.change(
        **{field: usual[field] for field in usual.keys() - {"window_width", "window_height"}}
    )
    desk.parts.deeds.forget()
    desk.pages.settings().search.clear()
    desk.parts.show_page("settings")
    desk.window.notice.hide()
    desk.services.calls.clear()


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """What the file dialogs give back."""

    def answer(path: Path | None) -> None:
        for name in ("ask_for_file", "ask_where_to"):
            monkeypatch.setattr(file_dialogs, name, lambda *_: path)

    return answer


@pytest.fixture
def options(assets: Path, tmp_path: Path, application: QApplication, monkeypatch) -> Iterator[Opening]:
    """The files of a user who has a goal of five days and knows the safety text."""
    services = Services()
    monkeypatch.setattr("hamstring_gui.desktop.sound.Sounds", services)
    monkeypatch.setattr("hamstring_gui.desktop.voice.Voice", lambda *_: services.voice)
    monkeypatch.setattr("hamstring_gui.desktop.awake.Awake", services)
    monkeypatch.setattr(app, "start_logging", lambda _: None)
    monkeypatch.setattr("hamstring_gui.ui.hands.DEAF_MS", 0)
    paths = Paths.under(tmp_path / "data")
    with HistoryStore.open(paths.database) as store:
        store.set_goal(Goal(date(2020, 1, 1), 5))
    paths.settings.write_text("[first_run]\nsafety_understood = true\n[sound]\nvolume = 35\n")
    yield Opening(paths, read_shelf(paths))
    for window in windows():
        window.hide()
        window.deleteLater()
