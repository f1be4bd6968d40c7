"""What every test shares: nobody's real files, sound server or desktop is touched, and where pictures go."""

from __future__ import annotations

import faulthandler
import gc
import logging
import os
import shutil
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Collection, Iterator
from copy import deepcopy
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests import tables

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from tests.goldens import Goldens

settings.register_profile("often", deadline=None, max_examples=25)
settings.register_profile("nightly", deadline=None, max_examples=300)
settings.load_profile("often")

SaveScreen = Callable[["QImage", str], None]
ROOT = Path(__file__).resolve().parent.parent

MEMORY = Path("/dev/shm")


def _scratch_in_memory() -> None:
    """Before anybody asks where scratch files go: what a test writes need not wait for the disk."""
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 1 << 30
    if roomy and "TMPDIR" not in os.environ:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None


_scratch_in_memory()
_SCRATCH = Path(tempfile.mkdtemp(prefix="hamstring-tests-"))
_DESKTOP_VARIABLES = (
    "DBUS_SESSION_BUS_ADDRESS",
    "QT_QPA_PLATFORM",
    "QT_QPA_PLATFORMTHEME",
    "QT_SCALE_FACTOR",
    "QT_STYLE_OVERRIDE",
    "WAYLAND_DISPLAY",
)


def _leave_the_desktop_alone() -> None:
    """Before Qt is imported: scratch folders, no session bus, no sound server, one locale."""
    for name in _DESKTOP_VARIABLES:
        os.environ.pop(name, None)
    for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
        os.environ[f"XDG_{kind}_HOME"] = str(_SCRATCH / kind.lower())
    os.environ["PULSE_SERVER"] = f"unix:{_SCRATCH / 'no-sound-server'}"
    os.environ["LC_ALL"] = "C.UTF-8"
    if sys.platform.startswith("linux") and shutil.which("Xvfb") is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


_leave_the_desktop_alone()


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """It waits longer than a busy machine takes; what doesn't come takes its time to fail."""
    qtbot.waitUntil = partial(qtbot.waitUntil, timeout=30_000)
    qtbot.waitSignal = partial(qtbot.waitSignal, timeout=30_000)
    return qtbot


@pytest.fixture(scope="session")
def nightly(pytestconfig: pytest.Config) -> bool:
    """Whether there is time for all of it, and not only for some of each kind."""
    return bool(pytestconfig.getoption("--nightly"))


@pytest.fixture(scope="session", autouse=True)
def parsed_once() -> Iterator[None]:
    """The shipped files are read anew by nearly every test; what TOML makes of the same text is the same."""
    shipped = {path.read_text("utf-8") for path in (ROOT / "assets").glob("*/*.toml")}
    loads = tomllib.loads
    once = cache(loads)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            tomllib,
            "loads",
            lambda text, **options: deepcopy(once(text)) if text in shipped else loads(text, **options),
        )
        yield


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who finds another program at the data folder does not wait until it is done."""
    from hamstring_gui.storage.alone import alone

    monkeypatch.setattr(alone.__wrapped__, "__defaults__", (0.0,))


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """Whatever a test starts to log into, the next one does not."""
    root = logging.getLogger()
    level = root.level
    there = list(root.handlers)
    yield
    for handler in [one for one in root.handlers if type(one).__module__.startswith(("logging", "hamstring_gui"))]:
        if handler not in there:
            root.removeHandler(handler)
            handler.close()
    root.setLevel(level)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screens", metavar="FOLDER", help="write the pictures of the screens into FOLDER")
    parser.addoption("--thorough", action="store_true", help="also walks through everything, kills, other programs")
    parser.addoption("--nightly", action="store_true", help="also what takes long: every case, kills, faults, hours")
    parser.addoption("--refresh-goldens", action="store_true", help="make tests/goldens anew; runs their tests only")


def pytest_configure(config: pytest.Config) -> None:
    """Before any test is made with it, and while stderr is not captured."""
    settings.load_profile("nightly" if config.getoption("--nightly") else "often")
    config.stash[_STDERR] = os.dup(2)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One process, which starts sooner, where only some tests are wanted, or pictures that go into one folder;
    otherwise as many as there are cores, and one more where many tests wait."""
    if not (_only_some(config) or config.option.collectonly):
        cores = os.process_cpu_count() if sys.version_info >= (3, 13) else os.cpu_count()
        return (cores or 1) + ("thorough" not in _late(config))
    config.option.dist = "no"
    return 0


