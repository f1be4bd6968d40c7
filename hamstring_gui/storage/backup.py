"""Everything that is the user's in one zip: written, checked, and put in the place of what is here.

The zip holds `history.sqlite3`, `settings.toml`, and the folders `exercises` and `routines`. What is read may come from
anybody: it is unpacked beside the data and looked through before anything here is touched.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import stat
import struct
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from hamstring_gui.storage.database import open_database, open_to_read
from hamstring_gui.storage.errors import StorageError, explained, plain
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.replacing import replacing
from hamstring_gui.storage.toml_file import read_toml

HISTORY, SETTINGS, EXERCISES, ROUTINES = "history.sqlite3", "settings.toml", "exercises", "routines"
FOLDER = "backups"
"""In the data folder: what was there before a backup was put in its place."""
MOST_FILES = 20_000
MOST_UNPACKED = 500_000_000
"""Bytes of everything in it."""
MOST_RATIO = 200
"""Unpacked bytes for one packed byte, beyond the first megabyte."""
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


def write_backup(paths: Paths, out: Path) -> None:
    """Write everything into one zip, whole or not at all, also while the history is in use. Raises `StorageError`."""
    try:
        with tempfile.TemporaryDirectory(prefix="hamstring-") as scratch, replacing(out) as file:
            history = Path(scratch, HISTORY)
            _copy_history(paths.database, history)
            with ZipFile(file.buffer, "w", ZIP_DEFLATED) as archive:
                archive.write(history, HISTORY)
                for name, path in _files(paths):
                    archive.write(path, name)
    except (OSError, ValueError) as error:
        reason = plain(error) if isinstance(error, OSError) else str(error)
        raise StorageError(f"{out}: the backup can't be written: {reason}") from error


def _copy_history(database: Path, copy: Path) -> None:
    with explained(database), closing(open_to_read(database)) as here, closing(sqlite3.connect(copy)) as there:
        here.backup(there)
        there.execute("PRAGMA journal_mode = DELETE")


def _files(paths: Paths) -> Iterator[tuple[str, Path]]:
    """Every file but the history that belongs into a backup, with its name there."""
    for part, place in parts(paths).items():
        found = sorted(place.rglob("*")) if place.is_dir() else [place]
        for path in found:
            name = part if path == place else f"{part}/{path.relative_to(place).as_posix()}"
            if part != HISTORY and path.is_file() and not path.is_symlink() and _NAME.fullmatch(name):
                yield name, path


@contextmanager
def unpacked(file: Path, paths: Paths) -> Iterator[Path]:
    """A folder beside the data with all that a backup holds, looked through and in order; gone when the block ends.

    Raises `StorageError`: `FILE: reason`, or `FILE: ENTRY: reason`.
    """
    try:
        paths.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".restoring-", dir=paths.data) as scratch:
            folder = Path(scratch)
            _unpack(file, folder)
            _check_history(folder / HISTORY, file)
            if (folder / SETTINGS).exists():
                _check_settings(folder / SETTINGS, file)
            yield folder
    except OSError as error:
        raise StorageError(f"{file}: the backup can't be read: {plain(error)}") from error


def _unpack(file: Path, folder: Path) -> None:
    try:
        with ZipFile(file) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_FILES:
                raise StorageError(f"{file}: holds {len(entries)} files; at most {MOST_FILES} are read")
            names: set[str] = set()
            for entry in entries:
                _check_entry(entry, names, file)
                names.add(entry.filename.casefold())
            if HISTORY not in names:
                raise StorageError(f"{file}: this is not a backup of Hamstring: it holds no {HISTORY}")
            room = MOST_UNPACKED
            for entry in entries:
                room -= _inflate(archive, entry, folder, room, file)
    except (BadZipFile, zlib.error, struct.error, EOFError, ValueError, RuntimeError, NotImplementedError) as error:
        raise StorageError(f"{file}: this is not a backup of Hamstring, or it is damaged: {error}") from error


def _check_entry(entry: ZipInfo, names: set[str], file: Path) -> None:
    """Refuse everything but a plain file with a name that may be there, once."""
    name, kind = entry.orig_filename, stat.S_IFMT(entry.external_attr >> 16)
    shown = ascii(name if len(name) <= 60 else name[:59] + "…")[1:-1]
    if name != entry.filename or not _NAME.fullmatch(name):
        raise StorageError(f"{file}: {shown}: this is no name of a file that belongs into a backup")
    if name.casefold() in names:
        raise StorageError(f"{file}: {shown}: is there twice")
    if kind not in (0, stat.S_IFREG):
        raise StorageError(f"{file}: {shown}: is a link, or something else that is not a file")
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or entry.flag_bits & 0x1:
        raise StorageError(f"{file}: {shown}: is packed in a way that is not read here")


def _inflate(archive: ZipFile, entry: ZipInfo, folder: Path, room: int, file: Path) -> int:
    """Unpack an entry as long as it stays small enough; gives its size in bytes."""
    most = min(room, max(1_000_000, MOST_RATIO * entry.compress_size))
    path, size = folder / entry.filename, 0
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with archive.open(entry) as packed, path.open("wb") as out:
        while piece := packed.read(1 << 20):
            size += len(piece)
            if size > most:
                raise StorageError(f"{file}: {entry.filename}: this grows too large when it is unpacked")
            out.write(piece)
    return size


def _check_history(history: Path, file: Path) -> None:
    """Whether it is a whole history of ours that this program can read; an older one is brought up to date."""
    try:
        with explained(history), closing(sqlite3.connect(f"{history.as_uri()}?mode=ro", uri=True)) as connection:
            (found,) = connection.execute("PRAGMA integrity_check").fetchone()
            if found != "ok":
                raise StorageError(f"{history}: the history is damaged: {found}")
        with closing(open_database(history)) as connection, explained(history):
            usual = closing(open_to_read(history.with_name("none")))
            with usual as fresh:
                if _schema(connection) != _schema(fresh):
                    raise StorageError(f"{history}: this is not a history as Hamstring makes it")
        with HistoryStore.open_to_read(history) as store:
            store.sessions()
            store.goals()
    except StorageError as error:
        raise StorageError(str(error).replace(str(history), f"{file}: {HISTORY}")) from error


def _schema(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    return set(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"))


def _check_settings(settings: Path, file: Path) -> None:
    try:
        read_toml(settings)
    except StorageError as error:
        raise StorageError(str(error).replace(str(settings), f"{file}: {SETTINGS}")) from error


def put_in_place(folder: Path, paths: Paths) -> None:
    """Put what `unpacked` gave in the place of everything here: all of it, or nothing has changed.

    The history must not be open. Raises `StorageError`.
    """
    _exchange(paths, {part: folder / part for part in parts(paths) if (folder / part).exists()})


def delete_everything(paths: Paths) -> None:
    """Delete all that is the user's, the backups in the data folder too. The history must not be open.

    Raises `StorageError`.
    """
    _exchange(paths, {})
    try:
        for path in (paths.data / FOLDER, *paths.config.glob(f"{paths.settings.name}.broken-*")):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.exists():
                path.unlink()
    except OSError as error:
        raise StorageError(f"{paths.data}: not everything could be deleted: {plain(error)}") from error


def _exchange(paths: Paths, coming: dict[str, Path]) -> None:
    """Move what is here away and what is coming here; when that fails half way, back again."""
    moved: list[tuple[Path, Path]] = []
    going = [*parts(paths).values(), *(paths.database.with_name(f"{HISTORY}{end}") for end in ("-wal", "-shm"))]
    try:
        paths.config.mkdir(mode=0o700, parents=True, exist_ok=True)
        for place in going:
            if place.exists() or place.is_symlink():
                away = place.with_name(f".{place.name}.replaced")
                _remove(away)
                place.rename(away)
                moved.append((away, place))
        for part, new in coming.items():
            place = parts(paths)[part]
            shutil.move(new, place)
            moved.append((place, new))
    except OSError as error:
        for now, before in reversed(moved):
            with suppress(OSError):
                shutil.move(now, before)
        raise StorageError(f"{paths.data}: nothing was changed: {plain(error)}") from error
    for place in going:
        with suppress(OSError):
            _remove(place.with_name(f".{place.name}.replaced"))


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
