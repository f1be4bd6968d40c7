"""The entry by which the system starts `hamstring-gui remind` when one logs in: as each system wants it.

On Linux and macOS it is a file, on Windows a value of the registry. Standard library only.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

NAME = "hamstring-gui-remind"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_HARMLESS = re.compile(r"[\w@%+=:,./-]+")
_ESCAPED = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Autostart:
    """The entry for one folder of data: `which` is "" for the user's usual one. Methods raise `OSError`."""

    def __init__(self, command: Sequence[str], folder: Path, which: str = "") -> None:
        """`command` is run in `folder`."""
        self._command, self._folder = tuple(command), folder
        self._name = f"{NAME}-{which}" if which else NAME

    def is_there(self) -> bool:
        """Whether the system starts it; not where the user switched that off by other means."""
        if sys.platform == "win32":
            return _in_registry(self._name) is not None
        with suppress(OSError, UnicodeDecodeError):
            return not re.search(r"^(Hidden=true|X-GNOME-Autostart-enabled=false)", self.file.read_text("utf-8"), re.M)
        return False

    def put(self) -> None:
        """Make the entry, or make it anew: the program may have moved."""
        if sys.platform == "win32":
            _to_registry(self._name, subprocess.list2cmdline(self._command))
        elif (text := self.text().encode("utf-8", "surrogateescape")) != self._lies_there():
            self._write(text)

    def _lies_there(self) -> bytes | None:
        with suppress(OSError):
            return self.file.read_bytes()
        return None

    def _write(self, text: bytes) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        beside = self.file.with_name(f".{self.file.name}.new")
        beside.write_bytes(text)
        os.replace(beside, self.file)

    def remove(self) -> None:
        """Harmless where there is none."""
        if sys.platform == "win32":
            _to_registry(self._name, None)
        else:
            self.file.unlink(missing_ok=True)

    @property
    def file(self) -> Path:
        """Where it lies, but for Windows."""
        if sys.platform == "darwin":
            return Path.home() / "Library" / "LaunchAgents" / f"{self._name}.plist"
        return config_home(os.environ) / "autostart" / f"{self._name}.desktop"

    def text(self) -> str:
        if sys.platform == "darwin":
            return launch_agent(self._name, self._command, self._folder)
        return desktop_entry(self._command, self._folder)


def config_home(environment: Mapping[str, str]) -> Path:
    """Where desktops look for entries; a relative path there means nothing (XDG Base Directory)."""
    given = environment.get("XDG_CONFIG_HOME", "")
    return Path(given) if os.path.isabs(given) else Path.home() / ".config"


def desktop_entry(command: Sequence[str], folder: Path) -> str:
    """An entry of the XDG autostart specification. The delay lets a desktop come up that shows notifications."""
    line = " ".join(map(quoted, command))
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Version=1.0\n"
        "Name=Hamstring reminder\n"
        "Comment=Reminds you of stretching while Hamstring is closed\n"
        f"Exec={line}\n"
        f"Path={_as_value(str(folder))}\n"
        "Icon=hamstring-gui\n"
        "Terminal=false\n"
        "NoDisplay=true\n"
        "X-GNOME-Autostart-Delay=10\n"
    )


def quoted(argument: str) -> str:
    """One argument of `Exec`: in quotes where need be, and then as every value is written."""
    argument = argument.replace("%", "%%")
    if not _HARMLESS.fullmatch(argument):
        argument = '"' + re.sub(r'(["`$\\])', r"\\\1", argument) + '"'
    return _as_value(argument)


def _as_value(text: str) -> str:
    return "".join(_ESCAPED.get(letter, letter) for letter in text)


def launch_agent(label: str, command: Sequence[str], folder: Path) -> str:
    """A property list of launchd."""
    from plistlib import dumps

    return dumps(
        {"Label": label, "ProgramArguments": [*command], "WorkingDirectory": str(folder), "RunAtLoad": True}
    ).decode()


def _in_registry(name: str) -> str | None:
    import winreg  # of Windows only

    with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:  # type: ignore[attr-defined]
        return str(winreg.QueryValueEx(key, name)[0])  # type: ignore[attr-defined]
    return None


def _to_registry(name: str, command: str | None) -> None:
    import winreg

    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:  # type: ignore[attr-defined]
        if command is not None:
            winreg.SetValueEx(key, name, 0, winreg.REG_SZ, command)  # type: ignore[attr-defined]
        else:
            with suppress(FileNotFoundError):
                winreg.DeleteValue(key, name)  # type: ignore[attr-defined]
