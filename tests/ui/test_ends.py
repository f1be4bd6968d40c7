"""How the program ends when a signal says so: at any moment, and by several of them."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator

import pytest

from hamstring_gui import app
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.rescue import rescued
from tests.ui.conftest import Desk

Open = Callable[..., Desk]


@pytest.fixture
def interrupt() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    ("before", "after"), [(signal.default_int_handler, signal.SIG_DFL), (signal.SIG_IGN, signal.SIG_IGN)]
)
@pytest.mark.usefixtures("interrupt")
def test_ctrl_c_ends_a_program_that_does_not_hear_signals_yet(before: signal.Handlers, after: signal.Handlers) -> None:
    """Python's handler raises something that a slot of Qt swallows; whom nobody can interrupt stays so."""
    signal.signal(signal.SIGINT, before)
    app._let_ctrl_c_end_the_program()
    assert signal.getsignal(signal.SIGINT) == after


def test_another_signal_does_not_end_what_the_first_began(
    open_desk: Open, quick: Routine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was held is in a file before signals do again what they do to every program."""
    desk = open_desk(start=quick)
    desk.hamstring._hear_signals()
    heard = signal.getsignal(signal.SIGTERM)

    def refuse(*_: object, **__: object) -> None:
        raise StorageError("history.sqlite3: the disk is full")

    monkeypatch.setattr(desk.store, "put_session", refuse)
    desk.pass_time(2 + 4 + 1)
    rescue, handlers = desk.hamstring.leaving.rescue, []
    monkeypatch.setattr(
        desk.hamstring.leaving, "rescue", lambda: (handlers.append(signal.getsignal(signal.SIGTERM)), rescue())[1]
    )
    desk.hamstring._on_signal()
    desk.hamstring.close()
    assert handlers == [heard]
    assert signal.getsignal(signal.SIGTERM) != heard
    assert len(rescued(desk.paths)) == 1
    assert desk.hamstring.rescued
    assert "what was held is in " in capsys.readouterr().err


def test_the_end_plays_no_tone(open_desk: Open, quick: Routine) -> None:
    """A helper that is started for it would outlive its program by a moment, and Qt would complain of that."""
    desk = open_desk(start=quick)
    desk.pass_time(2 + 2)
    desk.services.calls.clear()
    desk.hamstring.close()
    assert desk.services.played() == []
    assert ("prepare",) not in desk.services.calls
