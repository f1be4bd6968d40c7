"""Where the recorded voice is: the sentences that come with the program, and those of own exercises."""

from __future__ import annotations

from hamstring_gui.desktop.clips import Clips
from hamstring_gui.storage.paths import Paths

LANGUAGE = "en"


def ours(paths: Paths) -> Clips:
    """The sentences that come with the program."""
    return Clips(paths.assets / "voice" / LANGUAGE)


def clips_of(paths: Paths) -> Clips:
    """Those, and those of own exercises."""
    return Clips(paths.assets / "voice" / LANGUAGE, paths.own_clips / LANGUAGE)
