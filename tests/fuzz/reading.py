"""All that the program reads from files, each as a whole file that it understands and a function that reads it.

A reader may say no with a sentence (`StorageError`), and nothing else.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PIL import Image

from hamstring_gui.commands import command_line
from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness
from hamstring_gui.storage.backup import unpacked, write_backup
from hamstring_gui.storage.bundle import read_bundle
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.exchange import write_history
from hamstring_gui.storage.exchange_csv import write_csv
from hamstring_gui.storage.exercise_text import write_exercise
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.importing import plan_import
from hamstring_gui.storage.library import load_exercises, load_routine
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.pictures import take_in
from hamstring_gui.storage.routine_bundle import is_routine_bundle
from hamstring_gui.storage.settings import SettingsStore
from tests.conftest import ROOT
from tests.domain.samples import START
from tests.storage.making import draw, encoded, own_exercise, photo, read_routine_bundle, zipped

Reader = Callable[[Path], None]
ROUTINE = b'name = "Mine"\nsetup_s = 3\nitems = [{exercise = "band-hamstring-stretch", hold_s = 20, sets = 2}]\n'
LOOP = b"Date,Stretch,Read\n2026-11-01,YES_MANUAL,NO\n2026-11-02,2,0\n"
_EXERCISES = MappingProxyType(load_exercises(ROOT / "assets"))


def sessions() -> Iterator[SessionRecord]:
    for n in range(4):
        at = START + timedelta(days=n)
        holds = tuple(HoldRecord(i, "band", "left", i + 1, 30.0, 29.5, "held", at) for i in range(3))
        yield SessionRecord(
            f"s{n}", "daily", "Daily “ü”", at, at, at.date(), "finished", 90.0, holds, Tightness(3, None), 'a "b",\n=c'
        )


def _text(write: Callable[..., None]) -> bytes:
    out = io.StringIO(newline="")
    write(sessions(), out)
    return out.getvalue().encode()


def _share(exercise: bytes, picture: bytes, routine: bytes = b"") -> bytes:
    folder = "own-towel/" if routine else ""
    entries: list[tuple[Any, bytes]] = [(f"{folder}exercise.toml", exercise), (f"{folder}a.png", picture)]
    return zipped([("routine.toml", routine), *entries] if routine else entries)


def _history(folder: Path) -> Path:
    with HistoryStore.open(folder / "history.sqlite3") as store:
        store.put_all(sessions())
    return folder / "history.sqlite3"


def seeds(folder: Path) -> dict[str, bytes]:
    """A whole file of each kind, by the name of its reader."""
    exercise = write_exercise(own_exercise("Towel", "a.png")).encode()
    paths = Paths.under(folder / "data")
    paths.database.parent.mkdir(parents=True, exist_ok=True)
    history = _history(paths.database.parent)
    write_backup(paths, folder / "backup.zip")
    noise = Image.effect_mandelbrot((60, 40), (-2, -1.5, 1, 1.5), 20).convert("RGB")
    return {
        "routine": ROUTINE,
        "exercise": _share(exercise, photo(kind="PNG")),
        "shared routine": _share(exercise, photo(kind="PNG"), ROUTINE.replace(b"band-hamstring-stretch", b"own-towel")),
        "png": encoded(noise), "jpeg": encoded(noise, "JPEG"), "webp": encoded(noise, "WEBP"),
        "json": _text(write_history), "csv": _text(write_csv), "loop": LOOP,
        "loop zip": zipped([("001 Stretch/Checkmarks.csv", LOOP.replace(b",Read", b"").replace(b",NO", b""))]),
        "backup": (folder / "backup.zip").read_bytes(),
        "settings": b'[sound]\nvolume = 30\n[look]\ntheme = "dark"\n[mine]\nx = [1, {a = 2}]\n',
        "database": history.read_bytes(),
    }  # fmt: skip


def readers(folder: Path) -> dict[str, Reader]:
    """What reads a file of each kind; `folder` is for what reading needs beside it."""
    empty, paths = folder / "empty.sqlite3", Paths.under(folder / "here")
    HistoryStore.open(empty).close()

    def shared(path: Path) -> None:
        if is_routine_bundle(path):
            read_routine_bundle(path, _EXERCISES, draw)
        else:
            read_bundle(path, draw)

    def imported(path: Path) -> None:
        with HistoryStore.open(empty) as store:
            plan_import(path, store)

    def settings(path: Path) -> None:
        store = SettingsStore(path)
        found, _ = store.load()
        store.save(found)

    def restored(path: Path) -> None:
        paths.data.mkdir(parents=True, exist_ok=True)
        with unpacked(path, paths):
            pass

    def history(path: Path) -> None:
        with HistoryStore.open(path, busy_s=0) as store:
            store.sessions(), store.goals(), store.rest_weeks(), store.marks(), store.last_session()
            with io.StringIO() as out:
                write_history(store.each_session(), out, store.rest_weeks(), store.goals())

    by_kind = {
        "routine": lambda path: _nothing(load_routine(path, _EXERCISES)),
        "settings": settings, "backup": restored, "database": history,
    }  # fmt: skip
    by_kind |= dict.fromkeys(("exercise", "shared routine"), shared)
    by_kind |= dict.fromkeys(("png", "jpeg", "webp"), lambda path: _nothing(take_in(path, draw)))
    return by_kind | dict.fromkeys(("json", "csv", "loop", "loop zip"), imported)


def _nothing(_: object) -> None: ...


WORDS = (
    "export", "import", "stats", "figure", "--start", "--data-dir", "-o", "-", "--", "", "--format", "json", "csv",
    "pdf", "--weeks", "-1", "99999999999", "--today", "0000-00-00", "2026-02-30", "--theme", "dark", "--fullscreen",
    "--json", "--goal", "\udcff", "ü" * 300, "../x", "/dev/null", "nowhere/x.json", "--dry-run", "--habit", "=", "-h",
    "--version", "band-hamstring-stretch", "--size", "1x1", "--first-day", "monday", "\n", "%s", "1e400", "--step", "0",
)  # fmt: skip


def ask(arguments: list[str]) -> int:
    """What the command line ends with; windows must not open (`app.run` is somebody else's)."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as said:
        try:
            status = command_line.main(arguments)
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
    assert "Traceback" not in said.getvalue()
    return status


@contextmanager
def no_more_memory_than(more: int) -> Iterator[None]:
    """So many bytes can be taken within, and no more, where the system can see to that."""
    try:
        import resource

        with open("/proc/self/statm") as told:
            pages = int(told.read().split()[5])
    except (ImportError, OSError):
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (pages * resource.getpagesize() + more, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)


def refused(read: Reader, path: Path) -> str:
    """The sentence by which a reader refuses a file; nothing where it takes it."""
    try:
        read(path)
    except StorageError as error:
        return str(error)
    return ""
