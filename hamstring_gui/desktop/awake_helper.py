"""The process that keeps the screen awake until its standard input ends. Run by `awake.Awake`."""

from __future__ import annotations

import signal
import sys


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is the program's to answer
    from wakepy import keep

    with keep.presenting(on_fail="pass") as mode:
        print(f"kept awake by {mode.method.name}" if mode.active and mode.method else "can't be kept awake", flush=True)
        sys.stdin.buffer.read()


if __name__ == "__main__":
    main()
