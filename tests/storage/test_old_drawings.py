"""SVGs that own exercises were stored with before drawings became pixels: drawn when saved, and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.own_exercises import FILE, OwnExercises, has_drawings
from tests.storage.making import draw, listing, own_exercise, svg


@pytest.fixture
def own(tmp_path: Path) -> OwnExercises:
    return OwnExercises(tmp_path / "data" / "exercises")


@pytest.fixture
def old(own: OwnExercises) -> Exercise:
    """An exercise as it was stored when drawings stayed what they were."""
    saved = own.save(own_exercise("Old"))
    folder = own.folder / saved.id
    (folder / "picture-0123456789abcdef.svg").write_bytes(svg())
    text = (folder / FILE).read_text()
    (folder / FILE).write_text(text.replace("[[steps]]", '[[steps]]\npicture = "picture-0123456789abcdef.svg"'))
    return own.load()[0][saved.id]


def test_an_exercise_with_a_drawing_of_an_earlier_version_is_drawn_when_it_is_saved(
    own: OwnExercises, old: Exercise
) -> None:
    drawing = Path(old.steps[0].picture)
    assert has_drawings(old)
    saved = own.save(old, draw)
    assert own.load()[0] == {old.id: saved}
    assert not has_drawings(saved)
    assert Path(saved.steps[0].picture).suffix == ".png"
    assert drawing.read_bytes() == svg()
    assert own.save(old, draw) == saved


def test_a_drawing_of_an_earlier_version_that_can_not_be_drawn_stays_as_it_was(
    own: OwnExercises, old: Exercise
) -> None:
    Path(old.steps[0].picture).write_bytes(svg("<script/>"))
    before = listing(own.folder)
    with pytest.raises(StorageError, match=r"picture-0123456789abcdef\.svg: there is nothing to see"):
        own.save(old, draw)
    with pytest.raises(StorageError, match="an SVG can't be taken in here"):
        own.save(old)
    assert listing(own.folder) == before


def test_a_deleted_drawing_of_an_earlier_version_goes_with_the_next_start(own: OwnExercises, old: Exercise) -> None:
    own.delete(old.id)
    own.forget_deleted_pictures()
    assert [path.name for path in (own.folder / ".deleted" / old.id).iterdir()] == [FILE]


def test_undo_puts_it_back_as_it_was(own: OwnExercises, old: Exercise) -> None:
    before, pictures = listing(own.folder / old.id), own.pictures_of(old)
    own.save(old, draw)
    back = own.put(old, pictures)
    assert has_drawings(back)
    assert Path(back.steps[0].picture).read_bytes() == svg()
    assert before.keys() <= listing(own.folder / old.id).keys()


def test_one_that_can_not_be_drawn_can_be_given_up_and_undone(own: OwnExercises, old: Exercise) -> None:
    path = old.steps[0].picture
    Path(path).write_bytes(svg("<script/>"))
    pictures = own.pictures_of(old)
    assert own.save(old.with_pictures({}), draw).pictures == ()
    assert Path(own.put(old, pictures).steps[0].picture).read_bytes() == svg("<script/>")
