"""Everything that is the user's in one zip: written, checked, and put in the place of what is here.

It holds `history.sqlite3`, `settings.toml`, and the folders `exercises` and `routines`. What is read may come from
anybody: it is unpacked beside the data and looked through before anything here is touched.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from hamstring_gui.storage.alone import SHARING, alone
from hamstring_gui.storage.aside import ASIDE
from hamstring_gui.storage.backup_history import check_history, copy_history
from hamstring_gui.storage.backup_pictures import Take, check_pictures, take_here
from hamstring_gui.storage.changeover import DATABASE, LOOK, SCRATCH, change_over, settle
from hamstring_gui.storage.damage import damage_of
from hamstring_gui.storage.database import open_to_read
from hamstring_gui.storage.errors import StorageError, explained, plain
from hamstring_gui.storage.on_disk import sync_all
from hamstring_gui.storage.paths import HISTORY, Paths
from hamstring_gui.storage.pulse import Cancelled, Pulse, no_pulse
from hamstring_gui.storage.replacing import is_history, replacing, shortened
from hamstring_gui.storage.rescue import rescued
from hamstring_gui.storage.toml_file import read_toml
from hamstring_gui.storage.unused import free, put_new
from hamstring_gui.storage.zips import Limits, unpack

SETTINGS, EXERCISES, ROUTINES = "settings.toml", "exercises", "routines"
FOLDER = "backups"
"""See `Paths.backups`."""
PACKED = (".png", ".jpg", ".jpeg", ".webp")
"""What would be no smaller in a zip."""
MOST_OF_AN_ENTRY = 1000
"""Bytes of a zip for each file in it, besides the file's own."""
GoOn = Callable[[], object]
LIMITS = Limits(packed=500_000_000, files=20_000, unpacked=500_000_000, ratio=200, small=1_000_000, any_ratio=HISTORY)
"""A history may be packed however well; `pack` leaves other files as they are that could be packed too well."""
KIND = "a backup of Hamstring"
_PART = r"[^/\\:*?\"<>|\x00-\x1f.][^/\\:*?\"<>|\x00-\x1f]{0,200}"
_NAME = re.compile(
    rf"{re.escape(HISTORY)}|{re.escape(SETTINGS)}|{ROUTINES}/{_PART}\.toml|{EXERCISES}/(\.deleted/)?{_PART}/{_PART}"
)


def always() -> None:
    """Nothing keeps it from going on."""


def suggested_name(now: datetime) -> str:
    """A file name that says when: `hamstring-2026-11-23-1942.zip`."""
    return f"hamstring-{now:%Y-%m-%d-%H%M}.zip"


def parts(paths: Paths) -> dict[str, Path]:
    """Where everything is that is the user's, by its name in a backup."""
    return {
        HISTORY: paths.database, SETTINGS: paths.settings, EXERCISES: paths.exercises, ROUTINES: paths.routines
    }  # fmt: skip


def write_backup(
    paths: Paths, out: Path, *, history_too: bool = True, go_on: GoOn = always, underway: bool = False
) -> None:
    """Write everything into one zip, whole or not at all, also while the history is in use; or all but the history.
    What is there gives way. With what is `underway`, it is for coming back to here. Raises `StorageError`."""
    with _explained_writing(out):
        _write(paths, out, history_too, go_on, underway)


def write_new_backup(paths: Paths, out: Path, *, just_there: bool) -> Path:
    """Write everything into one zip over nothing, though somebody else may do so at that moment; gives where it is,
    beside `out` unless it is to be `just_there`. Raises `StorageError`."""
    new = out.with_name(f".{shortened(out.name)}.{os.getpid()}.new")
    with _explained_writing(out):
        try:
            _write(paths, new, True, always, False)
            return put_new(new, out, just_there=just_there)
        finally:
            with suppress(OSError):
                new.unlink(missing_ok=True)


def _write(paths: Paths, out: Path, history_too: bool, go_on: GoOn, underway: bool) -> None:
    with gathered(paths, go_on, history_too=history_too, underway=underway) as files, replacing(out) as file:
        pack(files, file.buffer, go_on)


