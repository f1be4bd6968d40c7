"""What is told of a settings' file that can't be used as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hamstring_gui.domain.settings import PLACES, Settings, read_settings
from hamstring_gui.program.preferences import in_one_notice, unknown_language
from hamstring_gui.storage.settings import SettingsStore

pytestmark = pytest.mark.usefixtures("application")  # its English has the counted sentences


def test_rubbish_in_every_field_is_told_in_one_notice(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    tables: dict[str, list[str]] = {}
    for table, key in PLACES.values():
        tables.setdefault(table, []).append(f"{key} = [[1.5]]")
    text = "\n".join(f"[{table}]\n" + "\n".join(lines) for table, lines in tables.items())
    file.write_text(text)
    store = SettingsStore(file)
    settings, problems = store.load()
    assert settings == Settings()
    said = in_one_notice(problems, file, tmp_path / "hamstring.log")
    assert said.startswith(
        f"{file}: {len(PLACES)} settings can’t be used and are as usual: first_run.safety_understood, "
    )
    assert all(f"{table}.{key}" in said for table, key in PLACES.values())
    assert "\n" not in said
    assert file.read_text() == text
    store.save(replace(settings, volume=35))
    assert file.read_text() == text.replace("volume = [[1.5]]", "volume = 35", 1)
    again, left = store.load()
    assert (again.volume, len(left)) == (35, len(PLACES) - 1)


def test_one_or_two_problems_are_told_in_full(tmp_path: Path) -> None:
    assert in_one_notice((), tmp_path, tmp_path) == ""
    _, problems = read_settings({"sound": {"volume": 101}})
    assert in_one_notice(problems, tmp_path, tmp_path) == problems[0]
    _, problems = read_settings({"sound": {"volume": 101, "muted": 1, "half_way": 2}})
    assert in_one_notice(problems[:2], tmp_path, tmp_path) == "\n".join(problems[:2])
    assert in_one_notice(problems, tmp_path, tmp_path).startswith(f"{tmp_path}: 3 settings can’t be used")


def test_a_language_without_a_translation_is_told(tmp_path: Path) -> None:
    assert unknown_language("system", ["en"], tmp_path) == unknown_language("en", ["en"], tmp_path) == ()
    (problem,) = unknown_language("xx", ["en"], tmp_path)
    assert problem == f'{tmp_path}: look, language: must be one of "system", "en"; it is "xx"'
