"""A history that can be opened and turns out to be damaged while the window is open: what is said, and offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hamstring_gui.app import Hamstring
from hamstring_gui.program.health import Health
from hamstring_gui.program.parts import Parts
from hamstring_gui.storage.checking import Verdict, is_due
from hamstring_gui.storage.trouble import Trouble
from hamstring_gui.ui.window import Window
from tests.storage.damaging import MANY, PAGE, index_damaged, sound_history, with_page
from tests.ui.conftest import Desk
from tests.ui.test_no_history import OFFERED, Open

Look = Callable[[bytes | Callable[[Path], object]], Desk]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@pytest.fixture
def looked_through(open_desk: Open, database: Path, qtbot: QtBot, monkeypatch) -> Iterator[Look]:
    """Opens the program with a history that can be opened, and has it looked through."""
    made: list[Health] = []
    monkeypatch.setattr(Hamstring, "_on_exchange_requested", lambda self, deed: setattr(self, "between", deed))

    def look(history: bytes | Callable[[Path], object]) -> Desk:
        history(database) if callable(history) else database.write_bytes(history)
        desk = open_desk()
        made.append(health := Health(desk.parts, desk.paths))
        with qtbot.waitSignal(health.checked):
            health.look()
        return desk

    yield look
    for one in made:
        one.stop()


def last_leaf() -> int:
    """A page that no start looks at."""
    return next(page for page in range(len(sound_history()) // PAGE, 1, -1) if sound_history()[(page - 1) * PAGE] == 10)


def test_damage_is_told_with_the_same_offers(looked_through: Look) -> None:
    desk = looked_through(with_page(last_leaf()))
    assert desk.window.asking == "no history"
    assert all(desk.shows(one) for one in (*OFFERED, "Go on as it is"))
    desk.click("Keep it aside and begin a new one")
    said = desk.hamstring.between()
    assert "40 of 40 sessions are in the new history." in said
    assert not is_due(desk.paths, desk.parts.records.days.now), "it is told once"


def test_a_backup_by_hand_that_damage_keeps_from_being_made_leads_to_the_same_offers(
    open_desk: Open, database: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.write_bytes(with_page(last_leaf()))
    desk = open_desk()
    monkeypatch.setattr(Window, "ask_where_to", lambda *_: tmp_path / "mine.zip")
    desk.parts.data.do("backup")
    assert "the history is damaged" in desk.text("notice")
    assert not (tmp_path / "mine.zip").exists()
    qtbot.waitUntil(lambda: desk.window.asking == "no history")
    assert all(desk.shows(one) for one in OFFERED)


@pytest.mark.nightly
def test_one_can_go_on_without_saving(looked_through: Look) -> None:
    desk = looked_through(with_page(last_leaf()))
    desk.click("Stretch without saving")
    with desk.hamstring.between() as store:
        assert (store.lasting, len(store.sessions())) == (False, MANY)


def test_a_session_is_not_interrupted_by_it(looked_through: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, leads = looked_through(sound_history()), [True]
    monkeypatch.setattr(Parts, "leads", property(lambda _: leads[0]))
    health = next(one for one in desk.parts.children() if isinstance(one, Health))
    health.checked.emit(Verdict("damaged", Trouble("damaged", "it is damaged")))
    assert not desk.window.asking
    leads[0] = False
    health._ask(Trouble("damaged", "it is damaged"))
    assert desk.window.asking == "no history"


def test_an_index_is_mended_and_that_is_said(looked_through: Look) -> None:
    desk = looked_through(index_damaged)
    assert "was damaged and was made anew. Nothing is lost." in desk.text("notice")
    assert not desk.window.asking


def test_a_sound_one_is_looked_through_in_silence_and_not_again(looked_through: Look) -> None:
    desk = looked_through(sound_history())
    assert not desk.window.asking
    assert not desk.window.notice.isVisible()
    again = Health(desk.parts, desk.paths)
    again.look()
    assert again._thread is None
