"""Strangers' pictures and shared files are read in a process of their own: the same comes out, and it is bounded."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import just
from hamstring_gui.domain.values import replace
from hamstring_gui.program import foreign
from hamstring_gui.program.foreign import loop_files, picture_of, shared_in
from hamstring_gui.storage import loop_zip, pictures
from hamstring_gui.storage.bundle import read_bundle, write_bundle
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.own_exercises import OwnExercises
from hamstring_gui.storage.pulse import Cancelled
from hamstring_gui.storage.routine_bundle import write_routine_bundle
from tests.conftest import ROOT
from tests.storage.making import draw, encoded, own_exercise, photo, png_that_claims, read_routine_bundle, svg, zipped

unbounded = pytest.mark.skipif(sys.platform == "win32", reason="has no such limits")


def test_a_picture_is_what_it_would_be_here(tmp_path: Path) -> None:
    file = tmp_path / "leg ü.png"
    file.write_bytes(encoded(Image.effect_mandelbrot((300, 200), (-2, -1.5, 1, 1.5), 20).convert("RGB")))
    assert picture_of(file) == pictures.take_in(file, draw)


@pytest.mark.nightly
def test_a_drawing_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "leg.svg").write_bytes(svg('<rect width="20" height="30" fill="#ff0000"/>'))
    picture = picture_of(tmp_path / "leg.svg")
    (tmp_path / "back").write_bytes(picture.data)
    with Image.open(tmp_path / "back") as image:
        assert (image.size, image.convert("RGB").getpixel((200, 600))) == ((1600, 1200), (255, 0, 0))


@pytest.fixture
def shared(tmp_path: Path) -> tuple[Path, Exercise]:
    """A shared exercise of two pictures, and the exercise."""
    for name, colour in (("a.png", "red"), ("b.jpg", "blue")):
        (tmp_path / name).write_bytes(photo((60, 40), colour, "PNG" if name == "a.png" else "JPEG"))
    own = OwnExercises(tmp_path / "exercises")
    exercise = own.save(own_exercise("Towel", tmp_path / "a.png", tmp_path / "b.jpg"))
    write_bundle(exercise, tmp_path / "towel.hamstring")
    return tmp_path / "towel.hamstring", exercise


@pytest.mark.nightly
def test_a_shared_exercise_is_what_it_would_be_here(shared: tuple[Path, Exercise]) -> None:
    file, _ = shared
    shares: list[float | None] = []
    assert shared_in(file, {}, shares.append) == (None, (read_bundle(file, draw),))
    assert shares


def test_a_shared_routine_is_what_it_would_be_here(shared: tuple[Path, Exercise], tmp_path: Path) -> None:
    _, exercise = shared
    file, routine = tmp_path / "routine.hamstring", replace(just(exercise), name="Mine")
    write_routine_bundle(routine, {exercise.id: exercise}, file)
    assert shared_in(file, {}) == read_routine_bundle(file, {}, draw)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (png_that_claims(60_000, 60_000), "at most 24 megapixels"),
        pytest.param(b"", "this file is empty", marks=pytest.mark.nightly),
        pytest.param(None, "no such file", marks=pytest.mark.nightly),
    ],
)
def test_what_is_wrong_is_said_as_it_would_be_here(tmp_path: Path, data: bytes | None, reason: str) -> None:
    file = tmp_path / "leg.png"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(StorageError) as here:
        pictures.take_in(file, draw)
    with pytest.raises(StorageError) as there:
        picture_of(file)
    assert str(there.value) == str(here.value)
    assert reason in str(there.value).casefold()


@pytest.mark.nightly
def test_a_file_is_named_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sent.hamstring").write_bytes(zipped([("other.txt", b"")]))
    with pytest.raises(StorageError, match=r"^sent\.hamstring: other\.txt: this is no name"):
        shared_in(Path("sent.hamstring"), {})


@pytest.mark.skipif(sys.platform == "win32", reason="has no named pipes among its files")
@pytest.mark.nightly
@pytest.mark.parametrize("kind", ["fifo", "folder", "/dev/zero"])
def test_what_is_no_file_is_none(tmp_path: Path, kind: str) -> None:
    path = Path(kind) if kind.startswith("/") else tmp_path / "leg.png"
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    for read in (picture_of, lambda one: shared_in(one, {})):
        with pytest.raises(StorageError, match="this is not a file"):
            read(path)


@unbounded
def test_it_ends_when_nobody_wants_it_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = []

    class Noted(foreign.subprocess.Popen):  # type: ignore[name-defined,misc]
        def __init__(self, *command: object, **how: object) -> None:
            super().__init__(*command, **how)
            begun.append(self)

    def call_off(_: float | None) -> None:
        raise Cancelled("no more")

    monkeypatch.setattr(foreign.subprocess, "Popen", Noted)
    (tmp_path / "leg.png").write_bytes(photo(kind="PNG"))
    with pytest.raises(Cancelled):
        picture_of(tmp_path / "leg.png", call_off)
    assert [one.returncode is not None for one in begun] == [True]


@unbounded
@pytest.mark.parametrize(
    ("limit", "picture"),
    [
        pytest.param("MOST_DATA = 50_000_000", "large.png", marks=pytest.mark.nightly),
        ("MOST_OUT = 10", "small.png"),
        pytest.param("MOST_SILENT_SECONDS = 0.0", "small.png", marks=pytest.mark.nightly),
    ],
)
def test_it_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, picture: str) -> None:
    name, value = limit.split(" = ")
    monkeypatch.setattr(foreign, name, eval(value))
    lines = Path(foreign.__file__).read_text("utf-8").splitlines()
    (tmp_path / "poor.py").write_text("\n".join(limit if line.startswith(f"{name} =") else line for line in lines))
    monkeypatch.setattr(foreign, "__file__", str(tmp_path / "poor.py"))
    (tmp_path / picture).write_bytes(photo((4800, 4800) if "large" in picture else (40, 40), kind="PNG"))
    with pytest.raises(StorageError, match=r"takes too much time or memory|there is not enough memory"):
        picture_of(tmp_path / picture)


MEASURED = """
import resource, sys
from pathlib import Path
from hamstring_gui.program.foreign import loop_files, picture_of
from hamstring_gui.storage.errors import StorageError
try:
    Path(sys.argv[1] + ".small").write_bytes(picture_of(Path(sys.argv[1])).data)
