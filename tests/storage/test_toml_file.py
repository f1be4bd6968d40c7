"""Reading a TOML file: every way in which it can be no TOML file."""

import os
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.toml_file import MOST_BYTES, parse, read_toml


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.toml"


@pytest.mark.parametrize("text", [b'name = "Zo\xc3\xab"\n', b'\xef\xbb\xbfname = "Zo\xc3\xab"\r\n'])
def test_a_table_with_or_without_a_byte_order_mark(file: Path, text: bytes) -> None:
    file.write_bytes(text)
    assert read_toml(file) == {"name": "Zoë"}


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"name = \n", r"this is not TOML: Invalid value \(at line 1, column 8\)"),
        (b"a = 1\nhello", r"this is not TOML: .*\(at end of document\)"),
        (b"a = 1\na = 2\n", r"this is not TOML: Cannot overwrite a value \(at line 2, column 6\)"),
        (b"\x80\x81", r"this is not UTF-8 text \(byte 1\)"),
        (b"a = 1\n" + "ü".encode("latin-1"), r"this is not UTF-8 text \(byte 7\)"),
        (b"\x7fELF\x00", "this is not TOML"),
        (b"a = " + b"[" * 100_000, "this is nested too deeply"),
        (b"a = " + b"{b = " * 100_000, "this is nested too deeply"),
        (b"a = " + b"9" * 10_000, "this is not TOML: .*digits"),
        (b"a." * 21 + b"a = 1", r"this is nested too deeply: a\.a\..*… has more than 20 dots"),
        (b"x = {b = 1, " + b"a . " * 240_000 + b"a = 1}", "this is nested too deeply"),
        (b"[" + b"a." * 490_000 + b"a]", "this is nested too deeply"),
        (b'[["a".' + b"''." * 300_000 + b"a]]", "this is nested too deeply"),
        (b's = """\n\\""""""\n' + b"a." * 490_000 + b"a = 1", "this is nested too deeply"),
        (b"a = " + b"[{b = " * 51 + b"1", "this is nested too deeply$"),
        (b"a = 'x' # [[[\nb" + b" . b" * 21 + b" = 1", r"this is nested too deeply: b \. b .*… has more than 20"),
        (b"#" * (MOST_BYTES + 1), "this is too large; at most 1000 kB are read"),
    ],
)
def test_what_is_wrong_is_told_with_the_file(file: Path, raw: bytes, reason: str) -> None:
    file.write_bytes(raw)
    with pytest.raises(StorageError, match=rf"^.*mine\.toml: {reason}"):
        read_toml(file)


@pytest.mark.parametrize(
    "text",
    [
        '"' + "One. " * 100 + '"',
        "'" + "1.2." * 100 + "' # " + "a." * 100,
        '"""' + "a.b.c." * 100 + '\\"" \'\n' + "a." * 100 + '"""',
        "'''" + "a.b.c." * 100 + '"\n' + "a." * 100 + "'''",
        "[" + "1.5, " * 100 + "]",
        '"""' + "a." * 100 + r"\\\"" + '""' + "a." * 100 + r"\\" + '"""""',
        r'"\"' + "a." * 100 + r'\\" # "' + "[" * 100,
        '["""a"""", "' + "a." * 100 + '"]',
        "['''a'''', '" + "a." * 100 + "']",
        "[" * 100 + '"[["' + "]" * 100,
    ],
)
def test_dots_elsewhere_than_in_keys_are_read(file: Path, text: str) -> None:
    file.write_text(f"{'a.' * 20}a = 1\nx = {text}\n")
    assert read_toml(file)["x"]


@pytest.mark.parametrize(
    "part",
    [
        '"""\n\\',
        "'''\n",
        '"\\',
        "'\n",
        '"""\\"',
        "a",
        "a ",
        '"" ',
        '\\"""',
        "#",
        '"',
        "'",
        "\\",
        '"""\\\\"',
        "[]",
        "a.",
    ],
)
def test_looking_for_keys_takes_no_time_whatever_is_there(file: Path, part: str) -> None:
    """Were anything looked at again and again, this would take minutes."""
    file.write_text("x = 1\n= " + part * (MOST_BYTES // 4 // len(part)))
    with pytest.raises(StorageError, match=r"this is (not TOML|nested too deeply)"):
        read_toml(file)


@given(text=st.text(alphabet="ab.\"'\\#=\n [],{}", max_size=60), deep=st.sampled_from(["a." * 30 + "a = 1", "[" * 101]))
def test_what_stands_in_a_text_is_never_taken_for_a_key(text: str, deep: str) -> None:
    """Any text that `tomllib` reads is read here, with what would be too deep elsewhere in quotes or a comment too."""
    whole = f"{text}\nx_x = '{deep}' # {deep}\n"
    try:
        expected = tomllib.loads(whole)
    except tomllib.TOMLDecodeError:
        with pytest.raises(StorageError):
            parse(whole + deep, "mine.toml")
    else:
        assert parse(whole, "mine.toml") == expected
        with pytest.raises(StorageError, match="nested too deeply"):
            parse(whole + deep, "mine.toml")


def test_a_huge_file_is_not_read(file: Path) -> None:
    with file.open("wb") as sparse:
        sparse.truncate(200_000_000_000)
    with pytest.raises(StorageError, match="too large"):
        read_toml(file)


def test_a_missing_file_a_folder_and_a_way_through_a_file(file: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"mine\.toml: there is no such file"):
        read_toml(file)
    with pytest.raises(StorageError, match="this is not a file"):
        read_toml(tmp_path)
    file.write_text("")
    with pytest.raises(StorageError, match=r"Not a directory|no such file"):
        read_toml(file / "more.toml")


@pytest.mark.skipif(sys.platform == "win32", reason="has no named pipes among its files")
def test_a_pipe_does_not_keep_the_program_waiting(file: Path) -> None:
    os.mkfifo(file)
    with pytest.raises(StorageError, match="this is not a file"):
        read_toml(file)


@pytest.mark.parametrize("part", ["key_{} = 1\n", "[table_{}]\n", "[[table_{}]]\nx = 1\n", "x_{} = {{a = 1, b = 2}}\n"])
def test_more_keys_than_any_file_of_ours_has_are_refused_at_once(file: Path, part: str) -> None:
    file.write_text("".join(part.format(n) for n in range(20_002)))
    with pytest.raises(StorageError, match="this is too much; at most 20000 keys and tables are read"):
        read_toml(file)


def test_what_nobody_sees_in_a_text_stays_out(file: Path) -> None:
    file.write_text('a = "x\\u202ey\\u0000\u2066z"\nb = [{c = "\\u001b[31m"}, 1]\nd = "\\u00e4 \\n\u200f"\n')
    assert read_toml(file) == {"a": "xyz", "b": [{"c": "[31m"}, 1], "d": "ä \n\u200f"}
