"""The exercises and routines that ship: that they can be read, and that the routines are what the design says."""

from __future__ import annotations

from pathlib import Path

import pytest

from hamstring_gui.domain.exercise import Dose, Exercise
from hamstring_gui.domain.guidance import pose_before, shown
from hamstring_gui.domain.routine import Phases, Routine, total_s, unroll
from hamstring_gui.storage.library import load_exercises, load_routines

ROUTINES = ("daily-band-stretch", "desk-break", "legs-up-the-wall", "three-daily-habits", "weekly-release")


@pytest.fixture(scope="module")
def exercises(assets: Path) -> dict[str, Exercise]:
    return load_exercises(assets)


@pytest.fixture(scope="module")
def routines(assets: Path, exercises: dict[str, Exercise]) -> dict[str, Routine]:
    return load_routines(assets, exercises)


def test_fourteen_exercises_and_five_routines(exercises: dict[str, Exercise], routines: dict[str, Routine]) -> None:
    assert len(exercises) == 14
    assert tuple(routines) == ROUTINES


def test_the_figure_shows_all_of_every_exercise(exercises: dict[str, Exercise]) -> None:
    assert [exercise.id for exercise in exercises.values() if not exercise.drawn or exercise.own] == []


def test_three_daily_habits(routines: dict[str, Routine]) -> None:
    routine = routines["three-daily-habits"]
    assert routine.name == "Three daily habits"
    reps = Dose(1, reps=10, rep_s=4)
    assert [(item.exercise, item.dose) for item in routine.items] == [
        ("glute-bridge", reps),
        ("romanian-dead-lift", reps),
        ("leg-curl", reps),
        ("dead-bug", Dose(1, reps=8, rep_s=5)),
        ("ball-hamstring-release", Dose(1, hold_s=60)),
        ("band-hamstring-stretch", Dose(3, hold_s=30)),
    ]


def test_weekly_release(routines: dict[str, Routine], exercises: dict[str, Exercise]) -> None:
    routine = routines["weekly-release"]
    assert 10 * 60 < total_s(unroll(routine, exercises)) < 20 * 60
    done = [exercises[item.exercise] for item in routine.items]
    assert "calf" in {exercise.region for exercise in done}
    assert {"massage", "stretch"} <= {exercise.kind for exercise in done if exercise.region == "hamstring"}
    assert {"hip-flexor-stretch", "knee-to-chest"} <= {exercise.id for exercise in done}
    assert done[-1].id == "legs-up-the-wall"


def test_desk_break(routines: dict[str, Routine], exercises: dict[str, Exercise]) -> None:
    phases = unroll(routines["desk-break"], exercises)
    holds = [(phase.exercise, phase.side, phase.seconds) for phase in phases if phase.is_hold]
    chair = "chair-hamstring-stretch"
    assert holds == [(chair, "right", 30)] * 2 + [(chair, "left", 30)] * 2


@pytest.mark.parametrize("name", ROUTINES)
def test_the_figure_never_jumps_in_a_session(
    name: str, routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    phases: Phases = unroll(routines[name], exercises)
    for index, phase in enumerate(phases[1:], start=1):
        before = pose_before(exercises[phase.exercise], phases, index)
        if before is None:
            continue
        last = phases[index - 1]
        came_from = pose_before(exercises[last.exercise], phases, index - 1)
        end = shown(exercises[last.exercise], last, (last.seconds or 0.0) - 1e-6, last.seconds, came_from)
        begin = shown(exercises[phase.exercise], phase, 0.0, phase.seconds, before)
        assert end.end == begin.start == before, f"phase {index}"
        assert end.progress == pytest.approx(1.0, abs=1e-3)
        assert begin.progress == pytest.approx(0.0, abs=1e-3) or begin.start == begin.end
