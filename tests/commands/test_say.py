"""`hamstring-gui say`: the sentences and their clips, and a file of what one says."""

from __future__ import annotations

import os
import sys
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from hamstring_gui.commands.command_line import PROBLEM, USAGE, main
from hamstring_gui.desktop import clip_samples, opus
from hamstring_gui.desktop.clips import Clips
from hamstring_gui.program import sayings
from hamstring_gui.storage.library import load_exercises
from hamstring_gui.storage.own_exercises import OwnExercises
from hamstring_gui.storage.paths import Paths
from hamstring_gui.ui.session.spoken import all_sentences
from tests.program.engine import install_engine
from tests.storage.making import own_exercise

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Status, output and complaints; without an engine."""
    monkeypatch.setattr(sayings, "can_render", lambda: False)

    def say_(*arguments: str) -> tuple[int, str, str]:
        status = main(["--data-dir", str(tmp_path / "data"), "say", *arguments])
        return status, *capsys.readouterr()

    return say_


@pytest.fixture
def decoder(assets: Path) -> None:
    try:
        opus.decoded(next((assets / "voice" / "en").glob("*.opus")))
    except OSError as error:
        pytest.skip(str(error))


def length_of(file: Path) -> float:
    with wave.open(str(file)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        assert any(sound.readframes(sound.getnframes()))
        return sound.getnframes() / sound.getframerate()


def test_the_list_is_all_that_is_said(say: Say, assets: Path) -> None:
    status, out, err = say("--list")
    rows = [line.split("\t") for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [row[0] for row in rows] == list(all_sentences(load_exercises(assets).values()))
    clips = Clips(assets / "voice" / "en")
    assert all((assets / "voice" / "en" / name).is_file() for _, name, _ in rows)
    assert [float(length) for *_, length in rows] == pytest.approx(
        [clips.length_s(row[0]) or 0 for row in rows], abs=0.006
    )


def test_own_exercises_are_listed_too(say: Say, tmp_path: Path) -> None:
    OwnExercises(Paths.under(tmp_path / "data").exercises).save(own_exercise("Towel stretch"))
    _, out, _ = say("--list")
    assert "Towel stretch.\t-\t-\n" in out
    status, out, _ = say("--list", "-o", str(tmp_path / "list.txt"))
    assert (status, out) == (0, "")
    assert "Towel stretch.\t-\t-\n" in (tmp_path / "list.txt").read_text("utf-8")


@pytest.mark.parametrize("text", ["Right leg.", "right leg", "  RIGHT   leg. "])
@pytest.mark.usefixtures("decoder")
def test_a_sentence_is_written_from_its_clip(text: str, say: Say, tmp_path: Path, assets: Path) -> None:
    file = tmp_path / "leg.wav"
    file.write_text("what was there before")
    assert say(text, "-o", str(file)) == (0, "", "")
    assert length_of(file) == pytest.approx(Clips(assets / "voice" / "en").length_s("Right leg."), abs=0.002)


@pytest.mark.usefixtures("decoder")
def test_sentences_are_joined(say: Say, tmp_path: Path, assets: Path) -> None:
    file = tmp_path / "both.WAV"
    assert say("Right leg. Set two of three.", "--output", str(file)) == (0, "", "")
    clips = Clips(assets / "voice" / "en")
    both = (clips.length_s("Right leg.") or 0) + (clips.length_s("Set two of three.") or 0)
    assert length_of(file) == pytest.approx(both + sayings.BETWEEN_S, abs=0.002)


def test_where_no_clip_says_it(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "x.wav"
    status, out, err = say("Do a cartwheel.", "-o", str(file))
    assert (status, out) == (PROBLEM, "")
    assert 'pip install "hamstring-gui[voice]"' in err
    assert err.count("\n") == 1
    assert not file.exists()


@pytest.mark.parametrize(
    ("text", "can"), [("Do a cartwheel.", True), ("unsayable", False), ("crash", False), ("a" * 3000, False)]
)
def test_the_engine_says_the_rest(
    text: str, can: bool, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sayings, "can_render", lambda: True)
    monkeypatch.syspath_prepend(install_engine(tmp_path / "engine"))
    monkeypatch.delitem(sys.modules, "hibari", raising=False)
    file = tmp_path / "x.wav"
    status, _, err = say(text, "-o", str(file))
    monkeypatch.delitem(sys.modules, "hibari", raising=False)
    if can:
        assert (status, err) == (0, "")
        assert length_of(file) == pytest.approx(0.0125 * len(text) + 0.08, abs=0.02)
    else:
        assert status == PROBLEM
        assert err.count("\n") == 1
        assert not file.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "TEXT"),
        (("Hold.",), "-o FILE"),
        (("", "-o", "x.wav"), "empty"),
        ((" \n", "-o", "x.wav"), "empty"),
        (("Hold.", "-o", "x.mp3"), "WAV"),
        (("Hold.", "-o", "x.opus"), "WAV"),
        (("Hold.", "--list"), "--list"),
        (("Hold.", "Rest.", "-o", "x.wav"), "Rest."),
        (("Hold.", "-o"), "-o"),
        (("Hold.", "--theme", "dark"), "--theme"),
        (("Hold.", "-o", "data/history.sqlite3"), "history"),
        (("Hold.", "-o", "data/exercises/x.wav"), "belongs to Hamstring"),
        (("--list", "-o", "data/settings.toml"), "belongs to Hamstring"),
    ],
)
def test_nonsense_is_refused(
    arguments: tuple[str, ...], told: str, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = say(*arguments)
    assert (status, out) == (USAGE, "")
    assert told in err
    assert err.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["none/x.wav", "folder", 300 * "a" + ".wav", "file/x.wav"])
@pytest.mark.usefixtures("decoder")
def test_where_the_file_can_not_be_written(name: str, say: Say, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    status, out, err = say("Hold.", "-o", str(tmp_path / name))
    assert (status, out) == (PROBLEM, "")
    assert err.startswith(f"hamstring-gui: {tmp_path / name}: ")
    assert err.count("\n") == 1


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
@pytest.mark.usefixtures("decoder")
def test_an_odd_name_is_a_name(say: Say, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"\xff\xe9.wav")
    assert say("Hold.", "-o", str(odd)) == (0, "", "")
    assert length_of(odd) > 0.4


def test_where_clips_can_not_be_decoded(say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opus, "LINUX", ("libnowhere.so.1",))
    monkeypatch.setattr(opus, "LIBRARIES", {})
    monkeypatch.setattr(clip_samples, "decode_beside", lambda _: None)
    status, _, err = say("Hold.", "-o", str(tmp_path / "x.wav"))
    assert status == PROBLEM
    assert "libsndfile" in err


@pytest.mark.parametrize(
    ("typed", "meant"), [("Swich to your left leg", ' (did you mean "Switch to your left leg."?)'), ("qqqq", "")]
)
def test_a_sentence_that_is_mistyped_is_told_the_nearest(typed: str, meant: str, say: Say, tmp_path: Path) -> None:
    status, _, err = say(typed, "-o", str(tmp_path / "x.wav"))
    assert (status, f'"{typed}": no clip says this{meant}, and hibari-tts' in err) == (PROBLEM, True)
