"""One owner of exercises and routines: values that never change, changes that are told, and no file read on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import just
from hamstring_gui.program.library import Library
from hamstring_gui.storage import own_exercises
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.library import own_kinds
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.shelf import read_shelf

BAND, CURL, HABITS = "band-hamstring-stretch", "leg-curl", "three-daily-habits"


def draw(_: bytes, __: int) -> bytes:
    raise AssertionError("nothing here is a drawing")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(read_shelf(Paths.under(tmp_path)), draw)


def own(library: Library, of: str = CURL, name: str = "Mine") -> Exercise:
    return library.save_exercise(replace(library.exercises[of], id="", name=name, own=True))


def test_what_was_handed_out_stays_as_it_was(library: Library) -> None:
    exercises, routines = library.exercises, library.routines
    mine = own(library)
    library.put_routine("evening", replace(just(mine), id="evening"))
    assert mine.id not in exercises
    assert "evening" not in routines
    assert (library.exercises[mine.id], "evening" in library.routines) == (mine, True)
    with pytest.raises(TypeError):
        library.exercises[BAND] = mine  # type: ignore[index]


def test_each_change_is_told_once(library: Library) -> None:
    told: list[None] = []
    library.changed.connect(lambda: told.append(None))
    mine = own(library)
    library.put_routine("evening", replace(just(mine), id="evening"))
    library.put_routine("evening", None)
    library.delete_exercise(mine.id)
    library.bring_back(mine.id)
    assert len(told) == 5


def test_a_routine_whose_exercise_is_gone_waits_for_it(library: Library) -> None:
    mine = own(library)
    library.put_routine("evening", replace(just(mine), id="evening"))
    assert library.users_of(mine.id) == (library.routines["evening"],)
    library.delete_exercise(mine.id)
    assert "evening" not in library.routines
    assert "evening" in library.known_routines
    library.bring_back(mine.id)
    assert "evening" in library.routines


def test_the_kinds_of_the_deleted_are_known_now_and_after_a_new_start(library: Library, tmp_path: Path) -> None:
    mine = own(library, of=BAND)
    assert library.own_kinds == own_kinds(Paths.under(tmp_path)) == {mine.id: ("stretch", "hamstring")}
    library.delete_exercise(mine.id)
    again = Library(read_shelf(Paths.under(tmp_path)), draw)
    for one in (library, again):
        assert mine.id not in one.exercises
        assert one.kinds[mine.id] == ("stretch", "hamstring")
        assert one.own_kinds == own_kinds(Paths.under(tmp_path)) == {mine.id: ("stretch", "hamstring")}


def test_no_file_is_read_for_what_is_known(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    own(library)
    assert library.kinds[CURL][0] == "strength"

    def read(_: object) -> Exercise:
        raise AssertionError("a file is read")

    monkeypatch.setattr(own_exercises, "_read", read)
    library.put_routine(HABITS, replace(library.routines[HABITS], setup_s=7))
    assert library.kinds[CURL][0] == "strength"
    assert library.routines[HABITS].setup_s == 7


def test_a_routine_holds_even_where_it_cannot_be_saved(library: Library, tmp_path: Path) -> None:
    told: list[None] = []
    library.changed.connect(lambda: told.append(None))
    Paths.under(tmp_path).routines.parent.mkdir(parents=True, exist_ok=True)
    Paths.under(tmp_path).routines.write_text("a file where the folder should be")
    with pytest.raises(StorageError):
        library.put_routine(HABITS, replace(library.routines[HABITS], setup_s=7))
    assert (library.routines[HABITS].setup_s, told) == (7, [None])


def test_an_exercise_that_cannot_be_saved_is_as_it_was(library: Library, tmp_path: Path) -> None:
    mine = own(library)
    folder = Paths.under(tmp_path).exercises / mine.id
    (folder / "exercise.toml").unlink()
    (folder / "exercise.toml").mkdir()
    with pytest.raises(StorageError):
        library.save_exercise(replace(mine, name="Other"))
    assert library.exercises[mine.id].name == "Mine"


def test_what_was_kept_aside_comes_back(library: Library) -> None:
    mine = own(library)
    kept = library.kept_aside(mine.id)
    library.save_exercise(replace(mine, name="Changed"))
    assert library.exercises[mine.id].name == "Changed"
    library.put_back(kept)
    assert library.exercises[mine.id].name == "Mine"
