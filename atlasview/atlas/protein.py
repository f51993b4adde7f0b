"""Proteins with all that lies on them: as parts of a gene's page, and as a page of their own."""

from typing import Any

from atlasview.atlas.difference import differences_of_protein
from atlasview.atlas.publication import protein_citations
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.lists import parted, parted_evidence
from atlasview.records.place import Kind, Place
from atlasview.records.profile import GeneLink, ProteinDetail, ProteinProfile
from atlasview.records.protein import Comment, Feature, Isoform, Protein, ProteinName
from atlasview.records.reference import CrossReference
from atlasview.records.trouble import NotFound

_COLUMNS = (
    "p.key, s.id, p.accession, p.secondary, p.entry_name, s.name, p.reviewed, p.existence, p.organism, p.taxon,"
    " p.gene_symbol, p.sequence, p.version, p.mass, p.crc64, p.family, p.source"
)
_OF_GENE = "(SELECT protein FROM gene_protein WHERE gene = :key)"
_PROTEIN = Statement(f"SELECT {_COLUMNS} FROM subject s JOIN protein p ON p.key = s.key WHERE s.id = :id")
_PROTEINS = Statement(
    f"SELECT {_COLUMNS} FROM protein p JOIN subject s ON s.key = p.key WHERE p.key IN {_OF_GENE}"
    " ORDER BY p.reviewed DESC, length(p.sequence) DESC, p.accession"
)
_GENES = Statement(
    "SELECT s.id, s.symbol, s.name FROM gene_protein l JOIN subject s ON s.key = l.gene WHERE l.protein = :key"
    " ORDER BY s.key"
)
_PARTS = {
    "names": "SELECT protein, kind, text, source FROM protein_name WHERE protein IN {} ORDER BY protein, number",
    "isoforms": "SELECT protein, key, id, name, synonyms, canonical, differences, sequence, note, source FROM isoform"
    " WHERE protein IN {} ORDER BY protein, canonical DESC, key",
    "features": 'SELECT f.protein, f.isoform, f.ordinal, f.type, f.start, f."end", f.start_sign, f.end_sign,'
    " f.description, f.id, e.text, f.source FROM feature f JOIN evidence e ON e.key = f.evidence"
    " WHERE f.protein IN {} ORDER BY f.protein, f.number",
    "identifiers": "SELECT subject, database, id, label, source FROM cross_reference WHERE subject IN {}"
    " ORDER BY subject, number",
    "comments": "SELECT c.protein, c.topic, c.molecule, c.text, e.text AS evidence, c.source FROM comment c"
    " JOIN evidence e ON e.key = c.evidence WHERE c.protein IN {} ORDER BY c.protein, c.number",
}
_PARTS_OF_ONE = {part: Statement(sql.format("(:key)")) for part, sql in _PARTS.items()}
_PARTS_OF_GENE = {part: Statement(sql.format(_OF_GENE)) for part, sql in _PARTS.items()}


def gene_proteins(reader: AtlasReader, gene: int) -> tuple[ProteinDetail, ...]:
    """Proteins of a gene, reviewed and long ones first."""
    parts = {part: reader.rows(sql, key=gene) for part, sql in _PARTS_OF_GENE.items()}
    return tuple(_detail(reader, row, parts) for row in reader.rows(_PROTEINS, key=gene))


def protein_profile(reader: AtlasReader, protein_id: str) -> ProteinProfile:
    """The page of a protein or of one of its isoforms (`UniProtKB:P16871-2`). Raises NotFound where there is none."""
    base, _dash, ordinal = protein_id.partition("-")
    row = reader.row(_PROTEIN, id=base)
    if row is None:
        raise NotFound("this atlas has no such protein", protein_id, "search for it by its accession or gene")
    parts = {part: reader.rows(sql, key=row.key) for part, sql in _PARTS_OF_ONE.items()}
    detail = _detail(reader, row, parts)
    isoform = _isoform(detail, protein_id) if ordinal else ""
    place = Place(Kind.PROTEIN, f"{base}-{isoform.rpartition('-')[2]}" if isoform else base, detail.protein.name)
    return ProteinProfile(
        detail=detail,
        isoform=isoform,
        genes=tuple(GeneLink(*gene) for gene in reader.rows(_GENES, key=row.key)),
        citations=protein_citations(reader, row.key),
        differences=differences_of_protein(reader, row.key),
        sources=reader.sources_by_name(),
        atlas=reader.label,
        place=place,
    )


def _isoform(detail: ProteinDetail, asked: str) -> str:
    """Id of the isoform that was asked for, empty where it is the canonical one."""
    wanted = asked.partition(":")[2]
    for isoform in detail.isoforms:
        if isoform.id == wanted:
            return "" if isoform.canonical else isoform.id
    known = ", ".join(isoform.id for isoform in detail.isoforms)
    raise NotFound("this protein has no such isoform", asked, f"its isoforms are {known}")


def _detail(reader: AtlasReader, row: Any, parts: dict[str, Any]) -> ProteinDetail:
    key, *fields = row
    protein = _protein(fields, reader.source)
    own = {part: [one for one in rows if one[0] == key] for part, rows in parts.items()}
    sequences = {None: protein.accession} | {isoform.key: isoform.id for isoform in own["isoforms"]}
    return ProteinDetail(
        protein=protein,
        names=tuple(ProteinName(protein.id, kind, name, reader.source[s]) for _key, kind, name, s in own["names"]),
        isoforms=tuple(_isoform_record(protein.id, one, reader.source) for one in own["isoforms"]),
        features=tuple(_feature(protein.id, sequences, one, reader.source) for one in own["features"]),
        identifiers=tuple(
            CrossReference(protein.id, database, found, label, reader.source[s])
            for _key, database, found, label, s in own["identifiers"]
        ),
        comments=tuple(
            Comment(protein.id, topic, molecule, text, parted_evidence(evidence), reader.source[s])
            for _key, topic, molecule, text, evidence, s in own["comments"]
        ),
    )


def _protein(fields: list[Any], source: dict[int, str]) -> Protein:
    curie, accession, secondary, entry_name, name, reviewed, *rest, of = fields
    return Protein(*[curie, accession, parted(secondary), entry_name, name, bool(reviewed), *rest, source[of]])


def _isoform_record(protein: str, row: Any, source: dict[int, str]) -> Isoform:
    _protein, _key, found, name, synonyms, canonical, differences, sequence, note, of = row
    return Isoform(
        found, protein, name, parted(synonyms), bool(canonical), parted(differences), sequence, note, source[of]
    )


def _feature(protein: str, sequences: dict[int | None, str], row: Any, source: dict[int, str]) -> Feature:
    _protein, isoform, ordinal, sort, start, end, start_sign, end_sign, description, found, evidence, of = row
    return Feature(
        protein,
        sequences[isoform],
        ordinal,
        sort,
        start,
        end,
        start_sign,
        end_sign,
        description,
        found,
        parted_evidence(evidence),
        source[of],
    )
