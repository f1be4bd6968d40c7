"""The process that speaks with Qt until its standard input ends; its lines: `speech_lines`.

Run by `system_voice.SystemVoice` on Windows and macOS. It takes seconds until it can speak.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from hamstring_gui.desktop.speech import tell
from hamstring_gui.desktop.speech_lines import NO_VOICE, Manner, Saying, of_language, utf_8_lines

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice


class Speaker:
    """Does what the lines say, each when the engine is ready for it."""

    def __init__(self, engine: QTextToSpeech) -> None:
        self._engine = engine
        self._manner = Manner()
        self._said: Saying | None = None
        self._begun = False
        engine.stateChanged.connect(self._on_state_changed)

    def obey(self, line: str) -> None:
        command, _, argument = line.rstrip("\r\n").partition(" ")
        if command == "say":
            self._say(Saying.read(argument))
        elif command == "hush":
            self._hush()
        else:
            self._manner = self._manner.changed(command, argument)
            self.set_manner(choose=command == "language")

    def set_manner(self, choose: bool) -> None:
        """A locale and a voice both: in some, an engine takes the first of hundreds. A name with "+" is a variant."""
        self._engine.setRate(self._manner.pace)
        self._engine.setVolume(self._manner.volume)
        if choose:
            known = self._voices(self._manner.language)
            names = of_language(
                [(name, locale.bcp47Name()) for name, (locale, _) in known.items()], self._manner.language
            )
            if names:
                locale, voice = known[names[0]]
                self._engine.setLocale(locale)
                self._engine.setVoice(voice)
            tell("speaks" if names else f"speechless: {NO_VOICE}")

    def _voices(self, language: str) -> dict[str, tuple[QLocale, QVoice]]:
        """Those of all locales of a language, by name."""
        root = language.replace("-", "_").split("_")[0].lower()
        found: dict[str, tuple[QLocale, QVoice]] = {}
        for locale in self._engine.availableLocales():
            if locale.bcp47Name().split("-")[0].lower() == root:
                self._engine.setLocale(locale)
                for voice in self._engine.availableVoices():
                    if "+" not in voice.name():
                        found.setdefault(voice.name(), (locale, voice))
        return found

    def _say(self, saying: Saying) -> None:
        self._hush()
        if time.monotonic() > saying.latest:
            tell(f"dropped {saying.number}")
        else:
            self._said, self._begun = saying, False
            self._engine.say(saying.text)

    def _hush(self) -> None:
        said, self._said = self._said, None
        if said is not None:
            self._engine.stop()
            tell(f"said {said.number}")

    def _on_state_changed(self, state: QTextToSpeech.State) -> None:
        said = self._said
        if said is None:
            return
        if state.name == "Speaking" and not self._begun:
            self._begun = True
            if time.monotonic() > said.latest:
                self._said = None
                self._engine.stop()
                tell(f"dropped {said.number}")
            else:
                tell(f"saying {said.number}")
        elif state.name in ("Ready", "Error") and (self._begun or state.name == "Error"):
            self._said = None
            tell(f"{'said' if self._begun else 'dropped'} {said.number}")


def main(engine: str = "") -> None:
    """With the system's engine, if none is named."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is the program's to answer
    from PySide6.QtCore import QCoreApplication, QObject, Signal
    from PySide6.QtTextToSpeech import QTextToSpeech

    class Lines(QObject):
        """Standard input, read in a thread of its own."""

        read = Signal(str)
        ended = Signal()

        def listen(self) -> None:
            with utf_8_lines() as lines:
                for line in lines:
                    self.read.emit(line)
            self.ended.emit()

    application = QCoreApplication(["hamstring-gui"])
    if not engine and not QTextToSpeech.availableEngines():
        tell(f"speechless: {NO_VOICE}")
        return
    speaker = Speaker(QTextToSpeech(engine) if engine else QTextToSpeech())
    lines = Lines()
    lines.read.connect(speaker.obey)
    lines.ended.connect(application.quit)
    speaker.set_manner(choose=True)
    threading.Thread(target=lines.listen, daemon=True).start()
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:2])
