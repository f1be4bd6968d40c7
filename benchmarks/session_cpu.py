"""Processor time and wake-ups of the program itself, by what it is doing."""

from __future__ import annotations

import time
from pathlib import Path

from benchmarks.measuring import Program, Row, data_folder, report, routine_file

SETTLE_S = 3.0
MEASURE_S = 8.0
MINUTE_S = 60.0


def used(pid: int) -> tuple[float, int]:
    """Seconds on a core, and times that a thread went to sleep, since the process began."""
    seconds, sleeps = 0.0, 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        seconds += int((task / "schedstat").read_text().split()[0]) / 1e9
        status = (task / "status").read_text().splitlines()
        sleeps += next(int(line.split()[1]) for line in status if line.startswith("voluntary_ctxt_switches"))
    return seconds, sleeps


def rates(program: Program) -> tuple[float, float]:
    """Percent of one core, and wake-ups a second."""
    time.sleep(SETTLE_S)
    begun, (seconds, sleeps) = time.monotonic(), used(program.pid)
    time.sleep(MEASURE_S)
    ended, (seconds_then, sleeps_then) = time.monotonic(), used(program.pid)
    return 100 * (seconds_then - seconds) / (ended - begun), (sleeps_then - sleeps) / (ended - begun)


def while_holding(motion: str, *orders: str) -> tuple[float, float]:
    with data_folder(motion=motion) as folder:
        start = ("--start", routine_file(folder, sets=1, hold_s=300, gap_s=0))
        with Program("program", "--data-dir", str(folder), *start) as program:
            program.wait_for("painted")
            for order in orders:
                program.obey(order)
            return rates(program)


def whole_minute() -> float:
    """Percent of one core over a setup of 20 s and 40 s of its hold."""
    with data_folder() as folder:
        start = ("--start", routine_file(folder, sets=1, hold_s=300, gap_s=20))
        with Program("program", "--data-dir", str(folder), *start) as program:
            program.wait_for("painted")
            begun, (seconds, _) = time.monotonic(), used(program.pid)
            time.sleep(MINUTE_S)
            return 100 * (used(program.pid)[0] - seconds) / (time.monotonic() - begun)


def idle() -> tuple[float, float]:
    with data_folder() as folder, Program("program", "--data-dir", str(folder)) as program:
        program.wait_for("painted")
        return rates(program)


def main() -> None:
    states = {
        "holding, ring and figure moving": (while_holding("full"), 3.0, 60),
        "holding, reduced motion": (while_holding("reduced"), 0.5, 60),
        "paused": (while_holding("full", "Pause"), 0.3, 5),
        "minimised in a session": (while_holding("full", "minimise"), 0.5, 60),
        "idle on Today": (idle(), 0.05, 1),
    }
    report(
        f"Processor and wake-ups over {MEASURE_S:g} s, without the helper processes",
        [Row(f"processor, {what}", percent, "%", budget) for what, ((percent, _), budget, _) in states.items()]
        + [Row("processor, the first minute of a session", whole_minute(), "%", 6.0)]
        + [Row(f"wake-ups, {what}", wakes, "/s", budget) for what, ((_, wakes), _, budget) in states.items()],
    )


if __name__ == "__main__":
    main()
