"""The settings file: what a person wrote stays, and nothing of theirs is lost."""

import errno
import time
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as running
from hypothesis import strategies as st

from hamstring_gui.domain.settings import PLACES, Settings, as_written
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.settings import FIRST_TEXT, SettingsStore

CHANGED = Settings(
    True, 35, True, "dark", "reduced", 1180, 760, True, False, "saturday", "00:00", "moss", False, True, "left", 2,
    True, 125, "en", False, 12, True, 2,
)  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


@pytest.fixture
def store(file: Path) -> SettingsStore:
    return SettingsStore(file)


def test_without_a_file_everything_is_as_usual_and_none_is_made(store: SettingsStore, file: Path) -> None:
    assert store.load() == (Settings(), ())
    assert not file.parent.exists()


def test_the_first_file_has_every_setting_as_usual_and_comments(store: SettingsStore, file: Path) -> None:
    assert store.save(Settings()) == ()
    assert file.read_text() == FIRST_TEXT
    tables = tomllib.loads(FIRST_TEXT)
    assert {(table, key): tables[table][key] for table, key in PLACES.values()} == {
        place: as_written(getattr(Settings(), field)) for field, place in PLACES.items()
    }


def test_changed_settings_come_back_and_comments_stay(store: SettingsStore, file: Path) -> None:
    assert store.save(CHANGED) == ()
    assert store.load() == (CHANGED, ())
    assert "volume = 35       # of the tones, 0 to 100\n" in file.read_text()
    assert list(file.parent.iterdir()) == [file]


@running(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.builds(
            Settings,
            st.booleans(),
            st.integers(0, 100),
            st.booleans(),
            st.sampled_from(["system", "light", "dark"]),
            st.sampled_from(["system", "full", "reduced"]),
            st.integers(0, 32767),
            st.integers(0, 32767),
            st.booleans(),
            st.booleans(),
            st.sampled_from(["system", "monday", "sunday", "saturday"]),
            st.sampled_from(["00:00", "04:00", "12:00"]),
            st.sampled_from(["teal", "plum", "moss"]),
            st.booleans(),
            st.booleans(),
            st.sampled_from(["right", "left", "alternate", "tighter"]),
            st.integers(2, 60),
            st.booleans(),
            st.integers(100, 150),
            st.sampled_from(["system", "en", "pt_BR"]),
            st.booleans(),
            st.integers(0, 20),
            st.booleans(),
            st.integers(0, 3),
            reminder_days=st.sampled_from([(), ("friday",), ("monday", "sunday")]),
            reminder_at=st.sampled_from(["00:00", "18:30", "23:59"]),
        ),
        max_size=4,
    )
)
def test_whatever_is_saved_comes_back(store: SettingsStore, saved: list[Settings]) -> None:
    for settings in saved:
        assert store.save(settings) == ()
        assert store.load() == (settings, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "[sound]\nvolume = 35\n"),
        ("# mine\n[sound] # loud\nvolume = 90# !\n", "# mine\n[sound] # loud\nvolume = 35# !\n"),
        ("[sound]\r\nvolume = 90\r\n[later]\r\nx = 1\r\n", "[sound]\r\nvolume = 35\r\n[later]\r\nx = 1\r\n"),
        ("sound = {volume = 1, voice = 'low'}\n", "sound = {volume = 35, voice = 'low'}\n"),
        ("sound.volume = 1\nsound.voice = 'low'\n", "sound.volume = 35\nsound.voice = 'low'\n"),
        ("[look]\ntheme = 'Dark' # hm\n[sound]\nvolume = 1\n", "[look]\ntheme = 'Dark' # hm\n[sound]\nvolume = 35\n"),
    ],
)
def test_only_the_setting_that_changed_is_written(store: SettingsStore, file: Path, before: str, after: str) -> None:
    file.parent.mkdir()
    file.write_bytes(before.encode())
    settings, _ = store.load()
    assert store.save(replace(settings, volume=35)) == ()
    assert file.read_bytes() == after.encode()


def test_what_a_person_writes_while_the_program_runs_stays(store: SettingsStore, file: Path) -> None:
    store.save(Settings())
    settings, _ = store.load()
    theirs = file.read_text().replace("sleep_s = 5 ", "sleep_s = 9 ") + "\n[mine]\nx = 1 # keep\n"
    file.write_text(theirs)
    store.save(replace(settings, volume=35))
    assert file.read_text() == theirs.replace("volume = 70", "volume = 35")
    assert store.load() == (replace(settings, volume=35, sleep_s=9), ())


