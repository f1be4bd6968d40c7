"""The settings while the program runs: whatever they are changed to, nothing of the user's is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hamstring_gui.domain.settings import PLACES, WEEKDAYS, Settings
from hamstring_gui.program.preferences import Preferences
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.settings import SettingsStore

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


@pytest.fixture
def store(file: Path) -> SettingsStore:
    return SettingsStore(file)


NO_SETTINGS = (None, -1, 2.5, "maybe\ud800", object(), [[1.5]])
NO_LISTS = (
    ("nobody",), (3,), (("F13",),), (("F13", "dance"),), (("x" * 41, "on"),), (("\n", "on"),), (("sunday", ()),),
    tuple((f"F{n}", "on") for n in range(41)), (("F13", "on"), ("F13", "back")),
)  # fmt: skip


@pytest.mark.parametrize(
    "theirs",
    [
        b"[sound]\nvolume = 11 # mine\n",
        pytest.param(None, marks=pytest.mark.nightly),
        pytest.param(b"[sound\n", marks=pytest.mark.nightly),
    ],
)
def test_what_the_file_can_not_hold_costs_neither_file_nor_settings(file: Path, theirs: bytes | None) -> None:
    """Whatever a setting is changed to."""
    file.parent.mkdir()
    if theirs is not None:
        file.write_bytes(theirs)
    store = SettingsStore(file)
    preferences, said = Preferences(store, store.load()[0]), list[str]()
    preferences.troubled.connect(said.append)
    before = preferences.settings
    for field, (table, key) in PLACES.items():
        for value in (*NO_SETTINGS, *(NO_LISTS if isinstance(getattr(before, field), tuple) else ())):
            said.clear()
            preferences.change(**{field: value})
            assert said, value
            assert f"{table}, {key}: " in said[0]
            with pytest.raises(StorageError, match=f"{table}, {key}: "):
                store.save(replace(before, **{field: value}))  # type: ignore[arg-type]
        assert preferences.settings == before
        assert [one.read_bytes() for one in file.parent.iterdir()] == ([] if theirs is None else [theirs])


def test_what_is_turned_in_steps_is_saved_once(store: SettingsStore, file: Path) -> None:
    preferences = Preferences(store, Settings())
    for volume in range(10, 40):
        preferences.turn(volume=volume)
    assert (preferences.settings.volume, file.exists()) == (39, False)
    preferences.keep()
    assert store.load()[0].volume == 39
    file.unlink()
    preferences.keep()
    assert not file.exists()


def test_what_is_wished_in_another_order_or_twice_is_kept_as_it_comes_back(store: SettingsStore, file: Path) -> None:
    store.save(Settings())
    preferences, said = Preferences(store, Settings()), list[str]()
    preferences.troubled.connect(said.append)
    for days in (("sunday", "monday"), ["friday", "sunday", "monday", "friday"], ("saturday", "sunday"), ()):
        preferences.change(reminder_days=days)
        assert preferences.settings.reminder_days == tuple(day for day in WEEKDAYS if day in days)
        assert store.load() == (preferences.settings, ())
    assert (said, list(file.parent.iterdir())) == ([], [file])


def test_who_shows_what_was_wished_in_vain_is_told_what_is(store: SettingsStore) -> None:
    preferences, told, said = Preferences(store, Settings()), list[Settings](), list[str]()
    preferences.changed.connect(told.append)
    preferences.troubled.connect(said.append)
    preferences.change(volume=101)
    assert (told, len(said)) == ([Settings()], 1)
