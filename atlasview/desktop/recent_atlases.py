"""The atlases that were open lately: noted when one has said what is in it, shared by all windows that are open."""

from datetime import UTC, datetime
from pathlib import Path

from atlasview.bundled import starter_atlas
from atlasview.desktop.settings import Settings
from atlasview.home.recent import Recent, merged, recents, word
from atlasview.home.settings_file import read_settings
from atlasview.records.source import Manifest

_KEY = "recent-atlases"


class RecentAtlases:
    """Reads and writes them through the settings of this window."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def note(self, path: Path, manifest: Manifest) -> None:
        """An atlas was opened, and this is what it says of itself."""
        label, counts = manifest.label, manifest.counts
        genes, proteins = counts.get("genes", 0), counts.get("proteins", 0)
        self._write(Recent(key_of(path), label.name, label.version, genes, proteins))

    def forget(self, recent: Recent) -> None:
        """Leave one out from now on, until it is opened again."""
        self._write(recent, forgotten=True)

    def all(self) -> tuple[Recent, ...]:
        """The newest first, those of other windows among them."""
        home = self._settings.home
        others = read_settings(home).values.get(_KEY, {}) if home is not None else {}
        return recents(merged(others, self._settings[_KEY]))

    def _write(self, recent: Recent, forgotten: bool = False) -> None:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._settings[_KEY] = merged(self._settings[_KEY], {recent.path: word(recent, now, forgotten)})


def key_of(path: Path) -> str:
    """How the path of an atlas is kept: empty for the starter, wherever it lies."""
    return "" if path == starter_atlas() else str(path.absolute())


def path_of(recent: Recent) -> Path:
    """Where an atlas is."""
    return Path(recent.path) if recent.path else starter_atlas()
