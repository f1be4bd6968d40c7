"""Sharing the history in the window: chosen, shown, stopped; what comes in shows at once and disturbs nobody."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from hamstring_gui.commands.share import share_for_window
from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import Tightness
from hamstring_gui.domain.routine import Routine
from hamstring_gui.program import devices
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.sharing import load_sharing, share_through
from hamstring_gui.ui import file_dialogs, questions
from hamstring_gui.ui.controls.switch import Switch
from tests.domain.samples import START, remembered
from tests.storage.devices import MONDAY, Device
from tests.ui.conftest import Desk

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]


class Errand(QObject):
    """Stands for the process: does what it would do at once, or when it is told to."""

    done = Signal(bytes)
    left_behind: list[Sequence[str]]

    def __init__(self, *_: object) -> None:
        super().__init__()
        self.is_running, self.hangs = False, False

    def start(self, arguments: Sequence[str]) -> None:
        _, _, what, _, folder = arguments
        self.is_running = self.hangs
        if not self.hangs:
            self.done.emit(run(Path(folder), what))

    def leave_behind(self, arguments: Sequence[str]) -> None:
        self.left_behind.append(arguments)

    def close(self) -> None:
        self.is_running = False


def run(data: Path, what: str) -> bytes:
    out = StringIO()
    share_for_window(Paths.under(data), out, changed_here=what == "all")
    return out.getvalue().encode()


@pytest.fixture(autouse=True)
def errands(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """What was left to be done when the program ended."""
    Errand.left_behind = []
    monkeypatch.setattr(devices, "Errand", Errand)
    monkeypatch.setattr("hamstring_gui.commands.share.os.nice", lambda _: 0)
    monkeypatch.setattr("hamstring_gui.commands.share.start_logging", lambda _: None)
    return Errand.left_behind


@pytest.fixture
def other(tmp_path_factory: pytest.TempPathFactory) -> Device:
    """Another device that shares through the same folder, two sessions of which are there."""
    place = tmp_path_factory.mktemp("other")
    device = Device(place / "data", place / "shared", START)
    at = START.astimezone()
    device.put(*(remembered(name, Routine("daily", "Daily", ()), at, ended_at=at) for name in "ab"))
    device.merge()
    return device


@pytest.fixture
def desk(open_desk: Open, other: Device, tmp_path: Path) -> Desk:
    """A window that shares already."""
    share_through(Paths.under(tmp_path), other.folder)
    desk = open_desk()
    desk.hamstring.beside.devices.begin()
    return desk


def switch(desk: Desk) -> None:
    QTest.mouseClick(desk.input("Share my history through this folder"), Qt.MouseButton.LeftButton)


def said(desk: Desk) -> str:
    return desk.pages.settings().rows["shared"].explanation.text()


def test_a_folder_is_chosen_and_left_again(
    open_desk: Open, other: Device, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk = open_desk()
    desk.click("Settings")
    row = desk.pages.settings().rows["shared"]
    control = row.control
    assert isinstance(control, Switch)
    for folder, sentence in ((None, ""), (tmp_path, "this is the folder of your data, or lies in it")):
        monkeypatch.setattr(file_dialogs, "ask_for_folder", lambda *_, folder=folder: folder)
        switch(desk)
        assert (load_sharing(desk.paths).is_on, control.isChecked()) == (False, False)
        assert sentence in "".join(label.text() for label in desk.window.findChildren(QLabel, "notice"))
    monkeypatch.setattr(file_dialogs, "ask_for_folder", lambda *_: other.folder)
    switch(desk)
    assert load_sharing(desk.paths).folder == str(other.folder)
    assert row.path is not None
    assert (row.path.text(), row.path.isVisible(), control.isChecked()) == (str(other.folder), True, True)
    assert said(desk).startswith("With ")
    assert "Last read: Today" in said(desk)
    assert desk.text("notice") == "2 sessions from your other device."
    switch(desk)
    assert not load_sharing(desk.paths).is_on
    assert (row.path.isVisible(), said(desk)) == (False, row.row.explanation)
    assert len(list(other.folder.iterdir())) == 2
    assert "stays there" in desk.text("notice")


def test_what_comes_in_shows_at_once(desk: Desk, other: Device) -> None:
    assert desk.parts.records.last_session() is not None
    desk.click("History")
    desk.parts.records.refresh()
    assert len(desk.parts.records.known.sessions) == 2
    other.delete("b")
    other.merge()
    desk.hamstring.beside.devices.look()
    assert [session.id for session in desk.parts.records.known.sessions] == ["a"]


def test_what_is_changed_here_is_shared_soon(desk: Desk, other: Device) -> None:
    devices = desk.hamstring.beside.devices
    assert not devices._is_changed
    desk.parts.records.delete_session("a")
    devices._look_whether_it_is_time()
    assert not devices._is_changed
    other.merge()
    assert other.ids() == {"b"}
    desk.store.set_goal(Goal(START.date(), 5))
    devices._look_whether_it_is_time()
    other.merge()
    assert '"days": 5' in other.export()


def test_what_another_program_changes_is_shared_too(desk: Desk, other: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    """An import in a terminal: before, and while another look is just over."""
    devices, here = desk.hamstring.beside.devices, Device(desk.paths.data, other.folder)
    looks = list[str]()
    start = devices._errand.start

    def counted(arguments: Sequence[str]) -> None:
        looks.append(arguments[2])
        start(arguments)

    monkeypatch.setattr(devices._errand, "start", counted)
    here.put(remembered("c", Routine("daily", "Daily", ()), START.astimezone()))
    for _ in range(3):
        devices._look_whether_it_is_time()
    assert looks == ["all"], "what the look itself writes is no change"
    devices._errand.done.disconnect(devices._on_done)
    devices.look()
    here.put(remembered("d", Routine("daily", "Daily", ()), START.astimezone()))
    devices._on_done(run(desk.paths.data, "folder"))
    desk.clock.pass_time(181)
    devices._look_whether_it_is_time()
    other.merge()
    assert other.ids() == {"a", "b", "c", "d"}


@pytest.mark.nightly
def test_every_few_minutes_and_who_comes_back_reads_what_is_new(desk: Desk, other: Device) -> None:
    devices = desk.hamstring.beside.devices
    for wait_s, look, seen in (
        (5, desk.window.came_back.emit, False), (6, desk.window.came_back.emit, True),
        (60, devices._look_whether_it_is_time, False), (130, devices._look_whether_it_is_time, True),
    ):  # fmt: skip
        other.set_goal(1 + wait_s % 7)
        other.merge()
        desk.clock.pass_time(wait_s)
        look()
        assert (desk.store.goals()[-1:] == (Goal(MONDAY, 1 + wait_s % 7),)) == seen


def test_a_session_is_left_alone(desk: Desk, other: Device, quick: Routine) -> None:
    devices = desk.hamstring.beside.devices
    other.put(remembered("c", quick, START.astimezone()))
    other.merge()
    desk.parts.begin(quick)
    desk.pass_time(5)
    devices.look()
    devices._look_whether_it_is_time()
    assert desk.store.session("c") is None
    desk.pass_time(30)
    assert not desk.parts.leads
    devices._look_whether_it_is_time()
    assert desk.store.session("c") is not None
    assert desk.text("notice") == "1 session from your other device."
    other.merge()
    assert len(other.ids()) == 4, "and the one that was just done is shared"


@pytest.mark.nightly
def test_news_of_a_session_s_beginning_is_told_after_it(desk: Desk, other: Device, quick: Routine) -> None:
    devices = desk.hamstring.beside.devices
    other.put(remembered("c", quick, START.astimezone()))
    other.merge()
    desk.window.notice.hide()
    desk.parts.begin(quick)
    devices._on_done(run(desk.paths.data, "folder"))
    assert not desk.window.notice.isVisible()
    desk.pass_time(40)
    devices._look_whether_it_is_time()
    assert desk.text("notice") == "1 session from your other device."


def test_an_edit_that_is_open_is_not_disturbed_and_keeps_what_came(desk: Desk, other: Device) -> None:
    desk.click("History")
    before = desk.store.session("a")
    assert before is not None
    desk.pages.history().edit_requested.emit("a")
    desk.input("Note").setPlainText("half writ")  # type: ignore[attr-defined]
    other.edit("a", tightness=Tightness(2, 3))
    other.merge()
    desk.hamstring.beside.devices.look()
    note = desk.input("Note")
    note.setPlainText(note.toPlainText() + "ten")  # type: ignore[attr-defined]
    desk.click("Save")
    kept = desk.store.session("a")
    assert kept is not None
    assert (kept.note, kept.tightness) == ("half written", Tightness(2, 3))
    desk.parts.deeds.undo()
    kept = desk.store.session("a")
    assert kept is not None
    assert (kept.note, kept.tightness) == ("", Tightness(2, 3)), "only what was done here is taken back"


@pytest.mark.nightly
def test_goals_that_came_stay_when_ours_is_taken_back(desk: Desk, other: Device) -> None:
    assert desk.parts.history.set_goal(5)
    other.set_goal(2, MONDAY.replace(day=2))
    other.merge()
    desk.hamstring.beside.devices.look()
    desk.parts.deeds.undo()
    assert Goal(MONDAY.replace(day=2), 2) in desk.store.goals()
    assert Goal(START.date(), 5) not in desk.store.goals()


def test_what_is_wrong_is_told_in_the_settings(desk: Desk, other: Device) -> None:
    desk.click("Settings")
    other.folder.rename(other.folder.with_name("away"))
    desk.hamstring.beside.devices.look()
    assert "the folder is not there; it is tried again" in said(desk)
    assert said(desk).startswith("With "), "and what was known before"
    desk.hamstring.beside.devices._on_done(b"")
    assert "doesn’t answer" in said(desk)
    other.folder.with_name("away").rename(other.folder)
    desk.hamstring.beside.devices.look()
    assert "tried again" not in said(desk)


@pytest.mark.nightly
def test_a_newer_program_s_journal_is_told_once(desk: Desk, other: Device) -> None:
    desk.click("Settings")
    with other.journal.open("a") as out:
        out.write(json.dumps({"kind": "mood", "id": "x", "at": [1, 0], "set": {}}) + "\n")
    devices = desk.hamstring.beside.devices
    devices.look()
    assert "has a newer Hamstring" in desk.text("notice")
    assert "has a newer Hamstring" in said(desk)
    desk.window.notice.hide()
    devices.look()
    assert not desk.window.notice.isVisible()


def test_at_the_end_what_was_not_shared_is(desk: Desk, errands: list[Sequence[str]]) -> None:
    desk.hamstring.beside.devices.end()
    assert errands == []
    desk.hamstring.beside.devices.begin()
    desk.parts.records.delete_session("a")
    desk.hamstring.beside.devices.end()
    desk.hamstring.beside.devices.end()
    assert [arguments[:3] for arguments in errands] == [["share", "--for-window", "all"]]


def test_other_data_is_not_shared_before_it_is_there(desk: Desk, errands: list[Sequence[str]]) -> None:
    desk.parts.records.delete_session("a")
    desk.hamstring.beside.devices.close()
    desk.hamstring.beside.devices.end()
    assert errands == []


@pytest.mark.nightly
def test_restoring_and_deleting_say_what_that_means(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.click("Settings")
    desk.click("Delete everything…")
    assert "Sharing stops first" in desk.text("question_text")
    desk.press(Qt.Key.Key_Escape)
    asked = questions.to_restore("b.zip", lambda: None, shared=True)
    assert "what was changed since, here and there, comes in again" in asked.text
    assert "share" not in questions.to_restore("b.zip", lambda: None).text


@pytest.mark.nightly
def test_data_in_a_synced_folder_are_warned_of(open_desk: Open, tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    desk = open_desk()
    desk.click("Settings")
    assert "is synced by another program" in desk.pages.settings().rows["folder"].explanation.text()
