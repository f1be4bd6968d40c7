"""Zips from anybody: what comes out, piece by piece, and that nothing a header says is believed."""

from __future__ import annotations

import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.zips import Limits, unpack
from tests.storage.making import zipped

LIMITS = Limits(packed=1_000_000, files=3, unpacked=5_000_000, ratio=10, small=1000)
SMALL = {"a.txt": 2_000_000, "b.txt": 3_000_000, "long.txt": 4_000_000}


def room_for(name: str) -> int:
    return SMALL.get(name, 0)


def files_in(path: Path, limits: Limits = LIMITS) -> dict[str, bytes]:
    return {name: b"".join(pieces) for name, pieces in unpack(path, "a box of letters", limits, room_for)}


@pytest.fixture
def box(tmp_path: Path) -> Path:
    return tmp_path / "box.zip"


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_what_is_in_it_comes_out(box: Path, packing: int) -> None:
    letters = {"b.txt": bytes(range(256)) * 3, "a.txt": b""}
    box.write_bytes(zipped(list(letters.items()), packing))
    assert files_in(box) == letters
    assert list(files_in(box)) == ["b.txt", "a.txt"]


@pytest.mark.parametrize("missing", [1, 10, 21, 22, 30, 100, 2000])
def test_one_that_is_cut_short_is_told_from_what_is_none(box: Path, missing: int) -> None:
    whole = zipped([("long.txt", bytes(range(250)) * 20), ("a.txt", b"a")], zipfile.ZIP_STORED)
    box.write_bytes(whole[:-missing])
    with pytest.raises(StorageError, match="cut short or damaged; copy it here again"):
        files_in(box)
    box.write_bytes(whole[:-2] + b"\3\0abc")
    with pytest.raises(StorageError, match=r"this is not a box of letters$"):
        files_in(box)


def test_a_large_file_comes_in_pieces(box: Path) -> None:
    box.write_bytes(zipped([("long.txt", bytes(range(250)) * 14_000)], zipfile.ZIP_STORED))
    limits = Limits(packed=4_000_000, files=1, unpacked=4_000_000, ratio=10, small=1000)
    _, pieces = next(unpacked := unpack(box, "a box of letters", limits, room_for))
    assert sorted(map(len, pieces)) == [3_500_000 - 3 * (1 << 20), 1 << 20, 1 << 20, 1 << 20]
    assert next(unpacked, None) is None


def test_all_names_are_looked_at_before_the_first_file_comes(box: Path) -> None:
    box.write_bytes(zipped([("a.txt", b"a"), ("evil.exe", b"")]))
    with pytest.raises(StorageError, match=r"box\.zip: evil\.exe: this is no name of a file that belongs here"):
        next(unpack(box, "a box of letters", LIMITS, room_for))


def entry(mode: int) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo("a.txt")
    made.create_system, made.external_attr = 3, mode << 16
    return made


NOISE = bytes(x * x % 251 for x in range(900))
HOSTILE: dict[str, tuple[bytes, str]] = {
    "text": (b"Dear diary" * 9, "this is not a box of letters"),
    "nothing": (b"", "this is not a box of letters"),
    "a comment behind": (zipped([("a.txt", b"a")]) + b" ", "this is not a box of letters"),
    "an empty zip": (zipped([]), "this is not a box of letters"),
    "a larger file": (bytes(1_000_001), "this is too large; at most 1 MB are read"),
    "four files": (zipped([(name, b"") for name in "abcd"]), "holds 4 files; at most 3 are read"),
    "a list without end": (zipped([(f"{n}.txt", b"") for n in range(2000)]), "holds too many files; at most 3"),
    "a list of 64 bits": (
        zipped([("a.txt", b"a")])[:-22] + b"PK\6\7" + bytes(16) + zipped([("a.txt", b"a")])[-22:],
        "holds too many files",
    ),
    "another name": (zipped([("c.txt", b"")]), "c.txt: this is no name of a file that belongs here"),
    "the same name but for its case": (zipped([("a.txt", b""), ("A.TXT", b"")]), "A.TXT: this is no name"),
    "a link": (zipped([(entry(stat.S_IFLNK | 0o777), b"/etc/passwd")]), "a.txt: is a link, or something else"),
    "a pipe": (zipped([(entry(stat.S_IFIFO | 0o666), b"")]), "a.txt: is a link, or something else"),
    "a folder": (zipped([("a.txt/", b"")]), "a.txt/: this is no name"),
    "bzip2": (zipped([("a.txt", b"a")], zipfile.ZIP_BZIP2), "a.txt: is packed in a way that is not read here"),
    "a file that is too well packed": (zipped([("a.txt", bytes(100_000))]), "a.txt: this grows too large"),
    "a file that is too large for its name": (
        zipped([("a.txt", NOISE * 2300)]),
        "a.txt: this grows too large when it is unpacked",
    ),
    "files that are too large together": (
        zipped([("b.txt", NOISE * 300), ("long.txt", NOISE * 300)], zipfile.ZIP_STORED),
        "long.txt: this grows too large when it is unpacked",
    ),
}


