"""The user's data as a whole: where it is, backing it up, restoring it, deleting it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from hamstring_gui.domain.instant import Instant
from hamstring_gui.program.deeds import Deeds
from hamstring_gui.program.stage import Stage
from hamstring_gui.storage import backup
from hamstring_gui.storage.changeover import Mended
from hamstring_gui.storage.errors import HalfDone, StorageError
from hamstring_gui.storage.paths import Paths
from hamstring_gui.ui import questions

translate = QCoreApplication.translate


class DataKeeper(QObject):
    """Does what the rows "Your data" of the Settings page ask for.

    `exchange_requested` carries what is to be done once nothing of the user's is open; it gives a sentence about it.
    """

    exchange_requested = Signal(object)

    def __init__(self, stage: Stage, paths: Paths, clock: Callable[[], Instant], deeds: Deeds) -> None:
        super().__init__(deeds)
        self._stage, self._paths, self._clock, self._deeds = stage, paths, clock, deeds

    def do(self, wish: str) -> None:
        """`folder`, `backup`, `restore` or `delete`. What goes wrong is said in the window."""
        wishes = {"folder": self._open_folder, "backup": self._back_up, "restore": self._ask_for_backup,
                  "delete": self._ask_to_delete}  # fmt: skip
        try:
            wishes[wish]()
        except StorageError as error:
            self._deeds.say(str(error))

    def _open_folder(self) -> None:
        folder = self._paths.data
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            sentence = self.tr("No program here opens folders. Your data is in {folder}.")
            self._deeds.say(sentence.format(folder=folder))

    def _back_up(self) -> None:
        name = backup.suggested_name(self._clock().wall)
        file = self._stage.ask_where_to(self.tr("Back up everything"), name, self.tr("Backups (*.zip)"))
        if file is not None:
            backup.write_backup(self._paths, file)
            self._deeds.say(backed_up(file, backup.left_out(self._paths)))

    def _ask_for_backup(self) -> None:
        """What the file holds is looked through before anybody is asked about it."""
        file = self._stage.ask_for_file(self.tr("Restore a backup"), self.tr("Backups (*.zip)"))
        if file is not None:
            with backup.unpacked(file, self._paths):
                self._stage.ask(questions.to_restore(str(file), partial(self._restore, file)))

    def _restore(self, file: Path) -> None:
        self.exchange_requested.emit(partial(restored, file, self._paths, self._clock()))

    def _ask_to_delete(self) -> None:
        self._stage.ask(questions.to_delete_everything(self._delete))

    def _delete(self) -> None:
        self.exchange_requested.emit(partial(deleted, self._paths))


def backed_up(file: Path, left_out: Sequence[Path]) -> str:
    """What is in a backup, and what isn't."""
    if not (n := len(left_out)):
        return translate("data", "Everything is backed up in {file}.").format(file=file)
    said = translate(
        "data", "Backed up in {file}. Left out: %n file(s) that Hamstring doesn't know, {example} for one.", None, n
    )
    return said.format(file=file, example=left_out[0])


def restored(file: Path, paths: Paths, now: Instant) -> str:
    """Put a backup in the place of everything, which is backed up first. Gives a sentence about what was done.

    Raises `HalfDone`.
    """
    kept = backup.free(paths.data / backup.FOLDER / f"before-{backup.suggested_name(now.wall)}")
    try:
        with backup.unpacked(file, paths) as folder:
            kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            backup.write_backup(paths, kept)
            aside = backup.put_in_place(folder, paths, kept)
    except HalfDone:
        raise
    except (StorageError, OSError) as error:
        return str(error)
    done = translate("data", "This is what {file} held. What was here before is in {kept}.")
    return " ".join(filter(None, (done.format(file=file, kept=kept), _lies_aside(aside))))


def _lies_aside(aside: Path | None) -> str:
    if aside is None:
        return ""
    return translate("data", "Files that go into no backup are in {folder}.").format(folder=aside)


def mended(found: Mended | None) -> str:
    """What became of a restore, or of deleting everything, that was interrupted."""
    if found is None:
        return ""
    if found.deleting:
        return _mended_deletion(found)
    if found.outcome == "began":
        return translate("data", "Restoring a backup was interrupted before anything was changed.")
    if found.outcome == "back":
        return translate("data", "Restoring a backup was interrupted. Everything is as it was before.")
    done = translate("data", "The backup was restored, though it was interrupted. What was here before is in {kept}.")
    return " ".join(filter(None, (done.format(kept=found.kept), _lies_aside(found.aside))))


def _mended_deletion(found: Mended) -> str:
    if found.outcome == "back":
        return translate("data", "Deleting everything was interrupted. Everything is as it was before.")
    if found.aside is None:
        return translate("data", "Everything was deleted.")
    return translate("data", "Not everything could be deleted. What is left is in {folder}.").format(folder=found.aside)


def deleted(paths: Paths) -> str:
    """Delete everything. Gives a sentence about what was done. Raises `HalfDone`."""
    try:
        backup.delete_everything(paths)
    except HalfDone:
        raise
    except StorageError as error:
        return str(error)
    return translate("data", "Everything was deleted.")
