"""NCBI's `mim2gene_medgen`: which entries of OMIM are diseases of which genes."""

from collections.abc import Iterator
from typing import Any

from atlasview.records.disease import DiseaseAssociation
from atlasview.records.reference import CrossReference
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken

_COLUMNS = ("MIM number", "GeneID", "type")
_KINDS = {"susceptibility": "susceptibility", "somatic": "somatic", "question": "uncertain"}


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.removeprefix("#").split("\t"))
    places = [header.need(name) for name in _COLUMNS]
    concept, comment = header.find("MedGenCUI"), header.find("Comment")
    yield from header.of_human(
        lines,
        1 + max(places),
        lambda at, cells: _outcome(file, at, [cells[place] for place in places], cells[concept], cells[comment]),
    )


def _outcome(file: SourceFile, line: int, cells: list[str], concept: str, comment: str) -> Outcome:
    mim, gene, sort = (cell.strip() for cell in cells)
    if not mim.isdecimal():
        return file.rejected(line, "no number of OMIM", mim)
    if sort not in ("gene", "phenotype"):
        return file.rejected(line, "an entry that is neither gene nor phenotype", sort)
    if not gene.isdecimal():
        return Filtered(line, "no gene is known")
    if sort == "gene":
        return Taken(line, [CrossReference(f"NCBIGene:{gene}", "OMIM", mim, "", file.source)])
    if comment == "nondisease":
        return Filtered(line, "a trait that is no disease")
    disease = f"OMIM:{mim}"
    kind = _KINDS.get(comment, "implicated")
    records: list[Any] = [DiseaseAssociation(f"NCBIGene:{gene}", disease, kind, "", (), file.source)]
    if concept not in ("", "-"):
        records.append(CrossReference(disease, "MedGen", concept, "", file.source))
    return Taken(line, records)


def _is_table(head: Head) -> bool:
    return {"#MIM number", "GeneID", "type"} <= set(head.columns())


FORMATS = (
    Format(
        key="mim2gene",
        title="NCBI mim2gene_medgen",
        database="ncbi-gene",
        turn=Turn.TIES,
        adds="diseases of OMIM that genes are tied to",
        recognises=_is_table,
        read=_read,
    ),
)
