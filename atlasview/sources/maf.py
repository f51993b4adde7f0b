"""Mutation annotation format (MAF) of cBioPortal, TCGA and the GDC: somatic mutations of samples, counted by change."""

from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from typing import Any

from atlasview.records.variant import Variant
from atlasview.sources.facts import Facts, Row, singly
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header
from atlasview.sources.links import headed
from atlasview.sources.opened import SourceFile
from atlasview.sources.protein_variant import NO_CHANGE, NO_HGVS, reference_id, words_of
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.species import HUMAN
from atlasview.sources.taken import Outcome

_NEEDED = ("Hugo_Symbol", "Variant_Classification")
_NAMES = ("HGVSp", "HGVSp_Short", "Protein_Change")
_OPTIONAL = ("Entrez_Gene_Id", *_NAMES, "Transcript_ID", "ENSP", "dbSNP_RS", "Mutation_Status", "Tumor_Sample_Barcode")
_NO_NAME = ("", ".")
_GERMLINE = ("Germline", "GERMLINE", "germline")
_WITHOUT_RESIDUES = frozenset(
    "3'UTR 5'UTR 3'Flank 5'Flank Intron IGR RNA lincRNA Targeted_Region De_novo_Start_OutOfFrame".split()
)
_SPLICE = "_splice"


class _Mutations:
    """Makes facts of rows by the places of the columns."""

    def __init__(self, file: SourceFile, header: Header) -> None:
        self._file = file
        needed = [header.need(name) for name in _NEEDED]
        self._cells = itemgetter(*needed, *(header.find(name) for name in _OPTIONAL))
        self.least = 1 + max(needed)
        if max(header.find(name) for name in _NAMES) < 0:
            header.need("HGVSp_Short")

    def row(self, line: int, cells: list[str]) -> Row:
        """One mutation of one sample."""
        symbol, sort, entrez, *names, transcript, protein, dbsnp, status, sample = self._cells(cells)
        gene = _gene(entrez, symbol)
        if not gene:
            return self._file.rejected(line, "no gene", symbol)
        said = next((said for name in names if name not in _NO_NAME and (said := _said(name))), None)
        if said is None:
            names = [name for name in names if name not in _NO_NAME]
            said = _splice(names)
            if not names or (said is None and sort in _WITHOUT_RESIDUES):
                return Filtered(line, NO_CHANGE)
            if said is None:
                return self._file.rejected(line, NO_HGVS, names[0])
        origin = "germline" if status in _GERMLINE else "somatic"
        dbsnp = dbsnp if dbsnp.startswith("rs") else ""
        isoform = reference_id(protein or transcript)
        fact = (gene, isoform, *said, origin, "", "", dbsnp, "", 1, "", (), self._file.source)
        return line, (*fact, sample) if sample else fact


@lru_cache(maxsize=1 << 16)
def _gene(entrez: str, symbol: str) -> str:
    """CURIE of a gene, empty where none is named."""
    if symbol == "Unknown":
        return ""
    return f"NCBIGene:{entrez}" if entrez.isdecimal() and entrez != "0" else f"symbol:{symbol}" if symbol else ""


def _said(name: str) -> tuple[Any, ...] | None:
    """What a name says, with what it counts on before a colon or not; None for what is no HGVS."""
    try:
        return words_of(name.rpartition(":")[2] if ":" in name else name)
    except ValueError:
        return None


def _splice(names: list[str]) -> tuple[Any, ...] | None:
    """A change of a splice site is written `p.X125_splice`: 125 is the residue beside it."""
    for name in names:
        digits = name.removeprefix("p.").removesuffix(_SPLICE)[1:]
        if name.endswith(_SPLICE) and digits.isascii() and digits.isdecimal() and 0 < int(digits) < 10**6:
            return "", "", "", int(digits), "splice site"
    return None


def _rows(file: SourceFile) -> Iterator[Row]:
    number, line, blocks = headed(file, lambda line: _is_comment(file, line))
    header = Header(file, number, line.split("\t"))
    mutations = _Mutations(file, header)
    human = file.taxon in (None, HUMAN)
    for row in header.rows_of_blocks(blocks, mutations.least):
        if isinstance(row, Rejected):
            yield row
        else:
            yield mutations.row(*row) if human else Filtered(row[0], "another organism")


def _is_comment(file: SourceFile, line: str) -> bool:
    if line.startswith("#version"):
        file.release = line.rsplit(maxsplit=1)[-1]
    return line.startswith("#")


def _read(file: SourceFile) -> Iterator[Outcome]:
    return singly(Variant, _rows(file))


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
        facts=Facts(Variant, _rows),
    ),
)
