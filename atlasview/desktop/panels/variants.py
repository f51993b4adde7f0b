"""Variants that the atlas knows: their diagram on the protein, and the table of all of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlasview.desktop.panels.exits import Exits, place_of, way_to, way_to_residues
from atlasview.desktop.panels.lollipops import LollipopPanel
from atlasview.desktop.panels.own_variants import OwnVariantsPanel
from atlasview.desktop.panels.source_column import source_column
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.export.addresses import address
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail
from atlasview.records.source import Source
from atlasview.records.variant import Variant
from atlasview.sources.hgvs import in_one_letter


def _change(variant: Variant) -> str:
    return variant.hgvs_p or variant.note


def _one_letter(variant: Variant) -> str:
    return in_one_letter(variant.hgvs_p)


def _position_way(variant: Variant) -> str:
    return way_to_residues(Residues(variant.position, variant.position)) if variant.position else ""


def _disease_way(variant: Variant) -> str:
    place = place_of(variant.disease)
    return way_to(place) if place else ""


def _paper_way(variant: Variant) -> str:
    place = place_of(variant.publications[0]) if variant.publications else None
    return way_to(place) if place else ""


def _papers(variant: Variant) -> str:
    """`14702039 +2`."""
    first, *others = variant.publications or ("",)
    return first.removeprefix("PMID:") + (f" +{len(others)}" if others else "")


_RESIDUE = Column(
    "Residue",
    lambda variant: f"{variant.position:,}" if variant.position else "",
    key=lambda variant: variant.position,
    link=_position_way,
    number=True,
    help="A click shows it in the sequence.",
)
_WHAT = (
    Column("Change", _change, widest=150, least=112, firm=True, strong=True, sought=_one_letter),
    Column("Consequence", lambda variant: variant.consequence, widest=130, least=72, optional=True),
    Column("Origin", lambda variant: variant.origin, optional=True),
    Column("Significance", lambda variant: variant.significance.replace("-", " "), widest=130, least=72, optional=True),
)
_WHERE_FROM = (
    Column(
        "Seen",
        lambda variant: f"{variant.count:,}" if variant.count is not None else "",
        key=lambda variant: variant.count,
        number=True,
        optional=True,
    ),
    Column(
        "No place",
        lambda variant: variant.unplaced,
        widest=300,
        least=120,
        optional=True,
        muted=True,
        help="Why the variant stands on no protein of the gene.",
    ),
    Column(
        "dbSNP",
        lambda variant: variant.dbsnp,
        link=lambda variant: address(f"dbSNP:{variant.dbsnp}") if variant.dbsnp else "",
        optional=True,
        help="A click opens dbSNP in the browser.",
    ),
    Column(
        "Paper",
        _papers,
        value=lambda variant: ", ".join(variant.publications),
        hint=lambda variant: ", ".join(variant.publications),
        link=_paper_way,
        widest=120,
        least=94,
        firm=True,
        optional=True,
        help="The first one, by its number in PubMed, and how many more there are.",
    ),
)


_NOTE = Column(
    "Note",
    lambda variant: variant.note if variant.hgvs_p else "",
    widest=380,
    least=180,
    firm=True,
    stretch=2,
    optional=True,
    spare=True,
    muted=True,
    help="What else the source says, in its own words.",
)


def _columns(sources: dict[str, Source], diseases: dict[str, str]) -> tuple[Column, ...]:
    disease = Column(
        "Disease",
        lambda variant: diseases.get(variant.disease, variant.disease),
        link=_disease_way,
        widest=300,
        least=104,
        stretch=3,
        optional=True,
    )
    return (_RESIDUE, *_WHAT, disease, *_WHERE_FROM, source_column(sources), _NOTE)


class VariantsPanel(TablePanel):
    """The table of variants; a residue leads to its place in the sequence. `diseases` maps identifiers to names."""

    def __init__(
        self,
        theme: Theme,
        exits: Exits,
        variants: tuple[Variant, ...],
        sources: dict[str, Source],
        diseases: dict[str, str],
    ) -> None:
        super().__init__(
            theme,
            exits,
            RecordTable(theme, exits, _columns(sources, diseases), variants),
            "variants-table",
            "Variants",
            noun="variant",
            prompt="Filter variants",
            what="variants",
        )
        self.table.sort_by(0, Qt.SortOrder.AscendingOrder)


class VariantsSection(QWidget):
    """Diagram above, table below, which show the same choice of variants; without a protein the table alone.

    residues_chosen  Residues of the shown isoform that the person chose on the diagram
    diagram_made     there is a diagram now, for variants of the user's own
    """

    residues_chosen = Signal(object)
    diagram_made = Signal()

    def __init__(
        self,
        theme: Theme,
        exits: Exits,
        detail: ProteinDetail | None,
        variants: tuple[Variant, ...],
        sources: dict[str, Source],
        diseases: dict[str, str],
        own: OwnVariantsPanel | None = None,
        nothing: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._exits = theme, exits
        self._detail, self._variants, self._sources, self._diseases = detail, variants, sources, diseases
        self.own = own
        self.table = VariantsPanel(theme, exits, variants, sources, diseases)
        self.diagram: LollipopPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if any(variant.position for variant in variants):
            self._draw()
        self.table.setVisible(bool(variants))
        self._column.addWidget(self.table)
        if nothing is not None:
            self._column.addWidget(nothing)
        if own is not None:
            self._column.addWidget(own)
            own.changed.connect(self._show_own)
            own.residue_chosen.connect(self._choose_own)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _draw(self) -> None:
        """Make the diagram, where there is a protein."""
        if self._detail is not None and self.diagram is None:
            called = self._sources, self._diseases
            self.diagram = LollipopPanel(self._theme, self._detail, self._variants, *called)
            self._column.insertWidget(0, self.diagram)
            self._connect(self.diagram, self._exits)
            self.diagram_made.emit()

    def _show_own(self) -> None:
        own = self.own.own() if self.own is not None else ()
        if own:
            self._draw()
        if self.diagram is not None:
            self.diagram.show_own(own)
            self.diagram.setVisible(bool(own or self._variants))

    def _choose_own(self, residues: Residues, isoform: str) -> None:
        if self.diagram is not None:
            position = self.diagram.residue_shown(isoform, residues.start)
            if position:
                self.diagram.show_residue(position)
                self.residues_chosen.emit(Residues(position, position))

    def _connect(self, diagram: LollipopPanel, exits: Exits) -> None:
        diagram.status.connect(exits.status)
        diagram.place_requested.connect(exits.go)
        diagram.chosen_changed.connect(lambda: self.table.table.records_model.set_condition(diagram.accepts))
        diagram.residues_chosen.connect(self._choose)
        self.table.table.record_chosen.connect(
            lambda variant: diagram.show_residue(diagram.residue_shown(variant.isoform, variant.position or 0))
        )

    def _choose(self, residues: Residues) -> None:
        self.table.table.select(lambda variant: variant.position == residues.start)
        self.residues_chosen.emit(residues)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(16))
