"""JSON read piece by piece: the same values as `json` gives, whatever the pieces, and every error with its line."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamstring_gui.storage import json_stream
from hamstring_gui.storage.json_stream import JsonStream, JsonStreamError


def members(text: str) -> list[tuple[str, Any]]:
    return list(JsonStream(io.StringIO(text)).members("sessions"))


_values = st.recursive(
    st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=10,
)


@given(
    other=st.dictionaries(st.text(max_size=8).filter(lambda key: key != "sessions"), _values, max_size=4),
    sessions=st.lists(_values, max_size=6),
    indent=st.none() | st.integers(0, 3),
    chunk=st.sampled_from([1, 2, 7, 65536]),
)
def test_whatever_the_pieces_the_values_are_those_of_json(
    other: dict[str, Any], sessions: list[Any], indent: int | None, chunk: int
) -> None:
    text = json.dumps({"first": 1} | {"sessions": sessions} | other, indent=indent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "_CHUNK", chunk)
        patch.setattr(JsonStream._read_on, "__defaults__", (chunk,))
        found = members(text)
    assert [value for key, value in found if key == "sessions"] == sessions
    assert {key: value for key, value in found if key != "sessions"} == {"first": 1} | other


def test_null_is_as_if_it_was_not_there() -> None:
    assert members('{"sessions": [{"a": null, "b": {"c": null}}]}') == [("sessions", {"b": {}})]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[1]", "line 1: this is not JSON: a document begins with {"),
        ("", "line 1: this is not JSON: a document begins with {"),
        ("{", "line 1: this is not JSON: a key in quotes is missing"),
        ('{"a": 1,}', "line 1: this is not JSON: a key in quotes is missing"),
        ('{"a" 1}', "a colon is missing"),
        ('{"a": 1 "b": 2}', "a comma or } is missing"),
        ('{"sessions": [1\n,\n2\n3]}', "line 4: this is not JSON: a comma or ] is missing"),
        ('{"sessions": [1,', "Expecting value"),
        ('{"sessions": [{"a": "x', "Unterminated string"),
        ('{"sessions": [{},\n{"a": tru}]}', "line 2: this is not JSON: Expecting value"),
        ('{"a": 1}\n{"b": 2}', "line 2: this is not JSON: there is more after the end"),
        ('{"a": ' + "[" * 100_000, "nested too deeply"),
        ('{"a": ' + '{"a": ' * 100_000, "nested too deeply"),
        ('{"a": ' + "9" * 5000 + "}", "Exceeds the limit"),
        ('{"a": "\n"}', "Invalid control character"),
    ],
)
def test_what_is_no_json_is_told_with_its_line(text: str, reason: str) -> None:
    with pytest.raises(JsonStreamError) as caught:
        members(text)
    assert reason in str(caught.value)


def test_an_error_far_inside_a_large_file_is_told_with_its_line_before_all_of_it_is_read() -> None:
    lines = ['{"sessions": [', *('{"a": 1},' for _ in range(50_000)), "oops,", *('{"a": 1},' for _ in range(500_000))]
    file = io.StringIO("\n".join(lines))
    with pytest.raises(JsonStreamError, match=r"^line 50002: "):
        list(JsonStream(file).members("sessions"))
    assert file.tell() < 1_000_000
