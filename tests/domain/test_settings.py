"""Settings read from tables: defaults, values, and what is said of bad ones."""

from dataclasses import asdict, fields
from datetime import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamstring_gui.domain.settings import PLACES, Settings, read_settings


def test_no_file_is_the_defaults() -> None:
    assert read_settings({}) == (Settings(), ())


def test_every_setting_has_a_place_of_its_own() -> None:
    assert list(PLACES) == [field.name for field in fields(Settings)]
    assert len(set(PLACES.values())) == len(PLACES)


def test_every_value_is_read() -> None:
    data = {
        "first_run": {"safety_understood": True, "introduction_page": 2},
        "sound": {"volume": 0, "muted": True, "half_way": True, "count_in": False},
        "look": {"theme": "dark", "motion": "reduced", "body": "plum", "text_size": 150, "language": "pt_BR"},
        "window": {"width": 1180, "height": 760, "tray": True},
        "session": {
            "breathing_words": False, "wait_for_key": True, "first_leg": "tighter", "sleep_s": 60,
            "distance_view": True, "lead_in_s": 0, "at_desk": True, "pause_unplugged": False,
            "keys": ["F13 = toggle", "Shift+F5 = on", "= = end", "Code 248 = mute"],
        },
        "week": {"first_day": "sunday", "day_starts_at": "00:30"},
        "history": {"reference_lines": False},
        "speech": {
            "voice": "system", "guidance": "cues", "volume": 0, "rate": 150, "captions": "on", "keep_open": False,
        },
        "reminder": {
            "on": True, "days": ["sunday", "monday", "monday"], "at": "23:59", "unless_goal_met": False,
            "quiet_from": "00:00", "quiet_until": "06:30", "when_closed": True, "asked_when_closed": True,
        },
    }  # fmt: skip
    expected = Settings(
        safety_understood=True, volume=0, muted=True, theme="dark", motion="reduced", window_width=1180,
        window_height=760, half_way=True, breathing_words=False, first_day="sunday", day_starts_at="00:30", body="plum",
        count_in=False, wait_for_key=True, first_leg="tighter", sleep_s=60, distance_view=True, text_size=150,
        language="pt_BR", reference_lines=False, lead_in_s=0, at_desk=True, introduction_page=2,
        voice="system", spoken_guidance="cues", speech_volume=0, speech_rate=150, captions="on", keep_sound_open=False,
        pause_unplugged=False,
        given_keys=(("F13", "toggle"), ("Shift+F5", "on"), ("=", "end"), ("Code 248", "mute")),
        reminder=True, reminder_days=("monday", "sunday"), reminder_at="23:59", reminder_unless_met=False,
        quiet_from="00:00", quiet_until="06:30", reminder_when_closed=True, asked_when_closed=True, tray=True,
    )  # fmt: skip
    assert read_settings(data) == (expected, ())
    usual = asdict(Settings())
    assert [field for field, value in asdict(expected).items() if value == usual[field]] == []
    assert expected.day_starts == time(0, 30)


def test_rubbish_in_every_field_is_every_default() -> None:
    """Whatever a setting may be, a list of lists isn't it."""
    rubbish: dict[str, dict[str, object]] = {}
    for table, key in PLACES.values():
        rubbish.setdefault(table, {})[key] = [[1.5]]
    settings, problems = read_settings(rubbish)
    assert settings == Settings()
    assert [problem.partition(": ")[0] for problem in problems] == [f"{table}, {key}" for table, key in PLACES.values()]


