"""The system's voice: the lines of its helpers, Speech Dispatcher's protocol against a small server, Qt's mock."""

from __future__ import annotations

import os
import queue
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from hamstring_gui.desktop import speech_helper, ssip
from hamstring_gui.desktop.speech_lines import Manner, Saying, of_language
from hamstring_gui.desktop.system_voice import SystemVoice, Unspoken
from tests.conftest import ROOT

VOICES = [
    ("English (America)", "en-us"), ("German", "de"), ("Portuguese (Brazil)", "pt-br"), ("Portuguese", "pt"),
    ("English", "en"),
]  # fmt: skip
FAR = 1e9


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["English", "English (America)"]),
        ("en_US", ["English (America)", "English"]),
        ("pt_BR", ["Portuguese (Brazil)", "Portuguese"]),
        ("de", ["German"]),
        ("d", []),
        ("fr", []),
    ],
)
def test_voices_of_a_language(language: str, names: list[str]) -> None:
    assert of_language(VOICES, language) == names


@pytest.mark.parametrize(("rate", "pace"), [(1.0, 0.0), (2.0, 1.0), (0.5, -1.0), (9.0, 1.0), (0.0, -1.0)])
def test_how_fast(rate: float, pace: float) -> None:
    assert Manner().changed("rate", str(rate)).pace == pytest.approx(pace)


def test_a_line_is_read() -> None:
    assert Saying.read("3 12.5 Right leg. Go.") == Saying(3, 12.5, "Right leg. Go.")
    assert Manner().changed("language", "pt_BR").language == "pt_BR"
    assert Manner().changed("nonsense", "x") == Manner()


class Daemon:
    """Speaks SSIP on a socket as Speech Dispatcher does, and remembers what it was told."""

    def __init__(self, path: Path) -> None:
        self.told: queue.Queue[str] = queue.Queue()
        self.answers = self.begins = True
        self._message = 20
        self._open: list[socket.socket] = []
        self._listening = socket.socket(socket.AF_UNIX)
        path.parent.mkdir(parents=True)
        self._listening.bind(str(path))
        self._listening.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listening.accept()
                self._open.append(connection)
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with suppress(OSError), connection.makefile("r", encoding="utf-8", newline="\r\n") as lines:
            for line in lines:
                if self.answers:
                    self._answer(connection, line.removesuffix("\r\n"), lines)

    def _answer(self, connection: socket.socket, command: str, lines: Iterator[str]) -> None:
        def send(text: str) -> None:
            connection.sendall(text.replace("\n", "\r\n").encode())

        if command == "LIST SYNTHESIS_VOICES":
            listed = [*VOICES, ("German+Adam", "de")]
            send("".join(f"249-{name}\t{code}\tnone\n" for name, code in listed) + "249 OK VOICE LIST SENT\n")
        elif command == "SPEAK":
            send("230 OK RECEIVING DATA\n")
            self.told.put("SPEAK " + "|".join(iter(lambda: next(lines).removesuffix("\r\n"), ".")))
            self._message += 1
            send(f"225-{self._message}\n225 OK MESSAGE QUEUED\n")
            if self.begins:
                self.event("701", "BEGIN")
        else:
            self.told.put(command)
            send("208 OK\n")

    def event(self, number: str, name: str) -> None:
        for connection in self._open:
            with suppress(OSError):
                connection.sendall(f"{number}-{self._message}\r\n{number}-1\r\n{number} {name}\r\n".encode())

    def hears(self, command: str) -> None:
        """Wait until it was told that."""
        while self.told.get(timeout=60) != command:
            pass

    def forget(self) -> None:
        while not self.told.empty():
            self.told.get()

    def close(self) -> None:
        for each in (self._listening, *self._open):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()


class Helper:
    """The helper's Speaker, led line by line, and what it answers."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._lines: queue.Queue[str | None] = queue.Queue()
        self.answers: queue.Queue[str] = queue.Queue()
        monkeypatch.setattr(speech_helper, "tell", self.answers.put)
        self.speaker = speech_helper.Speaker()
        self._thread = threading.Thread(target=lambda: self.speaker.obey(iter(self._lines.get, None)))
        self._thread.start()

    def send(self, *lines: str) -> None:
        for line in lines:
            self._lines.put(f"{line}\n")

    def answer(self) -> str:
        return self.answers.get(timeout=60)

    def close(self) -> None:
        self._lines.put(None)
        self._thread.join()


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the daemon's socket would be: a short path, since those of sockets are."""
    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("there are no local sockets here")
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.delenv("SPEECHD_ADDRESS", raising=False)
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        monkeypatch.setattr(ssip, "ANSWER_S", 60.0)
        monkeypatch.setattr(ssip.shutil, "which", lambda command: None)
        yield Path(folder) / "speech-dispatcher" / "speechd.sock"


@pytest.fixture
def daemon(place: Path) -> Iterator[Daemon]:
    daemon = Daemon(place)
    yield daemon
    daemon.close()


@pytest.fixture
def helper(place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Helper]:
    helper = Helper(monkeypatch)
    yield helper
    helper.close()


def test_it_speaks_and_tells_when(daemon: Daemon, helper: Helper) -> None:
    helper.send("language pt_BR", "rate 2", "volume 0.75", f"say 7 {FAR} .Olá,  aí.")
    for command in ("SET self NOTIFICATION ALL on", "SET self LANGUAGE pt-br", "SET self RATE 100",
                    "SET self VOLUME 50", "SPEAK ..Olá, aí."):  # fmt: skip
        daemon.hears(command)
    answers = [helper.answer(), helper.answer()]
    if (
        "saying 7" not in answers
    ):  # it is told again that it speaks, where its voices were known before the language was
        answers.append(helper.answer())
    assert set(answers) == {"speaks", "saying 7"}
    daemon.event("702", "END")
    while (answer := helper.answer()) == "speaks":
        pass
    assert answer == "said 7"


