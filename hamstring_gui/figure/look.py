"""The figure's colours, on a light and on a dark card."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Look:
    """What every part is painted with.

    *near* is the arm before the body, *far* the limb behind it, *line* a fine line within a part.
    """

    skin_near: QColor
    skin: QColor
    skin_far: QColor
    skin_line: QColor
    cheek: QColor
    features: QColor
    hair: QColor
    hair_line: QColor
    shirt: QColor
    shirt_far: QColor
    sleeve: QColor
    shorts: QColor
    shorts_far: QColor
    muscle: QColor
    muscle_core: QColor
    glow: QColor
    strap: QColor
    strap_far: QColor
    mat: QColor
    wall: QColor
    wall_edge: QColor


LIGHT = Look(
    skin_near=QColor("#e9b591"),
    skin=QColor("#e3a982"),
    skin_far=QColor("#c58c68"),
    skin_line=QColor("#b97b58"),
    cheek=QColor("#d98f6d"),
    features=QColor("#3a2a26"),
    hair=QColor("#3a2a26"),
    hair_line=QColor("#5a443d"),
    shirt=QColor("#3e7c8a"),
    shirt_far=QColor("#2f6470"),
    sleeve=QColor("#438594"),
    shorts=QColor("#27474e"),
    shorts_far=QColor("#1d363c"),
    muscle=QColor("#ff7a3d"),
    muscle_core=QColor("#ffc29a"),
    glow=QColor("#ff8a4d"),
    strap=QColor("#c8553d"),
    strap_far=QColor("#a74733"),
    mat=QColor("#cfe0d4"),
    wall=QColor("#e9e2d4"),
    wall_edge=QColor("#d8cebb"),
)

DARK = Look(
    skin_near=QColor("#e9b591"),
    skin=QColor("#e3a982"),
    skin_far=QColor("#c58c68"),
    skin_line=QColor("#b97b58"),
    cheek=QColor("#d98f6d"),
    features=QColor("#3a2a26"),
    hair=QColor("#5b4238"),
    hair_line=QColor("#7d6053"),
    shirt=QColor("#3e7c8a"),
    shirt_far=QColor("#2f6470"),
    sleeve=QColor("#478a99"),
    shorts=QColor("#4a6f78"),
    shorts_far=QColor("#3a5a62"),
    muscle=QColor("#ff7a3d"),
    muscle_core=QColor("#ffc29a"),
    glow=QColor("#ff8a4d"),
    strap=QColor("#e0705a"),
    strap_far=QColor("#b95744"),
    mat=QColor("#33494e"),
    wall=QColor("#2f3f42"),
    wall_edge=QColor("#46585b"),
)
