"""The voice's clips: which file says a sentence, and how long that takes.

A folder of clips has `manifest.json`: by each text its file, how long it is, how loud, and what it was made with. The
text is the key, to the letter. `tools/make_voice.py` makes those that come with the program, `clip_making` those of own
exercises.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

MANIFEST = "manifest.json"
LARGEST_MANIFEST = 5_000_000

Entry = Mapping[str, Any]


class Clips:
    """The clips of some folders; of two for one text, that of the first folder.

    A manifest is read when a clip is first looked for, and again when it has changed. Where one is missing or damaged
    there are no clips, and one line in the log.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = tuple(_Folder(folder) for folder in folders)

    def find(self, text: str) -> Path | None:
        """The file that says a text, as long as it is there."""
        found = self._found(text)
        return None if found is None else found[0]

    def length_s(self, text: str) -> float | None:
        """How long the clip of a text is."""
        found = self._found(text)
        return None if found is None else found[1]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that a manifest names."""
        return tuple(dict.fromkeys(text for folder in self._folders for text in folder.entries()))

    def _found(self, text: str) -> tuple[Path, float] | None:
        for folder in self._folders:
            entry = folder.entries().get(text)
            if entry is not None and (path := folder.path / entry["file"]).is_file():
                return path, float(entry["duration_s"])
        return None


class _Folder:
    def __init__(self, path: Path) -> None:
        self.path = path
        self._entries: Mapping[str, Entry] = {}
        self._read: tuple[int, int] | None = None

    def entries(self) -> Mapping[str, Entry]:
        try:
            found = (self.path / MANIFEST).stat()
        except (OSError, ValueError) as error:
            if self._read != (0, 0):
                log.info("No clips in %s: %s", self.path, getattr(error, "strerror", None) or error)
            self._read, self._entries = (0, 0), {}
            return self._entries
        if self._read != (found.st_mtime_ns, found.st_size):
            self._read = found.st_mtime_ns, found.st_size
            try:
                self._entries = entries_in(self.path)
            except ValueError as error:
                log.warning("%s", error)
                self._entries = {}
        return self._entries


def entries_in(folder: Path) -> dict[str, Entry]:
    """What the manifest of a folder says, by text. Raises `ValueError` where it can't be used."""
    path = folder / MANIFEST
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_MANIFEST + 1)
        if len(data) > LARGEST_MANIFEST:
            raise ValueError("this is too large")
        clips = json.loads(data)["clips"]
        return {text: entry for text, entry in clips.items() if _is_entry(entry)}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"{path}: no clips of this folder are used: {error!r}") from error


def _is_entry(entry: Entry) -> bool:
    """A file of the folder itself, and a length."""
    name, length_s = entry["file"], entry["duration_s"]
    return (
        isinstance(name, str) and name not in ("", ".", "..") and os.path.basename(name) == name and "\\" not in name
        and "\0" not in name and isinstance(length_s, int | float) and 0 < length_s < 60
    )  # fmt: skip
