"""Which part of a protein the feature tracks show."""

from dataclasses import dataclass

_LEAST = 12.0


@dataclass(frozen=True, slots=True)
class TrackWindow:
    """Residues first..last of `length`, with fractions, as zooming needs them."""

    first: float
    last: float
    length: int

    @classmethod
    def whole(cls, length: int) -> "TrackWindow":
        """All residues."""
        return cls(1.0, float(max(length, 1)), max(length, 1))

    @property
    def span(self) -> float:
        """Number of residues in view."""
        return self.last - self.first + 1

    @property
    def is_whole(self) -> bool:
        """Whether all residues are in view."""
        return self.span >= self.length - 1e-6

    def between(self, first: float, last: float) -> "TrackWindow":
        """Another part: no smaller than 12 residues, kept inside the protein."""
        span = min(max(last - first + 1, min(_LEAST, self.length)), self.length)
        start = (first + last - span + 1) / 2
        start = min(max(start, 1.0), self.length - span + 1)
        return TrackWindow(start, start + span - 1, self.length)

    def zoomed(self, factor: float, about: float) -> "TrackWindow":
        """`factor` > 1 shows fewer residues; `about` stays where it is."""
        span = min(max(self.span / factor, min(_LEAST, self.length)), self.length)
        share = (about - self.first) / self.span
        start = about - share * span
        start = min(max(start, 1.0), self.length - span + 1)
        return TrackWindow(start, start + span - 1, self.length)

    def moved(self, residues: float) -> "TrackWindow":
        """The same number of residues, further on."""
        start = min(max(self.first + residues, 1.0), self.length - self.span + 1)
        return TrackWindow(start, start + self.span - 1, self.length)

    def holding(self, start: float, end: float) -> "TrackWindow":
        """Moved just as far as it needs to hold residues start..end, or the first of them."""
        if start < self.first:
            return self.moved(start - self.first - self.span * 0.1)
        if end > self.last:
            return self.moved(min(end - self.last + self.span * 0.1, start - self.first))
        return self
