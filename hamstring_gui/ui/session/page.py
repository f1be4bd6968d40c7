"""The session page: picture, step, countdown, and the controls with their keys; close by and from two metres."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.guidance import Shown, counted, pace_s, shown_at, told
from hamstring_gui.domain.moment import Command, Moment
from hamstring_gui.domain.routine import Phases
from hamstring_gui.domain.values import replace
from hamstring_gui.figure.picture import shape_of
from hamstring_gui.ui import moment_words, wording
from hamstring_gui.ui.controls.announce import announce
from hamstring_gui.ui.controls.buttons import IconButton
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.controls.fitted import Chip, CountChip, Digits, FittedText
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.durations import on_a_clock
from hamstring_gui.ui.session.caption import Caption
from hamstring_gui.ui.session.commands import BY_KEY, BY_WISH, Wish
from hamstring_gui.ui.session.control_bar import ControlBar
from hamstring_gui.ui.session.countdown import ProgressStrip, Ring, SetDots
from hamstring_gui.ui.session.far_row import DOTS_HEIGHT, far_row
from hamstring_gui.ui.session.layout import close_view, distance_view
from hamstring_gui.ui.session.low_line import LowLine
from hamstring_gui.ui.theme import CARD_RADIUS, LEAST_LETTER, letters, theme_of

VEIL_AFTER_MS = 3000
SAID_MS = 6000
"""Long enough to be read from the mat."""
Modifier = Qt.KeyboardModifier


class SessionPage(QWidget):
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
        self._distance = self._veiled = self._still = self._silent = self._muted = False
        self._seen = True
        self._characters, self._shape, self._narrowest = 2, 1.5, 1.5
        self._shaped: Phases = ()
        self._arranged: tuple[tuple[str, ...], int, int] | None = None
        self._said = ""
        self._places = close_view(self.width(), self.height())
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
        self._make_room_for(moment)

    def _make_room_for(self, moment: Moment) -> None:
        """More digits than two need a wider place, from the start of their phase to its end. The narrowest picture of
        the session says where leg, phase, sets and digits are all the time: nobody looks for them on the mat."""
        if self._distance and moment.phases is not self._shaped:
            self._shaped = moment.phases
            names = {phase.exercise for phase in moment.phases}
            self._narrowest = min(shape_of(self._exercises[name]) for name in names)
        needs = moment_words.longest_count(moment), self._narrowest
        if needs != (self._characters, self._shape):
            self._characters, self._shape = needs
            self._arrange()

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

    # -- arranging ---------------------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        view = partial(distance_view, shape=self._shape) if self._distance else close_view
        places = view(width, height, min(3, self._characters))
        self._places, size = places, places.letters
        self._arranged = None
        self.ring.set_as_bar(self._distance)
        self.strip.setGeometry(places.strip)
        self.figure.setGeometry(places.figure)
        self.figure.set_ground("paper" if places.card.isEmpty() else "card")
        self.step.setGeometry(places.step)
        self.step.set_sizes(size.step_least, size.step)
        self.phase.setGeometry(places.phase)
        self.phase.set_sizes(size.phase * (0.8 if self._distance else 0.62), size.phase)
        self.ring.setGeometry(places.ring)
        aside = round(places.ring.width() * 0.03) if self._characters > 3 and not self._distance else 0
        self.countdown.setGeometry(places.digits.adjusted(aside, 0, -aside, 0))
        self.countdown.set_sizes(size.digits * 0.4, size.digits)
        inset = round(places.digits.width() * (0.0 if self._distance else 0.12))
        self.prompt.setGeometry(places.digits.adjusted(inset, 0, -inset, 0))
        self.prompt.set_sizes(size.set if self._distance else size.phase * 0.33, size.phase)
        self.set.setFont(letters(size.set, 600))
        self.time_left.set_sizes(LEAST_LETTER, size.time_left)
        for widget in (self.strip, self.time_left, self.set):
            widget.setVisible(not self._distance)
        if not self._distance:
            self.count.hide()
            self.dots.show()
        self.side.set_bare(self._distance)
        self._arrange_header()
        self.line.arrange(places, far=self._distance)
        self.caption.arrange(places, far=self._distance)
        self._arrange_what_changed()
        self.controls.arrange(places.controls, size.control, places.primary_height, places.control_height)
        self.controls.raise_()
        self.update()

    def _arrange_header(self) -> None:
        header = self._places.header
        size = min(self._places.letters.control, header.height() / IconButton.heights[0])
        right = header.right() + 1
        for button in (self.full_screen, self.mute):
            button.setVisible(not self._distance)
            button.set_letter_px(size)
            hint = button.sizeHint()
            right -= hint.width()
            button.setGeometry(right, header.center().y() - hint.height() // 2 + 1, hint.width(), hint.height())
            right -= 8
        title = self._places.title
        if not title.isEmpty():
            self.time_left.setGeometry(header.left(), header.top(), right - header.left(), header.height())
            self.exercise.setGeometry(title)
            return
        room = round(header.width() * 0.3)
        self.time_left.setGeometry(right - room - 8, header.top(), room, header.height())
        self.exercise.setGeometry(header.left(), header.top(), right - room - 16 - header.left(), header.height())

    def _arrange_far_row(self) -> None:
        places, words = self._places, (self.side.text().upper(), self.count.text(), self.phase.text())
        dots = self.dots.width_for(round(places.side.height() * DOTS_HEIGHT))
        if (words, dots, places.side.height()) == self._arranged:
            return
        self._arranged = words, dots, places.side.height()
        row = far_row(places, *words, dots)
        for label, place in ((self.side, row.side), (self.count, row.count), (self.phase, row.phase)):
            label.setGeometry(place)
            label.set_sizes(row.letter_px, row.letter_px, capitals=label is self.side)
        self.dots.setGeometry(row.dots)
        self.dots.setVisible(not row.dots.isEmpty())
        self.count.setVisible(not row.count.isEmpty())

    def _arrange_what_changed(self) -> None:
        """Place what is as wide as its text: the leg's chip, the dots and the set."""
        if self._distance:
            self._arrange_far_row()
            return
        places, size = self._places, self._places.letters
        metrics = QFontMetrics(letters(size.side, 600))
        width = metrics.horizontalAdvance(self.side.text()) + round(size.side * 1.5)
        self.side.setGeometry(QRect(places.side.left(), places.side.top(), width, places.side.height()))
        self.side.set_sizes(size.side, size.side)
        left = self.side.geometry().right() + round(size.side * 0.7)
        beside = QRect(left, places.side.top(), places.step.right() + 1 - left, places.side.height())
        self.breath.setGeometry(beside)
        self.breath.set_sizes(LEAST_LETTER, size.side * 0.9)
        self.caption.set_line(beside)
        dots = self.dots.width_for(places.sets.height())
        words = QFontMetrics(self.set.font()).horizontalAdvance(self.set.text()) + 4
        left = places.sets.center().x() - (dots + words + 14) // 2
        self.dots.setGeometry(left, places.sets.top(), dots, places.sets.height())
        self.set.setGeometry(left + dots + 14, places.sets.top(), words, places.sets.height())

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
