"""Sharing the history with other devices through a folder: when it is done, and what is said of it.

The folder is asked by a process of its own (`share --for-window`), so that one that never answers stops nobody.
"""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from hamstring_gui.desktop.errand import Errand
from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.program.records import Records
from hamstring_gui.program.stage import Late, Stage
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.sharing import load_sharing, share_through, stop_sharing, synced_by_itself
from hamstring_gui.ui import dates
from hamstring_gui.ui.wording import enumerated

if TYPE_CHECKING:
    from hamstring_gui.ui.settings.page import SettingsPage

log = logging.getLogger(__name__)

SOON_MS, OFTEN_S = 4_000, 180.0
A_MOMENT_S = 1.0
"""A timer may be so much too early."""
AGAIN_S = 10.0
"""Who comes back to the window sooner than this after the last time has missed nothing."""
MOST_SECONDS = 45.0
UNKNOWN = (-1, -1)
"""The state of a history of which nothing was shared yet."""


@dataclass(frozen=True, slots=True)
class _Last:
    """What came of it the last time."""

    devices: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()
    fault: str = ""
    read_at: datetime | None = None


class DeviceKeeper(QObject):
    """Shares the history, if it is to be shared, and shows that in the settings: soon after something was written into
    the history's file, whoever did it, and every few minutes. While the program is `busy`, as with a session, it waits
    until it is told to `look_soon`. `told` carries a sentence for the notice, and whether it passes by itself."""

    told = Signal(str, bool)

    def __init__(
        self, stage: Stage, late_page: Late[SettingsPage], paths: Paths, records: Records, busy: Callable[[], bool]
    ) -> None:
        super().__init__(records)
        self._stage, self._late_page, self._paths = stage, late_page, paths
        self._records, self._busy = records, busy
        self._folder, self._last, self._news = "", _Last(), 0
        self._told_newer: frozenset[str] = frozenset()
        self._shared = self._begun = UNKNOWN
        self._may_lack_some = False
        self._begun_s = -math.inf
        self._errand = Errand(MOST_SECONDS, self)
        self._errand.done.connect(self._on_done)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._look_whether_it_is_time)
        self._often = QTimer(self, interval=round(1000 * (OFTEN_S + A_MOMENT_S)))
        self._often.timeout.connect(self._look_whether_it_is_time)
        self._written = QFileSystemWatcher(self)
        self._written.fileChanged.connect(self.look_soon)
        late_page.when_made(self._on_page_made)

    # -- when --------------------------------------------------------------------------------------------------------
    def begin(self) -> None:
        """Share as it is set, from now on."""
        try:
            sharing = load_sharing(self._paths)
        except StorageError as error:
            self.told.emit(str(error), False)
            return
        self._folder = sharing.folder
        if sharing.is_on:
            read_at = _instant(sharing.read_at)
            self._last = replace(self._last, read_at=read_at)
            self.look()
        self._show()

    def look_soon(self) -> None:
        """Look in a moment, if it is to be shared and nothing keeps it from that."""
        if self._folder and not (self._busy() or self._soon.isActive()):
            self._soon.start()

    def _look_whether_it_is_time(self) -> None:
        """After something was changed here, whoever changed it, and every few minutes; what failed is tried again."""
        if self._busy() or self._errand.is_running:
            return
        self._say_news()
        self._watch()
        if (self._is_changed and not self._last.fault) or self._since_s >= OFTEN_S:
            self.look()

    def _watch(self) -> None:
        """Both files may be others by now, or have come since. Of one that was replaced while the store has it open, Qt
        watches the old one on until it is told to forget it."""
        self._watch_nothing()
        database = self._paths.database
        self._written.addPaths([str(database), f"{database}-wal"])

    def _watch_nothing(self) -> None:
        if files := self._written.files():
            self._written.removePaths(files)

    def look_again(self) -> None:
        """Somebody comes back to the window."""
        if self._since_s >= AGAIN_S:
            self.look()

    def look(self) -> None:
        """Bring the history and the folder together, unless that can't be now."""
        if self._folder and not (self._busy() or self._errand.is_running):
            self._watch()
            self._often.start()
            self._begun_s, self._begun = self._records.days.clock().mono, self._state
            to_find = self._is_changed or self._may_lack_some
            self._errand.start(self._command("all" if to_find else "folder"))

    @property
    def _since_s(self) -> float:
        return self._records.days.clock().mono - self._begun_s

    @property
    def _is_changed(self) -> bool:
        """By this window, or by another program: an import in a terminal."""
        return self._state != self._shared

    @property
    def _state(self) -> tuple[int, int]:
        """Of the history: the first number is another one once another program has changed it, the second once this one
        has."""
        try:
            return self._records.store.state()
        except StorageError:
            return UNKNOWN

    def _note_shared(self) -> None:
        """What is there was shared, but for what this window changed meanwhile. Another program may have, too: whether
        that was the errand alone isn't known, so that the next one looks."""
        others, _ = self._state
        self._may_lack_some = others != self._begun[0]
        self._shared = others, self._begun[1]

    def _command(self, what: str) -> list[str]:
        return ["share", "--for-window", what, "--data-dir", str(self._paths.data)]

    def _on_done(self, printed: bytes) -> None:
        try:
            told: dict[str, Any] = json.loads(printed)
            last = _Last(tuple(told["devices"]), tuple(told["newer"]), told["fault"], self._records.days.now)
            new, changed, ids = int(told["new"]), int(told["changed"]), list(told["ids"])
        except (ValueError, KeyError, TypeError):
            fault = self.tr("The folder doesn’t answer; it is tried again.")
            self._last = replace(self._last, fault=fault)
            self._show()
            return
        if last.fault and not last.devices:
            last = replace(self._last, fault=last.fault)  # it wasn't read
        else:
            self._note_shared()
        self._last, self._news = last, self._news + new
        if new or changed:
            self._heed(ids)
        self._show()
        self._say_news()
        self.look_soon()  # something may have been written meanwhile

    def _heed(self, ids: list[str]) -> None:
        try:
            self._records.heed(ids)
        except StorageError as error:
            log.warning("%s", error)

    def end(self) -> None:
        """The program ends: what was not shared yet is, by a process that stays a moment longer."""
        if self._folder and not self._busy() and (self._errand.is_running or self._is_changed):
            self.close()
            self._errand.leave_behind(self._command("all"))
        self.close()

    def close(self) -> None:
        """Share no more, until it is begun again."""
        self._folder = ""
        self._soon.stop()
        self._often.stop()
        self._watch_nothing()
        self._errand.close()

    # -- what is said ------------------------------------------------------------------------------------------------
    def _say_news(self) -> None:
        """Once, and not over a session."""
        if self._busy():
            return
        newer = frozenset(self._last.newer) - self._told_newer
        n, self._news, self._told_newer = self._news, 0, self._told_newer | newer
        if n and len(self._last.devices) > 1:
            self.told.emit(self.tr("%n session(s) from your other devices.", None, n), True)
        elif n:
            self.told.emit(self.tr("%n session(s) from your other device.", None, n), True)
        if newer:
            self.told.emit(self._of_newer(sorted(newer)[0]), True)

    def _of_newer(self, device: str) -> str:
        said = self.tr("{device} has a newer Hamstring. What this one doesn’t know yet waits until it is updated.")
        return said.format(device=device)

    def _on_page_made(self, page: SettingsPage) -> None:
        if (place := synced_by_itself(self._paths.data)) is not None:
            said = self.tr("{folder} is synced by another program, which can damage your history. Sharing it doesn’t.")
            page.show_synced_by_itself(said.format(folder=place))
        page.setting_changed.connect(self._on_setting_changed)
        self._show()

    def _on_setting_changed(self, field: str, value: object) -> None:
        if field == "shared":
            self.choose(bool(value))

    def _show(self) -> None:
        if (page := self._late_page.made) is not None:
            page.show_sharing(self._folder, self._sentence() if self._folder else "")

    def _sentence(self) -> str:
        """Which devices are there, when they were read last, and what is wrong."""
        last, sentences = self._last, []
        if last.devices:
            sentences.append(self.tr("With {devices}.").format(devices=enumerated(last.devices)))
        elif last.read_at is not None and not last.fault:
            sentences.append(self.tr("No other device is there yet."))
        if last.read_at is None:
            sentences.append(self.tr("Not read yet."))
        else:
            sentences.append(
                self.tr("Last read: {instant}.").format(instant=dates.when(last.read_at, self._records.days.now))
            )
        sentences += map(self._of_newer, last.newer[:1])
        if last.fault:
            sentences.append(last.fault)
        return " ".join(sentences)

    # -- choosing ----------------------------------------------------------------------------------------------------
    def choose(self, shared: bool) -> None:
        """Begin to share, through a folder that is asked for, or stop."""
        try:
            if shared:
                self._choose_folder()
            elif self._folder:
                folder = self._folder
                self.close()
                stop_sharing(self._paths)
                self.told.emit(
                    self.tr("No longer shared. What is in {folder} stays there.").format(folder=folder), False
                )
        except StorageError as error:
            self.told.emit(str(error), False)
        self._show()

    def _choose_folder(self) -> None:
        folder = self._stage.ask_for_folder(self.tr("Share my history through this folder"))
        if folder is not None:
            share_through(self._paths, folder)
            self._last, self._shared = _Last(), UNKNOWN
            self.begin()


def _instant(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone()
    except ValueError:
        return None
