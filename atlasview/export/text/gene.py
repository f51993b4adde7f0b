"""The page of a gene as text."""

from collections.abc import Callable

from atlasview.export.document.gene import place_of
from atlasview.export.own_identifier import with_own
from atlasview.export.text.layout import UNKNOWN, Column, Lines, facts, number, paragraph, table
from atlasview.export.text.markers import MARKER_COLUMNS, marker_cells
from atlasview.export.text.papers import papers
from atlasview.export.text.prose import prose
from atlasview.export.text.protein import protein_block
from atlasview.export.text.references import identifiers, with_basis
from atlasview.figures.basis_words import basis_words, set_words
from atlasview.figures.expression_rows import axis_words, datasets_of, groups_of, specificity, value_text
from atlasview.records.difference import differing
from atlasview.records.gene import Location
from atlasview.records.profile import GeneProfile
from atlasview.records.term import GeneTerm
from atlasview.records.variant import Variant

_NAMES = {"previous symbol": "Previous symbols", "alias": "Aliases", "name": "Other names"}


def gene_head(profile: GeneProfile, width: int) -> Lines:
    """Symbol, name, and the line below them."""
    gene = profile.gene
    below = " · ".join(part for part in (gene.id, gene.locus_type, place_of(gene.location)) if part)
    return [*paragraph(": ".join(part for part in (gene.symbol, gene.name) if part), width), *paragraph(below, width)]


def gene_section(profile: GeneProfile, name: str, width: int) -> Lines:
    """One section by its name, no line where nothing is known."""
    return _SECTIONS[name](profile, width)


def _overview(profile: GeneProfile, width: int) -> Lines:
    gene = profile.gene
    names: dict[str, list[str]] = {}
    for each in profile.names:
        names.setdefault(each.kind, []).append(each.text)
    proteins = [
        f"{each.protein.accession} {each.protein.name}, {each.protein.length} residues" for each in profile.proteins
    ]
    return facts(
        [
            ("Symbol", gene.symbol),
            ("Name", gene.name),
            *((_NAMES.get(kind, kind), ", ".join(dict.fromkeys(texts))) for kind, texts in names.items()),
            ("Identifier", gene.id),
            ("Locus type", gene.locus_type),
            ("Location", _location(gene.location)),
            ("Protein", "; ".join(proteins)),
            ("Sources differ", "; ".join(differing(profile.differences, profile.sources))),
        ],
        width,
    )


def _location(location: Location) -> str:
    where = ""
    if location.chromosome and location.start is not None and location.end is not None:
        strand = f" ({location.strand})" if location.strand else ""
        where = f"chromosome {location.chromosome}: {location.start}-{location.end}{strand} {location.assembly}".strip()
    return ", ".join(part for part in (location.band or location.chromosome, where) if part)


def _article(profile: GeneProfile, width: int) -> Lines:
    lines: Lines = []
    for article in profile.articles:
        about = ", ".join(part for part in (article.origin, article.language, article.revised) if part)
        lines += [*([""] if lines else []), *paragraph(f"{article.title or profile.gene.symbol} ({about})", width)]
        for section in article.sections:
            translated = " (translated automatically)" if section.translated else ""
            lines += ["", f"{section.heading}{translated}", *prose(section.text, width)]
    return lines


def _cells(profile: GeneProfile, width: int) -> Lines:
    alone = set_words((row.context.label or row.scores.context, row.scores.dataset) for row in profile.significance)
    columns: tuple[Column, ...] = (
        Column("Cell type", wraps=True),
        Column("Id"),
        *(Column(title, right=True) for title in ("CSI", "rCSI %", "PRS", "Fold", "Delta", "Donors", "Cells")),
    )
    columns += () if alone else (Column("Context", wraps=True), Column("Data set", wraps=True))
    rows = []
    for row in profile.significance:
        scores = row.scores
        values = (scores.csi, scores.rcsi, scores.prs, scores.fold_change, scores.delta, scores.donors, scores.cells)
        where = [] if alone else [row.context.label or scores.context, scores.dataset]
        rows.append([row.cell_type.name, scores.cell_type, *map(number, values), *where])
    said = basis_words([row.scores for row in profile.significance], profile.coverage)
    return with_basis(table(columns, rows, width), alone, said, width)


def _protein(profile: GeneProfile, width: int) -> Lines:
    lines: Lines = []
    for detail in profile.proteins:
        lines += [*([""] if lines else []), *protein_block(detail, width)]
    return lines


def _unplaced(variant: Variant) -> str:
    return f"no place on a protein: {variant.unplaced}" if variant.unplaced else ""


def _variants(profile: GeneProfile, width: int) -> Lines:
    columns = (
        Column("Change"),
        Column("Position", right=True),
        Column("Isoform"),
        Column("Consequence", wraps=True),
        Column("Origin"),
        Column("Significance", wraps=True),
        Column("dbSNP"),
        Column("Count", right=True),
        Column("Source", wraps=True),
    )
    diseases = profile.disease_names
    sources = {each.source for each in profile.variants}
    rows = [
        [
            each.hgvs_p,
            number(each.position),
            each.isoform,
            each.consequence,
            each.origin,
            each.significance.replace("-", " "),
            each.dbsnp,
            number(each.count),
            _database(profile, each.source) if len(sources) > 1 else "",
        ]
        for each in profile.variants
    ]
    notes = [
        "; ".join(part for part in (diseases.get(each.disease, each.disease), each.note, _unplaced(each)) if part)
        for each in profile.variants
    ]
    said = [f"All of them are from {_database(profile, *sources)}."] if len(sources) == 1 else []
    return [*said, *table(columns, rows, width, notes)]


