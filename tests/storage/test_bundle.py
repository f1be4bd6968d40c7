"""An exercise shared as one file; and every file that somebody could send instead, one by one."""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.storage import bundle
from hamstring_gui.storage.bundle import LIMITS, read_bundle, write_bundle
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.library import load_exercises
from hamstring_gui.storage.own_exercises import FILE, OwnExercises
from hamstring_gui.storage.pictures import Draw, Picture
from tests.storage.making import draw, encoded, listing, own_exercise, photo, png_that_claims, svg, zipped

TEXT = b"""
name = "Sent"
kind = "stretch"
region = "calf"
sides = "each"
dose = {sets = 3, hold_s = 30}
steps = [{text = "Lie down.", picture = "a.png"}]
"""
WORDS = TEXT.replace(b', picture = "a.png"', b"")


@pytest.fixture
def own(tmp_path: Path) -> OwnExercises:
    """Somebody's exercises: one is there."""
    own = OwnExercises(tmp_path / "data" / "exercises")
    own.save(own_exercise("Sent"))
    return own


def sent(tmp_path: Path, data: bytes) -> Path:
    file = tmp_path / "sent.hamstring"
    file.write_bytes(data)
    return file


def brought(path: Path, draw: Draw) -> tuple[Exercise, Mapping[str, Picture]]:
    shared = read_bundle(path, draw)
    return shared.exercise, shared.pictures


def test_there_and_back(own: OwnExercises, tmp_path: Path) -> None:
    (tmp_path / "red.jpg").write_bytes(photo())
    (tmp_path / "leg.svg").write_bytes(svg())
    saved = own.save(own_exercise("Towel stretch", tmp_path / "red.jpg", tmp_path / "leg.svg"), draw)
    out = tmp_path / "Towel stretch.hamstring"
    write_bundle(saved, out)
    added = OwnExercises(tmp_path / "other").add(*brought(out, draw))
    assert added.id == saved.id
    bare = [
        exercise.with_pictures({path: Path(path).suffix for path in exercise.pictures}) for exercise in (saved, added)
    ]
    assert bare[0] == bare[1]
    assert [Path(path).suffix for path in added.pictures] == [".jpg", ".png"]
    assert all(Path(path).parent == tmp_path / "other" / added.id for path in added.pictures)


def test_one_that_is_there_already_is_added_beside_it(own: OwnExercises, tmp_path: Path) -> None:
    write_bundle(own.load()[0]["own-sent"], tmp_path / "x.hamstring")
    before = listing(own.folder / "own-sent")
    assert own.add(*brought(tmp_path / "x.hamstring", draw)).id == "own-sent-2"
    assert listing(own.folder / "own-sent") == before


@pytest.mark.parametrize("exercise_id", ["band-hamstring-stretch", "ball-hamstring-release"])
def test_an_exercise_of_the_program_can_be_shared(
    own: OwnExercises, tmp_path: Path, assets: Path, exercise_id: str
) -> None:
    known = load_exercises(assets)[exercise_id]
    write_bundle(known, tmp_path / "x.hamstring")
    added = own.add(*brought(tmp_path / "x.hamstring", draw))
    assert added == replace(known, id=added.id, own=True)
    assert added.id.startswith("own-")


