"""The export: how much longer it takes to start than Python, and how it copes with 100,000 holds."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from benchmarks.measuring import ROOT, Row, data_folder, report

RUNS = 9


def run(*arguments: str) -> tuple[float, float]:
    """Seconds, and the most memory it had in MiB."""
    begun = time.monotonic()
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{arguments} ended with {process.returncode}")
    return time.monotonic() - begun, usage.ru_maxrss / 1024


def export(folder: Path, *arguments: str) -> tuple[float, float]:
    return run("-m", "hamstring_gui", "export", "--data-dir", str(folder), *arguments)


def main() -> None:
    with data_folder(sessions=10) as few:
        pairs = [(run("-c", "pass")[0], export(few)[0]) for _ in range(RUNS)]
    nothing, start = (median(times) * 1000 for times in zip(*pairs, strict=True))
    with data_folder(sessions=16_667) as many:
        seconds, memory = export(many)
    report(
        f"Export (python -c pass: {nothing:.3g} ms, median of {RUNS})",
        [
            Row("start, more than python -c pass", start - nothing, "ms", 250),
            Row("100,000 holds", seconds, "s", 1),
            Row("100,000 holds, memory", memory, "MiB", 150),
        ],
    )


if __name__ == "__main__":
    main()
