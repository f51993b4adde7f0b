"""Times and counts of a build in words."""

from collections.abc import Mapping

_TOLD = {"genes": "gene", "proteins": "protein", "cell_types": "cell type", "terms": "term", "diseases": "disease"}


def time_left(seconds: float) -> str:
    """Time left as a person says it: `about 2 min left`."""
    if seconds < 10:
        return "A few seconds left"
    if seconds < 90:
        return f"About {round(seconds / 10) * 10} s left"
    minutes = round(seconds / 60)
    return f"About {minutes} min left" if minutes < 90 else f"About {round(minutes / 60)} hours left"


def duration(seconds: float) -> str:
    """Time that has passed: `2 min 10 s`."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def contents(counts: Mapping[str, int], most: int = 4) -> str:
    """What is in an atlas: `44,000 genes, 1 protein`."""
    there = [(counts.get(noun, 0), word) for noun, word in _TOLD.items()]
    said = [f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in there if count]
    return ", ".join(said[:most])
