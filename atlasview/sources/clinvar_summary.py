"""ClinVar's `variant_summary.txt`: a row for each variant and genome assembly, of which one is taken."""

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from atlasview.records.quick import quick
from atlasview.records.variant import Variant
from atlasview.sources.facts import Facts, Row, singly
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header
from atlasview.sources.links import headed
from atlasview.sources.opened import SourceFile
from atlasview.sources.protein_variant import (
    NO_CHANGE,
    NO_HGVS,
    origin_of,
    reference_id,
    significance_of,
    words_of,
)
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.species import HUMAN
from atlasview.sources.taken import Outcome

_COLUMNS = ("AlleleID", "Name", "GeneID", "GeneSymbol", "ClinicalSignificance", "PhenotypeIDS", "Origin", "Assembly")
_MOST_DISEASES = 1
_NO_DISEASE = {"MedGen:CN169374", "MedGen:CN517202", "MedGen:C3661900"}
"""`not specified`, and `not provided` by its old and its present number; they stand beside diseases in most rows."""
_SPARE = 1
"""Rows of some releases have one cell more than the header."""
_TRANSCRIPT = re.compile(r"[A-Z]{2}_\d+(?:\.\d+)?")
_RANKS = {"GRCh38": 0, "GRCh37": 1}
"""The assembly whose row is taken, and the next best."""
OTHER_ASSEMBLY = "the same variant on another assembly"
_filtered: type[Filtered] = quick(Filtered)
_NAMED = re.compile(r"\(([^()]+)\):")


def title_parts(name: str) -> tuple[str, str]:
    """Transcript and change of the protein that the name of a variant holds, empty where it holds none.

    Of `NM_000161.2(GCH1):c.206C>T (p.Pro69Leu)` they are `NM_000161.2` and `p.Pro69Leu`.
    """
    title = name.strip()
    change = title[title.rfind("(p.") + 1 : -1] if title.endswith(")") and "(p." in title else ""
    inner = change[3:-1] if change.startswith("p.(") and change.endswith(")") else change[2:]
    if not inner or "(" in inner or ")" in inner:
        return "", ""
    found = _TRANSCRIPT.match(title)
    return found[0] if found else "", change


@lru_cache(maxsize=4096)
def disease_of(identifiers: str) -> str:
    """The disease of a cell of identifiers, where they are those of one disease only: OMIM's, else Orphanet's."""
    named = dict.fromkeys(each for each in re.split(r"[;|]", identifiers) if each not in ("", "na", "-"))
    diseases = [each for each in named if _NO_DISEASE.isdisjoint(each.split(","))]
    if len(diseases) != _MOST_DISEASES:
        return ""
    parts = diseases[0].split(",")
    for sign, prefix in (("OMIM:", "OMIM"), ("Orphanet:", "ORPHA")):
        for part in parts:
            if part.startswith(sign):
                digits = part.rpartition(":")[2].removeprefix("ORPHA")
                return f"{prefix}:{digits}" if digits.isdecimal() else ""
    return next((part for part in parts if part.startswith("MONDO:")), "").replace("MONDO:MONDO:", "MONDO:")


class _Rows:
    """Makes facts of rows. Both rows of a variant follow each other; that of GRCh38 is the one that is taken."""

    def __init__(self, file: SourceFile, header: Header) -> None:
        self._file = file
        places = [header.need(name) for name in _COLUMNS]
        self.allele = itemgetter(*places[:4])
        """What the two rows of a variant have in common."""
        self.assembly = itemgetter(places[-1])
        """`GRCh38`, `GRCh37`, `NCBI36` or `na`."""
        self._facts = itemgetter(*places[4:-1], header.find("RS# (dbSNP)"))
        self.least = 1 + max(places)

    def row(self, line: int, cells: list[str]) -> Row:
        """What a row says."""
        _allele, name, number, symbol = self.allele(cells)
        transcript, change = title_parts(name)
        if not change:
            return _filtered(line, NO_CHANGE)
        try:
            said = words_of(change)
        except ValueError:
            return self._file.rejected(line, NO_HGVS, change)
        gene = _gene(name, number, symbol)
        if not gene:
            return self._file.rejected(line, "no gene", name)
        significance, diseases, origin, dbsnp = self._facts(cells)
        words = origin_of(origin), significance_of(significance), disease_of(diseases)
        dbsnp = f"rs{dbsnp}" if dbsnp.isdecimal() else ""
        note = "" if significance == "-" else significance[:80]
        return line, (gene, reference_id(transcript), *said, *words, dbsnp, note, None, "", (), self._file.source)

    def chosen(self, best: tuple[int, list[str]] | None, behind: list[Filtered]) -> list[Row]:
        """What the row says that is taken of a variant, and the other rows behind it, which are let go."""
        found: list[Row] = [self.row(*best), *behind] if best else [*behind]
        behind.clear()
        return found


def _gene(name: str, number: str, symbol: str) -> str:
    """The gene of a row; where it names several, the one in the name of the variant."""
    if number.isdecimal():
        return f"NCBIGene:{number}"
    if named := _NAMED.search(name):
        return f"symbol:{named[1]}"
    return f"symbol:{symbol}" if symbol not in ("", "-") and ";" not in symbol else ""


def _rows(file: SourceFile) -> Iterator[Row]:
    number, line, blocks = headed(file)
    header = Header(file, number, line.removeprefix("#").split("\t"))
    rows = _Rows(file, header)
    human = file.taxon in (None, HUMAN)
    best: tuple[int, list[str]] | None = None
    current, least, behind = (), 0, list[Filtered]()
    for row in header.rows_of_blocks(blocks, rows.least, _SPARE):
        if isinstance(row, Rejected) or not human:
            yield from rows.chosen(best, behind)
            best = None
            yield row if isinstance(row, Rejected) else _filtered(row[0], "another organism")
            continue
        allele, rank = rows.allele(row[1]), _RANKS.get(rows.assembly(row[1]), len(_RANKS))
        if best is None or allele != current:
            yield from rows.chosen(best, behind)
            best, current, least = row, allele, rank
        elif rank < least:
            yield _filtered(best[0], OTHER_ASSEMBLY)
            yield from rows.chosen(None, behind)
            best, least = row, rank
        else:
            behind.append(_filtered(row[0], OTHER_ASSEMBLY))
    yield from rows.chosen(best, behind)


def _read(file: SourceFile) -> Iterator[Outcome]:
    return singly(Variant, _rows(file))


def _is_summary(head: Head) -> bool:
    return {"#AlleleID", "Name", "ClinicalSignificance", "Assembly"} <= set(head.columns())


FORMATS = (
    Format(
        key="clinvar",
        title="ClinVar variant_summary",
        database="clinvar",
        turn=Turn.TIES,
        adds="variants of proteins with their clinical significance, origin, disease and dbSNP number",
        recognises=_is_summary,
        read=_read,
        facts=Facts(Variant, _rows),
    ),
)
