"""Everything that is the user's in one zip: written, checked, and put in the place of what is here.

The zip holds `history.sqlite3`, `settings.toml`, and the folders `exercises` and `routines`. What is read may come from
anybody: it is unpacked beside the data and looked through before anything here is touched.
"""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from hamstring_gui.storage.alone import alone
from hamstring_gui.storage.anew import ASIDE
from hamstring_gui.storage.changeover import DATABASE, SCRATCH, change_over, settle
from hamstring_gui.storage.database import open_database, open_to_read
from hamstring_gui.storage.errors import StorageError, explained, plain
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.on_disk import sync_all
from hamstring_gui.storage.paths import HISTORY, Paths
from hamstring_gui.storage.replacing import replacing
from hamstring_gui.storage.rescue import rescued
from hamstring_gui.storage.toml_file import read_toml
from hamstring_gui.storage.zips import Limits, unpack

SETTINGS, EXERCISES, ROUTINES = "settings.toml", "exercises", "routines"
FOLDER = "backups"
"""In the data folder: what was there before a backup was put in its place."""
LIMITS = Limits(packed=500_000_000, files=20_000, unpacked=500_000_000, ratio=200, small=1_000_000)
_PART = r"[^/\\:*?\"<>|\x00-\x1f.][^/\\:*?\"<>|\x00-\x1f]{0,200}"
_NAME = re.compile(
    rf"{re.escape(HISTORY)}|{re.escape(SETTINGS)}|{ROUTINES}/{_PART}\.toml|{EXERCISES}/(\.deleted/)?{_PART}/{_PART}"
)


def suggested_name(now: datetime) -> str:
    """A file name that says when: `hamstring-2026-11-23-1942.zip`."""
    return f"hamstring-{now:%Y-%m-%d-%H%M}.zip"


def parts(paths: Paths) -> dict[str, Path]:
    """Where everything is that is the user's, by its name in a backup."""
    return {
        HISTORY: paths.database, SETTINGS: paths.settings, EXERCISES: paths.exercises, ROUTINES: paths.routines
    }  # fmt: skip


def write_backup(paths: Paths, out: Path, *, history_too: bool = True) -> None:
    """Write everything into one zip, whole or not at all, also while the history is in use. Raises `StorageError`."""
    try:
        with tempfile.TemporaryDirectory(prefix="hamstring-") as scratch, replacing(out) as file:
            history = Path(scratch, HISTORY)
            if history_too:
                _copy_history(paths.database, history)
            with ZipFile(file.buffer, "w", ZIP_DEFLATED) as archive:
                if history_too:
                    archive.write(history, HISTORY)
                for name, path in _files(paths):
                    archive.write(path, name)
    except (OSError, ValueError) as error:
        reason = plain(error) if isinstance(error, OSError) else str(error)
        raise StorageError(f"{out}: the backup can't be written: {reason}") from error


