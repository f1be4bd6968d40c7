"""Exercises and routines from their files, and the routine that a user means."""

from pathlib import Path

import pytest

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.library import find_exercise, find_routine, load_exercises, load_routine, load_routines
from hamstring_gui.storage.paths import assets_dir

Exercises = dict[str, Exercise]

EXERCISE = """
name = "Stretch"
kind = "stretch"
region = "hamstring"
sides = "each"
dose = {sets = 3, hold_s = 30}
steps = [{text = "Lie down.", pose = "held"}]

[poses.held]
hip = [0, 9]
trunk = [180, 180, 180]
near_leg = [90, 90, 0]
far_leg = [0, 0, 90]
near_arm = [0, 0]
far_arm = [0, 0]
"""
ROUTINE = 'name = "Mine"\nitems = [{exercise = "stretch"}]\n'


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    (tmp_path / "assets" / "exercises").mkdir(parents=True)
    (tmp_path / "assets" / "routines").mkdir()
    (tmp_path / "assets" / "exercises" / "stretch.toml").write_text(EXERCISE)
    (tmp_path / "assets" / "exercises" / "notes.txt").write_text("not ours")
    (tmp_path / "assets" / "routines" / "b.toml").write_text(ROUTINE)
    (tmp_path / "assets" / "routines" / "a.toml").write_text(ROUTINE.replace("Mine", "Évening"))
    return tmp_path / "assets"


@pytest.fixture
def routines(assets: Path, exercises: Exercises) -> dict[str, Routine]:
    return load_routines(assets, exercises)


def test_files_become_values_by_the_name_of_the_file(assets: Path) -> None:
    exercises = load_exercises(assets)
    assert list(exercises) == ["stretch"]
    assert exercises["stretch"].id == "stretch"
    routines = load_routines(assets, exercises)
    assert list(routines) == ["a", "b"]
    assert routines["a"].name == "Évening"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="exercises: No such file"):
        load_exercises(tmp_path)


def test_a_bad_exercise_is_told_with_its_file_and_key(assets: Path) -> None:
    file = assets / "exercises" / "stretch.toml"
    file.write_text(EXERCISE.replace("sets = 3", "sets = 0"))
    with pytest.raises(StorageError) as error:
        load_exercises(assets)
    assert str(error.value) == f"{file}: dose, sets: must be at least 1 and at most 50; it is 0"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (ROUTINE + "hold = 3", "hold: is not known here"),
        (ROUTINE.replace("stretch", "split"), 'items 1, exercise: there is no exercise "split"; known: stretch'),
        (
            ROUTINE.replace("}", ", hold_s = 3601}"),
            "items 1, hold_s: must be at least 0.1 and at most 3600; it is 3601",
        ),
        (ROUTINE.replace("}", ", sets = 51}"), "items 1, sets: must be at least 1 and at most 50; it is 51"),
        (ROUTINE.replace("}", ", hold_s = true}"), "items 1, hold_s: must be a number; it is true"),
        (ROUTINE.replace("}", ", hold_s = nan}"), "items 1, hold_s: must be a number; it is nan"),
        ("name = ", "this is not TOML"),
    ],
)
def test_a_bad_routine_is_told_with_its_file_and_key(
    tmp_path: Path, exercises: Exercises, text: str, reason: str
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text)
    with pytest.raises(StorageError) as error:
        load_routine(file, exercises)
    assert str(error.value).startswith(f"{file}: {reason}")


def test_a_name_nested_beyond_reason_is_told(tmp_path: Path, exercises: Exercises) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("name" + ".a" * 3000 + " = 1")
    with pytest.raises(StorageError, match=r"mine\.toml: (this is nested too deeply|name: must be text)"):
        load_routine(file, exercises)


def test_a_number_beyond_all_numbers_is_told(tmp_path: Path, exercises: Exercises) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(ROUTINE.replace("}", f", hold_s = 1{'0' * 400}}}"))
    with pytest.raises(StorageError, match=r"mine\.toml: "):
        load_routine(file, exercises)


