"""The theme: colours, fonts and sizes from the design tokens, in light and dark, at any text size."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from atlasview.bundled import tokens
from atlasview.desktop import fonts, icons
from atlasview.desktop.stylesheet import style_sheet

if TYPE_CHECKING:
    from atlasview.figures.style import FigureStyle

MODES = ("system", "light", "dark")
TEXT_SCALES = (0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""Steps of the text size, relative to the system's."""

_BASE_HEIGHT = 18.0
_BASE_POINTS = 10.0
_LEADING = 1.35
_DISABLED_SHARE = 0.55


def mixed(front: QColor, ground: QColor, share: float) -> QColor:
    """`front` at `share` (0 to 1) over `ground`, opaque."""
    over, under = ((colour.redF(), colour.greenF(), colour.blueF()) for colour in (front, ground))
    return QColor.fromRgbF(*(share * above + (1 - share) * below for above, below in zip(over, under, strict=True)))


class Theme(QObject):
    """What every widget asks for its colours, fonts and sizes; `changed` says that all of them may be different now.

    Sizes are device-independent pixels, scaled with the base font, so that text and spacing grow together.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, mode: str = "system", text_scale: float = 1.0) -> None:
        super().__init__(parent)
        self._tokens = tokens()
        self._installed: QApplication | None = None
        self._mode = mode
        self._text_scale = text_scale
        self._dark = False
        self._system_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self._fonts: dict[str, QFont] = {}
        self._colours: dict[str, QColor] = {}
        self._figure_style: FigureStyle | None = None
        self._refresh()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    # --- light, dark and text size

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self._dark

    @property
    def mode(self) -> str:
        """One of MODES, as chosen."""
        return self._mode

    @property
    def text_scale(self) -> float:
        """Text size relative to the system's."""
        return self._text_scale

    def set_mode(self, mode: str) -> None:
        """Follow the system, or stay light or dark; raises ValueError for anything but MODES."""
        if mode not in MODES:
            raise ValueError(f"no such mode of the theme: {mode}")
        if mode != self._mode:
            self._mode = mode
            self._ask_system()
            self._apply()

    def set_text_scale(self, scale: float) -> None:
        """Make all text, spacing and icons `scale` times the system's size, within the ends of TEXT_SCALES."""
        scale = min(max(scale, TEXT_SCALES[0]), TEXT_SCALES[-1])
        if scale != self._text_scale:
            self._text_scale = scale
            self._apply()

    def step_text_scale(self, steps: int) -> None:
        """Go to the next larger (1) or smaller (-1) of TEXT_SCALES."""
        nearest = min(TEXT_SCALES, key=lambda scale: abs(scale - self._text_scale))
        position = TEXT_SCALES.index(nearest) + steps
        self.set_text_scale(TEXT_SCALES[min(max(position, 0), len(TEXT_SCALES) - 1)])

    def install(self, application: QApplication) -> None:
        """Give the whole application this look, now and after every change."""
        self._installed = application
        application.setStyle("Fusion")
        self._ask_system()
        self._apply()

    def _ask_system(self) -> None:
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        if self._installed is not None:
            QGuiApplication.styleHints().setColorScheme(schemes.get(self._mode, Qt.ColorScheme.Unknown))

    @Slot(Qt.ColorScheme)
    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        self._system_dark = scheme == Qt.ColorScheme.Dark
        if self._mode == "system":
            self._apply()

    def _refresh(self) -> None:
        self._dark = self._system_dark if self._mode == "system" else self._mode == "dark"
        self._fonts.clear()
        self._figure_style = None
        self._colours = {role: QColor(value) for role, value in self._table("dark" if self._dark else "light").items()}
        body = self.font("body")
        height = max(QFontMetricsF(body).height(), _LEADING * fonts.pixel_size(body))
        self._scale = height / _BASE_HEIGHT

    def _apply(self) -> None:
        self._refresh()
        if self._installed is not None:
            self._installed.setPalette(palette(self))
            self._installed.setFont(self.font("body"))
            self._installed.setStyleSheet(style_sheet(self))
        self.changed.emit()

    # --- colours

    def _table(self, name: str) -> dict[str, Any]:
        table: dict[str, Any] = self._tokens[name]
        return table

    def colour(self, role: str) -> QColor:
        """Colour of a role of the tokens' [light] and [dark] (`text-muted`); raises KeyError for others."""
        return QColor(self._colours[role])

    def faded(self, role: str, ground: str = "surface") -> QColor:
        """Colour of a role where it is disabled, over a ground."""
        return mixed(self._colours[role], self._colours[ground], _DISABLED_SHARE)

    def fill(self, table: str, key: str, part: str = "fill") -> QColor:
        """A data colour: part is `fill`, `on` (text on the fill) or `outline`.

        Transparent where the tokens say `none`, a hatch, or nothing for that part; raises KeyError for unknown keys.
        """
        value = self._table(table)[key].get(part, "none")
        return QColor(value) if value.startswith("#") else QColor(0, 0, 0, 0)

    # --- sizes

    @property
    def scale(self) -> float:
        """Factor between the tokens' pixels and the screen's."""
        return self._scale

    def px(self, value: float) -> int:
        """A length of the design in pixels of the screen; lines of one pixel stay one, nothing vanishes."""
        if value <= 1:
            return round(value)
        return max(1, round(value * self._scale))

    def height(self, name: str) -> int:
        """A height of the tokens' [height]."""
        return self.px(self._table("height")[name])

    def width(self, name: str) -> int:
        """A width of the tokens' [width]."""
        return self.px(self.design_width(name))

    def design_width(self, name: str) -> float:
        """The same before it is scaled, in pixels of the design."""
        return float(self._table("width")[name])

    def space(self, name: str) -> int:
        """A distance of the tokens' [space]."""
        return self.px(self._table("space")[name])

    def radius(self, name: str) -> int:
        """A corner's radius of the tokens' [radius]."""
        return self.px(self._table("radius")[name])

    def breakpoint(self, name: str) -> int:
        """Width of the window in pixels below which a rule of [breakpoint] holds."""
        return self.px(self._table("breakpoint")[name] * _BASE_HEIGHT)

    # --- type

    def font(self, name: str) -> QFont:
        """A font of the tokens' [type] (`section`, `sequence`)."""
        if name not in self._fonts:
            kind = self._table("type")[name]
            points = fonts.base_points() * kind["size"] / _BASE_POINTS * self._text_scale
            self._fonts[name] = fonts.font(points, kind["weight"], fixed=kind.get("family") == "fixed")
        return QFont(self._fonts[name])

    # --- icons

    def icon(self, name: str, role: str = "text") -> QIcon:
        """An icon of `resources/icons` in a colour role, at the size of the text; ask again after `changed`."""
        ratios = tuple({screen.devicePixelRatio() for screen in QGuiApplication.screens()})
        return icons.icon(name, self.colour(role), self.faded("text", "window"), self.px(16), ratios)

    def pixmap(self, name: str, role: str = "text", side: float = 16, ratio: float = 1.0) -> QPixmap:
        """An icon as a pixmap of `side` design pixels, for delegates and labels; `ratio` is that of the device."""
        return icons.tinted(name, self.colour(role), self.px(side), ratio)

    def paint_icon(self, painter: QPainter, name: str, centre: QPoint, role: str = "text", side: float = 16) -> None:
        """Paint an icon round a point, sharp on the painter's device."""
        edge = self.px(side)
        box = QRect(centre - QPoint(edge // 2, edge // 2), QSize(edge, edge))
        painter.drawPixmap(box, self.pixmap(name, role, side, painter.device().devicePixelRatioF()))

    # --- figures

    def _written(self, role: str) -> str:
        return self.colour(role).name().upper()

    def figure_style(self) -> "FigureStyle":
        """Colours and sizes for figures drawn inside the window, found once: each frame asks for them."""
        if self._figure_style is None:
            self._figure_style = self._style_of_figures()
        return self._figure_style

    def _style_of_figures(self) -> "FigureStyle":
        from atlasview.figures.style import FigureStyle

        return FigureStyle(
            ink=self._written("text"),
            muted=self._written("text-muted"),
            hairline=self._written("hairline"),
            axis=self._written("control-border"),
            ground=self._written("surface"),
            selection=self._written("selection"),
            text=fonts.pixel_size(self.font("chart-label")),
            small=fonts.pixel_size(self.font("chart-axis")),
            title=fonts.pixel_size(self.font("strong")),
            row=float(self.height("chart-row")),
            lane=float(self.height("track")),
            gap=float(self.px(8)),
            furniture=False,
        )


_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.ToolTipBase: "surface-raised",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.BrightText: "text",
    QPalette.ColorRole.PlaceholderText: "text-muted",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "hairline",
    QPalette.ColorRole.Midlight: "hairline",
    QPalette.ColorRole.Mid: "control-border",
    QPalette.ColorRole.Dark: "control-border",
    QPalette.ColorRole.Shadow: "control-border",
}


def palette(theme: Theme) -> QPalette:
    """Qt's palette from the tokens."""
    result = QPalette()
    for role, name in _ROLES.items():
        result.setColor(role, theme.colour(name))
    disabled = QPalette.ColorGroup.Disabled
    result.setColor(disabled, QPalette.ColorRole.WindowText, theme.faded("text", "window"))
    result.setColor(disabled, QPalette.ColorRole.Text, theme.faded("text"))
    result.setColor(disabled, QPalette.ColorRole.ButtonText, theme.faded("text"))
    return result
