"""The exercises that ship with pictures: texts that can be read from the mat, poses that tell the steps apart."""

from __future__ import annotations

import re
import textwrap

import pytest

from hamstring_gui.domain.exercise import Dose, Exercise
from hamstring_gui.domain.skeleton import joints, local, turn
from hamstring_gui.figure.limits import FOOT_CORNERS
from hamstring_gui.figure.picture import placed
from tests.figure.conftest import IDS, load

READABLE = 60
SPOKEN_WORDS = 12
"""About 150 words a minute: twelve are spoken in under five seconds."""


def test_texts_are_short_enough_to_read_and_to_speak(exercise: Exercise) -> None:
    for step in (*exercise.steps, exercise.between, exercise.switch):
        assert len(step.text) <= READABLE, step.text
        assert len(textwrap.wrap(step.text, 32)) <= 2, step.text
        assert len(step.text.split()) <= SPOKEN_WORDS, step.text
        assert step.text.endswith("."), step.text


def test_every_step_has_a_pose_and_a_text_of_its_own(exercise: Exercise) -> None:
    assert len({step.pose for step in exercise.steps}) == len(exercise.steps)
    assert len({step.text for step in exercise.steps}) == len(exercise.steps)


def test_the_band_stretch_is_what_the_clinic_says(band: Exercise) -> None:
    assert (band.kind, band.region, band.each_side, band.dose) == ("stretch", "hamstring", True, Dose(3, hold_s=30))
    lying, banded, raised, flexed, straightening, held = (step.pose for step in band.steps)
    knees = [turn(pose.near_leg[1], pose.near_leg[0]) for pose in (raised, straightening, held)]
    assert knees[0] > 80 > knees[1] > 20 > 5 > knees[2]
    assert turn(flexed.near_leg[1], flexed.near_leg[2]) > 100 > 80 > turn(raised.near_leg[1], raised.near_leg[2])
    assert [pose.strap for pose in (lying, banded, raised, flexed, straightening, held)] == [
        "none",
        "slack",
        "slack",
        "taut",
        "taut",
        "taut",
    ]


def test_the_band_stays_on_while_resting_and_the_stretch_goes_on_from_there(band: Exercise) -> None:
    assert band.between.pose.strap == "slack"
    assert "straighten" in band.steps[band.resume - 1].text
    assert band.resume_switched < band.resume
    assert band.steps[band.resume_switched - 1].pose.strap != "none"


def test_legs_up_the_wall_is_a_long_rest_that_some_ask_about_first(wall: Exercise) -> None:
    assert (wall.kind, wall.each_side, wall.dose) == ("rest pose", False, Dose(1, hold_s=120))
    for condition in ("glaucoma", "blood pressure", "heart failure"):
        assert condition in wall.ask_first
    assert "wall" in wall.scene.props


STRETCH, STRENGTH = Dose(2, hold_s=30), Dose(2, reps=10, rep_s=4)
FACTS = {
    "active-knee-extension": ("stretch", "hamstring", True, Dose(1, reps=10, rep_s=4)),
    "ball-hamstring-release": ("massage", "hamstring", True, Dose(1, hold_s=60)),
    "band-hamstring-stretch": ("stretch", "hamstring", True, Dose(3, hold_s=30)),
    "chair-hamstring-stretch": ("stretch", "hamstring", True, STRETCH),
    "dead-bug": ("strength", "core", False, Dose(2, reps=8, rep_s=5)),
    "doorway-hamstring-stretch": ("stretch", "hamstring", True, STRETCH),
    "glute-bridge": ("strength", "glutes", False, STRENGTH),
    "half-kneeling-hamstring-stretch": ("stretch", "hamstring", True, STRETCH),
    "hip-flexor-stretch": ("stretch", "hip", True, STRETCH),
    "knee-to-chest": ("stretch", "hip", True, STRETCH),
    "leg-curl": ("strength", "hamstring", True, STRENGTH),
    "legs-up-the-wall": ("rest pose", "hamstring", False, Dose(1, hold_s=120)),
    "romanian-dead-lift": ("strength", "hamstring", False, STRENGTH),
    "wall-calf-stretch": ("stretch", "calf", True, Dose(1, hold_s=30)),
}


