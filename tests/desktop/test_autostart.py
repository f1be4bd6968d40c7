"""The entry by which the system starts what waits to remind, on each system."""

from __future__ import annotations

import plistlib
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from hamstring_gui.desktop import autostart
from hamstring_gui.desktop.autostart import Autostart, config_home

COMMANDS = [
    ["/usr/bin/hamstring-gui", "remind"],
    ["/opt/Ann Lee/my data/python", "-m", "hamstring_gui", "--data-dir", "/opt/Ann Lee/it's 100%", "remind"],
    ['/a"b', "`c`", "$HOME", "d\\e", "f\\\\", "%f", "%%", "", "~", "#g", "h;i&j|k", "(l)", "<m>", "*?", "ü ж"],
    ["/new\nline", "tab\tbed", "\r"],
]


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


def value_of(text: str, key: str) -> str:
    """As the Desktop Entry specification reads a value of type string."""
    (line,) = re.findall(rf"^{key}=(.*)$", text, re.MULTILINE)
    known = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    return re.sub(r"\\(.)", lambda found: known[found[1]], line)


def arguments_of(line: str) -> list[str]:
    """As the specification reads the value of `Exec`: quotes, what is escaped in them, and field codes."""
    found = []
    for quoted, plain in re.findall(r'"((?:[^"\\`$]|\\["`$\\])*)"|([^\s"\'\\<>~|&;$*?#()`]+)', line):
        argument = plain or re.sub(r"\\(.)", r"\1", quoted)
        assert not re.search(r"(?<!%)(?:%%)*%(?!%)", argument), "that is a field code"
        found.append(argument.replace("%%", "%"))
    return found


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_started_is_the_command_whatever_is_in_its_paths(config: Path, command: list[str]) -> None:
    entry = Autostart(command, Path("/some where\\else"))
    entry.put()
    text = entry.file.read_text("utf-8")
    assert entry.file == config / "autostart" / "hamstring-gui-remind.desktop"
    assert text.startswith("[Desktop Entry]\nType=Application\n")
    assert arguments_of(value_of(text, "Exec")) == command
    assert value_of(text, "Path") == "/some where\\else"
    assert [line for line in text.splitlines()[1:] if not re.fullmatch(r"[\w-]+=.*", line)] == []


def test_it_comes_and_goes_and_is_gone_where_it_was_switched_off(config: Path) -> None:
    entry, other = Autostart(["/one", "remind"], Path("/")), Autostart(["/one", "remind"], Path("/"), "0123")
    assert not entry.is_there()
    entry.put()
    assert (entry.is_there(), other.is_there()) == (True, False), "each folder of data has its own"
    written = entry.file.stat()
    entry.put()
    assert entry.file.stat().st_ino == written.st_ino, "it was right already"
    for line in ("Hidden=true", "X-GNOME-Autostart-enabled=false"):
        entry.file.write_text(f"{entry.text()}{line}\n")
        assert not entry.is_there()
    entry.remove()
    entry.remove()
    assert list(entry.file.parent.iterdir()) == []


def test_where_desktops_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for given in ({}, {"XDG_CONFIG_HOME": ""}, {"XDG_CONFIG_HOME": "relative"}):
        assert config_home(given) == tmp_path / ".config"
    assert config_home({"XDG_CONFIG_HOME": "/x"}) == Path("/x")


def test_on_macos_launchd_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))
    entry = Autostart(COMMANDS[1], Path("/where"))
    entry.put()
    read = plistlib.loads((tmp_path / "Library/LaunchAgents/hamstring-gui-remind.plist").read_bytes())
    assert read == {
        "Label": "hamstring-gui-remind", "ProgramArguments": COMMANDS[1], "WorkingDirectory": "/where",
        "RunAtLoad": True,
    }  # fmt: skip
    assert entry.is_there()
    entry.remove()
    assert not entry.is_there()


def test_on_windows_it_is_a_value_of_the_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    values: dict[str, str] = {}

    class Key:
        def __enter__(self) -> Key:
            return self

        def __exit__(self, *_: object) -> None: ...

    def query(_: Key, name: str) -> tuple[str, int]:
        if name not in values:
            raise FileNotFoundError(name)
        return values[name], 1

    registry = SimpleNamespace(
        HKEY_CURRENT_USER=1, REG_SZ=1, OpenKey=lambda *_: Key(), CreateKey=lambda *_: Key(), QueryValueEx=query,
        SetValueEx=lambda _key, name, _zero, _kind, value: values.__setitem__(name, value),
        DeleteValue=lambda _key, name: values.pop(name),
    )  # fmt: skip
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(autostart.sys, "platform", "win32")
    entry = Autostart([r"C:\Program Files\Python\pythonw.exe", "-m", "hamstring_gui", "remind"], Path("/"))
    assert not entry.is_there()
    entry.put()
    assert values == {"hamstring-gui-remind": r'"C:\Program Files\Python\pythonw.exe" -m hamstring_gui remind'}
    assert entry.is_there()
    entry.remove()
    assert not entry.is_there()
