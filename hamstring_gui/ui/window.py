"""The window: the side bar, the pages, and the questions that lie over them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hamstring_gui.ui.controls.layouts import Stack, column, row
from hamstring_gui.ui.controls.notice import Notice
from hamstring_gui.ui.controls.scroll import bring_into_view
from hamstring_gui.ui.controls.sheet import Sheet, wanted_scale
from hamstring_gui.ui.sidebar import Sidebar
from hamstring_gui.ui.theme import FAR_LEAST, STRONG, WINDOW_SIZE, far_px, theme_of
from hamstring_gui.ui.within_screen import WithinScreen

if TYPE_CHECKING:
    from hamstring_gui.ui.controls.drop_place import DropPlace, Fall
    from hamstring_gui.ui.controls.overlay import Overlay
    from hamstring_gui.ui.controls.question import Asked
    from hamstring_gui.ui.controls.standing import Standing
    from hamstring_gui.ui.controls.waiting import WaitingCard
    from hamstring_gui.ui.controls.way_out import WayOut

CONTROL_Y = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)


class Window(WithinScreen):
    """Shows one page at a time. It knows none of them: they are added. It asks `may_close` before it closes,
    `told_of_drop` what to say of files that are held over it, and `why_not_there` what keeps a file from being written.

    `page_requested` carries the name of an entry of the side bar, `files_dropped` the paths of files that fell on it.
    It is `seen` unless it is minimised, or its desktop doesn't show it; `seen_changed` tells.
    """

    seen_changed = Signal(bool)
    filled = Signal(bool)
    came_back = Signal()
    page_requested = Signal(str)
    keys_requested = Signal()
    files_dropped = Signal(list)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Hamstring"))
        self.may_close: Callable[[], bool] = lambda: True
        self.told_of_drop: Callable[[list[str]], Fall] | None = None
        self.why_not_there: Callable[[Path], str] = lambda _: ""
        self._question: Overlay | None = None
        self._topic = ""
        self._focused: QWidget | None = None
        self._focused_before: QWidget | None = None
        self._was_left = False
        self.seen = self._exposed = True
        self.notice = Notice(self)
        self.sidebar = Sidebar()
        self.sidebar.chosen.connect(self.page_requested)
        self.setAcceptDrops(True)
        self._entries: dict[QWidget, str] = {}
        self._alone: set[QWidget] = set()
        self._filling: set[QWidget] = set()
        self._way_out: WayOut | None = None
        self._standing: QWidget | None = None
        self._pages = Stack()
        self._row = row(self.sidebar, (self._pages, 1), inside=self)
        self.notice.raise_()
        self.notice.placed.connect(self._make_room)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self.resize_within_screen(*WINDOW_SIZE)

    def resize_within_screen(self, width: int, height: int) -> None:
        """The side bar goes with it at once: pages need not be laid out for the wide one first."""
        super().resize_within_screen(width, height)
        self.sidebar.fit(self.width(), self.height())

    # -- pages -------------------------------------------------------------------------------------------------------
    def add_page(self, page: QWidget, entry: str, *, undo: bool, fills: bool) -> None:
        """Take a page in. One without an `entry` of the side bar fills the window; without `undo` the keys that take
        back do nothing there. One that `fills` the screen says by itself how that ends."""
        self._pages.addWidget(page)
        self._entries[page] = entry
        if not undo:
            self._alone.add(page)
        if fills:
            self._filling.add(page)

    @property
    def page(self) -> QWidget | None:
        """The page that shows."""
        return self._pages.currentWidget()

    @property
    def entry(self) -> str:
        """The side bar's name for the page that shows, or nothing."""
        page = self.page
        return self._entries[page] if page is not None else ""

    def show_page(self, page: QWidget, within: QWidget | None = None) -> None:
        """Show one of the window's pages and give it the keyboard. A session has the window to itself. What is shown
        `within` another page has that one's entry lit: it leads back there."""
        self.drop_question()
        entry = self._entries[page]
        self.sidebar.setVisible(bool(entry))
        if self._standing is not None:
            self._standing.setVisible(bool(entry))
        self.sidebar.light(self._entries[page if within is None else within])
        if page is not self.page and self.isVisible():
            self.notice.pass_by(session=not entry)
        self.notice.let_undo(page not in self._alone)
        gives_room = bool(getattr(page, "gives_room", False))
        self.notice.set_place(above=not entry, beside=self.sidebar if entry else None, given_room=gives_room)
        self._pages.setCurrentWidget(page)
        self._make_room()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_editing(self) -> None:
        """What is half typed is typed to its end, so that the page which comes knows of it."""
        typed_in = self.focusWidget()
        if typed_in is not None:
            QApplication.sendEvent(typed_in, QFocusEvent(QEvent.Type.FocusOut))

    def stand(self, sentence: str, button: str) -> Standing:
        """Have a sentence stand above the pages of the side bar from now on, with a button once there is use for it."""
        from hamstring_gui.ui.controls.standing import Standing

        standing = self._standing = Standing(sentence, button)
        self._row.removeWidget(self._pages)
        self._row.addLayout(column(standing, (self._pages, 1)), 1)
        standing.setVisible(bool(self.page is not None and self.entry))
        return standing

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_way_out(self) -> None:
        """Nobody need know a key to leave full screen."""
        shown = self.isFullScreen() and self.page not in self._filling
        if shown and self._way_out is None:
            from hamstring_gui.ui.controls.way_out import WayOut

            self._way_out = WayOut(self)
            self._way_out.clicked.connect(self.toggle_full_screen)
            self._way_out.stackUnder(self.notice)
        if self._way_out is not None:
            self._way_out.setVisible(shown)
            self._way_out.place(self.sidebar.width() if self.entry else 0, self.notice.room, far=self.far)

    def _make_room(self) -> None:
        self._row.setContentsMargins(0, self.notice.room, 0, 0)
        self._show_way_out()

    # -- questions ---------------------------------------------------------------------------------------------------
    def ask(self, question: Asked) -> None:
        """Lay a question over the page; a question that is there already makes way."""
        from hamstring_gui.ui.controls.question import Question

        self.lay_over(question.topic, Question(question, self._question_letter_px(), self, far=self.far))

    def show_waiting(self, topic: str, words: str) -> WaitingCard:
        """Lay a card over the page that says what is waited for."""
        from hamstring_gui.ui.controls.waiting import WaitingCard

        card = WaitingCard(words, self)
        self.lay_over(topic, card)
        return card

    def lay_over(self, topic: str, overlay: Overlay) -> None:
        """Lay a card of its own over the page, as a question is."""
        self.drop_question()
        self._topic = topic
        self._focused_before = self.focusWidget()
        self._pages.setEnabled(False)
        self._question = overlay
        overlay.answered.connect(self._on_answered)
        overlay.set_far(self.far)
        overlay.appear()

    @property
    def far(self) -> bool:
        """Whether the page that shows is read from the mat, and so what lies over it."""
        return bool(getattr(self.page, "far", False))

    def _question_letter_px(self) -> float:
        if self.far:
            return far_px(FAR_LEAST, self.size())
        if self.page in self._alone:
            return max(STRONG + 1, self.height() * 0.042)
        return STRONG * wanted_scale(self.width(), self.height())

    def ask_for_file(self, title: str, patterns: str, folder: Path | None = None) -> Path | None:
        """The file that was chosen in the system's dialog, or `None`."""
        from hamstring_gui.ui import file_dialogs

        return file_dialogs.ask_for_file(self, title, patterns, folder)

    def ask_for_folder(self, title: str) -> Path | None:
        """The folder that was chosen in the system's dialog, or `None`."""
        from hamstring_gui.ui import file_dialogs

        return file_dialogs.ask_for_folder(self, title)

    def ask_where_to(self, title: str, suggested: str, patterns: str) -> Path | None:
        """The file to write, as it was chosen in the system's dialog, or `None`; also where it can't be that one."""
        from hamstring_gui.ui import file_dialogs

        path = file_dialogs.ask_where_to(self, title, suggested, patterns)
        if path is None or not (why_not := self.why_not_there(path)):
            return path
        self.notice.show_notice(why_not)
        return None

    @property
    def asking(self) -> str:
        """The topic of the question that stands, or nothing."""
        return self._topic if self._question is not None else ""

    def answer(self, key: int) -> bool:
        """Give the answer that a key stands for, if there is a question that has one; whether it was given."""
        give = getattr(self._question, "answer", None)
        return bool(give is not None and give(key))

    def drop_question(self) -> None:
        if self._question is not None:
            self._question.close_question()
            self._on_answered()

    def _on_answered(self) -> None:
        """The keyboard is again where it was before; the page doesn't move for that."""
        self._question = None
        self._pages.setEnabled(True)
        before, self._focused_before = self._focused_before, None
        if before is None or not (isValid(before) and before.isVisible() and before.isEnabled()):
            before = self.page
        if before is not None:
            self._focused = before
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus_changed(self, _before: QWidget | None, focused: QWidget | None) -> None:
        """What gets the keyboard can be seen; it may be out of sight when it has it again because the window has. Not
        while a mouse button goes down: it would come up beside it."""
        if focused is None or focused is self._focused or not self.isAncestorOf(focused):
            return
        self._focused = focused
        if not QApplication.mouseButtons():
            bring_into_view(focused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.toggle_full_screen()
        elif event.key() == Qt.Key.Key_F1:
            self.keys_requested.emit()
        elif event.key() == Qt.Key.Key_Q and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.close()
        elif not (self._takes_back(event) or self._chooses_page(event) or self._scrolls(event)):
            super().keyPressEvent(event)

    def _takes_back(self, event: QKeyEvent) -> bool:
        """Undo and redo on every page but a session, and under no question; whether the key was one of them."""
        from PySide6.QtGui import QKeySequence  # whose enums only a key needs

        undo = event.matches(QKeySequence.StandardKey.Undo)
        redo = event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() == CONTROL_Y
        if not (undo or redo) or self.asking or self.page in self._alone:
            return undo or redo
        (self.undo_requested if undo else self.redo_requested).emit()
        return True

    def _chooses_page(self, event: QKeyEvent) -> bool:
        """Ctrl and a digit show a page of the side bar, where that stands and no question; whether the key was one."""
        number = event.key() - Qt.Key.Key_1
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held != Qt.KeyboardModifier.ControlModifier or not 0 <= number < len(self.sidebar.entries):
            return False
        if self.entry and not self.asking:
            self.page_requested.emit(self.sidebar.entries[number])
        return True

    def _scrolls(self, event: QKeyEvent) -> bool:
        """Page Up, Page Down, Home and End move a page that nothing on it wanted them for; whether they did."""
        sheet = next((sheet for sheet in self._pages.findChildren(Sheet) if sheet.isVisible()), None)
        return sheet is not None and not self.asking and sheet.scroll_by_key(event.key())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.fit(self.width(), self.height())
        self._lay_what_lies_over()

    def _lay_what_lies_over(self) -> None:
        self.notice.place()
        self._show_way_out()
        if self._question is not None:
            self._question.set_far(self.far)
            self._question.setGeometry(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.filled.emit(self.isFullScreen())
            self._lay_what_lies_over()
            self._look_whether_seen()
        elif event.type() == QEvent.Type.ActivationChange:
            if self._was_left and self.isActiveWindow():
                self.came_back.emit()
            self._was_left = not self.isActiveWindow()

    def heed_exposure(self) -> None:
        """Take note from now on of a desktop that doesn't show it, as while another work space is there."""
        self.windowHandle().installEventFilter(self)
        self._look_whether_exposed()

    def tell_whether_seen(self, hear: Callable[[bool], None]) -> None:
        """Now, and whenever that changes."""
        self.seen_changed.connect(hear)
        hear(self.seen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            self._look_whether_exposed()
        return False

    def _look_whether_exposed(self) -> None:
        self._exposed = self.windowHandle().isExposed()
        self._look_whether_seen()

    def _look_whether_seen(self) -> None:
        seen = self._exposed and not self.isMinimized()
        if seen != self.seen:
            self.seen = seen
            self.seen_changed.emit(seen)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files that are held over the window see where they may fall, and what for."""
        if names := self._dropped(event):
            event.acceptProposedAction()
            if self.told_of_drop is not None:
                self._drop_place.show_fall(self.told_of_drop(names), self._pages.geometry())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_place.hide()

    @cached_property
    def _drop_place(self) -> DropPlace:
        from hamstring_gui.ui.controls.drop_place import DropPlace

        return DropPlace(self)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._drop_place.hide()
        self.files_dropped.emit(self._dropped(event))

    def _dropped(self, event: QDropEvent) -> list[str]:
        """The paths of files that are dropped; none while a question stands, or a page that fills the window."""
        if self.asking or self.sidebar.isHidden():
            return []
        return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]

    def come_to_front(self) -> None:
        """Show it before all others, as far as the desktop lets a program do that."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            event.accept()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme_of(self.palette()).paper)
