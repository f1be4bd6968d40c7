"""What the marks of the chart look like: told by the colours of pixels, in the window, in a file and on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from hamstring_gui.domain.consistency import Day, Legs, Week
from hamstring_gui.paper.chart import PRINT, paint_weeks
from hamstring_gui.ui.controls.legend import Legend
from hamstring_gui.ui.history.calendar import Calendar
from hamstring_gui.ui.history.calendar_drawn import Cell
from hamstring_gui.ui.history.calendar_face import RING_AWAY, Face
from hamstring_gui.ui.history.chart_file import SHARPNESS, SIZE, drawn_chart
from hamstring_gui.ui.history.chart_painting import leg_colours, paint_picture, placed_in
from hamstring_gui.ui.history.legends import calendar_legend, chart_legend, placed_in_lines
from hamstring_gui.ui.history.week_chart import WeekChart
from hamstring_gui.ui.history.weeks_drawn import Measure, picture_of
from hamstring_gui.ui.theme import DARK, LEAST_LETTER, LIGHT, RING, Theme, letters
from tests.goldens import picture_of as widget_painted
from tests.pixels import number, pixels

MONDAY = date(2026, 11, 16)
NOBODY = Legs()
BOX = QRectF(0, 0, 400, 208)
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
pytestmark = pytest.mark.usefixtures("application")


def week(ago: int, active: int = 0, legs: Legs = NOBODY, tight: tuple[float | None, float | None] = (None, None),
         partial: int = 0) -> Week:  # fmt: skip
    start = MONDAY - timedelta(weeks=ago)
    days = tuple(Day(start + timedelta(days=n), n < active, False) for n in range(7))
    return Week(days, 0.0, 3, running=not ago, partial=partial, stretched=legs, tightness=tight)


def painted(weeks: list[Week], measure: Measure, theme: Theme) -> tuple[QImage, Callable[[float, float], QPoint]]:
    """The picture on a card, and where its numbers lie."""
    picture = picture_of(weeks, measure)
    image = QImage(BOX.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(theme.card)
    painter = QPainter(image)
    to = placed_in(BOX, picture)
    paint_picture(painter, to, picture, theme)
    painter.end()
    return image, lambda place, value: to.map(QPointF(place, value)).toPoint()


def colours(image: QImage, box: QRectF) -> list[str]:
    area = box.toRect().intersected(image.rect())
    within = pixels(image)[area.top() : area.bottom() + 1, area.left() : area.right() + 1]
    return [f"#{colour:06x}" for colour in within.ravel()]


def around(point: QPoint, reach: int) -> QRectF:
    return QRectF(point.x() - reach, point.y() - reach, 2 * reach + 1, 2 * reach + 1)


# -- minutes ---------------------------------------------------------------------------------------------------------
@THEMES
@pytest.mark.parametrize(("left", "right"), [(9, 1), (1, 9), (4, 4), (0, 7), (12, 1.5)])
def test_each_leg_stands_on_the_real_scale_left_before_right(theme: Theme, left: float, right: float) -> None:
    weeks = [week(ago, legs=Legs(60 * left, 60 * right)) for ago in (3, 2, 1)]
    image, at = painted(weeks, "minutes held", theme)
    for side, minutes, colour in ((-0.15, left, leg_colours(theme)[0]), (0.15, right, leg_colours(theme)[1])):
        for height in (0.3, abs(minutes - 0.4), minutes + 0.4):
            inside = 0 < height < minutes
            assert (image.pixelColor(at(1 + side, height)) == colour) == inside, (side, height)


@THEMES
def test_nine_and_one_minute_reach_no_line_of_five_with_the_shorter_leg(theme: Theme) -> None:
    image, at = painted([week(ago, legs=Legs(540, 60)) for ago in (2, 1)], "minutes held", theme)
    line = colours(image, around(at(0.5, 5), 3))
    assert theme.hold.name() in line
    column = colours(image, QRectF(at(0.15, 9), at(0.15, 1.3)))
    assert leg_colours(theme)[1].name() not in column


# -- tightness -------------------------------------------------------------------------------------------------------
@THEMES
@pytest.mark.parametrize("value", [0.0, 3.0, 7.5, 10.0])
def test_both_legs_can_be_seen_where_they_are_equal(theme: Theme, value: float) -> None:
    image, at = painted([week(ago, tight=(value, value)) for ago in range(4, 0, -1)], "tightness", theme)
    left, right = (colour.name() for colour in leg_colours(theme))
    between = colours(image, QRectF(at(1.2, value) - QPoint(0, 3), at(1.8, value) + QPoint(0, 3)))
    assert min(between.count(left), between.count(right)) >= 8, "of the line"
    dot = colours(image, around(at(2, value), 7))
    assert min(dot.count(left), dot.count(right)) >= 6, "of the dots"


@THEMES
@pytest.mark.parametrize("tight", [(None, None), (6.0, 5.0)])
def test_partial_sessions_leave_no_mark_among_the_tightness(
    theme: Theme, tight: tuple[float | None, float | None]
) -> None:
    with_them, _ = painted([week(ago, partial=2, tight=tight) for ago in (2, 1)], "tightness", theme)
    without, _ = painted([week(ago, tight=tight) for ago in (2, 1)], "tightness", theme)
    assert with_them == without
    assert "Partial sessions" not in dict(chart_legend(picture_of([week(1, partial=2)], "tightness")))


# -- the running week ------------------------------------------------------------------------------------------------
ACTIVE = pytest.mark.parametrize(("active", "full"), [(1, False), (2, False), (3, True), (5, True)])


def middle_of_last_bar(image: QImage, colour: QColor, sharpness: int = 1) -> bool:
    """Whether the bar furthest to the right in this colour is full: whether its middle has the colour too."""
    painted = pixels(image) == number(colour)
    right = painted.any(axis=0).nonzero()[0].max()
    rows = painted[:, right].nonzero()[0]
    return bool(painted[(rows.min() + rows.max()) // 2, right - 5 * sharpness])


def running(active: int) -> list[Week]:
    return [*(week(ago, 3) for ago in range(11, 0, -1)), week(0, active)]


@ACTIVE
def test_the_running_week_in_the_window(active: int, full: bool, theme: str) -> None:
    chart, weeks = WeekChart(), running(active)
    chart.show_weeks(weeks, picture_of(weeks, "active days"))
    image = widget_painted(chart, (760, 216))
    assert middle_of_last_bar(image, {"light": LIGHT, "dark": DARK}[theme].met) == full
    assert ("This week, not over yet" in dict(chart_legend(chart.picture))) != full


@ACTIVE
def test_the_running_week_in_a_file(active: int, full: bool, tmp_path: Path) -> None:
    weeks = running(active)
    (tmp_path / "chart.png").write_bytes(drawn_chart(".png", weeks, picture_of(weeks, "active days")))
    image = QImage(str(tmp_path / "chart.png"))
    plot = image.copy(0, 0, image.width(), image.height() - 60 * SHARPNESS)
    assert middle_of_last_bar(plot, LIGHT.met, SHARPNESS) == full


@ACTIVE
def test_the_running_week_on_paper(active: int, full: bool) -> None:
    image = QImage(QSize(500, 200), QImage.Format.Format_RGB32)
    image.fill(PRINT.card)
    painter = QPainter(image)
    paint_weeks(painter, QRectF(0, 0, 500, 200), running(active))
    painter.end()
    assert middle_of_last_bar(image.copy(0, 0, 460, 150), PRINT.met) == full


# -- the calendar ----------------------------------------------------------------------------------------------------
def test_today_and_the_days_that_are_chosen_and_looked_at_have_rings_of_their_own(theme: str) -> None:
    look, today = {"light": LIGHT, "dark": DARK}[theme], MONDAY + timedelta(days=2)
    calendar = Calendar()
    calendar.show_year([week(0, 3)], today, today.year)
    calendar.resize(520, calendar.heightForWidth(520))
    chosen, current, other = (today - timedelta(days=days) for days in (10, 24, 38))
    calendar._chosen, calendar._current = chosen, current
    image = widget_painted(calendar)
    for day, ring in ((today, look.hold), (chosen, look.action), (current, look.ink), (other, None)):
        box = calendar._face.box(day)
        at_left = colours(image, QRectF(box.left() - 3, box.center().y() - 2, 4, 4))
        found = {colour.name() for colour in (look.hold, look.action, look.ink)}.intersection(at_left)
        assert found == ({ring.name()} if ring else set()), day


def test_its_legend_shows_the_days_that_it_speaks_of(theme: str) -> None:
    look, shown = {"light": LIGHT, "dark": DARK}[theme], {}
    for words, paint in calendar_legend([Cell(Day(MONDAY, False, False), 0, 0, 0, rest=True)]):
        image = QImage(20, 20, QImage.Format.Format_RGB32)
        image.fill(look.card)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, QRectF(0, 0, 20, 20), look)
        painter.end()
        shown[words.split()[0]] = image.pixelColor(10, 10), image.pixelColor(3, 10)
    nothing, partial, done, more = look.day_shades
    rest = shown.pop("Rest")
    assert shown == {
        "No": (nothing, nothing), "Partial:": (partial, nothing), "Done:": (done, done), "More": (more, more)
    }  # fmt: skip
    assert nothing not in rest, "lines, and nothing between them"


# -- legends ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("width", [120, 300, 520, 2000])
def test_a_long_legend_goes_on_in_the_next_line(width: float) -> None:
    entries = [(f"What number {n} means", lambda *_: None) for n in range(7)]
    placed, height = placed_in_lines(entries, width, lambda words: 6.5 * len(words))
    boxes = [sample.united(room) for _, _, sample, room in placed]
    assert all(box.left() >= 0 and box.right() <= max(width, 190) and box.bottom() <= height for box in boxes)
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])


def test_the_same_words_get_the_marks_of_the_chart_that_shows() -> None:
    legend, weeks = Legend(), [week(1, legs=Legs(60, 60), tight=(4, 3))]
    seen = []
    for measure in ("minutes held", "tightness", "minutes held"):
        entries = chart_legend(picture_of(weeks, measure))[:2]
        assert [words for words, _ in entries] == ["Left leg", "Right leg"]
        legend.show_entries(entries)
        seen.append(widget_painted(legend, (300, 24)))
    assert seen[0] == seen[2] != seen[1]


def test_a_file_s_plot_makes_way_for_its_legend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weeks = running(2)
    long = [(f"Something that takes much room, number {n}", lambda *_: None) for n in range(9)]
    monkeypatch.setattr("hamstring_gui.ui.history.chart_file.chart_legend", lambda _: long)
    (tmp_path / "chart.png").write_bytes(drawn_chart(".png", weeks, picture_of(weeks, "active days")))
    image = QImage(str(tmp_path / "chart.png"))
    right = QRectF((SIZE.width() - 12) * SHARPNESS, 100, 8, SIZE.height() * SHARPNESS - 200)
    assert set(colours(image, right)) == {LIGHT.card.name()}
    foot = QRectF(60, (SIZE.height() - 17) * SHARPNESS, 1600, 6)
    assert set(colours(image, foot)) == {LIGHT.card.name()}


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_frame_of_the_keyboard_lies_between_the_days_and_their_names(scale: float) -> None:
    days = [MONDAY - timedelta(days=n) for n in range(370)]
    cells = {day: Cell(Day(day, False, False), 52 - n // 7, 6 - n % 7, 0, False) for n, day in enumerate(days)}
    face = Face(cells, LEAST_LETTER * scale, scale, 900.0)
    metrics = QFontMetricsF(letters(LEAST_LETTER * scale))
    line = face.around_days.adjusted(-RING / 2, -RING / 2, RING / 2, RING / 2)
    assert line.top() >= metrics.ascent() + metrics.descent() - 1
    assert line.left() >= max(metrics.horizontalAdvance(face._weekday(row)) for row in range(7))
    assert line.bottom() <= face.height
    assert line.right() <= face.width
    inside = face.around_days.adjusted(RING / 2, RING / 2, -RING / 2, -RING / 2)
    reach = RING_AWAY + RING / 2 - 0.5
    assert all(inside.contains(face.box(day).adjusted(-reach, -reach, reach, reach)) for day in days)
