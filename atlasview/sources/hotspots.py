"""Tables of Cancer Hotspots (v2) and 3D Hotspots: recurrent residues, in-frame indels and splice sites of tumours."""

from collections.abc import Iterator
from typing import Any

from atlasview.records.variant import Variant
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.hgvs import protein_change
from atlasview.sources.opened import SourceFile
from atlasview.sources.protein_variant import NO_HGVS, reference_id, variant
from atlasview.sources.taken import Outcome, Taken

_COLUMNS = ("hugo_symbol", "residue", "variant_amino_acid", "type")
_NOTES = {"3d": "3D hotspot", "single residue": "hotspot", "in-frame indel": "hotspot", "splice site": "hotspot"}


class _Rows:
    """Makes outcomes of rows by the places of the columns."""

    def __init__(self, file: SourceFile, header: Header) -> None:
        self._file = file
        self._places = [header.need(name) for name in _COLUMNS]
        self._transcript = header.find("transcript_id")
        self.least = 1 + max(self._places)

    def outcome(self, line: int, cells: list[str]) -> Outcome:
        """The changes of one residue or stretch."""
        symbol, residue, changes, sort = (cells[place] for place in self._places)
        if not symbol:
            return self._file.rejected(line, "no gene", residue)
        if sort not in _NOTES:
            return self._file.rejected(line, "a kind of hotspot that is not known", sort)
        isoform = reference_id(cells[self._transcript])
        try:
            records = list(self._records(f"symbol:{symbol}", isoform, residue, changes, sort))
        except ValueError:
            return self._file.rejected(line, NO_HGVS, f"{residue} {changes}")
        return Taken(line, records) if records else self._file.rejected(line, "no variant of the residue", residue)

    def _records(self, gene: str, isoform: str, residue: str, changes: str, sort: str) -> Iterator[Any]:
        for item in filter(None, changes.split("|")):
            new, _, number = item.rpartition(":")
            count = int(number)
            if sort == "splice site" or new == "sp":
                yield Variant(
                    gene=gene, isoform=isoform, hgvs_p="", ref="", alt="", position=int(residue[1:]),
                    consequence="splice site", origin="somatic", significance="", disease="", dbsnp="",
                    note=_NOTES[sort], count=count, unplaced="", publications=(), source=self._file.source,
                )  # fmt: skip
            else:
                change = protein_change(new if sort == "in-frame indel" else f"{residue}{new}")
                yield variant(
                    gene, change, self._file.source, isoform, origin="somatic", note=_NOTES[sort], count=count
                )


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.split("\t"))
    rows = _Rows(file, header)
    yield from header.of_human(lines, rows.least, rows.outcome)


def _is_hotspots(head: Head) -> bool:
    return {*_COLUMNS, "tumor_count"} <= set(head.columns())


FORMATS = (
    Format(
        key="hotspots",
        title="Cancer Hotspots (v2 and 3D)",
        database="hotspots",
        turn=Turn.TIES,
        adds="recurrent somatic variants with the number of tumours",
        recognises=_is_hotspots,
        read=_read,
    ),
)
