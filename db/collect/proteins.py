"""Proteins, their names, isoforms, identifiers and the genes they come from, by UniProt entry."""

import re
from collections.abc import Iterator

from atlasview.records.protein import GeneProtein, Isoform, Protein, ProteinName
from atlasview.records.reference import CrossReference
from atlasview.records.sequence import crc64
from db.collect.features import feature_sequence_changes
from db.collect.flat_text import Entry, without_evidence
from db.collect.tables import Tables

SOURCE = "uniprot"

_PREFIXES = {
    "GeneID": "NCBIGene",
    "MIM": "OMIM",
    "Ensembl": "ENSEMBL",
    "Orphanet": "ORPHA",
    "MANE-Select": "MANE Select",
}
_FAMILY = re.compile(r"(?:In (?P<where>.+?); b|B)elongs to the (?P<family>.+?)[. ]*$")
_ELSEWHERE = {"GO", "Reactome"}
_PART = {"Full": "", "Short": "short", "EC": "EC", "CD_antigen": "CD antigen", "Allergen": "allergen", "INN": "INN"}


def add_protein(tables: Tables, entry: Entry, gene: str) -> None:
    """Adds the protein of an entry with all that is not a feature; `gene` is the CURIE of its gene."""
    protein = f"UniProtKB:{entry.accession}"
    names = list(_names(entry, protein))
    tables.add(_protein(entry, protein, names[0].text), *names)
    tables.add(GeneProtein(gene, protein, SOURCE), *_isoforms(entry, protein), *_identifiers(entry, protein))


def _protein(entry: Entry, protein: str, name: str) -> Protein:
    head = re.match(r"(\S+)\s+(\w+);", entry.lines["ID"][0])
    version = re.search(r"sequence version (\d+)", " ".join(entry.lines["DT"]))
    sums = re.search(r"(\d+) AA;\s+(\d+) MW;\s+(\w{16}) CRC64", entry.lines["SQ"][0])
    taxon = re.search(r"NCBI_TaxID=(\d+)", entry.lines["OX"][0])
    if not (head and version and sums and taxon):
        raise ValueError(f"{entry.accession} lacks a line that every entry has")
    if crc64(entry.sequence) != sums.group(3) or len(entry.sequence) != int(sums.group(1)):
        raise ValueError(f"the sequence of {entry.accession} is not the one its entry was made with")
    return Protein(
        id=protein,
        accession=entry.accession,
        secondary=entry.accessions[1:],
        entry_name=head.group(1),
        name=name,
        reviewed=head.group(2) == "Reviewed",
        existence=int(entry.lines["PE"][0][0]),
        organism=re.split(r" \(|\.$", " ".join(entry.lines["OS"]))[0],
        taxon=int(taxon.group(1)),
        gene_symbol=without_evidence(entry.gene),
        sequence=entry.sequence,
        version=int(version.group(1)),
        mass=int(sums.group(2)),
        crc64=sums.group(3),
        family=_family(entry),
        source=SOURCE,
    )


def _family(entry: Entry) -> str:
    """Names of the families that the entry belongs to, without a sentence around them."""
    found = [_FAMILY.match(without_evidence(text)) for text in entry.comments_on("SIMILARITY")]
    return "; ".join((match["where"] or "") + match["family"] for match in found if match)


def _names(entry: Entry, protein: str) -> Iterator[ProteinName]:
    group, role = "", ""
    for line in entry.lines["DE"]:
        text = line.strip()
        if text in {"Contains:", "Includes:"}:
            group = "component" if text == "Contains:" else "domain"
            continue
        if found := re.match(r"(RecName|AltName|SubName|Flags): ", text):
            role = {"RecName": "recommended", "AltName": "alternative"}.get(found.group(1), "")
            text = text[found.end() :]
        part = re.match(r"(\w+)=(.*?);?$", text)
        if part and role:
            kind = " ".join(word for word in (group, _kind(role, part.group(1))) if word)
            yield ProteinName(protein, kind, without_evidence(part.group(2)).rstrip(";"), SOURCE)


def _kind(role: str, part: str) -> str:
    kind = _PART[part]
    if kind == "short":
        return "short" if role == "recommended" else "alternative short"
    return kind or role


def _isoforms(entry: Entry, protein: str) -> Iterator[Isoform]:
    described = " ".join(without_evidence(text) for text in entry.comments_on("ALTERNATIVE PRODUCTS"))
    blocks = re.findall(r"Name=([^;]+);(.*?)IsoId=([^;]+);\s*Sequence=([^;]+);", described)
    changes = feature_sequence_changes(entry)
    for name, between, ids, differences in blocks:
        synonyms = re.search(r"Synonyms=([^;]+);", between)
        listed = tuple(re.findall(r"VSP_\d+", differences))
        yield Isoform(
            id=ids.split(",")[0].strip(),
            protein=protein,
            name=name.strip(),
            synonyms=tuple(part.strip() for part in synonyms.group(1).split(", ")) if synonyms else (),
            canonical=differences == "Displayed",
            differences=listed,
            sequence=_spliced(entry, differences, [changes[key] for key in listed]),
            note="" if listed or differences == "Displayed" else f"sequence {differences.lower()}",
            source=SOURCE,
        )
    if not blocks:
        note = "the entry describes no isoforms"
        yield Isoform(f"{entry.accession}-1", protein, "1", (), True, (), entry.sequence, note, SOURCE)


def _spliced(entry: Entry, differences: str, changes: list[tuple[int, int, str]]) -> str | None:
    if differences == "Displayed":
        return entry.sequence
    if not changes:
        return None
    sequence = entry.sequence
    for start, end, new in sorted(changes, reverse=True):
        sequence = sequence[: start - 1] + new + sequence[end:]
    return sequence


def _identifiers(entry: Entry, protein: str) -> Iterator[CrossReference]:
    for database, *fields in entry.database_lines:
        if database in _ELSEWHERE:
            continue
        fields[-1], isoform = _isoform_at_end(fields[-1])
        values = [field for field in fields if field != "-"]
        name = _PREFIXES.get(database, database)
        identifier = values[0].removeprefix(f"{database}:")
        if database in {"Ensembl", "RefSeq"}:
            for value in values:
                if value.startswith("ENSG"):
                    continue  # the gene's, which HGNC gives
                yield CrossReference(protein, name, value, _label([], isoform), SOURCE)
        else:
            yield CrossReference(protein, name, identifier, _label(values[1:], isoform), SOURCE)


def _isoform_at_end(field: str) -> tuple[str, str]:
    found = re.match(r"(.*?)\.?(?: \[([\w-]+)\])?$", field)
    if found is None:
        raise ValueError(f"no field of a DR line: {field!r}")
    return found.group(1), found.group(2) or ""


def _label(values: list[str], isoform: str) -> str:
    return "; ".join([*values, *([f"isoform {isoform}"] if isoform else [])])
