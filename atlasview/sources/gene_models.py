"""Puts transcripts together from the lines of a file of gene models, without holding the file.

Lines of a transcript usually follow each other. Where they do not (a file sorted by position), transcripts stay open
until the file is far behind their end; lines that come later still are given as a part, which the builder joins.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from atlasview.records.quick import quick
from atlasview.records.transcript import Exon, Transcript
from atlasview.sources.genome_place import GenomePlaces
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken

BEHIND = 3_000_000
"""Bases behind a transcript from which none of its lines is waited for; the longest intron has 1.2 million."""
_SWEEP_EVERY = 500
_MOST_OPEN = 30_000
_LARGEST = 10**11
_exon, _transcript = quick(Exon), quick(Transcript)
Span = tuple[int, int]


class Draft:
    """A transcript whose lines are being met.

    key        what its lines call it; `sequence` and `strand` are where they lie
    id         with its version; empty where the file gives none
    coding     start, end and frame of each piece; frame is -1 where it is not stated
    stops      stop codons, for files that leave them out of the coding part
    part       whether lines of it were given before
    """

    __slots__ = (
        "biotype", "canonical", "ccds", "coding", "exons", "gene", "high", "id", "key", "line",
        "mane_plus_clinical", "mane_select", "part", "protein", "sequence", "stops", "strand",
    )  # fmt: skip

    def __init__(self, line: int, key: str, sequence: str, strand: str) -> None:
        self.line, self.key, self.sequence, self.strand = line, key, sequence, strand
        self.id = self.gene = self.biotype = self.protein = self.ccds = ""
        self.mane_select = self.mane_plus_clinical = self.canonical = False
        self.part = False
        self.high = 0
        self.exons: list[Span] = []
        self.coding: list[tuple[int, int, int]] = []
        self.stops: list[Span] = []

    @property
    def end(self) -> int:
        """Last base that is known of it."""
        return max(self.high, max((end for _start, end in self.exons), default=0))


class GeneModels:
    """The transcripts that are open, and what waits for them so that outcomes come in the order of the file."""

    def __init__(self, file: SourceFile, places: GenomePlaces) -> None:
        self._file = file
        self._places = places
        self._waiting: deque[Draft | Outcome] = deque()
        self._open: dict[tuple[str, str], Draft] = {}
        self._given: set[int] = set()
        self._begun = 0
        self._sequence = ""
        self._parts = 0

    def find(self, key: str, sequence: str) -> Draft | None:
        """The open transcript that lines of a sequence call so."""
        return self._open.get((key, sequence))

    def begin(self, line: int, key: str, place: list[str]) -> Draft:
        """A transcript that is met for the first time, or again after it was closed; `place` are a line's cells."""
        sequence = place[0]
        draft = Draft(line, key, sequence, place[6])
        draft.high = position(place[3])
        self._open[key, sequence] = draft
        self._waiting.append(draft)
        self._begun += 1
        if hash((key, sequence)) in self._given:
            draft.part = True
            self._parts += 1
        return draft

    def add(self, outcome: Outcome) -> None:
        """An outcome that waits for the transcripts begun before it."""
        self._waiting.append(outcome)

    def ready(self, sequence: str, start: int) -> Iterator[Outcome]:
        """Outcomes that nothing more can come to, now that the file has reached this base; often nothing at all."""
        if sequence == self._sequence and self._begun < _SWEEP_EVERY:
            return
        self._sequence, self._begun = sequence, 0
        while self._waiting:
            first = self._waiting[0]
            if isinstance(first, Draft) and not self._is_past(first, sequence, start):
                return
            yield self._given_away()

    def rest(self) -> Iterator[Outcome]:
        """Everything that is left at the end of the file."""
        while self._waiting:
            yield self._given_away()
        if self._parts:
            self._file.remarks.append(
                f"lines of a transcript stand apart {self._parts:,} times: what belongs together was put together"
            )

    def _is_past(self, draft: Draft, sequence: str, start: int) -> bool:
        far = draft.sequence != sequence or draft.end < start - BEHIND
        return far or len(self._waiting) > _MOST_OPEN

    def _given_away(self) -> Outcome:
        first = self._waiting.popleft()
        if not isinstance(first, Draft):
            return first
        del self._open[first.key, first.sequence]
        self._given.add(hash((first.key, first.sequence)))
        return self._outcome(first)

    def _outcome(self, draft: Draft) -> Outcome:
        chromosome, assembly, unwanted = self._places.place(draft.sequence, draft.line)
        if unwanted:
            return Filtered(draft.line, unwanted)
        if not draft.id:
            return Filtered(draft.line, "a transcript without an identifier")
        if not draft.gene:
            return self._file.rejected(draft.line, "a transcript of no gene", draft.id)
        if fault := _fault(draft):
            return self._file.rejected(draft.line, fault, draft.id)
        return Taken(draft.line, _apart(draft, transcript_of(draft, chromosome, assembly, self._file.source)))


