"""What would become of files that are dragged over the window, told before they fall."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from hamstring_gui.program.exercise_pictures import PICTURES
from hamstring_gui.program.history_exchange import IMPORTED
from hamstring_gui.storage.paths import BUNDLE
from hamstring_gui.storage.routine_files import ENDING as ROUTINE
from hamstring_gui.ui.controls.drop_place import Fall

translate = QCoreApplication.translate


def told_of(names: Iterable[str], *, picture_wanted: bool) -> Fall:
    """Where and why these files may fall. Pictures are for the editor of an exercise, while it shows."""
    endings = {Path(name).suffix.lower() for name in names}
    pictures = {f".{ending}" for ending in PICTURES} if picture_wanted else set()
    if endings <= pictures:
        return Fall(translate("dropping", "Drop the picture here: it is for the step that you are writing."))
    if endings <= {BUNDLE, ROUTINE}:
        return Fall(translate("dropping", "Drop it here: what is in it comes to your routines and exercises."))
    if endings <= set(IMPORTED):
        return Fall(translate("dropping", "Drop it here: you see what it would add to your history first."))
    if endings & {BUNDLE, ROUTINE, *IMPORTED, *pictures}:
        return Fall(translate("dropping", "Drop them here: what can be used of them is."))
    return Fall(translate("dropping", "Nothing here can be done with this."), useful=False)
