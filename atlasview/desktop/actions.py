"""Every action of the window as data; menus, tool bar, list of commands and keyboard help come from here."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from atlasview.desktop.shortcuts import shown
from atlasview.desktop.theme import Theme

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing that the user can have done.

    id         fixed name, also the objectName of the QAction
    title      as the menu says it; `…` where a choice follows
    menu       one of shortcuts.MENUS
    shortcuts  in Qt's portable words, the first is shown
    condition  name of what must hold, a field of `Conditions`; empty for always
    group      of exclusive choices with a check mark (`theme`); `check` alone is a switch
    starts     whether a line separates it from the action above
    """

    id: str
    title: str
    menu: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    condition: str = ""
    group: str = ""
    check: bool = False
    starts: bool = False


@dataclass(slots=True)
class Conditions:
    """What holds now; an action whose condition does not hold is disabled."""

    atlas: bool = False
    page: bool = False
    back: bool = False
    forward: bool = False
    closed: bool = False
    several: bool = False
    gene: bool = False
    protein: bool = False
    genes: bool = False
    papers: bool = False


REASONS = {
    "atlas": "needs an open atlas",
    "page": "needs an open page",
    "back": "nothing lies back",
    "forward": "nothing lies forward",
    "closed": "no tab was closed",
    "several": "needs several tabs",
    "gene": "needs the page of a gene",
    "protein": "this page has no protein",
    "genes": "this page lists no genes",
    "papers": "this page cites no papers",
}

ACTIONS = (
    ActionSpec("new-tab", "New tab", "File", ("Ctrl+T",), "plus", "atlas"),
    ActionSpec("close-tab", "Close tab", "File", ("Ctrl+W", "Ctrl+F4"), "close", "page"),
    ActionSpec("reopen-tab", "Reopen closed tab", "File", ("Ctrl+Shift+T",), "refresh", "closed"),
    ActionSpec("export", "Export what has the focus…", "File", ("Ctrl+S",), "export", "page", starts=True),
    ActionSpec("export-sequence", "Export sequence (FASTA)…", "File", (), "sequence", "protein"),
    ActionSpec("export-genpept", "Export sequence with features (GenPept)…", "File", (), "", "protein"),
    ActionSpec("export-gff3", "Export features (GFF3)…", "File", (), "", "protein"),
    ActionSpec("export-selection", "Export selected residues…", "File", (), "", "protein"),
    ActionSpec("export-isoforms", "Export all isoforms…", "File", (), "", "protein"),
    ActionSpec("copy-fasta", "Copy sequence as FASTA", "File", (), "copy", "protein"),
    ActionSpec("export-tabs", "Export sequences of all tabs…", "File", (), "", "several"),
    ActionSpec("export-genes", "Export sequences of the page's genes…", "File", (), "", "genes"),
    ActionSpec("export-domains", "Export domain diagram…", "File", (), "protein", "protein", starts=True),
    ActionSpec("export-tracks", "Export feature tracks…", "File", (), "protein", "protein"),
    ActionSpec("export-landscape", "Export cell significance…", "File", (), "chart", "gene"),
    ActionSpec("export-expression", "Export expression…", "File", (), "chart", "gene"),
    ActionSpec("export-variants", "Export variants on the protein…", "File", (), "variant", "gene"),
    ActionSpec("export-structure", "Export gene structure…", "File", (), "gene", "gene"),
    ActionSpec("export-citations", "Export citations…", "File", (), "paper", "papers", starts=True),
    ActionSpec("copy-citations", "Copy citations in a style…", "File", (), "", "papers"),
    ActionSpec("export-table", "Export the table in view…", "File", (), "table", "page"),
    ActionSpec("document", "Page as JSON…", "File", (), "document", "page"),
    ActionSpec("print", "Print…", "File", ("Ctrl+P",), "", "page", starts=True),
    ActionSpec("quit", "Quit", "File", ("Ctrl+Q",), "", starts=True),
    ActionSpec("copy", "Copy", "Edit", ("Ctrl+C",), "copy"),
    ActionSpec("copy-address", "Copy identifier of the page", "Edit", ("Ctrl+Shift+I",), "", "page"),
    ActionSpec("search", "Search", "Edit", ("Ctrl+L", "Ctrl+K"), "search", "atlas", starts=True),
    ActionSpec("find", "Find in the sequence…", "Edit", ("Ctrl+F",), "", "protein"),
    ActionSpec("find-next", "Next hit", "Edit", ("F3",), "", "protein"),
    ActionSpec("find-previous", "Previous hit", "Edit", ("Shift+F3",), "", "protein"),
    ActionSpec("commands", "All commands…", "Edit", ("Ctrl+Shift+P",), "keyboard"),
    ActionSpec("preferences", "Preferences…", "Edit", ("Ctrl+,",), starts=True),
    ActionSpec("side-panel", "Side panel", "View", ("Ctrl+B",), "sidebar", check=True),
    ActionSpec("text-larger", "Larger text", "View", ("Ctrl++", "Ctrl+="), "plus", starts=True),
    ActionSpec("text-smaller", "Smaller text", "View", ("Ctrl+-",), "minus"),
    ActionSpec("text-normal", "Normal text size", "View", ("Ctrl+0",)),
    ActionSpec("theme-system", "Theme of the system", "View", group="theme", check=True, starts=True),
    ActionSpec("theme-light", "Light theme", "View", group="theme", check=True),
    ActionSpec("theme-dark", "Dark theme", "View", group="theme", check=True),
    ActionSpec("next-pane", "Next pane", "View", ("F6",), starts=True),
    ActionSpec("previous-pane", "Previous pane", "View", ("Shift+F6",)),
    ActionSpec("full-screen", "Full screen", "View", ("F11",), check=True),
    ActionSpec("back", "Back", "Go", ("Alt+Left", "Back"), "back", "back"),
    ActionSpec("forward", "Forward", "Go", ("Alt+Right", "Forward"), "forward", "forward"),
    ActionSpec("next-tab", "Next tab", "Go", ("Ctrl+Tab", "Ctrl+PgDown"), "", "several", starts=True),
    ActionSpec("previous-tab", "Previous tab", "Go", ("Ctrl+Shift+Tab", "Ctrl+PgUp"), "", "several"),
    ActionSpec("results", "Results", "Go", (), "search", starts=True),
    ActionSpec("history", "History of this session", "Go", ("Ctrl+H",), "history"),
    ActionSpec("open-atlas", "Open atlas…", "Atlas", ("Ctrl+O",), "folder"),
    ActionSpec("open-starter", "Open the starter atlas", "Atlas", (), "atlas"),
    ActionSpec("switch-atlas", "Switch atlas…", "Atlas", ("Ctrl+Shift+O",)),
    ActionSpec("build-atlas", "Build an atlas…", "Atlas", ("Ctrl+Shift+B",), "plus", starts=True),
    ActionSpec("score-cells", "Scores from your cells…", "Atlas", ("Ctrl+Shift+S",), "cell"),
    ActionSpec("atlas-information", "Information on the atlas", "Atlas", (), "info", "atlas", starts=True),
    ActionSpec("guide", "User guide", "Help", ("F1",), "document"),
    ActionSpec("explain", "Explain the term here", "Help", ("Shift+F1",), "info"),
    ActionSpec("glossary", "Glossary", "Help"),
    ActionSpec("keyboard", "Keyboard", "Help", ("Ctrl+F1",), "keyboard"),
    ActionSpec("welcome", "Welcome", "Help"),
    ActionSpec("report", "Report a mistake…", "Help", starts=True),
    ActionSpec("show-logs", "Show log folder", "Help", (), "folder"),
    ActionSpec("about", "About AtlasView", "Help", (), "info", starts=True),
)