@pytest.mark.parametrize(
    ("table", "key", "value", "reason"),
    [
        ("sound", "volume", -1, "must be at least 0 and at most 100; it is -1"),
        ("sound", "volume", 101, "must be at least 0 and at most 100; it is 101"),
        ("sound", "volume", 50.0, "must be a whole number; it is 50.0"),
        ("sound", "volume", True, "must be a whole number; it is true"),
        ("sound", "muted", 1, "must be true or false; it is 1"),
        ("look", "theme", "Dark", 'must be one of "system", "light", "dark"; it is "Dark"'),
        ("look", "motion", [], 'must be one of "system", "full", "reduced"; it is []'),
        ("look", "body", "Teal", 'must be one of "teal", "plum", "moss"; it is "Teal"'),
        ("window", "width", -5, "must be at least 0 and at most 32767; it is -5"),
        ("window", "height", 10**30, f"must be at least 0 and at most 32767; it is {10**30}"),
        ("session", "breathing_words", 0, "must be true or false; it is 0"),
        ("week", "first_day", "friday", 'must be one of "system", "monday", "sunday", "saturday"; it is "friday"'),
        ("week", "day_starts_at", "4:00", 'must be a time like "04:00", at most "12:00"; it is "4:00"'),
        ("week", "day_starts_at", "12:01", 'must be a time like "04:00", at most "12:00"; it is "12:01"'),
        ("week", "day_starts_at", "04:60", 'must be a time like "04:00", at most "12:00"; it is "04:60"'),
        ("week", "day_starts_at", 4, "must be text in quotes; it is 4"),
        ("session", "sleep_s", 1, "must be at least 2 and at most 60; it is 1"),
        ("session", "lead_in_s", 21, "must be at least 0 and at most 20; it is 21"),
        ("session", "lead_in_s", -1, "must be at least 0 and at most 20; it is -1"),
        ("session", "first_leg", "usual", 'must be one of "right", "left", "alternate", "tighter"; it is "usual"'),
        ("look", "text_size", 151, "must be at least 100 and at most 150; it is 151"),
        ("look", "language", "English", 'must be "system" or a language\'s code like "en"; it is "English"'),
        ("look", "language", "../en", 'must be "system" or a language\'s code like "en"; it is "../en"'),
        ("look", "language", 3, "must be text in quotes; it is 3"),
        ("session", "keys", "F13 = toggle", 'must be a list of texts; it is "F13 = toggle"'),
        ("session", "keys", ["A = on"] * 41, "must hold at most 40 texts; it holds 41"),
        ("session", "pause_unplugged", None, "must be true or false; it is None"),
        ("reminder", "at", "24:00", 'must be a time like "04:00", at most "23:59"; it is "24:00"'),
        ("reminder", "days", "monday", 'must be a list of texts; it is "monday"'),
        ("first_run", "safety_understood", "yes", 'must be true or false; it is "yes"'),
    ],
)
def test_a_bad_value_is_its_default_and_is_told(table: str, key: str, value: object, reason: str) -> None:
    good = {"sound": {"volume": 40}} if table != "sound" else {"look": {"theme": "dark"}}
    settings, problems = read_settings({**good, table: {key: value}})
    assert problems == (f"{table}, {key}: {reason}",)
    assert settings == (Settings(volume=40) if table != "sound" else Settings(theme="dark"))


def test_a_table_that_is_none_is_told_once() -> None:
    settings, problems = read_settings({"sound": 3, "look": {"theme": "dark"}})
    assert settings == Settings(theme="dark")
    assert problems == ("sound: must be a table; it is 3",)


def test_unknown_keys_are_nothing_to_talk_about() -> None:
    assert read_settings({"later": {"x": 1}, "sound": {"voice": "low", "volume": 5}}) == (Settings(volume=5), ())


_anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)
_keys = st.sampled_from([key for _, key in PLACES.values()])
_tables = st.sampled_from(sorted({table for table, _ in PLACES.values()}))


@given(st.dictionaries(_tables, st.dictionaries(_keys, _anything, max_size=4) | _anything, max_size=3))
def test_nothing_in_the_file_stops_the_program(data: dict[str, Any]) -> None:
    settings, _ = read_settings(data)
    assert 0 <= settings.volume <= 100
    assert settings.theme in ("system", "light", "dark")
    assert isinstance(settings.muted, bool)


@pytest.mark.parametrize(
    ("settings", "comes", "seen_from"),
    [
        (Settings(), True, None),
        (Settings(safety_understood=True), False, None),
        (Settings(safety_understood=True, introduction_page=3), True, None),
        (Settings(at_desk=True), True, "desk"),
        (Settings(distance_view=True), True, "mat"),
        (Settings(distance_view=True, at_desk=True), True, "mat"),
    ],
)
def test_what_follows_from_several(settings: Settings, comes: bool, seen_from: str | None) -> None:
    assert (settings.wants_introduction, settings.seen_from) == (comes, seen_from)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("F13", "must be a key and its command"),
        (" = toggle", "must be a key and its command"),
        ("F13=toggle", "must be a key and its command"),
        ("\x1b[31m = toggle", "must be a key and its command"),
        (f"{'F' * 41} = toggle", "must be a key and its command"),
        ("F13 = dance", "a key can be given to toggle, on, back,"),
        ("F14 = on", "that key stands there twice"),
    ],
)
def test_a_key_that_can_not_be_given_is_told_of_and_the_others_are(text: str, why: str) -> None:
    settings, problems = read_settings({"session": {"keys": ["F14 = back", text, "F15 = end"], "sleep_s": 9}})
    assert settings.given_keys == (("F14", "back"), ("F15", "end"))
    assert settings.sleep_s == 9
    (problem,) = problems
    assert problem.startswith(f"session, keys: {why}")
    assert problem.isprintable()
