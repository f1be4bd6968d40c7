"""A history that goes out and comes in while the window waits: called off in the midst of it, nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from hamstring_gui.domain.consistency import Kinds
from hamstring_gui.program import history_exchange
from hamstring_gui.program.history_exchange import HistoryExchange
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.importing import Import, carry_out
from hamstring_gui.storage.pulse import Cancelled, Pulse, no_pulse
from hamstring_gui.ui.history.weeks_drawn import NOTHING, ChartShown
from tests.domain.samples import START, remembered, routine

CALLED_OFF = "This was called off: nothing was changed."


class Records(QObject):
    """Stands for those of the program."""

    def __init__(self, store: HistoryStore) -> None:
        super().__init__()
        self.store = store

    def carry_out(self, plan: Import, pulse: Pulse = no_pulse) -> Import:
        return carry_out(plan, self.store, pulse)


class Library:
    own_kinds: Kinds = {}  # noqa: RUF012


class Deeds:
    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, sentence: str) -> None:
        self.said.append(sentence)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    with HistoryStore.open(tmp_path / "history.sqlite") as store:
        store.put_session(remembered("here", routine(), START))
        yield store


def _import(exchange: HistoryExchange, folder: Path) -> None:
    exchange._carry_out(Import(folder / "in.json", (remembered("new", routine(), START),)))


def _export(exchange: HistoryExchange, folder: Path) -> None:
    for way in ("json", "csv"):
        exchange.write(way, folder / f"out.{way}", ChartShown((), NOTHING))


@pytest.mark.parametrize(("act", "times"), [(_import, 1), (_export, 2)])
def test_what_is_called_off_leaves_nothing(
    qapp, store: HistoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    act: Callable[[HistoryExchange, Path], None], times: int,
) -> None:  # fmt: skip
    @contextmanager
    def waiting(*_: object) -> Iterator[Pulse]:
        def call_off(_: float | None) -> None:
            raise Cancelled(CALLED_OFF)

        yield call_off

    monkeypatch.setattr(history_exchange, "waiting", waiting)
    deeds, there = Deeds(), sorted(tmp_path.iterdir())
    records = Records(store)
    act(HistoryExchange(None, Library(), records, deeds), tmp_path)  # type: ignore[arg-type]
    assert deeds.said == [CALLED_OFF] * times
    assert (store.session_ids(), sorted(tmp_path.iterdir())) == ({"here"}, there)
