"""The command `doctor`: what it can be told, and doing it."""

from __future__ import annotations

import argparse
from typing import Any

from hamstring_gui.commands.asked import PROBLEM, output, paths_of, refuse_what_is_the_windows


def add_doctor_command(commands: Any, common: argparse.ArgumentParser) -> None:
    doctor = commands.add_parser(
        "doctor", help="tell what may be wrong: versions, sizes, the history, the last errors; nothing personal",
        parents=[common], allow_abbrev=False,
    )  # fmt: skip
    doctor.set_defaults(run=_doctor)


def _doctor(asked: argparse.Namespace) -> int:
    """Nothing is mended on the way: it is looked at as it is."""
    refuse_what_is_the_windows(asked)
    from hamstring_gui.program.doctor import report

    found = report(paths_of(asked))
    with output(None) as out:
        out.write(found.text)
    return 0 if found.is_well else PROBLEM
