"""UniProt's `humsavar.txt`: human missense variants with what they are for health."""

import re
from collections.abc import Iterator

from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.hgvs import protein_change
from atlasview.sources.opened import SourceFile
from atlasview.sources.protein_variant import NO_HGVS, variant
from atlasview.sources.rejection import Filtered
from atlasview.sources.species import HUMAN
from atlasview.sources.taken import Outcome, Taken

_CATEGORIES = {
    "LP/P": "likely-pathogenic",
    "LB/B": "likely-benign",
    "US": "uncertain",
    "Disease": "pathogenic",
    "Polymorphism": "polymorphism",
    "Unclassified": "uncertain",
}
"""Since 2020 in the words of ACMG, two classes in one, of which the weaker is taken; before in UniProt's own."""
_ROW = re.compile(
    r"(?P<gene>\S+)\s+(?P<accession>[A-Z]\w{5,9})\s+(?P<feature>VAR_\d+)\s+(?P<change>p\.\S+)\s+(?P<sort>\S+)"
    r"\s+(?P<dbsnp>rs\d+|-)?\s*(?P<disease>.*)"
)
_MIM = re.compile(r"\[MIM:(\d+)\]")
_RELEASE = re.compile(r"Release:\s+(\d{4}_\d{2})(?:\s+of\s+(\S+))?")


def _read(file: SourceFile) -> Iterator[Outcome]:
    human = file.taxon in (None, HUMAN)
    in_rows = False
    for number, line in file.lines():
        if not in_rows:
            if found := _RELEASE.search(line):
                file.release = found[1]
            in_rows = " VAR_" in line and " p." in line
        if not in_rows or not line.strip():
            continue
        if line.startswith(("---", "___")):
            return
        yield _outcome(file, number, line) if human else Filtered(number, "another organism")
    if not in_rows:
        raise file.refused("there are no variants in it", remedy="fetch the file again")


def _outcome(file: SourceFile, number: int, line: str) -> Outcome:
    row = _ROW.fullmatch(line.rstrip())
    if row is None:
        return file.rejected(number, "no row of variants", line.strip())
    try:
        change = protein_change(row["change"])
    except ValueError:
        return file.rejected(number, NO_HGVS, row["change"])
    found = _MIM.search(row["disease"])
    dbsnp = row["dbsnp"] or ""
    made = variant(
        f"UniProtKB:{row['accession']}",
        change,
        file.source,
        row["accession"],
        significance=_CATEGORIES.get(row["sort"], ""),
        disease=f"OMIM:{found[1]}" if found else "",
        dbsnp="" if dbsnp == "-" else dbsnp,
        note=row["feature"],
    )
    return Taken(number, [made])


def _is_humsavar(head: Head) -> bool:
    return any(_ROW.fullmatch(line.rstrip()) for line in head.lines[:400]) and (
        "humsavar" in head.text[:4000] or "AA change" in head.text[:6000]
    )


FORMATS = (
    Format(
        key="humsavar",
        title="UniProt humsavar (missense variants)",
        database="uniprot",
        turn=Turn.TIES,
        adds="missense variants with their significance, disease and dbSNP number",
        recognises=_is_humsavar,
        read=_read,
    ),
)
