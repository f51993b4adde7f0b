"""Bands of chromosomes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """A band as it is seen on a stained chromosome: `31.3` on the short arm of 1 is `p31.3`; 1-based closed."""

    assembly: str
    chromosome: str
    name: str
    start: int
    end: int
    source: str
