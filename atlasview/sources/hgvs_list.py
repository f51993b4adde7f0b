"""A plain list of changes of proteins in HGVS: `IL7R p.Thr244Ile`, `NP_002176.2:p.(Thr244Ile)`, `IL7R T244I`."""

import re
from collections.abc import Iterator

from atlasview.records.written_change import protein_part
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.hgvs import protein_change
from atlasview.sources.opened import SourceFile
from atlasview.sources.protein_variant import NO_HGVS, reference_id, variant
from atlasview.sources.rejection import Filtered
from atlasview.sources.species import HUMAN
from atlasview.sources.taken import Outcome, Taken

_LINE = re.compile(r"(?P<what>[A-Za-z][\w.@-]*)(?:\((?P<gene>[\w.@-]+)\))?(?:\s*:\s*|[\s,;]+)(?P<change>\S+)")
_ACCESSION = re.compile(r"(?:[OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})(?:-\d+)?")
_ENOUGH = 20
"""Lines by which a list is told."""


def parts_of(line: str) -> tuple[str, str, str] | None:
    """Gene, isoform and change of a line, None where it is no such line. A change of DNA beside it is passed over."""
    found = _LINE.fullmatch(protein_part(line.strip()))
    if found is None:
        return None
    what, gene, change = found["what"], found["gene"], found["change"]
    isoform = what if _ACCESSION.fullmatch(what) and not gene else ""
    if isoform:
        return f"UniProtKB:{what.partition('-')[0]}", isoform, change
    reference = reference_id(what)
    named = gene or ("" if reference else what)
    return (f"symbol:{named}" if named else reference), reference, change


def _read(file: SourceFile) -> Iterator[Outcome]:
    human = file.taxon in (None, HUMAN)
    for number, line in file.lines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        parts = parts_of(line)
        if not human:
            yield Filtered(number, "another organism")
        elif parts is None:
            yield file.rejected(number, "no gene and change", line.strip())
        else:
            gene, isoform, said = parts
            try:
                change = protein_change(said)
            except ValueError:
                yield file.rejected(number, NO_HGVS, said)
            else:
                yield Taken(number, [variant(gene, change, file.source, isoform)])


def _is_list(head: Head) -> bool:
    """Whether most of the first lines are changes, at least one of them written with `p.`."""
    lines = [line for line in head.lines if line.strip() and not line.lstrip().startswith("#")][:_ENOUGH]
    good = sum(1 for line in lines if _is_change(line))
    return good > len(lines) / 2 and any("p." in line for line in lines)


def _is_change(line: str) -> bool:
    parts = parts_of(line)
    if parts is None:
        return False
    try:
        return bool(protein_change(parts[2]))
    except ValueError:
        return False


FORMATS = (
    Format(
        key="hgvs",
        title="List of changes of proteins (HGVS)",
        database="own-variants",
        turn=Turn.TIES,
        adds="your own variants of proteins",
        recognises=_is_list,
        read=_read,
    ),
)
