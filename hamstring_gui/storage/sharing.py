"""Whether the history is shared with other devices: through which folder, under which id, and what we wrote there last.

This is the machine's and not the history's: it is in no backup, so that a backup that is restored elsewhere makes no
second device of one.
"""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path
from typing import Any

from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.replacing import replacing

SYNCED_BY = (
    ".stfolder", ".dropbox", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log", ".sync", ".seafile-data",
)  # fmt: skip
"""What programs that sync leave in the folder that they sync."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """`folder` is empty while nothing is shared. `written` tells our journal as we left it, `whole` how many bytes it
    had when all of it was written. `read_at` (ISO 8601) is when the others' were read last. `disk` is the file system's
    number: an empty folder of another one is where something is to be connected."""

    folder: str = ""
    device: str = ""
    written: str = ""
    whole: int = 0
    read_at: str = ""
    disk: int = 0

    @property
    def is_on(self) -> bool:
        return bool(self.folder)


NAMES = ("folder", "device", "written", "whole", "read_at", "disk")


def load_sharing(paths: Paths) -> Sharing:
    """What is set; nothing where no such file is there or it can't be understood. Raises `StorageError`."""
    try:
        found: Any = json.loads(paths.sharing.read_bytes())
        usual = Sharing()
        fits = (name for name in NAMES if type(found.get(name)) is type(getattr(usual, name)))
        return Sharing(**{name: found[name] for name in fits})
    except FileNotFoundError:
        return Sharing()
    except OSError as error:
        raise StorageError(f"{paths.sharing}: {plain(error)}") from error
    except (ValueError, AttributeError, RecursionError):
        return Sharing()


def save_sharing(paths: Paths, sharing: Sharing) -> None:
    """Raises `StorageError`."""
    try:
        paths.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with replacing(paths.sharing) as out:
            json.dump({name: getattr(sharing, name) for name in NAMES}, out, indent=1)
    except (OSError, ValueError) as error:
        reason = plain(error) if isinstance(error, OSError) else str(error)
        raise StorageError(f"{paths.sharing}: {reason}") from error


def share_through(paths: Paths, folder: Path) -> Sharing:
    """Share the history through this folder from now on. Raises `StorageError` where that can't be."""
    try:
        place, data = os.path.realpath(folder), os.path.realpath(paths.data)
        if not os.path.isdir(place):
            raise StorageError(f"{folder}: there is no such folder")
        if os.path.commonpath((place, data)) == data:
            raise StorageError(
                f"{folder}: this is the folder of your data, or lies in it; choose one that another program syncs"
            )
    except ValueError:
        pass  # on another drive
    except OSError as error:
        raise StorageError(f"{folder}: {plain(error)}") from error
    before = load_sharing(paths)
    if before.folder and os.path.realpath(before.folder) == place:
        return before
    sharing = Sharing(str(folder.absolute()), before.device or new_device())
    save_sharing(paths, sharing)
    return sharing


def stop_sharing(paths: Paths) -> None:
    """Share nothing any more. What is in the folder stays there. Raises `StorageError`."""
    sharing = load_sharing(paths)
    if sharing.is_on:
        save_sharing(paths, Sharing(device=sharing.device))


def new_device() -> str:
    return os.urandom(6).hex()


def name_of_machine() -> str:
    return socket.gethostname().partition(".")[0][:60]


def synced_by_itself(data: Path) -> Path | None:
    """The synced folder that the data folder lies in, as far as one can be told: syncing damages a database."""
    for folder in (data, *data.parents):
        if any(os.path.lexists(folder / name) for name in SYNCED_BY):
            return folder
        if folder.name in ("Dropbox", "OneDrive", "Nextcloud", "iCloud Drive", "Google Drive", "Mobile Documents"):
            return folder
    return None