def history_is_whole(paths: Paths) -> bool:
    """Whether a backup can hold the history; of one that is damaged, or not ours, the file itself is to be kept."""
    try:
        with explained(paths.database), closing(open_to_read(paths.database)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except StorageError:
        return False


def _copy_history(database: Path, copy: Path) -> None:
    with explained(database), closing(open_to_read(database)) as here, closing(sqlite3.connect(copy)) as there:
        here.backup(there)
        there.execute("PRAGMA journal_mode = DELETE")


def _files(paths: Paths) -> Iterator[tuple[str, Path]]:
    """Every file but the history that belongs into a backup, with its name there."""
    return ((name, path) for name, path in _everything(paths) if _belongs(name, path))


def left_out(paths: Paths) -> tuple[Path, ...]:
    """What lies among the user's files and goes into no backup: links, hidden files, files of other names."""
    return tuple(path for name, path in _everything(paths) if not _belongs(name, path))


def _belongs(name: str, path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and _NAME.fullmatch(name) is not None


def _everything(paths: Paths) -> Iterator[tuple[str, Path]]:
    """Every file and link among the user's files, but for the history, with its name in a backup."""
    for part, place in parts(paths).items():
        found = sorted(place.rglob("*")) if place.is_dir() else [place]
        for path in found:
            folder = path.is_dir() and not path.is_symlink()
            if part != HISTORY and os.path.lexists(path) and not folder:
                yield part if path == place else f"{part}/{path.relative_to(place).as_posix()}", path


@contextmanager
def unpacked(file: Path, paths: Paths) -> Iterator[Path]:
    """A folder beside the data with all that a backup holds, looked through and in order; gone when the block ends.

    Raises `StorageError`: `FILE: reason`, or `FILE: ENTRY: reason`.
    """
    try:
        with (
            _alone(paths),
            tempfile.TemporaryDirectory(prefix=SCRATCH, dir=paths.data, ignore_cleanup_errors=True) as scratch,
        ):
            folder = Path(scratch)
            _unpack(file, folder)
            _check_history(folder / HISTORY, file)
            if (folder / SETTINGS).exists():
                _check_settings(folder / SETTINGS, file)
            sync_all(folder)
            yield folder
    except OSError as error:
        raise StorageError(f"{file}: the backup can't be read: {plain(error)}") from error


def _unpack(file: Path, folder: Path) -> None:
    kind = "a backup of Hamstring"
    if all(name != HISTORY for name, _ in unpack(file, kind, LIMITS, _room_for)):
        raise StorageError(f"{file}: this is not {kind}: it holds no {HISTORY}")
    for name, pieces in unpack(file, kind, LIMITS, _room_for):
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("wb") as out:
            out.writelines(pieces)


def _room_for(name: str) -> int:
    return LIMITS.unpacked if _NAME.fullmatch(name) else 0


def _check_history(history: Path, file: Path) -> None:
    """Whether it is a whole history of ours that this program can read; an older one is brought up to date."""
    try:
        with explained(history), closing(sqlite3.connect(history)) as connection:  # read only, CHECKs are left out
            (found,) = connection.execute("PRAGMA integrity_check").fetchone()
            if found != "ok":
                raise StorageError(f"{history}: the history is damaged: {found}")
        with closing(open_database(history)) as connection, explained(history):
            usual = closing(open_to_read(history.with_name("none")))
            with usual as fresh:
                if _schema(connection) != _schema(fresh):
                    raise StorageError(f"{history}: this is not a history as Hamstring makes it")
        with HistoryStore.open_to_read(history) as store:
            store.sessions(), store.goals(), store.rest_weeks()
            for what, why in store.unfit.items():
                raise StorageError(f"{history}: {what} can't be read: {why}")
    except StorageError as error:
        raise StorageError(str(error).replace(str(history), f"{file}: {HISTORY}")) from error


def _schema(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    return set(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"))


def _check_settings(settings: Path, file: Path) -> None:
    try:
        read_toml(settings)
    except StorageError as error:
        raise StorageError(str(error).replace(str(settings), f"{file}: {SETTINGS}")) from error


def put_in_place(folder: Path, paths: Paths, kept: Path) -> Path | None:
    """Put what `unpacked` gave in the place of everything here: all of it, or nothing has changed.

    The history must not be open. What was here is deleted as far as the backup `kept` holds it; gives the folder with
    the rest, if there is any. Raises `StorageError`.
    """
    coming = {part: folder / part for part in parts(paths) if (folder / part).exists()}
    aside = free(kept.with_suffix(""))
    left = _exchange(paths, coming, aside, kept)
    return aside if left else None


def delete_everything(paths: Paths) -> None:
    """Delete all that is the user's, the backups in the data folder too. The history must not be open.

    Raises `StorageError`: nothing was changed, or a folder of what could not be deleted is left.
    """
    more = (
        paths.data / FOLDER, paths.data / ASIDE, paths.kept_tables.parent,
        *paths.config.glob(f"{paths.settings.name}.broken-*"),
        *rescued(paths),
    )  # fmt: skip
    with _alone(paths):
        aside = free(paths.data / ".deleted")
        if _exchange(paths, {}, aside, None, more):
            raise StorageError(f"{aside}: what was to be deleted is still here; the next start tries again")


def free(path: Path) -> Path:
    """The path, or one with a number behind its name: nothing is there yet."""
    number, found = 1, path
    while os.path.lexists(found):
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found


def _exchange(
    paths: Paths, coming: dict[str, Path], aside: Path, kept: Path | None, more: tuple[Path, ...] = ()
) -> bool:
    """Whether something of what was here, and of what is to go `more`, is left aside."""
    here = parts(paths)
    logs = {name: paths.database.with_name(name) for name in DATABASE}
    others = {f"{number}-{path.name}": path for number, path in enumerate(more)}
    going = [(place, aside / name) for name, place in {**here, **logs, **others}.items() if os.path.lexists(place)]
    try:
        paths.config.mkdir(mode=0o700, parents=True, exist_ok=True)
        aside.mkdir(mode=0o700, parents=True)
    except OSError as error:
        raise StorageError(f"{paths.data}: nothing was changed: {plain(error)}") from error
    return change_over(paths.data, going, [(new, here[part]) for part, new in coming.items()], aside, kept)


@contextmanager
def _alone(paths: Paths) -> Iterator[None]:
    """Nobody else changes the data over, and nothing is left of what changed them over before."""
    with alone(paths.data):
        found = settle(paths.data)
        if found is not None and found.deleting and found.aside is not None:
            raise StorageError(f"{found.aside}: nothing was changed: this is to be deleted first, and can't be")
        yield
