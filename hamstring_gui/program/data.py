"""The user's data as a whole: where it is, backing it up, restoring it, deleting it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from hamstring_gui.domain.instant import Instant
from hamstring_gui.domain.values import dataclass
from hamstring_gui.program.deeds import Deed, Deeds
from hamstring_gui.program.report import Reporter
from hamstring_gui.program.stage import Stage
from hamstring_gui.program.waiting import waiting
from hamstring_gui.storage import automatic, backup, restoring
from hamstring_gui.storage.changeover import Mended
from hamstring_gui.storage.errors import HalfDone, StorageError, is_damage
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.pulse import Pulse, beside, no_pulse
from hamstring_gui.storage.replacing import is_history
from hamstring_gui.storage.sharing import load_sharing
from hamstring_gui.ui import dates, questions

if TYPE_CHECKING:
    from hamstring_gui.ui.settings.page import SettingsPage

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Back:
    """The backup that takes a restore back; or one that was `taken_back`, forth again."""

    file: Path
    taken_back: bool


class DataKeeper(QObject):
    """Does what the rows "Your data" of the Settings page ask for.

    `exchange_requested` carries what is to be done once nothing of the user's is open; it gives a sentence about it.
    `damage_met` says that the history can't be backed up because it is damaged.
    `back` is how a restore is taken back, once it is done: that is for the window which opens then (`take_up`).
    """

    exchange_requested = Signal(object)
    damage_met = Signal()

    def __init__(self, stage: Stage, paths: Paths, clock: Callable[[], Instant], deeds: Deeds) -> None:
        super().__init__(deeds)
        self._stage, self._paths, self._clock, self._deeds = stage, paths, clock, deeds
        self.back: Back | None = None
        self._reporter = Reporter(paths, deeds)

    def do(self, wish: str) -> None:
        """`folder`, `backup`, `backups`, `restore`, `delete` or `report`. What goes wrong is said in the window."""
        wishes = {
            "folder": self._open_folder, "backup": self._back_up, "backups": self._open_backups,
            "restore": self._ask_for_backup, "delete": self._ask_to_delete, "report": self._reporter.copy,
        }  # fmt: skip
        try:
            wishes[wish]()
        except StorageError as error:
            self._deeds.say(str(error))
            if wish == "backup" and is_damage(error):
                self.damage_met.emit()

    def end(self) -> None:
        """Let go of a report that is on its way."""
        self._reporter.stop()

    def show_backups(self, page: SettingsPage) -> None:
        """Show where backups are that are made by themselves, and when the last one was made."""
        last = automatic.made(self._paths.backups)
        page.show_backups(str(self._paths.backups), dates.when(last[0].at, self._clock().wall) if last else "")

    def _open_folder(self) -> None:
        self._open(self._paths.data)

    def _open_backups(self) -> None:
        if self._paths.backups.is_dir():
            self._open(self._paths.backups)
        else:
            sentence = self.tr("There are no backups yet. They will be in {folder}.")
            self._deeds.say(sentence.format(folder=self._paths.backups))

    def _open(self, folder: Path) -> None:
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
        kinds = self.tr("Backups (*.zip *.sqlite3)")
        file = self._stage.ask_for_file(self.tr("Restore a backup"), kinds, self._paths.backups)
        if file is not None:
            found, mark = self._looked_at(file)
            now = restoring.here(self._paths)
            self._stage.ask(
                questions.to_restore(
                    str(file), partial(self._restore, file, mark), counted(found, now),
                    only_history=is_history(file), shared=self._shares,
                )
            )  # fmt: skip

    def _looked_at(self, file: Path) -> tuple[restoring.Contents, str]:
        """What a backup holds, and its mark: while there is no window, all of it is not looked through again."""

        def look(heed: Pulse) -> tuple[restoring.Contents, str]:
            mark = restoring.mark_of(file, self._paths)
            return restoring.look(file, self._paths, partial(_take_in, pulse=heed), heed), mark

        with waiting(self._stage, self.tr("Looking at {file} …").format(file=file.name)) as pulse:
            return beside(look, pulse)

    def _restore(self, file: Path, mark: str, taken_back: bool = False) -> None:
        self.exchange_requested.emit(partial(self._exchange, file, mark, taken_back))

    def _exchange(self, file: Path, mark: str, taken_back: bool) -> str:
        def keep(before: Path) -> None:
            self.back = Back(before, taken_back)

        return restored(file, self._paths, self._clock(), keep, taken_back=taken_back, looked_at=mark)

    def take_up(self, back: Back, said: str) -> None:
        """Say what was restored before this window opened, and have it in the line of deeds."""
        go = partial(self._go, back)
        self._deeds.take_up(Deed(self.tr("Restoring a backup"), go, go), said, taken_back=back.taken_back)

    def _go(self, back: Back) -> None:
        """What can't be restored any more stays where it is in the line, and is said."""
        _, mark = self._looked_at(back.file)
        self._restore(back.file, mark, not back.taken_back)

    def _ask_to_delete(self) -> None:
        self._stage.ask(questions.to_delete_everything(self._delete, shared=self._shares))

    @property
    def _shares(self) -> bool:
        return load_sharing(self._paths).is_on

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


def counted(found: restoring.Contents, now: restoring.Contents) -> str:
    """How much a backup holds, and how much there is here."""
    if found.sessions is None or now.sessions is None:
        return ""
    holds, here = found.sessions, now.sessions
    return " ".join(
        (translate("data", "It holds %n session(s).", None, holds), translate("data", "Here are %n now.", None, here))
    )


def _take_in(picture: Path, pulse: Pulse = no_pulse) -> object:
    from hamstring_gui.program.foreign import picture_of

    return picture_of(picture, pulse)


def _nothing(_: Path) -> None:
    """Nobody takes it back."""


def restored(
    file: Path, paths: Paths, now: Instant, keep: Callable[[Path], object] = _nothing, *,
    taken_back: bool = False, looked_at: str = "",
) -> str:  # fmt: skip
    """Put a backup in the place of everything, which is backed up first; `keep` hears of what takes that back. Gives a
    sentence about what was done. `looked_at` is the mark of what was looked through before.

    Raises `HalfDone`.
    """
    try:
        done = restoring.restore(file, paths, now.wall, _take_in, looked_at=looked_at)
    except HalfDone:
        raise
    except StorageError as error:
        return str(error)
    if done.whole:
        keep(done.before)
    if taken_back:
        said = translate("data", "All is as it was before the restore. What was restored is in {kept}.")
    else:
        said = translate("data", "This is what {file} held. What was here before is in {kept}.")
    return " ".join(filter(None, (said.format(file=file, kept=done.before), _lies_aside(done.aside))))


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
    if found.anew:
        return _begun_anew(found)
    if found.outcome == "began":
        return translate("data", "Restoring a backup was interrupted before anything was changed.")
    if found.outcome == "back":
        return translate("data", "Restoring a backup was interrupted. Everything is as it was before.")
    done = translate("data", "The backup was restored, though it was interrupted. What was here before is in {kept}.")
    return " ".join(filter(None, (done.format(kept=found.kept), _lies_aside(found.aside))))


def _begun_anew(found: Mended) -> str:
    if found.outcome == "back":
        return translate("data", "Keeping your history aside was interrupted. Everything is as it was before.")
    done = translate("data", "A new history was begun, though that was interrupted. The one before is in {folder}.")
    return done.format(folder=found.aside)


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
