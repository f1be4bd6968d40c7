"""The session page: picture, step, countdown, and the controls with their keys; close by and from two metres."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.guidance import Shown, counted, pace_s, shown_at, told
from hamstring_gui.domain.moment import Command, Moment
from hamstring_gui.domain.values import replace
from hamstring_gui.ui import moment_words, wording
from hamstring_gui.ui.controls.announce import announce
from hamstring_gui.ui.controls.buttons import IconButton
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.controls.fitted import Chip, CountChip, Digits, FittedText
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.durations import on_a_clock
from hamstring_gui.ui.session.arranging import ArrangedPage
from hamstring_gui.ui.session.caption import Caption
from hamstring_gui.ui.session.commands import BY_KEY, BY_WISH, Wish
from hamstring_gui.ui.session.control_bar import ControlBar
from hamstring_gui.ui.session.countdown import ProgressStrip, Ring, SetDots
from hamstring_gui.ui.session.low_line import LowLine
from hamstring_gui.ui.theme import CARD_RADIUS, theme_of

VEIL_AFTER_MS = 3000
SAID_MS = 6000
"""Long enough to be read from the mat."""
Modifier = Qt.KeyboardModifier


class SessionPage(ArrangedPage):
    """Shows a `Moment`; says what the user wishes. It keeps no time of its own.

    `command_requested` carries a `Command`; what isn't the session's own affair has signals of its own.
    """

    command_requested = Signal(str)
    end_requested = Signal()
    mute_requested = Signal()
    breathing_words_requested = Signal()
    full_screen_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._exercises: Mapping[str, Exercise] = {}
        self._moment: Moment | None = None
        self._told = self._counted = ()  # type: tuple[object, ...]
        self._veiled = self._still = self._silent = self._muted = False
        self._seen = True
        self._said = ""
        self.setAccessibleName(self.tr("Session"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self._make_widgets()
        self._said_timer = QTimer(self, singleShot=True, interval=SAID_MS)
        self._said_timer.timeout.connect(partial(self.say, ""))
        self._veil_timer = QTimer(self, singleShot=True, interval=VEIL_AFTER_MS)
        self._veil_timer.timeout.connect(partial(self._veil, True))

    def _make_widgets(self) -> None:
        self.strip = ProgressStrip(self)
        self.line = LowLine(self)
        self.exercise, self.breath, self.next = self.line.exercise, self.line.breath, self.line.next
        self.time_left = FittedText("time_left", quiet=True, tabular=True, parent=self)
        self.time_left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.mute = self._icon_button("mute", "sound")
        self.full_screen = self._icon_button("full_screen", "full-screen")
        self.figure = FigureView(self)
        self.side = Chip("side", parent=self)
        self.step = FittedText("step", parent=self)
        self.phase = FittedText("phase", 700, parent=self)
        self.ring = Ring(self)
        self.countdown = Digits("countdown", parent=self)
        self.prompt = FittedText("prompt", 700, parent=self)
        for wrapping in (self.step, self.prompt):
            wrapping.setWordWrap(True)
        self.prompt.show_text(self.tr("Press Space when you are ready"))
        self.dots = SetDots(self)
        self.set = Text(size=20, weight=600, name="set", parent=self)
        self.count = CountChip("set_count", 700, tabular=True, parent=self)
        self.caption = Caption(self)
        self.controls = ControlBar(self)
        self.controls.wished.connect(self.wish)
        for child in self.findChildren(QWidget):
            child.setMouseTracking(True)

    def _icon_button(self, wish: Wish, icon: str) -> IconButton:
        command = BY_WISH[wish]
        button = IconButton(command.words(), icon, command.cap(), self)
        button.clicked.connect(lambda: self.wish(wish))
        return button

    # -- showing -----------------------------------------------------------------------------------------------------
    def show_exercises(self, exercises: Mapping[str, Exercise]) -> None:
        """The exercises that the moments to come may be about."""
        self._exercises, self._moment, self._told = exercises, None, ()

    def show_moment(self, moment: Moment) -> None:
        """Show a session as it is at one instant, if anybody can see it; safe to call as often as one likes."""
        self._moment = moment
        if not self._seen:
            return
        picture, before = self._show_picture(moment), self._told
        self._told = told(moment), picture.step, picture.other_side, self.palette().cacheKey()
        self._counted = counted(moment), picture.step, picture.other_side
        if self._told != before:
            self._show_words(moment, self._exercises[moment.phase.exercise], picture)
        self.strip.show_phases(moment.phases, moment.shares_done())

    def show_movement(self, moment: Moment) -> float:
        """Show what moves, and no more unless a count goes on; gives the seconds until it has moved on."""
        picture = self._show_picture(moment)
        if (counted(moment), picture.step, picture.other_side) != self._counted:
            self.show_moment(moment)
        return pace_s(picture)

    def _show_picture(self, moment: Moment) -> Shown:
        exercise, left = self._exercises[moment.phase.exercise], moment.phase.side == "left"
        picture = self._picture(moment, exercise)
        self.figure.show_figure(exercise, picture, mirrored=left != picture.other_side)
        self.ring.show_share(moment.share_left, moment.kind, moment.stands)
        return picture

    def _show_anew(self) -> None:
        self._told = ()
        if self._moment is not None:
            self.show_moment(self._moment)

    def _show_words(self, moment: Moment, exercise: Exercise, picture: Shown) -> None:
        """Show what doesn't change from one instant to the next."""
        phase = moment.phase
        self.side.show_text(moment_words.leg(phase, picture))
        self._show_line(moment, wording.of_file(exercise.name))
        self.step.show_text(self._said or moment_words.step_text(moment, exercise, picture.step))
        self.caption.set_beside(self.step.text(), self.side.text(), self.side.geometry())
        self.phase.show_text(moment_words.phase_word(moment))
        self.time_left.show_text(moment_words.time_left(moment))
        self.set.show_text(moment_words.set_of(phase))
        self.count.show_text(moment_words.set_counted(phase))
        self._show_countdown(moment)
        self.dots.show_sets(moment.sets_done(), moment_words.set_number(phase), moment.kind == "hold")
        self.controls.show_moment(moment)
        self._arrange_what_changed()

    def _picture(self, moment: Moment, exercise: Exercise) -> Shown:
        picture = shown_at(exercise, moment)
        return replace(picture, start=picture.end, progress=1.0, breath=0.0, slow=False) if self._still else picture

    def _show_line(self, moment: Moment, name: str) -> None:
        following = moment_words.next_up(moment, self._exercises)
        if self._distance and moment.state == "paused":
            following = self.tr("Space goes on")
        elif self._distance and self._silent and moment_words.waits_for_tones(moment, self._exercises):
            following = self.tr("No sound: watch the countdown")
        self.line.show_moment(moment, name, following, self._places)

    def show_breathing_words(self, wanted: bool) -> None:
        self.line.show_breathing_words(wanted, self._moment)

    def show_caption(self, sentence: str) -> None:
        """Show what is said, in words, or nothing any more."""
        self.caption.show_sentence(sentence)

    def _show_countdown(self, moment: Moment) -> None:
        count = moment.countdown
        self.countdown.setVisible(count is not None)
        self.prompt.setVisible(count is None)
        if count is not None:
            self.countdown.show_text(str(count) if moment.counts_reps else on_a_clock(count))
        colour = theme_of(self.palette()).phase(moment.kind, far=self._distance)
        self.phase.set_colour(None if moment.stands else colour)
        self._make_room_for(moment, self._exercises)

    def say(self, sentence: str) -> None:
        """Say something for a while where the step stands: in letters that can be read from the mat."""
        self._said = sentence
        if sentence:
            self._said_timer.start()
            announce(self, sentence)
        self._show_anew()

    def say_dark(self) -> None:
        self.say(self.tr("The screen may go dark: nothing here keeps it lit while you stretch."))

    def show_muted(self, muted: bool) -> None:
        self._muted = muted
        self._show_sound()

    def show_no_sound(self, silent: bool = True) -> None:
        """Nobody should wait on the mat for a tone that can't come."""
        self._silent, self._told = silent, ()
        self._show_sound()

    def _show_sound(self) -> None:
        if self._silent:
            words, icon = self.tr("No sound on this computer"), "muted"
        else:
            words, icon = (self.tr("Unmute"), "muted") if self._muted else (BY_WISH["mute"].words(), "sound")
        self.mute.show_icon(words, icon)
        self.mute.setEnabled(not self._silent)
        self.controls.show_sound(self.tr("No sound") if self._silent else words, possible=not self._silent)

    def set_distance_view(self, distance: bool) -> None:
        if distance != self._distance:
            self._distance = distance
            self._veil(distance)
            self._arrange()
            self._show_anew()

    @property
    def far(self) -> bool:
        """Whether it is laid out to be read from the mat."""
        return self._distance

    def set_still(self, still: bool) -> None:
        """Reduced motion: the figure shows end poses only."""
        self._still = still

    def set_seen(self, seen: bool) -> None:
        """Whether anybody can see it."""
        self._seen = seen
        self._show_anew()

    # -- painting ----------------------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.paper)
        if event.region().intersects(self._places.card):
            paint_panel(painter, QRectF(self._places.card), theme.card, theme.line, CARD_RADIUS)
        # nothing beneath it is painted with it, but for the first time, which others wait for
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # -- hands -------------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = BY_KEY.get(Qt.Key(event.key()))
        if event.modifiers() & (Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier):
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            event.accept()
        elif command is not None:
            self.wish(command.wish)
        else:
            super().keyPressEvent(event)

    def wish(self, wish: Wish) -> None:
        match wish:
            case "end":
                self.end_requested.emit()
            case "mute":
                self.mute_requested.emit()
            case "breathing_words":
                self.breathing_words_requested.emit()
            case "full_screen":
                self.full_screen_requested.emit()
            case _:
                self._command(wish)

    def _command(self, command: Command) -> None:
        self.command_requested.emit(command)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the picture or the digits is as good as Space: for a mouse, and a clicker that is one."""
        super().mousePressEvent(event)
        at, over = event.position().toPoint(), (self.figure, self.ring, self.countdown, self.prompt)
        on_controls = not self._veiled and self.controls.geometry().contains(at)
        if self._distance:
            self._unveil()
        on_picture = any(part.geometry().contains(at) for part in over if part.isVisible())
        if event.button() == Qt.MouseButton.LeftButton and on_picture and not on_controls:
            self.wish("toggle")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._distance:
            self._unveil()

    def _unveil(self) -> None:
        self._veil(False)
        self._veil_timer.start()

    def _veil(self, veiled: bool) -> None:
        veiled = self._veiled = veiled and self._distance
        self.controls.set_veiled(veiled, backed=self._distance)
        self.setCursor(Qt.CursorShape.BlankCursor if veiled else Qt.CursorShape.ArrowCursor)