@pytest.mark.parametrize(("data", "reason"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_hostile_is_refused(box: Path, data: bytes, reason: str) -> None:
    box.write_bytes(data)
    limits = Limits(LIMITS.packed, LIMITS.files, 500_000, 2000 if "too large for" in reason else 10, LIMITS.small)
    with pytest.raises(StorageError) as error:
        files_in(box, limits)
    assert str(error.value).startswith(f"{box}: ")
    assert reason in str(error.value)


def test_a_size_that_lies_is_not_believed(box: Path) -> None:
    raw = bytearray(zipped([("a.txt", bytes(100_000))]))
    at = raw.rfind(b"PK\1\2")
    raw[at + 24 : at + 28] = struct.pack("<L", 5)
    box.write_bytes(raw)
    with pytest.raises(StorageError, match=r"a\.txt: this grows too large|is damaged"):
        files_in(box)


def test_a_password_is_told(box: Path) -> None:
    raw = bytearray(zipped([("a.txt", b"a")]))
    raw[raw.rfind(b"PK\1\2") + 8] |= 1
    box.write_bytes(raw)
    with pytest.raises(StorageError, match=r"a\.txt: is locked with a password"):
        files_in(box)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 400), byte=st.integers(0, 255), more=st.binary(max_size=3))
def test_a_broken_zip_is_a_sentence_whatever_is_broken(box: Path, at: int, byte: int, more: bytes) -> None:
    raw = bytearray(zipped([("a.txt", b"abc" * 30), ("b.txt", b"x")]))
    at %= len(raw)
    raw[at : at + 1] = bytes([byte]) + more
    box.write_bytes(raw)
    try:
        assert files_in(box).keys() <= SMALL.keys()
    except StorageError as error:
        assert str(error).startswith(f"{box}: ")  # noqa: PT017


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for path, reason in ((tmp_path, "this is not a file"), (tmp_path / "none.zip", "No such file")):
        with pytest.raises(StorageError, match=reason):
            files_in(path)


def _end_that_says(count: int, length: int, begin: int, comment: int = 0, disk: int = 0) -> bytes:
    return struct.pack("<4sHHHHLLH", b"PK\5\6", disk, disk, count, count, length, begin, comment)


def _overlapping() -> bytes:
    """Two names for the same bytes."""
    whole = zipped([("a.txt", NOISE)], zipfile.ZIP_STORED)
    begin = struct.unpack("<L", whole[-6:-2])[0]
    listed = whole[begin:-22]
    return whole[:-22] + listed.replace(b"a.txt", b"b.txt") + _end_that_says(2, 2 * len(listed), begin)


ONE = zipped([("a.txt", NOISE)], zipfile.ZIP_STORED)
BEGIN, LENGTH = struct.unpack("<L", ONE[-6:-2])[0], len(ONE) - 22 - struct.unpack("<L", ONE[-6:-2])[0]
LYING = {
    "files on each other": (_overlapping(), "lie on each other"),
    "a list further on": (ONE[:-22] + _end_that_says(1, LENGTH, BEGIN + 1), "not where it should be"),
    "a list before": (ONE[:-22] + _end_that_says(1, LENGTH, 0), "not where it should be"),
    "a list that is longer": (ONE[:-22] + _end_that_says(1, LENGTH + 9, BEGIN), "not where it should be"),
    "more in front of it": (ONE[:4] + b"x" + ONE[4:], "not where it should be"),
    "another disk": (ONE[:-22] + _end_that_says(1, LENGTH, BEGIN, disk=3), "not where it should be"),
    "a comment that is none": (ONE[:-22] + _end_that_says(1, LENGTH, BEGIN, comment=1), "this is not a box"),
    "an end within a comment": (
        ONE[:-2] + struct.pack("<H", 22) + _end_that_says(0, 0, len(ONE)),
        "there is nothing in it",
    ),
    "more files than it says": (ONE[:-22] + _end_that_says(9, LENGTH, BEGIN), "holds 9 files; at most 3"),
}


@pytest.mark.parametrize(("data", "reason"), LYING.values(), ids=LYING.keys())
def test_a_list_that_lies_is_refused_before_it_is_read(box: Path, data: bytes, reason: str) -> None:
    box.write_bytes(data)
    with pytest.raises(StorageError, match=reason):
        files_in(box)


def test_names_of_an_old_alphabet_are_as_long_as_their_bytes(box: Path) -> None:
    """Each of these letters is one byte in the zip and two in UTF-8: nothing lies on anything."""
    made = zipfile.ZipInfo("a.txt")
    data = zipped([(made, NOISE), ("b.txt", NOISE)], zipfile.ZIP_STORED).replace(b"a.txt", b"\x81.txt")
    box.write_bytes(data)
    limits = Limits(packed=1_000_000, files=3, unpacked=5_000_000, ratio=10, small=1000)
    assert [name for name, _ in unpack(box, "a box", limits, lambda _: 2000)] == ["ü.txt", "b.txt"]
