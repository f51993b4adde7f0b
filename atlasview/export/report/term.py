"""The page of a cell type, term or disease as a report."""

from collections.abc import Callable, Iterable

from atlasview.export.report.markers import MARKER_COLUMNS, marker_cells
from atlasview.export.report.parts import Column, Part, Rich
from atlasview.export.report.protein import genes
from atlasview.export.report.words import facts, identifiers, linked, table, words
from atlasview.records.profile import Relative, TermProfile


def _overview(profile: TermProfile) -> list[Part]:
    synonyms = dict.fromkeys(synonym.text for synonym in profile.synonyms)
    return [
        *facts(
            [
                ("Identifier", linked(profile.id)),
                ("Kind", words(profile.category.replace("_", " "))),
                ("Definition", words(profile.definition)),
                ("Also known as", words("; ".join(synonyms))),
                ("Under", words(" › ".join(each.name for each in profile.ancestors))),
                ("Parents", _relatives(profile.parents)),
                ("Children", _relatives(profile.children)),
            ]
        )
    ]


def _relatives(relatives: Iterable[Relative]) -> Rich:
    return Rich("; ".join(f"{words(each.name)} ({linked(each.id)})" for each in relatives))


def _signs(profile: TermProfile) -> list[Part]:
    columns = (Column("Sign"), Column("Term"), Column("How often"), Column("Reference"))
    rows = [
        (
            words(each.name),
            linked(each.phenotype.term),
            words("not seen" if each.phenotype.absent else each.phenotype.frequency),
            linked(each.phenotype.reference),
        )
        for each in profile.signs
    ]
    return [*table(columns, rows)]


def _markers(profile: TermProfile) -> list[Part]:
    rows = [(words(each.gene.symbol), *marker_cells(each.marker)) for each in profile.markers]
    return [*table((Column("Gene"), *MARKER_COLUMNS), rows)]


TERM: dict[str, Callable[[TermProfile], list[Part]]] = {
    "overview": _overview,
    "genes": lambda profile: genes(profile.genes, profile.coverage),
    "markers": _markers,
    "signs": _signs,
    "identifiers": lambda profile: [*identifiers(profile.identifiers)],
}
"""Sections by the names of `export.sections`; no part where nothing is known."""
