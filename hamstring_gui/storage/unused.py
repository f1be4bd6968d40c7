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


def put_new(file: Path, path: Path) -> Path:
    """Move a file that is whole and on disk there, or beside it, and over nothing, whoever else does so at that moment;
    gives where it is. Raises `OSError`."""
    while True:
        found = free(path)
        try:
            os.link(file, found)
        except FileExistsError:
            continue
        except OSError:  # there are no such links on this disk
            os.rename(file, found)
        with suppress(FileNotFoundError):
            file.unlink()
        sync(found.parent)
        return found
