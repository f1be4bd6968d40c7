"""What goes to another computer counts there as it did here, whatever that one knows of the exercises."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamstring_gui.commands.command_line import main
from hamstring_gui.domain.consistency import Goal, Kinds, kinds_of, weeks_until
from hamstring_gui.domain.exercise import KINDS, Exercise, Side
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.domain.values import replace
from hamstring_gui.storage.exchange import write_history
from hamstring_gui.storage.exchange_csv import BYTE_ORDER_MARK, read_csv, write_csv
from hamstring_gui.storage.exchange_json import read_json
from hamstring_gui.storage.found import Found
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.own_exercises import OwnExercises
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.schema import MIGRATIONS
from hamstring_gui.storage.session_reading import id_from
from tests.spread import late
from tests.storage.devices import Device
from tests.storage.making import own_exercise

MONDAY = date(2026, 11, 16)
TODAY = MONDAY + timedelta(days=18)
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
BAND, OWN = "band-hamstring-stretch", ("own-towel", "own-ball", "=own")
BUILT_IN: Kinds = {**kinds_of({}), BAND: ("stretch", "hamstring"), "glute-bridge": ("strength", "glutes")}

_kinds = st.tuples(st.sampled_from(KINDS), st.sampled_from(["hamstring", "calf", "=1+1", " back"]))
_seconds = st.floats(0, 400) | st.sampled_from([14.9996, 15.0, 29.9995, 30.0, 0.0004, 37.4999])
_holds = st.builds(
    HoldRecord, position=st.just(0), exercise=st.sampled_from([*BUILT_IN, *OWN, "gone-for-ever"]),
    side=st.sampled_from(get_args(Side)), set=st.just(1), planned_s=_seconds, held_s=_seconds, outcome=st.just("held"),
    started_at=st.just(NOON),
)  # fmt: skip
_sessions = st.builds(
    lambda day, holds, planned_s, source: SessionRecord(
        "", "daily", "Daily", NOON, NOON, MONDAY + timedelta(days=day), "finished", planned_s,
        tuple(replace(one, position=n) for n, one in enumerate(holds)), source=source,
    ),
    st.integers(0, 18), st.lists(_holds, max_size=4), _seconds, st.sampled_from(["", "by hand"]),
)  # fmt: skip


def _histories(examples: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    everywhere = st.fixed_dictionaries(dict.fromkeys(OWN, _kinds))
    ask = given(st.lists(_sessions, min_size=1, max_size=5), everywhere, everywhere | st.just({}), st.booleans())
    return lambda test: settings(max_examples=examples, deadline=None)(ask(test))


@_histories(8)
def test_weeks_are_the_same_there(sessions: list[SessionRecord], here: Kinds, there: Kinds, as_csv: bool) -> None:
    _check(sessions, here, there, as_csv)


@pytest.mark.nightly
@_histories(300)
def test_weeks_are_the_same_again_and_again(
    sessions: list[SessionRecord], here: Kinds, there: Kinds, as_csv: bool
) -> None:
    _check(sessions, here, there, as_csv)


def _check(sessions: list[SessionRecord], here: Kinds, there: Kinds, as_csv: bool) -> None:
    """Also once more on from there: whoever knows other kinds for these names passes on what came with them."""
    numbered = [replace(one, id=str(n)) for n, one in enumerate(sessions)]
    first = _sent(numbered, here, as_csv)
    weeks = weeks_until(TODAY, numbered, kinds={**here, **BUILT_IN})
    assert weeks_until(TODAY, first, kinds={**there, **BUILT_IN}) == weeks
    assert weeks_until(TODAY, _sent(first, there, not as_csv), kinds=BUILT_IN) == weeks


def _sent(sessions: list[SessionRecord], kinds: Kinds, as_csv: bool) -> list[SessionRecord]:
    out, found = io.StringIO(newline=""), Found()
    if as_csv:
        write_csv(sessions, out, kinds)
        read_csv(io.StringIO(out.getvalue().removeprefix(BYTE_ORDER_MARK), newline=""), found, ",")
    else:
        write_history(sessions, out, kinds=kinds)
        read_json(io.StringIO(out.getvalue()), found)
    assert (found.problems, list(found.unknown)) == ([], [])
    return list(found.new.values())


# -- as a user does it -------------------------------------------------------------------------------------------------
def _stretch(own: OwnExercises) -> Exercise:
    return own.save(replace(own_exercise(), kind="stretch", region="hamstring"))


def _session(exercise: str, session_id: str = "one") -> SessionRecord:
    """35 s of the band and 3 s of one's own, on the left."""
    holds = tuple(
        HoldRecord(n, one, "left", 1, held_s, held_s, "held", NOON)
        for n, (one, held_s) in enumerate([(BAND, 35.0), (exercise, 3.0)])
    )
    return SessionRecord(session_id, "daily", "Daily", NOON, NOON, MONDAY, "finished", 38.0, holds)


