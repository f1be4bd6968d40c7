"""The user's own routines on real files: written, read back, left out when broken, never lost."""

from __future__ import annotations

import os
import stat
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamstring_gui.domain.exercise import Dose
from hamstring_gui.domain.routine import FIRST_SIDES, ORDERS, Item, Routine, read_routine
from hamstring_gui.domain.routine_edit import tidy
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.library import load_exercises, load_routines
from hamstring_gui.storage.routine_files import OwnRoutines, export_routine, write_routine
from tests.domain.samples import EXERCISES, routine

MINE = replace(routine(2, 45, wall_s=60), id="mine", name="Mine")

seconds = st.floats(0.1, 3600)
gaps = st.none() | st.floats(0, 3600)
doses = st.builds(Dose, st.integers(1, 50), seconds) | st.builds(
    lambda sets, reps, rep_s: Dose(sets, reps=reps, rep_s=rep_s),
    st.integers(1, 50), st.integers(1, 60), st.floats(0.1, 60),
)  # fmt: skip
items = st.builds(Item, st.sampled_from(["band", "wall"]), doses, gaps, gaps, st.sampled_from(ORDERS))
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80).filter(str.strip)
routines = st.builds(
    Routine,
    st.just("mine"),
    names,
    st.lists(items, max_size=5).map(tuple),
    st.sampled_from(FIRST_SIDES),
    gaps,
    names.map(lambda text: " ".join(text.split())),
)


@given(routines)
def test_what_is_written_is_read_back_equal(mine: Routine) -> None:
    assert read_routine("mine", tomllib.loads(write_routine(mine)), EXERCISES, least_items=0) == mine


@given(st.text(max_size=200))
def test_a_tidy_name_can_be_written_and_read_back(typed: str) -> None:
    name = tidy(typed) or "?"
    assert tomllib.loads(write_routine(replace(MINE, name=name)).encode().decode())["name"] == name


def test_the_built_in_routines_are_written_as_they_stand_in_the_assets(assets: Path) -> None:
    exercises = load_exercises(assets)
    for built_in in load_routines(assets, exercises).values():
        assert read_routine(built_in.id, tomllib.loads(write_routine(built_in)), exercises) == built_in


def test_gaps_that_all_items_share_stand_once() -> None:
    assert write_routine(MINE).count("rest_s") == 1
    assert write_routine(replace(MINE, items=(MINE.items[0], replace(MINE.items[1], rest_s=3.0)))).count("rest_s") == 2


@pytest.fixture
def own(tmp_path: Path) -> OwnRoutines:
    return OwnRoutines(tmp_path / "routines")


def test_without_a_folder_there_are_none(own: OwnRoutines) -> None:
    assert own.load(EXERCISES) == ({}, ())
    assert own.ids() == set()


def test_save_load_remove(own: OwnRoutines, tmp_path: Path) -> None:
    assert own.save(MINE) == ""
    assert OwnRoutines(tmp_path / "routines").load(EXERCISES) == ({"mine": MINE}, ())
    empty = replace(MINE, items=())
    assert own.save(empty) == ""
    assert own.load(EXERCISES) == ({"mine": empty}, ())
    assert own.remove("mine") == ""
    assert own.remove("mine") == "", "twice does no harm"
    assert own.ids() == set()


@pytest.mark.parametrize(("said", "about"), [(None, "As it came."), ("", ""), ("Mine.", "Mine.")])
def test_a_built_in_routine_that_was_changed_before_it_said_what_it_is_for_says_so(
    own: OwnRoutines, tmp_path: Path, said: str | None, about: str
) -> None:
    text = write_routine(replace(MINE, about=said or ""))
    path = tmp_path / "routines" / "mine.toml"
    path.parent.mkdir()
    path.write_text(text.replace('about = ""\n', "") if said is None else text, "utf-8")
    built_in = {"mine": replace(MINE, about="As it came.")}
    assert own.load(EXERCISES, built_in=built_in)[0]["mine"].about == about


BROKEN = {
    "not TOML": "name = ",
    "not UTF-8": b"\xff\xfe\x00",
    "empty": "",
    "no items": 'name = "Mine"',
    "an exercise that is not there": 'name = "Mine"\nitems = [{exercise = "gone"}]',
    "an unknown key": 'name = "Mine"\nitems = []\nspeed = 3',
    "a hold of an hour and more": 'name = "Mine"\nitems = [{exercise = "band", hold_s = 1e9}]',
    "a number of many digits": 'name = "Mine"\nsetup_s = ' + "9" * 5000,
    "deeply nested": "items = " + "[" * 3000 + "]" * 3000,
    "too many items": 'name = "Mine"\nitems = [' + '{exercise = "band"},' * 101 + "]",
    "too large": "#" * 1_000_001,
    "items that are no tables": 'name = "Mine"\nitems = ["band"]',
    "a name of nothing": 'name = " "\nitems = []',
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_left_out_with_a_sentence_and_never_overwritten(
    own: OwnRoutines, tmp_path: Path, content: str | bytes
) -> None:
    own.save(replace(MINE, id="fine"))
    path = tmp_path / "routines" / "mine.toml"
    raw = content if isinstance(content, bytes) else content.encode()
    path.write_bytes(raw)
    loaded, problems = own.load(EXERCISES)
    assert set(loaded) == {"fine"}
    assert [problem.startswith(str(path)) and problem.endswith("left out") for problem in problems] == [True]
    assert "mine" in own.ids()
    assert own.save(MINE).endswith("it was kept as mine.toml.kept-1")
    assert path.with_name("mine.toml.kept-1").read_bytes() == raw
    assert own.load(EXERCISES)[0]["mine"] == MINE


def test_a_folder_with_the_name_of_a_routine_is_left_out(own: OwnRoutines, tmp_path: Path) -> None:
    (tmp_path / "routines" / "mine.toml").mkdir(parents=True)
    loaded, problems = own.load(EXERCISES)
    assert loaded == {}
    assert "this is not a file" in problems[0]


def test_what_somebody_else_wrote_meanwhile_is_kept(own: OwnRoutines, tmp_path: Path) -> None:
    own.save(MINE)
    path = tmp_path / "routines" / "mine.toml"
    path.write_text("# mine now\n" + path.read_text("utf-8"), "utf-8")
    assert "kept-1" in own.save(replace(MINE, name="Other"))
    assert path.with_name("mine.toml.kept-1").read_text("utf-8").startswith("# mine now")
    path.write_text("# and again", "utf-8")
    assert "kept-2" in own.remove("mine")
    assert not path.exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights don't bind here")
def test_a_folder_that_can_t_be_written(own: OwnRoutines, tmp_path: Path) -> None:
    own.save(MINE)
    folder = tmp_path / "routines"
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(StorageError, match="can't be saved"):
            own.save(replace(MINE, name="Other"))
        with pytest.raises(StorageError, match="can't be removed"):
            own.remove("mine")
    finally:
        folder.chmod(0o700)
    assert own.load(EXERCISES)[0] == {"mine": MINE}


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "routines").write_text("in the way")
    own = OwnRoutines(tmp_path / "routines")
    assert own.load(EXERCISES) == ({}, ())
    with pytest.raises(StorageError, match="can't be saved"):
        own.save(MINE)


def test_export(tmp_path: Path) -> None:
    export_routine(MINE, tmp_path / "out.toml")
    assert (tmp_path / "out.toml").read_text("utf-8") == write_routine(MINE)
    with pytest.raises(StorageError, match="this was not written: there is no such folder"):
        export_routine(MINE, tmp_path / "nowhere" / "out.toml")
