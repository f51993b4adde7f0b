"""What a person may choose for the scores."""

from dataclasses import dataclass

FEWEST_CELLS = 10
"""Cells that a profile is made of at the least."""
FEW_DONORS = 10
NOT_REPLICATED = 3
RESAMPLES = 1000
SEED = 20260101


@dataclass(frozen=True, slots=True)
class Settings:
    """bootstrap  number of resamples, 0 for no intervals; jobs  threads, which change nothing but the time."""

    dataset: str
    licence: str = "not stated"
    bootstrap: int = RESAMPLES
    seed: int = SEED
    jobs: int = 1


def replication(donors: int, cells_as_observations: bool) -> str:
    """How far donors replicate a score, as `records.significance` says it."""
    if cells_as_observations:
        return "pseudoreplicated"
    if donors < NOT_REPLICATED:
        return "not replicated"
    return "few donors" if donors < FEW_DONORS else "replicated"
