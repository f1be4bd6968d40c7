"""What the window is opened with: a value that the command line hands to `app`, made before Qt is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.shelf import Shelf

if TYPE_CHECKING:
    from hamstring_gui.storage.changeover import Mended


@dataclass(frozen=True, slots=True)
class Opening:
    """`start_requested` without a `start` means the routine that Today offers. `theme` is for this run only; `None`
    leaves it to the settings. `mended` is what was found half done, and ended."""

    paths: Paths
    shelf: Shelf
    start: Routine | None = None
    start_requested: bool = False
    fullscreen: bool = False
    theme: str | None = None
    mended: Mended | None = None
