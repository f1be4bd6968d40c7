"""The checkmarks of Loop Habit Tracker, in every form that its versions have written, and their zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hamstring_gui.domain.consistency import weeks_until
from hamstring_gui.domain.history import by_hand
from hamstring_gui.storage import loop
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.importing import Import, carry_out, plan_import
from hamstring_gui.storage.loop_days import is_stretching

Plan = Callable[[str], Import]

ALL_HABITS = "Date,Meditate,Wake up early,\n2015-01-25,-1,2,\n2015-01-24,-1,0,\n2015-01-23,-1,1,\n2015-01-22,2,2,\n"


def days(found: Import, *habits: str) -> list[int]:
    assert found.problems == ()
    return [session.day.day for session in found.choosing(habits or tuple(found.habits)).new]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ALL_HABITS, [22, 25]),
        ("Date,Stretch,\n2015-01-25,YES_MANUAL,\n2015-01-24,NO,\n2015-01-23,YES_AUTO,\n2015-01-22,SKIP,\n", [25]),
        ("Date,Value,Notes\n2015-01-25,YES_MANUAL,\n2015-01-24,UNKNOWN,\"a\nb, c\"\n2015-01-23,2,x\n", [23, 25]),
        ("2015-01-25,2\n2015-01-24,0\n2015-01-23,2\n", [23, 25]),
        ("Date,Minutes,\n2015-01-25,30000,\n2015-01-24,0,\n2015-01-23,500,\n2015-01-22,3,\n2015-01-21,-3,\n", [23, 25]),
        ("Date,Stretch,\r\n2015-01-25,2,\r\n2015-01-24,,\r\n", [25]),
        ("\ufeffDate;Stretch;\r\n2015-01-25;2;\r\n2015-01-24;0;\r\n", [25]),
        ("Date\tStretch\n2015-01-25\t2\n2015-01-24\t0\n", [25]),
        ("sep=;\r\nDate;Stretch\r\n2015-01-25;2\r\n", [25]),
        ('"Date","Stretch"\n"2015-01-25","2"\n"2015-01-24","0"\n', [25]),
        ("\n\nDate,Stretch; breathe; relax,\n2015-01-25,2,\n,,\n", [25]),
        ('Date,"Nightly" stretch,\n2015-01-25,2,\n2015-01-24,2,\n', [24, 25]),
        ('Date,"Stretch,\n2015-01-25,2,\n2015-01-24,2,\n', [24, 25]),
    ],
)  # fmt: skip
def test_days_on_which_a_habit_was_done_are_active(plan: Plan, text: str, expected: list[int]) -> None:
    assert days(plan(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Date,Read,Stretch,\n2026-11-03,{0}3, value=0),{0}3, value=2),\n2026-11-02,{0}2, value=2),{0}2, value=1),\n",
        "Date;Read;Stretch\n2026-11-03;{0}3; value=0);{0}3; value=2)\n2026-11-02;{0}2; value=2);{0}2; value=1)\n",
        'Date,Read,Stretch\n2026-11-03,"{0}3, value=0)","{0}3, value=2)"\n2026-11-02,"{0}2, value=2)","{0}2, value=3)"',
        "Date,Read,Stretch,\n2026-11-03,{0}3, value=0, notes=),{0}3, value=2, notes=left, then right),\n",
    ],
)
def test_the_cells_of_version_2_0(plan: Plan, text: str) -> None:
    found = plan(text.format("Entry(timestamp=2026-11-0"))
    assert list(found.habits) == ["Read", "Stretch"]
    assert days(found, "Stretch") == [3]


# -- which habits ----------------------------------------------------------------------------------------------------
def test_the_habits_that_are_chosen_make_the_days(store: HistoryStore, plan: Plan) -> None:
    found = plan(ALL_HABITS.replace("Wake up early", "Évening stretch"))
    assert {name: len(days) for name, days in found.habits.items()} == {"Meditate": 1, "Évening stretch": 2}
    assert (found.chosen, len(found.new), found.already_here) == (("Évening stretch",), 2, 0)
    assert found.choosing(["Meditate"]).chosen == ("Meditate",)
    assert days(found, "Meditate") == [22]
    carry_out(found, store)
    again = plan(ALL_HABITS)
    assert (again.chosen, again.new, again.already_here, again.is_empty) == ((), (), 0, True)
    assert (again.choosing(["Meditate"]).already_here, again.choosing(again.habits).already_here) == (1, 2)


def test_a_habit_alone_needs_no_choice(plan: Plan) -> None:
    assert plan("Date,Read,\n2015-01-25,2,\n").chosen == ("Read",)


@pytest.mark.parametrize(
    "name",
    ["Stretching", "my HAMSTRINGS", "Dehnen", "Étirements", "Estiramientos", "Alongamento", "Растяжка", "ストレッチ",
     "Strečink", "Rozciąganie", "Venyttely", "Töjning", "拉伸"],
)  # fmt: skip
def test_names_that_speak_of_stretching(name: str) -> None:
    assert is_stretching(name)


@pytest.mark.parametrize("name", ["Read", "Run along the river", "Meditate", "Early to bed", "Push-ups", "冥想"])
def test_names_that_do_not(name: str) -> None:
    assert not is_stretching(name)


def test_loops_days_count_without_a_second_held(store: HistoryStore, plan: Plan) -> None:
    first = plan(ALL_HABITS).choosing(["Meditate", "Wake up early"])
    carry_out(first, store)
    assert plan(ALL_HABITS).choosing(first.chosen).already_here == 2
    (week,) = weeks_until(date(2015, 1, 25), store.sessions(), count=1)
    assert (week.active_days, week.sessions, week.held_s) == (2, 2, 0)
    session = store.sessions()[0]
    assert (session.source, session.routine_name) == ("import:loop", "Meditate, Wake up early")


def test_a_day_that_is_active_already_is_not_counted_twice(store: HistoryStore, plan: Plan) -> None:
    noon = datetime(2015, 1, 25, 12, tzinfo=UTC)
    store.put_session(by_hand("own", noon, noon.date(), left_s=60, right_s=60))
    found = plan(ALL_HABITS).choosing(["Meditate", "Wake up early"])
    assert (days(found), found.already_here) == ([22], 1)


# -- dates that a spreadsheet program has written its own way ----------------------------------------------------------
@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["25/01/2015", "03/01/2015"], [3, 25]),
        (["1/25/2015", "1/3/2015"], [3, 25]),
        (["25.01.15", "03.01.15"], [3, 25]),
        (["25. 1. 2015", "3. 1. 2015"], [3, 25]),
        (["2015/01/25", "2015/01/03"], [3, 25]),
        (["2015-01-25 00:00:00", "2015-01-03 00:00:00"], [3, 25]),
        (["01/01/2015"], [1]),
    ],
)
def test_dates_in_the_one_order_that_fits(plan: Plan, dates: list[str], expected: list[int]) -> None:
    rows = "".join(f"{text};2;\n" for text in dates)
    assert days(plan(f"Date;Stretch;\n{rows}")) == expected
    assert days(plan(rows)) == expected


@pytest.mark.parametrize(
    ("dates", "problem"),
    [
        (["05/11/2026", "04/11/2026"], 'line 2, Date: "05/11/2026" may be 2026-05-11 or 2026-11-05, and nothing in'),
        (["11/11/2026", "4/11/2026"], 'line 3, Date: "4/11/2026" may be 2026-04-11 or 2026-11-04'),
        (["25/01/2015", "01/26/2015"], 'line 3, Date: must be a date like 2026-11-22, of the years'),
        (["2015-01-25", "25/01/2015"], "line 3, Date: must be a date"),
        (["30/02/2015"], "line 2, Date: must be a date"),
        (["25-01-15"], 'line 2, Date: "25-01-15" may be 2015-01-25 or 2025-01-15'),
    ],
)  # fmt: skip
def test_dates_that_fit_no_order_or_several_are_refused(plan: Plan, dates: list[str], problem: str) -> None:
    (found,) = plan("Date,Stretch,\n" + "".join(f"{text},2,\n" for text in dates)).problems
    assert found.startswith(problem)


# -- what doesn't fit --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Date,Stretch,\n2015-01-25,0.0519,\n", 'line 2, Stretch: "0.0519" is no checkmark; the file to import is'),
        ("Date,Stretch,\n2015-01-25,2,\n1815-01-24,2,\n", "line 3, Date: must be a date"),
        ("Date,Stretch, legs,Read,\n2015-01-25,2,0,\n2015-01-24,2,0,\n",
         'line 1: names 3 habits ("Stretch", "legs", "Read"), but line 2 has 2 values; a comma in a habit\'s name'),
        ("Date,Stretch, legs,Read\n2015-01-25,2,0,\n", "line 1: names 3 habits"),
        ("Date,Stretch,\n2015-01-25,2,0,\n2015-01-24,2,0,\n", 'line 1: names 1 habit ("Stretch"), but line 2 has 2'),
        ("Date,A,B,\n2015-01-25,2,0,\n2015-01-24,2,\n", "line 3: has 1 value; line 1 names 2 habits"),
        ("Date,A,B,\n2015-01-25,2,0,\n2015-01-24,2,0,2,\n", "line 3: has 3 values; line 1 names 2 habits"),
        ("Date,A,\n2015-01-25\n2015-01-24,2,\n", "line 2: has no value beside the date"),
        ("2015-01-25,2\n2015-01-24,perhaps\n", "line 2, "),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_with_its_place(plan: Plan, text: str, problem: str) -> None:
    found = plan(text)
    assert found.problems[0].startswith(problem)
    with pytest.raises(StorageError, match="nothing was imported"):
        carry_out(found, None)  # type: ignore[arg-type]


def test_a_quotation_mark_that_never_ends_loses_no_days(plan: Plan) -> None:
    with pytest.raises(StorageError, match="this is not CSV: unexpected end of data"):
        plan('Date,Value,Notes\n2015-01-25,2,"well\n2015-01-24,2,\n2015-01-23,2,\n')


def test_more_than_loop_ever_wrote_is_refused(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "MOST_CELLS", 5)
    with pytest.raises(StorageError, match="this is too large; at most 5 checkmarks are read"):
        plan(ALL_HABITS)


def test_an_entry_that_never_ends_takes_no_time(plan: Plan) -> None:
    text = "Date,A,\n2015-01-25," + "Entry(timestamp=2015, value=2, notes=" * 200_000 + ",\n"
    assert plan(text).problems


# -- the zip -----------------------------------------------------------------------------------------------------------
HABITS = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,"
    'Target Value,Archived?\n001,Meditate,YES_NO,,,1,1,#FF8F00,,,,false\n002,"Stretch, übers Bein",YES_NO,,,2,3,'
    "#00897B,,,,false\n"
)
ZIP = {
    "Habits.csv": HABITS,
    "001 Meditate/Scores.csv": "Date,Score\n2015-01-25,0.1\n",
    "001 Meditate/Checkmarks.csv": "Date,Value,Notes\n2015-01-22,YES_MANUAL,\n",
    "002 Stretch bers Bein/Checkmarks.csv": 'Date,Value,Notes\n2015-01-25,YES_MANUAL,"a, b"\n2015-01-24,YES_AUTO,\n',
    "Scores.csv": "Date,Meditate,Stretch, übers Bein,\n2015-01-25,0.1,0.2,\n",
    "Checkmarks.csv": "Date,Meditate,Stretch, übers Bein,\n2015-01-25,NO,YES_MANUAL,\n",
}


@pytest.fixture
def zipped(store: HistoryStore, tmp_path: Path) -> Callable[[dict[str, str]], Import]:
    def make(files: dict[str, str]) -> Import:
        path = tmp_path / "Loop Habits CSV 2015-01-25.zip"
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                archive.writestr(name, text)
        path.write_bytes(packed.getvalue())
        return plan_import(path, store)

    return make


def test_loops_zip_is_read_as_it_is(zipped: Callable[[dict[str, str]], Import]) -> None:
    found = zipped(ZIP)
    assert list(found.habits) == ["Meditate", "Stretch, übers Bein"]
    assert (found.chosen, days(found, *found.chosen)) == (("Stretch, übers Bein",), [25])


def test_a_zip_that_was_packed_again_is_read_too(zipped: Callable[[dict[str, str]], Import]) -> None:
    again = {f"Loop/{name}": text for name, text in ZIP.items()}
    found = zipped({"Loop/": "", "__MACOSX/Loop/001 Meditate/._Checkmarks.csv": "\0", "Loop/.DS_Store": "x", **again})
    assert list(found.habits) == ["Meditate", "Stretch, übers Bein"]


@pytest.mark.parametrize("name", ["Checkmarks.csv", "004/Checkmarks.csv", "001 Stretch/Checkmarks.csv"])
def test_a_zip_without_a_list_of_habits(zipped: Callable[[dict[str, str]], Import], name: str) -> None:
    one = "Date,Stretch,\n2015-01-25,2,\n" if name == "Checkmarks.csv" else "2015-01-25,2\n"
    found = zipped({name: one})
    assert list(found.habits) == ["004" if "004" in name else "Stretch"]
    assert days(found) == [25]


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"Habits.csv": HABITS}, "there is no Checkmarks.csv of Loop Habit Tracker in this zip"),
        ({}, "this is not an export of Loop Habit Tracker"),
        ({"history.sqlite3": "x"}, "this is a backup of Hamstring; it is restored on the page Settings"),
        ({"001 A/Checkmarks.csv": "Dear diary\n"}, "001 A/Checkmarks.csv: this is no Checkmarks.csv of Loop"),
        ({"001 A/Checkmarks.csv": "0" * 17_000_000}, "001 A/Checkmarks.csv: this grows too large when it is unpacked"),
    ],
)
def test_another_zip_is_refused(
    zipped: Callable[[dict[str, str]], Import], files: dict[str, str], reason: str, tmp_path: Path
) -> None:
    with pytest.raises(StorageError) as refused:
        zipped(files)
    assert str(refused.value).startswith(f"{tmp_path}/Loop Habits CSV 2015-01-25.zip: ")
    assert reason in str(refused.value)
    assert str(refused.value).count(str(tmp_path)) == 1


def test_what_is_wrong_in_a_zip_is_told_with_its_file(zipped: Callable[[dict[str, str]], Import]) -> None:
    wrong = ZIP | {"001 Meditate/Checkmarks.csv": "Date,Value,Notes\n2015-01-22,YES_MANUAL,\n2015-01-21,often,\n"}
    (problem,) = zipped(wrong).problems
    assert problem.startswith('001 Meditate/Checkmarks.csv, line 3, Meditate: "often" is no checkmark')


def test_half_a_zip_is_refused(store: HistoryStore, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\3\4 and no more")
    with pytest.raises(StorageError, match=r"a\.zip: this is not an export of Loop Habit Tracker"):
        plan_import(tmp_path / "a.zip", store)