def spoken(helper: Helper) -> None:
    """Have it say something, and wait until it is ready and says it."""
    helper.send(f"say 1 {FAR} One.")
    assert {helper.answer(), helper.answer()} == {"speaks", "saying 1"}


def test_hush_cancels_and_a_new_one_cuts(daemon: Daemon, helper: Helper) -> None:
    spoken(helper)
    helper.send("hush")
    daemon.hears("CANCEL self")
    assert helper.answer() == "said 1"
    helper.send(f"say 2 {FAR} Two.")
    assert helper.answer() == "saying 2"
    helper.send(f"say 3 {FAR} Three.")
    daemon.hears("CANCEL self")
    assert [helper.answer(), helper.answer()] == ["said 2", "saying 3"]


def test_what_is_late_is_dropped_before_and_after_the_daemon_had_it(daemon: Daemon, helper: Helper) -> None:
    spoken(helper)
    daemon.event("702", "END")
    assert helper.answer() == "said 1"
    helper.send(f"say 2 {time.monotonic() - 1} Late.")
    assert helper.answer() == "dropped 2"
    daemon.begins = False
    now = time.monotonic()
    helper.send(f"say 3 {now + 500} It waits for another program's message.")
    daemon.hears("SPEAK It waits for another program's message.")
    helper.speaker.now = lambda: now + 501
    daemon.event("701", "BEGIN")
    daemon.hears("CANCEL self")
    assert helper.answer() == "dropped 3"


def test_what_something_newer_waits_for_is_never_said(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[str] = []
    monkeypatch.setattr(speech_helper, "tell", answers.append)
    speaker = speech_helper.Speaker()
    speaker._newest = 2
    speaker._do("say", f"1 {FAR} One.", 1)
    assert answers == ["dropped 1"]


def test_a_daemon_that_hangs_is_told_of(daemon: Daemon, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ssip, "ANSWER_S", 0.05)
    daemon.answers = False
    helper = Helper(monkeypatch)
    helper.send(f"say 1 {FAR} One.")
    assert {helper.answer(), helper.answer(), helper.answer()} == {"speechless: no answer", "dropped 1"}
    helper.close()


def test_a_daemon_that_goes_away_is_told_of(daemon: Daemon, helper: Helper) -> None:
    spoken(helper)
    daemon.close()
    assert [helper.answer(), helper.answer()] == ["dropped 1", "speechless: no answer"]


def test_without_speech_dispatcher_it_says_that_it_is_not_installed(helper: Helper) -> None:
    helper.send(f"say 1 {FAR} One.")
    assert helper.answer() == "speechless: not installed"
    assert {helper.answer(), helper.answer()} == {"dropped 1", "speechless: not installed"}


def test_no_voice_for_a_language_is_told_of(daemon: Daemon, helper: Helper) -> None:
    spoken(helper)
    helper.send("language fr")
    assert helper.answer() == "speechless: no voice"
    helper.send("language de")
    assert helper.answer() == "speaks"


def test_the_helper_by_itself_speaks_and_ends_whatever_the_locale(daemon: Daemon) -> None:
    command = [sys.executable, "-P", str(ROOT / "hamstring_gui" / "desktop" / "speech_helper.py")]
    environment = os.environ | {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment) as process:
        assert process.stdin is not None
        process.stdin.write(f"say 1 {FAR} Olá, čtyři.\n".encode())
        process.stdin.flush()
        daemon.hears("SPEAK Olá, čtyři.")
        process.stdin.close()
        assert process.wait(20) == 0


@pytest.mark.nightly
def test_qt_speaks_by_the_same_lines() -> None:
    """Its mock of an engine takes a moment for each word."""
    command = [sys.executable, "-P", str(ROOT / "hamstring_gui" / "desktop" / "qt_speech_helper.py"), "mock"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, bufsize=1) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def answer() -> str:
            return process.stdout.readline().strip() if process.stdout else ""

        assert answer() == "speaks"
        process.stdin.write(f"say 1 {FAR} One.\nsay 2 {time.monotonic() - 1} Late.\n")
        assert [answer() for _ in range(3)] == ["saying 1", "said 1", "dropped 2"]
        process.stdin.write(f"say 3 {FAR} Two words.\n")
        assert [answer(), answer()] == ["saying 3", "said 3"]
        process.stdin.write("language tlh\n")
        assert answer() == "speechless: no voice"
        process.stdin.close()
        assert process.wait(20) == 0


def test_the_program_hears_what_the_system_can_say(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("hamstring_gui.desktop.helper.Helper.start", lambda helper: said.append("start"))
    monkeypatch.setattr("hamstring_gui.desktop.helper.Helper.is_running", property(lambda helper: "start" in said))
    monkeypatch.setattr("hamstring_gui.desktop.helper.Helper.send", lambda helper, line: said.append(line))
    known, heard = list[Unspoken | None](), list[str]()
    system = SystemVoice(lambda: known.append(system.why_not))
    system.heard = heard.append
    system.set_language("de")
    system.prepare()
    assert said == ["language de", "start", "language de"]
    assert not system.can_speak
    for line in ("speaks", "saying 3", "said 3", "speechless: no answer", "speechless: no answer"):
        system._helper.line_read.emit(line)
    assert not system.can_speak
    assert known == [None, Unspoken.NO_ANSWER]
    system.say(4, 12.0, "Zeile\neins")
    assert said[-2:] == ["prepare", "say 4 12.000 Zeile eins"]
    system._helper.ended.emit()
    assert heard == ["saying 3", "said 3", "dropped 4"]
