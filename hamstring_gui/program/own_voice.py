"""Own exercises are said, too, where hibari-tts is installed: their sentences become clips when they are saved.

That is done in a process beside the window, when it is quiet. The clips lie where everything lies that can be lost at
any time: they are in no backup, go with their exercise, and are made again where they are missing.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TextIO

from PySide6.QtCore import QLocale, QObject, QTimer

from hamstring_gui.desktop.clip_making import WAVE, Renderer, bring_up_to_date
from hamstring_gui.desktop.clips import Clips
from hamstring_gui.desktop.errand import Errand
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.settings import AS_THE_SYSTEM
from hamstring_gui.program.library import Library
from hamstring_gui.program.recordings import LANGUAGE, ours
from hamstring_gui.storage.own_exercises import OwnExercises
from hamstring_gui.storage.paths import Paths
from hamstring_gui.ui.session.spoken import sentences_of

log = logging.getLogger(__name__)

SOON_MS = 2_000
MOST_SECONDS = 600.0


class OwnVoice(QObject):
    """Has own exercises rendered at the start and whenever the library changes; never while it is `busy`, which a
    session makes it."""

    def __init__(
        self, paths: Paths, library: Library, language: Callable[[], str], busy: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._paths, self._library, self._language, self._busy = paths, library, language, busy
        self._clips = Clips(paths.own_clips / LANGUAGE)
        self._wanted: tuple[str, ...] = ()
        self._given_up: frozenset[str] = frozenset()
        self._changed_meanwhile = False
        self._errand = Errand(MOST_SECONDS, self)
        self._errand.done.connect(self._on_done)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SOON_MS)
        self._timer.timeout.connect(self._look)
        library.changed.connect(self.soon)
        self.soon()

    def soon(self) -> None:
        """Look when it has been quiet for a moment."""
        self._timer.start()

    def _look(self) -> None:
        if self._errand.is_running:
            self._changed_meanwhile = True
        elif not self._busy() and is_english(self._language()):
            self._wanted = own_sentences(self._library.exercises.values(), ours(self._paths))
            if self._missing() - self._given_up or {*self._clips.texts} - {*self._wanted}:
                self._errand.start(["say", "--own", "--data-dir", str(self._paths.data)])

    def _missing(self) -> frozenset[str]:
        return frozenset(text for text in self._wanted if self._clips.find(text) is None)

    def _on_done(self, printed: bytes) -> None:
        try:
            told = json.loads(printed)
            made, faults = int(told["made"]), [str(fault) for fault in told["faults"]]
        except (ValueError, TypeError, KeyError):
            made, faults = 0, ["the process that renders them failed"]
        self._given_up = self._missing()
        log.info("Clips of own exercises: %d made", made)
        if faults:
            log.warning("Own exercises have no voice: %s", "; ".join(dict.fromkeys(faults))[:500])
        if self._changed_meanwhile:
            self._changed_meanwhile = False
            self.soon()

    def make_room(self) -> None:
        """A session begins: render on after it."""
        self._errand.close()

    def end(self) -> None:
        """Render no more. What is not made yet is made after the next start."""
        self._timer.stop()
        self._errand.close()


def is_english(language: str) -> bool:
    """Whether the user, and so presumably what they write, speaks what the engine does."""
    locale = QLocale.system() if language == AS_THE_SYSTEM else QLocale(language)
    return locale.language() in (QLocale.Language.English, QLocale.Language.C)


def own_sentences(exercises: Iterable[Exercise], recorded: Clips) -> tuple[str, ...]:
    """What is said of own exercises and has no clip yet that comes with the program."""
    texts = (text for exercise in exercises if exercise.own for text in sentences_of(exercise))
    return tuple(text for text in dict.fromkeys(texts) if recorded.find(text) is None)


def render_own(paths: Paths, out: TextIO) -> None:
    """In the process beside the window: have a clip of each sentence, and none else. Says what came of it as JSON."""
    with suppress(AttributeError, OSError):
        os.nice(10)
    exercises, _ = OwnExercises(paths.exercises).load()
    made: list[str] = []
    faults: list[str] = []
    try:
        texts = own_sentences(exercises.values(), ours(paths))
        bring_up_to_date(
            paths.own_clips / LANGUAGE, texts, WAVE, Renderer(), tell=made.append,
            tell_fault=lambda _, reason: faults.append(reason),
        )  # fmt: skip
    except (OSError, ImportError) as error:
        faults.append(str(error))
    json.dump({"made": len(made), "faults": faults}, out)
