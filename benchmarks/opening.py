"""Opening an atlas of full size against opening the starter atlas, in turn in the same run."""

import time
from pathlib import Path
from statistics import median

from atlasview.atlas.reader import AtlasReader
from benchmarks.table import Figure, shown

OPENINGS = 200
AT_MOST = 1.2
"""Opening does not get slower as an atlas grows: what noise may make of it."""


def measure(starter: Path, made: Path, genes: int) -> list[Figure]:
    """Median time until an atlas of `genes` made genes can be asked, as a multiple of the starter atlas'."""
    took: dict[Path, list[float]] = {starter: [], made: []}
    for _ in range(OPENINGS):
        for atlas, seconds in took.items():
            began = time.perf_counter()
            with AtlasReader(atlas):
                seconds.append((time.perf_counter() - began) * 1000)
    small, large = median(took[starter]), median(took[made])
    beside = f"{shown(large, 'ms')}, starter atlas {shown(small, 'ms')}"
    return [Figure(f"opening an atlas of {genes:,} genes", large / small, "x starter", AT_MOST, beside)]
