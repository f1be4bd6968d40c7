"""“Your hamstrings” in the real window: the ways to it, on from it and back; what it says, and whose it is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel

from hamstring_gui.domain.settings import BodyLook
from hamstring_gui.figure.look import look_for
from hamstring_gui.figure.pelvis import PULLED, UPRIGHT
from hamstring_gui.program.deeds import Deed
from hamstring_gui.ui.controls.figure_view import set_body
from hamstring_gui.ui.controls.scroll import BAR
from hamstring_gui.ui.hamstrings import figures
from hamstring_gui.ui.hamstrings.figures import Pelves, StandingFigure, apart
from hamstring_gui.ui.theme import DARK, LIGHT, palette_for
from tests.goldens import picture_of
from tests.spread import late
from tests.ui.conftest import Desk
from tests.ui.contrast import contrast
from tests.ui.room import settle

pytestmark = pytest.mark.thorough

Key, Open = Qt.Key, Callable[..., Desk]
NAME = "Your hamstrings"
CARDS = (
    "what_they_are", "why_tight", "what_tight_ones_do", "never_slack", "three_habits", "once_a_week",
    "when_to_see_someone", "no_toe_touch",
)  # fmt: skip
SAID = {
    "what_they_are": (
        "three muscles",
        "sit bone",
        "below the knee",
        "straighten the hip",
        "bend the knee",
        "walk",
        "lift",
    ),
    "why_tight": ("sitting", "weak", "overuse", "born with shorter", "back", "brace", "often a sign, not the cause"),
    "what_tight_ones_do": ("pelvis backward", "flatten", "low back", "loads"),
    "never_slack": ("slow fibres", "one line", "sole", "brow", "some tension is normal", "comfort and range"),
    "three_habits": ("legs and core strong", "ball", "lying down", "rarely cures"),
    "once_a_week": ("once a week", "less than 20 minutes"),
    "when_to_see_someone": ("numbness", "tingling", "pain returns", "pop", "bruise"),
    "no_toe_touch": ("low back", "poorly"),
}


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    desk = open_desk()
    desk.click(NAME)
    return desk


def lit(desk: Desk) -> list[str]:
    """The side bar's entries that are lit."""
    return [name for name, button in desk.window.sidebar._buttons.items() if button.lit]


def test_from_today_and_from_exercises_and_back_to_where_one_was(open_desk: Open) -> None:
    desk = open_desk()
    assert desk.pages.hamstrings.made is None, "not before somebody wants it"
    desk.click(NAME)
    assert desk.text("hamstrings_title") == NAME
    assert lit(desk) == ["today"], "where Back leads"
    desk.click("Supine band hamstring stretch")
    assert lit(desk) == ["exercises"]
    desk.click("Back")
    assert (desk.text("hamstrings_title"), lit(desk)) == (NAME, ["today"])
    desk.click("Back")
    assert desk.shows("Start")
    desk.click("Exercises")
    desk.pages.exercises().exercises.search.setText("band")
    desk.click(NAME)
    assert lit(desk) == ["exercises"]
    desk.press(Key.Key_Escape)
    assert desk.window.page is desk.pages.exercises.made
    assert desk.pages.exercises().exercises.search.text() == "band"


def test_it_says_what_it_has_to_say_each_with_its_source_from_above_to_below(desk: Desk) -> None:
    desk.window.resize(700, 700)
    settle()
    for name, parts in SAID.items():
        text = desk.text(name).casefold()
        assert [part for part in parts if part not in text] == [], name
        source = desk.text(f"{name}_source")
        assert source.startswith("Source: "), name
        assert source.count(" 20") <= source.count("“"), "a study has a title"
    page = desk.pages.hamstrings()
    labels = [label.objectName() for label in page.findChildren(QLabel)]
    tops = [page.findChild(QLabel, name).mapTo(page.sheet.widget(), QPoint()).y() for name in CARDS]
    assert [name for name in labels if name in CARDS] == list(CARDS), "so a screen reader reads them"
    assert all(above < below for above, below in pairwise(tops))
    assert page.pelves.accessibleName() == "Two pelves in profile"
    assert "flat" in page.pelves.accessibleDescription()


