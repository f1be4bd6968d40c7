"""Everything a developer types: python3 dev.py run | test | check | screens | goldens | bench.

Each makes .venv if needed, installs what is missing, then does its job; a second run starts at once.
Standard library only, and readable by any Python 3.7, so that an older one gets a sentence and no traceback.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 -- whoever runs this with an older one is who it is for
    sys.exit("Hamstring needs Python 3.11 or newer; this is %d.%d. Try: python3.13 dev.py run" % sys.version_info[:2])  # noqa: UP031

ROOT = Path(__file__).resolve().parent
VENV = ROOT / os.environ.get("HAMSTRING_VENV", ".venv")  # another folder for another Python
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "hamstring-stamp.txt"
REFUSED = VENV / "system-packages-not-installed.txt"
FAILED = ROOT / ".pytest_cache" / "v" / "hamstring" / "failed"  # by tests/conftest.py

# Debian and Ubuntu packages by what they are for; "a|b" is whichever of them this release has.
BASE = (
    "libglib2.0-0t64|libglib2.0-0 libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libgssapi-krb5-2 "
    "fonts-dejavu-core libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libx11-xcb1"
)
WINDOW = {
    "opening a window": BASE,
    "the tones": "libpulse0 libxrandr2",
    "a screen that stays lit on X11": "libxss1",
    "Wayland": "libwayland-cursor0 libwayland-egl1",
}
SCREEN = {"windows on a virtual screen": "xvfb xauth"}
BUS = {"tests of keeping the screen awake": "dbus-daemon|dbus"}
# Where there is no apt, what to say once. From memory of those systems' package names; nothing is run.
ELSEWHERE = {
    "dnf": "sudo dnf install mesa-libEGL mesa-libGL xcb-util-cursor xcb-util-wm xcb-util-keysyms libxkbcommon-x11 "
    "libXrandr libXScrnSaver pulseaudio-libs xorg-x11-server-Xvfb xorg-x11-xauth",
    "pacman": "sudo pacman -S --needed libglvnd xcb-util-cursor xcb-util-wm xcb-util-keysyms libxkbcommon-x11 "
    "libxrandr libxss libpulse xorg-server-xvfb xorg-xauth",
}

USAGE = """Usage: python3 dev.py COMMAND [ARGUMENT...]

  run [ARGUMENT...]    start the program; the arguments are the program's
  test [ARGUMENT...]   check, then the tests; the arguments are pytest's; --thorough: also walks through everything and
                       what waits for other programs, as CI does; --nightly: also what takes hours
  check                format, lint, types
  screens              make the pictures in docs/screenshots
  goldens [WHICH...]   make the pictures in tests/goldens anew where they differ, and show old beside new
  bench [NAME...]      measure against the budgets; NAME is a file in benchmarks/"""


def main(arguments: list[str]) -> int:
    commands = {"run": run, "test": test, "check": check, "screens": screens, "goldens": goldens, "bench": bench}
    name, *rest = arguments or ["--help"]
    if name in ("-h", "--help", "help"):
        print(USAGE)
        return 0
    if name not in commands:
        print(f"There is no command {name!r}.\n\n{USAGE}", file=sys.stderr)
        return 2
    os.chdir(ROOT)
    return commands[name](rest)


def run(arguments: list[str]) -> int:
    prepare(WINDOW)
    if arguments[:1] == ["--"]:
        arguments = arguments[1:]
    command = [str(PYTHON), "-m", "hamstring_gui", *arguments]
    if not WINDOWS:  # where exec returns to the prompt at once
        sys.stdout.flush()
        os.execv(command[0], command)
    return call(command)


def test(arguments: list[str]) -> int:
    prepare({**WINDOW, **SCREEN, **BUS})
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each worker, and each program a test starts, would compile it all
    return lint_and_types() or tests(arguments)


def tests(arguments: list[str]) -> int:
    """pytest's exit status. Where thousands ran beside one another and at most three failed, those are run again alone:
    what came too late on a busy machine is named and passes, what is broken fails once more (docs/adr/0055)."""
    FAILED.unlink(missing_ok=True)
    status = call([PYTHON, "-m", "pytest", *arguments])
    failed = json.loads(FAILED.read_text("utf-8")) if FAILED.exists() else []
    if status != 1 or not all(failed) or not 1 <= len(failed) <= 3:
        return status
    print("\nOnce more, alone:", *failed, sep="\n  ", flush=True)
    night = [word for word in arguments if word == "--nightly"]
    again = call([PYTHON, "-m", "pytest", *night, *failed])
    if again == 0:
        print("Unsteady, to be mended: failed beside others, passed alone:", *failed, sep="\n  ", flush=True)
    return again


def check(arguments: list[str]) -> int:
    prepare({})
    return lint_and_types()


def screens(arguments: list[str]) -> int:
    prepare({**WINDOW, **SCREEN})
    return call([PYTHON, "-m", "pytest", "-m", "screens", "--nightly", "--screens=docs/screenshots", *arguments])


def goldens(arguments: list[str]) -> int:
    prepare({**WINDOW, **SCREEN})
    return call([PYTHON, "-m", "pytest", "--refresh-goldens", *arguments])


def bench(arguments: list[str]) -> int:
    prepare({**WINDOW, **SCREEN})
    return call([PYTHON, "-m", "benchmarks", *arguments])


def lint_and_types() -> int:
    """Exit status of the first of the three that found something; all three run, so that one run shows everything."""
    ruff: list[str | Path] = [PYTHON, "-m", "ruff"]
    statuses = [
        call([*ruff, "format", "--check", "."]),
        call([*ruff, "check", "."]),
        call([PYTHON, "-m", "mypy"]),
    ]
    return next((status for status in statuses if status), 0)


def call(command: Sequence[str | Path]) -> int:
    """Run it and hand back its exit status; Ctrl+C is the child's to answer."""
    with subprocess.Popen([str(word) for word in command]) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue


