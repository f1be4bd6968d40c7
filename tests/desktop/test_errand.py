"""One of the program's own commands in a process beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hamstring_gui.desktop import errand
from hamstring_gui.desktop.errand import Errand
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.sharing import load_sharing, share_through


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was told to end is waited for, however busy the machine is: one that nobody waited for is a warning."""
    monkeypatch.setattr(errand, "LAST_MOMENTS_S", 60.0)


@pytest.fixture
def shared(tmp_path: Path) -> Paths:
    (tmp_path / "shared").mkdir()
    paths = Paths.under(tmp_path / "data")
    share_through(paths, tmp_path / "shared")
    return paths


def arguments(paths: Paths) -> list[str]:
    return ["share", "--for-window", "all", "--data-dir", str(paths.data)]


def test_it_does_what_the_command_does(shared: Paths, qtbot, qapp) -> None:
    one = Errand(60.0, qapp)
    with qtbot.waitSignal(one.done) as done:
        one.start(arguments(shared))
        one.start(["stats"])
        assert one.is_running
    told = json.loads(done.args[0])
    assert (told["new"], told["devices"], told["fault"]) == (0, [], "")
    assert not one.is_running
    assert load_sharing(shared).read_at
    one.deleteLater()


def test_one_that_takes_too_long_comes_to_nothing(shared: Paths, qtbot, qapp) -> None:
    one = Errand(-1.0, qapp)
    with qtbot.waitSignal(one.done) as done:
        one.start(arguments(shared))
    assert done.args == [b""]
    one.start(arguments(shared))
    one.close()
    assert not one.is_running
    one.deleteLater()


@pytest.mark.nightly
def test_one_that_is_left_behind_goes_on(shared: Paths, qtbot) -> None:
    Errand.leave_behind(arguments(shared))
    qtbot.waitUntil(lambda: load_sharing(shared).read_at != "")


@pytest.mark.nightly
def test_where_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch, qtbot, qapp) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    one = Errand(1.0, qapp)
    with qtbot.waitSignal(one.done) as done:
        one.start(["stats"])
    assert (done.args, one.is_running) == ([b""], False)
    Errand.leave_behind(["stats"])
    one.deleteLater()