def test_the_same_exercise_gives_the_same_bytes(own: OwnExercises, tmp_path: Path) -> None:
    (tmp_path / "red.jpg").write_bytes(photo())
    saved = own.save(own_exercise("Towel stretch", tmp_path / "red.jpg"))
    for name in ("one", "two"):
        write_bundle(saved, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    with zipfile.ZipFile(tmp_path / "one") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_file_packed_by_another_program_is_read(tmp_path: Path) -> None:
    data = zipped([("a.png", photo((90, 90), kind="PNG")), (FILE, TEXT)])
    exercise, pictures = brought(sent(tmp_path, data), draw)
    assert (exercise.name, exercise.pictures, list(pictures)) == ("Sent", ("a.png",), ["a.png"])


def test_pictures_are_taken_in_like_any_other(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    data = zipped([(FILE, TEXT), ("a.png", encoded(Image.new("RGB", (3200, 20)), "JPEG", exif=exif))])
    picture = read_bundle(sent(tmp_path, data), draw).pictures["a.png"]
    assert b"Secret" not in picture.data
    assert Image.open(BytesIO(picture.data)).size == (1600, 10)


def test_a_drawing_of_an_earlier_version_is_drawn(own: OwnExercises, tmp_path: Path) -> None:
    """Bundles were written with SVGs in them."""
    data = zipped([(FILE, TEXT.replace(b"a.png", b"a.svg")), ("a.svg", svg())])
    added = own.add(*brought(sent(tmp_path, data), draw))
    assert [Path(path).suffix for path in added.pictures] == [".png"]


def test_more_words_than_are_read_are_not_written(tmp_path: Path) -> None:
    long = replace(own_exercise("Long"), cautions=("x" * 2000,) * 100, equipment=("y",))
    with pytest.raises(StorageError, match=r"x\.hamstring: this exercise has too many words to be shared"):
        write_bundle(long, tmp_path / "x.hamstring")
    assert not (tmp_path / "x.hamstring").exists()


def test_what_can_be_neither_read_nor_written_is_told(own: OwnExercises, tmp_path: Path) -> None:
    saved = own.load()[0]["own-sent"]
    with pytest.raises(StorageError, match=r"no.x\.hamstring: this was not written: there is no such folder"):
        write_bundle(saved, tmp_path / "no" / "x.hamstring")
    with pytest.raises(StorageError, match=r"gone\.png: No such file"):
        write_bundle(own_exercise("Gone", tmp_path / "gone.png"), tmp_path / "x.hamstring")
    assert not (tmp_path / "x.hamstring").exists()


# -- hostile files ---------------------------------------------------------------------------------------------------
def named(name: str) -> bytes:
    return zipped([(FILE, WORDS), (name, b"x")])


def with_mode(name: str, mode: int) -> bytes:
    entry = zipfile.ZipInfo(name)
    entry.create_system, entry.external_attr = 3, mode << 16
    return zipped([(FILE, TEXT), (entry, b"/etc/passwd")])


def twice(first: str, second: str) -> bytes:
    with pytest.warns(UserWarning, match="Duplicate") if first == second else pytest.MonkeyPatch.context():
        return zipped([(FILE, TEXT), (first, photo()), (second, photo())])


def patched(data: bytes, *changes: tuple[bytes, int, bytes]) -> bytes:
    """Bytes changed at an offset from every place where a mark stands: headers that lie."""
    changed = bytearray(data)
    for mark, offset, new in changes:
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            changed[at + offset : at + offset + len(new)] = new
    return bytes(changed)


LOCAL, CENTRAL, END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
ZEROS = bytes(20_000_000)


def bomb(claimed: int | None = None) -> bytes:
    """20 MB of zeros in 20 kB, which may claim to be small."""
    data = zipped([(FILE, TEXT), ("a.png", ZEROS)])
    size = struct.pack("<L", claimed) if claimed is not None else b""
    second = data.rfind(CENTRAL)
    return data if claimed is None else data[: second + 24] + size + data[second + 28 :]


def far_away(offset: int) -> bytes:
    """A file whose list says, in 64 bits, that it begins far behind the end."""
    data = zipped([(FILE, WORDS)], zipfile.ZIP_STORED)
    begin = data.find(CENTRAL)
    extra = struct.pack("<HHQ", 1, 8, offset)
    entry = bytearray(data[begin:-22] + extra)
    entry[30:32], entry[42:46] = struct.pack("<H", len(extra)), b"\xff" * 4
    return data[:begin] + entry + data[-22:-10] + struct.pack("<L", len(entry)) + data[-6:]


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "this is not a shared exercise of Hamstring"),
    "a picture": (photo, "this is not a shared exercise of Hamstring"),
    "an empty zip": (lambda: zipped([]), "this is not a shared exercise of Hamstring"),
    "half a zip": (lambda: zipped([(FILE, WORDS)])[:-30], "this is not a shared exercise of Hamstring"),
    "no exercise": (lambda: zipped([("a.png", photo())]), "holds no exercise.toml"),
    "../": (lambda: named("../a.png"), "../a.png: this is no name"),
    "..\\": (lambda: named("..\\a.png"), "a.png: this is no name"),
    "an absolute path": (lambda: named("/etc/a.png"), "/etc/a.png: this is no name"),
    "a drive": (lambda: named("C:a.png"), "C:a.png: this is no name"),
    "a folder": (lambda: named("pictures/"), "pictures/: this is no name"),
    "in a folder": (lambda: named("pictures/a.png"), "pictures/a.png: this is no name"),
    "a hidden file": (lambda: named(".a.png"), ".a.png: this is no name"),
    "a program": (lambda: named("a.exe"), "a.exe: this is no name"),
    "NUL in a name": (lambda: patched(named("aX.png"), (b"aX.png", 1, b"\0")), "a\\x00.png: this is no name"),
    "a very long name": (lambda: named("a" * 60_000 + ".png"), "this is no name"),
    "a line in a name": (lambda: named("a\nb.png"), "a\\nb.png: this is no name"),
    "a name twice": (lambda: twice("a.png", "a.png"), "a.png: is there twice"),
    "a name twice but for its case": (lambda: twice("a.png", "A.PNG"), "A.PNG: is there twice"),
    "a link": (lambda: with_mode("a.png", stat.S_IFLNK | 0o777), "a.png: is a link"),
    "a device": (lambda: with_mode("a.png", stat.S_IFBLK | 0o777), "a.png: is a link, or something else"),
    "a password": (
        lambda: patched(zipped([(FILE, WORDS)]), (LOCAL, 6, b"\1\0"), (CENTRAL, 8, b"\1\0")),
        "exercise.toml: is locked with a password",
    ),
    "another way of packing": (
        lambda: zipped([(FILE, WORDS)], zipfile.ZIP_BZIP2),
        "exercise.toml: is packed in a way that is not read here",
    ),
    "41 files": (
        lambda: zipped([(FILE, TEXT), *((f"{n}.png", b"x") for n in range(40))]),
        "holds 41 files; at most 40 are read",
    ),
    "an endless list": (lambda: zipped([(f"{n}.png", b"") for n in range(3000)]), "holds too many files"),
    "a list of 64 bits": (
        lambda: zipped([(FILE, WORDS)])[:-22] + b"PK\6\7" + bytes(16) + zipped([(FILE, WORDS)])[-22:],
        "holds too many files",
    ),
    "a bomb": (bomb, "a.png: this grows too large"),
    "a bomb that claims to be small": (lambda: bomb(500), "damaged"),
    "a bomb of text": (lambda: zipped([(FILE, b"#" * 30_000_000)]), "exercise.toml: this grows too large"),
    "a text of 201 kB": (
        lambda: zipped([(FILE, WORDS + b"#" * 200_000)], zipfile.ZIP_STORED),
        "exercise.toml: this grows too large",
    ),
    "a wrong checksum": (
        lambda: patched(zipped([(FILE, WORDS)]), (LOCAL, 14, b"1234"), (CENTRAL, 16, b"1234")),
        "this file is damaged: Bad CRC",
    ),
    "other names inside": (lambda: zipped([(FILE, WORDS)]).replace(FILE.encode(), b"exercise.tomk", 1), "is damaged"),
    "wrong places": (lambda: patched(zipped([(FILE, WORDS)]), (CENTRAL, 42, b"\xff\xff\xff\x7f")), "is damaged"),
    "a place of 64 bits": (lambda: far_away(2**64 - 1), "this file is damaged"),
    "a place of 63 bits": (lambda: far_away(2**63 - 1), "this file is damaged"),
    "a zip of the future": (lambda: patched(zipped([(FILE, WORDS)]), (CENTRAL, 6, b"\xff")), "this file is damaged"),
    "a patch": (lambda: patched(zipped([(FILE, WORDS)]), (CENTRAL, 8, b"\x20")), "this file is damaged"),
    "a name that is no UTF-8": (
        lambda: patched(named("aX.png"), (CENTRAL, 9, b"\x08"), (b"aX.png", 0, b"\xff")),
        "this file is damaged",
    ),
    "no TOML": (lambda: zipped([(FILE, b"x = ")]), "exercise.toml: this is not TOML"),
    "no text": (lambda: zipped([(FILE, b"\xff")]), "exercise.toml: this is not UTF-8 text"),
    "deep TOML": (lambda: zipped([(FILE, b"x = " + b"[" * 10_000)]), "exercise.toml: this is nested too deeply"),
    "a key of many parts": (
        lambda: zipped([(FILE, WORDS + b"a." * 90_000 + b"a = 1")], zipfile.ZIP_STORED),
        "exercise.toml: this is nested too deeply: a.a.",
    ),
    "a wrong key": (lambda: zipped([(FILE, WORDS + b"x = 1")]), "exercise.toml: x: is not known here"),
    "a wrong type": (lambda: zipped([(FILE, WORDS.replace(b'"Sent"', b"3"))]), "exercise.toml: name: must be text"),
    "a picture's path": (
        lambda: zipped([(FILE, TEXT.replace(b"a.png", b"../a.png"))]),
        "exercise.toml: steps 1, picture: must be the bare name",
    ),
    "a picture that is not there": (lambda: zipped([(FILE, TEXT)]), "names the picture a.png, which is not there"),
    "a picture that nobody shows": (lambda: named("a.png"), "a.png: no step shows this picture"),
    "a huge picture": (
        lambda: zipped([(FILE, TEXT), ("a.png", png_that_claims(60_000, 60_000))]),
        "a.png: this picture is too large",
    ),
    "a script": (
        lambda: zipped([(FILE, TEXT), ("a.png", svg("<script/>"))]),
        "a.png: there is nothing to see in this drawing",
    ),
    "no picture": (lambda: zipped([(FILE, TEXT), ("a.png", b"hello")]), "a.png: this is not a PNG"),
}