def test_keys_scroll_it(desk: Desk) -> None:
    desk.window.resize(900, 510)
    settle()
    bar = desk.pages.hamstrings().sheet.verticalScrollBar()
    places = [bar.value()]
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_End):
        desk.press(key)
        places.append(bar.value())
    assert places == sorted(set(places))
    assert places[-1] == bar.maximum()
    desk.press(Key.Key_Up)
    assert bar.value() < bar.maximum()
    before = bar.value()
    desk.press(Key.Key_PageUp)
    assert bar.value() == before - bar.pageStep() > 0
    desk.press(Key.Key_Home)
    assert bar.value() == 0


def test_habits_lead_to_their_exercises_and_routines(desk: Desk) -> None:
    desk.click("Lacrosse-ball hamstring release")
    assert desk.text("exercise_name") == "Lacrosse-ball hamstring release"
    desk.click("Today")
    desk.click(NAME)
    desk.click("Weekly release")
    assert desk.input("Name of the routine").property("text") == "Weekly release"
    desk.click("Today")
    assert desk.text("routine") != "Weekly release", "reading changes nothing"
    desk.window.resize(1900, 1000)
    settle()
    desk.click(NAME)
    page = desk.pages.hamstrings()
    assert {way.scale for way in page.ways} == {page.sheet.scale} != {1.0}, "those of a second visit too"
    pictured = [way.figure._exercise.id for way in page.ways]
    assert len(set(pictured)) == len(pictured), "each way has a picture of its own"
    desk.click("More about the toe touch")
    assert desk.window.asking == "toes"


def test_what_is_being_written_is_not_left_for_another_exercise(desk: Desk) -> None:
    desk.click("Exercises")
    desk.click("New exercise")
    desk.pages.exercises().editor.form.name.setText("Mine")
    assert desk.parts.exercises.writing
    desk.parts.deeds.do(Deed("Something elsewhere", list, list))
    desk.window.undo_requested.emit()
    assert desk.parts.deeds.newest == "Something elsewhere", "here the keys are for the words"
    desk.parts.hamstrings.show()
    desk.click("Hip extension (bridge)")
    assert desk.pages.exercises().editor.isVisible()
    assert desk.parts.exercises.writing


@pytest.mark.painted
def test_a_link_has_the_links_colour_and_begins_where_the_text_above_does(desk: Desk) -> None:
    page = desk.pages.hamstrings()
    toes, text = page.toes, page.findChild(QLabel, "no_toe_touch")
    page.back.setFocus()
    image = toes.grab().toImage()
    inked = [
        (x, y) for x in range(image.width()) for y in range(image.height())
        if contrast(image.pixelColor(x, y), image.pixelColor(image.width() - 1, 1)) > 3
    ]  # fmt: skip
    assert min(x for x, _ in inked) <= 3
    assert toes.mapTo(page, QPoint()).x() == text.mapTo(page, QPoint()).x()
    assert any(image.pixelColor(*place) == LIGHT.link for place in inked)


