"""A program at rest sleeps: nothing wakes it but what changes something, and what nobody sees is not laid out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib.util import find_spec, module_from_spec

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from hamstring_gui.domain.routine import Routine
from hamstring_gui.program.devices import OFTEN_S
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.sharing import share_through
from hamstring_gui.ui.controls.fitted import FittedText
from tests.ui.conftest import Desk
from tests.ui.session.test_led import long as long

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]
A_MINUTE_MS = 60_000
ONCE = {"AutomaticBackups", "Reminder"}
"""What looks once, a while after the start."""


def woken_within_a_minute(desk: Desk) -> set[str]:
    timers = [*desk.hamstring.findChildren(QTimer), *desk.window.findChildren(QTimer)]
    soon = [timer for timer in timers if timer.isActive() and timer.interval() < A_MINUTE_MS]
    return {type(timer.parent()).__name__ for timer in soon}


@pytest.mark.parametrize(
    "pages",
    [
        ("Exercises",),
        pytest.param(("History", "Routines", "Settings", "Today", "Your hamstrings"), marks=pytest.mark.nightly),
    ],
)
def test_nothing_wakes_a_page_that_shows(open_desk: Open, qtbot, pages: tuple[str, ...]) -> None:
    desk = open_desk()
    assert desk.parts.day_turn._timer.isActive()
    for page in ("Today", *pages):
        desk.click(page)
        qtbot.waitUntil(lambda: woken_within_a_minute(desk) <= ONCE)


def test_nothing_asks_while_a_session_stands_still_whether_it_is_over(
    open_desk: Open, long: Routine, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(start=long)
    looks: list[object] = []
    monkeypatch.setattr("hamstring_gui.storage.own_exercises.has_drawings", looks.append)
    desk.hamstring.beside.back_up_soon()
    desk.hamstring.beside.draw_old_drawings()
    backups = desk.hamstring.beside._backups
    assert backups is not None
    desk.parts.conductor.player.command("pause")
    backups._timer.stop()
    backups._begin()
    assert woken_within_a_minute(desk) <= {"SessionPage", "Reminder"}, "what was said leaves the page by itself"
    assert looks == []
    desk.parts.conductor.player.command("end")
    assert backups._timer.isActive(), "also when nothing was held"
    assert looks == [], "what it led to comes first"
    qtbot.waitUntil(lambda: bool(looks))
    looks.clear()
    desk.parts.begin(long)
    desk.parts.conductor.player.command("end")
    QCoreApplication.processEvents()
    assert looks == [], "what can't be drawn is tried once"
    desk.parts.begin(long)
    desk.hamstring.beside.draw_old_drawings()
    assert desk.window.close()
    QCoreApplication.processEvents()
    assert looks == [], "nor is it on the way out"


def test_sharing_waits_for_something_to_be_written(
    open_desk: Open, long: Routine, qtbot, tmp_path, tmp_path_factory: pytest.TempPathFactory, monkeypatch
) -> None:
    share_through(Paths.under(tmp_path), tmp_path_factory.mktemp("shared"))
    monkeypatch.setattr("hamstring_gui.desktop.errand.Errand.start", lambda *_: None)
    desk = open_desk()
    devices = desk.hamstring.beside.devices
    devices.begin()
    assert "DeviceKeeper" not in woken_within_a_minute(desk)
    desk.store.mark_rest(desk.clock.wall.date(), rest=True)
    qtbot.waitUntil(devices._soon.isActive)
    devices._soon.stop()
    desk.parts.begin(long)
    devices.look_soon()
    assert not devices._soon.isActive()
    desk.parts.conductor.player.command("end")
    assert devices._soon.isActive()
    devices.close()
    devices.look_soon()
    assert "DeviceKeeper" not in woken_within_a_minute(desk)


def test_sharing_hears_of_a_file_that_takes_the_place_of_the_history(
    open_desk: Open, qtbot, tmp_path, tmp_path_factory: pytest.TempPathFactory, monkeypatch
) -> None:
    share_through(Paths.under(tmp_path), tmp_path_factory.mktemp("shared"))
    monkeypatch.setattr("hamstring_gui.desktop.errand.Errand.start", lambda *_: None)
    desk = open_desk()
    devices, database = desk.hamstring.beside.devices, desk.paths.database
    devices.begin()
    other = database.with_name("other")
    other.write_bytes(database.read_bytes())
    with database.open("rb"), database.with_name(f"{database.name}-wal").open("rb"):  # a backup may have them open, too
        other.replace(database)
        for _ in range(2):
            qtbot.waitUntil(devices._soon.isActive)
            devices._look_whether_it_is_time()
            QCoreApplication.processEvents()
            devices._soon.stop()
            os.utime(database)
    devices.close()


def test_sharing_that_fell_due_in_a_session_falls_due_again(
    open_desk: Open, qtbot, tmp_path, tmp_path_factory: pytest.TempPathFactory, monkeypatch
) -> None:
    share_through(Paths.under(tmp_path), tmp_path_factory.mktemp("shared"))
    looks: list[object] = []
    monkeypatch.setattr("hamstring_gui.desktop.errand.Errand.start", lambda _, command: looks.append(command))
    monkeypatch.setattr("hamstring_gui.program.beside.Beside.share", lambda _: None)
    desk = open_desk()
    devices = desk.hamstring.beside.devices
    devices.begin()
    desk.clock.pass_time(OFTEN_S)
    looks.clear()
    fell_due: list[bool] = []
    monkeypatch.setattr(devices, "_busy", lambda: not fell_due)
    devices._often.timeout.connect(lambda: fell_due.append(True))
    devices._soon.blockSignals(True)
    devices._often.setInterval(1)
    qtbot.waitUntil(lambda: bool(looks))
    devices.close()


def test_a_window_that_its_desktop_does_not_show_is_not_seen(open_desk: Open, long: Routine, qtbot) -> None:
    desk = open_desk(start=long)
    desk.window.heed_exposure()
    desk.pass_time(3)
    before = desk.pages.session().countdown.text()
    desk.window.hide()
    qtbot.waitUntil(lambda: not desk.window.seen)
    desk.pass_time(3)
    assert desk.pages.session().countdown.text() == before, "nothing is laid out for nobody"
    desk.window.show()
    qtbot.waitUntil(lambda: desk.window.seen)
    assert int(desk.text("countdown")) == int(before) - 3


def test_who_comes_while_it_is_not_seen_is_told(open_desk: Open) -> None:
    heard: list[bool] = []
    desk = open_desk()
    desk.window.tell_whether_seen(heard.append)
    desk.window.showMinimized()
    desk.window.tell_whether_seen(heard.append)
    assert heard == [True, False, False]
    desk.window.showNormal()


@pytest.mark.painted
def test_of_a_session_no_more_is_painted_than_changes(
    open_desk: Open, long: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(start=long)
    painted: list[str] = []
    monkeypatch.setattr("hamstring_gui.ui.session.page.paint_panel", lambda *_: painted.append("its card"))

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(type(watched).__name__)
            return False

    page, looks_on = desk.pages.session(), Painted()
    page.repaint()
    for widget in (desk.window, page):
        widget.installEventFilter(looks_on)
    painted.clear()
    page.repaint(page.ring.geometry())
    assert painted == ["SessionPage"]
    page.repaint(page.figure.geometry())
    assert painted == ["SessionPage"], "a figure paints its own ground"
    page.repaint(page.step.geometry())
    assert painted == ["SessionPage", "SessionPage", "its card"]


def test_other_digits_need_no_other_size(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    label = FittedText("left", tabular=True)
    qtbot.addWidget(label)
    fitted: list[str] = []
    monkeypatch.setattr(label, "_fit", lambda: fitted.append(label.text()))
    for text in ("4:59 left", "4:58 left", "12:00 left", "11:00 left", "Over"):
        label.show_text(text)
        assert label.text() == text
    assert fitted == ["4:59 left", "12:00 left", "Over"]


def test_a_look_at_a_sound_history_imports_nothing_of_what_is_said_of_a_damaged_one(monkeypatch) -> None:
    for one in ("program.no_history", "program.data", "ui.no_history"):
        monkeypatch.setitem(sys.modules, f"hamstring_gui.{one}", None)
    spec = find_spec("hamstring_gui.program.health")
    assert spec is not None
    assert spec.loader is not None
    spec.loader.exec_module(module_from_spec(spec))
