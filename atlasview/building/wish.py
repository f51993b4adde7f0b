"""What an atlas is to be."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wish:
    """What the atlas is to be.

    taxon  NCBI taxon to keep, None for all
    jobs   processes that read, None for as many as pay
    add_to atlas whose facts are taken over, None for none
    """

    target: Path
    name: str = ""
    version: str = ""
    taxon: int | None = 9606
    jobs: int | None = None
    add_to: Path | None = None