@pytest.mark.parametrize(
    ("way", "key"),
    [("Hip extension (bridge)", Key.Key_Escape), late("Weekly release", Key.Key_Escape), ("Three daily habits", None)],
)
def test_what_it_leads_to_leads_back_to_where_one_read(desk: Desk, way: str, key: Key | None) -> None:
    desk.window.resize(900, 510)
    settle()
    page = desk.pages.hamstrings()
    bar = page.sheet.verticalScrollBar()
    bar.setValue(bar.maximum() * 2 // 3)
    place = bar.value()
    desk.click(way)
    assert desk.window.page is not page
    if key is None:
        desk.click("Back")
    else:
        desk.press(key)
    settle()
    assert desk.window.page is page
    assert bar.value() == place > 0
    assert desk.window.focusWidget() is desk.button(way)
    desk.press(Key.Key_Escape)
    assert desk.window.page is desk.pages.today.made, "and on to where one was before"
    desk.click("Routines")
    assert not desk.shows("Back")


@pytest.mark.parametrize(
    ("wanted", "heights", "room", "tops"),
    [
        ((10.0, 50.0), (20.0, 20.0), 100.0, [10.0, 50.0]), ((10.0, 12.0), (20.0, 20.0), 100.0, [10.0, 34.0]),
        ((-5.0, 95.0), (20.0, 20.0), 100.0, [0.0, 80.0]), ((70.0, 75.0), (20.0, 20.0), 100.0, [56.0, 80.0]),
    ],
)  # fmt: skip
def test_words_beside_the_picture_never_lie_on_each_other(
    wanted: tuple[float, ...], heights: tuple[float, ...], room: float, tops: list[float]
) -> None:
    assert apart(wanted, heights, room) == tops


@pytest.mark.parametrize("size", [(900, 510), late((1093, 614)), late((1920, 1080)), (700, 900)])
def test_both_pelves_are_seen_from_spine_to_shin_at_once(desk: Desk, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    settle()
    page = desk.pages.hamstrings()
    assert 200 < page.pelves.height() < page.sheet.viewport().height()


@pytest.mark.usefixtures("application")
@pytest.mark.parametrize("body", ["teal", "plum"])
def test_pictures_show_what_they_are_called_and_who_was_chosen(monkeypatch: pytest.MonkeyPatch, body: BodyLook) -> None:
    shown: list[tuple[object, ...]] = []
    monkeypatch.setattr(figures, "paint_standing", lambda painter, place, look, **what: shown.append((look, what)))
    monkeypatch.setattr(figures, "paint_pelvis", lambda *what: shown.append((what[1].left(), *what[2:])))
    for widget in (StandingFigure("hamstring"), StandingFigure("line"), Pelves()):
        set_body(widget, body)
        picture_of(widget, (600, 400))
    look = look_for(False, body)
    assert shown[:2] == [(look, {"lit": True, "line": False}), (look, {"lit": False, "line": True})]
    (left, upright, _), (right, pulled, _) = shown[2:]
    assert (left < right, upright, pulled) == (True, UPRIGHT, PULLED)
    assert [one[-1] for one in shown[2:]] == [look, look]


def test_lines_to_bones_stand_out_from_them_in_both_themes(qapp: QApplication) -> None:
    for dark in (False, True):
        picture = QImage(80, 80, QImage.Format.Format_RGB32)
        bone = look_for(dark).room.bone
        picture.fill(bone)
        pelves = Pelves()
        pelves.setPalette(palette_for(DARK if dark else LIGHT))
        painter = QPainter(picture)
        pelves.lead(painter, QPointF(10, 40), QPointF(60, 40))
        painter.end()
        column = {picture.pixelColor(30, y).rgb() for y in range(30, 50)}
        assert max(contrast(QColor(rgb), bone) for rgb in column) >= 3, dark


def test_ways_of_a_row_are_as_high_as_each_other(desk: Desk) -> None:
    desk.window.resize(1366, 768)
    settle()
    ways = desk.pages.hamstrings().ways[:-1]
    rows: dict[int, set[int]] = {}
    for way in ways:
        rows.setdefault(way.y(), set()).add(way.height())
    assert len(rows) < len(ways), "some stand side by side"
    assert all(len(heights) == 1 for heights in rows.values())


@pytest.mark.parametrize("size", [(900, 510), (1920, 1080), (2560, 1080)])
def test_todays_foot_stands_below_its_cards(open_desk: Open, size: tuple[int, int]) -> None:
    desk = open_desk()
    desk.window.resize(*size)
    settle()
    page = desk.pages.today()
    left = page.hero.mapTo(page, QPoint()).x()
    right = page.others.mapTo(page, QPoint(page.others.width(), 0)).x()
    assert abs(page.safety.mapTo(page, QPoint()).x() - left) <= BAR + 2
    assert abs(page.hamstrings.mapTo(page, QPoint(page.hamstrings.width(), 0)).x() - right) <= BAR + 2
