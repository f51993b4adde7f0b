"""How long scores will take on this machine; imports nothing, so that a window can hold it without arrays."""

import os
from dataclasses import dataclass

_MORE = 0.6
"""What each further thread adds to the speed of the first, where the work is compiled; NumPy's parts are too small."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds for all files, contexts and genes: reading, scoring without resamples, writing, and each resample.

    compiled  whether Numba is there to make resamples fast
    """

    reading: float
    scoring: float
    writing: float
    resample: float
    compiled: bool

    def seconds(self, resamples: int, jobs: int) -> float:
        """The whole time with so many resamples and threads."""
        threads = max(1, min(jobs, os.cpu_count() or 1)) if self.compiled else 1
        return self.reading + self.writing + (self.scoring + self.resample * resamples) / (1 + _MORE * (threads - 1))
