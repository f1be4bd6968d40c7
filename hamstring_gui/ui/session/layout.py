"""Where everything on the session page goes, and how large its letters are: pure arithmetic on the page's size.

Two layouts of one page. The close view is read at arm's length, the distance view from a mat two metres away. Letter
sizes are shares of the window's height, from ISO 9241-3's 16 and 20 arc minutes (see the design, §4).
"""

from __future__ import annotations

from PySide6.QtCore import QRect

from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.ui.theme import FAR_DIGITS, FAR_LEAST, FAR_ROW, FAR_WORDS, GAP, LEAST_CONTROL, LEAST_LETTER

PHASE, STEP, UPRIGHT_STEP = 0.074, 0.058, 0.045
"""Letters over the window's height of what is read first: 14 and 11 arc minutes from two metres on a 13-inch screen,
166 mm high, in a window that shares it with a frame and a bar (capitals are 0.727 of that, a mm is 1.72 minutes)."""
LINE = 1.24
"""The height of a line over that of its letters' size."""
BELOW_SHARES = (0.044, 0.034)
"""The heights of the sets and what is next below the ring, over the window's height."""
UPRIGHT_SHARE = 1.1
"""In a window that is taller than wide, this share of its width stands for its height."""
RING_SHARES = {2: 0.52, 3: 0.56}
"""The ring's diameter over the window's height: so many digits at a quarter of the height fit inside it."""

UPRIGHT_FIGURE = 0.5
"""Over the width of an upright screen: so high is the picture in the distance view, if the digits keep 45 % then."""
LEAST_UPRIGHT_FIGURE = 0.2
"""Over its width, too: where the picture would be lower, it is beside the digits."""
NEARLY_SQUARE = 0.76
"""Letters of the distance view are shares of a screen's shorter side, or of so much of its longer side where that is
less: there is no room for larger ones then."""
TALL, LARGER = 1.25, 1.1
"""A picture that is less wide than so many times its height gets all the height that there is in the distance view,
where that makes it so many times as large."""
TALL_COUNT = 0.736
"""Leg, sets and digits need a column so wide beside such a picture, over the letters' unit."""
TALL_DIGITS, TALL_WORDS, TALL_ROW, TALL_BAR = 0.45, 0.1, 0.124, 0.022
"""In it: digits, words, the rows of these, and the bar, over the same."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Font sizes in px: the smallest that is allowed and the one that is wanted."""

    digits: float
    phase: float
    side: float
    step_least: float
    step: float
    set: float = 0.0
    next: float = 0.0
    exercise: float = 0.0
    time_left: float = 0.0
    control: float = 0.0


@dataclass(frozen=True, slots=True)
class Places:
    """Rectangles in px of the page; the ones that a view doesn't show are empty."""

    letters: Letters
    strip: QRect
    header: QRect
    title: QRect
    card: QRect
    side: QRect
    figure: QRect
    step: QRect
    phase: QRect
    ring: QRect
    digits: QRect
    sets: QRect
    next: QRect
    controls: QRect
    primary_height: int
    control_height: int


def close_view(width: int, height: int, digits: int = 2) -> Places:
    """The picture on the left and the countdown on the right; above each other in a window that is taller than wide,
    where what is usually a share of its height is one of little more than its width, and the exercise has a line of
    its own."""
    upright = width < height
    unit = min(height, round(width * UPRIGHT_SHARE))
    margin = max(20, round(min(unit * 0.047, width * 0.032)))
    inner = width - 2 * margin
    strip = QRect(margin, round(margin * 0.66), inner, max(8, round(unit * 0.013)))
    header = QRect(margin, strip.bottom() + 6, inner, max(LEAST_CONTROL + 2, round(unit * 0.064)))
    title = header.translated(0, header.height()) if upright else QRect()
    primary, control = max(48, round(unit * 0.084)), max(LEAST_CONTROL, round(unit * 0.064))
    high = primary + (control + GAP if upright else 0)
    controls = QRect(margin, height - round(margin * 0.8) - high, inner, high)
    ring = min(round(unit * RING_SHARES[min(3, max(2, digits))]), inner)
    needed = ring + round(unit * (PHASE * LINE + sum(BELOW_SHARES))) + 2
    top, bottom = (title if upright else header).bottom() + 8, controls.top() - round(margin * 0.6)
    if bottom - top < needed:
        top, bottom = top - 6, controls.top() - 4
    main = QRect(margin, top, inner, bottom - top)
    if upright:
        needed += 22
        count = QRect(main.left(), main.bottom() + 1 - needed, inner, needed)
        card = QRect(main.left(), main.top(), inner, main.height() - needed - round(margin * 0.8))
    else:
        count = QRect(main.right() + 1 - ring, main.top(), ring, main.height())
        card = QRect(main.left(), main.top(), inner - ring - round(margin * 0.8), main.height())
    counted, step = _count_places(count, ring, unit), unit * (UPRIGHT_STEP if upright else STEP)
    return Places(
        letters=_close_letters(unit, counted["phase"].height(), step),
        strip=strip,
        header=header,
        title=title,
        controls=controls,
        primary_height=primary,
        control_height=control,
        **_card_places(card, unit, step),
        **counted,
    )


