"""Mutation annotation format (MAF) of cBioPortal, TCGA and the GDC: somatic mutations of samples, counted by change."""

from collections.abc import Iterator
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
        self._file, self._source = file, file.source
        needed = [header.need(name) for name in _NEEDED]
        self._cells = itemgetter(*needed, *(header.find(name) for name in _OPTIONAL))
        self.least = 1 + max(needed)
        if max(header.find(name) for name in _NAMES) < 0:
            header.need("HGVSp_Short")

    def row(self, line: int, cells: list[str]) -> Row:
        """One mutation of one sample."""
        symbol, sort, entrez, long, short, other, transcript, protein, dbsnp, status, sample = self._cells(cells)
        gene = f"NCBIGene:{entrez}" if entrez.isdecimal() and entrez != "0" else f"symbol:{symbol}" if symbol else ""
        if not gene or symbol == "Unknown":
            return self._file.rejected(line, "no gene", symbol)
        said = _said(long) or _said(short) or _said(other)
        if said is None:
            names = [name for name in (long, short, other) if name not in _NO_NAME]
            said = _splice(names)
            if not names or (said is None and sort in _WITHOUT_RESIDUES):
                return Filtered(line, NO_CHANGE)
            if said is None:
                return self._file.rejected(line, NO_HGVS, names[0])
        name, ref, alt, position, consequence = said
        origin = "germline" if status in _GERMLINE else "somatic"
        dbsnp = dbsnp if dbsnp.startswith("rs") else ""
        fact = (
            gene, reference_id(protein or transcript), name, ref, alt, position, consequence, origin, "", "", dbsnp, "",
            1, "", (), self._source, sample,
        )  # fmt: skip
        return line, fact if sample else fact[:-1]


def _said(name: str) -> tuple[Any, ...] | None:
    """What a name says, with what it counts on before a colon or not; None for what is no HGVS."""
    if name in _NO_NAME:
        return None
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