def position(cell: str) -> int:
    """A position that a line states, 0 where it states none."""
    return int(cell) if cell.isdecimal() and cell.isascii() and len(cell) <= 12 else 0


def _fault(draft: Draft) -> str:
    """What is wrong with the positions of a draft, whose exons are in order afterwards.

    Whether the coding part lies in the exons, only the builder can tell: it knows all parts of a transcript.
    """
    if draft.strand not in ("+", "-"):
        return "a transcript without a strand"
    draft.exons = sorted(set(draft.exons))
    draft.coding = sorted(set(draft.coding))
    previous = 0
    for start, end in draft.exons:
        if not previous < start <= end < _LARGEST:
            return "its exons overlap" if previous >= start > 0 else "the range of an exon is none"
        previous = end
    for start, end in (*((one[0], one[1]) for one in draft.coding), *draft.stops):
        if not 0 < start <= end < _LARGEST:
            return "the range of its coding part is none"
    return ""


def transcript_of(draft: Draft, chromosome: str, assembly: str, source: str) -> Transcript:
    """The record of a draft whose exons and coding pieces are sorted and sound."""
    spans = draft.exons if draft.strand == "+" else draft.exons[::-1]
    exons = tuple([_exon(start, end) for start, end in spans])
    coding = [(one[0], one[1]) for one in draft.coding] + draft.stops
    whole = bool(spans) and not draft.part
    made: Transcript = _transcript(
        draft.gene,
        draft.id,
        assembly,
        draft.biotype,
        draft.mane_select,
        draft.mane_plus_clinical,
        draft.canonical,
        chromosome,
        draft.strand,
        exons,
        len(spans) if whole else None,
        sum([end - start + 1 for start, end in spans]) if whole else None,
        min(coding)[0] if coding else None,
        max([end for _start, end in coding]) if coding else None,
        frame_of(draft.coding, draft.exons, draft.strand),
        draft.protein,
        "",
        draft.ccds,
        source,
    )
    return made


def _apart(draft: Draft, made: Transcript) -> list[Transcript]:
    """The transcript; as a part for each piece of its coding part where its own lines do not show one frame.

    Exons or pieces may come in lines that stand apart. The builder has them all, and compares the frames then.
    """
    if made.phase is not None or not (draft.coding or draft.stops):
        return [made]
    pieces = [*draft.coding, *((start, end, -1) for start, end in draft.stops)]
    bare = replace(made, exon_count=None, length=None, cds_start=None, cds_end=None)
    parts = [
        replace(bare, exons=(), cds_start=start, cds_end=end, phase=frame if frame >= 0 else None)
        for start, end, frame in pieces
    ]
    return [bare, *parts]


def frame_of(coding: list[tuple[int, int, int]], exons: Iterable[Span], strand: str) -> int | None:
    """Bases before the first whole codon; None for no coding part, and where it is not read in one frame.

    coding  start, end and frame (-1 where it is not stated) of each piece, sorted, without the stop codon or with it
    exons   sorted
    """
    if not coding:
        return None
    low, high = coding[0][0], coding[-1][1]
    exons = list(exons)
    within = [(max(start, low), min(end, high)) for start, end in exons if end >= low and start <= high]
    if exons and within != [(start, end) for start, end, _frame in coding]:
        return None
    ordered = coding if strand != "-" else coding[::-1]
    first = max(ordered[0][2], 0)
    bases = -first
    for start, end, frame in ordered:
        if frame >= 0 and frame != -bases % 3:
            return None
        bases += end - start + 1
    return first
