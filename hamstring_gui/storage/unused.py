"""Names that nothing has yet, and how a file gets one of them."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from hamstring_gui.storage.on_disk import sync


def free(path: Path) -> Path:
    """The path, or one with a number behind its name: nothing is there yet."""
    number, found = 1, path
    while os.path.lexists(found):
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found


def put_new(file: Path, path: Path, *, just_there: bool = False) -> Path:
    """Move a file that is whole and on disk there, or beside it unless it is to be `just_there`, and over nothing,
    whoever else does so at that moment; gives where it is. Raises `OSError`."""
    while True:
        found = path if just_there else free(path)
        try:
            _give_name(file, found)
        except FileExistsError:
            if just_there:
                raise
            continue
        with suppress(FileNotFoundError):
            file.unlink()
        sync(found.parent)
        return found


def _give_name(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except FileExistsError:
        raise
    except OSError:  # there are no such links on this disk
        os.close(os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        os.replace(file, name)