def test_bad_values_are_told_with_file_and_key_and_left(store: SettingsStore, file: Path) -> None:
    file.parent.mkdir()
    file.write_text('[sound]\nvolume = "loud"\nmuted = true\n')
    settings, problems = store.load()
    assert settings == Settings(muted=True)
    assert problems == (f'{file}: sound, volume: must be a whole number; it is "loud"',)
    store.save(replace(settings, theme="light"))
    assert 'volume = "loud"' in file.read_text()


def test_a_table_that_is_none_gives_way_to_one(store: SettingsStore, file: Path) -> None:
    file.parent.mkdir()
    file.write_text("sound = 3\n")
    assert store.save(Settings(volume=5)) == ()
    assert store.load() == (Settings(volume=5), ())


@pytest.mark.parametrize("raw", [b"[sound\nvolume = 90\n", b"\xff\xfe[\x00", b"a = " + b"[" * 50_000])
def test_a_broken_file_is_left_by_loading_and_kept_aside_by_saving(
    store: SettingsStore, file: Path, raw: bytes
) -> None:
    file.parent.mkdir()
    for number in (1, 2):
        file.write_bytes(raw)
        settings, (problem,) = store.load()
        assert settings == Settings()
        assert problem.startswith(f"{file}: this is ")
        assert problem.endswith("; the usual settings are used")
        assert file.read_bytes() == raw

        (problem,) = store.save(CHANGED)
        kept = file.with_name(f"settings.toml.broken-{number}")
        assert f"it was kept as {kept.name}" in problem
        assert kept.read_bytes() == raw
        assert store.load() == (CHANGED, ())


@pytest.mark.parametrize(
    "raw", [b"[sound\nvolume = 90\n", b"[mine]\n" + b"".join(b"k%d = 1\n" % n for n in range(201))]
)
def test_a_file_is_not_taken_away_for_one_that_can_not_be_written(
    store: SettingsStore, file: Path, raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    file.parent.mkdir()
    file.write_bytes(raw)
    store.load()
    monkeypatch.setattr("hamstring_gui.storage.settings.replacing", full)
    with pytest.raises(StorageError, match="No space left"):
        store.save(CHANGED)
    assert [(one, one.read_bytes()) for one in file.parent.iterdir()] == [(file, raw)]


def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("")
    store = SettingsStore(tmp_path / "config" / "settings.toml")
    assert store.load()[0] == Settings()
    with pytest.raises(StorageError, match=r"settings\.toml: the settings can't be saved"):
        store.save(CHANGED)
    assert (tmp_path / "config").read_text() == ""


def test_a_folder_in_place_of_the_file_is_kept_aside(store: SettingsStore, file: Path) -> None:
    (file / "mine").mkdir(parents=True)
    (problem,) = store.save(CHANGED)
    assert "not a file; it was kept as settings.toml.broken-1" in problem
    assert (file.with_name("settings.toml.broken-1") / "mine").is_dir()
    assert store.load() == (CHANGED, ())


@pytest.mark.parametrize(
    ("more", "kept"),
    [
        ("[mine]\n" + "".join(f"key_{n} = 1\n" for n in range(150)), False),
        ("[mine]\n" + "".join(f"key_{n} = 1\n" for n in range(201)), True),
        ("[[mine]]\na = {b = {c = 1}}\n" * 100, True),
        ("# " + "words " * 20_000, True),
        pytest.param("[mine]\n" + "".join(f"key_{n} = 1\n" for n in range(15_000)), True, marks=pytest.mark.nightly),
    ],
)
def test_a_file_of_many_keys_is_read_but_kept_aside_when_something_changes(
    store: SettingsStore, file: Path, more: str, kept: bool
) -> None:
    """Changing it in its place would take minutes."""
    file.parent.mkdir()
    text = f"[sound]\nvolume = 11\n{more}"
    file.write_text(text)
    settings, problems = store.load()
    assert (settings.volume, problems) == (11, ())
    begun = time.process_time()
    said = store.save(replace(settings, muted=True))
    assert time.process_time() - begun < 2
    assert store.load()[0] == replace(settings, muted=True)
    aside = file.with_name("settings.toml.broken-1")
    if kept:
        assert aside.read_text() == text
        assert "settings.toml.broken-1" in said[0]
    else:
        assert said == ()
        assert more in file.read_text()
