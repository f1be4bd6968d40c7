"""The exercises that ship with pictures: texts that can be read from the mat, poses that tell the steps apart."""

from __future__ import annotations

import textwrap

from hamstring_gui.domain.exercise import Dose, Exercise
from hamstring_gui.figure.skeleton import turn

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
