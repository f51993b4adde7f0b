"""The Human Phenotype Ontology's `genes_to_disease.txt`: genes and the diseases of OMIM and Orphanet tied to them."""

from collections.abc import Iterator

from atlasview.records.disease import DiseaseAssociation
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome, Taken

_COLUMNS = ("ncbi_gene_id", "gene_symbol", "association_type", "disease_id")
_KINDS = {"MENDELIAN": "mendelian", "POLYGENIC": "polygenic", "UNKNOWN": "implicated", "": "implicated"}
_PREFIXES = {"OMIM": "OMIM", "ORPHA": "ORPHA", "MONDO": "MONDO", "DECIPHER": "DECIPHER"}


def disease_id(said: str) -> str:
    """CURIE of a disease (`OMIM:212050`, `ORPHA:79318`), empty for what is none."""
    prefix, _, number = said.strip().partition(":")
    prefix = "ORPHA" if prefix.casefold() in ("orpha", "orphanet") else prefix
    return f"{_PREFIXES[prefix]}:{number}" if prefix in _PREFIXES and number.isdecimal() else ""


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.removeprefix("#").split("\t"))
    places = [header.need(name) for name in _COLUMNS]
    yield from header.of_human(
        lines, 1 + max(places), lambda at, cells: _outcome(file, at, [cells[place] for place in places])
    )


def _outcome(file: SourceFile, line: int, cells: list[str]) -> Outcome:
    gene, symbol, sort, said = cells
    number = gene.rpartition(":")[2]
    disease = disease_id(said)
    if not disease:
        return file.rejected(line, "no identifier of a disease", said)
    if not number.isdecimal() and symbol in ("", "-"):
        return file.rejected(line, "no gene", gene)
    owner = f"NCBIGene:{number}" if number.isdecimal() else f"symbol:{symbol}"
    if sort not in _KINDS:
        return file.rejected(line, "a kind of association that is not known", sort)
    return Taken(line, [DiseaseAssociation(owner, disease, _KINDS[sort], "", (), file.source)])


def _is_table(head: Head) -> bool:
    return set(_COLUMNS) <= {name.removeprefix("#") for name in head.columns()}


FORMATS = (
    Format(
        key="hpo-genes",
        title="HPO genes_to_disease",
        database="hp",
        turn=Turn.TIES,
        adds="diseases of genes, mendelian or polygenic",
        recognises=_is_table,
        read=_read,
    ),
)
