"""What the tests of storage share: a small exercise, a routine, an empty history, and sessions to put into it."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from hamstring_gui.domain.exercise import Dose, Exercise, Pose, Scene, Step
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.domain.routine import Item, Routine
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.importing import Import, plan_import
from tests.domain.samples import remembered
from tests.storage.devices import Device

EVENING = datetime(2026, 11, 22, 19, 42, 5, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def routine() -> Routine:
    return Routine("daily", "Daily stretch", (Item("stretch", Dose(3, hold_s=30.0)),))


@pytest.fixture
def exercises() -> dict[str, Exercise]:
    step = Step("Lie down.", Pose((0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0)))
    scene, dose = Scene(("mat",)), Dose(3, hold_s=30.0)
    return {
        "stretch": Exercise("stretch", "Stretch", "stretch", "hamstring", True, dose, (step,), step, step, 1, 1, scene)
    }


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite3"


@pytest.fixture(scope="session")
def new_history(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database without a session, as the program makes it."""
    database = tmp_path_factory.mktemp("new") / "history.sqlite3"
    HistoryStore.open(database).close()
    return database.read_bytes()


@pytest.fixture
def store(database: Path, new_history: bytes) -> Iterator[HistoryStore]:
    database.parent.mkdir(exist_ok=True)
    database.write_bytes(new_history)
    with HistoryStore.open(database, busy_s=0) as store:
        yield store


@pytest.fixture
def evening() -> datetime:
    return EVENING


@pytest.fixture
def hold() -> Callable[..., HoldRecord]:
    """Makes the hold record of a position, 40 s after the one before."""

    def make(position: int, held_s: float = 30.0, **other: object) -> HoldRecord:
        values: dict[str, object] = {
            "position": position,
            "exercise": "stretch",
            "side": "right" if position < 3 else "left",
            "set": position % 3 + 1,
            "planned_s": 30.0,
            "held_s": held_s,
            "outcome": "held",
            "started_at": EVENING + timedelta(seconds=20 + 40 * position),
        }
        return HoldRecord(**(values | other))  # type: ignore[arg-type]

    return make


@pytest.fixture
def session(hold: Callable[..., HoldRecord], routine: Routine) -> Callable[..., SessionRecord]:
    """Makes the record of a session some days after the evening, with these or as many holds."""

    def make(
        session_id: str = "one", days: int = 0, holds: int | Iterable[HoldRecord] = 0, **other: Any
    ) -> SessionRecord:
        made = map(hold, range(holds)) if isinstance(holds, int) else holds
        return replace(remembered(session_id, routine, EVENING + timedelta(days=days), made), **other)

    return make


@pytest.fixture
def plan(store: HistoryStore, tmp_path: Path) -> Callable[[str], Import]:
    """Writes a text into a file and plans its import."""

    def make(text: str) -> Import:
        path = tmp_path / "in.txt"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        return plan_import(path, store)

    return make


@pytest.fixture
def quick_path(tmp_path: Path) -> Iterator[Path]:
    """A scratch folder, in memory where there is one: devices that share wait for the disk several times a merge."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


@pytest.fixture
def device(quick_path: Path) -> Callable[..., Device]:
    """Makes devices that share one folder."""
    return lambda name: Device(quick_path / name, quick_path / "shared")


@pytest.fixture
def pair(device: Callable[..., Device], session: Callable[..., SessionRecord]) -> tuple[Device, Device]:
    """Two devices that both know of one session."""
    one, two = device("one"), device("two")
    one.put(session("a", 0, 3))
    one.merge()
    two.merge()
    return one, two
