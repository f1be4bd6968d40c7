"""The command `share`: what it can be told, and doing it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from hamstring_gui.commands.asked import output, paths_of_data, refuse_what_is_the_windows


def add_share_command(commands: Any, common: argparse.ArgumentParser) -> None:
    share = commands.add_parser(
        "share", help="share the history with other devices, through a folder that another program syncs",
        parents=[common], allow_abbrev=False,
    )  # fmt: skip
    ways = share.add_mutually_exclusive_group()
    ways.add_argument("--now", action="store_true", help="bring the history and the folder together now")
    ways.add_argument("--folder", metavar="FOLDER", help="share through FOLDER from now on")
    ways.add_argument("--stop", action="store_true", help="share no more; what is in the folder stays there")
    ways.add_argument("--for-window", choices=("all", "folder"), help=argparse.SUPPRESS)
    share.set_defaults(run=_share)


def _share(asked: argparse.Namespace) -> int:
    refuse_what_is_the_windows(asked)
    from hamstring_gui.commands import share
    from hamstring_gui.storage.sharing import share_through, stop_sharing

    paths = paths_of_data(asked)
    with output(None) as out:
        if asked.for_window:
            share.share_for_window(paths, out, changed_here=asked.for_window == "all")
        elif asked.stop:
            stop_sharing(paths)
        elif asked.folder is not None:
            share_through(paths, Path(asked.folder))
        elif asked.now:
            share.share_now(paths, out)
        else:
            share.tell(paths, out)
    return 0
