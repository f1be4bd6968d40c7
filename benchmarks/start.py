"""From the start of the process to the painted window: Today, a session, and an empty window of PySide6 beside them."""

from __future__ import annotations

import time
from statistics import median

from benchmarks.measuring import Program, Row, data_folder, report, routine_file

RUNS = 9


def seconds_to_painted(*arguments: str) -> float:
    begun = time.monotonic()
    with Program(*arguments) as program:
        return program.wait_for("painted") - begun


def main() -> None:
    with data_folder() as folder:
        today = ("program", "--data-dir", str(folder))
        session = (*today, "--start", routine_file(folder, sets=3, hold_s=30, gap_s=20))
        runs = [
            tuple(seconds_to_painted(*what) * 1000 for what in (("floor",), today, session)) for _ in range(RUNS + 1)
        ]
    floor, to_today, to_session = (median(times) for times in zip(*runs[1:], strict=True))  # the first one warms up
    report(
        f"Start to painted, median of {RUNS}; floor: an empty PySide6 window",
        [
            Row("Today, a year of history", to_today, "ms", 1.25, floor),
            Row("a ready countdown with --start", to_session, "ms", 1.35, floor),
        ],
    )


if __name__ == "__main__":
    main()
