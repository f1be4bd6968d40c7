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
    floor: QColor
    door: QColor
    door_line: QColor
    frame: QColor
    wood: QColor
    wood_far: QColor
    ball: QColor
    ball_line: QColor
    band: QColor
    band_far: QColor
    towel: QColor
    towel_line: QColor


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
    floor=QColor("#e4dccb"),
    door=QColor("#d9c7a8"),
    door_line=QColor("#b79f78"),
    frame=QColor("#f3eee2"),
    wood=QColor("#bf9a6b"),
    wood_far=QColor("#9c7a50"),
    ball=QColor("#e9b92f"),
    ball_line=QColor("#b98a14"),
    band=QColor("#7b5ea7"),
    band_far=QColor("#5f4786"),
    towel=QColor("#f0dfc4"),
    towel_line=QColor("#cdb68f"),
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
    floor=QColor("#2b3a3d"),
    door=QColor("#54483a"),
    door_line=QColor("#7a694f"),
    frame=QColor("#3d4e51"),
    wood=QColor("#a5825a"),
    wood_far=QColor("#7c6244"),
    ball=QColor("#f0c64a"),
    ball_line=QColor("#b98a14"),
    band=QColor("#9d82c9"),
    band_far=QColor("#7a62a3"),
    towel=QColor("#cdbb9c"),
    towel_line=QColor("#a08c69"),
)
