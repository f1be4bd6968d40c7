"""The printed summary: what it says, that it stays on two pages, and that its words can be selected."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from hamstring_gui.commands.command_line import main
from hamstring_gui.commands.history import summary_of
from hamstring_gui.domain.consistency import Goal, kinds_of, weeks_until
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.exercises_done import ExerciseDone
from hamstring_gui.domain.history import HoldOutcome, HoldRecord, SessionRecord, Tightness
from hamstring_gui.paper import summary, wording
from hamstring_gui.paper.sheet import in_lines, print_letters
from hamstring_gui.paper.summary import WEEKS, pdf_of, summed_up
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.own_exercises import OwnExercises
from hamstring_gui.storage.paths import Paths
from tests.conftest import ROOT
from tests.goldens import Goldens
from tests.storage.making import own_exercise

QPdfDocument = pytest.importorskip("PySide6.QtPdf", reason="PySide6-Addons has no QtPdf from 6.12 on").QPdfDocument

TODAY = date.today()


def session(
    days: int, outcome: HoldOutcome = "held", note: str = "", exercise: str = "band-hamstring-stretch"
) -> SessionRecord:
    return on(TODAY, days, outcome, note, exercise)


def on(
    today: date, days: int, outcome: HoldOutcome = "held", note: str = "", exercise: str = "band-hamstring-stretch"
) -> SessionRecord:
    """A session so many days before."""
    day = today - timedelta(days=days)
    at = datetime.combine(day, time(19), UTC)
    holds = (
        HoldRecord(0, exercise, "left", 1, 60, 60, outcome, at),
        HoldRecord(1, exercise, "right", 1, 60, 60, outcome, at),
    )
    return SessionRecord(f"d{days}", "daily", "Daily", at, at, day, "finished", 120, holds, Tightness(6, 4), note)


def keep(folder: Path, *sessions: SessionRecord, rest: bool = False) -> Path:
    """Put them into the folder's history; gives the file that `export` is to write."""
    with HistoryStore.open(Paths.under(folder).database) as store:
        store.put_all(sessions, (Goal(TODAY - timedelta(days=300), 4),), (TODAY - timedelta(days=14),) if rest else ())
    return folder / "out.pdf"


def export(folder: Path, *sessions: SessionRecord) -> Path:
    """What the command line writes."""
    file = keep(folder, *sessions)
    assert main(["--data-dir", str(folder), "export", "--format", "pdf", "-o", str(file)]) == 0
    return file


def pages_of(file: Path) -> list[str]:
    """The words on each page."""
    document = QPdfDocument()
    assert document.load(str(file)) == QPdfDocument.Error.None_
    return [document.getAllText(page).text().replace("\r\n", "\n") for page in range(document.pageCount())]