IN_ALL_WINDOWS = frozenset({"guide"})
"""Actions whose keys work in the windows that stand beside the main one too."""

LEFT_TO_WIDGETS = frozenset({"copy"})
"""Actions whose keys belong to the widget with the focus; a shortcut of the window would take them away from it."""


def described(spec: ActionSpec) -> str:
    """Title with its first shortcut, for a tool tip: `Back (Alt+Left)`."""
    return f"{spec.title} ({shown(spec.shortcuts[0])})" if spec.shortcuts else spec.title


class Actions(QObject):
    """The QActions of a window, by id; they work wherever the focus is in it. `last` is what was done last."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._tinted = False
        self.last = ""
        for spec in ACTIONS:
            self._add(spec, window)
        theme.changed.connect(self._retint)

    def __getitem__(self, identifier: str) -> QAction:
        return self._actions[identifier]

    def _add(self, spec: ActionSpec, window: QWidget) -> None:
        action = QAction(spec.title, window)
        action.setObjectName(spec.id)
        action.setToolTip(described(spec))
        action.setCheckable(spec.check)
        if spec.id not in LEFT_TO_WIDGETS:
            action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        if spec.id in IN_ALL_WINDOWS:
            action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        if spec.group:
            self._groups.setdefault(spec.group, QActionGroup(self)).addAction(action)
        self._actions[spec.id] = action
        window.addAction(action)

    def wire(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Say what each action does; raises KeyError when an action is left without."""
        for spec in ACTIONS:
            does = partial(self._do, spec.id, handlers[spec.id])
            self._actions[spec.id].triggered.connect(lambda _checked=False, does=does: does())

    def _do(self, identifier: str, handler: Callable[[], object]) -> None:
        if identifier != "report":  # telling of a mistake did not lead to it
            self.last = identifier
        _LOG.info("action %s", identifier)
        handler()

    def refresh(self, conditions: Conditions) -> None:
        """Enable what can be done now."""
        for spec in ACTIONS:
            self._actions[spec.id].setEnabled(not spec.condition or getattr(conditions, spec.condition))

    def fill(self, menus: Mapping[str, QMenu]) -> None:
        """Put the actions into the menus, by title; icons come when a menu is first opened."""
        for spec in ACTIONS:
            menu = menus[spec.menu]
            if spec.starts:
                menu.addSeparator()
            menu.addAction(self._actions[spec.id])
        for menu in menus.values():
            menu.aboutToShow.connect(self._tint_once)

    def _tint_once(self) -> None:
        if not self._tinted:
            self._tinted = True
            self._retint()

    def _retint(self) -> None:
        if self._tinted:
            for spec in ACTIONS:
                if spec.icon and not spec.check:
                    self._actions[spec.id].setIcon(self._theme.icon(spec.icon))