@contextmanager
def _explained_writing(out: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        reason = plain(error) if isinstance(error, OSError) else str(error)
        raise StorageError(f"{out}: the backup can't be written: {reason}") from error


@contextmanager
def gathered(
    paths: Paths,
    go_on: GoOn = always,
    *,
    history_too: bool = True,
    within: Path | None = None,
    underway: bool = False,
) -> Iterator[dict[str, Path]]:
    """Every file that belongs into a backup by its name there; the history as a copy, which goes when the block ends.

    The copy lies `within` a folder, or among what is temporary. `go_on` is asked again and again; what it raises ends
    it. Raises `OSError` and `StorageError`, too.
    """
    with tempfile.TemporaryDirectory(prefix="hamstring-", dir=within) as scratch:
        files, _ = _sorted_out(paths)
        if history_too:
            copy = Path(scratch, HISTORY)
            copy_history(paths.database, copy, go_on, underway=underway)
            files = {HISTORY: copy, **files}
        size = sum(path.stat().st_size for path in files.values())
        if len(files) > LIMITS.files or size > LIMITS.unpacked - MOST_OF_AN_ENTRY * len(files):
            most = f"{LIMITS.files} files and {LIMITS.unpacked // 1_000_000} MB"
            raise StorageError(f"{paths.data}: there is too much for a backup; it takes at most {most}")
        yield files


def history_is_whole(paths: Paths) -> bool:
    """Whether a backup can hold the history; of one that is damaged, or not ours, the file itself is to be kept."""
    try:
        with explained(paths.database), closing(open_to_read(paths.database)) as connection:
            return not damage_of(connection, rows=False)
    except StorageError:
        return False


def pack(files: Mapping[str, Path], out: IO[bytes], go_on: GoOn = always) -> None:
    with ZipFile(out, "w", strict_timestamps=False) as archive:
        for name, path in files.items():
            go_on()
            large = name != HISTORY and path.stat().st_size > LIMITS.small
            packing = ZIP_STORED if large or path.suffix.lower() in PACKED else ZIP_DEFLATED
            try:
                archive.write(path, name, packing)
            except (OverflowError, ValueError, OSError) as error:  # its time is in no year that the system knows
                if isinstance(error, OSError) and error.errno != errno.EOVERFLOW:
                    raise
                archive.writestr(ZipInfo(name), path.read_bytes(), packing)


def left_out(paths: Paths) -> tuple[Path, ...]:
    """What lies among the user's files and goes into no backup: links, hidden files, files of other names, and of names
    that are one where capitals are not told apart; and what can't be read."""
    return tuple(_sorted_out(paths)[1])


def _sorted_out(paths: Paths) -> tuple[dict[str, Path], list[Path]]:
    """Every file but the history that belongs into a backup, by its name there, and all that doesn't: one that doesn't
    would keep the others from being restored."""
    files: dict[str, Path] = {}
    left: list[Path] = []
    names: set[str] = set()
    for name, path in _everything(paths):
        if _belongs(name, path) and name.casefold() not in names:
            files[name] = path
            names.add(name.casefold())
        else:
            left.append(path)
    return files, left


def _belongs(name: str, path: Path) -> bool:
    if not path.is_file() or path.is_symlink() or _NAME.fullmatch(name) is None:
        return False
    with suppress(UnicodeEncodeError):
        return bool(name.encode()) and os.access(path, os.R_OK)
    return False


def _everything(paths: Paths) -> Iterator[tuple[str, Path]]:
    """Every file and link among the user's files, but for the history, with its name in a backup."""
    for part, place in parts(paths).items():
        found = sorted(place.rglob("*")) if place.is_dir() else [place]
        for path in found:
            folder = path.is_dir() and not path.is_symlink()
            if part != HISTORY and os.path.lexists(path) and not folder:
                yield part if path == place else f"{part}/{path.relative_to(place).as_posix()}", path


@contextmanager
def unpacked(
    file: Path, paths: Paths, take: Take = take_here, pulse: Pulse = no_pulse, *,
    known: bool = False, only_to_look: bool = False,
) -> Iterator[Path]:  # fmt: skip
    """A folder beside the data with all that a backup holds, looked through and in order; gone when the block ends.

    A bare history, as is kept before it is brought to a newer version, is one too; it may have SQLite's log beside it.
    `take` takes pictures in. What is `known` was looked through before, row by row and picture by picture. Where it is
    `only_to_look`, nothing was interrupted when the program ends meanwhile.
    Raises `StorageError`: `FILE: reason`, or `FILE: ENTRY: reason`.
    """
    prefix = LOOK if only_to_look else SCRATCH
    try:
        with (
            in_peace(paths),
            tempfile.TemporaryDirectory(prefix=prefix, dir=paths.data, ignore_cleanup_errors=True) as scratch,
        ):
            folder = Path(scratch)
            if is_history(file):
                _copy_bare(file, folder / HISTORY, paths)
            else:
                _unpack(file, folder, pulse)
            ours = known or file.absolute().parent == paths.backups
            check_history(folder / HISTORY, file, ours=ours, pulse=pulse)
            if not ours:
                check_pictures(folder / EXERCISES, file, take)
                if (folder / SETTINGS).exists():
                    _check_settings(folder / SETTINGS, file)
            sync_all(folder)
            yield folder
    except OSError as error:
        raise StorageError(f"{file}: the backup can't be read: {plain(error)}") from error


def is_backup(file: Path) -> bool:
    """Whether it is a zip of the files that belong into a backup; what is in them is not read."""
    try:
        return not file.is_symlink() and any(name == HISTORY for name, _ in unpack(file, KIND, LIMITS, _room_for))
    except StorageError:
        return False


def comes_back(file: Path, paths: Paths, pulse: Pulse) -> bool:
    """Whether a backup that was made here can be restored."""
    with tempfile.TemporaryDirectory(prefix=LOOK, dir=paths.data, ignore_cleanup_errors=True) as scratch:
        try:
            _unpack(file, Path(scratch), pulse)
            check_history(Path(scratch, HISTORY), file, ours=True, pulse=pulse)
        except Cancelled:
            raise
        except StorageError:
            return False
    return True


def _unpack(file: Path, folder: Path, pulse: Pulse = no_pulse) -> None:
    if all(name != HISTORY for name, _ in unpack(file, KIND, LIMITS, _room_for)):
        raise StorageError(f"{file}: this is not {KIND}: it holds no {HISTORY}")
    for name, pieces in unpack(file, KIND, LIMITS, _room_for):
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("wb") as out:
            for piece in pieces:
                pulse(None)
                out.write(piece)


def _copy_bare(file: Path, history: Path, paths: Paths) -> None:
    log = file.with_name(f"{file.name}-wal")
    sizes = sum(path.stat().st_size for path in (file, log) if path.exists())
    if sizes > LIMITS.unpacked:
        raise StorageError(f"{file}: this is too large; at most {LIMITS.unpacked // 1_000_000} MB are read")
    if paths.database.exists() and file.samefile(paths.database):
        raise StorageError(f"{file}: this is the history itself")
    shutil.copyfile(file, history)
    if log.exists():
        shutil.copyfile(log, history.with_name(f"{HISTORY}-wal"))


def _room_for(name: str) -> int:
    return LIMITS.unpacked if _NAME.fullmatch(name) else 0


def _check_settings(settings: Path, file: Path) -> None:
    try:
        read_toml(settings)
    except StorageError as error:
        raise StorageError(str(error).replace(str(settings), f"{file}: {SETTINGS}")) from error


def put_in_place(folder: Path, paths: Paths, kept: Path, *, only_history: bool = False) -> Path | None:
    """Put what `unpacked` gave in the place of everything here, or of the history alone: all of it, or nothing has
    changed.

    The history must not be open. What was here is deleted as far as the backup `kept` holds it; gives the folder with
    the rest, if there is any. Raises `StorageError`.
    """
    here = {HISTORY: paths.database} if only_history else parts(paths)
    coming = {part: folder / part for part in here if (folder / part).exists()}
    aside = free(kept.with_suffix(""))
    left = _exchange(paths, here, coming, aside, kept)
    return aside if left else None


def delete_everything(paths: Paths) -> None:
    """Delete all that is the user's, the backups in the data folder too. The history must not be open.

    Raises `StorageError`: nothing was changed, or a folder of what could not be deleted is left.
    """
    more = (
        paths.data / FOLDER, paths.data / ASIDE, paths.draft, paths.kept_tables.parent,
        *paths.config.glob(f"{paths.settings.name}.broken-*"), *rescued(paths), paths.sharing, paths.data / SHARING,
        paths.reminded,
    )  # fmt: skip
    with in_peace(paths):
        aside = free(paths.data / ".deleted")
        if _exchange(paths, parts(paths), {}, aside, None, more):
            raise StorageError(f"{aside}: what was to be deleted is still here; the next start tries again")


def _exchange(
    paths: Paths, here: dict[str, Path], coming: dict[str, Path], aside: Path, kept: Path | None,
    more: tuple[Path, ...] = (),
) -> bool:  # fmt: skip
    """Whether something of what was here, and of what is to go `more`, is left aside."""
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
def in_peace(paths: Paths) -> Iterator[None]:
    """Nobody else changes the data over, and nothing is left of what changed them over before."""
    with alone(paths.data):
        found = settle(paths.data, paths.config, paths.logs)
        if found is not None and found.deleting and found.aside is not None:
            raise StorageError(f"{found.aside}: nothing was changed: this is to be deleted first, and can't be")
        yield
