"""The page of a cell type, term or disease as text."""

from collections.abc import Iterable

from atlasview.export.text.layout import Column, Lines, facts, paragraph, table
from atlasview.export.text.markers import MARKER_COLUMNS, marker_cells
from atlasview.export.text.references import genes, identifiers
from atlasview.records.profile import Relative, TermProfile


def term_head(profile: TermProfile, width: int) -> Lines:
    """Name, and the line below it."""
    kind = profile.place.kind.value.replace("_", " ")
    below = " · ".join(part for part in (profile.id, kind, profile.category.replace("_", " ")) if part)
    return [*paragraph(profile.name, width), *paragraph(below, width)]


def term_section(profile: TermProfile, name: str, width: int) -> Lines:
    """One section by its name, no line where nothing is known."""
    if name == "overview":
        return _overview(profile, width)
    if name == "genes":
        return genes(profile.genes, width, profile.coverage)
    if name == "signs":
        return _signs(profile, width)
    if name == "markers":
        rows = [[one.gene.symbol, one.gene.name, *marker_cells(one.marker)] for one in profile.markers]
        return table((Column("Gene"), Column("Name", wraps=True), *MARKER_COLUMNS), rows, width)
    return identifiers(profile.identifiers, width)


def _signs(profile: TermProfile, width: int) -> Lines:
    rows = [
        [each.name, each.phenotype.term, "not seen" if each.phenotype.absent else each.phenotype.frequency]
        for each in profile.signs
    ]
    return table((Column("Sign", wraps=True), Column("Term"), Column("How often")), rows, width, [""] * len(rows))


def _overview(profile: TermProfile, width: int) -> Lines:
    synonyms = dict.fromkeys(synonym.text for synonym in profile.synonyms)
    kind = profile.place.kind.value.replace("_", " ")
    return facts(
        [
            ("Definition", profile.definition or f"not in this atlas; the source of the {kind} gives it"),
            ("Synonyms", "; ".join(synonyms)),
            ("Under", " › ".join(each.name for each in profile.ancestors)),
            ("Parents", _relatives(profile.parents)),
            ("Children", _relatives(profile.children)),
        ],
        width,
    )


def _relatives(relatives: Iterable[Relative]) -> str:
    return "; ".join(f"{each.name} ({each.id})" for each in relatives)