def test_it_says_what_happened(tmp_path: Path) -> None:
    """In a process of its own, without a display."""
    sessions = [session(days, note="Felt easier" if days == 8 else "") for days in (30, 16, 8, 1)]
    sessions += [session(3, exercise="glute-bridge"), session(2, "stopped for pain")]
    file = keep(tmp_path, *sessions, rest=True)
    command = [sys.executable, "-m", "hamstring_gui", "--data-dir", str(tmp_path), "export", "--format", "pdf", "-o"]
    done = subprocess.run(
        [*command, str(file)], cwd=ROOT, capture_output=True, text=True, timeout=60,
        env={"PATH": "", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    words = "".join(pages_of(file))
    for expected in (
        "Hamstring stretching: summary", "Name", "active days of those", "1 min 0 s", "Felt easier", "1 rest week",
        "Each leg · 1 × 60 s", "8 of 10", "Supine band hamstring stretch, Left leg: 1 time",
        "after 1 min 0 s of 1 min 0 s", "A session counts when", "Strength: 2 min 0 s.",
    ):  # fmt: skip
        assert expected in words, expected


@pytest.mark.usefixtures("application")
def test_an_empty_history_is_a_page(tmp_path: Path) -> None:
    (words,) = pages_of(export(tmp_path))
    assert "Not once in this time." in words
    assert "Notes" not in words


@pytest.mark.usefixtures("application")
def test_two_pages_at_most_whatever_is_in_it(tmp_path: Path) -> None:
    notes = ("x" * 10_000, "\u202ewrong way\x07 " * 200, "Longer and longer. " * 60)
    sessions = [session(days, "stopped for pain", notes[days % 3]) for days in range(80)]
    pages = pages_of(export(tmp_path, *sessions))
    assert len(pages) == 2
    assert len(re.findall(r"and \d+ more", "".join(pages))) == 2, "pain stops, and notes"


@pytest.mark.usefixtures("application")
def test_the_minutes_of_a_deleted_exercise_are_in_it(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    own = OwnExercises(paths.exercises)
    mine = own.save(replace(own_exercise(), region="hamstring"))
    own.delete(mine.id)
    words = pages_of(export(tmp_path, session(1, exercise=mine.id)))[0]
    assert " 1 min 0 s 1 min 0 s " in words, "the left and the right leg's"


def test_the_last_weeks_and_what_happened_in_them(exercises: dict[str, Exercise]) -> None:
    sessions = [session(days, note=f"note {days}") for days in range(120, -1, -20)]
    weeks = weeks_until(TODAY, sessions, kinds=kinds_of(exercises))
    found = summed_up(TODAY, weeks, sessions)
    assert (found.weeks, found.today) == (weeks[-WEEKS:], TODAY)
    assert [one.note for one in found.notes] == [
        one.note for one in reversed(sessions) if one.day >= weeks[-WEEKS].start
    ]
    assert 0 < len(found.notes) < len(sessions)
    assert summed_up(TODAY, weeks, [*sessions, session(-1)]).sessions == found.sessions, "tomorrow is still to come"


@pytest.mark.usefixtures("application")
def test_the_latest_pain_stands_first(tmp_path: Path, exercises: dict[str, Exercise], assets: Path) -> None:
    sessions = [session(days, "stopped for pain") for days in (9, 5, 1)]
    found = summed_up(TODAY, weeks_until(TODAY, sessions, kinds=kinds_of(exercises)), sessions)
    file = tmp_path / "pain.pdf"
    file.write_bytes(pdf_of(found, exercises, assets))
    words = "".join(pages_of(file))
    days = [f"{one.day.day} {one.day:%B %Y}" for one in reversed(sessions)]
    assert re.findall(r"(\d+ \w+ \d+), after", words) == 2 * days, "of the left leg, then of the right"
    assert words.count("leg: 3 times") == 2


@pytest.mark.usefixtures("application")
@pytest.mark.parametrize(("count", "rows"), [(4, 4), (12, 12), (26, 13), (52, 13), (5, 5)])
def test_all_numbers_are_of_the_chosen_weeks(
    tmp_path: Path, exercises: dict[str, Exercise], assets: Path, count: int, rows: int
) -> None:
    today = date(2026, 11, 25)
    weeks = weeks_until(today, sessions := [on(today, days) for days in range(400, -1, -2)], kinds=kinds_of(exercises))
    found = summed_up(today, weeks, sessions, count)
    file = tmp_path / "out.pdf"
    file.write_bytes(pdf_of(found, exercises, assets))
    words = " ".join("".join(pages_of(file)).split())
    within = [one for one in sessions if one.day >= weeks[-count].start]
    assert f"{len(within)} sessions " in words
    assert f"{len(within)} of {3 * count} " in words
    assert f"{2 * len(within)} of {2 * len(within)}" in words, "sets"
    assert f"consistency over {count - 1} full week" in words
    assert len(re.findall(r"2\d{3} \d+ of \d+ ", words)) == rows


@pytest.mark.usefixtures("application")
@pytest.mark.parametrize(("letter", "width"), [(True, 612), (False, 595)])
def test_the_paper_is_that_of_the_country(
    tmp_path: Path, exercises: dict[str, Exercise], assets: Path, monkeypatch, letter: bool, width: int
) -> None:
    monkeypatch.setattr(summary, "LETTER", {QLocale.system().territory()} if letter else set())
    file = tmp_path / "out.pdf"
    file.write_bytes(pdf_of(summed_up(TODAY, weeks_until(TODAY, ()), ()), exercises, assets))
    document = QPdfDocument()
    document.load(str(file))
    assert round(document.pagePointSize(0).width()) == width


def test_a_rest_week_is_in_neither_number(exercises: dict[str, Exercise]) -> None:
    today = date(2026, 11, 25)
    weeks = weeks_until(
        today, [on(today, days) for days in (9, 8, 2, 1)], rest_weeks=(date(2026, 11, 16),), kinds=kinds_of(exercises)
    )
    assert [week.active_days for week in weeks] == [2, 2]
    assert wording.figures(weeks, weeks[0].start)[1][0] == "2 of 3"


@pytest.mark.parametrize(
    ("each_leg", "seconds", "told"),
    [
        (True, (60.0, 30.0, 0.0), "Left 1 min 0 s, right 30 s"),
        (True, (60.0, 30.0, 10.0), "Left 1 min 10 s, right 40 s"),
        (False, (0.0, 0.0, 90.0), "1 min 30 s"),
    ],
)
def test_what_both_legs_held_together_each_of_them_held(
    application, each_leg: bool, seconds: tuple[float, float, float], told: str
) -> None:
    done = ExerciseDone("band-hamstring-stretch", each_leg, 3, 30.0, 5, 6, *seconds)
    assert wording.exercises_row(done, {})[2:] == ("5 of 6", told)


def test_pain_is_told_by_what_was_held_of_what_was_planned(application) -> None:
    one = session(1, "stopped for pain")
    stop = replace(one.holds[0], held_s=12.4)
    hurt = replace(one, holds=(stop, replace(stop, position=1, held_s=0.2)), note=" It pulled. ")
    assert wording.pain_stop(hurt, stop).endswith(", after 13 s of 1 min 0 s: It pulled."), "as History shares it out"


@pytest.mark.usefixtures("application")
def test_of_many_exercises_the_rest_is_counted(tmp_path: Path, exercises: dict[str, Exercise], assets: Path) -> None:
    sessions = [session(days, exercise=key) for days, key in enumerate([*exercises][:12])]
    file = tmp_path / "out.pdf"
    file.write_bytes(pdf_of(summed_up(TODAY, weeks_until(TODAY, sessions), sessions), exercises, assets))
    assert "and 2 more" in "".join(pages_of(file))


def test_the_command_asks_for_weeks_as_settings_and_history_have_them(tmp_path: Path, monkeypatch) -> None:
    paths, asked = Paths.under(tmp_path), []
    with HistoryStore.open(paths.database) as store:
        store.put_all([session(1), session(15)], (), (TODAY - timedelta(days=7),))
    paths.settings.write_text('[week]\nfirst_day = "saturday"\n')
    monkeypatch.setattr(summary, "pdf_of", lambda found, *_: asked.append(found) or b"")
    assert summary_of(paths, 3) == b""
    assert [week.start.isoweekday() for week in asked[0].weeks] == [6] * len(asked[0].weeks)
    assert sum(week.rest for week in asked[0].weeks) == 1


@pytest.mark.parametrize(("reps", "told"), [(10, "2 × 10 reps"), (9.5, "2 × 38 s")])
def test_a_dose_is_told_as_the_exercise_counts(
    application, exercises: dict[str, Exercise], reps: float, told: str
) -> None:
    bridge = exercises["glute-bridge"]
    bridge = replace(bridge, dose=replace(bridge.dose, rep_s=4.0))
    done = ExerciseDone(bridge.id, False, 2, 4.0 * reps, 4, 4, 0.0, 0.0, 80.0)
    assert wording.exercises_row(done, {bridge.id: bridge})[1] == told


@pytest.mark.usefixtures("application")
@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["--format", "pdf"], 2, "-o FILE"),
        (["--format", "pdf", "-o", "-"], 2, "-o FILE"),
        (["--format", "csv", "--weeks", "4"], 2, "--weeks is for --format pdf"),
        (["--format", "pdf", "--weeks", "0", "-o", "x.pdf"], 2, "from 1 to"),
        (["--format", "pdf", "-o", "no/such/folder/x.pdf"], 1, "no such"),
    ],
)
def test_what_can_not_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, sentence: str
) -> None:
    assert main(["--data-dir", str(tmp_path), "export", *arguments]) == status
    out, err = capsys.readouterr()
    assert sentence in err.lower() or sentence in err
    assert (out, err.count("\n")) == ("", 1)


