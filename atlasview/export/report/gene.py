"""The page of a gene as a report."""

from collections.abc import Callable
from html import escape

from atlasview.export.document.gene import place_of
from atlasview.export.markdown import rich_text
from atlasview.export.own_identifier import with_own
from atlasview.export.report.figures import figure_part
from atlasview.export.report.markers import MARKER_COLUMNS, marker_cells
from atlasview.export.report.papers import papers
from atlasview.export.report.parts import Column, Heading, Paragraph, Part, Rich
from atlasview.export.report.protein import protein_body, protein_facts
from atlasview.export.report.words import all_linked, facts, identifiers, linked, number, table, words
from atlasview.figures.basis_words import basis_words
from atlasview.figures.expression_rows import datasets_of, groups_of, names_of, value_text
from atlasview.records.difference import differing
from atlasview.records.expression import KINDS
from atlasview.records.profile import GeneProfile, LinkedTerm, ScoredCell

_NAMES = {"previous symbol": "Previous symbols", "alias": "Also known as", "name": "Other names"}


def _overview(profile: GeneProfile) -> list[Part]:
    gene = profile.gene
    names: dict[str, list[str]] = {}
    for each in profile.names:
        names.setdefault(each.kind, []).append(each.text)
    lines = [
        Rich(f"{linked(each.protein.id, each.protein.accession)} {words(each.protein.name)}")
        for each in profile.proteins
    ]
    return [
        *facts(
            [
                ("Identifier", linked(gene.id)),
                ("Gene type", words(gene.locus_type)),
                *((_NAMES.get(kind, kind), words(", ".join(dict.fromkeys(texts)))) for kind, texts in names.items()),
                ("Location", words(_location(profile))),
                ("Protein", Rich("<br>".join(lines))),
                ("Sources differ", words("; ".join(differing(profile.differences, profile.sources)))),
            ]
        )
    ]


def _location(profile: GeneProfile) -> str:
    where = profile.gene.location
    band = place_of(where)
    if where.start is None or where.end is None:
        return band
    return f"{band}, chromosome {where.chromosome}: {where.start:,}–{where.end:,} {where.assembly}".strip()


def _article(profile: GeneProfile) -> list[Part]:
    parts: list[Part] = []
    for article in profile.articles:
        about = ", ".join(part for part in (article.origin, article.language, article.revised) if part)
        title = article.title or profile.gene.symbol
        parts += [Heading(title, 3), Paragraph(words(f"{about}. {', '.join(article.authors)}".strip(" .")), muted=True)]
        for section in article.sections:
            flag = " (translated automatically)" if section.translated else ""
            if section.heading:
                parts.append(Heading(f"{section.heading}{flag}", 3))
            parts.append(Paragraph(Rich(rich_text(section.text, _link, "margin: 0 0 5px 0")), block=True))
    return parts


def _link(text: str, target: str) -> str:
    """A link of an article: a paper's identifier is said where the text does not say it, as paper has no way to go."""
    shown = linked(target, target) if target.startswith(("PMID:", "DOI:")) else ""
    bare = target.partition(":")[2].casefold()
    if shown:
        said = text.casefold().replace(" ", "")
        return shown if said in ("", bare, target.casefold()) else f"{text} [{shown}]"
    if target.startswith(("https://", "http://")):
        return f'<a href="{escape(target)}">{text}</a>'
    return text


def _cells(profile: GeneProfile) -> list[Part]:
    columns = (
        Column("Cell type"),
        Column("Identifier"),
        *(Column(title, number=True) for title in ("CSI", "rCSI %", "PRS", "Fold", "Delta")),
        Column("n", number=True),
        Column("Context"),
    )
    groups: dict[tuple[str, str], list[ScoredCell]] = {}
    for row in profile.significance:
        groups.setdefault((row.context.id, row.scores.dataset), []).append(row)
    parts: list[Part] = []
    for (context, dataset), rows in groups.items():
        label = rows[0].context.label or context
        parts.append(Heading(f"{label}, {dataset}", 3))
        parts += figure_part(profile, "landscape", context=context, dataset=dataset)
        parts += table(columns, (_score(row) for row in rows))
    if said := basis_words([row.scores for row in profile.significance], profile.coverage):
        parts.append(Paragraph(words(said), muted=True))
    if parts:
        parts.append(Paragraph(words("A cell type that is not listed was not given; missing is not zero."), muted=True))
    return parts


def _score(row: ScoredCell) -> tuple[Rich, ...]:
    scores = row.scores
    values = (scores.csi, scores.rcsi, scores.prs, scores.fold_change, scores.delta, scores.profiles)
    context = row.context.label or scores.context
    return (words(row.cell_type.name), linked(scores.cell_type), *map(number, values), words(context))


def _protein(profile: GeneProfile) -> list[Part]:
    parts: list[Part] = []
    for detail in profile.proteins:
        if len(profile.proteins) > 1:
            parts.append(Heading(f"{detail.protein.accession} {detail.protein.name}", 3))
        # The figure of a page is that of its first protein.
        parts += [*protein_facts(detail), *protein_body(profile, detail, drawn=detail is profile.proteins[0])]
    return parts


