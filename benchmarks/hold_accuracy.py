"""How late a hold's end is noticed, and how long a session takes, with a quiet machine and with every core busy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from benchmarks.measuring import ROOT, Program, Row, data_folder, report, routine_file

SETS, HOLD_S, GAP_S = 3, 5.0, 1.0
"""A set is longer than what passes until a session is noted first, as those of all routines are."""
LENGTH_S = 2 * SETS * (HOLD_S + GAP_S)


def session(folder: Path) -> tuple[list[float], float]:
    """Seconds that each hold's end was noticed late, and the session's end."""
    start = ("--start", routine_file(folder, sets=SETS, hold_s=HOLD_S, gap_s=GAP_S))
    with Program("program", "--data-dir", str(folder), *start) as program:
        return [program.wait_for("hold") for _ in range(2 * SETS)], program.wait_for("ended")


def recorded(folder: Path) -> tuple[float, float]:
    """Of the session on record: seconds its length is off, and the most that a hold is off."""
    command = [sys.executable, "-m", "hamstring_gui", "export", "--data-dir", str(folder)]
    last = json.loads(subprocess.check_output(command, cwd=ROOT))["sessions"][-1]
    began, ended = (datetime.fromisoformat(last[key]) for key in ("started_at", "ended_at"))
    length_off = abs((ended - began).total_seconds() - LENGTH_S)
    return length_off, max(abs(hold["held_s"] - HOLD_S) for hold in last["holds"])


def rows(load: str, budget_ms: float) -> list[Row]:
    with data_folder(sessions=0) as folder:
        late, session_late = session(folder)
        length_off, hold_off = recorded(folder)
    return [
        Row(f"a hold's end noticed, latest of {len(late)}, {load}", max(late) * 1000, "ms", budget_ms),
        Row(f"the session's end noticed, {load}", session_late * 1000, "ms", 100),
        Row(f"the session's length on record, {load}", length_off * 1000, "ms", 1),
        Row(f"a hold's seconds on record, {load}", hold_off * 1000, "ms", 1),
    ]


def main() -> None:
    quiet = rows("quiet machine", 5)
    burn = [sys.executable, "-c", "while True: pass"]
    burners = [subprocess.Popen(burn) for _ in range(os.cpu_count() or 1)]
    try:
        busy = rows("every core busy", 25)
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()
    report(f"A session of {SETS} x {HOLD_S:g} s for each leg, off by", quiet + busy)


if __name__ == "__main__":
    main()
