"""Colours, letters and sizes. The only place that knows a colour or a size in pixels.

The theme in force is not stored anywhere: it is read off a widget's palette, so that a new palette repaints everything.
In the same way, the text size that the user chose is read off the application's letters.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QScreen

from hamstring_gui.domain.routine import PhaseKind
from hamstring_gui.domain.values import dataclass

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FAMILY = "Inter"

PAGE_MARGIN = 36
PAGE_WIDTH = 1280
CARD_RADIUS, BUTTON_RADIUS, INNER_RADIUS = 14, 12, 8
RING, RING_ROOM = 2.0, 4
"""How wide the ring is round what has the keyboard, and how far outside of words it lies."""
SIDEBAR_WIDTH = 184
LEAST_CONTROL = 44
LEAST_LETTER = 13
WINDOW_SIZE = (1180, 760)
SMALLEST_WINDOW_SIZE = (540, 480)
"""A window can be made as small as this, and is smaller on a smaller screen: some of it is scrolled to."""
USUAL_FRAME = (8, 40)
"""Px beside and above a window that the desktop takes for its frame, until it says how many they are."""

TITLE, HEADING, STRONG, BODY, SMALL = 27, 21, 17, 16, 14
"""Letter sizes (px) of the pages that do not grow with the window."""

FAR_WORDS, FAR_LEAST, FAR_DIGITS, FAR_ROW = 0.102, 0.082, 0.57, 0.125
"""What is read from the mat, over the height of the screen: letter sizes of words, of the smallest ones, of a number of
two digits, and the height of a row of words (ISO 9241-3: a letter is readable at 16 arc minutes, see `docs`)."""

FAR_CONTROL, FAR_CORNER = 0.06, 0.24
"""Of what a hand presses beside such a page, which is nearer: letters over the height of the screen, and the width of
the corner in which full screen is left over that of the screen."""

HAIR, TIGHT, SNUG, GAP, INSET, WIDE_GAP, APART, BLOCK, SECTION, PANEL = 2, 4, 8, 10, 12, 14, 16, 18, 24, 28
"""Spaces (px): between a headline and its explanation, a word and its field, things of a kind, buttons and the lines of
a card; from an edge to what stands at it; between fields, cards side by side, the cards of a page, its parts; and round
what lies over a page."""

Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)
PAGE_MARGINS: Margins = (PAGE_MARGIN, 24, PAGE_MARGIN, 20)
LOW_PAGE_MARGINS: Margins = (PAGE_MARGIN, 14, PAGE_MARGIN, 8)
CARD_MARGINS: Margins = (24, 18, 24, 18)
LOW_CARD_MARGINS: Margins = (24, 14, 24, 14)
CARD_OF_ROWS_MARGINS: Margins = (24, 16, 24, 8)
CHART_MARGINS: Margins = (18, 12, 18, 12)
LEAF_MARGINS: Margins = (44, 32, 44, 32)
LOW_LEAF_MARGINS: Margins = (44, 14, 44, 14)
EVEN_MARGINS: Margins = (10, 10, 10, 10)
OVER_MARGINS: Margins = (24, 24, 24, 24)
LOW_OVER_MARGINS: Margins = (24, 12, 24, 8)
FAR_OVER_MARGINS: Margins = (24, 6, 24, 8)
FAR_CARD_MARGINS: Margins = (24, 6, 24, 6)
HOVER_MARGINS: Margins = (14, 10, 14, 10)
NOTICE_MARGINS: Margins = (28, 10, 20, 14)
STANDING_MARGINS: Margins = (28, 6, 20, 7)
SIDEBAR_MARGINS: Margins = (14, 24, 14, 14)
"""Left, above, right, below, in px; `LOW_…` in a window that is low, `FAR_…` is read from the mat, a leaf has a page to
itself, what lies over a page keeps that far from the window's edges."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours. `far_…` are for words that are read from two metres: contrast ≥ 7:1 on paper.

    Mixed from others: `outline` is the edge of what can be pressed or written in, `lit_line` that of what is chosen,
    `focus` the ring round what has the keyboard (3:1, as must be seen), `link` are words that can be pressed (4.5:1).
    `hover` and `pressed` are laid over a control, `faint` is what can't be used now, `chip_quiet` quiet words on
    a chip, `raised` what lies over a page, `hint` stands for a picture, `halo` goes round the set of the moment. Of the
    history: `right_leg` beside `met` for the left one, the week that is `looked_at`, the `veil` over what is pointed
    at, the `hatching` of rest weeks, a `rest_day`, and the `day_shades`: nothing, partial (3:1 on nothing), done, more.
    """

    dark: bool
    paper: QColor
    sidebar: QColor
    card: QColor
    line: QColor
    track: QColor
    ink: QColor
    quiet: QColor
    action: QColor
    button: QColor
    button_ink: QColor
    chip: QColor
    chip_ink: QColor
    hold: QColor
    rest: QColor
    setup: QColor
    far_hold: QColor
    far_rest: QColor
    far_setup: QColor
    met: QColor
    below: QColor
    outline: QColor
    lit_line: QColor
    focus: QColor
    link: QColor
    hover: QColor
    pressed: QColor
    veil: QColor
    faint: QColor
    chip_quiet: QColor
    raised: QColor
    hint: QColor
    halo: QColor
    right_leg: QColor
    looked_at: QColor
    hatching: QColor
    rest_day: QColor
    day_shades: tuple[QColor, ...]

    def phase(self, kind: PhaseKind, far: bool = False) -> QColor:
        """The colour of a phase; `far` where it colours words in distance view."""
        match kind:
            case "hold":
                return self.far_hold if far else self.hold
            case "setup":
                return self.far_setup if far else self.setup
            case "rest" | "switch":
                return self.far_rest if far else self.rest

    def thin(self, colour: QColor) -> QColor:
        """The filling of what is outlined in a colour: it isn't over yet, or only an example."""
        return mixed(self.card, colour, 0.22)

    def soft(self, colour: QColor) -> QColor:
        """A colour for lines that matter less."""
        return mixed(colour, self.card, 0.4)


