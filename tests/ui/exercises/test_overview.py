"""The library: every exercise as a card, search, filters, and the answer about the standing toe touch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.ui.exercises.card import ExerciseCard
from hamstring_gui.ui.exercises.filter_row import FilterRow
from hamstring_gui.ui.exercises.grid import starts
from hamstring_gui.ui.exercises.overview import ExercisesPage
from tests.ui.cases import in_one_window
from tests.ui.conftest import Desk
from tests.ui.room import settle

pytestmark = pytest.mark.thorough

Key = Qt.Key
Open = Callable[..., Desk]
BAND, WALL = "Supine band hamstring stretch", "Legs up the wall"
WHY = "Why we don’t reach for the toes standing"


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    """The library open, whatever exercises there are."""
    desk = open_desk()
    desk.click("Exercises")
    return desk


@pytest.fixture
def page(open_desk: Open, exercises: dict[str, Exercise]) -> ExercisesPage:
    """The library with five exercises made up from one: three for the hamstring, one each for calf and glutes."""
    desk = open_desk()
    desk.click("Exercises")
    band = exercises["band-hamstring-stretch"]

    def made_up(exercise_id: str, region: str, *equipment: str) -> Exercise:
        return replace(band, id=exercise_id, name=exercise_id.title(), region=region, equipment=equipment)

    page = desk.pages.exercises().exercises
    several = [
        made_up("élan", "hamstring", "mat"),
        made_up("press", "hamstring", "chair", "ball"),
        made_up("hinge", "hamstring"),
        made_up("lunge", "calf", "a stable wall"),
        made_up("bridge", "glutes", "mat"),
    ]
    page.show_exercises({exercise.id: exercise for exercise in several})
    page.setProperty("desk", desk)
    return page


def found(page: ExercisesPage) -> set[str]:
    return {card.exercise.id for card in page.grid.cards if card.isVisible()}


def press(page: ExercisesPage, *chips: str) -> None:
    for chip in chips:
        page.property("desk").click(chip)


def test_every_exercise_has_a_card_and_the_side_bar_says_where_one_is(desk: Desk) -> None:
    page = desk.pages.exercises().exercises
    assert found(page) == set(desk.parts.library.exercises)
    assert desk.button("Exercises").accessibleDescription() == "This page shows."
    desk.click("Today")
    assert desk.shows("Start")
    assert desk.button("Exercises").accessibleDescription() == ""


def test_cards_say_the_dose_and_hold_the_pose(desk: Desk) -> None:
    assert desk.button(BAND).accessibleDescription() == "Each leg · 3 × 30 s"
    assert desk.button(WALL).accessibleDescription() == "1 × 120 s"


@in_one_window(
    ("query", "wanted"),
    [
        ("elan", {"élan"}),
        ("ÉLAN", {"élan"}),
        ("calf lunge", {"lunge"}),
        ("stable", {"lunge"}),
        ("ball", {"press"}),
        ("glut", {"bridge"}),
        ("hamstrings", {"élan", "press", "hinge", "lunge", "bridge"}),
        ("heel ceiling chair", {"press"}),
        ("swim", set()),
    ],
)
def test_search_looks_at_name_region_equipment_muscles_and_steps(
    page: ExercisesPage, query: str, wanted: set[str]
) -> None:
    page.search.setText(query)
    assert found(page) == wanted


@in_one_window(
    ("query", "wanted"),
    [
        ("massage", {"ball-hamstring-release"}),
        ("waterfall", {"legs-up-the-wall"}),
        ("Víparita", {"legs-up-the-wall"}),
        ("desk", {"chair-hamstring-stretch"}),
        ("deadlifts", {"romanian-dead-lift"}),
        ("yoga", {"legs-up-the-wall", "wall-calf-stretch"}),
        ("strength", {"glute-bridge", "romanian-dead-lift", "leg-curl", "dead-bug"}),
        ("rest poses", {"legs-up-the-wall"}),
        ("folded towels", {"leg-curl"}),
        ("hamstring healing", {"legs-up-the-wall", "wall-calf-stretch"}),
    ],
)
def test_search_finds_by_kind_source_and_other_names(desk: Desk, query: str, wanted: set[str]) -> None:
    page = desk.pages.exercises().exercises
    page.search.setText(query)
    assert found(page) == wanted


def test_calf_and_calves_find_the_same_and_hamstring_not_everything(desk: Desk) -> None:
    page = desk.pages.exercises().exercises
    results = []
    for query in ("calf", "calves", "Hamstrings"):
        page.search.setText(query)
        results.append(found(page))
    assert results[0] == results[1] >= {"wall-calf-stretch", "legs-up-the-wall"}
    assert "dead-bug" not in results[2]


def read(page: ExercisesPage) -> list[str]:
    """The cards that show, row by row."""
    shown = [card for card in page.grid.cards if card.isVisible()]
    return [card.exercise.id for card in sorted(shown, key=lambda card: (card.y(), card.x()))]


@in_one_window("query", ["calf", "calves", "knee to chest", "massage", "bug"])
def test_the_best_find_stands_first_and_is_what_the_arrow_leads_to(desk: Desk, query: str) -> None:
    page = desk.pages.exercises().exercises
    before = read(page)
    page.search.setText(query)
    settle()
    best = {"knee to chest": "knee-to-chest", "massage": "ball-hamstring-release", "bug": "dead-bug"}
    order = read(page)
    assert order[0] == best.get(query, "wall-calf-stretch")
    assert order == [card.exercise.id for card in page.grid.cards if card.isVisible()], "so Tab goes"
    desk.press(Key.Key_Down)
    focused = desk.window.focusWidget()
    assert isinstance(focused, ExerciseCard)
    assert focused.exercise.id == order[0]
    page.forget_wishes()
    settle()
    assert read(page) == before


def test_the_search_stays_where_it_is_when_the_bar_comes_and_goes(desk: Desk) -> None:
    page = desk.pages.exercises().exercises
    places, bars = set(), set()
    for query in ("", "waterfall", "stretch"):
        page.search.setText(query)
        settle()
        places.add((page.search.mapTo(page, QPoint()).x(), page.search.width()))
        bars.add(page.sheet.verticalScrollBar().isVisible())
    assert bars == {True, False}
    assert len(places) == 1


def test_equipment_that_is_optional_filters_nothing(desk: Desk) -> None:
    page = desk.pages.exercises().exercises
    chips = {chip.value for chip in page.equipment.chips}
    assert "mat" in chips
    assert chips.isdisjoint({"ankle band", "folded towel"})
    page.show_exercises(desk.parts.library.exercises)
    desk.click("Lying leg curl")
    assert (desk.text("exercise_equipment"), desk.text("exercise_optional")) == ("Mat", "Ankle band, folded towel")


@in_one_window(
    ("chips", "wanted"),
    [
        (["Calf"], {"lunge"}),
        (["Calf", "Glutes"], {"lunge", "bridge"}),
        (["Mat"], {"élan", "bridge"}),
        (["Mat", "Glutes"], {"bridge"}),
        (["Nothing needed"], {"hinge"}),
        (["Mat", "Mat"], {"élan", "press", "hinge", "lunge", "bridge"}),
        (["Calf", "Mat"], set()),
    ],
)
def test_filters(page: ExercisesPage, chips: list[str], wanted: set[str]) -> None:
    press(page, *chips)
    assert found(page) == wanted
    press(page, *chips)


def test_filters_and_words_go_together_and_one_press_shows_everything_again(page: ExercisesPage) -> None:
    desk = page.property("desk")
    press(page, "Mat")
    page.show_exercises({one.id: replace(one, source="Another source") for one in page._exercises})
    assert page.equipment.pressed == {"mat"}, "a filter stays on when the library changes"
    page.search.setText("glutes")
    assert found(page) == {"bridge"}
    page.search.setText("chair")
    assert found(page) == set()
    assert "switch a filter off" in desk.text("nothing_found")
    desk.click("Show all exercises")
    assert len(found(page)) == 5
    assert not desk.shows("Show all exercises")


@in_one_window("query", ["toe", "touch", "standing", "forward", "Toe touch", "stand toes"])
def test_who_looks_for_the_toe_touch_finds_why_it_is_not_here(desk: Desk, query: str) -> None:
    page = desk.pages.exercises().exercises
    page.search.setText(query)
    why = desk.button(WHY)
    assert why is page.found_toes.link
    desk.click(WHY)
    assert desk.text("question_title") == WHY
    assert "lower back" in desk.text("question_text")
    desk.press(Key.Key_Escape)
    assert not desk.window.asking
    assert page.search.text() == query


def test_the_answer_is_always_one_quiet_line_away(desk: Desk) -> None:
    page = desk.pages.exercises().exercises
    assert desk.button(WHY) is page.toes
    page.search.setText("band")
    assert desk.button(WHY) is page.toes


def test_a_region_with_one_choice_is_no_filter(open_desk: Open, exercises: dict[str, Exercise]) -> None:
    desk = open_desk()
    desk.click("Exercises")
    page = desk.pages.exercises().exercises
    page.show_exercises({"band": exercises["band-hamstring-stretch"]})
    assert not page.regions.isVisible()
    assert page.equipment.isVisible()


def test_whoever_types_searches_and_escape_forgets(desk: Desk) -> None:
    page = desk.pages.exercises().exercises
    desk.press(Key.Key_End)
    assert page.sheet.verticalScrollBar().value() > 0
    for key in (Key.Key_W, Key.Key_A, Key.Key_T):
        desk.press(key)
        assert page.sheet.verticalScrollBar().value() == 0, "what is found is seen from its beginning"
    assert page.search.text() == "wat"
    assert desk.window.focusWidget() is page.search
    desk.press(Key.Key_Escape)
    assert page.search.text() == ""
    desk.press(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.focusWidget() is page.search


def test_arrows_walk_the_cards_and_enter_opens_one(page: ExercisesPage) -> None:
    desk: Desk = page.property("desk")
    desk.window.resize(900, 640)
    QApplication.processEvents()
    names = []
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Down, Key.Key_Up, Key.Key_Left, Key.Key_Left):
        desk.press(key)
        names.append(desk.window.focusWidget().accessibleName())
    assert names == ["Élan", "Hinge", "Bridge", "Hinge", "Élan", "Élan"]


def test_a_card_that_is_walked_to_can_be_seen(desk: Desk) -> None:
    desk.window.resize(900, 640)
    page = desk.pages.exercises().exercises
    band = desk.parts.library.exercises["band-hamstring-stretch"]
    many = {str(n): replace(band, id=str(n), name=f"Number {n}") for n in range(30)}
    page.show_exercises(many)
    for _ in range(8):  # until every card has its height
        QApplication.processEvents()
    for _ in range(9):
        desk.press(Key.Key_Down)
        card = desk.window.focusWidget()
        top = card.mapTo(page.sheet.viewport(), card.rect().topLeft()).y()
        assert 0 <= top <= page.sheet.viewport().height() - card.height(), card.accessibleName()


def test_the_largest_group_comes_first(page: ExercisesPage) -> None:
    assert [card.exercise.region for card in page.grid.cards] == ["hamstring"] * 3 + ["calf", "glutes"]


@pytest.mark.parametrize(
    ("counts", "columns", "where"),
    [
        ([], 3, []),
        ([9, 1, 1], 4, [(0, 0), (3, 0), (3, 1)]),
        ([2, 2, 1], 4, [(0, 0), (0, 2), (1, 0)]),
        ([4, 1], 4, [(0, 0), (1, 0)]),
        ([3, 2], 4, [(0, 0), (1, 0)]),
        ([2, 1, 1], 1, [(0, 0), (2, 0), (3, 0)]),
    ],
)
def test_small_groups_share_a_row(counts: list[int], columns: int, where: list[tuple[int, int]]) -> None:
    assert starts(counts, columns) == where


def test_cards_do_not_overlap_at_any_width(page: ExercisesPage) -> None:
    desk: Desk = page.property("desk")
    for width in (900, 1000, 1180, 1500):
        desk.window.resize(width, 700)
        QApplication.processEvents()
        rects = [card.geometry() for card in page.grid.cards]
        assert all(not a.intersects(b) for number, a in enumerate(rects) for b in rects[:number])
        assert max(rect.right() for rect in rects) <= page.grid.width()
        assert max(rect.bottom() for rect in rects) < page.grid.height()


@in_one_window("size", [(900, 510), (1180, 760), (1600, 900)])
def test_the_search_has_room_for_its_words(desk: Desk, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    QApplication.processEvents()
    search = desk.pages.exercises().exercises.search
    assert search.width() >= search.px(260)


def test_filters_stand_by_how_often_they_occur(qtbot) -> None:
    row = FilterRow("Equipment")
    qtbot.addWidget(row)
    row.show_values(["", "", "", "wall", "band", "band", "chair"], lambda value: value or "Nothing")
    assert [chip.value for chip in row.chips] == ["band", "chair", "wall", ""]
    row.show_values(["band"], str)
    assert row.isHidden(), "one filter is no choice"
