"""Which pathways of Reactome genes take part in: `UniProt2Reactome.txt` and its like, with all levels or physical
entities; no header."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from atlasview.records.term import GeneTerm
from atlasview.sources.format import Format, Turn
from atlasview.sources.gene_product import TermsOnce, gene_of_product
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.reactome import IDENTIFIER
from atlasview.sources.rejection import Filtered
from atlasview.sources.species import reactome_prefix
from atlasview.sources.taken import Outcome, Taken

_ACCESSION = re.compile(r"(?:[OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})(?:-\d+)?")
_MIRBASE = re.compile(r"MI(?:MAT)?\d{7}")
_PLACES = {6: 1, 8: 3}
"""Number of columns, and where the pathway stands: id, [entity, its name,] pathway, address, name, evidence,
species."""
_CHEMICALS = "the identifiers are those of small molecules (ChEBI), which belong to no gene"
_REMEDY = "take UniProt2Reactome.txt, NCBI2Reactome.txt or Ensembl2Reactome.txt"


def _database(identifier: str) -> str:
    """Which database an identifier is of, empty where it is none that tells a gene.

    Numbers are taken for NCBI Gene's: that they are not ChEBI's is seen from their species.
    """
    if identifier.isdecimal():
        return "NCBIGene"
    if _ACCESSION.fullmatch(identifier):
        return "UniProtKB"
    if identifier.startswith("ENS"):
        return "ENSEMBL"
    return "miRBase" if _MIRBASE.fullmatch(identifier) else ""


def _read(file: SourceFile) -> Iterator[Outcome]:
    wanted = reactome_prefix(file.taxon)
    terms = TermsOnce(file.source)
    before = ("", "")
    for number, line in file.lines():
        cells = line.split("\t")
        at = _PLACES.get(len(cells), 0)
        if not at or not IDENTIFIER.fullmatch(cells[at]):
            if line.strip():
                yield file.rejected(number, "no row of identifier, pathway, name, evidence and species", line)
            continue
        identifier = cells[0]
        if identifier == before[0] and cells[-1] != before[1] and identifier.isdecimal():
            raise file.refused(_CHEMICALS, number, _REMEDY)
        before = (identifier, cells[-1])
        if not cells[at].startswith(wanted):
            yield Filtered(number, "another organism")
        elif database := _database(identifier):
            term = f"Reactome:{cells[at]}"
            gene = gene_of_product(database, identifier)
            link = GeneTerm(gene, term, "", cells[at + 3], "", "Reactome", file.source)
            records: list[Any] = [link, *terms.of(term, cells[at + 2].strip(), "pathway")]
            yield Taken(number, records)
        else:
            yield file.rejected(number, "an identifier of no database that tells a gene", identifier)


def _refuse(file: SourceFile) -> Iterator[Outcome]:
    raise file.refused(_CHEMICALS, remedy=_REMEDY)


def _rows(head: Head) -> list[list[str]]:
    """Rows of the head, none where one of them is of another shape."""
    rows = [line.split("\t") for line in islice(head.lines, 1000) if line]
    shaped = all(len(row) in _PLACES and IDENTIFIER.fullmatch(row[_PLACES[len(row)]]) for row in rows)
    return rows if shaped else []


def _of_chemicals(rows: list[list[str]]) -> bool:
    """Whether a number stands for several species, as a molecule does and a gene does not."""
    species: dict[str, str] = {}
    return any(row[0].isdecimal() and species.setdefault(row[0], row[-1]) != row[-1] for row in rows)


def _is_of_genes(head: Head) -> bool:
    rows = _rows(head)
    return bool(rows) and not _of_chemicals(rows)


def _is_of_chemicals(head: Head) -> bool:
    return _of_chemicals(_rows(head))


FORMATS = (
    Format(
        key="reactome-members",
        title="Genes of Reactome's pathways (UniProt2Reactome, NCBI2Reactome, Ensembl2Reactome)",
        database="reactome",
        turn=Turn.TIES,
        adds="pathways of genes with evidence, names of these pathways",
        recognises=_is_of_genes,
        read=_read,
    ),
    Format(
        key="reactome-chemicals",
        title="Small molecules of Reactome's pathways (ChEBI2Reactome)",
        database="reactome",
        turn=Turn.TIES,
        adds="nothing: it names no genes",
        recognises=_is_of_chemicals,
        read=_refuse,
    ),
)
