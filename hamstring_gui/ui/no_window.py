"""Where Qt can't open a window it would abort, with a page of its own words: one sentence and exit status 1 instead."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NoReturn

PROBLEM = 1
_NO_DISPLAY = ("could not connect to display", "Failed to create wl_display")


def why_no_window(said: Sequence[str], environment: Mapping[str, str]) -> str:
    """The sentence. `said` is what Qt complained of, the last of it being that it gives up."""
    asked_for = environment.get("QT_QPA_PLATFORM", "")
    if any(line.startswith("Could not find the Qt platform plugin") for line in said):
        return f'the window can\'t be opened: QT_QPA_PLATFORM is "{asked_for}", and Qt knows no such platform'
    if any(line.startswith(_NO_DISPLAY) for line in said):
        names = [f'{name} is "{environment[name]}"' for name in ("DISPLAY", "WAYLAND_DISPLAY") if environment.get(name)]
        if not names:
            return "the window can't be opened: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
        return f"the window can't be opened: no display answers ({' and '.join(names)})"
    reason = " ".join(" ".join(said[-2:]).split())
    return f"the window can't be opened: {reason or 'there is no screen'}"


def give_up(said: Sequence[str]) -> NoReturn:
    """Say why and end at once, before Qt aborts: it calls this as the last thing that it does."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            print(f"hamstring-gui: {why_no_window(said, os.environ)}", file=sys.stderr, flush=True)
    os._exit(PROBLEM)
