"""What the person has chosen for the window: read at the start, kept in the home folder."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from atlasview.home.folder import user_folder
from atlasview.home.settings import BY_KEY
from atlasview.home.settings_file import read_settings, write_settings
from atlasview.records.trouble import Trouble

READY = "Ready. Nothing is sent or fetched: AtlasView opens no network connection."
"""What the status bar says while nothing else is to be said."""

Kind = TypeVar("Kind")


class Value(Generic[Kind]):
    """A setting as an attribute, by its key in `home.settings`."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __get__(self, settings: "Settings", owner: type["Settings"]) -> Kind:
        value: Kind = settings[self.key]
        return value

    def __set__(self, settings: "Settings", value: Kind) -> None:
        settings[self.key] = value


class Folder:
    """A setting that is a folder; the person's own where none is kept, or the kept one has gone."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __get__(self, settings: "Settings", owner: type["Settings"]) -> Path:
        kept = Path(settings[self.key] or user_folder())
        return kept if kept.is_dir() else user_folder()

    def __set__(self, settings: "Settings", value: Path) -> None:
        settings[self.key] = str(value.absolute())


class Settings:
    """The settings of this window by their keys, the usual ones also as attributes.

    home         folder where they are kept, None for none
    keeps        whether changes are written there
    trouble      what was wrong with those that were kept
    save_folder  where the last file was saved, and where the next one is offered
    """

    theme = Value[str]("theme")
    text_scale = Value[float]("text-size")
    welcome = Value[bool]("welcome")
    save_folder = Folder("save-folder")
    atlas_folder = Folder("atlas-folder")
    data_folder = Folder("data-folder")

    def __init__(self, home: Path | None = None, **given: Any) -> None:
        """`given` are attributes with the values that they have instead of those that were kept."""
        self.home = home
        self.keeps = home is not None
        self.trouble: Trouble | None = None
        self._kept: Mapping[str, Any] = {}
        self._changes: dict[str, Any] = {}
        self._watcher: Callable[[], object] = bool
        if home is not None:
            kept = read_settings(home)
            self._kept, self.trouble = kept.values, kept.trouble
        for name, value in given.items():
            setattr(self, name, value)

    def __getitem__(self, key: str) -> Any:
        """What holds for a key of `home.settings`; raises KeyError for one that is none."""
        value = self._changes[key] if key in self._changes else self._kept.get(key, BY_KEY[key].default)
        if not isinstance(value, dict):
            return value
        from copy import deepcopy

        return deepcopy(value)

    def __setitem__(self, key: str, value: Any) -> None:
        """Choose a value; raises ValueError for one that the setting cannot have."""
        if not BY_KEY[key].accepts(value):
            raise ValueError(f"{key} cannot be {value!r}")
        if value != self[key]:
            self._changes[key] = value
            self._watcher()

    def affirm(self, *keys: str) -> None:
        """Write these the next time also where this window has not changed them: another one may have."""
        for key in keys:
            self._changes.setdefault(key, self[key])

    def watch(self, changed: Callable[[], object]) -> None:
        """Say whom to tell of every change."""
        self._watcher = changed

    def keep(self) -> Path | None:
        """Write what was changed in this window; where a damaged file was set aside, None where there was none.

        Raises Trouble where nothing can be kept; what was changed holds as long as the window is open.
        """
        if self.home is None or not self.keeps:
            return None
        changes = dict(self._changes)
        aside = write_settings(self.home, changes)
        self._kept = {**self._kept, **changes}
        self._changes = {key: value for key, value in self._changes.items() if key not in changes}
        return aside
