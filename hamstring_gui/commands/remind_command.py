"""The command `remind`: what it can be told, and doing it. It waits without Qt (`desktop/remind_waiter.py`)."""

from __future__ import annotations

import argparse
from typing import Any

from hamstring_gui.commands.asked import output, paths_of, refuse_what_is_the_windows


def add_remind_command(commands: Any, common: argparse.ArgumentParser) -> None:
    remind = commands.add_parser(
        "remind", help="wait for the time of the reminder while the program is closed, and remind then",
        parents=[common], allow_abbrev=False,
    )  # fmt: skip
    ways = remind.add_mutually_exclusive_group()
    ways.add_argument("--check", action="store_true", help="say what it would say now, and why not if it wouldn't")
    ways.add_argument("--look", action="store_true", help=argparse.SUPPRESS)
    ways.add_argument("--tell", action="store_true", help=argparse.SUPPRESS)
    remind.set_defaults(run=_remind)


def _remind(asked: argparse.Namespace) -> int:
    refuse_what_is_the_windows(asked)
    from hamstring_gui.commands import remind

    paths = paths_of(asked)
    given = [] if asked.data_dir is None else ["--data-dir", str(paths.data)]
    if asked.tell:
        remind.tell(paths, given)
        return 0
    if not (asked.check or asked.look):
        return remind.wait(paths, given)
    with output(None) as out:
        out.write(f"{remind.checked(paths) if asked.check else remind.looked(paths)}\n")
    return 0
