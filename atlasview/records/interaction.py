"""Interactions between genes, and homology statements."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interaction:
    """`gene` and `partner` interact; score 0 to 1 or None; channels name the kinds of evidence with their scores.

    method        how it was found (`two hybrid`), empty where the source does not say it
    publications  CURIEs of the papers that found it
    """

    gene: str
    partner: str
    score: float | None
    channels: tuple[tuple[str, float], ...]
    source: str
    method: str = ""
    publications: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Homology:
    """A gene resembles another (`relative`, in `species`) by `identity` percent of `molecule` (`protein`, `DNA`)."""

    gene: str
    relative: str
    species: str
    molecule: str
    identity: float
    publication: str
    source: str