def _variants(profile: GeneProfile) -> list[Part]:
    names = profile.disease_names
    columns = (
        Column("Residue", number=True),
        Column("Change"),
        Column("Consequence"),
        Column("Origin"),
        Column("Significance"),
        Column("Disease"),
        Column("Seen", number=True),
        Column("Note"),
        Column("Papers"),
    )
    rows = [
        (
            number(each.position),
            words(each.hgvs_p or each.note),
            words(each.consequence),
            words(each.origin),
            words(each.significance.replace("-", " ")),
            linked(each.disease, names.get(each.disease, each.disease)),
            number(each.count),
            words("; ".join(part for part in (each.note if each.hgvs_p else "", each.unplaced) if part)),
            all_linked(each.publications),
        )
        for each in profile.variants
    ]
    return [*table(columns, rows)]


def _diseases(profile: GeneProfile) -> list[Part]:
    columns = (Column("Disease"), Column("Tie"), Column("Papers"), Column("Source"))
    rows = [
        (
            Rich(f"{words(each.disease.name)}<br>{linked(each.disease.id)}"),
            words(": ".join(part for part in (tie.kind, tie.note) if part)),
            all_linked(tie.publications),
            words(profile.sources[tie.source].database if tie.source in profile.sources else tie.source),
        )
        for each in profile.diseases
        for tie in each.associations
    ]
    return [*table(columns, rows)]


def _terms(profile: GeneProfile) -> list[Part]:
    columns = (Column("Term"), Column("Identifier"), Column("Kind"), Column("Evidence"))
    return [*table(columns, (_term(each) for each in profile.terms))]


def _term(each: LinkedTerm) -> tuple[Rich, ...]:
    evidence = (
        f"NOT {link.evidence}".strip() if "NOT" in link.qualifier.split("|") else link.evidence for link in each.links
    )
    said = ", ".join(filter(None, dict.fromkeys(evidence)))
    return words(each.term.name), linked(each.term.id), words(each.term.category.replace("_", " ")), words(said)


def _transcripts(profile: GeneProfile) -> list[Part]:
    columns = (
        Column("Transcript"),
        Column("Assembly"),
        Column("Biotype"),
        Column("Bases", number=True),
        Column("Exons", number=True),
        Column("Protein"),
        Column("Isoform"),
        Column("Chosen by"),
    )
    rows = [
        (
            words(each.id),
            words(each.assembly),
            words(each.biotype.replace("_", " ")),
            number(each.length),
            number(each.exon_count),
            words(each.protein.partition(":")[2]),
            words(each.isoform),
            words(", ".join(each.marks)),
        )
        for each in profile.transcripts
    ]
    return [*table(columns, rows)]


def _expression(profile: GeneProfile) -> list[Part]:
    columns = (Column("Sample"), Column("Value", number=True), Column("Reliability"))
    parts: list[Part] = []
    datasets = datasets_of(profile.expression)
    for one, name in names_of(datasets).items():
        (group,), _ = groups_of(datasets[one], "value")
        parts += [Heading(f"{KINDS.get(one.kind, one.kind)}, {name}", 3)]
        parts += figure_part(profile, "expression", dataset=name)
        cells = ((words(row.label), words(value_text(row)), words(row.record.reliability)) for row in group.rows)
        parts += table(columns, cells)
    return parts


def _interactions(profile: GeneProfile) -> list[Part]:
    columns = (Column("Gene"), Column("Name"), Column("Score", number=True), Column("Method"), Column("Papers"))
    rows = [
        (words(other.symbol), words(other.name), number(each.score), words(each.method), all_linked(each.publications))
        for each, other in profile.interactions
    ]
    return [*table(columns, rows)]


def _homologies(profile: GeneProfile) -> list[Part]:
    columns = (
        Column("Relative"),
        Column("Species"),
        Column("Molecule"),
        Column("Identity %", number=True),
        Column("Paper"),
    )
    rows = [
        (
            words(each.relative),
            words(each.species),
            words(each.molecule),
            number(each.identity),
            linked(each.publication),
        )
        for each in profile.homologies
    ]
    return [*table(columns, rows)]


def _markers(profile: GeneProfile) -> list[Part]:
    rows = [(words(each.cell_type), *marker_cells(each.marker)) for each in profile.markers]
    return [*table((Column("Cell type"), *MARKER_COLUMNS), rows)]


def _identifiers(profile: GeneProfile) -> list[Part]:
    return [*identifiers(with_own(profile.gene.id, profile.gene.source, profile.identifiers))]


GENE: dict[str, Callable[[GeneProfile], list[Part]]] = {
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
    "citations": lambda profile: papers(profile.citations),
    "identifiers": _identifiers,
}
"""Sections by the names of `export.sections`; no part where nothing is known."""
