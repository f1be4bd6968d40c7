"""Where files are kept, and where the assets are found."""

from pathlib import Path

import pytest

from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.paths import Paths, assets_dir


def test_everything_is_under_the_folder_asked_for(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    for path in (paths.data, paths.config, paths.logs, paths.database, paths.settings, paths.log_file):
        assert path.is_relative_to(tmp_path)
    assert len({paths.database, paths.settings, paths.log_file}) == 3
    assert not list(tmp_path.iterdir())


def test_a_relative_folder_is_the_one_of_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Paths.under(Path("mine")).data == tmp_path / "mine"


def test_the_standard_folders_are_the_programs_own() -> None:
    paths = Paths.standard()
    for folder in (paths.data, paths.config, paths.logs):
        assert folder.is_absolute()
        assert "hamstring" in folder.parts


@pytest.mark.parametrize("place", ["hamstring_gui/assets", "assets"], ids=["wheel", "checkout"])
def test_assets_are_found_in_a_wheel_and_in_a_checkout(tmp_path: Path, place: str) -> None:
    (tmp_path / "hamstring_gui").mkdir()
    (tmp_path / place / "exercises").mkdir(parents=True)
    assert assets_dir(tmp_path / "hamstring_gui") == tmp_path / place


def test_in_a_wheel_another_packages_assets_are_not_ours(tmp_path: Path) -> None:
    for place in ("hamstring_gui/assets", "assets"):
        (tmp_path / place / "exercises").mkdir(parents=True)
    assert assets_dir(tmp_path / "hamstring_gui") == tmp_path / "hamstring_gui" / "assets"


def test_missing_assets_are_told_with_the_places(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    with pytest.raises(StorageError, match="assets are missing") as error:
        assets_dir(tmp_path / "hamstring_gui")
    assert str(tmp_path / "assets") in str(error.value)


def test_this_programs_assets_are_found(tmp_path: Path) -> None:
    assert (Paths.under(tmp_path).assets / "routines").is_dir()
