"""Which days had their reminder."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.reminded import days_told, give_back, passed_over, take

DAY = date(2026, 11, 26)


def test_of_two_programs_one_has_the_day(tmp_path: Path) -> None:
    folder = tmp_path / "data" / ".reminded"
    assert days_told(folder) == frozenset()
    assert [take(folder, DAY), take(folder, DAY)] == [True, False]
    assert days_told(folder) == {DAY}
    give_back(folder, DAY)
    give_back(folder, DAY)
    assert take(folder, DAY)


def test_a_day_that_was_passed_over_is_known_and_given_back(tmp_path: Path) -> None:
    assert not passed_over(tmp_path, DAY)
    assert take(tmp_path, DAY, passes_over=True)
    assert not take(tmp_path, DAY)
    assert (days_told(tmp_path), passed_over(tmp_path, DAY)) == ({DAY}, True)
    give_back(tmp_path, DAY)
    assert take(tmp_path, DAY)
    assert not passed_over(tmp_path, DAY)


def test_the_last_days_are_kept_and_other_files_are_none(tmp_path: Path) -> None:
    (tmp_path / "notes").touch()
    for n in range(63):
        assert take(tmp_path, DAY + timedelta(days=n))
    assert days_told(tmp_path) == {DAY + timedelta(days=n) for n in range(3, 63)}, "a clock may be set back by weeks"
    assert (tmp_path / "notes").exists()


def test_a_folder_that_can_not_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert days_told(tmp_path / "file") == frozenset()
    with pytest.raises(StorageError, match="file"):
        take(tmp_path / "file" / "folder", DAY)
