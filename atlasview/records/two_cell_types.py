"""Two cell types that are looked at together."""

from dataclasses import dataclass

from atlasview.records.place import Place
from atlasview.records.profile import TermProfile
from atlasview.records.source import AtlasLabel, Source


@dataclass(frozen=True, slots=True)
class TwoCellTypes:
    """The page of a cell type and the one that it is compared with, each with its genes and their scores."""

    page: TermProfile
    other: TermProfile

    @property
    def place(self) -> Place:
        """The page."""
        return self.page.place

    @property
    def places(self) -> tuple[Place, ...]:
        """Both pages."""
        return self.page.place, self.other.place

    @property
    def atlas(self) -> AtlasLabel:
        """Where they were read."""
        return self.page.atlas

    @property
    def sources(self) -> dict[str, Source]:
        """Records of sources by their keys."""
        return self.page.sources | self.other.sources
