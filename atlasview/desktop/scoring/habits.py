"""What is remembered of scoring from one time to the next: columns, what labels mean, resamples, threads, licence."""

from typing import Any

from atlasview.desktop.scoring.choices import RESAMPLES, USUAL_RESAMPLES
from atlasview.desktop.scoring.messages import CellWish
from atlasview.desktop.settings import Settings

_MOST_NAMES = 2000
_COLUMNS = ("cell_type", "donor", "context")


class Habits:
    """Reads and keeps the setting `cells`; what cannot be used is as if it had not been kept."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        kept = settings["cells"]
        resamples = kept.get("resamples")
        self.resamples = resamples if resamples in RESAMPLES else USUAL_RESAMPLES
        self.threads = _text(kept.get("threads"))
        self.licence = _text(kept.get("licence"))
        self.columns = {key: text for key, text in _texts(kept.get("columns")).items() if key in _COLUMNS and text}
        self.names = _texts(kept.get("names"))

    def keep(self, wish: CellWish, resamples: str, threads: str, licence: str) -> None:
        """Remember what was chosen; of names the latest."""
        columns = {key: getattr(wish, key) for key in _COLUMNS if getattr(wish, key)}
        names = dict(list({**self.names, **wish.names}.items())[-_MOST_NAMES:])
        self.columns, self.names = {**self.columns, **columns}, names
        self._settings["cells"] = {
            "resamples": resamples,
            "threads": threads,
            "licence": licence,
            "columns": self.columns,
            "names": self.names,
        }


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Any) -> dict[str, str]:
    return {key: text for key, text in value.items() if isinstance(text, str)} if isinstance(value, dict) else {}
