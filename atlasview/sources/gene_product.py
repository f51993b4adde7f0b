"""What annotations with GO terms have in common: the gene product, the evidence, the aspect."""

import re
from functools import lru_cache

from atlasview.records.term import Term

ASPECTS = {
    "C": "cellular_component",
    "F": "molecular_function",
    "P": "biological_process",
    "Component": "cellular_component",
    "Function": "molecular_function",
    "Process": "biological_process",
}
"""Aspects of GO as GAF and gene2go write them."""
COMPLEX = "annotates a complex, not a gene"

_PREFIXES = {
    "UniProtKB": "UniProtKB",
    "UniProtKB/Swiss-Prot": "UniProtKB",
    "UniProtKB/TrEMBL": "UniProtKB",
    "UniProt": "UniProtKB",
    "RNAcentral": "RNAcentral",
    "HGNC": "HGNC",
    "NCBIGene": "NCBIGene",
    "NCBI_Gene": "NCBIGene",
    "EntrezGene": "NCBIGene",
    "ENSEMBL": "ENSEMBL",
    "Ensembl": "ENSEMBL",
}
_DATABASE = re.compile(r"[A-Za-z][\w./-]*", re.ASCII)
_LONGEST = 80
_COMPLEXES = {"ComplexPortal", "CPX", "IntAct"}
_GO_CODES = {
    "ECO:0000245": "RCA",
    "ECO:0000247": "ISA",
    "ECO:0000250": "ISS",
    "ECO:0000255": "ISM",
    "ECO:0000256": "IEA",
    "ECO:0000265": "IEA",
    "ECO:0000266": "ISO",
    "ECO:0000269": "EXP",
    "ECO:0000270": "IEP",
    "ECO:0000279": "IEP",
    "ECO:0000303": "NAS",
    "ECO:0000304": "TAS",
    "ECO:0000305": "IC",
    "ECO:0000307": "ND",
    "ECO:0000314": "IDA",
    "ECO:0000315": "IMP",
    "ECO:0000316": "IGI",
    "ECO:0000317": "IGC",
    "ECO:0000318": "IBA",
    "ECO:0000319": "IBD",
    "ECO:0000320": "IKR",
    "ECO:0000321": "IRD",
    "ECO:0000322": "IEA",
    "ECO:0000323": "IEA",
    "ECO:0000353": "IPI",
    "ECO:0000354": "IGC",
    "ECO:0000363": "IEA",
    "ECO:0000364": "IEA",
    "ECO:0000366": "IEA",
    "ECO:0000501": "IEA",
    "ECO:0001225": "IMP",
    "ECO:0001230": "EXP",
    "ECO:0005543": "EXP",
    "ECO:0005544": "ISO",
    "ECO:0005547": "NAS",
    "ECO:0005556": "ISA",
    "ECO:0005589": "IDA",
    "ECO:0005610": "ISS",
    "ECO:0006003": "IDA",
    "ECO:0006039": "IDA",
    "ECO:0006042": "IDA",
    "ECO:0006054": "EXP",
    "ECO:0006056": "HTP",
    "ECO:0006063": "IMP",
    "ECO:0007001": "HMP",
    "ECO:0007003": "HGI",
    "ECO:0007005": "HDA",
    "ECO:0007007": "HEP",
    "ECO:0007117": "IMP",
    "ECO:0007122": "IDA",
    "ECO:0007322": "IEA",
    "ECO:0007666": "RCA",
    "ECO:0007669": "IEA",
    "ECO:0007695": "IDA",
    "ECO:0007719": "IDA",
}
"""GO's evidence codes by the terms of ECO that they stand for, as ECO's own gaf-eco-mapping and QuickGO's rows say."""


@lru_cache(maxsize=256)
def _is_database(name: str) -> bool:
    return bool(_DATABASE.fullmatch(name))


def is_product(database: str, identifier: str) -> bool:
    """Whether these can be a database and the identifier of a product there."""
    return identifier[:1].isalnum() and len(identifier) <= _LONGEST and _is_database(database)


def is_go_term(term: str) -> bool:
    """Whether this is an identifier of GO: `GO:0005125`."""
    return len(term) == 10 and term.startswith("GO:") and term[3:].isdecimal()


def gene_of_product(database: str, identifier: str) -> str:
    """CURIE by which the gene of a product is named, empty for a complex, which has no gene of its own.

    What tells isoforms (`P16871-2`), chains (`P01189:PRO_0000024972`) and species (`URS00000AF93C_9606`) is taken off.
    """
    if database in _COMPLEXES:
        return ""
    prefix = _PREFIXES.get(database, database)
    if prefix == "UniProtKB":
        return f"UniProtKB:{identifier.partition(':')[0].partition('-')[0]}"
    if prefix == "RNAcentral":
        return f"RNAcentral:{identifier.partition('_')[0]}"
    if prefix == "ENSEMBL":
        return f"ENSEMBL:{identifier.partition('.')[0]}"
    return f"{prefix}:{identifier.removeprefix(f'{prefix}:')}"


def evidence_code(code: str) -> str:
    """GO's code for a term of ECO, or what was given."""
    return _GO_CODES.get(code, code)


def reference_of(cell: str) -> str:
    """The one reference of an annotation: a paper before a database's own number for it, Reactome as a CURIE."""
    if "|" in cell:
        parts = cell.split("|")
        cell = next((part for part in parts if part.startswith("PMID:")), parts[0])
    return f"Reactome:{cell[9:]}" if cell.startswith("REACTOME:") else cell


class TermsOnce:
    """Names of terms that a table repeats in every row; the first row of a term gives it.

    given  the terms that were given
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self.given: set[str] = set()

    def of(self, term: str, name: str, category: str) -> tuple[Term, ...]:
        """The term, if it has a name and was not given before."""
        if not name or term in self.given:
            return ()
        self.given.add(term)
        return (Term(term, name, category, "", False, "", self._source),)
