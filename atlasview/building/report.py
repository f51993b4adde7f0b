"""What a build made."""

from dataclasses import dataclass
from pathlib import Path

from atlasview.records.article import Article
from atlasview.records.cell_type import CellType
from atlasview.records.disease import Disease
from atlasview.records.expression import Expression
from atlasview.records.gene import Gene
from atlasview.records.interaction import Interaction
from atlasview.records.protein import Feature, Protein
from atlasview.records.publication import Publication
from atlasview.records.significance import Significance
from atlasview.records.source import AtlasLabel, Source
from atlasview.records.term import Term
from atlasview.records.transcript import Transcript
from atlasview.records.variant import Variant

COUNTED: dict[str, type] = {
    "genes": Gene,
    "proteins": Protein,
    "transcripts": Transcript,
    "features": Feature,
    "variants": Variant,
    "cell_types": CellType,
    "terms": Term,
    "diseases": Disease,
    "publications": Publication,
    "significance": Significance,
    "expression": Expression,
    "interactions": Interaction,
    "articles": Article,
}
"""What an atlas counts, in the words of the command line's documents."""
_FIRST_LINES = 3


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record that is not in the atlas: its line, what became of it, why, and what it was found on."""

    line: int
    fate: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Facts that lead to nothing in this atlas, with some of the identifiers they lead to."""

    what: str
    facts: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of a file.

    source    its counts: read = kept + rejected + filtered + superseded
    reasons   fate, reason and number, the most frequent first
    refusals  every record that was rejected, in the order of the file
    path      where it was read from; `member` is that of an archive
    """

    file: str
    format: str
    source: Source
    reasons: tuple[tuple[str, str, int], ...]
    refusals: tuple[Refusal, ...]
    unmatched: tuple[Unmatched, ...]
    remarks: tuple[str, ...]
    path: Path = Path()
    member: str = ""

    def told_reasons(self, most: int) -> list[tuple[int, str, str]]:
        """Number, fate and reason of what is not kept, at most so many; a rejection says in which lines."""
        lines: dict[str, list[int]] = {}
        for one in self.refusals:
            lines.setdefault(one.reason, []).append(one.line)
        return [
            (times, fate, f"{reason}{_in_lines(lines.get(reason, [])) if fate == 'rejected' else ''}")
            for fate, reason, times in self.reasons[:most]
        ]


def _in_lines(lines: list[int]) -> str:
    known = [f"{line:,}" for line in lines if line]
    if not known:
        return ""
    more = ", …" if len(known) > _FIRST_LINES else ""
    return f" (line{'' if len(known) == 1 else 's'} {', '.join(known[:_FIRST_LINES])}{more})"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """An atlas that was just built; `size` is that of the file in bytes, `counts` has the nouns of COUNTED.

    passed_over     name and reason of each file that was found and not read
    contradictions  identifier that two sources give to different genes, the gene that was followed, the other one
    worth_again     files that the atlas was built of which was added to, with the number of facts that led nowhere
                    then for lack of genes, proteins, terms, diseases or cell types, of which there are more now
    """

    path: Path
    label: AtlasLabel
    size: int
    counts: dict[str, int]
    sources: tuple[Source, ...]
    files: tuple[FileReport, ...] = ()
    passed_over: tuple[tuple[str, str], ...] = ()
    contradictions: tuple[tuple[str, str, str], ...] = ()
    worth_again: tuple[tuple[str, int], ...] = ()
