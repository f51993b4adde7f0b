"""Back and forward in the guide: chapters with how far they were read."""

from dataclasses import dataclass, replace

from atlasview.desktop.guide.ways import Spot


@dataclass(frozen=True, slots=True)
class Reading:
    """A spot, and how far its chapter was scrolled when it was left, in pixels."""

    spot: Spot
    scrolled: int = 0


class Readings:
    """What was read in order, and which of it is shown."""

    def __init__(self) -> None:
        self._readings: list[Reading] = []
        self._at = -1

    def go_on(self, reading: Reading) -> None:
        """Another one; what lay forward is gone."""
        del self._readings[self._at + 1 :]
        self._readings.append(reading)
        self._at += 1

    def stay(self, scrolled: int) -> None:
        """Note how far the present one is scrolled."""
        if self._readings:
            self._readings[self._at] = replace(self._readings[self._at], scrolled=scrolled)

    def can_step(self, steps: int) -> bool:
        """Whether something lies back (-1) or forward (1)."""
        return 0 <= self._at + steps < len(self._readings)

    def step(self, steps: int) -> Reading | None:
        """Go back or forward; None where nothing lies there."""
        if not self.can_step(steps):
            return None
        self._at += steps
        return self._readings[self._at]
