"""`hamstring-gui figure`: pictures and animations of an exercise, and what is said of nonsense."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from hamstring_gui.commands.command_line import PROBLEM, USAGE, main
from hamstring_gui.commands.figure import Wish, frames
from hamstring_gui.commands.figure_command import BODIES
from hamstring_gui.domain.demonstration import round_s
from hamstring_gui.domain.exercise import Dose, Exercise, Step
from hamstring_gui.domain.settings import BodyLook
from hamstring_gui.storage.library import load_exercises
from hamstring_gui.storage.own_exercises import OwnExercises
from hamstring_gui.storage.paths import Paths
from hamstring_gui.ui.theme import DARK, LIGHT
from tests.conftest import ROOT
from tests.pixels import pixels
from tests.spread import late

BAND = "band-hamstring-stretch"
SMALL = ("--size", "160x120")
Draw = Callable[..., Path]

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def draw(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Draw:
    """Draws a figure; gives the file."""

    def draw_(name: str, *arguments: str, exercise: str = BAND) -> Path:
        file = tmp_path / name
        assert main(["figure", exercise, *arguments, "-o", str(file)]) == 0
        assert capsys.readouterr() == ("", "")
        assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []
        return file

    return draw_


@pytest.fixture(scope="module")
def band(assets: Path) -> Exercise:
    return load_exercises(assets)[BAND]


def ink(image: QImage) -> set[tuple[int, int]]:
    """Where the picture differs from its corner."""
    there = pixels(image) != pixels(image)[0, 0]
    return {(int(x), int(y)) for y, x in zip(*there.nonzero(), strict=True)}


def test_a_still_is_as_asked_for(draw: Draw) -> None:
    usual = QImage(str(draw("a.png")))
    assert (usual.width(), usual.height()) == (1200, 900)
    assert usual.pixelColor(0, 0) == LIGHT.card
    last = QImage(
        str(draw("b.png", "--step", "6", "--side", "right", "--theme", "light", "--size", "1200x900", "--body", "teal"))
    )
    assert usual == last, "the last step, right, light, 1200x900, teal are the defaults"


def test_every_option_changes_the_picture(draw: Draw) -> None:
    stills = [
        QImage(str(draw(f"{number}.png", *SMALL, *options)))
        for number, options in enumerate(
            [(), ("--step", "1"), ("--side", "left"), ("--theme", "dark"), ("--body", "plum"), ("--body", "moss")]
        )
    ]
    assert all(one != other for number, one in enumerate(stills) for other in stills[:number])
    assert stills[3].pixelColor(0, 0) == DARK.card


def test_an_exercise_of_the_user_s_own_is_found_wherever_data_dir_stands(tmp_path: Path, assets: Path) -> None:
    folder, out = tmp_path / "exercises" / "own-mine", tmp_path / "a.png"
    folder.mkdir(parents=True)
    band = (assets / "exercises" / "band-hamstring-stretch.toml").read_text("utf-8")
    (folder / "exercise.toml").write_text(band, "utf-8")
    rest = ["own-mine", *SMALL, "-o", str(out)]
    for arguments in (["--data-dir", str(tmp_path), "figure", *rest], ["figure", *rest, "--data-dir", str(tmp_path)]):
        assert main(arguments) == 0
        out.unlink()


def test_every_body_look_can_be_asked_for() -> None:
    assert get_args(BodyLook) == BODIES


def test_the_left_side_is_the_mirror_image_in_the_middle(draw: Draw) -> None:
    right, left = (ink(QImage(str(draw(f"{side}.png", *SMALL, "--side", side)))) for side in ("right", "left"))
    assert len(right ^ {(159 - x, y) for x, y in left}) < 0.02 * len(right)
    assert all(3 <= x < 157 and 3 <= y < 117 for x, y in right), "with a margin"


@pytest.mark.parametrize("size", ["16x16", "300x40", "40x300", "8192x16"])
def test_any_shape_holds_the_whole_figure(draw: Draw, size: str) -> None:
    image = QImage(str(draw("a.png", "--size", size)))
    assert f"{image.width()}x{image.height()}" == size
    seen = ink(image)
    assert seen
    assert not any(x in (0, image.width() - 1) or y in (0, image.height() - 1) for x, y in seen)


def test_svg_is_sharp_and_says_what_it_shows(draw: Draw) -> None:
    file = draw("a.svg", exercise="Legs up the WALL")
    root = ET.parse(file).getroot()
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("viewBox") == "0 0 1200 900"
    assert root.findtext(f"{space}title") == "Legs up the wall"
    assert root.findtext(f"{space}desc") == "Legs up the wall. Rest and breathe."
    assert len(list(root.iter(f"{space}path"))) > 10
    assert not list(root.iter(f"{space}image")), "lines, not pixels"


@pytest.mark.thorough
@pytest.mark.parametrize("ending", ["gif", late("webp"), late("GIF")])
def test_the_movement_is_an_animation_for_ever(draw: Draw, assets: Path, ending: str) -> None:
    flexor = load_exercises(assets)["hip-flexor-stretch"]  # whose movement has the fewest pictures
    with Image.open(draw(f"a.{ending}", "--size", "64x48", exercise=flexor.id)) as movement:
        assert movement.size == (64, 48)
        assert movement.info["loop"] == 0
        assert movement.n_frames > 100
        seconds, pictures = 0.0, set()
        for number in range(movement.n_frames):
            movement.seek(number)
            movement.load()
            seconds += movement.info["duration"] / 1000
            pictures.add(movement.convert("RGB").tobytes())
    assert seconds == pytest.approx(round_s(flexor), abs=0.5)
    assert len(pictures) > 60


def test_the_way_into_one_step_can_be_an_animation_too(draw: Draw) -> None:
    with Image.open(draw("a.gif", *SMALL, "--step", "3")) as movement:
        assert 10 < movement.n_frames < 40


def wish(exercise: Exercise, number: int | None = None) -> Wish:
    return Wish(exercise, number, False, False, (160, 120), Path("a.gif"))


def test_an_animation_can_be_repeated_without_a_jump(band: Exercise) -> None:
    pictures = list(frames(wish(band)))
    assert sum(seconds for _, seconds in pictures) == pytest.approx(round_s(band))
    (first, _), (last, _) = pictures[0], pictures[-1]
    assert first.end == last.end == band.steps[0].pose
    assert first.progress == 1.0, "it begins in the first step"
    assert last.progress > 0.9


def test_reps_are_an_animation(band: Exercise) -> None:
    curl = replace(band, dose=Dose(2, reps=10, rep_s=4.0))
    assert sum(seconds for _, seconds in frames(wish(curl))) == pytest.approx(round_s(curl))
    assert sum(seconds for _, seconds in frames(wish(curl, 5))) == pytest.approx(3 * 4.0)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["swim", "-o", "a.png"], '"swim": there is no such exercise; known: '),
        ([BAND, "--step", "0", "-o", "a.png"], "--step 0: Supine band hamstring stretch has steps 1 to 6"),
        ([BAND, "--step", "7", "-o", "a.png"], "--step 7: Supine band hamstring stretch has steps 1 to 6"),
        ([BAND, "--step", "x", "-o", "a.png"], "argument --step: invalid int value: 'x'"),
        ([BAND, "--size", "15x900", "-o", "a.png"], "argument --size: give WIDTHxHEIGHT in pixels, each 16 to 8192"),
        ([BAND, "--size", "900x8193", "-o", "a.png"], "argument --size: give WIDTHxHEIGHT"),
        ([BAND, "--size", "900", "-o", "a.png"], "argument --size: give WIDTHxHEIGHT"),
        ([BAND, "--size", "9e2x900", "-o", "a.png"], "argument --size: give WIDTHxHEIGHT"),
        ([BAND, "--size", "-900x900", "-o", "a.png"], "argument --size: "),
        ([BAND, "--size", "1x2x300", "-o", "a.png"], "argument --size: give WIDTHxHEIGHT"),
        ([BAND, "--size", "1921x100", "-o", "a.gif"], "--size: an animation can be at most 1920 pixels"),
        ([BAND, "--side", "both", "-o", "a.png"], "argument --side: invalid choice: 'both'"),
        ([BAND, "--theme", "system", "-o", "a.png"], "argument --theme: invalid choice: 'system'"),
        ([BAND, "--body", "blue", "-o", "a.png"], "argument --body: invalid choice: 'blue'"),
        ([BAND, "-o", "a.jpg"], "a.jpg: a figure can be written as .png, .svg, .gif, .webp"),
        ([BAND, "-o", "png"], "png: a figure can be written as"),
        ([BAND], "the following arguments are required: -o/--output"),
        (["-o", "a.png"], "the following arguments are required: EXERCISE"),
    ],
)
def test_nonsense_is_refused_in_one_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["figure", *arguments]) == USAGE
    out, err = capsys.readouterr()
    assert err.startswith(f"hamstring-gui: {sentence}")
    assert (err.count("\n"), out, list(tmp_path.iterdir())) == (1, "", [])


def test_the_windows_options_are_not_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--theme", "dark", "figure", BAND, "-o", "a.png"]) == USAGE
    assert "belong to the window, not to figure" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "reason"), [("nowhere/a.png", "No such file or directory"), ("dir.svg", "directory")])
def test_a_file_that_can_not_be_written_is_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, reason: str
) -> None:
    (tmp_path / "dir.svg").mkdir()
    file = tmp_path / name
    assert main(["figure", BAND, *SMALL, "-o", str(file)]) == PROBLEM
    err = capsys.readouterr().err
    assert err.startswith(f"hamstring-gui: {file}: ")
    assert reason in err
    assert err.count("\n") == 1


def test_what_was_there_stays_when_drawing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.png"
    file.write_text("mine")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert main(["figure", BAND, *SMALL, "-o", str(file)]) == PROBLEM
    assert file.read_text() == "mine"


@pytest.mark.thorough
def test_without_a_display_and_without_widgets(tmp_path: Path) -> None:
    """A process of its own; the animation comes after the still, which needs less."""
    code = (
        "import sys; from hamstring_gui.commands.command_line import main\n"
        "for file in sys.argv[1:]:\n"
        f"    status = main(['figure', '{BAND}', '--size', '64x48', '--step', '3', '-o', file])\n"
        "    there = {'PySide6.QtWidgets', 'PIL', 'PIL.Image', 'hamstring_gui.app'} & set(sys.modules)\n"
        "    print(status, *sorted(there))"
    )
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    files = [tmp_path / "a.png", tmp_path / "a.gif"]
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, files)], env=environment, cwd=ROOT, capture_output=True, text=True,
        timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["0", "0 PIL PIL.Image"]
    assert all(file.stat().st_size > 500 for file in files)


def test_an_exercise_of_the_users_own(band: Exercise, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = OwnExercises(Paths.under(tmp_path).exercises)
    own.save(replace(band, name="Mine"))
    own.save(replace(band, name="Words", steps=(Step("Lie down.", None),), resume=1, resume_switched=1))
    (own.folder / "own-broken").mkdir()
    for name, status, said in (
        ("mine", 0, ""),
        ("words", USAGE, "Words: this exercise has pictures or words of its own"),
    ):
        file = tmp_path / f"{name}.png"
        assert main(["--data-dir", str(tmp_path), "figure", name, *SMALL, "-o", str(file)]) == status
        assert file.exists() == (status == 0)
        told = capsys.readouterr().err
        assert said in told
        assert "own-broken" in told


def test_a_moment_of_the_movement_is_a_still(draw: Draw, band: Exercise) -> None:
    first, later = draw("first.png", *SMALL, "--frame", "0"), draw("later.png", *SMALL, "--frame", "8.5")
    assert QImage(str(first)) != QImage(str(later))
    assert QImage(str(first)) == QImage(str(draw("step.png", *SMALL, "--step", "1")))
    assert QImage(str(first)) == QImage(str(draw("round.png", *SMALL, "--frame", f"{round_s(band)}")))
    assert QImage(str(draw("into.png", *SMALL, "--step", "2", "--frame", "0"))) == QImage(str(first))


@pytest.mark.parametrize("seconds", ["-1", "nan", "inf"])
def test_what_is_no_moment_is_told(seconds: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figure", BAND, "--frame", seconds, "-o", str(tmp_path / "a.png")]) == USAGE
    assert "that is no moment" in capsys.readouterr().err


def test_an_animation_is_no_moment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figure", BAND, "--frame", "3", "-o", str(tmp_path / "a.gif")]) == USAGE
    assert "shows the whole movement" in capsys.readouterr().err
