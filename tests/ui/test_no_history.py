"""The start where the history can't be opened: what it says and offers, and what becomes of each answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.settings import Settings
from hamstring_gui.program import no_history as program_no_history
from hamstring_gui.program.no_history import Instead, opened_instead
from hamstring_gui.program.opening import open_history
from hamstring_gui.storage.aside import ASIDE
from hamstring_gui.storage.automatic import back_up
from hamstring_gui.storage.backup import FOLDER, write_backup
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.rescue import rescued
from hamstring_gui.storage.trouble import Trouble
from hamstring_gui.storage.unsaved import UnsavedStore
from hamstring_gui.ui import file_dialogs
from hamstring_gui.ui.no_history import Offers, Unopened, about_damage, nothing_is_saved, to_choose
from hamstring_gui.ui.window import Window
from tests.storage.damaging import (
    MANY,
    after,
    locked_by_another,
    root_of,
    sound_history,
    with_page,
)
from tests.ui.conftest import Desk

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]
REASONS = ("damaged", "newer", "foreign", "locked", "full", "read-only", "forbidden", "no file", "missing", "unknown")
ANEW = "Keep it aside and begin a new one"
OFFERED = ("Restore a backup", "Keep it aside and begin a new one", "Stretch without saving")


def nothing() -> None: ...


# -- what is said ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_has_its_sentence_and_all_that_is_offered(application: QApplication, reason: str) -> None:
    why = Unopened(reason, "/data/history.sqlite3", "/data: it says", 41, 45, version=9, newest=3)
    asked = to_choose(why, Offers(*[nothing] * 5))
    words = [answer.words for answer in asked.answers]
    assert set(OFFERED) - {ANEW} < set(words)
    assert ANEW in words or (reason == "missing" and "Begin a new one" in words)
    assert words[-1] == "Quit"
    assert ("Try again" in words) == (reason not in ("damaged", "newer", "foreign"))
    assert asked.text.endswith("/data: it says" if reason in ("no file", "unknown") else "/data/history.sqlite3")
    assert ("41 of 45 sessions can be read." in asked.text) == (reason in ("damaged", "foreign", "unknown"))
    assert ("version 9; this Hamstring knows those up to 3" in asked.text) == (reason == "newer")
    assert nothing_is_saved(reason).startswith("Sessions are not saved now: ")


def test_no_two_reasons_are_told_alike(application: QApplication) -> None:
    asked = [to_choose(Unopened(reason, "", "it says"), Offers(*[nothing] * 5)) for reason in REASONS]
    assert len({one.title for one in asked}) == len(REASONS)


def test_of_damage_it_says_what_is_lost(application: QApplication) -> None:
    offers = Offers(*[nothing] * 5)
    some = about_damage(Unopened("damaged", "", "", 41, 45, 3), offers).text
    assert "41 of 45 sessions can be read. Of 3 of these, holds are missing." in some
    assert "None of its sessions can be read." in about_damage(Unopened("damaged", "", "", 0, 45), offers).text


# -- what is chosen --------------------------------------------------------------------------------------------------
class Hands:
    """Stands for the application: where it would wait for the user, the next answer is pressed."""

    def __init__(self, application: QApplication) -> None:
        self._application, self.presses = application, list[str | Callable[[], object]]()
        self.said: list[str] = []

    def exec(self) -> int:
        while not self._ended and self.presses:
            press = self.presses.pop(0)
            if callable(press):
                press()
                continue
            window, button = self._offering(press)
            self.said += [one.text() for one in window.findChildren(QLabel, "question_text") if one.isVisible()]
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self._ended = False
        return 0

    def _offering(self, answer: str) -> tuple[Window, QPushButton]:
        """The window that asks, among those that other tests may have left, and its last button of that name."""
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, Window) and one.isVisible()]
        found = [
            (window, button)
            for window in windows
            for button in window.findChildren(QPushButton)
            if button.accessibleName() == answer and button.isVisible()
        ]
        assert found, [(one.asking, [b.accessibleName() for b in one.findChildren(QPushButton)]) for one in windows]
        return found[-1]

    _ended = False

    def exit(self, _: int) -> None:
        self._ended = True

    def quit(self) -> None:
        self._ended = True

    def __getattr__(self, name: str) -> object:
        return getattr(self._application, name)


Choose = Callable[..., Instead | None]


@pytest.fixture
def choose(application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Choose]:
    """Opens what lies at `history.sqlite3`, which must fail, and gives these answers one after the other."""
    hands = Hands(application)
    monkeypatch.setattr(program_no_history, "OutsideSignals", lambda *_: type("No", (), {"stop": lambda _: None})())
    ended: list[Instead] = []

    def begin(*presses: str | Callable[[], object]) -> Instead | None:
        paths, settings = Paths.under(tmp_path), Settings(safety_understood=True)
        hands.presses = list(presses)
        with pytest.raises(StorageError) as refused:
            open_history(paths, used=True)
        found = opened_instead(hands, paths, settings, refused.value)  # type: ignore[arg-type]
        assert hands.presses == []
        if found is not None:
            ended.append(found)
        return found

    begin.hands = hands  # type: ignore[attr-defined]
    yield begin
    for one in ended:
        one.store.close()
    for window in QApplication.topLevelWidgets():
        if isinstance(window, Window):
            window.hide()
            window.deleteLater()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


def test_a_history_that_is_gone_is_offered_back(choose: Choose, database: Path) -> None:
    database.write_bytes(sound_history())
    back_up(Paths.under(database.parent), datetime(2026, 11, 20, 12, 5))
    database.unlink()
    assert choose("Quit") is None
    assert not database.exists()
    (said,) = choose.hands.said  # type: ignore[attr-defined]
    assert "Your last backup: Friday 20 November" in said
    assert f"with {MANY} sessions." in said
    assert choose("Try again", "Quit") is None, "it is not made anew by that"
    found = choose("Begin a new one")
    assert found is not None
    assert (found.store.lasting, found.store.sessions(), found.said) == (True, (), "")


def test_of_a_damaged_one_it_names_the_last_backup(choose: Choose, database: Path) -> None:
    database.write_bytes(sound_history())
    back_up(Paths.under(database.parent), datetime(2026, 11, 20, 12, 5))
    database.write_bytes(with_page(1))
    assert choose("Quit") is None
    assert f"with {MANY} sessions." in choose.hands.said[0]  # type: ignore[attr-defined]


def test_leaving_changes_nothing(choose: Choose, database: Path) -> None:
    database.write_bytes(with_page(1))
    assert choose("Quit") is None
    assert database.read_bytes() == with_page(1)


def test_it_is_kept_aside_and_the_new_one_has_what_could_be_read(choose: Choose, database: Path) -> None:
    database.write_bytes(with_page(root_of("session")))
    chosen = choose("Keep it aside and begin a new one")
    assert len(chosen.store.sessions()) == MANY
    assert chosen.store.lasting
    (aside,) = (database.parent / ASIDE).glob("*/history.sqlite3")
    assert chosen.said == f"40 of 40 sessions are in the new history. The old file is in {aside.parent}."
    assert aside.read_bytes() == with_page(root_of("session"))


@pytest.mark.nightly
def test_of_a_newer_one_nothing_is_taken_over(choose: Choose, database: Path) -> None:
    after("PRAGMA user_version = 99")(database)
    chosen = choose("Keep it aside and begin a new one")
    assert chosen.store.sessions() == ()
    assert chosen.said.startswith("This is a new history. The old file is in ")


def test_a_backup_is_looked_for_where_backups_are(choose: Choose, database: Path, monkeypatch) -> None:
    paths = Paths.under(database.parent)
    (folder := database.parent / FOLDER).mkdir()
    database.write_bytes(sound_history())
    write_backup(paths, folder / "good.zip")
    (folder / "bad.zip").write_text("no backup")
    damaged = with_page(root_of("session"))
    database.write_bytes(damaged)
    chosen_files = iter([None, folder / "bad.zip", folder / "good.zip", folder / "good.zip"])
    asked = []

    def ask(_parent: object, title: str, patterns: str, where: Path | None) -> Path | None:
        asked.append((title, where))
        return next(chosen_files)

    monkeypatch.setattr(file_dialogs, "ask_for_file", ask)
    restore = "Restore a backup"
    chosen = choose(restore, restore, restore, "Cancel", restore, "Restore this backup")
    assert asked == [(restore, folder)] * 4
    hands = choose.hands  # type: ignore[attr-defined]
    assert any("bad.zip: this is not a backup of Hamstring" in said for said in hands.said)
    assert len(chosen.store.sessions()) == MANY
    assert "good.zip held" in chosen.said
    assert damaged in [one.read_bytes() for one in folder.rglob("history.sqlite3")], "the damaged one is kept"


@pytest.mark.nightly
def test_a_lock_that_goes_is_tried_again(choose: Choose, database: Path) -> None:
    database.write_bytes(sound_history())
    with locked_by_another(database):
        chosen = choose("Try again", "Stretch without saving")
        assert (chosen.store.reason, len(chosen.store.sessions())) == ("locked", MANY)


def test_what_fails_is_said_and_asked_again(choose: Choose, database: Path, monkeypatch) -> None:
    database.write_bytes(with_page(1))

    def fail(*_: object) -> None:
        raise StorageError("history.sqlite3: this could not be kept aside: No space left on device")

    monkeypatch.setattr(program_no_history, "begin_anew", fail)
    chosen = choose("Keep it aside and begin a new one", "Stretch without saving")
    hands = choose.hands  # type: ignore[attr-defined]
    assert "No space left on device" in hands.said[1]
    assert not chosen.store.lasting


# -- while nothing is saved ------------------------------------------------------------------------------------------
@pytest.fixture
def unsaved(open_desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Desk]:
    """Opens the program without a history that can be written."""

    def open_(start: Routine | None = None, reason: str = "read-only") -> Desk:
        (tmp_path / "history.sqlite3").write_bytes(sound_history())
        make = partial(UnsavedStore.of, trouble=Trouble(reason, "history.sqlite3: it can't be"))  # type: ignore[arg-type]
        with monkeypatch.context() as patch:
            patch.setattr(HistoryStore, "open", lambda path, **_: make(path))
            return open_desk(start=start)

    return open_


def test_a_session_is_held_asked_about_and_saved_elsewhere(
    unsaved: Callable[..., Desk], quick: Routine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = unsaved(start=quick)
    desk.pass_time(25)
    assert desk.window.asking == "not saved"
    assert "your history can be read, but not written" in desk.text("question_text")
    desk.click("Later")
    desk.click("Done")
    assert desk.text("standing_notice") == "Sessions are not saved now: your history can be read, but not written."
    monkeypatch.setattr(HistoryStore, "open", refused)
    assert not desk.window.close()
    assert "4 holds are not on disk yet" in desk.text("question_title")
    desk.click("Stay")
    file = tmp_path / "mine.json"
    monkeypatch.setattr(file_dialogs, "ask_where_to", lambda *_: file)
    desk.click("Save elsewhere…")
    assert not desk.shows("Save elsewhere…"), "all of it is saved"
    (session,) = json.loads(file.read_text())["sessions"]
    assert [hold["held_s"] for hold in session["holds"]] == [4.0] * 4
    assert desk.window.close(), "nothing is left to be asked about"
    assert (tmp_path / "history.sqlite3").read_bytes() == sound_history()


def refused(*_: object, **__: object) -> None:
    raise StorageError("history.sqlite3: the history can be read but not written")


def test_whom_nobody_asks_finds_it_at_the_next_start(unsaved: Callable[..., Desk], quick: Routine, monkeypatch) -> None:
    desk = unsaved(start=quick)
    desk.pass_time(2 + 4 + 1)
    with monkeypatch.context() as patch:
        patch.setattr(HistoryStore, "open", refused)
        desk.hamstring.leaving.give_up()
        assert desk.window.close()
        assert "what was held is in" in desk.hamstring.leaving.rescue()
    assert len(rescued(desk.paths)) == 1
    desk.hamstring.leaving.take_in_rescued()
    assert len(rescued(desk.paths)) == 1, "it is not taken in by one that saves nothing"


def test_who_kills_it_finds_it_at_the_next_start(
    unsaved: Callable[..., Desk], quick: Routine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = unsaved(start=quick)
    desk.pass_time(2 + 4 + 1)
    (file,) = rescued(desk.paths)
    (session,) = json.loads(file.read_text())["sessions"]
    assert [hold["held_s"] for hold in session["holds"]] == [4.0]
    desk.pass_time(20)
    (file,) = rescued(desk.paths)
    assert len(json.loads(file.read_text())["sessions"][0]["holds"]) == 4
    monkeypatch.setattr(file_dialogs, "ask_where_to", lambda *_: tmp_path / "mine.json")
    desk.click("Save elsewhere…")
    assert rescued(desk.paths) == [], "it is in a file of the user's"


@pytest.mark.nightly
def test_when_it_can_be_written_again_closing_saves(unsaved: Callable[..., Desk], quick: Routine) -> None:
    desk = unsaved(start=quick)
    desk.pass_time(25)
    desk.click("Later")
    desk.click("Done")
    assert desk.window.close()
    with HistoryStore.open(desk.paths.database) as store:
        assert len(store.sessions()) == MANY + 1


def test_it_says_what_it_does_not_do(unsaved: Callable[..., Desk]) -> None:
    desk = unsaved(reason="locked")
    assert desk.text("standing_notice") == "Sessions are not saved now: another program is using your history."
    assert desk.parts.records.are_readable()
    assert len(desk.parts.records.known.sessions) == MANY
    desk.parts.history.set_goal(6)
    assert "nothing of this can be changed while nothing is saved" in desk.text("notice")
    assert desk.parts.history.goal == 4
