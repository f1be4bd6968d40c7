"""Files that were mended by nobody: whatever is done to a whole one, its reader takes it or refuses it in a sentence.

No traceback, no hang, no memory without end, nothing written beside. Some that once did harm are kept in every run; the
night makes new ones.
"""

from __future__ import annotations

import struct
import sys
import time
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import hamstring_gui
from tests.fuzz.reading import WORDS, Reader, ask, no_more_memory_than, readers, refused, seeds
from tests.storage.making import listing, zipped

MOST_SECONDS, MOST_MEMORY = 2.0, 200_000_000
PIECES = (
    b"\x00", b"\xff", b"\xff\xff\xff\xff", b"\x00\x00\x00\x80", b"[" * 200, b"{" * 200, b'"', b"'", b",", b"\n", b"=",
    b"\\u0000", b"\xed\xa0\x80", b"\xe2\x80\xae", b"9" * 400, b"-1", b"1e999", b"NaN", b"null", b"PK\x05\x06",
    b"PK\x01\x02",
    b"IHDR", b"VP8X", b"SQLite", b"0001-01-01", b"9999-12-31T23:59:59+23:59", b"<img src='/dev/zero'>",
)  # fmt: skip
KINDS = (
    "routine", "exercise", "shared routine", "png", "jpeg", "webp", "json", "csv", "loop", "loop zip", "backup",
    "settings", "database",
)  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@cache
def _made(place: Path) -> tuple[dict[str, bytes], dict[str, Reader]]:
    return seeds(place), readers(place)


def _look(place: Path, kind: str, data: bytes) -> str:
    """Have one read; what the reader says. Nothing but the file itself may be another afterwards."""
    _, known = _made(place)
    folder = place / "files" / kind.replace(" ", "-")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    path = folder / f"in.{kind}"
    path.write_bytes(data)
    before = listing(place / "data")
    begun = time.process_time()
    with no_more_memory_than(MOST_MEMORY):
        said = refused(known[kind], path)
    assert time.process_time() - begun < MOST_SECONDS
    assert listing(place / "data") == before
    assert {one.name.split(".")[0] for one in folder.iterdir()} <= {"in"}
    return said


def test_each_kind_is_here_and_its_whole_file_is_taken(place: Path) -> None:
    whole, known = _made(place)
    assert whole.keys() == known.keys() == set(KINDS)
    assert {kind: said for kind, data in whole.items() if (said := _look(place, kind, data))} == {}


@st.composite
def _damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file with some bytes changed, left out, put in, or said again."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        match draw(st.sampled_from(["flip", "cut", "end", "piece", "again", "random"])):
            case "flip" if at < len(data):
                data[at] ^= 1 << draw(st.integers(0, 7))
            case "cut":
                del data[at : at + draw(st.integers(1, 64))]
            case "end":
                del data[at:]
            case "piece":
                data[at:at] = draw(st.sampled_from(PIECES))
            case "again":
                data[at:at] = data[at : at + draw(st.integers(1, 2000))]
            case _:
                data[at : at + 4] = draw(st.binary(min_size=1, max_size=8))
    return bytes(data)


@pytest.mark.nightly
@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_done_to_a_file(place: Path, kind: str) -> None:
    whole, _ = _made(place)

    @settings(max_examples=400, suppress_health_check=list(HealthCheck), database=None)
    @given(data=_damaged(whole[kind]))
    def look(data: bytes) -> None:
        _look(place, kind, data)

    look()


PAST = {
    "a zip within a zip": ("exercise", zipped([("exercise.toml", zipped([("exercise.toml", b"x" * 50_000)]))])),
    "a name with a drive": ("exercise", zipped([("C:\\exercise.toml", b"")])),
    "a name further up": ("backup", zipped([("../history.sqlite3", b"")])),
    "a name from the root": ("backup", zipped([("/etc/passwd", b""), ("history.sqlite3", b"")])),
    "a device": ("backup", zipped([("history.sqlite3", b""), ("routines/NUL/x.toml", b"")])),
    "a bomb": ("exercise", zipped([("exercise.toml", bytes(50_000_000))])),
    "a PNG of no width": ("png", b"\x89PNG\r\n\x1a\n" + struct.pack(">L4sLLL", 13, b"IHDR", 0, 9, 8) + bytes(6)),
    "a WebP that claims": ("webp", b"RIFF\xff\xff\xff\xffWEBPVP8X\x0a\x00\x00\x00\x02\x00\x00\x00" + b"\xff" * 6),
    "a JPEG of its head": ("jpeg", b"\xff\xd8\xff\xe0" + b"\x00\x10JFIF" + b"\xff" * 64),
    "JSON of lists": ("json", b"[" * 100_000),
    "JSON of numbers": ("json", b'{"sessions": [' + b"9," * 100_000 + b"9]}"),
    "CSV of one quote": ("csv", b'day,held_s\n"' + b"x" * 300_000),
    "TOML of dots": ("routine", b"a" + b".a" * 100_000 + b" = 1"),
    "TOML of a number": ("routine", b"name = " + b"9" * 100_000),
    "settings of lists": ("settings", b"x = " + b"[" * 5000 + b"]" * 5000),
    "a database of its head": ("database", b"SQLite format 3\x00" + bytes(84)),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "data"), PAST.values(), ids=PAST.keys())
def test_what_once_did_harm_is_a_sentence(place: Path, kind: str, data: bytes) -> None:
    said = _look(place, kind, data)
    assert kind == "settings" or said
    assert len(said) < 1000


@pytest.mark.parametrize(
    "flips", [12, pytest.param(3000, marks=[pytest.mark.nightly, pytest.mark.timeout(600)])]
)  # fmt: skip
def test_bits_of_a_history_that_turn(place: Path, flips: int) -> None:
    """Spread evenly over the file: header, schema, rows, free pages."""
    whole = _made(place)[0]["database"]
    step = max(1, 8 * len(whole) // flips)
    for bit in range(0, 8 * len(whole), step):
        data = bytearray(whole)
        data[bit // 8] ^= 1 << bit % 8
        _look(place, "database", bytes(data))


@pytest.fixture
def no_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The command line without its window, in a folder of its own."""
    app = ModuleType("hamstring_gui.app")
    app.run = lambda _: 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "hamstring_gui.app", app)
    monkeypatch.setattr(hamstring_gui, "app", app, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "arguments",
    [["import"], ["--data-dir", "", "stats"], ["export", "-o", ""], ["import", "\udcff"],
     ["stats", "--weeks", "9" * 30], ["stats", "--today", "9999-12-31"],
     ["--start", "\n"], ["figure", "--", "-"], ["export", "-o", "ü" * 300]],
)  # fmt: skip
def test_words_that_make_no_sense_end_in_a_status(no_window: None, arguments: list[str]) -> None:
    assert ask(arguments) in (0, 1, 2)


@pytest.mark.nightly
@pytest.mark.timeout(600)
@settings(max_examples=400, suppress_health_check=list(HealthCheck), database=None)
@given(words=st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=6))
def test_whatever_is_asked(no_window: None, tmp_path: Path, words: list[str]) -> None:
    assert ask(["--data-dir", str(tmp_path / "data"), *words]) in (0, 1, 2)
