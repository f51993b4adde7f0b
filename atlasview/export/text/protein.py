"""The page of a protein as text, and a protein as a gene's page shows it."""

from atlasview.export.fasta import find_isoform
from atlasview.export.text.layout import Column, Lines, facts, paragraph, table
from atlasview.export.text.papers import papers
from atlasview.export.text.references import genes, identifiers
from atlasview.records.difference import told_of_protein
from atlasview.records.profile import ProteinDetail, ProteinProfile
from atlasview.records.protein import Comment, Feature

_BLOCK, _LINE = 10, 60
_EXISTENCE = ("", "protein", "transcript", "homology", "predicted", "uncertain")


def protein_head(profile: ProteinProfile, width: int) -> Lines:
    """Accession, name, and the line below them; of the isoform where the page is about one."""
    protein = profile.detail.protein
    isoform = find_isoform(profile.detail, profile.isoform)
    named, name, sequence = protein.accession, protein.name, protein.sequence
    if isoform is not None and not isoform.canonical:
        named, name, sequence = isoform.id, f"isoform {isoform.name} of {protein.name}", isoform.sequence or ""
    length = f"{len(sequence)} residues" if sequence else ""
    below = " · ".join(part for part in (protein.entry_name, protein.organism, length) if part)
    return [*paragraph(f"{named}: {name}", width), *paragraph(below, width)]


def protein_section(profile: ProteinProfile, name: str, width: int) -> Lines:
    """One section by its name, no line where nothing is known."""
    if name == "overview":
        return _facts(profile.detail, width, "; ".join(told_of_protein(profile.differences, profile.sources)))
    if name == "genes":
        return genes(profile.genes, width)
    if name == "protein":
        return [*_comments(profile.detail, width), *_residues(profile.detail, profile.isoform, width)]
    if name == "citations":
        return papers(profile.citations, width)
    return identifiers(profile.detail.identifiers, width)


def protein_block(detail: ProteinDetail, width: int) -> Lines:
    """A protein within the page of its gene."""
    return [*_facts(detail, width), *_comments(detail, width), *_residues(detail, "", width)]


def sequence_lines(sequence: str) -> Lines:
    """Residues in blocks of ten, sixty to a line, with the numbers of the first and last on both sides."""
    across = len(str(len(sequence)))
    lines = []
    for start in range(0, len(sequence), _LINE):
        part = sequence[start : start + _LINE]
        blocks = " ".join(part[at : at + _BLOCK] for at in range(0, len(part), _BLOCK))
        lines.append(f"{start + 1:>{across}} {blocks} {start + len(part)}")
    return lines


def _facts(detail: ProteinDetail, width: int, differs: str = "") -> Lines:
    protein = detail.protein
    others = dict.fromkeys(name.text for name in detail.names if name.text != protein.name)
    known = _EXISTENCE[protein.existence] if 0 <= protein.existence < len(_EXISTENCE) else ""
    return facts(
        [
            ("Protein", f"{protein.accession} {protein.entry_name}".strip()),
            ("Name", protein.name),
            ("Other names", ", ".join(others)),
            ("Status", "reviewed" if protein.reviewed else "not reviewed"),
            ("Evidence", f"at the level of {known}" if protein.existence in (1, 2) else known),
            ("Organism", protein.organism),
            ("Length", f"{protein.length} residues"),
            ("Mass", f"{protein.mass} Da" if protein.mass is not None else ""),
            ("CRC64", protein.crc64),
            ("Family", protein.family),
            (
                "Isoforms",
                ", ".join(f"{each.id} (isoform {each.name})" if each.name else each.id for each in detail.isoforms),
            ),
            ("Sources differ", differs),
        ],
        width,
    )


def topic_of(comment: Comment) -> str:
    """`FUNCTION`, `SUBCELLULAR LOCATION (Isoform 1)`."""
    return f"{comment.topic}{f' ({comment.molecule})' if comment.molecule else ''}"


def comment_text(comment: Comment) -> str:
    """What is said, with the papers behind it."""
    papers = ", ".join(dict.fromkeys(one.reference for one in comment.evidence if one.reference.startswith("PMID:")))
    return f"{comment.words}{f' [{papers}]' if papers else ''}"


def _comments(detail: ProteinDetail, width: int) -> Lines:
    """What the entry says in words."""
    return [
        line
        for each in detail.comments
        for line in ("", *paragraph(f"{topic_of(each)}: {comment_text(each)}", width, "  ", ""))
    ]


def _residues(detail: ProteinDetail, named: str, width: int) -> Lines:
    isoform = find_isoform(detail, named)
    varies = isoform is not None and not isoform.canonical
    lines: Lines = []
    if detail.features:
        rows = [[each.type, feature_range(each), each.description, _on(each, detail)] for each in detail.features]
        columns = (Column("Feature"), Column("Residues"), Column("Description", wraps=True), Column("On"))
        lines += ["", *table(columns, rows, width)]
    if isoform is not None and varies and not isoform.sequence:
        return [*lines, "", f"The sequence of {isoform.id} is not known. {isoform.note}".rstrip()]
    sequence = isoform.sequence if isoform is not None and varies else detail.protein.sequence
    title = f"Sequence of {isoform.id}" if isoform is not None and varies else "Sequence"
    return [*lines, "", title, *sequence_lines(sequence or "")]


def feature_range(feature: Feature) -> str:
    """First and last residue with the signs of ends that are not exact: `<1-20`, `?`."""
    start = f"{feature.start_sign}{feature.start or ''}" or "?"
    end = f"{feature.end_sign}{feature.end or ''}" or "?"
    return start if start == end else f"{start}-{end}"


def _on(feature: Feature, detail: ProteinDetail) -> str:
    return "" if feature.sequence == detail.protein.accession else feature.sequence
