"""Runs the benchmarks, all or those named, one after the other on a virtual screen of their own."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.measuring import ROOT, virtual_screen

NAMES = (
    "start",
    "instructions",
    "memory",
    "session_cpu",
    "painting",
    "hold_accuracy",
    "export",
    "history",
    "history_page",
)


def main(names: list[str]) -> int:
    unknown = sorted(set(names) - set(NAMES))
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}; there are {', '.join(NAMES)}.", file=sys.stderr)
        return 2
    with virtual_screen():
        statuses = [subprocess.call([sys.executable, "-m", f"benchmarks.{name}"], cwd=ROOT) for name in names or NAMES]
    return max(statuses)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
