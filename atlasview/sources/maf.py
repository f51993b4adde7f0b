"""Mutation annotation format (MAF) of cBioPortal, TCGA and the GDC: somatic mutations of samples, counted by change."""

from collections.abc import Iterator
from typing import Any

from atlasview.records.variant import Variant
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header
from atlasview.sources.hgvs import protein_change
from atlasview.sources.opened import SourceFile
from atlasview.sources.protein_variant import NO_CHANGE, NO_HGVS, reference_id, variant
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.species import HUMAN
from atlasview.sources.taken import Outcome, Taken

_NEEDED = ("Hugo_Symbol", "Variant_Classification")
_OPTIONAL = (
    "Entrez_Gene_Id",
    "HGVSp",
    "HGVSp_Short",
    "Protein_Change",
    "Transcript_ID",
    "ENSP",
    "dbSNP_RS",
    "Mutation_Status",
)
_WITHOUT_RESIDUES = frozenset(
    "3'UTR 5'UTR 3'Flank 5'Flank Intron IGR RNA lincRNA Targeted_Region De_novo_Start_OutOfFrame".split()
)
_SPLICE = "_splice"


class _Rows:
    """Makes outcomes of rows by the places of the columns."""

    def __init__(self, file: SourceFile, header: Header) -> None:
        self._file = file
        self.symbol, self.sort = (header.need(name) for name in _NEEDED)
        found = [header.find(name) for name in _OPTIONAL]
        self.gene, self.long, self.short, self.change, self.transcript, self.protein, self.dbsnp, self.status = found
        if max(self.long, self.short, self.change) < 0:
            header.need("HGVSp_Short")

    def outcome(self, line: int, cells: list[str]) -> Outcome:
        """One mutation of one sample."""
        symbol, entrez, sort = cells[self.symbol], cells[self.gene], cells[self.sort]
        gene = f"NCBIGene:{entrez}" if entrez.isdecimal() and entrez != "0" else f"symbol:{symbol}" if symbol else ""
        if not gene or symbol == "Unknown":
            return self._file.rejected(line, "no gene", symbol)
        names = [cells[at] for at in (self.long, self.short, self.change) if cells[at] not in ("", ".")]
        if not names:
            return Filtered(line, NO_CHANGE)
        records = self._records(gene, names, cells)
        if not records:
            reason = NO_CHANGE if sort in _WITHOUT_RESIDUES else ""
            return Filtered(line, reason) if reason else self._file.rejected(line, NO_HGVS, names[0])
        return Taken(line, records)

    def _records(self, gene: str, names: list[str], cells: list[str]) -> list[Any]:
        status = cells[self.status].casefold()
        said: dict[str, Any] = {
            "isoform": reference_id(cells[self.protein] or cells[self.transcript]),
            "origin": "germline" if status == "germline" else "somatic",
            "dbsnp": cells[self.dbsnp] if cells[self.dbsnp].startswith("rs") else "",
            "count": 1,
        }
        for name in names:
            try:
                change = protein_change(name.rpartition(":")[2])
            except ValueError:
                continue
            return [variant(gene, change, self._file.source, **said)]
        return self._splice(gene, names, said)

    def _splice(self, gene: str, names: list[str], said: dict[str, Any]) -> list[Any]:
        """A change of a splice site is written `p.X125_splice`: 125 is the residue beside it."""
        for name in names:
            digits = name.removeprefix("p.").removesuffix(_SPLICE)[1:]
            if name.endswith(_SPLICE) and digits.isascii() and digits.isdecimal() and 0 < int(digits) < 10**6:
                return [
                    Variant(
                        gene=gene, hgvs_p="", ref="", alt="", position=int(digits), consequence="splice site",
                        significance="", disease="", note="", unplaced="", publications=(), source=self._file.source,
                        **said,
                    )
                ]  # fmt: skip
        return []


def _header(file: SourceFile, lines: Iterator[tuple[int, str]]) -> Header:
    for number, line in lines:
        if line.startswith("#"):
            if line.startswith("#version"):
                file.release = line.split()[-1]
        elif line.strip():
            return Header(file, number, line.split("\t"))
    raise file.refused("the file is empty", remedy="fetch the file again")


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    header = _header(file, lines)
    rows = _Rows(file, header)
    human = file.taxon in (None, HUMAN)
    for row in header.rows(lines, 1 + max(rows.symbol, rows.sort)):
        if isinstance(row, Rejected):
            yield row
        else:
            yield rows.outcome(*row) if human else Filtered(row[0], "another organism")


def _is_maf(head: Head) -> bool:
    first = next((line for line in head.lines if line.strip() and not line.startswith("#")), "")
    return {"Hugo_Symbol", "Variant_Classification", "Tumor_Sample_Barcode"} <= set(first.split("\t"))


FORMATS = (
    Format(
        key="maf",
        title="Mutations of tumours (MAF)",
        database="cbioportal",
        turn=Turn.TIES,
        adds="somatic variants of proteins with the number of times that they were seen",
        recognises=_is_maf,
        read=_read,
    ),
)
