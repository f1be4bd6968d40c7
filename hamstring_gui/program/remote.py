"""A session on the desktop's media keys: what plays, as others see it, and what they wish, as hands do."""

from __future__ import annotations

import time
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from hamstring_gui.desktop.bus import Bus
from hamstring_gui.desktop.mpris import JUMP_S, Playing
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.moment import Moment
from hamstring_gui.domain.settings import LOUDEST
from hamstring_gui.domain.values import replace
from hamstring_gui.program.conductor import Conductor
from hamstring_gui.program.preferences import Preferences
from hamstring_gui.ui import moment_words, wording
from hamstring_gui.ui.session.commands import Wish
from hamstring_gui.ui.session.page import SessionPage
from hamstring_gui.ui.window import Window

Key = Qt.Key
Way = Literal["window", "bus"]
translate = QCoreApplication.translate

BOTH_WAYS_S = 0.5
"""A press that comes by the window and by the bus comes within this time."""
TWICE_S = {"toggle": 0.2, "end": 1.0}
"""What undoes or confirms itself when it is pressed again is meant once within this time."""
MEDIA_KEYS = {
    Key.Key_MediaPlay: "toggle", Key.Key_MediaPause: "toggle", Key.Key_MediaTogglePlayPause: "toggle",
    Key.Key_MediaNext: "on", Key.Key_MediaPrevious: "back", Key.Key_MediaStop: "end",
}  # fmt: skip
ANSWERS = {
    "play": Key.Key_MediaPlay, "toggle": Key.Key_MediaTogglePlayPause, "on": Key.Key_MediaNext,
    "back": Key.Key_MediaPrevious, "end": Key.Key_MediaStop,
}  # fmt: skip
"""What a wish is to a question: the key that it would come by. A pause is none: all stands still already."""


class Presses:
    """Tells one press that comes by two ways, or twice, from two presses."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[Way, float]] = {}

    def counts(self, kind: str, way: Way, now_s: float) -> bool:
        last, before_s = self._last.get(kind, (way, float("-inf")))
        passed = now_s - before_s
        if passed < (BOTH_WAYS_S if way != last else TWICE_S.get(kind, 0.0)):
            return False
        self._last[kind] = way, now_s
        return True


def wish_for(wished: str, moment: Moment) -> Wish | None:
    """What a call means to a session as it is now; `None` where it is so already, or means nothing."""
    still = moment.state in ("paused", "slept") or moment.waiting
    match wished:
        case "play":
            return "toggle" if still else None
        case "pause":
            return None if still else "toggle"
        case "toggle" | "on" | "back" | "end":
            return wished
    return None


def playing_of(moment: Moment, exercise: Exercise, volume: int, now_s: float) -> Playing:
    """A session as a player would show it: the countdown that shows is the track, the exercise its title."""
    phase, whole = moment.phase, moment.lead_in_s if moment.leads_in else moment.length_s
    legs, sets = wording.side(phase.side), moment_words.set_of(phase)
    return Playing(
        status="Playing" if moment.state == "running" and not moment.waiting else "Paused",
        track=f"{'ready' if moment.leads_in else 'phase'}{moment.index}",
        title=wording.of_file(exercise.name),
        artist=translate("session", "{leg} · {set}").format(leg=legs, set=sets),
        album=moment_words.phase_word(replace(moment, state="running")),
        length_s=whole,
        position_s=max(0.0, (whole or 0.0) - moment.running_out_s),
        at_s=now_s,
        volume=volume / 100,
    )


class Remote(QObject):
    """Between `begin` and the session's end the media keys are ours, wherever the keyboard is."""

    def __init__(
        self, window: Window, page: SessionPage, conductor: Conductor, preferences: Preferences, bus: Bus
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window, self._page, self._conductor = window, page, conductor
        self._preferences, self._bus = preferences, bus
        self._presses = Presses()
        self._shown: tuple[object, ...] = ()
        self._playing: Playing | None = None
        self._turned, self._voice_to_tones = (-1, -1), 1.0
        player = conductor.player
        conductor.session_begins.connect(lambda _: QTimer.singleShot(0, self, self.begin))
        player.moment_changed.connect(self._on_moment_changed)
        player.session_ended.connect(self.end)
        conductor.session_left.connect(self.end)
        preferences.changed.connect(lambda _: self._show_anew())
        bus.wished.connect(self._on_wished)
        window.windowHandle().installEventFilter(self)
        self.begin()

    def begin(self) -> None:
        """A session may have begun; what takes a moment need not be there at once."""
        self._playing = None
        if self._conductor.player.session is not None:
            self._bus.begin(headphones=self._preferences.settings.pause_unplugged)
            self._show_anew()

    def end(self) -> None:
        self._playing, self._shown = None, ()
        self._bus.end()

    # -- what plays --------------------------------------------------------------------------------------------------
    def _show_anew(self) -> None:
        session, self._shown = self._conductor.player.session, ()
        if session is not None:
            self._on_moment_changed(session.moment())

    def _on_moment_changed(self, moment: Moment) -> None:
        """Told many times a second; others are told when something isn't as they take it to be."""
        now_s = time.monotonic()
        shown = moment.index, moment.state, moment.leads_in, moment.length_s
        if shown == self._shown and self._playing is not None:
            there = (self._playing.length_s or 0.0) - moment.running_out_s
            if abs(there - self._playing.position_at(now_s)) < JUMP_S:
                return
        exercise = self._conductor.exercises[moment.phase.exercise]
        self._shown = shown
        self._playing = playing_of(moment, exercise, self._preferences.settings.volume, now_s)
        self._bus.show(self._playing)

    # -- what is wished ----------------------------------------------------------------------------------------------
    def _on_wished(self, wished: str, value: float) -> None:
        match wished:
            case "raise":
                self._window.come_to_front()
            case "quit":
                self._window.close()
            case "volume":
                self._turn_volume(round(LOUDEST * value))
            case _:
                self._press(wished)

    def _turn_volume(self, volume: int) -> None:
        """Of tones and voice together, as loud to each other as they were before the first turn."""
        now = self._preferences.settings
        if self._turned != (now.volume, now.speech_volume):
            self._voice_to_tones = now.speech_volume / now.volume if now.volume else 1.0
        self._turned = volume, min(LOUDEST, round(volume * self._voice_to_tones))
        self._preferences.turn(volume=volume, speech_volume=self._turned[1])

    def _press(self, wished: str) -> None:
        """As a hand would, on the page or on the question that lies over it."""
        player, kind = self._conductor.player, "toggle" if wished in ("play", "pause") else wished
        if player.session is None:
            self.end()  # it was left as it is
            return
        player.look()
        if player.session is None or not self._presses.counts(kind, "bus", time.monotonic()):
            return
        goes_on = wished in ("play", "toggle")
        if self._window.asking:
            answered = wished in ANSWERS and self._window.answer(ANSWERS[wished])
            if not (answered and goes_on):
                return
            wished = "play"
        if player.session is not None and (wish := wish_for(wished, player.session.moment())) is not None:
            self._page.wish(wish)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the desktop gives a media key to us and to the window, it was pressed once."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.isAutoRepeat():
            return False
        kind = MEDIA_KEYS.get(Key(event.key()))
        if kind is None or self._conductor.player.session is None:
            return False
        return not self._presses.counts(kind, "window", time.monotonic())
