"""The window: menus, tools, side panel, tabs, messages, status; it arranges them and knows no data."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from atlasview.desktop.icons import window_icon
from atlasview.desktop.shortcuts import MENUS
from atlasview.desktop.side_room import SideRoom
from atlasview.desktop.status import StatusBar
from atlasview.desktop.theme import Theme
from atlasview.desktop.tool_row import ToolRow

if TYPE_CHECKING:
    from atlasview.desktop.actions import Actions
    from atlasview.desktop.commands import CommandList
    from atlasview.desktop.navigation import History
    from atlasview.desktop.notices import NoticeArea, Notices
    from atlasview.desktop.search_popup import SearchPopup
    from atlasview.desktop.side_panel import SidePanel

_SIZE = (1440, 900)
_SMALLEST = (480, 360)


class MainWindow(QMainWindow):
    """The one window. It is shown with its frame only; `add_actions` and `furnish` make the rest a moment later.

    page_shown(Place)      after a page's first paint
    mouse_stepped(-1 or 1) the mouse's buttons for back and forward
    reached_for            somebody wants what `furnish` makes
    """

    page_shown = Signal(object)
    mouse_stepped = Signal(int)
    reached_for = Signal()

    actions_by_id: "Actions"
    side: "SidePanel"
    notice_area: "NoticeArea"
    popup: "SearchPopup"
    commands: "CommandList"

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._side_wanted = True
        self._narrow = False
        self._has_actions = False
        self._furnished = False
        self._sheet: QWidget | None = None
        self.sheet_reserved = False
        self._parts: Callable[[], list[QWidget]] = list
        self.setObjectName("atlasview")
        self.setAccessibleName("AtlasView")
        self.setWindowTitle("AtlasView")
        self._menus = {title: self.menuBar().addMenu(f"&{title}") for title in MENUS}
        self.tools = ToolRow(theme, self)
        self.centre = QStackedWidget(self)
        self.status = StatusBar(theme, self)
        self.side_room = SideRoom(theme, self)
        self._middle = QVBoxLayout()
        self._sheet_room = QHBoxLayout()
        self._arrange()
        self._listen()
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def _arrange(self) -> None:
        body, column = QHBoxLayout(), QVBoxLayout()
        for layout in (body, column, self._middle, self._sheet_room):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._middle.addWidget(self.centre, 1)
        body.addWidget(self.side_room)
        body.addLayout(self._middle, 1)
        body.addLayout(self._sheet_room)
        column.addWidget(self.tools)
        column.addLayout(body, 1)
        column.addWidget(self.status)
        whole = QWidget(self)
        whole.setLayout(column)
        self.setCentralWidget(whole)

    def _listen(self) -> None:
        """Coming into the search field or typing in it wants the window furnished at once."""
        self.tools.field.entered.connect(self.reached_for)
        self.tools.field.textEdited.connect(self.reached_for)

    def add_actions(self) -> "Actions":
        """Make the actions, with menus and tools for them."""
        from atlasview.desktop.actions import Actions

        self.actions_by_id = Actions(self._theme, self)
        self.actions_by_id.fill(self._menus)
        self.tools.take_actions(self.actions_by_id)
        self._has_actions = True
        self._show_side(self.side_panel_shown)
        return self.actions_by_id

    def furnish(self, notices: "Notices", history: "History") -> None:
        """Make side panel, messages and the lists over the window; the actions must be there."""
        from atlasview.desktop.commands import CommandList
        from atlasview.desktop.notices import NoticeArea
        from atlasview.desktop.search_popup import SearchPopup
        from atlasview.desktop.side_panel import SidePanel

        self.side = SidePanel(self._theme, history, self.side_room)
        self.side_room.take_in(self.side)
        self.notice_area = NoticeArea(self._theme, notices, self)
        self._middle.addWidget(self.notice_area)
        self.popup = SearchPopup(self._theme, self)
        self.commands = CommandList(self._theme, self.actions_by_id, self)
        self._furnished = True

    def reserve_sheet(self) -> None:
        """Keep the room of a sheet free, so that the page need not move when the sheet comes."""
        if self._sheet is None:
            self._sheet = QWidget(self)
            self._sheet.setFixedWidth(self._theme.width("panel-right"))
            self._sheet_room.addWidget(self._sheet)
            self._sheet.setVisible(not self._narrow)
            self.sheet_reserved = True

    def show_sheet(self, sheet: QWidget, shown: bool) -> None:
        """Show or hide a sheet at the right of the pages, where the window is wide enough for it."""
        if self.sheet_reserved and self._sheet is not None:
            self._sheet_room.removeWidget(self._sheet)
            self._sheet.deleteLater()
            self.sheet_reserved = False
        if self._sheet_room.indexOf(sheet) < 0:
            self._sheet_room.addWidget(sheet)
        self._sheet = sheet if shown else None
        sheet.setVisible(shown and not self._narrow)

    def show_in_centre(self, widget: QWidget, parts: Callable[[], list[QWidget]]) -> None:
        """Show one of the things that fill the window: tabs, or a statement; `parts` are where F6 stops in it."""
        if self.centre.indexOf(widget) < 0:
            self.centre.addWidget(widget)
        self.centre.setCurrentWidget(widget)
        self._parts = parts

    # --- the side panel, and what a narrow window has no room for

    def set_side_panel(self, wanted: bool) -> None:
        """Show or hide the side panel; asked for, it is shown in a narrow window too."""
        self._side_wanted = wanted
        self._show_side(wanted)

    @property
    def side_panel_wanted(self) -> bool:
        """Whether the side panel is on the screen where there is room for it."""
        return self._side_wanted

    @property
    def side_panel_shown(self) -> bool:
        """Whether the side panel is on the screen."""
        return not self.side_room.isHidden()

    def _show_side(self, visible: bool) -> None:
        self.side_room.setVisible(visible)
        if self._has_actions:
            self.actions_by_id["side-panel"].setChecked(visible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side panel goes when the window becomes narrow and comes back when it is wide."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self._theme.breakpoint("hide-side-panel-below")
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_side(self._side_wanted and not narrow)
            if self._sheet is not None:
                self._sheet.setVisible(not narrow)

    def _take_theme(self) -> None:
        self.menuBar().setFixedHeight(self._theme.height("menu-bar"))
        self._fit()

    # --- lists over the window

    def place_popup(self) -> None:
        """Put the search list under the field."""
        field = self.tools.field
        corner = field.mapTo(self, field.rect().topLeft())
        self.popup.place_under(QRect(corner, field.size()), self.rect())

    def open_commands(self) -> None:
        """Show the list of all commands."""
        self.commands.open_list(self.rect().adjusted(0, self.menuBar().height(), 0, 0))

    # --- mouse and focus

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the mouse's buttons for back and forward, whatever widget they are pressed over."""
        super().showEvent(event)
        self.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse's back and forward buttons; leave everything else alone."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            steps = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}.get(event.button(), 0)
            if steps:
                self.mouse_stepped.emit(steps)
                return True
        return super().eventFilter(watched, event)

    def panes(self) -> list[QWidget]:
        """The parts that F6 goes round: search field, side panel, tabs, section list, page."""
        side = [self.side.list] if self._furnished and self.side_panel_shown else []
        return [pane for pane in (self.tools.field, *side, *self._parts()) if pane.isVisible() and pane.isEnabled()]

    def focus_page(self) -> None:
        """Give the focus to what fills the window."""
        parts = [part for part in self._parts() if part.isVisible()]
        if parts:
            parts[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def greet(self) -> None:
        """With the first page: the keyboard goes to it, unless the user is elsewhere already, and the icon is set."""
        focus = QApplication.focusWidget()
        if focus is None or (self.tools.isAncestorOf(focus) and focus is not self.tools.field):
            self.focus_page()
        self.setWindowIcon(window_icon())

    def turn_pane(self, steps: int) -> None:
        """Give the focus to the next (1) or previous (-1) part."""
        panes = self.panes()
        focus = QApplication.focusWidget()
        at = next((at for at, pane in enumerate(panes) if focus is not None and _holds(pane, focus)), -1)
        if panes:
            panes[(at + steps) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, focus: QWidget) -> bool:
    return pane is focus or pane.isAncestorOf(focus)
