"""Proportional set size of the program and its helper processes, beside an empty window of PySide6."""

from __future__ import annotations

from pathlib import Path

from benchmarks.measuring import Program, Row, data_folder, report, routine_file


def family(pid: int) -> list[int]:
    """The process and all that it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in family(int(child)))]


def mebibytes(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def measured(*arguments: str, until: str = "painted", order: str = "") -> float:
    with Program(*arguments) as program:
        program.wait_for(until)
        if order:
            program.obey(order)
        return sum(map(mebibytes, family(program.pid)))


def main() -> None:
    with data_folder() as folder:
        today = ("program", "--data-dir", str(folder))
        session = (*today, "--start", routine_file(folder, sets=2, hold_s=3, gap_s=1))
        floor = measured("floor")
        report(
            "Memory (PSS, with helper processes); floor: an empty PySide6 window",
            [
                Row("Today, a year of history", measured(*today), "MiB", 1.35, floor),
                Row("after History", measured(*today, order="History"), "MiB", 2.4, floor),
                Row("in a session, after its first hold", measured(*session, until="hold"), "MiB", 1.9, floor),
            ],
        )


if __name__ == "__main__":
    main()
