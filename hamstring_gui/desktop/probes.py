"""What this computer can do: each is tried in a process of its own, which may hang or crash and is waited for briefly.

`abilities` runs this file as a script, once for each; what it prints is what can be said of it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

MOST_S = 8.0
PROBES = ("display", "letters", "sound", "awake", "bus")
_ROOT = str(Path(__file__).resolve().parent.parent.parent)


def abilities(assets: Path) -> dict[str, str]:
    """What can be said of each: "well, …", or why not."""
    with (
        tempfile.TemporaryDirectory(prefix="hamstring-", ignore_cleanup_errors=True) as scratch,
        ThreadPoolExecutor(len(PROBES)) as pool,
    ):
        said = pool.map(partial(_asked, assets=assets, environment=_environment(scratch)), PROBES)
        return dict(zip(PROBES, said, strict=True))


def _environment(scratch: str) -> dict[str, str]:
    """That of the program, but for where libraries put cookies and caches unasked."""
    home = Path(os.path.expanduser("~"))
    found = {"XDG_DATA_HOME": str(home / ".local" / "share"), "XAUTHORITY": str(home / ".Xauthority"), **os.environ}
    elsewhere = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), scratch)
    ours = {"PYTHONPATH": _ROOT, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    return found | elsewhere | ours | {"QT_LOGGING_RULES": "*=false"}


def _asked(probe: str, assets: Path, environment: dict[str, str]) -> str:
    try:
        done = subprocess.run(
            [sys.executable, "-P", __file__, probe, str(assets)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=MOST_S,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {MOST_S:.0f} s"
    except OSError as error:
        return f"can't be asked: {error.strerror}"
    said = done.stdout.decode("utf-8", "replace").rstrip("\n").rpartition("\n")[2]
    return said or f"can't be asked (status {done.returncode})"


# -- in the process of its own -----------------------------------------------------------------------------------------
def _display(assets: Path) -> str:
    """Qt aborts where there is none."""
    where = "Wayland" if os.environ.get("WAYLAND_DISPLAY") else "X11" if os.environ.get("DISPLAY") else ""
    if sys.platform == "linux" and not (where or os.environ.get("QT_QPA_PLATFORM")):
        return "none (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    print(f"none answers ({where or os.environ.get('QT_QPA_PLATFORM', sys.platform)})", flush=True)
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(["hamstring-gui"])
    sizes = [screen.size() for screen in QGuiApplication.screens()]
    said = ", ".join(f"{size.width()}×{size.height()}" for size in sizes)
    scale = application.devicePixelRatio()
    return f"{application.platformName()}, {said or 'no screen'}, scale {scale:g}"


def _letters(assets: Path) -> str:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    application = QGuiApplication(["hamstring-gui"])  # letters need one
    there = len(QFontDatabase.families())
    ours = [QFontDatabase.addApplicationFont(str(font)) >= 0 for font in (assets / "fonts").glob("*.otf")]
    del application
    return f"{sum(ours)} of {len(ours)} of the program's own, {there} families of the system"


def _sound(assets: Path) -> str:
    import threading

    from hamstring_gui.desktop import players, sound_helper

    try:
        players.PLAY(assets / "sounds" / f"{sound_helper.UNHEARD}.wav", 0.0, threading.Event())
    except OSError as error:
        return f"none: {error}"
    return "tones can be heard"


def _awake(assets: Path) -> str:
    by = _lit_by_bus() if sys.platform == "linux" else _lit_by_wakepy()
    return f"the screen can be kept lit, by {by}" if by else "no screen is kept lit"


def _lit_by_bus() -> str:
    from hamstring_gui.desktop.bus_line import BusLine
    from hamstring_gui.desktop.lit_screen import LitScreen

    screen = LitScreen(lambda: BusLine("SESSION"))
    by = screen.keep()
    screen.let_dark()
    return by


def _lit_by_wakepy() -> str:
    from wakepy import keep

    by = ""
    with keep.presenting(on_fail="pass") as mode:
        if mode.active and mode.method:
            by = mode.method.name
    return by


def _bus(assets: Path) -> str:
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return "none"
    try:
        from jeepney.io.blocking import open_dbus_connection

        open_dbus_connection(bus="SESSION").close()
    except Exception as error:  # whatever a bus, or a library that is not there, may do
        return f"none answers ({type(error).__name__})"
    return "answers"


_BY_NAME: dict[str, Callable[[Path], str]] = {
    "display": _display, "letters": _letters, "sound": _sound, "awake": _awake, "bus": _bus
}  # fmt: skip

if __name__ == "__main__":
    print(_BY_NAME[sys.argv[1]](Path(sys.argv[2])), flush=True)
    os._exit(0)  # nothing is left to be put in order
