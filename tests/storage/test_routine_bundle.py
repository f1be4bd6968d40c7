"""A routine shared as one file with its own exercises, and what somebody could send instead."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hamstring_gui.domain.exercise import Dose, Exercise
from hamstring_gui.domain.routine import Item, Routine
from hamstring_gui.domain.values import replace
from hamstring_gui.storage import routine_bundle
from hamstring_gui.storage.bundle import read_bundle, write_bundle
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.library import load_exercises
from hamstring_gui.storage.own_exercises import FILE, OwnExercises
from hamstring_gui.storage.routine_bundle import (
    ROUTINE,
    is_routine_bundle,
    own_exercises_of,
    write_routine_bundle,
)
from tests.storage.making import draw, listing, own_exercise, photo, read_routine_bundle, zipped

pytestmark = pytest.mark.thorough

BUILT_IN = "legs-up-the-wall"


@pytest.fixture
def own(tmp_path: Path) -> OwnExercises:
    return OwnExercises(tmp_path / "data" / "exercises")


@pytest.fixture
def exercises(own: OwnExercises, assets: Path, tmp_path: Path) -> dict[str, Exercise]:
    """Those of the program, one of words, and one with two pictures."""
    for number, colour in enumerate(("red", "blue")):
        (tmp_path / f"{number}.png").write_bytes(photo((90, 60), colour, "PNG"))
    towel = own.save(own_exercise("Towel stretch", *(tmp_path / f"{n}.png" for n in range(2))), draw)
    words = own.save(own_exercise("In words"))
    return load_exercises(assets) | {one.id: one for one in (towel, words)}


@pytest.fixture
def routine() -> Routine:
    keys = ("own-towel-stretch", BUILT_IN, "own-towel-stretch", "own-in-words")
    return Routine("my-evening", "My evening", tuple(Item(key, Dose(2, hold_s=25.0)) for key in keys))


@pytest.fixture
def file(routine: Routine, exercises: dict[str, Exercise], tmp_path: Path) -> Path:
    write_routine_bundle(routine, exercises, tmp_path / "my-evening.hamstring")
    return tmp_path / "my-evening.hamstring"


def test_a_routine_comes_with_its_own_exercises(
    file: Path, routine: Routine, exercises: dict[str, Exercise], assets: Path
) -> None:
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
    assert names[:2] == [ROUTINE, "own-towel-stretch/exercise.toml"]
    assert len(names) == 5
    assert is_routine_bundle(file)
    read, shared = read_routine_bundle(file, load_exercises(assets), draw)
    assert replace(read, id=routine.id) == routine
    assert [one.id for one in shared] == ["own-towel-stretch", "own-in-words"]
    assert all(one.is_same_as(exercises[one.id]) for one in shared)
    assert not shared[0].is_same_as(exercises["own-in-words"])
    assert [len(one.pictures) for one in shared] == [2, 0]


def test_what_was_stored_from_a_file_is_the_same_as_the_file(file: Path, assets: Path, tmp_path: Path) -> None:
    other = OwnExercises(tmp_path / "other")
    _, shared = read_routine_bundle(file, load_exercises(assets), draw)
    stored = [other.add(one.exercise, one.pictures) for one in shared]
    _, again = read_routine_bundle(file, load_exercises(assets), draw)
    assert all(one.is_same_as(here) for one, here in zip(again, stored, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_ones_own_file_is_known_again_though_pictures_are_written_anew(
    own: OwnExercises, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "a").write_bytes(photo((300, 200), "#a47", kind))
    saved = own.save(own_exercise("Photo", tmp_path / "a"), draw)
    write_bundle(saved, tmp_path / "x.hamstring")
    assert read_bundle(tmp_path / "x.hamstring", draw).is_same_as(saved)


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, name="Other"),
        lambda one: replace(one, cautions=()),
        lambda one: replace(one, dose=Dose(2, hold_s=21.0)),
        lambda one: one.with_pictures({one.pictures[0]: one.pictures[0]}),
        lambda one: one.with_pictures(dict(zip(one.pictures, one.pictures[::-1], strict=True))),
    ],
)
def test_anything_else_is_not_the_same(
    file: Path, exercises: dict[str, Exercise], change: Callable[[Exercise], Exercise]
) -> None:
    _, (shared, _) = read_routine_bundle(file, exercises, draw)
    assert not shared.is_same_as(change(exercises["own-towel-stretch"]))


def test_the_same_routine_gives_the_same_bytes(
    file: Path, routine: Routine, exercises: dict[str, Exercise], tmp_path: Path
) -> None:
    write_routine_bundle(routine, exercises, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == file.read_bytes()


def test_only_own_exercises_go_along(routine: Routine, exercises: dict[str, Exercise]) -> None:
    assert [one.id for one in own_exercises_of(routine, exercises)] == ["own-towel-stretch", "own-in-words"]


def test_a_file_with_an_exercise_is_no_routine_s(
    own: OwnExercises, exercises: dict[str, Exercise], tmp_path: Path
) -> None:
    write_bundle(exercises["own-in-words"], tmp_path / "x.hamstring")
    assert not is_routine_bundle(tmp_path / "x.hamstring")


def test_what_can_not_be_written_is_told(
    routine: Routine, exercises: dict[str, Exercise], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StorageError, match="this was not written: there is no such folder; choose one that is there"):
        write_routine_bundle(routine, exercises, tmp_path / "none" / "x.hamstring")
    monkeypatch.setattr(routine_bundle, "LIMITS", replace(routine_bundle.LIMITS, files=4))
    with pytest.raises(StorageError, match="this routine has too many exercises and pictures to be shared in one file"):
        write_routine_bundle(routine, exercises, tmp_path / "x.hamstring")
    assert not (tmp_path / "x.hamstring").exists()


# -- hostile files ---------------------------------------------------------------------------------------------------
WORDS = b"""
name = "Sent"
kind = "stretch"
region = "calf"
sides = "each"
dose = {sets = 2, hold_s = 30}
steps = [{text = "A."}]
"""
USING = b'name = "R"\nitems = [{exercise = "own-a"}]\n'
HOSTILE: dict[str, tuple[list[tuple[str, bytes]], str]] = {
    "an exercise that isn't there": ([(ROUTINE, USING)], 'routine.toml: items 1, exercise: '),
    "an exercise that nobody does": (
        [(ROUTINE, USING), (f"own-a/{FILE}", WORDS), (f"own-b/{FILE}", WORDS)],
        "own-b: the routine doesn't lead through this exercise",
    ),
    "one of the program's in another shape": (
        [(ROUTINE, USING), (f"{BUILT_IN}/{FILE}", WORDS)], "this is no name of a file"
    ),
    "a folder above": ([(ROUTINE, USING), (f"../own-a/{FILE}", WORDS)], "this is no name of a file"),
    "a folder in a folder": ([(ROUTINE, USING), (f"own-a/own-b/{FILE}", WORDS)], "this is no name of a file"),
    "an absolute path": ([(ROUTINE, USING), (f"/own-a/{FILE}", WORDS)], "this is no name of a file"),
    "two slashes": ([(ROUTINE, USING), (f"own-a//{FILE}", WORDS)], "this is no name of a file"),
    "a program": ([(ROUTINE, USING), ("own-a/a.exe", b"MZ")], "this is no name of a file"),
    "an exercise beside it": ([(ROUTINE, USING), (FILE, WORDS)], "this is no name of a file"),
    "pictures without an exercise": ([(ROUTINE, USING), ("own-a/a.png", photo())], "own-a: holds no exercise.toml"),
    "a picture that nobody shows": (
        [(ROUTINE, USING), (f"own-a/{FILE}", WORDS), ("own-a/a.png", photo())],
        "own-a: a.png: no step shows this picture",
    ),
    "a broken exercise": ([(ROUTINE, USING), (f"own-a/{FILE}", b"x = 1")], "own-a: exercise.toml: "),
    "a broken routine": ([(ROUTINE, b"items = 3"), (f"own-a/{FILE}", WORDS)], "routine.toml: "),
    "no text": ([(ROUTINE, b"\xff")], "routine.toml: this is not UTF-8 text"),
    "a bomb": ([(ROUTINE, b"#" * 20_000_000)], "routine.toml: this grows too large"),
    "too many files": (
        [(ROUTINE, USING), *((f"own-a/{n}.png", b"x") for n in range(120))],
        "holds 121 files; at most 120 are read",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("entries", "reason"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused(
    exercises: dict[str, Exercise], tmp_path: Path, entries: list[tuple[str, bytes]], reason: str
) -> None:
    sent = tmp_path / "sent.hamstring"
    sent.write_bytes(zipped(list(entries)))
    before = listing(tmp_path)
    with pytest.raises(StorageError) as error:
        read_routine_bundle(sent, exercises, draw)
    assert str(error.value).startswith(f"{sent}: ")
    assert reason in str(error.value)
    assert "\n" not in str(error.value)
    assert listing(tmp_path) == before
