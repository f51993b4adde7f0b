"""Tables of UniProt's website (TSV, formerly TAB): whichever columns were chosen, by their names of any year.

A row with a sequence gives a protein. A row without one gives no protein: names of the gene and identifiers are tied to
the protein that another file describes.
"""

import re
from collections.abc import Callable, Iterator

from atlasview.records.gene import GeneName
from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.rows import Rows
from atlasview.sources.species import species_name
from atlasview.sources.taken import Outcome, Taken
from atlasview.sources.uniprot.cross_references import by_database, reference, referred
from atlasview.sources.uniprot.entry import Entry, EntryFault, NamedGene
from atlasview.sources.uniprot.identity import organism
from atlasview.sources.uniprot.mnemonics import is_of
from atlasview.sources.uniprot.names import protein_names
from atlasview.sources.uniprot.records import add_keywords, rows_of
from atlasview.sources.uniprot_refused import ACCESSION

_OTHER = "another organism"
RENAMED = {
    "Entry name": "Entry Name",
    "Status": "Reviewed",
    "Gene names": "Gene Names",
    "Gene names  (primary )": "Gene Names (primary)",
    "Gene names  (synonym )": "Gene Names (synonym)",
    "Organism ID": "Organism (Id)",
    "Organism (ID)": "Organism (Id)",
    "Taxonomic lineage IDs": "Organism (Id)",
    "Version (entry)": "Entry version",
    "Version (sequence)": "Sequence version",
    "Gene ontology IDs": "Gene Ontology IDs",
    "Date of last modification": "Date of last modification",
}
"""Names of columns before June 2022, and those of today."""
_REFERENCES = (
    "AlphaFoldDB",
    "BioGRID",
    "CCDS",
    "CTD",
    "ChEMBL",
    "ComplexPortal",
    "DisGeNET",
    "DrugBank",
    "EMBL",
    "Ensembl",
    "GeneCards",
    "GeneID",
    "HGNC",
    "HPA",
    "IntAct",
    "InterPro",
    "KEGG",
    "MANE-Select",
    "MIM",
    "OpenTargets",
    "Orphanet",
    "PANTHER",
    "PDB",
    "PROSITE",
    "Pfam",
    "PharmGKB",
    "Reactome",
    "RefSeq",
    "SMART",
    "STRING",
    "SUPFAM",
    "UCSC",
    "neXtProt",
)
_ACCESSION = re.compile(ACCESSION)
_EXISTENCE = {
    "Evidence at protein level": 1,
    "Evidence at transcript level": 2,
    "Inferred from homology": 3,
    "Predicted": 4,
    "Uncertain": 5,
}
Cell = Callable[[str], str]


def _recognises(head: Head) -> bool:
    columns = {RENAMED.get(name, name) for name in head.columns()}
    known = {"Entry Name", "Gene Names", "Protein names", "Reviewed", "Organism", "Length", "Sequence"}
    return "Entry" in columns and bool(columns & known)


def read(file: SourceFile) -> Iterator[Outcome]:
    """Each row of the table. Raises InputRefused where there is no column of accessions."""
    lines = file.lines()
    number, first = first_line(file, lines)
    names = [_column(name) for name in first.split("\t")]
    header = Header(file, number, names, RENAMED)
    accession = header.need("Entry")
    places = {name: header.find(RENAMED.get(name, name)) for name in {*names, *map(_renamed, names)}}
    for row in header.rows(lines, accession + 1):
        if not isinstance(row, tuple):
            yield row
            continue
        line, cells = row

        def cell(name: str, cells: list[str] = cells) -> str:
            at = places.get(name, -1)
            return cells[at].strip() if at >= 0 else ""

        yield _outcome(file, line, cell)


def _renamed(name: str) -> str:
    return RENAMED.get(name, name)


def _column(name: str) -> str:
    """Name of a column; cross-references had a word around the database's name."""
    name = name.strip()
    if name.startswith("Cross-reference (") and name.endswith(")"):
        name = name[17:-1].strip()
    return name


