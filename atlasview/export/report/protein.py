"""The page of a protein as a report, and a protein as a gene's report shows it."""

from collections.abc import Callable

from atlasview.export.fasta import find_isoform
from atlasview.export.report.figures import figure_part
from atlasview.export.report.papers import papers
from atlasview.export.report.parts import Column, Heading, Letters, Paragraph, Part, Rich
from atlasview.export.report.words import UNKNOWN, all_linked, facts, identifiers, linked, number, table, words
from atlasview.export.text.protein import comment_text, feature_range, sequence_lines, topic_of
from atlasview.export.text.references import TIE_TITLES, tie_cells
from atlasview.figures.basis_words import basis_words
from atlasview.records.difference import told_of_protein
from atlasview.records.profile import GeneLink, Profile, ProteinDetail, ProteinProfile
from atlasview.records.significance import Coverage

_EXISTENCE = ("", "evidence at protein level", "evidence at transcript level", "homology", "predicted", "uncertain")


def protein_facts(detail: ProteinDetail, differs: str = "") -> list[Part]:
    """What a protein is; `differs` is what other sources say of it."""
    protein = detail.protein
    others = dict.fromkeys(name.text for name in detail.names if name.text != protein.name)
    known = _EXISTENCE[protein.existence] if 0 <= protein.existence < len(_EXISTENCE) else ""
    mass = f", {protein.mass:,} Da" if protein.mass is not None else ""
    isoforms = ", ".join(f"{each.id} ({each.name})" if each.name else each.id for each in detail.isoforms)
    return [
        *facts(
            [
                ("Protein", Rich(f"{linked(protein.id, protein.accession)} {words(protein.name)}")),
                ("Entry", words(protein.entry_name)),
                ("Other names", words(", ".join(others))),
                ("Organism", words(protein.organism)),
                ("Status", words("reviewed" if protein.reviewed else "not reviewed")),
                ("Existence", words(known)),
                ("Length", words(f"{protein.length:,} residues{mass}")),
                ("CRC64", words(protein.crc64)),
                ("Family", words(protein.family)),
                ("Isoforms", words(isoforms)),
                ("Sources differ", words(differs)),
            ]
        )
    ]


def protein_body(profile: Profile, detail: ProteinDetail, named: str = "", drawn: bool = True) -> list[Part]:
    """Diagram, features and sequence of an isoform, the canonical one for an empty name."""
    isoform = find_isoform(detail, named)
    varies = isoform is not None and not isoform.canonical
    own = isoform.id if isoform is not None and varies else detail.protein.accession
    sequence = isoform.sequence if isoform is not None and varies else detail.protein.sequence
    parts: list[Part] = list(figure_part(profile, "domains", named)) if drawn else []
    said = table(
        (Column("Comment", width=22), Column("Text")),
        [(words(topic_of(each)), words(comment_text(each))) for each in detail.comments],
    )
    if said:
        parts += [Heading("Comments", 3), *said]
    columns = (Column("Feature", width=18), Column("Residues", width=14), Column("Description"))
    rows = [
        (words(each.type.replace("_", " ").capitalize()), words(feature_range(each)), words(each.description))
        for each in detail.features
        if each.sequence == own
    ]
    listed = table(columns, rows)
    if listed:
        parts += [Heading(f"Features of {own}", 3), *listed]
    if sequence:
        return [*parts, Heading(f"Sequence of {own}", 3), Letters(tuple(sequence_lines(sequence)))]
    note = isoform.note if isoform is not None else ""
    return [*parts, Paragraph(words(f"The sequence of {own} is not known. {note}".rstrip()), muted=True)]


def genes(links: tuple[GeneLink, ...], coverage: tuple[Coverage, ...] = ()) -> list[Part]:
    """Genes as other pages list them, with their scores where there are any, and what these rest on."""
    columns = (
        Column("Gene", width=12),
        Column("Identifier", width=16),
        Column("Name"),
        *map(Column, TIE_TITLES),
        *(Column(title, number=True, width=9) for title in ("CSI", "rCSI %", "PRS")),
        Column("Context", width=12),
    )
    said = basis_words([each.scores for each in links if each.scores is not None], coverage)
    listed = table(columns, (_gene(each) for each in links))
    return [*listed, *([Paragraph(words(said), muted=True)] if said else [])]


def _gene(gene: GeneLink) -> tuple[Rich, ...]:
    *said, _papers = map(words, tie_cells(gene))
    papers = all_linked(dict.fromkeys(one for tie in gene.ties for one in tie.references))
    named = (Rich(f"<b>{words(gene.symbol)}</b>"), linked(gene.id), words(gene.name), *said, papers)
    scores = gene.scores
    if scores is None:
        return (*named, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)
    return (*named, number(scores.csi), number(scores.rcsi), number(scores.prs), words(scores.context))


PROTEIN: dict[str, Callable[[ProteinProfile], list[Part]]] = {
    "overview": lambda profile: protein_facts(
        profile.detail, "; ".join(told_of_protein(profile.differences, profile.sources))
    ),
    "genes": lambda profile: genes(profile.genes),
    "protein": lambda profile: protein_body(profile, profile.detail, profile.isoform),
    "citations": lambda profile: papers(profile.citations),
    "identifiers": lambda profile: [*identifiers(profile.detail.identifiers)],
}
"""Sections by the names of `export.sections`; no part where nothing is known."""
