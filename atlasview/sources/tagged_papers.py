"""Files of references with a tag at the beginning of each line: MEDLINE (nbib) and RIS."""

import re
from collections.abc import Iterator

from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.papers import NO_IDENTIFIER, Reference
from atlasview.sources.taken import Outcome, Taken

_MEDLINE_LINE = re.compile(r"([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)")
_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?")
_LEFT = ("AB", "N2", "AD", "OT", "MH", "N1")
"""Tags whose text is not even kept while the record is read: abstracts, addresses, keywords, notes."""
Tags = dict[str, list[str]]


def _parted(lines: Iterator[tuple[int, str]], shape: re.Pattern[str], first: str) -> Iterator[tuple[int, Tags]]:
    """Each record with the line that it begins on; `first` is the tag that begins one."""
    begin, tags, last = 0, Tags(), ""
    for number, line in lines:
        found = shape.fullmatch(line.rstrip())
        if found is None:
            if last and line.strip() and last not in _LEFT:
                tags[last][-1] = f"{tags[last][-1]} {line.strip()}"
            continue
        if found[1] == first:
            if tags:
                yield begin, tags
            begin, tags = number, {}
        last = found[1]
        if begin:
            tags.setdefault(last, []).append("" if last in _LEFT else (found[2] or "").strip())
        else:
            last = ""
    if tags:
        yield begin, tags


def _first(tags: Tags, *names: str) -> str:
    return next((tags[name][0] for name in names if tags.get(name) and tags[name][0]), "")


def _medline(tags: Tags) -> Reference:
    dois = [one for name in ("LID", "AID") for one in tags.get(name, ()) if one.endswith("[doi]")]
    return Reference(
        pmid=_first(tags, "PMID"),
        doi=dois[0].removesuffix("[doi]") if dois else "",
        title=_first(tags, "TI", "BTI"),
        authors=tuple(tags.get("AU", ()) or tags.get("CN", ())),
        journal=_first(tags, "TA", "JT"),
        year=_first(tags, "DP"),
        volume=_first(tags, "VI"),
        issue=_first(tags, "IP"),
        pages=_first(tags, "PG"),
    )


def _ris(tags: Tags) -> Reference:
    start, end = _first(tags, "SP"), _first(tags, "EP")
    numbered = "pubmed" in " ".join(tags.get("DB", ())).casefold()
    accession = _first(tags, "AN") if numbered else ""
    stated = next((one for one in [*tags.get("C2", ()), *tags.get("ID", ())] if one.startswith("PMID:")), "")
    return Reference(
        pmid=stated or accession,
        doi=_first(tags, "DO", "DI") or next((one for one in tags.get("UR", ()) if "doi.org/" in one), ""),
        title=_first(tags, "TI", "T1"),
        authors=tuple(tags.get("AU", []) or tags.get("A1", [])),
        journal=_first(tags, "JO", "JF", "JA", "J2", "T2"),
        year=_first(tags, "PY", "Y1", "DA"),
        volume=_first(tags, "VL"),
        issue=_first(tags, "IS"),
        pages=f"{start}-{end}" if start and end and "-" not in start else start,
    )


def _read_medline(file: SourceFile) -> Iterator[Outcome]:
    for line, tags in _parted(file.lines(), _MEDLINE_LINE, "PMID"):
        yield _outcome(file, line, _medline(tags))


def _read_ris(file: SourceFile) -> Iterator[Outcome]:
    for line, tags in _parted(file.lines(), _RIS_LINE, "TY"):
        if "ER" in tags:
            yield _outcome(file, line, _ris(tags))
        else:
            yield file.rejected(line, "the reference has no end (ER)", _first(tags, "TI", "T1"))


def _outcome(file: SourceFile, line: int, reference: Reference) -> Outcome:
    paper = reference.publication(file.source)
    return Taken(line, [paper]) if paper else file.rejected(line, NO_IDENTIFIER, reference.title)


def _is_medline(head: Head) -> bool:
    first = next((line for line in head.lines if line.strip()), "")
    return bool(re.match(r"PMID ?- ?\d", first))


def _is_ris(head: Head) -> bool:
    lines = [line for line in head.lines[:20] if line.strip()]
    return any(line.startswith("TY  -") for line in lines[:3])


FORMATS = (
    Format(
        key="medline",
        title="References of PubMed as text (MEDLINE, nbib)",
        database="pubmed",
        turn=Turn.TIES,
        adds="title, authors, journal, year, volume, pages, DOI of papers that are cited",
        recognises=_is_medline,
        read=_read_medline,
    ),
    Format(
        key="ris",
        title="References as RIS",
        database="references",
        turn=Turn.TIES,
        adds="title, authors, journal, year, volume, pages of papers that are cited",
        recognises=_is_ris,
        read=_read_ris,
    ),
)
