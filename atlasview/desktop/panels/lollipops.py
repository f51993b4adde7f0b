"""The diagram of variants with its choices: what the height counts, which variants, which isoform."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.ends_layout import EndsLayout
from atlasview.desktop.panels.exports import Export, FigureExport
from atlasview.desktop.panels.pin_view import PinView
from atlasview.desktop.panels.residue_cursor import ResidueCursor
from atlasview.desktop.panels.stacked import Stacked
from atlasview.desktop.panels.zoom_buttons import ZoomButtons
from atlasview.desktop.theme import Theme
from atlasview.figures.feature_words import shortened, target_of
from atlasview.figures.features_on_sequence import words_at
from atlasview.figures.isoforms import residue_map, shown
from atlasview.figures.lollipop_content import pin_content
from atlasview.figures.lollipop_towers import TOWER, residues_of_tower
from atlasview.figures.own_lane import OWN
from atlasview.figures.variant_pins import PIN, residue_of
from atlasview.records.own_variant import OwnVariant
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail
from atlasview.records.source import Source
from atlasview.records.variant import FILTERS, HEIGHTS, Variant

_ALL = ""
_LONGEST = 44
_TITLES = {field: field.capitalize() for field in FILTERS}


class LollipopPanel(QWidget):
    """Pins over the domains of one isoform.

    chosen_changed   other variants are chosen by the drop-downs
    residues_chosen  Residues of the shown isoform that the person chose: those of a pin or of a feature
    status           what the pointer or the cursor stands on
    place_requested  a place that a link of the hover card leads to
    """

    chosen_changed = Signal()
    residues_chosen = Signal(object)
    status = Signal(str)
    place_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        detail: ProteinDetail,
        variants: tuple[Variant, ...],
        sources: dict[str, Source],
        diseases: dict[str, str],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._detail, self._variants = detail, variants
        self._isoform = self._chain = ""
        self._own: tuple[OwnVariant, ...] = ()
        self._view = shown(detail)
        self.setObjectName("variants-panel")
        self.setAccessibleName("Variants on the protein")
        heights = list(HEIGHTS.items())
        self._height = DropDown(theme, "Height", heights, self)
        self._height.setVisible(any(variant.count is not None for variant in variants))
        self._filters = {field: DropDown(theme, _TITLES[field], (), self) for field in FILTERS}
        called = {"source": {key: source.database for key, source in sources.items()}, "disease": diseases}
        for field, drop_down in self._filters.items():
            self._fill(field, drop_down, called.get(field, {}))
        self._chart = PinView(theme, self)
        self._chart.setAccessibleName("Diagram of variants")
        self._chart.words = lambda position: words_at(self._view, position)
        self._zoom = ZoomButtons(theme, self._chart, self)
        self._lay_out()
        self._connect()
        self._redraw()

    # --- what is shown

    def show_isoform(self, isoform: str) -> None:
        """Show another isoform, by its id; empty for the canonical one."""
        before, self._isoform = self._isoform, isoform
        drawn = self._view.isoform
        if isoform != before and (drawn is None or drawn.id != isoform):
            self._redraw()

    def show_chain(self, chain: str) -> None:
        """Count residues in a mature chain besides, by its key; empty for none."""
        if chain != self._chain:
            self._chain = chain
            self._redraw()

    def show_own(self, own: tuple[OwnVariant, ...]) -> None:
        """Show variants of the user's own in their lane."""
        if own != self._own:
            self._own = own
            self._redraw()

    def show_residue(self, position: int) -> None:
        """Mark a residue of the shown isoform without telling anyone; 0 marks none."""
        self._chart.show_residue(position)

    def residue_shown(self, isoform: str, position: int) -> int:
        """Where a residue of an isoform stands on the one that is shown, 0 for nowhere."""
        return residue_map(self._detail, self._view)(isoform, position) or 0

    def follow(self, residues: ResidueCursor) -> None:
        """Mark where the shared cursor stands."""
        residues.moved.connect(lambda: self.show_residue(residues.position))
        self.show_residue(residues.position)

    def only(self) -> dict[str, str]:
        """What variants are chosen by, by field."""
        return {field: choice for field, drop_down in self._filters.items() if (choice := drop_down.choice() or _ALL)}

    def accepts(self, variant: Variant) -> bool:
        """Whether a variant is among the chosen ones."""
        return all(getattr(variant, field) == value for field, value in self.only().items())

    def focused_export(self) -> Export:
        """The diagram as it is set."""
        only = tuple(sorted(self.only().items()))
        height = self._height.choice()
        return FigureExport("variants", self._isoform, height_by=height, only=only, own=self._own, chain=self._chain)

    def sizeHint(self) -> QSize:
        """Cheap: a layout of its own would lay the drawing out for a width of its own as well."""
        return QSize(self._theme.px(380), self._theme.px(200))

    # --- inside

    def _fill(self, field: str, drop_down: DropDown, called: dict[str, str]) -> None:
        """All values that variants have, by what they are called; a drop-down without a choice is not shown."""
        values = {getattr(variant, field) for variant in self._variants} - {""}
        drop_down.addItem("all", _ALL)
        for name, value in sorted((called.get(value) or value.replace("-", " "), value) for value in values):
            drop_down.addItem(shortened(name, _LONGEST), value)
        some_lack_it = any(not getattr(variant, field) for variant in self._variants)
        drop_down.setVisible(len(values) > 1 or (len(values) == 1 and some_lack_it))

    def _lay_out(self) -> None:
        controls = EndsLayout(self._theme.px(8))
        controls.add((self._height, *self._filters.values()), (self._zoom,))
        Stacked(self._theme, self, controls, self._chart)

    def _connect(self) -> None:
        self._height.chosen.connect(self._redraw)
        for drop_down in self._filters.values():
            drop_down.chosen.connect(self._choose)
        self._chart.activated.connect(self._activate)
        self._chart.status.connect(self.status)
        self._chart.place_requested.connect(self.place_requested)

    def _choose(self) -> None:
        self._redraw()
        self.chosen_changed.emit()

    def _redraw(self) -> None:
        chosen, own = (None, self._height.choice(), self.only()), self._own
        content = pin_content(self._detail, self._variants, self._isoform, *chosen, own, self._chain)
        self._view = content.view
        self._chart.show_content(content)

    def _activate(self, target: str) -> None:
        if target.startswith((PIN, OWN)):
            position = residue_of(target)
            self.residues_chosen.emit(Residues(position, position))
            return
        if target.startswith(TOWER):
            residues = Residues(*residues_of_tower(target))
            self._chart.zoom_to(residues)
            self.residues_chosen.emit(residues)
            return
        for placed in self._view.placed:
            if target_of(placed.feature) == target:
                self.residues_chosen.emit(Residues(placed.start, placed.end))
