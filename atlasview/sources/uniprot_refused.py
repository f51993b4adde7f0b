"""Files of UniProt that hold less than others of the same place: told by what they are, refused with what to take."""

import re
from collections.abc import Callable, Iterator

from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome

ACCESSION = r"(?:[OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})"
_LISTED = re.compile(rf"{ACCESSION}(?:-\d+)?")
_GFF_ROW = re.compile(rf"{ACCESSION}(?:-\d+)?\tUniProtKB\t")
_INSTEAD = "take the flat text, XML or JSON of the same entries"


def _is_list(head: Head) -> bool:
    lines = [line.strip() for line in head.lines if line.strip()]
    return bool(lines) and all(_LISTED.fullmatch(line) for line in lines)


def _is_gff(head: Head) -> bool:
    return head.first.startswith("##gff-version") and any(_GFF_ROW.match(line) for line in head.lines[1:50])


def _is_rdf(head: Head) -> bool:
    return "<rdf:RDF" in head.text[:2000] and "purl.uniprot.org/" in head.text[:20_000]


def _refusing(what: str) -> Callable[[SourceFile], Iterator[Outcome]]:
    def read(file: SourceFile) -> Iterator[Outcome]:
        """Always raises InputRefused."""
        raise file.refused(what, remedy=_INSTEAD)

    return read


def _format(key: str, title: str, what: str, recognises: Callable[[Head], bool]) -> Format:
    adds = f"nothing: {what}"
    return Format(key, title, "uniprot", Turn.PROTEINS, adds, recognises, _refusing(what))


FORMATS = (
    _format(
        "uniprot-list",
        "list of UniProt accessions",
        "a list of accessions says nothing of the proteins themselves",
        _is_list,
    ),
    _format(
        "uniprot-gff",
        "UniProt GFF",
        "GFF of UniProt holds the features without the sequence that they lie on",
        _is_gff,
    ),
    _format("uniprot-rdf", "UniProt RDF", "RDF of UniProt holds what its XML holds, in another form", _is_rdf),
)
