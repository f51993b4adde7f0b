"""Results of InterProScan: told, and refused, since their matches lie on sequences that only their sender knows."""

from collections.abc import Iterator

from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome


def _refuse(file: SourceFile) -> Iterator[Outcome]:
    raise file.refused(
        "matches of InterProScan lie on the sequences that were sent to it, and those are no entries of UniProt",
        remedy="take the domains from UniProt's entries, and their names from InterPro's entry.list",
    )


def _is_result(head: Head) -> bool:
    start = head.text[:2000]
    return start.lstrip().startswith("<") and ("<protein-matches" in start or "<nucleotide-sequence-matches" in start)


FORMATS = (
    Format(
        key="interproscan",
        title="InterProScan result (XML)",
        database="interpro",
        turn=Turn.TIES,
        adds="nothing: its sequences are no entries of UniProt",
        recognises=_is_result,
        read=_refuse,
    ),
)