# --- what is missing -------------------------------------------------------------------------------------------------


def prepare(system: dict[str, str]) -> None:
    """Afterwards .venv holds the program, its libraries and the tools, and the system what was asked for, if it can."""
    if sys.platform.startswith("linux"):
        install_system_packages(system)
    fingerprint = current_fingerprint()
    if is_stamped(fingerprint):
        return
    made_for = STAMP.read_text().split()[:1] if STAMP.exists() else []
    if made_for != fingerprint.split()[:1] or not has_pip():  # an older or half-made environment: from the beginning
        make_environment()
    if not install_python_packages():
        sys.exit("The Python packages could not be installed; what went wrong is above. The next run tries again.")
    STAMP.write_text(fingerprint)
    for manager, command in ELSEWHERE.items():
        if shutil.which(manager) and not shutil.which("apt-get"):
            print(f"If no window opens, Qt lacks libraries of the system's. To install them: {command}", flush=True)


def current_fingerprint() -> str:
    """What the environment depends on: this Python, this folder, and pyproject.toml."""
    python = hashlib.sha256(f"{sys.version} {sys.base_prefix} {ROOT}".encode()).hexdigest()[:16]
    return f"{python} {hashlib.sha256((ROOT / 'pyproject.toml').read_bytes()).hexdigest()}\n"


def is_stamped(fingerprint: str) -> bool:
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text() == fingerprint


def has_pip() -> bool:
    return PYTHON.exists() and subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0


def make_environment() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        package = "python%d.%d-venv" % sys.version_info[:2]  # noqa: UP031
        if not install_system_packages({"virtual environments": package}):
            sys.exit(f"This Python can't make virtual environments; Debian's and Ubuntu's package {package} adds that.")
    print(f"Making a virtual environment in {VENV.name} ...", flush=True)
    python = getattr(sys, "_base_executable", sys.executable)  # never the one that is about to be replaced
    if subprocess.call([python, "-m", "venv", "--clear", str(VENV)]):
        sys.exit("The virtual environment could not be made; what went wrong is above.")


def install_python_packages() -> bool:
    print(f"Installing the program, its libraries and the tools into {VENV.name} ...", flush=True)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check"]
    return subprocess.call([*pip, "install", "--quiet", "--editable", f"{ROOT}[dev]"]) == 0


def install_system_packages(wanted: dict[str, str]) -> bool:
    """Debian and Ubuntu: install what is missing, saying what and why, and whether everything is there now.

    Asked for and refused once, the same packages are not asked for again: then only the command is shown.
    """
    missing = missing_packages(wanted)
    if not missing or not shutil.which("apt-get"):
        return not missing
    for reason, names in missing.items():
        print(f"Missing for {reason}: {', '.join(names)}.", flush=True)
    choices = [name for names in missing.values() for name in names]
    asked = " ".join(choices)
    refused = REFUSED.exists() and REFUSED.read_text() == asked
    if refused or not apt_install(choices):
        plain = " ".join(choice.split("|")[-1] for choice in choices)
        print(f"Going on without. To install them: sudo apt-get install --no-install-recommends {plain}", flush=True)
        if VENV.exists():
            REFUSED.write_text(asked)
        return False
    REFUSED.unlink(missing_ok=True)
    return not missing_packages(wanted)


def missing_packages(wanted: dict[str, str]) -> dict[str, list[str]]:
    """By reason, the choices of which nothing is installed; nothing where there is no dpkg."""
    names = [name for choices in wanted.values() for choice in choices.split() for name in choice.split("|")]
    if not names or not shutil.which("dpkg-query"):
        return {}
    query = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *names]
    lines = subprocess.run(query, capture_output=True, text=True, check=False).stdout.splitlines()
    there = {line.split()[0] for line in lines if line.endswith(" installed")}
    missing = {
        reason: [choice for choice in choices.split() if there.isdisjoint(choice.split("|"))]
        for reason, choices in wanted.items()
    }
    return {reason: choices for reason, choices in missing.items() if choices}


def apt_install(choices: list[str]) -> bool:
    """Whether apt installed one package of each choice; the package lists are fetched only where they don't have it."""
    if os.geteuid() == 0:
        root = []
    elif shutil.which("sudo"):
        root = ["sudo"] if sys.stdin.isatty() else ["sudo", "--non-interactive"]
    else:
        return False
    names = known_names(choices)
    if len(names) < len(choices):
        print("Fetching the package lists ...", flush=True)
        subprocess.call([*root, "apt-get", "update", "--quiet=2"])  # a broken foreign source is no reason to stop
        names = known_names(choices)
    if len(names) < len(choices):
        return False
    print(f"Installing {', '.join(names)} with apt-get ...", flush=True)
    quiet = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes", "--quiet=2"]
    return subprocess.call([*quiet, "--no-install-recommends", *names]) == 0


def known_names(choices: list[str]) -> list[str]:
    """For each choice the first of its packages that this release's lists have; none for a choice they don't know."""
    names = []
    for choice in choices:
        for name in choice.split("|"):
            show = subprocess.run(["apt-cache", "show", name], capture_output=True, check=False)
            if show.returncode == 0 and show.stdout:
                names.append(name)
                break
    return names


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