def _only_some(config: pytest.Config) -> bool:
    named = config.args_source is not config.ArgsSource.TESTPATHS
    options = config.option
    return bool(
        named or options.keyword or options.markexpr or options.refresh_goldens or config.getoption("lf", False)
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection() -> None:
    """Thousands of tests come to stay: they are not looked through for garbage, neither now nor between them."""
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Only tests with a golden picture can make one; what takes long waits for a thorough run or the night, but no
    picture that is wanted does."""
    if late := _late(config):
        waiting = [item for item in items if _has_one_of(late, item) or _is_every_other_golden(item)]
        config.hook.pytest_deselected(items=waiting)
        left_out = set(waiting)
        items[:] = [item for item in items if item not in left_out]
    if config.getoption("--refresh-goldens"):
        painters = [item for item in items if "golden" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=[item for item in items if item not in painters])
        items[:] = painters


def _late(config: pytest.Config) -> Collection[str]:
    """The marks of tests that this run leaves out."""
    if any(map(config.getoption, ("--nightly", "--screens", "--refresh-goldens"))):
        return ()
    return ("nightly",) if config.getoption("--thorough") or _only_some(config) else ("nightly", "thorough")


def _has_one_of(marks: Collection[str], item: pytest.Item) -> bool:
    return any(mark.name in marks for mark in item.iter_markers())


def _is_every_other_golden(item: pytest.Item) -> bool:
    """Of what is painted in both themes and in several sizes, each run has each theme and each size, not all pairs."""
    case = getattr(item, "callspec", None)
    if case is None or not {"golden", "theme"} <= set(getattr(item, "fixturenames", ())) or len(case.indices) < 2:
        return False
    size = max(number for name, number in case.indices.items() if name != "theme")
    return (case.indices["theme"] + size) % 2 == 1


def pytest_pycollect_makeitem(
    collector: pytest.Module | pytest.Class, name: str, obj: object
) -> list[pytest.Function] | None:
    """Where everything of the day runs, a table of cases is one test."""
    config = collector.config
    each = _only_some(config) or any(map(config.getoption, ("--nightly", "--screens")))
    return tables.whole(collector, name, obj) if name.startswith("test") and not each else None


HANGS_S = 270
"""No test takes so long, if its own mark doesn't say so; pytest's limit can't interrupt a call that never leaves Qt."""
_watched_anew_at = 0.0
_STDERR = pytest.StashKey[int]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Whoever hangs for good is told where, and ended. Each test would have a thread of its own to watch it: one is
    enough for half a minute's, but for those with a limit of their own."""
    global _watched_anew_at
    limit = item.get_closest_marker("timeout")
    if limit or time.monotonic() > _watched_anew_at:
        longest = max(HANGS_S, 60 + (limit.args[0] if limit and limit.args else 0))
        faulthandler.dump_traceback_later(longest, exit=True, file=item.config.stash[_STDERR])
        _watched_anew_at = time.monotonic() + 30
    try:
        return (yield)
    finally:
        if limit or nextitem is None:
            faulthandler.cancel_dump_traceback_later()
            _watched_anew_at = 0.0


_failed: dict[str, None] = {}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """A worker that crashed is no test that came too late (pytest-xdist's reports of one are `???`)."""
    if report.failed:
        _failed[report.nodeid if report.when in ("setup", "call", "teardown") else ""] = None


def pytest_sessionfinish(session: pytest.Session) -> None:
    """For dev.py, which looks again, alone, at what failed beside others."""
    config = session.config
    cache = getattr(config, "cache", None)
    if cache is not None and config.getoption("dist", "no") != "no" and not hasattr(config, "workerinput"):
        cache.set("hamstring/failed", list(_failed))


_changed_goldens: list[str] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if terminalreporter.config.getoption("--refresh-goldens"):
        terminalreporter.section("golden pictures")
        for line in _changed_goldens or ["All are as they were."]:
            terminalreporter.write_line(line)


def pytest_unconfigure(config: pytest.Config) -> None:
    faulthandler.cancel_dump_traceback_later()
    os.close(config.stash[_STDERR])
    shutil.rmtree(_SCRATCH, ignore_errors=True)


@pytest.fixture(scope="session")
def save_screen(pytestconfig: pytest.Config) -> SaveScreen:
    """Writes a picture, without its .png, into the folder that --screens named; without one, nothing is kept."""
    named = pytestconfig.getoption("--screens")

    def save(image: QImage, name: str) -> None:
        if named:
            path = Path(named) / f"{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            assert image.save(str(path))

    return save


@pytest.fixture(scope="session")
def assets() -> Path:
    """The shipped exercises, routines, sounds and fonts."""
    return ROOT / "assets"


@pytest.fixture(scope="session")
def golden(pytestconfig: pytest.Config) -> Goldens:
    """`golden(picture, "session/ring")` compares with tests/goldens/session/ring.png; see tests/goldens.py."""
    from tests.goldens import FOLDER, Goldens

    scratch = Path(tempfile.gettempdir()) / f"hamstring-goldens-{os.getpid()}"
    return Goldens(FOLDER, scratch, pytestconfig.getoption("--refresh-goldens"), _changed_goldens)
