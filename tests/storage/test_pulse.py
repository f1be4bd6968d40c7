"""What is done beside the window: its outcome, its faults, and that it can be called off."""

from __future__ import annotations

import threading

import pytest

from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.pulse import Cancelled, Pulse, beside


def test_the_outcome_comes_out_and_meanwhile_there_are_pulses() -> None:
    may_end, pulses = threading.Event(), []

    def work(_: Pulse) -> int:
        may_end.wait()
        return 7

    def pulse(share: float | None) -> None:
        pulses.append(share)
        if len(pulses) == 3:
            may_end.set()

    assert beside(work, pulse) == 7
    assert pulses[:3] == [None] * 3


def test_what_is_wrong_comes_out() -> None:
    def work(_: Pulse) -> None:
        raise StorageError("backup.zip: this is damaged")

    with pytest.raises(StorageError, match=r"backup\.zip: this is damaged"):
        beside(work, lambda _: None)


def test_once_it_is_called_off_nobody_waits_and_the_work_hears_of_it() -> None:
    called_off, heard = threading.Event(), threading.Event()

    def work(heed: Pulse) -> None:
        called_off.wait()
        try:
            heed(None)
        except Cancelled:
            heard.set()
            raise

    def pulse(_: float | None) -> None:
        raise Cancelled("no more")

    with pytest.raises(Cancelled, match="no more"):
        beside(work, pulse)
    assert not heard.is_set()
    called_off.set()
    assert heard.wait(30)
