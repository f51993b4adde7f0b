"""Whether a gene or protein has the residues that a query points at, and what stands there."""

from collections.abc import Iterable
from dataclasses import replace

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search.typed import Pointed
from atlasview.atlas.statement import Statement
from atlasview.records.hit import Hit
from atlasview.records.place import Kind, Residues

_OF_GENE = Statement(
    "SELECT p.accession AS name, p.sequence FROM subject s JOIN gene_protein l ON l.gene = s.key"
    " JOIN protein p ON p.key = l.protein WHERE s.id = :id"
    " ORDER BY p.reviewed DESC, length(p.sequence) DESC, p.accession LIMIT 1"
)
_OF_PROTEIN = Statement(
    "SELECT p.accession AS name, p.sequence FROM subject s JOIN protein p ON p.key = s.key WHERE s.id = :id"
)
_OF_ISOFORM = Statement("SELECT id AS name, sequence FROM isoform WHERE id = :accession AND sequence IS NOT NULL")
_OF_VARIANT = Statement(
    "SELECT DISTINCT v.position FROM subject s JOIN variant v ON v.gene = s.key JOIN isoform i ON i.key = v.isoform"
    " WHERE s.id = :id AND v.dbsnp = :number AND i.canonical = 1 AND v.position IS NOT NULL LIMIT 2"
)
_DBSNP = "dbSNP:"
HAVE_RESIDUES = (Kind.GENE, Kind.PROTEIN)


def pointed_hits(reader: AtlasReader, found: Iterable[Hit], asked: Pointed) -> tuple[tuple[Hit, ...], str]:
    """The hits that have residues, pointing at them, and a sentence where the first of them has not those asked for."""
    notes: list[str] = []
    pointing = []
    for hit in found:
        if hit.kind in HAVE_RESIDUES:
            note, within = _check(reader, hit, asked)
            notes.append(note)
            pointing.append(replace(hit, residues=asked.residues if within else None))
    return tuple(pointing), notes[0] if notes else ""


def at_variants(reader: AtlasReader, found: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits, a gene that a number of dbSNP named at the one residue where its variants of this number stand."""
    return tuple(_at_variant(reader, hit) for hit in found)


def _at_variant(reader: AtlasReader, hit: Hit) -> Hit:
    if hit.kind is not Kind.GENE or not hit.matched.startswith(_DBSNP):
        return hit
    rows = reader.rows(_OF_VARIANT, id=hit.id, number=hit.matched.removeprefix(_DBSNP))
    positions = [row.position for row in rows]
    return replace(hit, residues=Residues(positions[0], positions[0])) if len(positions) == 1 else hit


def _check(reader: AtlasReader, hit: Hit, asked: Pointed) -> tuple[str, bool]:
    row = reader.row(_OF_GENE if hit.kind is Kind.GENE else _OF_PROTEIN, id=hit.id)
    if hit.kind is Kind.PROTEIN and "-" in hit.id:
        row = reader.row(_OF_ISOFORM, accession=hit.id.partition(":")[2])
    name = hit.symbol or hit.name
    if row is None:
        return f"This atlas has no protein sequence of {name}.", False
    start, end = asked.residues.start, asked.residues.end
    if end > len(row.sequence):
        return f"{row.name} has {len(row.sequence)} residues, so there is no {end}.", False
    there = row.sequence[start - 1]
    if asked.letter and asked.letter != there:
        return f"Residue {start} of {row.name} is {there}, not {asked.letter}.", True
    return "", True
