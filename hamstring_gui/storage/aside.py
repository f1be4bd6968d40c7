"""Where histories are kept that gave way to others, or of which something had to be left out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

ASIDE = "kept-aside"
"""In the data folder: a folder for each of them, with its logs."""


def new_folder(database: Path, now: datetime) -> Path:
    """One with a name that says when. Raises `OSError`."""
    parent, number = database.parent / ASIDE, 1
    parent.mkdir(mode=0o700, exist_ok=True)
    while True:
        folder = parent / (f"{now:%Y-%m-%d-%H%M}" + (f"-{number}" if number > 1 else ""))
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            number += 1
        else:
            return folder
