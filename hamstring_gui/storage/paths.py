"""Where the program keeps its files, and where the assets lie."""

from __future__ import annotations

import os
from pathlib import Path

from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.errors import StorageError

APP = "hamstring"
HISTORY = "history.sqlite3"
BUNDLE = ".hamstring"
"""How files end that hold exercises with their pictures, and routines with the exercises they need."""
UNFINISHED = (".changeover.json", ".restoring-", ".looking-")
"""How names in the data folder begin while one's data gives way to other data, or a backup is looked at; see
`changeover`."""
RESCUED = "hamstring-rescued-"
"""How names of files begin that hold sessions which could not be written; see `rescue`."""
_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one user's files. Nothing here is created; whoever writes a file makes its folder."""

    data: Path
    config: Path
    logs: Path

    @classmethod
    def standard(cls) -> Paths:
        """The platform's folders for this user."""
        import platformdirs  # 24 ms that --data-dir need not pay

        return cls(
            data=platformdirs.user_data_path(APP, appauthor=False),
            config=platformdirs.user_config_path(APP, appauthor=False),
            logs=platformdirs.user_log_path(APP, appauthor=False),
        )

    @classmethod
    def under(cls, folder: Path) -> Paths:
        """Everything under one folder (`--data-dir`)."""
        folder = folder.absolute()
        return cls(data=folder, config=folder, logs=folder / "logs")

    @property
    def database(self) -> Path:
        return self.data / HISTORY

    @property
    def routines(self) -> Path:
        """The user's own."""
        return self.data / "routines"

    @property
    def exercises(self) -> Path:
        """The user's own."""
        return self.data / "exercises"

    @property
    def backups(self) -> Path:
        """Backups that nobody gave another place: those made by themselves, and of what gave way to other data."""
        return self.data / "backups"

    @property
    def draft(self) -> Path:
        """Of an exercise that is being written."""
        return self.data / "draft"

    @property
    def settings(self) -> Path:
        return self.config / "settings.toml"

    @property
    def kept_tables(self) -> Path:
        """What can be lost at any time; see `kept_tables`."""
        return self.data / "cache" / "tables.json"

    @property
    def own_clips(self) -> Path:
        """What says own exercises, by language; can be lost at any time, too."""
        return self.data / "cache" / "voice"

    @property
    def decoded_clips(self) -> Path:
        """Where the system can't decode clips, what another program made of them; can be lost at any time, too."""
        return self.data / "cache" / "decoded"

    @property
    def sharing(self) -> Path:
        """Which folder the history is shared through, by which device: of this machine, and in no backup."""
        return self.data / "sharing.json"

    @property
    def reminded(self) -> Path:
        """Which days had their reminder; see `reminded`."""
        return self.data / ".reminded"

    @property
    def log_file(self) -> Path:
        return self.logs / "hamstring.log"

    @property
    def assets(self) -> Path:
        """The program's own files. Raises `StorageError` when they are missing."""
        return assets_dir()


def id_of_folder(folder: Path) -> str:
    """The same for every way to name a folder, short enough for a file's or a socket's name."""
    from hamstring_gui.storage.digests import sha256

    return sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16]


def assets_dir(package: Path = _PACKAGE) -> Path:
    """The folder with exercises, routines, sounds, icons and fonts.

    It lies inside the package in an installed program, beside the package in a checkout. Raises `StorageError`.
    """
    places = (package / "assets", package.parent / "assets")
    for place in places:
        if (place / "exercises").is_dir():
            return place
    looked = " and ".join(str(place) for place in places)
    raise StorageError(f"{package}: the program's assets are missing (looked for {looked}); install it again")