@pytest.mark.usefixtures("application")
def test_the_pages_as_they_are_painted(
    golden: Goldens, tmp_path: Path, exercises: dict[str, Exercise], assets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summary, "LETTER", set())
    today = date(2026, 11, 20)
    sessions = [
        replace(moved, tightness=Tightness(7 - n // 20, 5))
        for n, days in enumerate(range(88, -1, -2))
        if days % 7
        for moved in [on(today, days, "stopped for pain" if days % 22 == 0 else "held", "Easier. " * (days % 9))]
    ]
    goals, rest = (Goal(date(2026, 1, 1), 2), Goal(date(2026, 10, 12), 4)), (date(2026, 9, 21),)
    weeks = weeks_until(today, sessions, goals=goals, rest_weeks=rest, kinds=kinds_of(exercises))
    file = tmp_path / "out.pdf"
    file.write_bytes(pdf_of(summed_up(today, weeks, sessions), exercises, assets))
    document = QPdfDocument()
    document.load(str(file))
    for page in range(document.pageCount()):
        sheet = QImage(446, 632, QImage.Format.Format_RGB32)
        sheet.fill(Qt.GlobalColor.white)
        painter = QPainter(sheet)
        painter.drawImage(0, 0, document.render(page, sheet.size()))
        painter.end()
        golden(sheet, f"paper/page-{page + 1}")


def test_no_line_of_the_paper_ends_within_an_amount_and_words_are_copied_with_their_spaces(application) -> None:
    font, text = print_letters(8.5), "Strength: 12 min 0 s. Massage: 3 min 5 s.\nRest poses: 2 min 0 s."
    for width in range(60, 300, 7):
        lines = in_lines(text, font, width)
        assert lines.replace("\n", "") == text.replace("\n", "")
        assert not re.search(r"\d *\n *(min|s)\b|min *\n", lines), lines
        assert lines.count("\n") > 1 or width > 150


def test_lines_of_the_paper_are_as_wide_as_it_whatever_is_written(application) -> None:
    font, metrics = print_letters(10), QFontMetricsF(print_letters(10))
    for text in (
        "🦵" * 20 + " tight after the long run, left 30 s only; will ask the physio about it on Monday",
        "Held 🦵 30 s and 💪🏽 longer than last time on the left leg 🙂, then 2 min 30 s of massage 🎾 and rest",
    ):
        for width in (200, 330, 499):
            lines = in_lines(text, font, width).split("\n")
            assert "".join(lines) == text
            assert all(line.endswith(" ") for line in lines[:-1]), lines
            assert max(metrics.horizontalAdvance(line.rstrip()) / 10 for line in lines) <= width, lines
