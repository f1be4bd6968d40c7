"""Processor time and wake-ups of the program itself, by what it is doing."""

from __future__ import annotations

import time
from pathlib import Path

from benchmarks.measuring import Program, Row, data_folder, report, routine_file

START_S = 15.0
"""After the first picture: what is done once after a start (a look at the history, a backup) is over by then."""
SETTLE_S = 3.0
MEASURE_S = 8.0
MINUTE_S = 60.0
PAGES = ("History", "Exercises", "Routines", "Settings", "Your hamstrings")
"""What opens them, from one to the next."""


def seconds_used(pid: int) -> float:
    """Seconds on a core since the process began, of all its threads: its own clock, to the nanosecond."""
    return time.clock_gettime(~pid << 3 | 2)


def sleeps(pid: int) -> dict[str, int]:
    """How often each thread went to sleep by itself since it began."""
    return {
        task.name: next(
            int(line.split()[1])
            for line in (task / "status").read_text().splitlines()
            if line.startswith("voluntary_ctxt_switches")
        )
        for task in Path(f"/proc/{pid}/task").iterdir()
    }


def rates(program: Program, after_s: float = START_S) -> tuple[float, float]:
    """Percent of one core, and wake-ups a second."""
    time.sleep(after_s)
    begun, seconds, before = time.monotonic(), seconds_used(program.pid), sleeps(program.pid)
    time.sleep(MEASURE_S)
    passed, seconds_then, after = time.monotonic() - begun, seconds_used(program.pid), sleeps(program.pid)
    woken = sum(times - before.get(thread, 0) for thread, times in after.items())
    return 100 * (seconds_then - seconds) / passed, woken / passed


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
            begun, seconds = time.monotonic(), seconds_used(program.pid)
            time.sleep(MINUTE_S)
            return 100 * (seconds_used(program.pid) - seconds) / (time.monotonic() - begun)


def while_moving(exercise: str, **amount: float) -> tuple[float, float]:
    """In a hold or in reps that move all the time."""
    with data_folder() as folder:
        start = ("--start", routine_file(folder, exercise=exercise, sets=1, gap_s=0, **amount))
        with Program("program", "--data-dir", str(folder), *start) as program:
            program.wait_for("painted")
            return rates(program)


def at_rest() -> dict[str, tuple[float, float]]:
    """On Today, then on one page after the other."""
    with data_folder() as folder, Program("program", "--data-dir", str(folder)) as program:
        program.wait_for("painted")
        found = {"Today": rates(program)}
        for page in PAGES:
            program.obey(page)
            found[page] = rates(program, SETTLE_S)
        return found


def empty_window() -> tuple[float, float]:
    with Program("floor") as program:
        program.wait_for("painted")
        return rates(program, SETTLE_S)


def main() -> None:
    states = {
        "an empty window (the floor)": (empty_window(), 0.05, 1),
        "holding, ring and figure moving": (while_holding("full"), 3.0, 60),
        "holding, reduced motion": (while_holding("reduced"), 0.5, 60),
        "paused": (while_holding("full", "Pause"), 0.3, 5),
        "minimised in a session": (while_holding("full", "minimise"), 0.5, 60),
        "ball under the thigh": (while_moving("ball-hamstring-release", hold_s=300), 3.0, 60),
        "bridge": (while_moving("glute-bridge", reps=60), 3.0, 90),
        "dead bug": (while_moving("dead-bug", reps=60), 3.0, 90),
    } | {f"idle on {page}": (used, 0.05, 1) for page, used in at_rest().items()}
    report(
        f"Processor and wake-ups over {MEASURE_S:g} s, without the helper processes",
        [Row(f"processor, {what}", percent, "%", budget) for what, ((percent, _), budget, _) in states.items()]
        + [Row("processor, the first minute of a session", whole_minute(), "%", 6.0)]
        + [Row(f"wake-ups, {what}", wakes, "/s", budget) for what, ((_, wakes), _, budget) in states.items()],
    )


if __name__ == "__main__":
    main()
