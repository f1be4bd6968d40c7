"""Reading an exercise: hands, grip, ball, motion while holding, the muscle that is lit; and refusals."""

import tomllib
from pathlib import Path

import pytest

from hamstring_gui.domain.exercise import Exercise, Pose
from hamstring_gui.domain.exercise_file import read_exercise
from hamstring_gui.domain.reading import ReadingError

POSE = """
hip = [0, 9]
trunk = [180, 180, 180]
near_leg = [90, 90, 0]
far_leg = [0, 0, 90]
near_arm = [0, 10]
far_arm = [0, 0, 20]
"""
FILE = """
name = "Stretch"
kind = "stretch"
region = "calf"
sides = "each"
dose = {sets = 3, hold_s = 30}
props = ["floor", "chair"]
chair_x = 12
steps = [{text = "Lie down.", pose = "held"}]
"""


def read(top: str = "", pose: str = "", region: str = "calf") -> Exercise:
    text = f"{FILE.replace('calf', region)}{top}\n[poses.held]{POSE}{pose}\n[poses.other]{POSE}"
    return read_exercise("stretch", tomllib.loads(text))


def test_a_pose_without_extras() -> None:
    exercise = read()
    assert exercise.held.pose == Pose(
        (0, 9), (180, 180, 180), (90, 90, 0), (0, 0, 90), near_arm=(0, 10, 10), far_arm=(0, 0, 20)
    )
    assert exercise.held_motion is None
    assert (exercise.scene.props, exercise.scene.chair_x) == (("floor", "chair"), 12)


def test_hands_grip_and_ball() -> None:
    pose = read(pose='hands_on = ["near leg"]\ngrip = true\nball = 20.5').held.pose
    assert (pose.hands_on, pose.grip, pose.ball) == (("near leg", "near leg"), 1.0, 20.5)
    assert read(pose='hands_on = ["", "far thigh"]').held.pose.hands_on == ("", "far thigh")
    assert [read(pose=f"open_arms = {said}").held.pose.open_arms for said in ("true", "false")] == [1.0, 0.0]


def test_a_hold_that_moves() -> None:
    motion = read(top='held_motion = {pose = "other", period_s = 8}').held_motion
    assert motion is not None
    assert (motion.pose.near_arm, motion.period_s) == ((0, 10, 10), 8)


@pytest.mark.parametrize(
    ("region", "muscle"), [("hamstring", "hamstring"), ("calf", "calf"), ("glutes", "glutes"), ("shoulder", None)]
)
def test_the_lit_muscle_comes_from_the_region(region: str, muscle: str | None) -> None:
    assert read(region=region).scene.muscle == muscle


@pytest.mark.parametrize(
    ("top", "pose", "where"),
    [
        ("", 'hands_on = ["wall"]', "poses, held, hands_on"),
        ("", "hands_on = []", "poses, held, hands_on"),
        ("", "ball = true", "poses, held, ball"),
        ("", "grip = 1", "poses, held, grip"),
        ("", "open_arms = 0.5", "poses, held, open_arms"),
        ('held_motion = {pose = "none", period_s = 8}', "", "held_motion, pose"),
        ('held_motion = {pose = "other", period_s = 0}', "", "held_motion, period_s"),
        ('held_motion = {pose = "other"}', "", "held_motion, period_s"),
        ("towel_x = 501", "", "towel_x"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(top: str, pose: str, where: str) -> None:
    with pytest.raises(ReadingError) as error:
        read(top, pose)
    assert error.value.where == where


@pytest.mark.parametrize(
    ("line", "wrong", "reason"),
    [
        ("hip = [0, 9]", "hip = [1e300, 9]", "hip: may hold numbers from -500 to 500; it holds 1e+300"),
        ("hip = [0, 9]", "hip = [0, -500.1]", "hip: may hold numbers from -500 to 500; it holds -500.1"),
        ("trunk = [180, 180, 180]", "trunk = [0, 0, 1e308]", "trunk: may hold numbers from -3600 to 3600"),
        ("near_leg = [90, 90, 0]", "near_leg = [3601, 0, 0]", "near_leg: may hold numbers from -3600 to 3600"),
        ("far_leg = [0, 0, 90]", "far_leg = [0, -3601, 0]", "far_leg: may hold numbers from -3600 to 3600"),
        ("near_arm = [0, 10]", "near_arm = [0, 3601]", "near_arm: may hold numbers from -3600 to 3600"),
        ("far_arm = [0, 0, 20]", "far_arm = [0, 0, 3601]", "far_arm: may hold numbers from -3600 to 3600"),
    ],
)
def test_a_pose_that_nobody_could_paint_is_refused(line: str, wrong: str, reason: str) -> None:
    text = f"{FILE}\n[poses.held]{POSE.replace(line, wrong)}"
    with pytest.raises(ReadingError) as error:
        read_exercise("stretch", tomllib.loads(text))
    assert str(error.value).startswith(f"poses, held, {reason}")


BARE = FILE.replace(', pose = "held"', "")


def test_an_exercise_of_words_alone() -> None:
    exercise = read_exercise("own-words", tomllib.loads(BARE))
    assert exercise.steps == (exercise.between,) == (exercise.switch,)
    assert (exercise.held.pose, exercise.held.picture) == (None, "")
    assert (exercise.mirror_pictures, exercise.own) == (True, False)


def test_pictures_lie_in_the_exercises_own_folder() -> None:
    text = BARE.replace('"Lie down."', '"Lie down.", picture = "Beine hoch-2.JPG"') + "mirror_pictures = false"
    exercise = read_exercise("own-words", tomllib.loads(text), folder="somewhere")
    assert Path(exercise.held.picture) == Path("somewhere") / "Beine hoch-2.JPG"
    assert (exercise.mirror_pictures, exercise.own) == (False, True)


@pytest.mark.parametrize(
    "name",
    [
        "../a.png", "..\\\\a.png", "a/a.png", "a\\\\a.png", "/a.png", "C:a.png", ".a.png", "..", ".", ".png",
        "a\\u0000.png", "file:a.png", "a.gif", "a", "a.png ", "a.png\\n", "", "a" * 97 + ".png",
    ],
)  # fmt: skip
def test_a_picture_from_anywhere_else_is_refused(name: str) -> None:
    text = BARE.replace('"Lie down."', f'"Lie down.", picture = "{name}"')
    with pytest.raises(ReadingError) as error:
        read_exercise("own-words", tomllib.loads(text), folder="somewhere")
    assert error.value.where == "steps 1, picture"


@pytest.mark.parametrize(
    ("top", "where"),
    [("mirror_pictures = 1", "mirror_pictures"), ("poses = 3", "poses"), ("between = {text = 3}", "between, text")],
)
def test_wrong_types_are_refused_with_their_place(top: str, where: str) -> None:
    with pytest.raises(ReadingError) as error:
        read_exercise("own-words", tomllib.loads(BARE + top))
    assert error.value.where == where