@pytest.mark.parametrize(("make", "reason"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused_and_changes_nothing(
    own: OwnExercises, tmp_path: Path, make: Callable[[], bytes], reason: str
) -> None:
    file = sent(tmp_path, make())
    before = listing(tmp_path)
    with pytest.raises(StorageError) as error:
        own.add(*brought(file, draw))
    assert str(error.value).startswith(f"{file}: ")
    assert reason in str(error.value)
    assert len(str(error.value)) < 700
    assert "\n" not in str(error.value)
    assert listing(tmp_path) == before


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes are counted while they come, whatever the headers say."""
    asked: list[int] = []
    read = zipfile.ZipExtFile.read

    def watched(file: zipfile.ZipExtFile, n: int | None = -1) -> bytes:
        data = read(file, n)
        asked.append(len(data))
        return data

    monkeypatch.setattr(zipfile.ZipExtFile, "read", watched)
    with pytest.raises(StorageError, match="grows too large"):
        read_bundle(sent(tmp_path, bomb()), draw)
    assert max(asked) < 3_000_000 < len(ZEROS)


def test_all_together_may_be_only_so_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "LIMITS", replace(LIMITS, unpacked=1500))
    data = zipped([(FILE, TEXT), ("a.png", bytes(1400))], zipfile.ZIP_STORED)
    with pytest.raises(StorageError, match=r"a\.png: this grows too large"):
        read_bundle(sent(tmp_path, data), draw)


def test_a_file_of_too_many_bytes_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.hamstring"
    with file.open("wb") as out:
        out.truncate(LIMITS.packed + 1)
    with pytest.raises(StorageError, match=r"large\.hamstring: this is too large; at most 50 MB are read"):
        read_bundle(file, draw)


@pytest.mark.parametrize(("name", "reason"), [("", "this is not a file"), ("no.hamstring", "No such file")])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(StorageError, match=reason):
        read_bundle(tmp_path / name, draw)


def test_a_full_disk_adds_nothing(own: OwnExercises, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ready = brought(sent(tmp_path, zipped([(FILE, TEXT), ("a.png", photo())])), draw)
    before = listing(own.folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StorageError, match="own-sent-2: this exercise can't be saved: No space left on device"):
        own.add(*ready)
    assert listing(own.folder) == before