def _outcome(file: SourceFile, line: int, cell: Cell) -> Outcome:
    accession = cell("Entry")
    if not _ACCESSION.fullmatch(accession):
        return file.rejected(line, "no accession of UniProt", accession)
    taxon = cell("Organism (Id)").partition(",")[0]
    species = species_name(file.taxon)
    name = organism(cell("Organism"))
    if not is_of(file.taxon, taxon, cell("Entry Name")) or (not taxon and species and name and name != species):
        return Filtered(line, _OTHER)
    entry = Entry(line, file.source, (accession,), cell("Entry Name"), cell("Reviewed").lower() == "reviewed")
    entry.organism = name
    entry.taxon = int(taxon) if taxon.isdecimal() else (file.taxon or 0)
    entry.genes = [gene for group in cell("Gene Names").split("; ") for gene in _gene(group)] or _primary(cell)
    entry.names = protein_names([f"DE   {cell('Protein names')}"]) if cell("Protein names") else []
    entry.references = by_database(_references(cell))
    entry.keywords = [one for one in map(str.strip, cell("Keywords").split(";")) if one]
    if not cell("Sequence"):
        rows = _ties(entry)
        rows.say(GeneTerm, entry.id, _terms(entry, cell))
        return Taken(line, rows)
    try:
        return _protein(entry, cell)
    except EntryFault as fault:
        return file.rejected(line, fault.reason, fault.detail)


def _protein(entry: Entry, cell: Cell) -> Taken:
    entry.sequence = cell("Sequence")
    entry.length, entry.mass = _whole(cell("Length")), _whole(cell("Mass"))
    entry.sequence_version = _whole(cell("Sequence version")) or 0
    entry.existence = _EXISTENCE.get(cell("Protein existence"), 0)
    entry.version, entry.date = 0, cell("Date of last modification")
    rows = rows_of(entry)
    rows.say(GeneTerm, entry.id, _terms(entry, cell))
    return Taken(entry.line, rows, entry.id, (entry.version, entry.date))


def _gene(group: str) -> list[NamedGene]:
    first, *others = group.split() or [""]
    return [NamedGene(first, tuple(dict.fromkeys(others)))] if first else []


def _primary(cell: Cell) -> list[NamedGene]:
    names = " ".join((cell("Gene Names (primary)"), cell("Gene Names (synonym)")))
    return _gene(names.replace(";", " "))


def _references(cell: Cell) -> Iterator[tuple[str, str]]:
    for database in _REFERENCES:
        for one in re.split(r";\s*", cell(database).replace('"', "")):
            identifier, _, isoform = one.partition(" [")
            if identifier.strip(" ."):
                yield database, reference(identifier.strip(), (), isoform.removesuffix("]"))


def _ties(entry: Entry) -> Rows:
    """Names of the gene and identifiers, tied to the protein by its accession."""
    names: dict[str, None] = {}
    for gene in entry.genes:
        names.update(dict.fromkeys((gene.symbol, *gene.synonyms)))
    rows = Rows()
    rows.say(GeneName, entry.id, (GeneName(entry.id, "alias", text, entry.source) for text in names))
    if entry.entry_name:
        named = CrossReference(entry.id, "UniProt entry name", entry.entry_name, "", entry.source)
        rows.say(CrossReference, entry.id, [named])
    referred(entry).add(rows)
    add_keywords(entry, rows)
    return rows


def _terms(entry: Entry, cell: Cell) -> Iterator[GeneTerm]:
    for one in cell("Gene Ontology IDs").split(";"):
        if one.strip().startswith("GO:"):
            yield GeneTerm(entry.id, one.strip(), "", "", "", "UniProt", entry.source)


def _whole(text: str) -> int | None:
    digits = text.replace(",", "")
    return int(digits) if digits.isdecimal() and digits.isascii() and len(digits) < 10 else None


FORMATS = (
    Format(
        key="uniprot-tsv",
        title="UniProt TSV",
        database="uniprot",
        turn=Turn.MORE_OF_PROTEINS,
        adds="names of genes, identifiers; proteins where the column Sequence was chosen",
        recognises=_recognises,
        read=read,
    ),
)
