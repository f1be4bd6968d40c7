"""What goes on beside the window hears of what happens in it, and the window of what comes from there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from hamstring_gui.domain.routine import Routine
from hamstring_gui.program import beside
from hamstring_gui.program.automatic import AFTER_A_SESSION_MS, SOON_MS, AutomaticBackups
from hamstring_gui.program.devices import DeviceKeeper
from hamstring_gui.program.health import Health
from hamstring_gui.program.own_voice import OwnVoice
from hamstring_gui.ui.session.page import SessionPage
from tests.ui.conftest import Desk


@pytest.fixture
def happened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done of all that goes on there."""
    happened: list[str] = []
    monkeypatch.setattr(beside, "find_spec", lambda _: object())
    for kind, name in (
        (DeviceKeeper, "look_again"), (Health, "look_now"), (OwnVoice, "make_room"), (SessionPage, "say"),
    ):  # fmt: skip
        monkeypatch.setattr(kind, name, lambda *_, name=name: happened.append(name))
    return happened


def backups_soon(backups: AutomaticBackups, do: Callable[[], object]) -> int:
    """In how many ms a backup is looked for, now that something was done."""
    backups._timer.stop()
    do()
    return backups._timer.interval() if backups._timer.isActive() else 0


def test_each_hears_of_what_concerns_it(open_desk: Callable[..., Desk], quick: Routine, happened: list[str]) -> None:
    desk = open_desk()
    found, window = desk.hamstring.beside, desk.window
    found.reach_out()
    found.back_up_soon()
    found.give_own_exercises_a_voice()
    found.devices.begin()
    backups, presence = found._backups, found.presence
    assert backups is not None
    assert presence is not None
    for tell, heard in (
        (window.came_back.emit, ["look_again"]), (backups.damage_met.emit, ["look_now"]),
        (desk.parts.damage_met.emit, ["look_now"]),
        (partial(presence.told.emit, "Paused"), ["say"]),
        (partial(desk.parts.conductor.session_begins.emit, "x"), ["make_room"]),
    ):  # fmt: skip
        happened.clear()
        tell()
        assert happened == heard
    found.health.asked = True
    backups.damage_met.emit()
    assert happened == ["make_room"], "who was asked is not asked again"
    assert backups_soon(backups, window.came_back.emit) == SOON_MS
    desk.parts.begin(quick)
    assert backups_soon(backups, lambda: desk.pass_time(25)) == AFTER_A_SESSION_MS
