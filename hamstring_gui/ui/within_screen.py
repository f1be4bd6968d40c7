"""A window that is never larger than its screen, and in full screen exactly as large."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMoveEvent, QScreen, QShowEvent, QWindowStateChangeEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.theme import SMALLEST_WINDOW_SIZE, USUAL_FRAME, screen_of

SETTLED_MS = 700
"""After which a desktop has put its frame round a window."""


class WithinScreen(QWidget):
    """Follows its screen, and the frame that the desktop puts round it, which is guessed until it is known."""

    def __init__(self) -> None:
        super().__init__()
        self._frame = QSize(*USUAL_FRAME)
        self._before = self.geometry()
        self._follows = False

    def screen(self) -> QScreen:
        return screen_of(self)

    def resize_within_screen(self, width: int, height: int) -> None:
        """Take a size in px, or what the screen has room for beside the window's frame. One that fills the screen is as
        large as the desktop makes it."""
        room = self.screen().availableGeometry().size() - self._frame
        self.setMinimumSize(QSize(*SMALLEST_WINDOW_SIZE).boundedTo(room))  # it wins over the screen, in full screen too
        if not (self.isFullScreen() or self.isMaximized()):
            self.resize(QSize(width, height).boundedTo(room))

    def stay_within_screen(self) -> None:
        """Be no larger than the screen as it is now, frame and all; in full screen exactly as large."""
        before = self.size()
        self.resize_within_screen(before.width(), before.height())
        if self.isFullScreen():
            self.windowHandle().setGeometry(self.screen().geometry())
        elif self.size() != before:
            self._move_into(self.screen().availableGeometry())

    def _move_into(self, room: QRect) -> None:
        around = self.frameGeometry()
        left = max(room.left(), min(around.left(), room.right() + 1 - around.width()))
        top = max(room.top(), min(around.top(), room.bottom() + 1 - around.height()))
        self.move(left, top)

    def _go_on_from(self, was_full: bool) -> None:
        """Fill the screen, or be as before that, also on a desktop that leaves it to the window."""
        if self.isFullScreen():
            self._before = self.normalGeometry()
            QTimer.singleShot(0, self, self.stay_within_screen)
        elif was_full and not self.isMaximized():
            self.setGeometry(self._with_its_frame_in_sight(self._before))
            QTimer.singleShot(SETTLED_MS, self, self._bring_its_frame_into_sight)

    def _with_its_frame_in_sight(self, place: QRect) -> QRect:
        """A window that was shown in full screen first never had a place: its frame would be above the screen."""
        room = self.screen().availableGeometry()
        if place.top() - self._frame.height() < room.top():
            place = QRect(place)
            place.moveCenter(room.center())
        return place

    def _bring_its_frame_into_sight(self) -> None:
        """A desktop that puts a frame round a window while it is placed may leave that above the screen."""
        room = self.screen().availableGeometry()
        free = not (self.isFullScreen() or self.isMaximized() or self.isMinimized())
        if free and self.isVisible() and self.frameGeometry().top() < room.top():
            self._move_into(room)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if isinstance(event, QWindowStateChangeEvent):
            self._go_on_from(bool(event.oldState() & Qt.WindowState.WindowFullScreen))

    def showEvent(self, event: QShowEvent) -> None:
        """From now on it follows as its screen becomes another one, or another size."""
        super().showEvent(event)
        if not self._follows:
            self._follows = True
            QTimer.singleShot(SETTLED_MS, self, self._bring_its_frame_into_sight)
            self.windowHandle().screenChanged.connect(self.stay_within_screen)
            application = QGuiApplication.instance()
            assert isinstance(application, QGuiApplication)
            application.screenAdded.connect(self._follow)
            for screen in application.screens():
                self._follow(screen)

    def _follow(self, screen: QScreen) -> None:
        for changed in (screen.geometryChanged, screen.availableGeometryChanged):
            changed.connect(self.stay_within_screen)

    def moveEvent(self, event: QMoveEvent) -> None:
        """The desktop put a frame round the window, or moved it."""
        super().moveEvent(event)
        handle = self.windowHandle()
        if handle is not None and not self.isFullScreen():
            margins = handle.frameMargins()
            frame = QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
            if frame != self._frame:
                self._frame = frame
                self.stay_within_screen()
