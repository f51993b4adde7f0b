"""Two isoforms of a protein side by side: residue under residue, with gaps where one has none."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from atlasview.figures.isoforms import alignment_blocks
from atlasview.records.profile import ProteinDetail
from atlasview.records.protein import Isoform
from atlasview.records.trouble import NotFound

GAP = "-"
LARGEST = 25_000_000
"""Products of two lengths up to which an alignment is computed where the differences are not stated."""


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two sequences of equal length with gaps.

    first_id, second_id  of the isoforms
    stated  whether the source's own differences give it; else it is computed
    """

    first_id: str
    second_id: str
    first: str
    second: str
    stated: bool

    @property
    def identical(self) -> int:
        """Columns with the same residue in both."""
        return sum(one == other != GAP for one, other in zip(self.first, self.second, strict=True))

    @property
    def columns(self) -> int:
        """Length with gaps."""
        return len(self.first)

    def said(self) -> str:
        """`415 of 459 columns identical, 44 with a gap`, and where it comes from."""
        gaps = sum(GAP in pair for pair in zip(self.first, self.second, strict=True))
        words = f"{self.identical:,} of {self.columns:,} columns identical"
        words += f", {gaps:,} with a gap" if gaps else ""
        return f"{words}; {'by the differences that UniProt states' if self.stated else 'computed, BLOSUM62'}"


@dataclass(frozen=True, slots=True)
class AlignedLine:
    """A line of an alignment: letters of both and signs between them (`|` alike, `.` other); numbers of their ends.

    first_start, first_end, ...  1-based; 0 where a line has no residue of that sequence
    """

    first: str
    signs: str
    second: str
    first_start: int
    first_end: int
    second_start: int
    second_end: int

    @property
    def differs(self) -> bool:
        """Whether any column is not alike."""
        return set(self.signs) != {"|"}


def aligned(detail: ProteinDetail, first: str, second: str) -> AlignedPair:
    """Two isoforms by their ids, aligned by the differences that the source states, else by Needleman and Wunsch.

    Raises NotFound where an isoform is none of the protein's or has no sequence, and where the two are too long to be
    aligned without stated differences.
    """
    one, other = _isoform(detail, first), _isoform(detail, second)
    blocks = alignment_blocks(detail, one, other)
    if blocks is not None:
        pairs = [_padded(*block) for block in blocks]
        texts = ("".join(pair[0] for pair in pairs), "".join(pair[1] for pair in pairs))
        return AlignedPair(one.id, other.id, *texts, stated=True)
    before, after = one.sequence or "", other.sequence or ""
    if len(before) * len(after) > LARGEST:
        raise NotFound(
            f"{one.id} and {other.id} are too long to be aligned",
            remedy="compare each with the canonical isoform, where the differences are stated",
        )
    return AlignedPair(one.id, other.id, *_computed(before, after), stated=False)


def lines_of(pair: AlignedPair, width: int = 60) -> Iterator[AlignedLine]:
    """The alignment in lines of so many columns."""
    at = [0, 0]
    for start in range(0, pair.columns, width):
        parts = pair.first[start : start + width], pair.second[start : start + width]
        ends: list[int] = []
        for number, part in enumerate(parts):
            residues = len(part) - part.count(GAP)
            ends += [at[number] + 1 if residues else 0, at[number] + residues if residues else 0]
            at[number] += residues
        signs = "".join(map(_sign, *parts))
        yield AlignedLine(parts[0], signs, parts[1], *ends)


def alignment_text(pair: AlignedPair, width: int = 60) -> str:
    """The whole alignment as text, three lines for each of `width` columns, with numbers at both ends."""
    name = max(len(pair.first_id), len(pair.second_id))
    number = len(f"{pair.columns}")
    written = [f"# {pair.first_id} and {pair.second_id}: {pair.said()}", ""]
    for line in lines_of(pair, width):
        for who, start, letters, end in (
            (pair.first_id, line.first_start, line.first, line.first_end),
            ("", 0, line.signs, 0),
            (pair.second_id, line.second_start, line.second, line.second_end),
        ):
            ends = (f"{start or '':>{number}}", f"{end or '':>{number}}")
            written.append(f"{who:<{name}} {ends[0]} {letters} {ends[1]}".rstrip())
        written.append("")
    return "\n".join(written)


def _sign(one: str, other: str) -> str:
    if GAP in (one, other):
        return " "
    return "|" if one == other else "."


def _padded(before: str, after: str) -> tuple[str, str]:
    length = max(len(before), len(after))
    return before.ljust(length, GAP), after.ljust(length, GAP)


def _isoform(detail: ProteinDetail, identifier: str) -> Isoform:
    for each in detail.isoforms:
        if each.id == identifier:
            if each.sequence:
                return each
            raise NotFound(f"the source gives no sequence of {identifier}", remedy="choose another isoform")
    known = ", ".join(each.id for each in detail.isoforms)
    raise NotFound(f"{detail.protein.accession} has no isoform {identifier}", remedy=f"choose one of {known}")


def _computed(before: str, after: str) -> tuple[str, str]:
    """Global alignment by Needleman and Wunsch with BLOSUM62, 11 for opening a gap and 1 for each residue of it."""
    from Bio.Align import PairwiseAligner, substitution_matrices

    make: Any = PairwiseAligner
    matrices: Any = substitution_matrices
    aligner = make()
    aligner.substitution_matrix = matrices.load("BLOSUM62")
    aligner.open_gap_score, aligner.extend_gap_score = -11, -1
    # Letters that the matrix does not have count as any residue.
    plain = [sequence.translate(str.maketrans("UOJ", "X" * 3)) for sequence in (before, after)]
    found = aligner.align(*plain)[0]
    texts: list[list[str]] = [[], []]
    for (low, high), (start, end) in _with_gaps(found.aligned, len(before), len(after)):
        one, other = _padded(before[low:high], after[start:end])
        texts[0].append(one)
        texts[1].append(other)
    return "".join(texts[0]), "".join(texts[1])


def _with_gaps(
    blocks: "tuple[list[list[int]], list[list[int]]]", before: int, after: int
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Aligned stretches and what lies between them, as ranges from 0 of both sequences."""
    at, on = 0, 0
    for (low, high), (start, end) in zip(*blocks, strict=True):
        if low > at:
            yield (at, low), (on, on)
        if start > on:
            yield (low, low), (on, start)
        yield (low, high), (start, end)
        at, on = high, end
    if before > at:
        yield (at, before), (on, on)
    if after > on:
        yield (before, before), (on, after)