def _told(paths: Paths, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["--data-dir", str(paths.data), *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("form", "here", "there"),
    [
        ("json", "deleted", "missing"), late("csv", "there", "another kind"), late("json", "there", "another kind"),
        late("json", "there", "missing"), late("csv", "deleted", "missing"), late("csv", "there", "missing"),
        late("json", "there", "deleted, of another kind"), late("csv", "deleted", "deleted, of another kind"),
    ],
)  # fmt: skip
def test_stats_are_the_same_on_another_computer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, here: str, there: str
) -> None:
    one, other = Paths.under(tmp_path / "one"), Paths.under(tmp_path / "other")
    own, others = OwnExercises(one.exercises), OwnExercises(other.exercises)
    mine = _stretch(own)
    if here == "deleted":
        own.delete(mine.id)
    if there != "missing":
        assert others.save(replace(own_exercise(), kind="massage", region="calf")).id == mine.id
    if there.startswith("deleted"):
        others.delete(mine.id)
    with HistoryStore.open(one.database) as store:
        store.put_all([_session(mine.id)])
        if form == "json":  # these are not in a spreadsheet
            store.put_all((), [Goal(MONDAY, 1)], [MONDAY - timedelta(days=7)])
    file = tmp_path / f"out.{form}"
    _told(one, capsys, "export", "-o", str(file))
    _told(other, capsys, "import", str(file))
    for words in (("stats", "--today", "2026-11-19"), ("stats", "--json", "--today", "2026-11-19")):
        assert _told(other, capsys, *words) == _told(one, capsys, *words)
    assert "38 s" in _told(other, capsys, "stats", "--today", "2026-11-19")


def test_a_file_without_kinds_goes_by_what_is_known_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths, file = Paths.under(tmp_path / "data"), tmp_path / "old.json"
    mine = _stretch(OwnExercises(paths.exercises))
    with file.open("w") as out:
        write_history([_session(mine.id)], out)
    assert '"kind"' not in file.read_text()
    _told(paths, capsys, "import", str(file))
    assert "38 s" in _told(paths, capsys, "stats", "--today", "2026-11-19")


@pytest.mark.parametrize(
    "said",
    ['"kind": "yoga", "region": "hamstring"', late('"kind": "stretch"'), late('"kind": "massage", "region": " "'),
     late('"kind": [], "region": 7')],
)  # fmt: skip
def test_a_kind_that_is_none_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str], said: str) -> None:
    paths, file = Paths.under(tmp_path / "data"), tmp_path / "other.json"
    hold = f'{{"exercise": "{BAND}", "side": "left", "held_s": 40, {said}}}'
    file.write_text(f'{{"sessions": [{{"day": "2026-11-16", "holds": [{hold}]}}]}}')
    assert "not known here and left out: kind" in _told(paths, capsys, "import", str(file))
    assert "40 s" in _told(paths, capsys, "stats", "--today", "2026-11-19")