def test_every_exercise_is_what_the_design_says(exercise: Exercise) -> None:
    assert (exercise.kind, exercise.region, exercise.each_side, exercise.dose) == FACTS[exercise.id]
    assert exercise.source
    assert exercise.muscles
    assert any("numbness" in caution for caution in exercise.cautions)
    assert exercise.scene.muscle == ("glutes" if exercise.id == "knee-to-chest" else exercise.region)


def test_all_are_there() -> None:
    assert tuple(sorted(FACTS)) == IDS


def test_reps_begin_in_the_pose_that_setting_up_ends_in(exercise: Exercise) -> None:
    if exercise.dose.reps:
        assert exercise.steps[-2].pose == exercise.between.pose
        assert exercise.resume == len(exercise.steps)
        assert "." in exercise.held.text[:-1], "the last step says how a rep goes and how it comes back"


def test_some_ask_about_the_ball_first() -> None:
    ball = load("ball-hamstring-release")
    for condition in ("clot", "thinners", "varicose veins", "muscle tear", "open wounds", "inflamed"):
        assert condition in ball.ask_first


def test_who_should_ask_first_is_told_apart_from_how_to_take_care(exercise: Exercise) -> None:
    asking = re.compile(r"\b(ask|doctor|physiotherapist)\b", re.IGNORECASE)
    assert not any(asking.search(caution) for caution in exercise.cautions)
    assert not exercise.ask_first or re.match("Ask (your doctor )?first ", exercise.ask_first)
    assert exercise.cautions[0].startswith("Stop if you feel numbness")


def test_backs_stay_long_and_necks_in_line(exercise: Exercise) -> None:
    for step in exercise.steps:
        trunk, neck, head = step.pose.trunk
        assert abs(turn(trunk, neck)) < 30, step.text
        assert abs(turn(neck, head)) < 30, step.text


def test_stretches_are_done_with_the_knee_straight() -> None:
    for exercise_id, most in (
        ("chair-hamstring-stretch", 12),
        ("doorway-hamstring-stretch", 10),
        ("half-kneeling-hamstring-stretch", 12),
        ("wall-calf-stretch", 10),
        ("active-knee-extension", 25),
    ):
        thigh, shank, _ = load(exercise_id).held.pose.near_leg
        assert -4 <= turn(shank, thigh) < most, exercise_id


def test_the_dead_lift_hinges_at_the_hips_with_soft_knees() -> None:
    lift = load("romanian-dead-lift")
    start, end = lift.between.pose, lift.held.pose
    assert start.hip[0] - end.hip[0] > 12
    assert turn(end.trunk[0], start.trunk[0]) > 60
    for pose in (start, end):
        assert 8 < turn(pose.near_leg[1], pose.near_leg[0]) < 45
    assert abs(turn(end.near_leg[1], -90)) < 15, "the shank stays upright"
    assert joints(end).near_hand[1] == pytest.approx(joints(end).near_knee[1], abs=8), "hands at the knees"


def test_the_leg_in_the_doorway_rests_its_heel_on_the_frame() -> None:
    door = load("doorway-hamstring-stretch")
    for step in door.steps[1:]:
        pose = placed(step.pose, door.scene)
        corners = [local(joints(pose).near_ankle, pose.near_leg[2], corner)[0] for corner in FOOT_CORNERS]
        assert max(corners) == pytest.approx(door.scene.wall_x, abs=0.4), step.text
        assert joints(pose).far_toe[0] > door.scene.wall_x + 12, "the other leg goes through"
    hips = [step.pose.hip[0] for step in door.steps]
    assert hips == sorted(hips)


@pytest.mark.parametrize(
    "exercise_id", ["romanian-dead-lift", "chair-hamstring-stretch", "half-kneeling-hamstring-stretch"]
)
def test_the_neck_goes_on_where_a_hinged_back_ends(exercise_id: str) -> None:
    trunk, neck, head = load(exercise_id).held.pose.trunk
    assert abs(turn(trunk, neck)) <= 5
    assert abs(turn(trunk, head)) <= 10


def test_the_dead_lift_is_a_hinge_and_no_squat() -> None:
    pose = load("romanian-dead-lift").held.pose
    for leg in (pose.near_leg, pose.far_leg):
        assert 15 < turn(leg[1], leg[0]) < 30, "soft knees"
        assert abs(turn(-90, leg[1])) < 6, "upright shins"
    assert pose.hip[0] < joints(pose).near_ankle[0] - 12, "hips back"
    assert 20 <= pose.trunk[0] <= 25
