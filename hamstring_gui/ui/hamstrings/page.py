"""“Your hamstrings”: what they are, why they feel tight, what helps; when to see someone, and what is not here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.flow import Flow
from hamstring_gui.ui.controls.head import Head
from hamstring_gui.ui.controls.keys import goes_back
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, order_tabs, row
from hamstring_gui.ui.controls.scroll import AROUND
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.controls.way_on import WayOn
from hamstring_gui.ui.hamstrings.card import Story, StoryCard
from hamstring_gui.ui.hamstrings.figures import Pelves, Sitting, StandingFigure
from hamstring_gui.ui.hamstrings.way_button import WayButton
from hamstring_gui.ui.theme import BLOCK, BODY, GAP, PAGE_MARGINS, PAGE_WIDTH, TITLE

NARROW = 720
"""In less room across (px), cards stand below each other."""
LINE = 56
"""Px that an arrow key scrolls by."""
HABITS = ("glute-bridge", "ball-hamstring-release", "band-hamstring-stretch")
DAILY, WEEKLY, SITTING = "three-daily-habits", "weekly-release", "chair-hamstring-stretch"


class HamstringsPage(QWidget):
    """Six short cards, each with its source, and two more. `exercise_requested` and `routine_requested` carry an id,
    `toes_requested` asks where the standing toe touch is."""

    back_requested = Signal()
    exercise_requested = Signal(str)
    routine_requested = Signal(str)
    toes_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Your hamstrings"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.title = Text(self.tr("Your hamstrings"), TITLE, 700, name="hamstrings_title", wrap=True)
        self.intro = Text(
            self.tr("What they are, why they feel tight, and what helps. In our own words, after the sources named."),
            BODY, quiet=True, name="hamstrings_intro", wrap=True,
        )  # fmt: skip
        self.back = KeyButton(self.tr("Back"), self.tr("Esc"))
        self.back.clicked.connect(self.back_requested)
        self.sitting = Sitting()
        self.pelves = Pelves()
        self.habits, self.weekly = Flow(GAP, even=True), Flow(GAP, even=True)
        self.ways: list[WayButton] = []
        self.toes = WayOn(self.tr("More about the toe touch"))
        self.toes.clicked.connect(self.toes_requested)
        self._pairs: list[QBoxLayout] = []
        self._clinic = self.tr("Source: clinic article, “Tips for Healthy Hamstrings”")
        self._yoga = self.tr("Source: yoga article, “Hamstring Healing”")
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget()
        column(
            Head(self.title, self.back), self.intro, BLOCK,
            self._pair(self._what_they_are(), self._why_tight()), BLOCK, self._what_tight_ones_do(), BLOCK,
            self._pair(self._never_slack(), self._three_habits(), shares=(2, 3)), BLOCK, self._once_a_week(), BLOCK,
            self._pair(self._when_to_see_someone(), self._no_toe_touch()), None,
            margins=PAGE_MARGINS, inside=content,
        )  # fmt: skip
        self.sheet = Sheet(content, PAGE_WIDTH)
        self.sheet.scaled.connect(self._arrange)
        column(self.sheet, inside=self)

    def _pair(self, left: QWidget, right: QWidget, shares: tuple[int, int] = (1, 1)) -> QBoxLayout:
        pair = row((left, shares[0]), (right, shares[1]), gap=BLOCK)
        self._pairs.append(pair)
        return pair

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < NARROW * self.sheet.scale
        self.pelves.set_room(self.height() - 2 * AROUND)
        stacked, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for pair in self._pairs:
            pair.setDirection(stacked if narrow else beside)

    # -- the cards ---------------------------------------------------------------------------------------------------
    def _what_they_are(self) -> StoryCard:
        story = Story(
            "what_they_are",
            self.tr("What they are"),
            self.tr(
                "Three muscles run down the back of each thigh, from the sit bone to below the knee. They straighten "
                "the hip and bend the knee, and keep you steady when you walk and lift."
            ),
            self._clinic,
        )
        return StoryCard(story, picture=StandingFigure("hamstring"))

    def _why_tight(self) -> StoryCard:
        story = Story(
            "why_tight",
            self.tr("Why they feel tight"),
            self.tr(
                "Long sitting leaves them weak, overuse strains them, and some people are born with shorter ones. "
                "A back in trouble makes them brace. So tight is often a sign, not the cause."
            ),
            self._clinic,
        )
        return StoryCard(story, picture=self.sitting)

    def _what_tight_ones_do(self) -> StoryCard:
        story = Story(
            "what_tight_ones_do",
            self.tr("What tight ones do"),
            self.tr(
                "Whatever made them tight, they pull the pelvis backward at the sit bones. That flattens the curve of "
                "the low back, and loads it: so a troubled back and tight hamstrings can keep each other going."
            ),
            self._clinic,
        )
        return StoryCard(story, below=self.pelves)

    def _never_slack(self) -> StoryCard:
        story = Story(
            "never_slack",
            self.tr("They never go slack"),
            self.tr(
                "Their slow fibres hold you upright all day, as part of one line from the sole of the foot over the "
                "back to the brow. Some tension is normal. The goal is comfort and range, not a muscle without tension."
            ),
            self._yoga,
        )
        return StoryCard(story, picture=StandingFigure("line"))

    def _three_habits(self) -> StoryCard:
        story = Story(
            "three_habits",
            self.tr("Three habits"),
            self.tr(
                "Make legs and core strong, massage with a ball, and stretch lying down. Long stretching alone rarely "
                "cures tightness: strength training widens the range as much."
            ),
            self.tr(
                "Source: clinic article, “Tips for Healthy Hamstrings”; strength and range: Afonso et al. 2021, "
                "“Strength Training versus Stretching for Improving Range of Motion”"
            ),
        )
        return StoryCard(story, below=self.habits)

    def _once_a_week(self) -> StoryCard:
        story = Story(
            "once_a_week",
            self.tr("Once a week, thoroughly"),
            self.tr(
                "Take the whole line once a week, from the calves to the hips, with time for each part: it takes less "
                "than 20 minutes. What counts is the week: five minutes of stretching a leg do something, ten do most."
            ),
            self.tr(
                "Source: yoga article, “Hamstring Healing”; minutes a week: Thomas et al. 2018, “The Relation Between "
                "Stretching Typology and Stretching Duration”; Ingram et al. 2025, “Optimising the Dose of Static "
                "Stretching for Improving Flexibility”"
            ),
        )
        return StoryCard(story, below=self.weekly)

    def _when_to_see_someone(self) -> StoryCard:
        story = Story(
            "when_to_see_someone",
            self.tr("When to see someone"),
            self.tr(
                "Stop, and ask a doctor or a physiotherapist, when you feel numbness or tingling, when pain returns, "
                "after a pop in the thigh, or when a bruise shows."
            ),
            self._clinic,
        )
        return StoryCard(story, marked=True)

    def _no_toe_touch(self) -> StoryCard:
        story = Story(
            "no_toe_touch",
            self.tr("Why the standing toe touch is not here"),
            self.tr(
                "Hanging over straight legs bends the low back too far and reaches the hamstrings poorly. Lying down, "
                "the back is held, and the pull is where it belongs."
            ),
            self._clinic,
        )
        return StoryCard(story, below=self.toes)

    # -- showing -----------------------------------------------------------------------------------------------------
    def show_hamstrings(self, exercises: Mapping[str, Exercise], routines: Mapping[str, Routine]) -> None:
        """Show the ways to these exercises and routines."""
        if SITTING in exercises:
            self.sitting.show_at_ease(exercises[SITTING])
        for flow in (self.habits, self.weekly):
            flow.clear()
        self.ways.clear()
        for one in (exercises[key] for key in HABITS if key in exercises):
            way = self._add(self.habits, one.id, wording.of_file(one.name), wording.headline(one.kind), one)
            way.clicked.connect(partial(self.exercise_requested.emit, one.id))
        for flow, key in ((self.habits, DAILY), (self.weekly, WEEKLY)):
            if (routine := routines.get(key)) is not None:
                name, about = wording.of_file(routine.name), wording.of_file(routine.about)
                others = [item.exercise for item in routine.items if item.exercise not in HABITS]
                way = self._add(flow, key, name, about, exercises[(others or HABITS)[-1]])
                way.clicked.connect(partial(self.routine_requested.emit, key))
        order_tabs([self.back, *self.ways, self.toes])

    def show_top(self) -> None:
        self.sheet.verticalScrollBar().setValue(0)

    def return_to(self, led_to: str) -> None:
        """Have the keyboard on the way that led to this exercise or routine, where it stood."""
        for way in self.ways:
            if way.led_to == led_to:
                way.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, flow: Flow, led_to: str, name: str, what: str, pictured: Exercise) -> WayButton:
        way = WayButton(led_to, name, what, pictured, self)
        way.set_scale(self.sheet.scale)
        flow.add(way)
        self.ways.append(way)
        return way

    # -- hands -------------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.sheet.verticalScrollBar()
        ways = {Qt.Key.Key_Down: LINE, Qt.Key.Key_Up: -LINE, Qt.Key.Key_Space: bar.pageStep()}
        by = ways.get(Qt.Key(event.key()))
        if goes_back(event):
            self.back_requested.emit()
        elif by is not None:
            bar.setValue(bar.value() + by)
        else:
            super().keyPressEvent(event)
