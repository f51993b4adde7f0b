"""What the feature tracks show: layout to a width, the picture of a window, and what lies under a place."""

import math
from collections import Counter
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap

from atlasview.desktop.panels.figure_view import screen_style
from atlasview.desktop.panels.track_window import TrackWindow
from atlasview.desktop.theme import Theme
from atlasview.figures.domain_bars import Bar
from atlasview.figures.found import only_found
from atlasview.figures.isoforms import Placed, Shown
from atlasview.figures.lettering import Key, legend
from atlasview.figures.marks import Figure, Mark
from atlasview.figures.overview import overview_bars, overview_marks
from atlasview.figures.residues import grouped, span
from atlasview.figures.scale import Scale
from atlasview.figures.track_points import point_name
from atlasview.figures.track_rows import Item, Track, tracks_of
from atlasview.figures.tracks import TrackSheet, track_keys
from atlasview.render.figure_index import FigureIndex
from atlasview.render.fonts import measure_for
from atlasview.render.painter import mark_bounds, paint_marks

_OVERVIEW = 34
_GAP = 8
_NEAR = 4.0
_REACH = 2.0
_NAMED = 6


@dataclass(frozen=True, slots=True)
class TrackContent:
    """What does not depend on the width: the tracks of a sequence, their legend, and the bars of the overview."""

    view: Shown
    tracks: tuple[Track, ...]
    keys: tuple[Key, ...]
    bars: list[Bar]
    source: str

    @classmethod
    def of(cls, view: Shown, source: str) -> "TrackContent":
        """Found once for each sequence; `source` stands at the legend's end."""
        tracks = tracks_of(view)
        return cls(view, tracks, tuple(track_keys(tracks)), overview_bars(view), source)

    def with_found(self, view: Shown) -> "TrackContent":
        """The same with the hits of `view` in a track of their own, over the others."""
        own = tuple(track for track in self.tracks if track.key != "found")
        tracks = (*tracks_of(only_found(view)), *own)
        return replace(self, view=view, tracks=tracks, keys=tuple(track_keys(tracks)))

    def described(self) -> str:
        """How many features of which class there are."""
        tracks = ", ".join(f"{track.label} {grouped(len(track.items))}" for track in self.tracks)
        return f"{grouped(self.view.length)} residues. {tracks or 'No features'}."


class TrackCanvas:
    """The tracks of one sequence at one width; the widget asks it what to paint and what is where."""

    def __init__(
        self,
        theme: Theme,
        content: TrackContent,
        width: int,
        opened: frozenset[str],
        closed: frozenset[str] = frozenset(),
    ) -> None:
        """`opened`, `closed` are keys of the tracks that the person has unfolded, and folded."""
        self._theme = theme
        self._content = content
        self.view = content.view
        self.width = width
        self._style, self._measure = screen_style(theme), measure_for(self._family())
        self.overview_height = theme.px(_OVERVIEW)
        top = self.overview_height + theme.px(_GAP)
        self.sheet = TrackSheet(self.view, width, self._style, self._measure, opened, top, content.tracks, closed)
        self.overview_scale = self.sheet.scale(None)
        self._legend, taken = legend(
            content.keys, 0.0, self.sheet.height + theme.px(_GAP), width, self._style, self._measure, content.source
        )
        self.height = math.ceil(self.sheet.height + theme.px(_GAP) + taken)
        self._base: QPixmap | None = None
        self._drawn = FigureIndex(Figure(0.0, 0.0, "", "", ()))

    def scale(self, window: TrackWindow) -> Scale:
        """From residues to pixels in a window."""
        return self.sheet.window(window.first, window.last)

    def picture(self, window: TrackWindow, ratio: float) -> QPixmap:
        """All of it for one window, in the pixels of the screen."""
        if self._base is None or self._base.devicePixelRatio() != ratio:
            self._base = self._fixed_picture(ratio)
        picture = self._base.copy()
        scale = self.scale(window)
        features = tuple(self.sheet.marks(scale))
        with QPainter(picture) as painter:
            paint_marks((*self.sheet.ruler(scale), *features), painter, self._family())
        self._drawn = FigureIndex(Figure(float(self.width), float(self.height), "", "", features))
        return picture

    def feature_at(self, x: float, y: float) -> Placed | None:
        """The feature whose mark is under a place of the picture that was drawn last."""
        mark = self._drawn.at(x, y, _REACH)
        return self.sheet.placed(mark.target) if mark else None

    def box_of(self, x: float, y: float) -> QRect:
        """Box of the mark under a place."""
        mark = self._drawn.at(x, y, _REACH)
        return (
            mark_bounds(mark, self._family()).toAlignedRect()
            if mark
            else QRect(QPoint(round(x), round(y)), QSize(1, 1))
        )

    def track_at(self, y: float) -> str:
        """Key of the track at a height that can be opened or folded, empty for none."""
        rows = (row for row in self.sheet.rows if row.foldable and row.top <= y < row.top + row.height)
        return next((row.track.key for row in rows), "")

    def name_at(self, x: float, y: float) -> str:
        """Name of the track whose label is under a place, empty for none."""
        rows = (row for row in self.sheet.rows if row.top <= y < row.top + row.height)
        return next((row.track.label for row in rows), "") if x < self.sheet.left else ""

    def crowd_at(self, x: float, y: float, window: TrackWindow) -> tuple[str, ...]:
        """What a density stands for under a place: how many, where, and the first names."""
        row = next((row for row in self.sheet.rows if row.top <= y < row.top + row.height), None)
        scale = self.scale(window)
        if row is None or x < scale.left or self._drawn.at(x, y, _REACH):
            return ()
        low, high = scale.residue_at(x - _NEAR), scale.residue_at(x + _NEAR)
        near = [item for item in row.track.items if item.start <= high and item.end >= math.floor(low)]
        if not near:
            return ()
        first, last = max(math.floor(low), 1), min(math.floor(high), self.view.length)
        count = f"{row.track.label}: {grouped(len(near))}"
        return count, f"Residues {span(first, last)}", self._names_of(near)

    def _names_of(self, items: list[Item]) -> str:
        """`V138I, T244I`; where they are many, the residues with their numbers: `M246 (6), N247 (9)`."""
        names = list(dict.fromkeys(point_name(item.placed, self.view.sequence) for item in items))
        if len(names) > _NAMED:
            starts = Counter(item.start for item in items)
            names = [f"{self.view.sequence[at - 1]}{at} ({number})" for at, number in sorted(starts.items())]
        more = f" and {grouped(len(names) - _NAMED)} more residues" if len(names) > _NAMED else ""
        return ", ".join(names[:_NAMED]) + more

    def _fixed_picture(self, ratio: float) -> QPixmap:
        """What no zoom changes: names, overview, lines between tracks, legend."""
        picture = QPixmap(QSize(round(self.width * ratio), round(self.height * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._theme.colour("surface"))
        name = self.sheet.name_mark("Whole protein", self.overview_height * 0.58)
        overview = overview_marks(
            self.view, self._content.bars, self.overview_scale, 0.0, self.overview_height, self._style
        )
        with QPainter(picture) as painter:
            fixed = (name, *overview, *self.sheet.labels(), Mark("legend", self._legend))
            paint_marks(fixed, painter, self._family())
        return picture

    def _family(self) -> str:
        return self._theme.font("chart-label").family()
