"""Processor instructions until the first picture is out, counted by valgrind: repeatable to 0.1 %, where times are not.

The floor is an empty window of PySide6 that has touched the `Qt` namespace, as every program does: at the first touch
PySide6 makes a hundred Python enums.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.measuring import ROOT, Row, data_folder, report, routine_file

SCREEN = {"name": "", "x": 0, "y": 0, "width": 1600, "height": 1000, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def environment(scratch: Path) -> dict[str, str]:
    """Ours, but for what would make the count another one: screens, hash seeds, modules that are compiled anew.

    The screen is as large as most are: on that of Qt's own offscreen platform, 800 × 800, the window has no room.
    """
    screens = scratch / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}))
    left_out = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "DISPLAY", "WAYLAND_DISPLAY"}
    return {
        **{name: value for name, value in os.environ.items() if name not in left_out},
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "PYTHONHASHSEED": "0",
    }


def millions(*arguments: str, scratch: Path, environment: Mapping[str, str], module: str = "benchmarks.probe") -> float:
    """Millions of instructions of a module with these arguments, which ends by itself."""
    command = [sys.executable, "-m", module, *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)  # compiles, and warms up
    counting = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={scratch / 'callgrind.out'}"]
    done = subprocess.run([*counting, *command], cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if found is None:
        raise RuntimeError(f"valgrind counted nothing:\n{done.stderr}")
    return int(found[1]) / 1e6


def main() -> None:
    if shutil.which("valgrind") is None:
        print("\nInstructions until the first picture: not counted, since valgrind is missing")
        return
    with data_folder() as folder:
        today = ("program", "--data-dir", str(folder))
        session = (*today, "--start", routine_file(folder, sets=3, hold_s=30, gap_s=20))
        floor, to_today, to_session = (
            millions("--once", *what, scratch=folder, environment=environment(folder))
            for what in (("floor", "Qt"), today, session)
        )
    report(
        "Instructions until the first picture; floor: an empty PySide6 window that touches the Qt namespace",
        [
            Row("Today, a year of history", to_today, "M", 1.5, floor),
            Row("a ready countdown with --start", to_session, "M", 1.64, floor),
        ],
    )


if __name__ == "__main__":
    main()
