"""The command `say`: what it can be told, and doing it."""

from __future__ import annotations

import argparse
from typing import Any

from hamstring_gui.commands.asked import Refusal, output, paths_of, refuse_own, refuse_what_is_the_windows
from hamstring_gui.commands.qt import explaining_qt
from hamstring_gui.storage.endings import ending_of
from hamstring_gui.storage.errors import tell
from hamstring_gui.storage.paths import Paths


def add_say_command(commands: Any, common: argparse.ArgumentParser) -> None:
    say = commands.add_parser(
        "say", help="write what the voice of a session says as a sound file, or list its sentences",
        parents=[common], allow_abbrev=False,
    )  # fmt: skip
    what = say.add_mutually_exclusive_group(required=True)
    what.add_argument("text", metavar="TEXT", nargs="?", help="a sentence of the list; any other needs hibari-tts")
    what.add_argument(
        "--list", dest="listing", action="store_true", help="print each sentence, its clip and its seconds"
    )
    what.add_argument("--own", action="store_true", help=argparse.SUPPRESS)
    say.add_argument("-o", "--output", metavar="FILE", help="FILE.wav")
    say.set_defaults(run=_say)


def _say(asked: argparse.Namespace) -> int:
    refuse_what_is_the_windows(asked)
    paths = paths_of(asked)
    refuse_own(asked.output, paths)
    if asked.listing:
        return _list(asked.output, paths)
    if asked.own:
        from hamstring_gui.program.own_voice import render_own

        with output(None) as out:
            render_own(paths, out)
        return 0
    if not asked.text.strip():
        raise Refusal("say: TEXT must not be empty")
    if asked.output is None:
        raise Refusal("say: give a file with -o FILE.wav")
    if asked.output != "-" and ending_of(asked.output) not in ("", "wav"):
        raise Refusal(f"{asked.output}: speech is written as WAV; give a name that ends in .wav")
    from hamstring_gui.program.recordings import clips_of
    from hamstring_gui.program.sayings import wave_of

    data = wave_of(asked.text, clips_of(paths))
    with output(asked.output) as out:
        out.buffer.write(data)
    return 0


def _list(file: str | None, paths: Paths) -> int:
    from hamstring_gui.program.recordings import clips_of
    from hamstring_gui.program.sayings import lines
    from hamstring_gui.storage import library
    from hamstring_gui.storage.own_exercises import OwnExercises

    exercises, problems = library.load_all(paths.assets, OwnExercises(paths.exercises))
    for problem in problems:
        tell(problem)
    with explaining_qt("the sentences can't be listed"):
        from hamstring_gui.ui.session.spoken import all_sentences
    with output(file) as out:
        out.writelines(f"{line}\n" for line in lines(clips_of(paths), all_sentences(exercises.values())))
    return 0
