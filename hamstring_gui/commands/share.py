"""The command `share`: the history and the folder that it is shared through, brought together now."""

from __future__ import annotations

import json
import os
import threading
from contextlib import suppress
from datetime import datetime
from typing import TextIO

from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.logs import start_logging
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.shared_folder import Shared, share
from hamstring_gui.storage.sharing import load_sharing

MOST_SECONDS = 60.0
MOST_TOLD = 200
"""Ids and names: the window need not know them all."""


def now() -> datetime:
    return datetime.now().astimezone()


def tell(paths: Paths, out: TextIO) -> None:
    """Say what is set."""
    sharing = load_sharing(paths)
    if not sharing.is_on:
        out.write("The history is not shared.\n")
    else:
        read = f"last read at {sharing.read_at}" if sharing.read_at else "not read yet"
        out.write(f"The history is shared through {sharing.folder}; {read}.\n")


def share_now(paths: Paths, out: TextIO) -> None:
    """Do it and say what came of it; nothing, where nothing did. Raises `StorageError`."""
    shared = share(paths, now)
    if shared.fault and not (shared.devices or shared.new or shared.changed):
        raise StorageError(shared.fault)
    others = ", ".join(shared.devices) or "no other device yet"
    out.write(f"Shared with: {others}.\nNew sessions: {len(shared.new)}. Other changes: {len(shared.changed)}.\n")
    for device in shared.newer:
        out.write(f"{device}: written by a newer Hamstring; what this one does not know waits there.\n")
    if shared.fault:
        raise StorageError(shared.fault)


def share_for_window(paths: Paths, out: TextIO, *, changed_here: bool) -> None:
    """Do it for the window, which goes on meanwhile and reads what came of it as JSON."""
    with suppress(AttributeError, OSError):
        os.nice(10)
    limit = threading.Timer(MOST_SECONDS, os._exit, (1,))  # also when nobody is there any more to end this
    limit.daemon = True
    limit.start()
    start_logging(paths.log_file)
    try:
        shared = share(paths, now, changed_here=changed_here)
    except StorageError as error:
        shared = Shared(fault=str(error))
    limit.cancel()
    json.dump(told(shared), out)


def told(shared: Shared) -> dict[str, object]:
    return {
        "new": len(shared.new), "changed": len(shared.changed), "ids": [*shared.new, *shared.changed][:MOST_TOLD],
        "devices": shared.devices[:MOST_TOLD], "newer": shared.newer[:MOST_TOLD], "fault": shared.fault,
    }  # fmt: skip