@pytest.mark.thorough
def test_what_came_counts_as_it_came_and_what_is_held_here_as_it_is_here(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other computer's exercise of that name is a stretch; this one's is a massage."""
    paths, file = Paths.under(tmp_path / "data"), tmp_path / "in.json"
    mine = OwnExercises(paths.exercises).save(replace(own_exercise(), kind="massage", region="hamstring"))
    with HistoryStore.open(paths.database) as store:
        store.put_session(_session(mine.id, "here"))
    with file.open("w") as out:
        write_history([_session(mine.id, "there")], out, kinds={mine.id: ("stretch", "hamstring")})
    _told(paths, capsys, "import", str(file))
    assert "1 min 13 s" in _told(paths, capsys, "stats", "--today", "2026-11-19")


def test_an_id_made_of_what_a_session_is_stays_as_it_was_before_holds_had_kinds() -> None:
    """A file without ids that was imported then, and is once more, adds nothing."""
    hold = HoldRecord(0, "own-towel", "left", 1, 30.0, 30.0, "held", NOON, "stretch", "hamstring")
    one = SessionRecord("", "daily", "Daily", NOON, NOON, MONDAY, "finished", 30.0, (hold,))
    assert id_from(one) == "import-59e6ce61b75e2f06995be07c4c8d7261"


# -- devices that share a folder ---------------------------------------------------------------------------------------
@pytest.mark.thorough
def test_devices_that_share_count_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "shared"
    laptop, tower = Device(tmp_path / "laptop", folder), Device(tmp_path / "tower", folder)
    mine = _stretch(OwnExercises(laptop.paths.exercises))
    laptop.put(_session(mine.id))
    laptop.merge()
    tower.merge()
    words = ("stats", "--today", "2026-11-19")
    assert "38 s" in _told(laptop.paths, capsys, *words)
    assert _told(tower.paths, capsys, *words) == _told(laptop.paths, capsys, *words)
    tower.edit("one", note="felt fine")
    for device in (tower, laptop, tower):
        device.merge()
    assert (kept := laptop.session("one")) is not None
    assert kept.note == "felt fine"
    assert {hold.kind for hold in kept.holds} == {""}, (
        "what was held here goes by the exercise, also once it is corrected"
    )
    assert _told(tower.paths, capsys, *words) == _told(laptop.paths, capsys, *words)
    assert (laptop.merge().changed, tower.merge().changed) == ((), ())


@pytest.mark.thorough
def test_what_was_shared_before_holds_had_kinds_counts_the_same_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "shared"
    laptop, tower = Device(tmp_path / "laptop", folder), Device(tmp_path / "tower", folder)
    laptop.put(_session(_stretch(OwnExercises(laptop.paths.exercises)).id))
    with monkeypatch.context() as before:
        before.setattr("hamstring_gui.storage.shared_folder.own_kinds", lambda _: {})
        before.setattr("hamstring_gui.storage.shared_history.READS", 1)
        for device in (laptop, tower) * 2:
            device.merge()
    assert "35 s" in _told(tower.paths, capsys, "stats", "--today", "2026-11-19")
    for device in (laptop, tower):
        with closing(sqlite3.connect(device.paths.database)) as connection, connection:
            connection.execute(MIGRATIONS[-1][-1])
        device.merge()
    assert "38 s" in _told(tower.paths, capsys, "stats", "--today", "2026-11-19")


@pytest.mark.thorough
def test_a_device_that_passed_over_kinds_reads_them_once_it_knows_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "shared"
    laptop, tower = Device(tmp_path / "laptop", folder), Device(tmp_path / "tower", folder)
    laptop.put(_session(_stretch(OwnExercises(laptop.paths.exercises)).id))
    laptop.merge()
    with monkeypatch.context() as before:
        before.setattr("hamstring_gui.storage.shared_history.READS", 1)
        before.setattr("hamstring_gui.storage.shared_kinds._of_exercise", lambda _: ("", ""))
        for device in (tower, laptop) * 2:
            device.merge()
    assert "35 s" in _told(tower.paths, capsys, "stats", "--today", "2026-11-19")
    with closing(sqlite3.connect(tower.paths.database)) as connection, connection:
        connection.execute(MIGRATIONS[-1][-1])
    tower.merge()
    assert "38 s" in _told(tower.paths, capsys, "stats", "--today", "2026-11-19")


@pytest.mark.thorough
def test_not_to_know_an_exercise_any_more_is_no_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "shared"
    laptop, tower = Device(tmp_path / "laptop", folder), Device(tmp_path / "tower", folder)
    own = OwnExercises(laptop.paths.exercises)
    mine = _stretch(own)
    laptop.put(_session(mine.id))
    laptop.merge()
    tower.merge()
    own.folder.rename(tmp_path / "lost")
    laptop.edit("one", note="felt fine")
    laptop.merge()
    tower.merge()
    for device in (laptop, tower):
        assert "38 s" in _told(device.paths, capsys, "stats", "--today", "2026-11-19")
