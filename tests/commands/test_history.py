"""`import`, `stats` and `export --format csv` as a user runs them: histories made by hand, with known answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale

import hamstring_gui
from hamstring_gui.commands.command_line import PROBLEM, USAGE, main
from hamstring_gui.commands.stats import duration
from hamstring_gui.domain.system_week import system_first_weekday
from hamstring_gui.storage.alone import alone
from hamstring_gui.storage.history import HistoryStore
from tests.spread import late

Stats = Callable[..., dict[str, Any]]
MONDAY = date(2026, 11, 16)


@pytest.fixture(autouse=True)
def _plain_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def stats(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Stats:
    """Imports a document and gives what `stats --json` says."""

    def run(document: dict[str, Any] | None, *arguments: str) -> dict[str, Any]:
        if document is not None:
            file = tmp_path / "in.json"
            file.write_text(json.dumps(document))
            assert main(["--data-dir", str(folder), "import", str(file)]) == 0
            capsys.readouterr()
        assert main(["--data-dir", str(folder), "stats", "--json", *arguments]) == 0
        found: dict[str, Any] = json.loads(capsys.readouterr().out)
        return found

    return run


def session(day: date | str, left_s: float = 90, right_s: float = 90, **other: object) -> dict[str, Any]:
    holds = [
        {"exercise": "band-hamstring-stretch", "side": side, "planned_s": 90, "held_s": held_s}
        for side, held_s in (("left", left_s), ("right", right_s))
    ]
    return {"started_at": f"{day}T19:00:00+01:00", "holds": holds} | other


def active(document: dict[str, Any]) -> list[int]:
    return [week["active_days"] for week in document["weeks"]]


def test_the_document_that_others_rely_on(stats: Stats) -> None:
    sessions = [session(MONDAY - timedelta(weeks=1, days=-n)) for n in range(3)]
    sessions += [session(MONDAY), session(MONDAY + timedelta(days=1), 90, 30.5)]
    found = stats({"sessions": sessions}, "--today", "2026-11-18", "--weeks", "3")
    assert list(found) == ["goal", "streak_weeks", "consistency", "weeks"]
    assert (found["goal"], found["streak_weeks"], found["consistency"]) == (3, 1, 1.0)
    assert found["weeks"][2] == {
        "week": "2026-11-16",
        "active_days": 2,
        "goal": 3,
        "sessions": 2,
        "held_s": {"left": 180.0, "right": 120.5},
        "met": False,
        "rest": False,
    }
    assert list(found["weeks"][2]) == ["week", "active_days", "goal", "sessions", "held_s", "met", "rest"]
    assert active(found) == [0, 3, 2]


def test_goals_and_rest_weeks_that_were_imported(stats: Stats) -> None:
    counts = [2, 3, 0, 4, 1]  # the last one runs
    sessions = [
        session(MONDAY - timedelta(weeks=4 - w, days=-n)) for w, count in enumerate(counts) for n in range(count)
    ]
    document = {
        "sessions": sessions,
        "rest_weeks": ["2026-11-02"],
        "goals": [{"since": "2026-10-19", "days": 3}, {"since": "2026-11-11", "days": 4}],
    }
    found = stats(document, "--today", "2026-11-17", "--weeks", "5")
    assert active(found) == counts
    assert [week["goal"] for week in found["weeks"]] == [3, 3, 3, 4, 4]
    assert [week["met"] for week in found["weeks"]] == [False, True, False, True, False]
    assert [week["rest"] for week in found["weeks"]] == [False, False, True, False, False]
    assert (found["goal"], found["streak_weeks"]) == (4, 2)
    assert found["consistency"] == pytest.approx((2 / 3 + 1 + 1) / 3)
    easy = stats(None, "--today", "2026-11-17", "--weeks", "5", "--goal", "1")
    assert ({week["goal"] for week in easy["weeks"]}, easy["streak_weeks"], easy["consistency"]) == ({1}, 4, 1.0)


@pytest.mark.parametrize(("first_day", "expected"), [("monday", [1, 2]), ("sunday", [2, 0]), ("saturday", [2, 1])])
def test_weeks_start_where_they_are_told(stats: Stats, first_day: str, expected: list[int]) -> None:
    document = {"sessions": [session(f"2026-11-{day}") for day in (14, 16, 21)]}
    found = stats(document, "--today", "2026-11-22", "--weeks", "2", "--first-day", first_day)
    assert active(found) == expected


def test_the_settings_say_what_weeks_start_on(stats: Stats, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert stats(None, "--today", "2026-11-22", "--weeks", "1")["weeks"][0]["week"] == "2026-11-16"
    monkeypatch.setenv("LC_TIME", "en_US.UTF-8")
    assert stats(None, "--today", "2026-11-22", "--weeks", "1")["weeks"][0]["week"] == "2026-11-22"
    folder.mkdir()
    (folder / "settings.toml").write_text('[week]\nfirst_day = "saturday"\n')
    assert stats(None, "--today", "2026-11-22", "--weeks", "1")["weeks"][0]["week"] == "2026-11-21"


def test_an_empty_history_and_one_session(stats: Stats) -> None:
    found = stats(None, "--today", "2026-11-18")
    assert (len(found["weeks"]), found["streak_weeks"], found["consistency"]) == (12, 0, None)
    found = stats({"sessions": [session(MONDAY)]}, "--today", "2026-11-18")
    assert (active(found)[-1], found["streak_weeks"], found["consistency"]) == (1, 0, None)
    assert stats(None, "--today", "2026-11-25")["consistency"] == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("started_at", "today", "expected"),
    [
        ("2026-03-29T03:30:00+02:00", "2026-03-30", [1, 0]),  # the hour after the clocks went forward: still Saturday
        ("2026-10-25T02:30:00+01:00", "2026-10-25", [0, 1]),  # the hour that came twice
        ("2026-11-16T00:30:00+01:00", "2026-11-16", [1, 0]),  # Sunday night
        ("2026-11-16T04:00:00+01:00", "2026-11-16", [0, 1]),
        ("2027-01-03T23:50:00-10:00", "2027-01-04", [1, 0]),  # of week 53 of 2026, seen from far west
        ("2024-02-29T19:00:00+00:00", "2024-03-04", [1, 0]),
    ],
)
def test_a_session_is_in_the_week_of_its_own_day(
    stats: Stats, started_at: str, today: str, expected: list[int]
) -> None:
    found = stats({"sessions": [session(MONDAY) | {"started_at": started_at}]}, "--today", today, "--weeks", "2")
    assert active(found) == expected


def test_the_stamped_day_is_what_counts_and_a_future_one_waits(stats: Stats) -> None:
    document = {
        "sessions": [session("2026-11-16") | {"day": "2026-11-15"}, session("2026-11-19"), session("2031-01-01")]
    }
    found = stats(document, "--today", "2026-11-18", "--weeks", "2", "--goal", "1")
    assert (active(found), found["streak_weeks"]) == ([1, 0], 1)


def test_half_of_it_counts(stats: Stats) -> None:
    halves = [session("2026-11-16", 90, 0), session("2026-11-17", 89.9, 0), session("2026-11-18", 0, 0)]
    found = stats({"sessions": halves}, "--today", "2026-11-18", "--weeks", "1")
    assert found["weeks"][0]["sessions"] == 1
    assert found["weeks"][0]["held_s"] == {"left": 179.9, "right": 0.0}


def test_the_table_for_people(stats: Stats, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    weeks_before = [session(MONDAY - timedelta(weeks=1, days=-n), 200, 190) for n in range(3)]
    stats({"sessions": [*weeks_before, session(MONDAY)], "rest_weeks": ["2026-11-02"]})
    assert main(["--data-dir", str(folder), "stats", "--today", "2026-11-18", "--weeks", "3"]) == 0
    assert capsys.readouterr().out == (
        "week of      active days   sessions      left leg    right leg\n"
        "2026-11-02        0 of 3          0           0 s          0 s   rest week\n"
        "2026-11-09        3 of 3          3   10 min  0 s   9 min 30 s   goal met\n"
        "2026-11-16        1 of 3          1    1 min 30 s   1 min 30 s   this week\n"
        "\n"
        "Streak: 1 week\n"
        "Consistency: 100% of the goal over 1 week\n"
    )


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0 s"), (59.4, "59 s"), (59.6, "1 min  0 s"), (200, "3 min 20 s"), (3600, "60 min  0 s")]
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text


# -- import ----------------------------------------------------------------------------------------------------------
def test_a_dry_run_says_what_would_come_and_changes_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "in.json"
    file.write_text(json.dumps({"sessions": [session(MONDAY)], "rest_weeks": ["2026-11-09"], "mood": 1}))
    assert main(["import", str(file), "--dry-run", "--data-dir", str(folder)]) == 0
    assert capsys.readouterr().out == (
        "1 new, 0 already here\nnew goals: 0, new rest weeks: 1\nnot known here and left out: mood\n"
        "nothing was changed: this was a dry run\n"
    )
    assert not folder.exists()
    for expected in ("1 new, 0 already here\n", "0 new, 1 already here\n"):
        assert main(["import", str(file), "--data-dir", str(folder)]) == 0
        assert capsys.readouterr().out.startswith(expected)


def test_sessions_of_days_to_come_are_told(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "in.json"
    file.write_text(json.dumps({"sessions": [session(MONDAY), session("2199-01-01")]}))
    assert main(["import", str(file), "--data-dir", str(folder)]) == 0
    assert capsys.readouterr().out == "2 new, 0 already here\nof days still to come: 1\n"


def test_a_document_that_is_no_history_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "in.json"
    file.write_text('{"hello": 1}')
    assert main(["import", str(file), "--data-dir", str(folder)]) == PROBLEM
    assert "it has no list of sessions" in capsys.readouterr().err
    assert not folder.exists()


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
def test_what_is_not_understood_is_told_and_nothing_is_imported(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], dry: list[str]
) -> None:
    file = tmp_path / "in.csv"
    file.write_text("session,day,side,held_s\na,2026-11-20,left,30\nb,2026-11-21,left,mu\x1bch\n")
    assert main(["import", str(file), "--data-dir", str(folder), *dry]) == PROBLEM
    out, err = capsys.readouterr()
    assert out.startswith(
        '2 new, 0 already here, 1 not understood:\n  line 3, held_s: must be a number; it is "mu?ch"\n'
    )
    assert out.endswith(
        "nothing was changed: this was a dry run\n"
        if dry
        else "nothing was changed: all of the file has to be understood first\n"
    )
    assert err.startswith(f"hamstring-gui: {file}: nothing was imported: line 3, held_s: must be a number")
    assert not folder.exists()


LOOP = "Date,Read,Evening stretch,\n2026-11-17,2,2,\n2026-11-16,2,0,\n"


@pytest.mark.parametrize(
    ("habits", "new", "named"),
    [
        (["Evening stretch"], 1, "Evening stretch"),
        (["read"], 2, "Read"),
        (["Evening stretch", "Read"], 2, "Read, Evening stretch"),
    ],
)
def test_the_habits_that_are_named_are_imported(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], habits: list[str], new: int, named: str
) -> None:
    (tmp_path / "in.csv").write_text(LOOP)
    named_ = [word for habit in habits for word in ("--habit", habit)]
    assert main(["import", *named_, str(tmp_path / "in.csv"), "--data-dir", str(folder)]) == 0
    said = f"{new} new, 0 already here\na day is active when any of these was done: {named}\n"
    assert capsys.readouterr().out == said
    with HistoryStore.open_to_read(folder / "history.sqlite3") as store:
        assert len(store.sessions()) == new


def test_the_only_habit_needs_no_name(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("Date,Read,\n2026-11-17,2,\n")
    assert main(["import", str(tmp_path / "in.csv"), "--data-dir", str(folder)]) == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], 'this has several habits: "Read", "Evening stretch"; say which are stretching, each with --habit'),
        (["--dry-run"], 'this has several habits: "Read", "Evening stretch"; say which'),
        (["--habit", "Run"], 'there is no such habit in {file}; it has "Read", "Evening stretch"'),
        (["--habit", "Read", "--habit", ""], 'there is no such habit in {file}; it has "Read", "Evening stretch"'),
    ],
)
def test_habits_that_nobody_chose_are_not_imported(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    file = tmp_path / "in.csv"
    file.write_text(LOOP)
    assert main(["import", str(file), "--data-dir", str(folder), *arguments]) == USAGE
    out, err = capsys.readouterr()
    assert sentence.format(file=file) in err
    assert (out, err.count("\n"), folder.exists()) == ("", 1, False)


def test_another_file_has_no_habits(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.json").write_text(json.dumps({"sessions": [session(MONDAY)]}))
    assert main(["import", str(tmp_path / "in.json"), "--habit", "Read", "--data-dir", str(folder)]) == USAGE
    assert "is no file of Loop Habit Tracker, and has no habits" in capsys.readouterr().err


def test_an_export_as_csv_comes_back(folder: Path, tmp_path: Path, stats: Stats) -> None:
    before = stats({"sessions": [session(MONDAY, note="=1+1"), session("2026-11-20", 30, 0)]}, "--today", "2026-11-22")
    file, other = tmp_path / "out.csv", tmp_path / "other"
    assert main(["--data-dir", str(folder), "export", "--format", "csv", "-o", str(file)]) == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfsession,day,")
    assert b"\r\n" in file.read_bytes()
    assert main(["--data-dir", str(other), "import", str(file)]) == 0
    with (
        HistoryStore.open_to_read(folder / "history.sqlite3") as one,
        HistoryStore.open_to_read(other / "history.sqlite3") as two,
    ):
        assert one.sessions() == two.sessions()
    assert active(before)[-1] == 1


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (["-o", "weeks.pdf"], b"%PDF-"),
        (["-o", "Weeks.PDF", "--format", "pdf"], b"%PDF-"),
        (["-o", "weeks.csv"], b"\xef\xbb\xbfsession,day,"),
        (["-o", "weeks.json"], b"{\n"),
        (["-o", "weeks"], b"{\n"),
        (["-o", "my.weeks"], b"{\n"),
        (["-o", "weeks", "--format", "pdf"], b"%PDF-"),
        (["-o", "weeks.bak", "--format", "csv"], b"\xef\xbb\xbfsession,day,"),
    ],
)
def test_what_the_file_is_called_says_what_is_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], begins: bytes
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", *arguments, "--data-dir", str(folder)]) == 0
    assert Path(arguments[1]).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["stats", "--weeks", "0"], "argument --weeks: give a whole number from 1 to 5200, not '0'"),
        (["stats", "--weeks", "many"], "argument --weeks: give a whole number from 1 to 5200, not 'many'"),
        (["stats", "--goal", "8"], "argument --goal: give a whole number from 1 to 7, not '8'"),
        (["stats", "--today", "2026-02-30"], "argument --today: give a date like 2026-11-22, not '2026-02-30'"),
        (["stats", "--today", "0001-01-01"], "argument --today: give a date like 2026-11-22, not '0001-01-01'"),
        (["stats", "--first-day", "friday"], "argument --first-day: invalid choice: 'friday'"),
        (["export", "--format", "xml"], "argument --format: invalid choice: 'xml'"),
        (["export", "--format", "pdf"], "--format pdf: give a file with -o FILE"),
        (["export", "--format", "csv", "-o", "weeks.pdf"], "weeks.pdf: --format says csv and the file's name says pdf"),
        (["export", "--format", "pdf", "-o", "a/WEEKS.JSON"], "a/WEEKS.JSON: --format says pdf and the file's name"),
        (["export", "-o", "weeks.xlsx"], "weeks.xlsx: an export is written as json, csv or pdf, not xlsx"),
        (["export", "--format", "csv", "-o", "weeks.ods"], "weeks.ods: an export is written as json, csv or pdf"),
        (["import"], "the following arguments are required: FILE"),
        (["--theme", "dark", "stats"], "--start, --fullscreen and --theme belong to the window, not to stats"),
    ],
)
def test_nonsense_is_refused(capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str) -> None:
    assert main(arguments) == USAGE
    assert capsys.readouterr().err.startswith(f"hamstring-gui: {sentence}")


@pytest.mark.parametrize(
    "arguments", [["stats"], late(["stats", "--json"]), late(["import", "in.json"]), ["export", "--format", "csv"]]
)
def test_none_of_them_needs_qt_or_a_display(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "in.json").write_text(json.dumps({"sessions": [session(MONDAY, routine_name="Dähnen")]}))
    repository = str(Path(hamstring_gui.__file__).parent.parent)
    plain = {"PATH": os.environ["PATH"], "PYTHONPATH": repository, "LC_ALL": "C", "HOME": str(tmp_path)}
    command = [sys.executable, "-X", "importtime", "-m", "hamstring_gui", *arguments, "--data-dir", "data"]
    done = subprocess.run(command, capture_output=True, env=plain, cwd=tmp_path)
    assert done.returncode == 0
    tops = {line.rpartition(b"|")[2].strip().decode().partition(".")[0] for line in done.stderr.splitlines()}
    assert not tops & {"PySide6", "shiboken6", "tomlkit", "platformdirs", "logging", "numpy", "wakepy", "PIL"}


# -- what weeks start on ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "name", ["de_DE", "en_US", "en_GB", "pt_PT", "pt_BR", "ar_EG", "fa_IR", "ja_JP", "fr_FR", "he_IL"]
)
def test_weeks_start_as_qt_says(name: str) -> None:
    expected = QLocale(name).firstDayOfWeek().value - 1
    assert system_first_weekday({"LANG": f"{name}.UTF-8"}) == expected
    assert system_first_weekday({"LC_TIME": f"{name}.UTF-8", "LANG": "de_DE.UTF-8"}) == expected


@pytest.mark.parametrize("environment", [{}, {"LC_ALL": "C.UTF-8", "LANG": "en_US"}, {"LANG": "tlh"}, {"LANG": "_US"}])
def test_where_nothing_is_said_weeks_start_on_monday(environment: dict[str, str]) -> None:
    assert system_first_weekday(environment) == 0


@pytest.mark.usefixtures("impatient")
def test_nothing_is_imported_while_a_backup_is_being_restored(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "in.json"
    file.write_text(json.dumps({"sessions": [session(MONDAY)]}))
    with alone(folder):
        assert main(["--data-dir", str(folder), "import", str(file)]) == PROBLEM
    assert "another program is restoring a backup" in capsys.readouterr().err
    assert not (folder / "history.sqlite3").exists()