def _transcripts(profile: GeneProfile, width: int) -> Lines:
    columns = (
        Column("Transcript"),
        Column("Assembly"),
        Column("Biotype", wraps=True),
        Column("Length", right=True),
        Column("Exons", right=True),
        Column("Protein", wraps=True),
        Column("Chosen by"),
    )
    rows = [
        [
            each.id,
            each.assembly,
            each.biotype.replace("_", " "),
            number(each.length),
            number(each.exon_count),
            ", ".join(filter(None, (each.protein.partition(":")[2], each.isoform))),
            ", ".join(each.marks),
        ]
        for each in profile.transcripts
    ]
    return table(columns, rows, width)


def _diseases(profile: GeneProfile, width: int) -> Lines:
    lines: Lines = []
    for linked in profile.diseases:
        identifier, name = linked.disease.id, linked.disease.name
        lines += paragraph(identifier if name == identifier else f"{name} ({identifier})", width, "    ", "")
        for tie in linked.associations:
            words = ": ".join(part for part in (tie.kind, tie.note) if part)
            lines += paragraph(f"{words} [{_database(profile, tie.source)}]", width, "      ", "    ")
    return lines


def _terms(profile: GeneProfile, width: int) -> Lines:
    columns = (Column("Term", wraps=True), Column("Id"), Column("Category", wraps=True), Column("Evidence"))
    rows = [
        [
            linked.term.name,
            linked.term.id,
            linked.term.category.replace("_", " "),
            ", ".join(dict.fromkeys(evidence for link in linked.links if (evidence := _evidence(link)))),
        ]
        for linked in profile.terms
    ]
    return table(columns, rows, width)


def _evidence(link: GeneTerm) -> str:
    """Evidence code of an annotation; NOT before it says that the gene was found to lack the term."""
    return f"NOT {link.evidence}".strip() if "NOT" in link.qualifier.split("|") else link.evidence


def _expression(profile: GeneProfile, width: int) -> Lines:
    """A table for each data set, highest first, under a line that says what it is measured in, and tau."""
    lines: Lines = []
    for rows in datasets_of(profile.expression).values():
        (group,), _ = groups_of(rows, "value")
        said = [axis_words(rows[0]), specificity(rows)[1]]
        backed = any(row.record.reliability for row in group.rows) and rows[0].kind != "place"
        columns = [Column("Sample", wraps=True), Column("Value", right=True), *[Column("Reliability")] * backed]
        cells = [[row.label, value_text(row), *[row.record.reliability] * backed] for row in group.rows]
        lines += [*([""] if lines else []), "; ".join(filter(None, said)), *table(columns, cells, width)]
    return lines


def _interactions(profile: GeneProfile, width: int) -> Lines:
    columns = (Column("Gene"), Column("Name", wraps=True), Column("Score", right=True), Column("Found by", wraps=True))
    rows = [
        [
            partner.symbol,
            partner.name,
            number(each.score),
            ", ".join(
                [
                    *(f"{channel} {number(score)}" for channel, score in each.channels),
                    *filter(None, (each.method, *each.publications)),
                ]
            ),
        ]
        for each, partner in profile.interactions
    ]
    return table(columns, rows, width)


def _homologies(profile: GeneProfile, width: int) -> Lines:
    columns = (Column("Relative", wraps=True), Column("Species"), Column("Molecule"), Column("Identity %", right=True))
    rows = [[each.relative, each.species, each.molecule, number(each.identity)] for each in profile.homologies]
    return table(columns, rows, width)


def _markers(profile: GeneProfile, width: int) -> Lines:
    rows = [[each.cell_type, each.marker.cell_type, *marker_cells(each.marker)] for each in profile.markers]
    return table((Column("Cell type", wraps=True), Column("Id"), *MARKER_COLUMNS), rows, width)


def _identifiers(profile: GeneProfile, width: int) -> Lines:
    return identifiers(with_own(profile.gene.id, profile.gene.source, profile.identifiers), width)


def _database(profile: GeneProfile, key: str) -> str:
    source = profile.sources.get(key)
    return source.database if source else key or UNKNOWN


_SECTIONS: dict[str, Callable[[GeneProfile, int], Lines]] = {
    "overview": _overview,
    "article": _article,
    "cells": _cells,
    "markers": _markers,
    "protein": _protein,
    "variants": _variants,
    "transcripts": _transcripts,
    "diseases": _diseases,
    "associated-with": _terms,
    "expression": _expression,
    "interactions": _interactions,
    "homologies": _homologies,
    "citations": lambda profile, width: papers(profile.citations, width),
    "identifiers": _identifiers,
}