@pytest.mark.parametrize(
    ("text", "routine_id"),
    [("a", "a"), ("B", "b"), ("évening", "a"), ("ÉVENING", "a"), (" mine ", "b"), ("even", "a"), ("MIN", "b")],
)
def test_a_known_routine_is_found_by_id_or_name_or_a_part_of_it(
    routines: dict[str, Routine], exercises: Exercises, text: str, routine_id: str
) -> None:
    assert find_routine(text, routines, exercises).id == routine_id


def test_a_routine_file_is_found_by_its_path(
    routines: dict[str, Routine], exercises: Exercises, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Two seconds.toml").write_text(ROUTINE)
    (tmp_path / "plain").write_text(ROUTINE)
    for text in ("Two seconds.toml", "./Two seconds.toml", str(tmp_path / "Two seconds.toml")):
        assert find_routine(text, routines, exercises).id == "Two seconds"
    assert find_routine("plain", routines, exercises).id == "plain"


def test_a_known_name_is_not_taken_for_a_file(
    routines: dict[str, Routine], exercises: Exercises, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").mkdir()
    assert find_routine("a", routines, exercises) is routines["a"]
    (tmp_path / "even").mkdir()
    assert find_routine("even", routines, exercises) is routines["a"], "nor a part of one for a folder"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("c", '"c": there is no such routine; known: a, b; or give the path of a routine file'),
        ("", '"": there is no such routine; known: a, b'),
        ("evenning", '"evenning": there is no such routine; did you mean a (Évening)? known: a, b; or give the path'),
        ("in", '"in": more than one routine goes by that: a (Évening), b (Mine); say which'),
        ("c.toml", "c.toml: there is no such file"),
        ("no/where", "no/where: there is no such file"),
        (".", ".: this is not a file"),
    ],
)
def test_what_is_not_there_is_told(routines: dict[str, Routine], exercises: Exercises, text: str, reason: str) -> None:
    with pytest.raises(StorageError) as error:
        find_routine(text, routines, exercises)
    assert str(error.value).startswith(reason)


def test_a_file_whose_name_is_no_text_has_an_id_that_is(tmp_path: Path, exercises: Exercises) -> None:
    file = tmp_path / "caf\udce9.toml"
    try:
        file.write_text(ROUTINE)
    except (OSError, UnicodeError):
        pytest.skip("this file system takes only names that are text")
    assert load_routine(file, exercises).id == "caf?"


def test_the_files_that_come_with_the_program() -> None:
    exercises = load_exercises(assets_dir())
    routines = load_routines(assets_dir(), exercises)
    daily, wall = routines["daily-band-stretch"], routines["legs-up-the-wall"]
    assert (daily.name, daily.first_side, daily.setup_s) == ("Daily band stretch", "usual", 20.0)
    (item,) = daily.items
    assert (item.exercise, item.dose.sets, item.dose.hold_s) == ("band-hamstring-stretch", 3, 30.0)
    assert (item.rest_s, item.switch_s, item.order) == (10.0, 12.0, "one leg, then the other")
    assert exercises[item.exercise].each_side
    assert [(item.exercise, item.dose.sets, item.dose.hold_s) for item in wall.items] == [("legs-up-the-wall", 1, 120)]
    assert not exercises["legs-up-the-wall"].each_side


def test_a_file_goes_before_a_part_of_a_name(
    routines: dict[str, Routine], exercises: Exercises, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "even").write_text(ROUTINE)
    assert find_routine("even", routines, exercises).id == "even"


@pytest.mark.parametrize("text", ["stretch", "STRETCH", " Stretch ", "stre"])
def test_an_exercise_is_found_by_id_or_name_or_a_part_of_it(exercises: Exercises, text: str) -> None:
    assert find_exercise(text, exercises).id == "stretch"


def test_an_exercise_that_is_not_there_is_told_with_those_that_are(exercises: Exercises) -> None:
    with pytest.raises(StorageError, match=r'^"run": there is no such exercise; known: stretch$'):
        find_exercise("run", exercises)
