"""Processor instructions of one picture of the figure at 1000 × 600, counted by valgrind: what a second round adds."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from benchmarks.figures import PICTURES
from benchmarks.instructions import environment, millions
from benchmarks.measuring import Row, report

BUDGETS = {"moving": ("from step to step", 41.6), "breathing": ("held, while a breath goes", 8.0)}
"""Millions. A picture of the first drawing took 29.1, whatever had changed; the second may take 8 ms for its 5.6."""


def main() -> None:
    if shutil.which("valgrind") is None:
        print("\nInstructions of a picture: not counted, since valgrind is missing")
        return
    rows = []
    with tempfile.TemporaryDirectory(prefix="hamstring-bench-") as name:
        scratch = Path(name)
        for kind, (what, budget) in BUDGETS.items():
            once, twice = (
                millions(kind, rounds, scratch=scratch, environment=environment(scratch), module="benchmarks.figures")
                for rounds in ("1", "2")
            )
            rows.append(Row(what, (twice - once) / PICTURES, "M", budget))
    report("Instructions of one picture of the figure at 1000 x 600", rows)


if __name__ == "__main__":
    main()
