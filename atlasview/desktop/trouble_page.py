"""The page that stands where an atlas could not be opened: what is wrong with the file, and the ways out."""

import platform
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from atlasview import __version__
from atlasview.bundled import starter_atlas
from atlasview.desktop.controls import AccentButton
from atlasview.desktop.statement import Statement
from atlasview.desktop.theme import Theme
from atlasview.home.folder import shortened
from atlasview.records.trouble import AtlasDamaged, AtlasForeign, AtlasMissing, AtlasTooNew, AtlasTooOld, Trouble

_UNITS = ((1e9, "GB"), (1e6, "MB"), (1e3, "kB"))


@dataclass(frozen=True, slots=True)
class Wording:
    """What is said of a kind of trouble; `{file}` is the file's name."""

    title: str
    why: str
    last_word: str


WORDINGS: dict[type[Exception], Wording] = {
    AtlasMissing: Wording(
        "{file} cannot be read",
        "It was moved, renamed or deleted, its disk is not connected, or you may not read it.",
        "Bring the file back to its place, then choose Check again.",
    ),
    AtlasForeign: Wording(
        "{file} is not an atlas",
        "The file is something else, or an atlas whose beginning was overwritten. It was not changed.",
        "An atlas is one file, and its name usually ends in .atlas.",
    ),
    AtlasDamaged: Wording(
        "{file} is damaged and was not opened",
        "Most often a copy from a stick or a share was cut short, or a download did not finish.",
        "Copy the file again from where it came from, then choose Check again.",
    ),
    AtlasTooNew: Wording(
        "{file} was made for a newer AtlasView",
        "Its tables are of a later version than this AtlasView can read. The file is not damaged.",
        f"This is AtlasView {__version__}. A newer AtlasView opens the file.",
    ),
    AtlasTooOld: Wording(
        "{file} was made for an older AtlasView",
        "Its tables are of an earlier version than this AtlasView reads. The file is not damaged.",
        "Build the atlas again, or ask whoever made it for a new one.",
    ),
}
_OTHERWISE = Wording(
    "{file} could not be opened",
    "Something went wrong that AtlasView did not expect.",
    "Help, Report a mistake… gathers what a report of this needs.",
)


class TroublePage(Statement):
    """Says why there is no atlas; the signals are the ways out."""

    starter_asked = Signal()
    choose_asked = Signal()
    again_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("atlas-trouble")
        self._details = ""
        self._starter = AccentButton("Open the starter atlas", self)
        self._choose = QPushButton("Choose another file…", self)
        self._again = QPushButton("Check again", self)
        self._copy = QToolButton(self)
        self._copy.setText("Copy details")
        self._starter.clicked.connect(self.starter_asked)
        self._choose.clicked.connect(self.choose_asked)
        self._again.clicked.connect(self.again_asked)
        self._copy.clicked.connect(self._copy_details)
        self._copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_buttons(self._starter, self._choose, self._again, self._copy)
        self._tint()
        theme.changed.connect(self._tint)

    def _tint(self) -> None:
        self._choose.setIcon(self._theme.icon("folder"))
        self._copy.setIcon(self._theme.icon("copy"))

    @property
    def details(self) -> str:
        """What `Copy details` copies."""
        return self._details

    def show_trouble(self, error: Exception, path: Path) -> None:
        """Say what is wrong with the file at `path`."""
        title, why, last_word = words_for(error, path)
        self.say("warning", title, why, last_word)
        facts = [("File", str(path), True), *((name, value, False) for name, value in _sizes(error, path))]
        self.show_facts(facts)
        self._starter.setVisible(path != starter_atlas())
        self._details = _report(title, error, facts)
        (self._starter if path != starter_atlas() else self._choose).setFocus()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._copy.setText("Copied")


def words_for(error: Exception, path: Path) -> tuple[str, str, str]:
    """What is wrong with the file at `path`, why, and what to do."""
    wording = next((said for kind, said in WORDINGS.items() if isinstance(error, kind)), _OTHERWISE)
    return wording.title.format(file=path.name), f"{_what(error)} {wording.why}", wording.last_word


def _what(error: Exception) -> str:
    """The first sentence: sizes where they say it best, else the trouble's own words."""
    if isinstance(error, AtlasDamaged) and error.expected_bytes and error.found_bytes is not None:
        expected, found = error.expected_bytes, error.found_bytes
        if 0 < found < expected:
            unit, name = next((unit for unit in _UNITS if expected >= unit[0]), _UNITS[-1])
            return f"The file ends early: {found / unit:,.2f} of {expected / unit:,.2f} {name} are there."
    text = error.what if isinstance(error, Trouble) else f"{type(error).__name__}: {error}"
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _sizes(error: Exception, path: Path) -> list[tuple[str, str]]:
    if isinstance(error, AtlasDamaged) and error.found_bytes is not None:
        expected = [("Expected", f"{error.expected_bytes:,} bytes")] if error.expected_bytes else []
        return [*expected, ("Found", f"{error.found_bytes:,} bytes")]
    try:
        return [("Size", f"{path.stat().st_size:,} bytes")]
    except OSError:
        return []


def _report(title: str, error: Exception, facts: list[tuple[str, str, bool]]) -> str:
    lines = [title, *(f"{name}: {value}" for name, value, _ in facts), f"{type(error).__name__}: {error}"]
    return shortened(
        "\n".join([*lines, f"AtlasView {__version__}, Python {platform.python_version()}, {platform.platform()}"])
    )