def _close_letters(height: int, phase_height: int, step: float) -> Letters:
    return Letters(
        digits=height * 0.252,
        phase=min(height * PHASE, phase_height / LINE),
        side=height * 0.0305,
        step_least=height * 0.0305,
        step=step,
        set=height * 0.0285,
        next=max(LEAST_LETTER, height * 0.0235),
        exercise=height * 0.0325,
        time_left=max(LEAST_LETTER, height * 0.0245),
        control=max(LEAST_LETTER + 1.0, min(height * 0.0225, 22)),
    )


def _card_places(card: QRect, height: int, step_px: float) -> dict[str, QRect]:
    pad = max(14, round(height * 0.024))
    step_height = min(round(step_px * LINE * 2) + 4, card.height() // 2)
    step = QRect(card.left() + pad, card.bottom() + 1 - pad - step_height, card.width() - 2 * pad, step_height)
    side = QRect(card.left() + pad, card.top() + pad, 0, round(height * 0.056))
    top = side.bottom() + 1 + round(pad * 0.4)
    figure = QRect(card.left() + pad, top, card.width() - 2 * pad, max(0, step.top() - round(pad * 0.7) - top))
    return {"card": card, "side": side, "figure": figure, "step": step}


def _count_places(count: QRect, ring: int, height: int) -> dict[str, QRect]:
    """The phase above the ring, and below it the sets and what is next: three digits leave the phase less room."""
    sets_height, next_height = (round(height * share) for share in BELOW_SHARES)
    phase_height = min(round(height * PHASE * LINE), count.height() - ring - sets_height - next_height)
    spare = max(0, count.height() - phase_height - ring - sets_height - next_height)
    gap = min(spare // 4, round(height * 0.02))
    top = count.top() + (spare - 3 * gap) // 2
    phase = QRect(count.left(), top, count.width(), phase_height)
    circle = QRect(count.center().x() - ring // 2, phase.bottom() + 1 + gap, ring, ring)
    sets = QRect(count.left(), circle.bottom() + 1 + gap, count.width(), sets_height)
    following = QRect(count.left(), sets.bottom() + 1 + gap // 2, count.width(), next_height)
    digits = circle.adjusted(round(ring * 0.06), round(ring * 0.3), -round(ring * 0.06), -round(ring * 0.3))
    return {"phase": phase, "ring": circle, "digits": digits, "sets": sets, "next": following}


def distance_view(width: int, height: int, digits: int = 2, shape: float = 1.5) -> Places:
    """Picture, `digits` digits, phase, leg with its sets, step, and below it the breath or what is next; nothing else.

    Controls lie over what is below the picture while the mouse moves. On a tall screen that stands upright, all of it
    is above each other. `shape` is the picture's width over its height: of somebody who stands or sits up it is as high
    as there is room, and leg and phase are above the digits.
    """
    if width < height:
        return _upright_distance_view(width, height, digits)
    usual = _usual_distance_view(width, height, digits)
    if shape >= TALL or digits > 2:
        return usual
    tall = _tall_distance_view(usual, _unit(width, height))
    return tall if _picture_height(tall, shape) >= LARGER * _picture_height(usual, shape) else usual


def _unit(width: int, height: int) -> int:
    """What letters of the distance view are shares of, on a screen that lies."""
    return min(height, round(width * NEARLY_SQUARE))


def _picture_height(places: Places, shape: float) -> float:
    return min(places.figure.height(), places.figure.width() / shape)


def _usual_distance_view(width: int, height: int, digits: int) -> Places:
    unit = _unit(width, height)
    margin = round(unit * 0.03)
    row = round(unit * FAR_ROW)
    digits_width = min(round(unit * 0.9), round(width * (0.46 if digits < 3 else 0.68)))
    step_height, line = round(unit * 0.25), round(unit * 0.102)
    following = QRect(margin, height - margin // 2 - line, width - 2 * margin, line)
    step = QRect(margin, following.top() - step_height, width - 2 * margin, step_height)
    top = margin // 2 + row
    middle = step.top() - round(unit * 0.015) - top
    count = QRect(width - margin - digits_width, top, digits_width, middle)
    bar = max(12, round(unit * 0.026))
    box = QRect(count.left(), count.top(), count.width(), count.height() - bar - round(unit * 0.02))
    empty = QRect()
    controls_height = max(64, round(unit * 0.12))
    left_width = count.left() - 2 * margin
    return Places(
        letters=_distance_letters(unit, digits),
        strip=empty,
        header=empty,
        title=empty,
        card=empty,
        side=QRect(margin, margin // 2, round(left_width * 0.74), row),
        figure=QRect(margin, top, left_width, middle),
        step=step,
        phase=QRect(count.left(), margin // 2, count.width(), row),
        ring=QRect(count.left(), count.bottom() + 1 - bar, count.width(), bar),
        digits=box,
        sets=QRect(margin + round(left_width * 0.74), margin // 2, round(left_width * 0.26), row),
        next=following,
        controls=step.united(following),
        primary_height=controls_height,
        control_height=round(controls_height * 0.8),
    )


def _tall_distance_view(usual: Places, unit: int) -> Places:
    """What else would be above the picture is above the digits, which leave it room."""
    row, bar, margin = round(unit * TALL_ROW), round(unit * TALL_BAR), usual.side.top()
    more = max(0, round(unit * TALL_COUNT) - usual.phase.width())
    count = usual.phase.adjusted(-more, 0, 0, 0)
    aside, bottom = usual.figure.left() // 2, usual.step.top() - bar // 2
    side = QRect(count.left() - aside, margin // 3, count.width() + 2 * aside, row)
    phase = QRect(count.left(), side.bottom() + 1, count.width(), row)
    top = phase.bottom() + 1
    return replace(
        usual,
        letters=replace(usual.letters, digits=unit * TALL_DIGITS, phase=unit * TALL_WORDS, side=unit * TALL_WORDS),
        side=side,
        phase=phase,
        digits=QRect(count.left(), top, count.width(), bottom - bar - bar // 2 - top),
        ring=QRect(count.left(), bottom - bar, count.width(), bar),
        figure=QRect(usual.figure.left(), margin, usual.figure.width() - more, bottom - margin),
        sets=QRect(),
    )


def _upright_distance_view(width: int, height: int, digits: int) -> Places:
    """Letters are as large as on the same screen lying down: shares of its width."""
    stacked = _stacked(_upright_frame(width, height, digits, width), width)
    if stacked.figure.height() >= round(width * LEAST_UPRIGHT_FIGURE):
        return stacked
    unit = min(width, round(height * NEARLY_SQUARE))
    return _side_by_side(_upright_frame(width, height, digits, unit), unit, digits)


def _upright_frame(width: int, height: int, digits: int, unit: int) -> Places:
    """All but the picture, the digits and their bar; the picture has all their room."""
    margin, row = round(unit * 0.03), round(unit * FAR_ROW)
    inner = width - 2 * margin
    side = QRect(margin, margin, inner, row)
    phase = side.translated(0, row)
    following = QRect(margin, height - margin - 2 * row, inner, 2 * row)
    step = QRect(margin, following.top() - 3 * row, inner, 3 * row)
    top, empty = phase.bottom() + 1, QRect()
    controls_height = max(64, round(unit * 0.12))
    return Places(
        letters=_distance_letters(unit, digits),
        strip=empty,
        header=empty,
        title=empty,
        card=empty,
        side=side,
        figure=QRect(margin, top, inner, max(0, step.top() - margin - top)),
        step=step,
        phase=phase,
        ring=empty,
        digits=empty,
        sets=empty,
        next=following,
        controls=step.united(following),
        primary_height=controls_height,
        control_height=round(controls_height * 0.8),
    )


def _stacked(frame: Places, width: int) -> Places:
    """The picture below the digits."""
    room, margin, bar = frame.figure, frame.side.top(), _upright_bar(width)
    spare = room.height() + 1 - margin - 2 * bar - round(width * UPRIGHT_FIGURE)
    high = max(round(width * 0.335), min(round(width * 0.46), spare))
    digits = QRect(room.left(), room.top(), room.width(), high)
    ring = QRect(room.left(), digits.bottom() + 1 + bar // 2, room.width(), bar)
    return replace(
        frame, digits=digits, ring=ring, figure=room.adjusted(0, ring.bottom() + 1 + margin - room.top(), 0, 0)
    )


def _side_by_side(frame: Places, unit: int, digits: int) -> Places:
    """The picture on the left of the digits."""
    room, bar = frame.figure, _upright_bar(unit)
    wide = round(room.width() * (0.46 if digits < 3 else 0.68))
    ring = QRect(room.right() + 1 - wide, room.bottom() + 1 - bar, wide, bar)
    box = QRect(ring.left(), room.top(), wide, room.height() - bar - bar // 2)
    return replace(frame, digits=box, ring=ring, figure=room.adjusted(0, 0, -wide - frame.side.top(), 0))


def _upright_bar(unit: int) -> int:
    return max(12, round(unit * 0.026))


def _distance_letters(height: int, digits: int) -> Letters:
    return Letters(
        digits=height * (FAR_DIGITS if digits < 3 else 0.455),
        phase=height * FAR_WORDS,
        side=height * FAR_WORDS,
        step_least=height * FAR_LEAST,
        step=height * FAR_WORDS,
        set=height * FAR_LEAST,
        next=height * FAR_LEAST,
        exercise=height * FAR_WORDS,
        control=max(LEAST_LETTER + 1.0, height * 0.04),
    )
