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


@dataclass(frozen=True, slots=True)
class BuildReport:
    """An atlas that was just built; `size` is that of the file in bytes, `counts` has the nouns of COUNTED."""

    path: Path
    label: AtlasLabel
    size: int
    counts: dict[str, int]
    sources: tuple[Source, ...]
