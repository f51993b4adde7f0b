"""How often papers are cited (iCite's table, or any with the columns pmid and citation_count), and lists of PMIDs."""

import csv
import re
from collections.abc import Iterator

from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import TOO_SHORT, Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.papers import Reference, pmid_in
from atlasview.sources.taken import Outcome, Taken

_COUNT = ("citation_count", "cited_by_count", "cited_by")
_RENAMED = dict.fromkeys(_COUNT, "citation_count") | {"PMID": "pmid", "Citation Count": "citation_count"}
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_LIST = "it names papers and says nothing of them"


def _sign(line: str) -> str:
    return "\t" if "\t" in line else ","


def _cells(line: str, sign: str) -> list[str]:
    return next(csv.reader([line]), []) if sign == "," else line.split("\t")


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    sign = _sign(line)
    header = Header(file, number, _cells(line, sign), _RENAMED)
    pmids, counts = header.need("pmid"), header.need("citation_count")
    places = {name: header.find(name) for name in ("doi", "title", "authors", "journal", "year")}
    for number, line in lines:
        cells = _cells(line, sign)
        if not line.strip():
            continue
        if len(cells) <= max(pmids, counts):
            yield file.rejected(number, TOO_SHORT, f"{len(cells)} instead of {len(header)}")
            continue
        said = {name: cells[at] if 0 <= at < len(cells) else "" for name, at in places.items()}
        yield _outcome(file, number, cells[pmids], cells[counts], said)


def _outcome(file: SourceFile, line: int, pmid: str, count: str, said: dict[str, str]) -> Outcome:
    bare = count.strip().removesuffix(".0")
    if not pmid_in(pmid):
        return file.rejected(line, "no PMID", pmid)
    if not _NUMBER.fullmatch(bare):
        return file.rejected(line, "the number of citations is no whole number", count)
    authors = tuple(re.split(r"\s*[,;]\s*", said.pop("authors")))
    paper = Reference(pmid=pmid, authors=authors, cited_by=int(bare), **said).publication(file.source)
    return Taken(line, [paper])


def _is_counts(head: Head) -> bool:
    names = {_RENAMED.get(name, name) for name in head.columns(_sign(head.first))}
    return {"pmid", "citation_count"} <= names


def _is_list(head: Head) -> bool:
    lines = [line.strip() for line in head.lines if line.strip()]
    return len(lines) > 1 and all(len(line) >= 4 and pmid_in(line) for line in lines)


def _refuse(file: SourceFile) -> Iterator[Outcome]:
    raise file.refused(_LIST, remedy="save the same papers from PubMed in the format PubMed (nbib) and hand that in")


FORMATS = (
    Format(
        key="citation-counts",
        title="Citation counts (iCite)",
        database="icite",
        turn=Turn.TIES,
        adds="how often papers are cited",
        recognises=_is_counts,
        read=_read,
    ),
    Format(
        key="pmid-list",
        title="List of PMIDs",
        database="pubmed",
        turn=Turn.TIES,
        adds=f"nothing: {_LIST}",
        recognises=_is_list,
        read=_refuse,
    ),
)
