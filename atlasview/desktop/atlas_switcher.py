"""The list that opens where the window names its atlas: atlases that were open lately, and the ways to others."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from atlasview.desktop.recent_atlases import RecentAtlases, key_of, path_of
from atlasview.home.recent import Recent

if TYPE_CHECKING:
    from atlasview.desktop.desk import Desk
    from atlasview.records.source import Manifest

_WAYS = ("open-atlas", "open-starter", "build-atlas", "atlas-information")


class AtlasSwitcher(QObject):
    """Notes what is opened, and offers it again."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.recent = RecentAtlases(desk.settings)
        self._menu: QMenu | None = None
        desk.opening.described.connect(self._note)
        if desk.opening.manifest is not None:
            self._note(desk.opening.manifest)

    def show(self) -> QMenu:
        """Open the list above the name of the atlas; the keyboard begins at the first that is not open."""
        menu = self._menu = self._fill(QMenu(self._desk.window))
        menu.setObjectName("atlas-switcher")
        menu.setAccessibleName("Atlases")
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._desk.window.status.atlas
        corner = button.mapToGlobal(button.rect().topRight())
        size = menu.sizeHint()
        menu.popup(corner - QPoint(size.width(), size.height()))
        first = next((action for action in menu.actions() if action.isEnabled() and not action.isChecked()), None)
        if first is not None:
            menu.setActiveAction(first)
        return menu

    def open_recent(self, recent: Recent) -> None:
        """Open one of them; one that is not there is told, and the open atlas stays."""
        path, opening = path_of(recent), self._desk.opening
        if opening.label is not None and path == opening.path:
            return
        if path.is_file():
            self._desk.opening.open(path)
            return
        actions = (
            ("Forget it", partial(self.recent.forget, recent)),
            ("Choose another…", self._desk.opening.choose),
        )
        self._desk.notices.tell(f"{recent.name} is not there", str(path), "warning", actions)

    def _note(self, manifest: "Manifest") -> None:
        path = self._desk.opening.path
        if path is not None:
            self.recent.note(path, manifest)

    def _fill(self, menu: QMenu) -> QMenu:
        opening = self._desk.opening
        present = key_of(opening.path) if opening.path is not None and opening.label is not None else None
        known = self.recent.all()
        labels = [f"{one.name} {one.version}" for one in known]
        for one, label in zip(known, labels, strict=True):
            twice = labels.count(label) > 1
            title = f"{label} ({path_of(one).name})" if twice else label
            action = menu.addAction(f"{title.replace('&', '&&')}\t{counted(one)}", partial(self.open_recent, one))
            action.setToolTip(str(path_of(one)))
            action.setCheckable(True)
            action.setChecked(one.path == present)
        if known:
            menu.addSeparator()
        for name in _WAYS:
            menu.addAction(self._desk.window.actions_by_id[name])
        return menu


def counted(recent: Recent) -> str:
    """How much is in an atlas: `119 genes, 83 proteins`."""
    parts = ((recent.genes, "gene"), (recent.proteins, "protein"))
    said = [f"{count:,} {noun}{'' if count == 1 else 's'}" for count, noun in parts if count]
    return ", ".join(said) or "no genes"
