"""Mutation annotation format (MAF) of cBioPortal, TCGA and the GDC: somatic mutations of samples, counted by change."""

from collections.abc import Iterator
from operator import itemgetter

from atlasview.records.quick import quick
from atlasview.records.variant import Sighting, Variant
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header
from atlasview.sources.hgvs import ProteinChange, protein_change
from atlasview.sources.opened import SourceFile
from atlasview.sources.protein_variant import NO_CHANGE, NO_HGVS, reference_id, variant
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken

_NEEDED = ("Hugo_Symbol", "Variant_Classification")
_NAMES = ("HGVSp", "HGVSp_Short", "Protein_Change")
_OPTIONAL = ("Entrez_Gene_Id", *_NAMES, "Transcript_ID", "ENSP", "dbSNP_RS", "Mutation_Status", "Tumor_Sample_Barcode")
_NO_NAME = ("", ".")
_GERMLINE = ("Germline", "GERMLINE", "germline")
_WITHOUT_RESIDUES = frozenset(
    "3'UTR 5'UTR 3'Flank 5'Flank Intron IGR RNA lincRNA Targeted_Region De_novo_Start_OutOfFrame".split()
)
_SPLICE = "_splice"
_sighting = quick(Sighting)


class _Rows:
    """Makes outcomes of rows by the places of the columns."""

    def __init__(self, file: SourceFile, header: Header) -> None:
        self._file = file
        self._source = file.source
        needed = [header.need(name) for name in _NEEDED]
        self._cells = itemgetter(*needed, *(header.find(name) for name in _OPTIONAL))
        self.least = 1 + max(needed)
        if max(header.find(name) for name in _NAMES) < 0:
            header.need("HGVSp_Short")

    def outcome(self, line: int, cells: list[str]) -> Outcome:
        """One mutation of one sample."""
        symbol, sort, entrez, *names, transcript, protein, dbsnp, status, sample = self._cells(cells)
        gene = f"NCBIGene:{entrez}" if entrez.isdecimal() and entrez != "0" else f"symbol:{symbol}" if symbol else ""
        if not gene or symbol == "Unknown":
            return self._file.rejected(line, "no gene", symbol)
        isoform = reference_id(protein or transcript)
        origin = "germline" if status in _GERMLINE else "somatic"
        dbsnp = dbsnp if dbsnp.startswith("rs") else ""
        found: Variant | None = None
        for name in names:
            if name not in _NO_NAME and (change := _change(name)):
                found = variant(gene, change, self._source, isoform, "", origin, "", "", dbsnp, "", 1)
                break
        else:
            names = [name for name in names if name not in _NO_NAME]
            found = self._splice(gene, names, isoform, origin, dbsnp)
            if not names or (found is None and sort in _WITHOUT_RESIDUES):
                return Filtered(line, NO_CHANGE)
            if found is None:
                return self._file.rejected(line, NO_HGVS, names[0])
        return Taken(line, [_sighting(found, sample) if sample else found])

    def _splice(self, gene: str, names: list[str], isoform: str, origin: str, dbsnp: str) -> Variant | None:
        """A change of a splice site is written `p.X125_splice`: 125 is the residue beside it."""
        for name in names:
            digits = name.removeprefix("p.").removesuffix(_SPLICE)[1:]
            if name.endswith(_SPLICE) and digits.isascii() and digits.isdecimal() and 0 < int(digits) < 10**6:
                return Variant(
                    gene=gene, isoform=isoform, hgvs_p="", ref="", alt="", position=int(digits),
                    consequence="splice site", origin=origin, significance="", disease="", dbsnp=dbsnp, note="",
                    count=1, unplaced="", publications=(), source=self._source,
                )  # fmt: skip
        return None


def _change(name: str) -> ProteinChange | None:
    """The change that a name tells, with what it counts on before a colon or not; None for what is no HGVS."""
    try:
        return protein_change(name.rpartition(":")[2] if ":" in name else name)
    except ValueError:
        return None


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
    yield from header.of_human(lines, rows.least, rows.outcome)


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
