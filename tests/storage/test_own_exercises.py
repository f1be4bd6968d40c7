"""The user's own exercises on the disk: stored whole or not at all, put away and brought back."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hamstring_gui.domain.exercise import Dose, Step
from hamstring_gui.storage import own_exercises
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.library import load_all, load_exercises, load_routine
from hamstring_gui.storage.own_exercises import FILE, PREFIX, OwnExercises
from tests.storage.making import draw, listing, own_exercise, photo, svg


@pytest.fixture
def own(tmp_path: Path) -> OwnExercises:
    return OwnExercises(tmp_path / "data" / "exercises")


@pytest.fixture
def red(tmp_path: Path) -> Path:
    (tmp_path / "red.jpeg").write_bytes(photo())
    return tmp_path / "red.jpeg"


@pytest.fixture
def leg(tmp_path: Path) -> Path:
    (tmp_path / "leg.svg").write_bytes(svg())
    return tmp_path / "leg.svg"


def test_nothing_is_there_at_first_and_nothing_is_made(own: OwnExercises) -> None:
    assert (own.load(), own.known_kinds()) == (({}, ()), {})
    assert not own.folder.exists()


def test_what_is_saved_is_loaded(own: OwnExercises, red: Path, leg: Path) -> None:
    saved = own.save(own_exercise("Towel stretch", red, leg), draw)
    assert saved.id == "own-towel-stretch"
    assert saved.own
    assert own.load() == ({saved.id: saved}, ())
    jpeg, drawing = map(Path, saved.pictures)
    assert jpeg.parent == drawing.parent == own.folder / saved.id
    assert (jpeg.suffix, drawing.suffix) == (".jpg", ".png")
    assert saved.switch == saved.steps[0]
    assert red.exists()


@pytest.mark.parametrize(
    ("name", "exercise_id"),
    [
        ("Towel Stretch!", "own-towel-stretch"),
        ("Über-Kopf  Dehnung", "own-uber-kopf-dehnung"),
        ("腿部拉伸", "own-exercise"),
        ("🦵", "own-exercise"),
        ("../../etc/passwd", "own-etc-passwd"),
        ("CON", "own-con"),
        ("own-thing", "own-thing"),
        ("x" * 80, "own-" + "x" * 40),
    ],
)
def test_an_id_is_made_from_the_name(own: OwnExercises, name: str, exercise_id: str) -> None:
    assert own.save(own_exercise(name)).id == exercise_id
    assert own.save(own_exercise(name)).id == f"{exercise_id}-2"
    assert list(own.load()[0]) == [exercise_id, f"{exercise_id}-2"]


def test_no_exercise_of_the_program_can_be_taken_for_an_own_one(assets: Path) -> None:
    assert not [exercise_id for exercise_id in load_exercises(assets) if exercise_id.startswith(PREFIX)]


def test_an_edited_exercise_keeps_its_id_and_what_is_not_changed(own: OwnExercises, red: Path, leg: Path) -> None:
    first = own.save(own_exercise("Towel stretch", red, leg), draw)
    before = listing(own.folder)
    own.save(first)
    assert listing(own.folder) == before
    (own.folder / first.id / "notes.txt").write_text("mine")
    red.unlink()
    steps = (first.steps[0], replace(first.steps[1], picture=""), Step("New.", None))
    second = own.save(replace(first, name="Belt stretch", steps=steps, dose=Dose(1, reps=5, rep_s=2.0)))
    assert second.id == first.id
    assert second.name == "Belt stretch"
    assert second.pictures == first.pictures[:1]
    assert own.load() == ({second.id: second}, ())
    names = {path.name for path in (own.folder / first.id).iterdir()}
    assert names == {FILE, "notes.txt", Path(first.pictures[0]).name}


def test_another_picture_has_another_path(own: OwnExercises, red: Path) -> None:
    first = own.save(own_exercise("Towel stretch", red))
    red.write_bytes(photo(colour="blue"))
    second = own.save(first.with_pictures({first.pictures[0]: str(red)}))
    assert second.pictures != first.pictures


def test_a_copy_has_pictures_of_its_own(own: OwnExercises, red: Path) -> None:
    first = own.save(own_exercise("Towel stretch", red))
    copy = own.save(replace(first, id="", name="Towel stretch (copy)"))
    assert copy.id == "own-towel-stretch-copy"
    same = [Path(exercise.pictures[0]).read_bytes() for exercise in (first, copy)]
    assert same[0] == same[1]
    assert Path(copy.pictures[0]).parent == own.folder / copy.id


def test_a_copy_of_an_exercise_of_the_program(own: OwnExercises, assets: Path) -> None:
    known = load_exercises(assets)["band-hamstring-stretch"]
    copy = own.save(known)
    assert copy == replace(known, id=f"own-{copy.id.removeprefix('own-')}", own=True)
    assert copy.id != known.id
    assert copy.drawn


def test_a_deleted_exercise_comes_back_and_keeps_its_id_from_others(own: OwnExercises, red: Path) -> None:
    saved = own.save(own_exercise("Towel stretch", red))
    own.delete(saved.id)
    assert own.load() == ({}, ())
    assert own.known_kinds() == {saved.id: ("stretch", "shoulder")}
    other = own.save(own_exercise("Towel stretch"))
    assert other.id == "own-towel-stretch-2"
    again = own.save(saved.with_pictures({}))
    assert again.id == "own-towel-stretch-3", "what is deleted is not edited"
    assert own.undelete(saved.id) == saved
    assert list(own.load()[0]) == [saved.id, other.id, again.id]


def test_a_deleted_exercise_that_came_back_by_itself_can_be_deleted(own: OwnExercises) -> None:
    saved = own.save(own_exercise())
    own.delete(saved.id)
    (own.folder / saved.id).mkdir()
    with pytest.raises(StorageError, match="there is such an exercise already"):
        own.undelete(saved.id)
    own.delete(saved.id)
    assert len(list((own.folder / ".deleted").iterdir())) == 2


def test_the_pictures_of_a_deleted_exercise_go_at_the_next_start(own: OwnExercises, red: Path, leg: Path) -> None:
    kept, gone = own.save(own_exercise("Kept", red)), own.save(own_exercise("Gone", red, leg), draw)
    own.delete(gone.id)
    away = own.folder / ".deleted" / gone.id
    (away / "notes.txt").write_text("mine")
    OwnExercises(own.folder).forget_deleted_pictures()
    assert {path.name for path in away.iterdir()} == {FILE, "notes.txt"}
    assert own.load() == ({kept.id: kept}, ())
    assert own.known_kinds()[gone.id] == ("stretch", "shoulder")
    assert own.save(own_exercise("Gone")).id == "own-gone-2"


def test_nothing_deleted_is_nothing_to_forget(own: OwnExercises) -> None:
    own.forget_deleted_pictures()
    own.folder.mkdir(parents=True)
    (own.folder / ".deleted").write_text("mine")
    own.forget_deleted_pictures()
    assert (own.folder / ".deleted").read_text() == "mine"


@pytest.mark.parametrize("exercise_id", ["own-none", "", ".", "..", "../data", ".deleted", "a/b", "a\0b"])
def test_only_what_is_there_is_deleted_and_brought_back(own: OwnExercises, exercise_id: str) -> None:
    own.delete(own.save(own_exercise("One")).id)
    own.save(own_exercise("Two"))
    before = listing(own.folder)
    for change in (own.delete, own.undelete):
        with pytest.raises(StorageError, match="there is no exercise"):
            change(exercise_id)
    assert listing(own.folder) == before


def stop(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_putting_away_may_fail(own: OwnExercises, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, gone = own.save(own_exercise("Kept")), own.save(own_exercise("Gone"))
    own.delete(gone.id)
    monkeypatch.setattr(Path, "rename", stop)
    for change, exercise_id in ((own.delete, kept.id), (own.undelete, gone.id)):
        with pytest.raises(StorageError, match=f"{exercise_id}: this can't be .* No space left"):
            change(exercise_id)


# -- broken files ----------------------------------------------------------------------------------------------------
def spoiled(own: OwnExercises, text: str) -> tuple[str, str]:
    """What is said of an exercise whose file has another text; the other one must still load."""
    kept, broken = own.save(own_exercise("Kept")), own.save(own_exercise("Broken"))
    file = own.folder / broken.id / FILE
    file.write_text(text)
    exercises, problems = own.load()
    assert list(exercises) == [kept.id]
    (problem,) = problems
    return problem, str(file)


GOOD = """
name = "Good"
kind = "stretch"
region = "calf"
sides = "each"
dose = {sets = 3, hold_s = 30}
steps = [{text = "Lie down."}]
"""
WRONG = [
    (key, value)
    for key in (
        "name", "kind", "region", "sides", "dose", "steps", "equipment", "muscles", "cautions", "ask_first", "source",
        "props", "wall_x", "chair_x", "towel_x", "resume", "resume_switched", "between", "switch", "held_motion",
        "poses", "mirror_pictures",
    )
    for value in ("true", "1979-05-27", "[[1]]", "{a = 1}", "-inf", '"x"', "[{}]")
    if (key, value) not in (("name", '"x"'), ("region", '"x"'), ("ask_first", '"x"'), ("source", '"x"'),
                            ("mirror_pictures", "true"))
]  # fmt: skip


def test_the_wrong_type_for_every_key(own: OwnExercises) -> None:
    file = own.folder / own.save(own_exercise()).id / FILE
    for key, value in WRONG:
        lines = [line for line in GOOD.splitlines() if not line.startswith(f"{key} =")]
        file.write_text("\n".join([f"{key} = {value}", *lines]))
        exercises, problems = own.load()
        assert not exercises, (key, value)
        assert problems[0].startswith(f"{file}: {key}"), (key, value)
    file.write_text(GOOD)
    assert own.load()[1] == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x = " + "[" * 10_000 + "]" * 10_000, "this is nested too deeply"),
        (GOOD.replace('name = "Good"', "name" + ".x" * 10_000 + " = 1"), "this is nested too deeply"),
        ("x = 1" + "0" * 5000, "this is not TOML"),
        ("x = ", "this is not TOML"),
        ("#" + "x" * 1_000_001, "this is too large"),
        ("", "steps: is missing"),
        (GOOD + "hold = 3", "hold: is not known here"),
        (GOOD.replace('"Lie down."', '"x", picture = "../../secret.png"'), "steps 1, picture: must be the bare name"),
    ],
    ids=range(8),
)
def test_a_broken_file_is_left_out_with_a_sentence(own: OwnExercises, text: str, reason: str) -> None:
    problem, file = spoiled(own, text)
    assert problem.startswith(f"{file}: {reason}")
    assert len(problem) < 600


def test_other_things_in_the_folder(own: OwnExercises) -> None:
    saved = own.save(own_exercise())
    (own.folder / ".DS_Store").write_bytes(b"x")
    (own.folder / "notes.txt").write_text("mine")
    (own.folder / ".own-half.tmp").mkdir()
    assert own.load() == ({saved.id: saved}, ())
    (own.folder / "My Stretch").mkdir()
    (own.folder / "empty").mkdir()
    (own.folder / "folder" / FILE).mkdir(parents=True)
    exercises, problems = own.load()
    assert list(exercises) == [saved.id]
    assert [problem.removeprefix(f"{own.folder}{os.sep}") for problem in problems] == [
        "My Stretch: the name of an exercise's folder may hold a to z, 0 to 9 and - only",
        f"empty{os.sep}{FILE}: there is no such file",
        f"folder{os.sep}{FILE}: this is not a file",
    ]
    assert own.known_kinds() == {saved.id: ("stretch", "shoulder")}


def test_a_picture_that_is_gone_is_told_and_the_exercise_is_there(own: OwnExercises, red: Path) -> None:
    saved = own.save(own_exercise("Towel stretch", red))
    Path(saved.pictures[0]).unlink()
    exercises, problems = own.load()
    assert exercises == {saved.id: saved.with_pictures({})}
    assert problems == (f"{saved.pictures[0]}: there is no such file",)


def test_a_file_in_place_of_the_folder(own: OwnExercises) -> None:
    own.folder.parent.mkdir()
    own.folder.write_text("mine")
    assert own.load()[0] == {}
    assert str(own.folder) in own.load()[1][0]
    with pytest.raises(StorageError, match="this exercise can't be saved"):
        own.save(own_exercise())
    assert own.folder.read_text() == "mine"


# -- what can't be saved ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda exercise: replace(exercise, name=" "), "name: must not be empty"),
        (lambda exercise: replace(exercise, name="x" * 81), "name: must be at most 80 characters"),
        (lambda exercise: replace(exercise, name="\ud83d"), "holds a character that can't be written"),
        (lambda exercise: replace(exercise, kind="dance"), "kind: must be one of"),
        (lambda exercise: replace(exercise, dose=Dose(0, 3.0)), "dose, sets: must be at least 1"),
        (lambda exercise: replace(exercise, steps=exercise.steps * 21), "steps: must hold 1 to 20 tables"),
        (lambda exercise: replace(exercise, steps=(Step("", None),)), "steps 1, text: must not be empty"),
        (lambda exercise: exercise.with_pictures({exercise.pictures[0]: "/no/such.png"}), "such.png: No such file"),
        (lambda exercise: exercise.with_pictures({exercise.pictures[0]: __file__}), "this is not a PNG"),
    ],
)
def test_what_could_not_be_read_again_is_not_written(
    own: OwnExercises, red: Path, change: Callable, reason: str
) -> None:
    saved = own.save(own_exercise("Towel stretch", red))
    before = listing(own.folder)
    for wrong in (change(saved), replace(change(saved), id="", own=False)):
        with pytest.raises(StorageError) as error:
            own.save(wrong)
        assert reason in str(error.value)
        assert listing(own.folder) == before


@pytest.mark.parametrize(
    ("at", "is_new"),
    [("a picture", True), ("the text", True), ("the folder's name", True), ("a picture", False), ("the text", False)],
)
def test_a_full_disk_changes_nothing(
    own: OwnExercises, red: Path, leg: Path, monkeypatch: pytest.MonkeyPatch, at: str, is_new: bool
) -> None:
    saved = own.save(own_exercise("Towel stretch", red))
    before, written = listing(own.folder), []

    def full(path: Path):
        if (path.name == FILE) == (at == "the text"):
            stop()
        written.append(path.name)
        return replacing(path)

    replacing = own_exercises.replacing
    if at == "the folder's name":
        monkeypatch.setattr(Path, "rename", stop)
    else:
        monkeypatch.setattr(own_exercises, "replacing", full)
    edited = own_exercise("Belt stretch", red, leg)
    with pytest.raises(StorageError, match="this exercise can't be saved: No space left on device"):
        own.save(edited if is_new else replace(edited, id=saved.id, own=True), draw)
    assert listing(own.folder) == before
    assert bool(written) == (at == "the text")
    assert own.load() == ({saved.id: saved}, ())


def test_what_a_crash_left_is_in_nobodys_way(own: OwnExercises) -> None:
    half = own.folder / ".own-towel-stretch.tmp"
    half.mkdir(parents=True)
    (half / "picture-0000000000000000.png").write_bytes(b"half")
    saved = own.save(own_exercise())
    assert [path.name for path in own.folder.iterdir()] == [saved.id]
    assert [path.name for path in (own.folder / saved.id).iterdir()] == [FILE]


# -- together with the program's -------------------------------------------------------------------------------------
def test_all_exercises_together(own: OwnExercises, assets: Path) -> None:
    saved = own.save(own_exercise())
    (own.folder / "leg-curl").mkdir()
    (own.folder / "leg-curl" / FILE).write_text(GOOD)
    (own.folder / "own-broken").mkdir()
    exercises, problems = load_all(assets, own)
    built_in = load_exercises(assets)
    assert list(exercises) == [*built_in, saved.id]
    assert exercises["leg-curl"] == built_in["leg-curl"]
    assert problems == (
        f"{own.folder / 'own-broken' / FILE}: there is no such file",
        f"{own.folder / 'leg-curl'}: an exercise that comes with the program has this id",
    )


def test_a_routine_that_names_a_deleted_exercise_says_so(own: OwnExercises, assets: Path, tmp_path: Path) -> None:
    saved = own.save(own_exercise())
    file = tmp_path / "mine.toml"
    file.write_text(f'name = "Mine"\nitems = [{{exercise = "{saved.id}"}}]\n')
    assert load_routine(file, load_all(assets, own)[0]).items[0].dose == saved.dose
    own.delete(saved.id)
    with pytest.raises(StorageError) as error:
        load_routine(file, load_all(assets, own)[0])
    assert str(error.value).startswith(f'{file}: items 1, exercise: there is no exercise "{saved.id}"; known: ')
