"""What is written of an exercise is read back the same."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamstring_gui.domain.exercise import KINDS, PROPS, Dose, Exercise, HeldMotion, Pose, Scene, Step
from hamstring_gui.domain.exercise_file import read_exercise
from hamstring_gui.storage.exercise_text import write_exercise
from hamstring_gui.storage.library import load_exercises
from hamstring_gui.storage.paths import assets_dir

BUILT_IN = load_exercises(assets_dir())
FOLDER = str(Path("own") / "here")

texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(str.strip)
seconds = st.floats(0.1, 60.0)
angles = st.one_of(st.integers(-360, 360).map(float), st.floats(-720, 720))
places = st.integers(-500, 500).map(float) | st.floats(-500, 500)
triples = st.tuples(angles, angles, angles)
poses = st.builds(
    Pose, st.tuples(places, places), triples, triples, triples, triples, triples,
    strap=st.sampled_from(("none", "slack", "taut")), hands_on=st.sampled_from((("", ""), ("near leg", "far thigh"))),
    grip=st.sampled_from((0.0, 1.0)), open_arms=st.sampled_from((0.0, 1.0)), ball=st.none() | st.floats(-500, 500),
)  # fmt: skip
names = st.from_regex(r"\w[\w .-]{0,20}\.(png|svg|JPG)", fullmatch=True)
pictures = st.just("") | names.map(lambda name: str(Path(FOLDER, name)))
few_poses = st.lists(poses, min_size=1, max_size=3)


def read_back(exercise: Exercise) -> Exercise:
    text = write_exercise(exercise)
    return read_exercise(exercise.id, tomllib.loads(text), FOLDER if exercise.own else "")


@pytest.mark.parametrize("exercise", BUILT_IN.values(), ids=str)
def test_built_in_exercises(exercise: Exercise) -> None:
    assert read_back(exercise) == exercise


@st.composite
def edited(draw: st.DrawFn) -> Exercise:
    """A built-in exercise with almost everything changed in ways that a file allows."""
    known = draw(st.none() | few_poses)
    pose = st.none() | st.sampled_from(known) if known else st.none()
    step = st.builds(Step, texts, pose, pictures)
    steps = tuple(draw(st.lists(step, min_size=1, max_size=5)))
    held, reps = draw(seconds), draw(st.integers(1, 60))
    region = draw(st.sampled_from(("hamstring", "calf", "glutes", "shoulder")))
    muscle = None if region == "shoulder" else region
    places = [draw(st.just(0.0) | st.floats(-500, 500)) for _ in range(3)]
    return replace(
        draw(st.sampled_from(list(BUILT_IN.values()))),
        id="own-exercise",
        name=draw(texts),
        kind=draw(st.sampled_from(KINDS)),
        region=region,
        each_side=draw(st.booleans()),
        dose=draw(st.sampled_from((Dose(3, held), Dose(2, reps=reps, rep_s=held)))),
        steps=steps,
        between=draw(st.just(steps[-1]) | step),
        switch=draw(st.just(steps[0]) | step),
        resume=draw(st.integers(1, len(steps))),
        resume_switched=draw(st.integers(1, len(steps))),
        scene=Scene(tuple(draw(st.lists(st.sampled_from(PROPS), max_size=3))), *places, muscle),
        equipment=tuple(draw(st.lists(texts, max_size=3))),
        optional=tuple(draw(st.lists(texts, max_size=3))),
        also=tuple(draw(st.lists(texts, max_size=3))),
        muscles=tuple(draw(st.lists(texts, max_size=3))),
        cautions=tuple(draw(st.lists(texts, max_size=3))),
        ask_first=draw(st.just("") | texts),
        source=draw(st.just("") | texts),
        held_motion=HeldMotion(draw(poses), draw(st.floats(2.0, 60.0))) if draw(st.booleans()) else None,
        mirror_pictures=draw(st.booleans()),
        own=True,
    )


@settings(max_examples=15)
@given(edited())
def test_whatever_is_edited(exercise: Exercise) -> None:
    assert read_back(exercise) == exercise


def test_it_reads_like_a_file_that_somebody_wrote() -> None:
    step = Step("Hold it.", None, str(Path(FOLDER, "hold.png")))
    sample = BUILT_IN["legs-up-the-wall"]
    plain = replace(
        sample, steps=(step,), between=step, switch=step, resume=1, resume_switched=1, dose=Dose(1, 30.0),
        scene=Scene(()), equipment=(), also=(), muscles=(), cautions=(), ask_first="", source="", held_motion=None,
        own=True,
    )  # fmt: skip
    assert write_exercise(plain) == (
        f'name = "{sample.name}"\nkind = "{sample.kind}"\nregion = "{sample.region}"\nsides = "both"\n\n'
        '[dose]\nsets = 1\nhold_s = 30\n\n[[steps]]\ntext = "Hold it."\npicture = "hold.png"\n'
    )
