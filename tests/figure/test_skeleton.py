"""The skeleton: pure geometry, no Qt."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import pairwise

import numpy as np
import pytest

from hamstring_gui.domain import skeleton
from hamstring_gui.domain.exercise import Exercise, Pose
from hamstring_gui.domain.moving import blend, ease
from hamstring_gui.domain.skeleton import joints, pull, turn
from hamstring_gui.figure.hands import hand_at
from hamstring_gui.figure.limits import FOOT_CORNERS, circles, faults, settle
from hamstring_gui.figure.picture import placed, ways
from tests.figure.conftest import apart, bodies, frames

STANDING = Pose(
    hip=(0, 89),
    trunk=(90, 90, 90),
    near_leg=(-90, -90, 0),
    far_leg=(-90, -90, 0),
    near_arm=(-90, -85, -85),
    far_arm=(-90, -85, -85),
)
LENGTHS = {
    ("hip", "shoulder"): 49,
    ("shoulder", "neck"): 9,
    ("neck", "head"): 12,
    ("hip", "near_knee"): 41.5,
    ("hip", "far_knee"): 41.5,
    ("near_knee", "near_ankle"): 41,
    ("far_knee", "far_ankle"): 41,
    ("near_ankle", "near_toe"): 19,
    ("far_ankle", "far_toe"): 19,
    ("shoulder", "near_elbow"): 29.5,
    ("shoulder", "far_elbow"): 29.5,
    ("near_elbow", "near_wrist"): 24.5,
    ("far_elbow", "far_wrist"): 24.5,
    ("near_wrist", "near_hand"): 9,
    ("far_wrist", "far_hand"): 9,
}


def test_a_standing_body_is_as_tall_as_its_segments() -> None:
    at = joints(STANDING)
    assert at.head == pytest.approx((0, 89 + 49 + 9 + 12))
    assert at.near_ankle == pytest.approx((0, 89 - 41.5 - 41))
    assert at.near_toe == pytest.approx((19, 6.5))


@pytest.mark.parametrize(
    ("a", "b", "degrees"), [(0, 90, 90), (350, 10, 20), (10, 350, -20), (-170, 170, -20), (0, 180, 180), (90, 450, 0)]
)
def test_turn_takes_the_shorter_arc(a: float, b: float, degrees: float) -> None:
    assert turn(a, b) == pytest.approx(degrees)


def test_ease_starts_and_ends_at_rest_and_never_turns_back() -> None:
    steps = [ease(i / 100) for i in range(101)]
    assert (steps[0], steps[50], steps[100]) == (0.0, 0.5, 1.0)
    assert all(a < b for a, b in pairwise(steps))
    assert steps[1] < 0.001
    assert steps[99] > 0.999
    assert (ease(-3), ease(7)) == (0.0, 1.0)


def test_a_blend_begins_and_ends_with_the_poses_themselves(exercise: Exercise) -> None:
    for start, end in ways(exercise):
        assert blend(start, end, 0.0) is start
        assert blend(start, end, 1.0) is end
        assert blend(start, end, -0.5) is start
        assert blend(start, end, 1.5) is end


def test_every_angle_is_half_way_along_the_shorter_arc() -> None:
    start = replace(STANDING, near_leg=(350, 340, 70), trunk=(178, 176, 180))
    end = replace(STANDING, near_leg=(30, 10, 110), trunk=(186, 188, -170), hip=(10, 9))
    half = blend(start, end, 0.5)
    assert [angle % 360 for angle in half.near_leg] == pytest.approx([10, 355, 90])
    assert half.trunk == pytest.approx((182, 182, 185))
    assert half.hip == pytest.approx((5, 49))


def test_an_arm_goes_overhead_by_the_front_even_where_the_back_is_shorter() -> None:
    down = replace(STANDING, near_arm=(-100, -90, -90))
    up = replace(STANDING, near_arm=(95, 100, 100))
    assert blend(down, up, 0.5).near_arm[0] % 360 == pytest.approx(357.5)
    assert blend(up, down, 0.5).near_arm[0] % 360 == pytest.approx(357.5)


def test_limbs_keep_their_lengths_on_every_way(exercise: Exercise) -> None:
    assert {name for ends in LENGTHS for name in ends} == {field.name for field in fields(skeleton.Joints)}
    there = bodies(exercise, 60)
    shares = np.reshape([skeleton.arm_share(pose) for _, pose in frames(exercise, 60)], (-1, 61))
    for (a, b), length in LENGTHS.items():
        seen = shares if b.endswith(("elbow", "wrist", "hand")) else 1.0
        off = np.abs(apart(there[a], there[b]) - length * seen).max(axis=1)
        assert off.max() < 1e-4, f"way {off.argmax() + 1}: {a} to {b}"


def test_joints_bend_only_as_they_can_on_every_way(exercise: Exercise) -> None:
    for name, pose in frames(exercise, 60):
        assert faults(pose) == [], name


@pytest.mark.parametrize(
    ("change", "joint"),
    [
        ({"near_leg": (-90, -60, 30)}, "near knee"),
        ({"far_leg": (-90, -255, -165)}, "far knee"),
        ({"near_arm": (-90, -110, -110)}, "near elbow"),
        ({"far_arm": (-90, 70, 70)}, "far elbow"),
        ({"near_leg": (-90, -90, 40)}, "near ankle"),
        ({"near_leg": (-90, -90, -70)}, "near ankle"),
        ({"far_leg": (-130, -130, -40)}, "far hip"),
        ({"near_leg": (60, -60, 30)}, "near hip"),
        ({"near_arm": (200, 200, 200)}, "near shoulder"),
        ({"near_arm": (-90, -85, 5)}, "near wrist"),
        ({"trunk": (90, 30, 30)}, "neck"),
        ({"trunk": (90, 90, 150)}, "head"),
    ],
)
def test_what_a_joint_cannot_do_is_a_fault(change: dict[str, tuple[float, ...]], joint: str) -> None:
    assert faults(STANDING) == []
    found = faults(replace(STANDING, **change))  # type: ignore[arg-type]
    assert [fault for fault in found if fault.startswith(f"{joint} is bent")], found


def test_nothing_sinks_into_the_floor_the_wall_or_the_doors_frame(exercise: Exercise) -> None:
    for name, pose in frames(exercise, 60):
        outline = circles(pose)
        assert min(y - radius for _, y, radius in outline) > -0.4, name
        if "wall" in exercise.scene.props:
            assert max(x + radius for x, _, radius in outline) < exercise.scene.wall_x + 0.4, name
        if "doorway" in exercise.scene.props:
            near = replace(pose, far_leg=(180, 180, 90))
            assert max(x + radius for x, _, radius in circles(near)) < exercise.scene.wall_x + 0.4, name


def test_the_poses_of_the_steps_need_no_settling(exercise: Exercise) -> None:
    for step in (*exercise.steps, exercise.between, exercise.switch):
        assert placed(step.pose, exercise.scene) == step.pose


def test_settling_lifts_a_leg_and_leaves_the_wall() -> None:
    sunk = replace(STANDING, hip=(0, 9), trunk=(179, 179, 179), near_leg=(-8, -8, 80), far_leg=(1, -3, 75))
    sunk = replace(sunk, near_arm=(347, 359, 1), far_arm=(347, 359, 1))
    lifted = settle(sunk)
    assert min(y - radius for _, y, radius in circles(lifted)) > -0.5
    assert lifted.far_leg == sunk.far_leg
    assert turn(lifted.near_leg[0], lifted.near_leg[1]) == pytest.approx(0)
    touching = settle(lifted, 60.0)
    assert max(x + radius for x, _, radius in circles(touching)) == pytest.approx(60.0)


@pytest.mark.parametrize("name", ["lying", "held"])
def test_a_lying_body_rests_on_the_mat(band: Exercise, name: str) -> None:
    pose = {"lying": band.steps[0].pose, "held": band.held.pose}[name]
    at = joints(pose)
    assert at.head[1] - 9.9 == pytest.approx(0, abs=0.4)
    assert at.hip[1] - 8.9 == pytest.approx(0, abs=0.4)
    heel = min(skeleton.local(at.far_ankle, pose.far_leg[2], corner)[1] for corner in FOOT_CORNERS)
    assert heel == pytest.approx(0, abs=0.4)


def test_the_strap_tightens_evenly(band: Exercise) -> None:
    lying, banded, flexed = (band.steps[i].pose for i in (0, 1, 3))
    assert [pull(pose) for pose in (lying, banded, flexed)] == [-1, 0, 1]
    assert pull(blend(lying, banded, 0.5)) == pytest.approx(-0.5)
    assert pull(blend(banded, flexed, 0.5)) == pytest.approx(0.5)
    assert pull(blend(blend(banded, flexed, 0.5), flexed, 0.5)) == pytest.approx(0.75)


def test_a_breath_swells_the_chest_by_a_little() -> None:
    assert skeleton.chest_swell(0) == 0
    assert 0.5 < skeleton.chest_swell(1) < 2
    assert skeleton.chest_swell(9) == skeleton.chest_swell(1)


def test_an_arm_that_lies_open_is_shorter_from_the_side_and_its_palm_is_up() -> None:
    down, up = (hand_at((0.0, 0.0), 0.0, 0.0, lies_open).outline.boundingRect() for lies_open in (0.0, 1.0))
    assert (up.top(), up.bottom()) == pytest.approx((-down.bottom(), -down.top()), abs=0.01)
    assert up.right() == pytest.approx(down.right() * skeleton.OPEN_ARM, abs=0.1)
    turning = hand_at((0.0, 0.0), 0.0, 0.0, 0.5).outline.boundingRect()
    assert turning.height() > 0.7 * down.height(), "a hand that turns is never as thin as paper"
