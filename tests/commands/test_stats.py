"""What `stats` counts beyond the weeks that it shows, and beyond the exercises that come with the program."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from hamstring_gui.commands.command_line import main
from hamstring_gui.domain.history import HoldRecord
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.own_exercises import OwnExercises
from hamstring_gui.storage.paths import Paths
from tests.domain.samples import START, remembered, routine
from tests.storage.making import own_exercise

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("deleted", [False, True])
def test_all_weeks_and_own_exercises(tmp_path: Path, capsys: pytest.CaptureFixture[str], deleted: bool) -> None:
    paths = Paths.under(tmp_path)
    own = OwnExercises(paths.exercises)
    mine = own.save(replace(own_exercise(), kind="stretch", region="hamstring"))
    if deleted:
        own.delete(mine.id)
    with HistoryStore.open(paths.database) as store:
        for weeks in range(5):
            at = START - timedelta(weeks=weeks)
            hold = HoldRecord(0, mine.id, "left", 1, 90.0, 90.0, "held", at)
            store.put_session(remembered(str(weeks), routine(), at, [hold], planned_s=90.0, outcome="finished"))
    asked = ["--today", TODAY.isoformat(), "--weeks", "2", "--goal", "1", "--json"]
    assert main(["--data-dir", str(tmp_path), "stats", *asked]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (len(found["weeks"]), found["streak_weeks"], found["consistency"]) == (2, 5, 1.0)
    assert [week["held_s"]["left"] for week in found["weeks"]] == [90.0, 90.0]
