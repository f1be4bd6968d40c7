"""From the click on History to the painted page, with ten years of daily sessions: first, later, after an edit."""

from __future__ import annotations

from statistics import median

from benchmarks.measuring import Program, Row, data_folder, report
from benchmarks.memory import family, mebibytes

TEN_YEARS = 3650
STARTS, VISITS = 5, 5


def main() -> None:
    first: list[float] = []
    later: dict[str, list[float]] = {"History": [], "edit": [], "Mark as a rest week": [], "All": [], "edit, all": []}
    memory: list[float] = []
    with data_folder(TEN_YEARS) as folder:
        for _ in range(STARTS):
            with Program("program", "--data-dir", str(folder)) as program:
                program.wait_for("painted")
                first.append(program.obey("History"))
                for _ in range(VISITS):
                    program.obey("Today")
                    later["History"].append(program.obey("History"))
                    later["edit"].append(program.obey("edit"))
                    later["Mark as a rest week"].append(program.obey("Mark as a rest week"))
                    program.obey("No rest week after all")
                later["All"].append(program.obey("All"))
                later["edit, all"] += [program.obey("edit") for _ in range(VISITS)]
    with data_folder() as folder:
        for _ in range(STARTS):
            with Program("program", "--data-dir", str(folder)) as program:
                program.wait_for("painted")
                program.obey("History")
                memory.append(sum(map(mebibytes, family(program.pid))))
        with Program("floor") as floor:
            floor.wait_for("painted")
            least = mebibytes(floor.pid)
    words = {
        "History": "a later visit",
        "edit": "after a session was edited",
        "Mark as a rest week": "after a rest week was marked",
        "All": "from 26 weeks to all 520",
        "edit, all": "after an edit, 520 weeks shown",
    }
    report(
        f"History with {TEN_YEARS} sessions, medians of {STARTS} starts",
        [
            Row("the first visit", 1000 * median(first), "ms", 900),
            *(Row(words[name], 1000 * median(times), "ms", 60) for name, times in later.items()),
            Row("memory with a year of history; floor: an empty window", median(memory), "MiB", 2.4, least),
        ],
    )


if __name__ == "__main__":
    main()