CLEAR, BLACK, WHITE = QColor(0, 0, 0, 0), QColor("#000000"), QColor("#FFFFFF")
SHADE = QColor(10, 16, 18, 150)
"""Lies over a page while something else is asked."""


def _theme(dark: bool, **colours: str) -> Theme:
    given: dict[str, Any] = {name: QColor(colour) for name, colour in colours.items()}
    return Theme(dark, **given, **_derived(SimpleNamespace(dark=dark, **given)))


def _derived(theme: SimpleNamespace) -> dict[str, Any]:
    """The shades that are mixed from the colours that a theme is given."""
    return {
        "outline": mixed(theme.line, theme.ink, 0.34 if theme.dark else 0.46),
        "lit_line": mixed(theme.chip, theme.rest, 0.7),
        "focus": theme.rest,
        "link": theme.rest,
        "hover": see_through(theme.ink, 0.05),
        "pressed": see_through(theme.ink, 0.14),
        "veil": see_through(theme.ink, 0.09),
        "faint": mixed(theme.card, theme.ink, 0.52),
        "chip_quiet": mixed(theme.quiet, theme.chip_ink, 0.5),
        "raised": mixed(theme.card, theme.ink, 0.05) if theme.dark else theme.card,
        "hint": mixed(theme.card, theme.quiet, 0.3),
        "halo": mixed(theme.hold, theme.card, 0.25),
        "right_leg": mixed(theme.setup, theme.card, 0.25),
        "looked_at": mixed(theme.card, theme.chip, 0.6),
        "hatching": mixed(theme.line, theme.quiet, 0.35),
        "rest_day": mixed(theme.track, theme.quiet, 0.7),
        "day_shades": (
            theme.track,
            mixed(theme.track, theme.met, 0.65 if theme.dark else 0.8),
            mixed(theme.met, BLACK, 0.0 if theme.dark else 0.2),
            mixed(theme.met, WHITE, 0.6) if theme.dark else mixed(theme.met, BLACK, 0.55),
        ),
    }


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour `share` of the way from one to the other."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )


def see_through(colour: QColor, share: float) -> QColor:
    """A colour of which `share` covers what lies under it."""
    thin = QColor(colour)
    thin.setAlphaF(share)
    return thin


LIGHT = _theme(
    dark=False,
    paper="#F7F4ED", sidebar="#F0ECE1", card="#FFFDF8", line="#E4DED1", track="#E8E1D4",
    ink="#1F2E31", quiet="#5D6B6C", action="#1F6F78", button="#1F6F78", button_ink="#FFFFFF",
    chip="#DCE9E4", chip_ink="#164E54",
    hold="#C2410C", rest="#1F6F78", setup="#876A19",
    far_hold="#8F2E08", far_rest="#155359", far_setup="#614B0E",
    met="#1F6F78", below="#9CC3BE",
)  # fmt: skip
DARK = _theme(
    dark=True,
    paper="#12191B", sidebar="#161F22", card="#1A2427", line="#2B383B", track="#2B383B",
    ink="#E8E6DF", quiet="#9DABAB", action="#2A8791", button="#1F6F78", button_ink="#FFFFFF",
    chip="#23423F", chip_ink="#C4E6DF",
    hold="#FF8A5B", rest="#5EC4B6", setup="#E3B341",
    far_hold="#FF8A5B", far_rest="#5EC4B6", far_setup="#E3B341",
    met="#58BDB0", below="#4A7A7D",
)  # fmt: skip


def theme_of(palette: QPalette) -> Theme:
    """The theme that a palette was made from."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def palette_for(theme: Theme) -> QPalette:
    """A palette for Qt's own widgets: paper, card, ink and action where Qt looks for them."""
    palette = QPalette(theme.paper)
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, theme.paper),
        (role.WindowText, theme.ink),
        (role.Base, theme.card),
        (role.AlternateBase, theme.paper),
        (role.Text, theme.ink),
        (role.PlaceholderText, theme.quiet),
        (role.BrightText, theme.hold),
        (role.Button, theme.card),
        (role.ButtonText, theme.ink),
        (role.Highlight, theme.button),
        (role.HighlightedText, theme.button_ink),
        (role.ToolTipBase, theme.card),
        (role.ToolTipText, theme.ink),
        (role.Mid, theme.line),
        (role.Link, theme.link),
    ):
        palette.setColor(name, colour)
    return palette


def system_theme() -> Theme:
    """What the system's light/dark setting asks for; light where it says nothing."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def letters(size: float, weight: int = 400, *, tabular: bool = False) -> QFont:
    """The program's letters at a size in pixels; `tabular` digits all have the same width and do not jiggle."""
    font = QFont(FAMILY)
    font.setPixelSize(max(LEAST_LETTER, round(size)))
    font.setWeight(QFont.Weight(weight))
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def screen_of(widget: QWidget) -> QScreen:
    """The screen that a widget's window is on, or comes to.

    `QWidget.screen()` gives it too, but PySide6 (6.11, 6.12) then takes the screen for a child of the widget, and lets
    go of it together with the widget; what asks for the screen after that crashes.
    """
    centre = widget.window().frameGeometry().center()
    return QGuiApplication.screenAt(centre) or QGuiApplication.primaryScreen()


def far_px(share: float, size: QSize) -> float:
    """A share of a screen's height in px; of one that stands upright, of its width: it is as far away."""
    return share * min(size.width(), size.height())


def text_scale() -> float:
    """How much larger than usual the user wants the pages' text. It is kept in the application's own letters."""
    return QGuiApplication.font().pixelSize() / BODY
