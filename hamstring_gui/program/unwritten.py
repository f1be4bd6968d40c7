"""What is not on disk when the program is to end: asked about where somebody can answer, else put in a file."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from hamstring_gui.domain.exercise import Exercise, unit_of
from hamstring_gui.domain.history import SessionRecord, happened
from hamstring_gui.program.deeds import Deeds
from hamstring_gui.program.recorder import Recorder
from hamstring_gui.program.stage import Stage
from hamstring_gui.storage.errors import StorageError, not_written
from hamstring_gui.storage.exchange import write_history
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.library import own_kinds
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.replacing import replacing
from hamstring_gui.storage.rescue import rescued, take_in, write_rescue
from hamstring_gui.ui import questions

translate = QCoreApplication.translate
log = logging.getLogger(__name__)


class Unwritten(QObject):
    """Stands between what the recorder could not write and the end of the program."""

    def __init__(self, stage: Stage, recorder: Recorder, store: HistoryStore, paths: Paths, deeds: Deeds) -> None:
        super().__init__(recorder)
        self._stage, self._recorder, self._store, self._paths, self._deeds = stage, recorder, store, paths, deeds
        self._problem = ""
        self._left = False
        self._file: Path | None = None
        self._in_file: tuple[SessionRecord, ...] = ()

    def may_close(self, exercises: Mapping[str, Exercise]) -> bool:
        """Whether everything is on disk, or the user, who is asked now, has said that it need not be."""
        if not self._left:
            self._try_again()
        if self._left or not self._waiting():
            return True
        holds = self._recorder.holds_waiting + sum(
            happened(hold) for one in self._store.unsaved() for hold in one.holds
        )
        problem = self._recorder.problem or self._problem
        unit = unit_of((hold.exercise for one in self._waiting() for hold in one.holds), exercises)
        self._stage.ask(questions.about_unwritten(holds, unit, problem, self._again, self._save_and_quit, self._quit))
        return False

    def _try_again(self) -> None:
        self._recorder.write_now()
        try:
            self._store.try_to_save()
        except StorageError as error:
            self._problem = str(error)

    def _waiting(self) -> tuple[SessionRecord, ...]:
        """The sessions that are on no disk, or not as they are by now."""
        return (*self._recorder.waiting, *self._store.unsaved())

    def leave(self) -> None:
        """Nobody is asked any more, and nothing waited for."""
        self._left = True
        self._recorder.leave()

    def stay(self) -> None:
        """It is asked again after all."""
        self._left = False
        self._recorder.stay()

    def _again(self) -> None:
        self._stage.close()

    def _quit(self) -> None:
        self.leave()
        self._stage.close()

    def _save_and_quit(self) -> None:
        saved = self.save_elsewhere()
        if saved is None:
            self._again()
        elif saved:
            self._quit()

    def save_elsewhere(self) -> bool | None:
        """Ask where to, and write what is on no disk there; whether it could be, nothing where nobody said where."""
        path = self._stage.ask_where_to(self.tr("Save what was held"), "hamstring-held.json", "JSON (*.json)")
        if path is None:
            return None
        waiting = self._waiting()
        try:
            with replacing(path) as out:
                write_history(waiting, out, kinds=own_kinds(self._paths))
        except OSError as error:
            self._deeds.say(not_written(path, error))
            return False
        self._store.note_saved(waiting)
        self._deeds.say(self.tr("Written: {file}").format(file=path))
        return True

    def rescue(self) -> str:
        """Put what is not on disk in a file for the next start; gives a sentence about it, or nothing.

        The file comes first, for there may be no time left; it goes again where the history takes everything.
        """
        self.put_in_file()
        self._try_again()
        return self.put_in_file()

    def put_in_file(self) -> str:
        """As `rescue`, but where it is tried elsewhere whether it can be put on record."""
        waiting, before = self._waiting(), self._file
        if not waiting:
            self._file, said = None, ""
        elif before is None or waiting != self._in_file or not before.exists():
            said = self._write(waiting)
        else:
            return self._where()
        if before is not None and before != self._file:
            before.unlink(missing_ok=True)  # of a log-out that was called off
        return said

    def _write(self, waiting: tuple[SessionRecord, ...]) -> str:
        try:
            self._file = write_rescue(waiting, self._paths, self._recorder.left)
        except StorageError as error:
            return f"what was held could not be written anywhere: {error}"
        self._in_file = waiting
        return self._where()

    def _where(self) -> str:
        problem = self._recorder.problem or self._problem
        return f"{problem}; what was held is in {self._file}, and the next start puts it in the history"


def take_in_rescued(paths: Paths, store: HistoryStore, deeds: Deeds) -> bool:
    """Put on record what an earlier run could not; whether anything was."""
    n = 0
    for file in rescued(paths):
        try:
            n += take_in(file, store)
        except StorageError as error:
            log.warning("%s", error)
            deeds.say_too(str(error))
    if n:
        said = translate(
            "unwritten", "%n session(s) that could not be written before are in your history now.", None, n
        )
        deeds.say_too(said)
    return n > 0
