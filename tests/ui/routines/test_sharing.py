"""Routines and exercises that people exchange, in the real window: all of it comes, once, and can be taken back."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine, just
from hamstring_gui.domain.values import replace
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.ui import file_dialogs
from tests.storage.making import own_exercise, photo
from tests.ui.conftest import Desk
from tests.ui.routines.desk import page

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]
TOWEL = "own-towel-stretch"


_written: list[bytes] = []
"""“My evening”, once it was."""


@pytest.fixture
def file(open_desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """“My evening”, written on another desk; there is nothing of it on the one that is open then."""
    file = tmp_path / "my-evening.hamstring"
    if not _written:
        write_evening(open_desk, file, tmp_path, monkeypatch)
        _written.append(file.read_bytes())
    file.write_bytes(_written[0])
    return file


def write_evening(open_desk: Open, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_dialogs, "ask_where_to", lambda *_: file)
    desk = open_desk()
    (tmp_path / "a.png").write_bytes(photo((90, 60), "red", "PNG"))
    library = desk.parts.library
    towel = library.save_exercise(own_exercise("Towel stretch", tmp_path / "a.png"))
    words = library.save_exercise(own_exercise("In words"))
    items = just(towel).items + just(words).items + just(library.exercises["leg-curl"]).items
    library.put_routine("my-evening", Routine("my-evening", "My evening", items))
    desk.parts.routines.show("my-evening")
    desk.click("Export…")
    assert str(file) in desk.text("notice")
    library.put_routine("my-evening", None)
    for one in (towel, words):
        library.delete_exercise(one.id)


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    return open_desk()


def own(desk: Desk) -> list[str]:
    return sorted(key for key, one in desk.parts.library.exercises.items() if one.own)


def evenings(desk: Desk) -> dict[str, Routine]:
    return {key: one for key, one in desk.parts.library.known_routines.items() if one.name.startswith("My evening")}


def test_a_routine_brings_its_exercises_and_takes_them_along(desk: Desk, file: Path) -> None:
    desk.click("Today")
    assert desk.drop(file)
    (evening,) = evenings(desk).values()
    assert [item.exercise for item in evening.items] == [*own(desk)[::-1], "leg-curl"]
    assert all(Path(path).is_file() for key in own(desk) for path in desk.parts.library.exercises[key].pictures)
    assert desk.window.entry == "routines"
    assert page(desk)._chosen == evening.id
    assert desk.text("notice") == "“My evening” is among your routines now, with 2 exercises."
    before = own(desk)
    desk.parts.deeds.undo()
    assert (evenings(desk), own(desk)) == ({}, [])
    desk.parts.deeds.redo()
    assert (list(evenings(desk)), own(desk)) == ([evening.id], before)
    assert evening.id in desk.parts.library.routines


def test_the_same_again_says_so(desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.drop(file)
    before = (evenings(desk), own(desk))
    monkeypatch.setattr(file_dialogs, "ask_for_file", lambda *_: file)
    for entry in ("Routines", "Exercises"):
        desk.click(entry)
        desk.click("Import…")
        assert desk.text("notice") == "“My evening” is among your routines already, just as in this file."
        assert page(desk)._chosen in before[0]
        assert (evenings(desk), own(desk)) == before


def test_a_routine_of_the_same_name_that_is_another_stays(desk: Desk, file: Path) -> None:
    desk.drop(file)
    (evening,) = evenings(desk).values()
    desk.parts.library.put_routine(evening.id, replace(evening, first_side="left"))
    exercises = own(desk)
    for _ in range(2):
        desk.drop(file)
        assert [one.name for one in evenings(desk).values()] == ["My evening", "My evening 2"]
        assert own(desk) == exercises, "they are here already"
    assert page(desk)._chosen == list(evenings(desk))[1]


def test_an_exercise_that_was_changed_here_stays_and_the_other_comes_beside_it(desk: Desk, file: Path) -> None:
    desk.drop(file)
    library = desk.parts.library
    changed = next(one for one in library.exercises.values() if one.name == "In words")
    library.save_exercise(replace(changed, cautions=("Slowly, please.",)))
    before = own(desk)
    for _ in range(2):
        desk.drop(file)
        assert len(own(desk)) == len(before) + 1
        assert library.exercises[changed.id].cautions == ("Slowly, please.",)
    first, second = evenings(desk).values()
    assert [item.exercise for item in first.items] != [item.exercise for item in second.items]
    assert second.name == "My evening 2"


def test_a_full_disk_brings_nothing(desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add = desk.parts.library.add_exercise

    def full(shared: object) -> Exercise:
        if own(desk):
            raise StorageError("exercises: the disk is full")
        return add(shared)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.parts.library, "add_exercise", full)
    desk.drop(file)
    assert (evenings(desk), own(desk)) == ({}, [])
    assert "the disk is full" in desk.text("notice")


def test_an_exercise_that_is_here_already_is_shown(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    towel = desk.parts.library.save_exercise(own_exercise("Towel stretch"))
    file = tmp_path / "towel.hamstring"
    monkeypatch.setattr(file_dialogs, "ask_where_to", lambda *_: file)
    monkeypatch.setattr(file_dialogs, "ask_for_file", lambda *_: file)
    desk.parts.exercises.show_one(towel.id)
    desk.click("Export…")
    desk.click("Routines")
    desk.click("Import…")
    assert desk.text("exercise_name") == "Towel stretch"
    assert desk.text("notice") == "“Towel stretch” is among your exercises already, just as in this file."
    assert own(desk) == [TOWEL]


def test_own_exercises_are_not_left_behind(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    towel = desk.parts.library.save_exercise(own_exercise("Towel stretch"))
    desk.parts.library.put_routine("evening", replace(just(towel), id="evening", name="Evening"))
    monkeypatch.setattr(file_dialogs, "ask_where_to", lambda *_: tmp_path / "evening.toml")
    desk.parts.routines.show("evening")
    desk.click("Export…")
    assert not (tmp_path / "evening.toml").exists()
    assert "the file’s name has to end in .hamstring" in desk.text("notice")


def test_a_broken_file_is_told(desk: Desk, file: Path) -> None:
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("own-other/exercise.toml", "x")
    desk.drop(file)
    assert (evenings(desk), own(desk)) == ({}, [])
    assert desk.text("notice").startswith(f"{file}: own-other: exercise.toml: this is not TOML")
