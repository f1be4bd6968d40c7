"""An exercise while it is being written: what the editor holds, and how it becomes an exercise again.

Steps are lines of text there. What a step has beside its words (a pose, a picture) follows its line while lines are
changed, added and taken away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Literal

from hamstring_gui.domain.exercise import (
    LONGEST_HOLD_S,
    LONGEST_REP_S,
    MOST_REPS,
    MOST_SETS,
    SHORTEST_HOLD_S,
    Dose,
    Exercise,
    Kind,
    Pose,
    Scene,
    Step,
)
from hamstring_gui.domain.exercise_file import LONGEST_NAME, LONGEST_STEP, MOST_STEPS
from hamstring_gui.domain.reading import LONGEST_TEXT, MOST_TEXTS
from hamstring_gui.domain.values import dataclass, replace

USUAL_DOSE = Dose(3, 30.0)
USUAL_REPS, USUAL_REP_S = 10, 4.0

Fault = Literal[
    "no name",
    "long name",
    "no steps",
    "many steps",
    "long step",
    "long text",
    "many texts",
    "sets",
    "hold",
    "reps",
    "rep",
    "long set",
]


@dataclass(frozen=True, slots=True)
class Line:
    """One step: its words, the pose it had, and the path of a picture of its own (or nothing)."""

    text: str
    pose: Pose | None = None
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What can be written about an exercise. `picture` shows in every step that has none of its own."""

    name: str = ""
    lines: tuple[Line, ...] = ()
    each_side: bool = True
    dose: Dose = USUAL_DOSE
    kind: Kind = "stretch"
    region: str = "hamstring"
    equipment: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    picture: str = ""
    mirror_pictures: bool = True

    @property
    def text(self) -> str:
        """The steps, one on each line."""
        return "\n".join(line.text for line in self.lines)


def draft_of(exercise: Exercise) -> Draft:
    """An exercise, to be changed. Where every step has a picture, the one of several is that of all with no other."""
    pictures = Counter(step.picture for step in exercise.steps if step.picture)
    common, times = pictures.most_common(1)[0] if pictures else ("", 0)
    everywhere = all(step.picture for step in exercise.steps)
    shared = common if everywhere and (times > 1 or len(exercise.steps) == 1) else ""
    return Draft(
        name=exercise.name,
        lines=tuple(
            Line(step.text, step.pose, "" if step.picture == shared else step.picture) for step in exercise.steps
        ),
        each_side=exercise.each_side,
        dose=exercise.dose,
        kind=exercise.kind,
        region=exercise.region,
        equipment=exercise.equipment,
        optional=exercise.optional,
        also=exercise.also,
        cautions=exercise.cautions,
        picture=shared,
        mirror_pictures=exercise.mirror_pictures,
    )


def rewritten(lines: Sequence[Line], text: str, remembered: Mapping[str, Line] | None = None) -> tuple[Line, ...]:
    """The lines of a new text. Each keeps the pose and the picture of the line that it was, as far as that can be told.

    An empty line is no step. A line that is new has no picture, and the pose of the line before it; unless it is
    `remembered` by its words, as one that was cut and is pasted elsewhere.
    """
    before = remembered or {}
    words = [words for line in text.splitlines() if (words := " ".join(line.split()))]
    found: list[Line] = []
    matcher = SequenceMatcher(None, [line.text for line in lines], words, autojunk=False)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        for offset, new in enumerate(words[new_start:new_end]):
            if new in before and new not in (line.text for line in lines):
                found.append(before[new])
            elif start + offset < end:
                found.append(replace(lines[start + offset], text=new))
            else:
                found.append(Line(new, found[-1].pose if found else lines[0].pose if lines else None))
    return tuple(found)


def faults(draft: Draft) -> tuple[Fault, ...]:
    """What keeps a draft from being an exercise."""
    dose, lists = draft.dose, (draft.equipment, draft.optional, draft.also, draft.cautions)
    found: list[tuple[Fault, bool]] = [
        ("no name", not draft.name.strip()),
        ("long name", len(draft.name.strip()) > LONGEST_NAME),
        ("no steps", not draft.lines),
        ("many steps", len(draft.lines) > MOST_STEPS),
        ("long step", any(len(line.text) > LONGEST_STEP for line in draft.lines)),
        ("long text", any(len(text) > LONGEST_TEXT for texts in lists for text in texts)),
        ("many texts", max(map(len, lists)) > MOST_TEXTS),
        ("sets", not 1 <= dose.sets <= MOST_SETS),
        ("hold", not dose.reps and not SHORTEST_HOLD_S <= dose.hold_s <= LONGEST_HOLD_S),
        ("reps", not 0 <= dose.reps <= MOST_REPS),
        ("rep", bool(dose.reps) and not SHORTEST_HOLD_S <= dose.rep_s <= LONGEST_REP_S),
        ("long set", bool(dose.reps) and dose.set_s > LONGEST_HOLD_S),
    ]
    return tuple(fault for fault, is_so in found if is_so)


def finished(draft: Draft, base: Exercise | None, letting_go: str, changing_legs: str) -> Exercise:
    """The exercise that a draft without faults describes.

    What can't be written in a draft stays as it is in `base`. Without one, `letting_go` and `changing_legs` are the
    words of the gaps, which look like the first step.
    """
    steps = tuple(_step(line, draft.picture) for line in draft.lines)
    first = steps[0]
    between, switch = replace(first, text=letting_go), replace(first, text=changing_legs)
    if base is not None:
        between, switch = (_gap(step, base, steps) for step in (base.between, base.switch))
    return Exercise(
        id=base.id if base is not None else "",
        name=" ".join(draft.name.split()),
        kind=draft.kind,
        region=draft.region,
        each_side=draft.each_side,
        dose=draft.dose,
        steps=steps,
        between=between,
        switch=switch,
        resume=_resumed(base.resume, base, len(steps)) if base is not None else len(steps),
        resume_switched=_resumed(base.resume_switched, base, len(steps)) if base is not None else len(steps),
        scene=base.scene if base is not None else Scene(()),
        equipment=draft.equipment,
        optional=draft.optional,
        also=draft.also,
        muscles=base.muscles if base is not None else (),
        cautions=draft.cautions,
        ask_first=base.ask_first if base is not None else "",
        source=base.source if base is not None else "",
        held_motion=base.held_motion if base is not None else None,
        other_rep=base.other_rep if base is not None else None,
        mirror_pictures=draft.mirror_pictures,
        own=True,
    )


def _step(line: Line, shared: str) -> Step:
    return Step(line.text, line.pose, line.picture or shared)


def _gap(step: Step, base: Exercise, steps: tuple[Step, ...]) -> Step:
    """What shows in a gap: where that was the first step or the last one, or looked like the first, it goes on so."""
    then, first = base.steps[0], steps[0]
    if step in (then, base.held):
        return first if step == then else steps[-1]
    same = (step.pose, step.picture) == (then.pose, then.picture)
    return replace(step, pose=first.pose, picture=first.picture) if same else step


def _resumed(number: int, base: Exercise, steps: int) -> int:
    """The step that leads back into the position, counted from the end as it was."""
    return max(1, steps - (len(base.steps) - number))