except StorageError as error:
    print(error)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@unbounded
@pytest.mark.nightly
@pytest.mark.parametrize("kind", ["webp", "png", "jpg", "rgba.png", "lossless.webp", "16 bits.png", "palette.png"])
def test_large_pictures_stay_within_the_memory(tmp_path: Path, kind: str) -> None:
    image = Image.effect_mandelbrot((4890, 4890), (-2, -1.5, 1, 1.5), 40)
    mode = {"rgba.png": "RGBA", "16 bits.png": "I;16", "palette.png": "P"}.get(kind, "RGB")
    file = tmp_path / f"large.{kind}"
    how = {"lossless": True, "method": 0, "quality": 0} if kind.startswith("lossless") else {}
    image.convert("L").convert(mode).save(file, **how)
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(file)], capture_output=True, text=True, check=True, cwd=ROOT, timeout=60
    )
    *refused, kilobytes = done.stdout.splitlines()
    assert int(kilobytes) < 210_000
    if refused:
        assert "memory" in refused[0]
    else:
        with Image.open(f"{file}.small") as small:
            assert small.size == (1600, 1600)


@unbounded
@pytest.mark.nightly
@pytest.mark.timeout(600)
def test_twenty_pictures_are_no_more_than_one(tmp_path: Path) -> None:
    text = 'name="x"\nkind="stretch"\nregion="calf"\nsides="each"\ndose={sets=3, hold_s=30}\n'
    data = encoded(Image.effect_noise((2100, 2100), 90).convert("RGB"), "WEBP", quality=20)
    steps = "".join(f'[[steps]]\ntext="s"\npicture="{n}.webp"\n' for n in range(20))
    file = tmp_path / "twenty.hamstring"
    file.write_bytes(zipped([("exercise.toml", (text + steps).encode()), *((f"{n}.webp", data) for n in range(20))]))
    longest, last = 0.0, (begun := time.monotonic())

    def look(_: float | None) -> None:
        nonlocal longest, last
        longest, last = max(longest, time.monotonic() - last), time.monotonic()

    _, (one,) = shared_in(file, {}, look)
    assert len(one.pictures) == 20
    assert longest < max(1.0, (last - begun) / 10), "the window would have stood still"


@pytest.mark.nightly
def test_the_files_of_a_zip_are_what_they_would_be_here(tmp_path: Path) -> None:
    file = tmp_path / "loop.zip"
    file.write_bytes(
        zipped([("Habits.csv", b"a"), ("001 Stretch/Checkmarks.csv", b"Date,x\n"), ("x/Scores.csv", b"1")])
    )
    assert list(loop_files(file)) == list(loop_zip.loop_files(file))
    file.write_bytes(zipped([("history.sqlite3", b"")]))
    with pytest.raises(StorageError, match="this is a backup of Hamstring"):
        list(loop_files(file))


def test_more_pixels_than_one_file_may_have_are_refused_before_any_is_decoded(tmp_path: Path) -> None:
    text = 'name="x"\nkind="stretch"\nregion="calf"\nsides="each"\ndose={sets=3, hold_s=30}\n'
    steps = "".join(f'[[steps]]\ntext="s"\npicture="{n}.png"\n' for n in range(5))
    file = tmp_path / "five.hamstring"
    claims = png_that_claims(4800, 4800)
    file.write_bytes(zipped([("exercise.toml", (text + steps).encode()), *((f"{n}.png", claims) for n in range(5))]))
    with pytest.raises(StorageError, match="115 megapixels together; at most 100 are read"):
        read_bundle(file, draw)
