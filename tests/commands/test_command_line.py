"""The command line: what the window is opened with, and how a problem is told."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import hamstring_gui
from hamstring_gui.commands.command_line import INTERRUPTED, PROBLEM, USAGE, main
from hamstring_gui.program.opening import Opening
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.paths import Paths

ROUTINE = 'name = "Two seconds"\nitems = [{exercise = "band-hamstring-stretch", hold_s = 2}]\n'
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Opening]:
    """The options of every window that is opened, in place of the window."""
    windows: list[Opening] = []

    def run(options: Opening) -> int:
        windows.append(options)
        return 0

    app = ModuleType("hamstring_gui.app")
    app.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "hamstring_gui.app", app)
    monkeypatch.setattr(hamstring_gui, "app", app, raising=False)
    return windows


def test_without_arguments_the_window_opens_as_it_was(opened: list[Opening]) -> None:
    assert main([]) == 0
    (options,) = opened
    assert options.paths == Paths.standard()
    assert (options.start, options.start_requested, options.fullscreen, options.theme) == (None, False, False, None)
    assert set(options.shelf.routines) >= {"daily-band-stretch", "legs-up-the-wall"}
    assert set(options.shelf.exercises) >= {"band-hamstring-stretch", "legs-up-the-wall"}


def test_everything_asked_for_reaches_the_window(opened: list[Opening], tmp_path: Path) -> None:
    file = tmp_path / "two.toml"
    file.write_text(ROUTINE)
    assert main(["--data-dir", str(tmp_path), "--fullscreen", "--theme", "dark", "--start", str(file)]) == 0
    (options,) = opened
    assert options.paths == Paths.under(tmp_path)
    assert (options.fullscreen, options.theme, options.start_requested) == (True, "dark", True)
    assert options.start is not None
    assert (options.start.id, options.start.items[0].dose.hold_s) == ("two", 2.0)


@pytest.mark.parametrize(
    ("arguments", "routine"),
    [
        (["--start"], None),
        (["--start", "--fullscreen"], None),
        (["--start", "legs-up-the-wall"], "legs-up-the-wall"),
        (["--start", "daily band STRETCH"], "daily-band-stretch"),
        (["--start=Legs up the wall"], "legs-up-the-wall"),
    ],
)
def test_a_session_can_begin_at_once(opened: list[Opening], arguments: list[str], routine: str | None) -> None:
    assert main(arguments) == 0
    (options,) = opened
    assert options.start_requested
    assert (options.start.id if options.start else None) == routine


def test_a_session_of_a_routine_of_one_s_own_can_begin_at_once(opened: list[Opening], tmp_path: Path) -> None:
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "mine.toml").write_text(ROUTINE.replace("name = ", 'name = "Evening" #', 1))
    changed = ROUTINE.replace("name = ", 'name = "Daily band stretch" #', 1)
    (tmp_path / "routines" / "daily-band-stretch.toml").write_text(changed)
    for words, routine_id in (("evening", "mine"), ("daily band stretch", "daily-band-stretch")):
        assert main(["--data-dir", str(tmp_path), "--start", words]) == 0
        start = opened.pop().start
        assert start is not None
        assert (start.id, start.items[0].dose.hold_s) == (routine_id, 2.0)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--start", "nothing"], '"nothing": there is no such routine; known: daily-band-stretch, '),
        (["--start", "nowhere.toml"], "nowhere.toml: there is no such file"),
        (["--start", "."], ".: this is not a file"),
        (["--start", "bad.toml"], "bad.toml: items 1, sets: must be at least 1 and at most 50; it is 51"),
        (["--start", "no.toml"], "no.toml: this is not TOML: "),
        (["--theme", "pink"], "argument --theme: invalid choice: 'pink'"),
        (["--data-dir"], "argument --data-dir: expected one argument"),
        (["--data-dir", ""], "argument --data-dir: DIR must not be empty"),
        (["--full"], "unrecognized arguments: --full"),
        (["exprot"], "argument COMMAND: invalid choice: 'exprot'"),
        (["export", "--fullscreen"], "unrecognized arguments: --fullscreen"),
        (["--theme", "dark", "export"], "--start, --fullscreen and --theme belong to the window"),
        (["--start", "x", "export"], "--start, --fullscreen and --theme belong to the window"),
    ],
)
def test_nonsense_is_refused_in_one_sentence_before_any_window(
    opened: list[Opening],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.toml").write_text(ROUTINE.replace("hold_s = 2", "sets = 51"))
    Path("no.toml").write_text("name =")
    assert main(arguments) == USAGE
    out, err = capsys.readouterr()
    assert err.startswith(f"hamstring-gui: {sentence}")
    assert (err.count("\n"), out, opened) == (1, "", [])


def test_a_sentence_is_one_line_whatever_is_in_it(opened: list[Opening], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--start", "a\nb\x1b[31m"]) == USAGE
    assert capsys.readouterr().err.startswith('hamstring-gui: "a?b?[31m": there is no such routine')


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (StorageError("x.sqlite3: the disk is full"), PROBLEM, "hamstring-gui: x.sqlite3: the disk is full\n"),
        (KeyboardInterrupt(), INTERRUPTED, ""),
    ],
)
def test_what_ends_the_window_is_told(
    opened: list[Opening],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    status: int,
    said: str,
) -> None:
    def run(options: Opening) -> int:
        raise error

    monkeypatch.setattr("hamstring_gui.app.run", run)
    assert main([]) == status
    assert capsys.readouterr().err == said


def test_a_machine_without_qts_libraries_is_told(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text(
        'raise ImportError("libEGL.so.1 is missing", name="PySide6.QtGui")'
    )
    code = (
        "import sys, types; sys.path.insert(0, sys.argv[1])\n"
        "class Finder:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'hamstring_gui.app':\n"
        "            import PySide6\n"
        "sys.meta_path.insert(0, Finder())\n"
        "from hamstring_gui.commands.command_line import main; sys.exit(main([]))"
    )
    repository = Path(hamstring_gui.__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, cwd=repository)
    assert done.stderr == "hamstring-gui: the window can't be opened: libEGL.so.1 is missing\n"
    assert done.returncode == PROBLEM


@pytest.mark.parametrize("arguments", [["--help"], ["export", "--help"], ["--version"]])
def test_help_and_version(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(arguments)
    out, err = capsys.readouterr()
    assert (out.splitlines()[0].startswith(("usage: hamstring-gui", "hamstring-gui 0.")), err) == (True, "")
    assert arguments != ["--version"] or out == f"hamstring-gui {hamstring_gui.__version__}\n"
