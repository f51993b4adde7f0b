"""Orphadata's product 6: rare diseases with their genes."""

import re
from collections.abc import Iterator
from typing import Any

from atlasview.records.disease import Disease, DiseaseAssociation
from atlasview.sources.format import Format, Turn
from atlasview.sources.guarded_xml import elements, text
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.papers import bare_paper, pmid_in
from atlasview.sources.rejection import Filtered
from atlasview.sources.species import HUMAN
from atlasview.sources.taken import Outcome, Taken

_KINDS = (
    ("Disease-causing germline", "germline"),
    ("Disease-causing somatic", "somatic"),
    ("Major susceptibility", "susceptibility"),
    ("Modifying", "modifier"),
    ("Part of a fusion gene", "fusion gene"),
    ("Role in the phenotype", "implicated"),
    ("Candidate gene", "candidate"),
    ("Biomarker", "biomarker"),
)
_PMID = re.compile(r"(\d+)\[PMID\]")
_EFFECTS = {"loss of function": "loss of function", "gain of function": "gain of function"}


def _read(file: SourceFile) -> Iterator[Outcome]:
    for line, element in elements(file, "Disorder", "JDBOR"):
        if not file.date:
            file.date = element.getroottree().getroot().get("date", "")[:10]
        yield _outcome(file, line, element)


def _outcome(file: SourceFile, line: int, element: Any) -> Outcome:
    code = text(element, "OrphaCode") or text(element, "OrphaNumber")
    if file.taxon not in (None, HUMAN):
        return Filtered(line, "another organism")
    name = text(element, "Name")
    if not code.isdecimal() or not name:
        return file.rejected(line, "no number or no name of a disease", code or name)
    disease = f"ORPHA:{code}"
    records: list[Any] = [Disease(disease, name, "", file.source)]
    for one in element.iterfind("DisorderGeneAssociationList/DisorderGeneAssociation"):
        gene = _gene(one)
        said = text(one, "DisorderGeneAssociationType/Name")
        if gene:
            papers = _papers(one)
            records.append(
                DiseaseAssociation(gene, disease, *_tie(said), tuple(f"PMID:{paper}" for paper in papers), file.source)
            )
            records += (bare_paper(paper, file.source) for paper in papers)
    if len(records) == 1:
        return Filtered(line, "no gene is tied to the disease")
    return Taken(line, records)


def _tie(said: str) -> tuple[str, str]:
    """Kind of the tie, and what the mutations do where it is said."""
    kind = next((kind for start, kind in _KINDS if said.startswith(start)), "implicated")
    return kind, next((note for sign, note in _EFFECTS.items() if sign in said), "")


def _papers(element: Any) -> list[str]:
    """Numbers of the papers that a tie rests on."""
    found = map(pmid_in, _PMID.findall(text(element, "SourceOfValidation")))
    return list(dict.fromkeys(filter(None, found)))


def _gene(element: Any) -> str:
    """HGNC's identifier of a gene, else Ensembl's, else its symbol."""
    known = {
        text(one, "Source"): text(one, "Reference")
        for one in element.iterfind("Gene/ExternalReferenceList/ExternalReference")
    }
    if known.get("HGNC", "").removeprefix("HGNC:").isdecimal():
        return f"HGNC:{known['HGNC'].removeprefix('HGNC:')}"
    if known.get("Ensembl", "").startswith("ENSG"):
        return f"ENSEMBL:{known['Ensembl']}"
    symbol = text(element, "Gene/Symbol")
    return f"symbol:{symbol}" if symbol else ""


def _is_product6(head: Head) -> bool:
    start = head.text
    return start.lstrip().startswith("<") and "<JDBOR" in start[:2000] and "DisorderGeneAssociation" in start


FORMATS = (
    Format(
        key="orphadata",
        title="Orphadata product 6 (genes of rare diseases)",
        database="orphadata",
        turn=Turn.TIES,
        adds="rare diseases, how genes are tied to them, and the papers that say so",
        recognises=_is_product6,
        read=_read,
    ),
)
