"""The history without a window: how much longer `stats` takes to start than Python, and taking in 100,000 holds."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from benchmarks.export import RUNS, export, run
from benchmarks.measuring import Row, data_folder, report

MANY = 16_667
"""Sessions of six holds."""


def stats(folder: Path) -> float:
    return run("-m", "hamstring_gui", "stats", "--data-dir", str(folder))[0]


def taken_in(form: str, folder: Path, scratch: Path) -> list[Row]:
    """Of an export of that format: writing it and reading it into an empty history."""
    file = scratch / f"history.{form}"
    out_s, out_mib = export(folder, "--format", form, "--output", str(file))
    in_s, in_mib = run("-m", "hamstring_gui", "import", str(file), "--data-dir", str(scratch / form))
    return [
        Row(f"100,000 holds to {form}", out_s, "s", 1),
        Row(f"100,000 holds to {form}, memory", out_mib, "MiB", 150),
        Row(f"100,000 holds from {form}", in_s, "s", 3),
        Row(f"100,000 holds from {form}, memory", in_mib, "MiB", 150),
    ]


def main() -> None:
    with data_folder(sessions=365) as year:
        pairs = [(run("-c", "pass")[0], stats(year)) for _ in range(RUNS)]
    nothing, start = (median(times) * 1000 for times in zip(*pairs, strict=True))
    rows = [Row("stats of a year, more than python -c pass", start - nothing, "ms", 250)]
    with data_folder(sessions=3650) as decade:
        rows.append(Row("stats of ten years of daily sessions", stats(decade), "s", 1))
    with data_folder(sessions=MANY) as many, tempfile.TemporaryDirectory() as scratch:
        for form in ("json", "csv"):
            rows += taken_in(form, many, Path(scratch))
    report(f"The history without a window (python -c pass: {nothing:.3g} ms, median of {RUNS})", rows)


if __name__ == "__main__":
    main()
