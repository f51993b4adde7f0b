"""Progress of a build, told to whoever watches, and the way to stop it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from atlasview.records.trouble import Stopped

READING = 0.6
"""Share of the whole time that reading takes; the rest is tying together and writing."""
_SECONDS_BETWEEN = 0.1
_SURE_AFTER = 2.0


@dataclass(frozen=True, slots=True)
class FileProgress:
    """How far a file, or a member of an archive, is: 0 to 1, with records met and rejected so far.

    release  what it has stated of its release, else of its date, known when it was read
    """

    path: Path
    member: str
    done: float = 0.0
    records: int = 0
    rejected: int = 0
    release: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is.

    what     what is being done, in a few words: `reading goa_human.gaf.gz`
    done     0 to 1, of the whole build
    records  records read so far
    left     seconds that it will still take, None while that cannot be told
    files    how far each file is, in the order of reading
    """

    what: str
    done: float
    records: int
    left: float | None
    files: tuple[FileProgress, ...] = ()


@dataclass(slots=True)
class Watch:
    """Tells progress at most ten times a second, and raises Stopped where `stopped` says so.

    `told` is called on the thread that builds.
    """

    told: Callable[[Progress], None] = lambda _progress: None
    stopped: Callable[[], bool] = lambda: False
    records: int = 0
    done: float = 0.0
    files: list[FileProgress] = field(default_factory=list)
    _begun: float = field(default_factory=time.monotonic)
    _last: float = 0.0

    def tell(self, what: str, done: float) -> None:
        """So much of the whole is done. Raises Stopped where the build is no longer wanted."""
        if self.stopped():
            raise Stopped
        self.done = max(self.done, min(done, 1.0))
        now = time.monotonic()
        if now - self._last >= _SECONDS_BETWEEN or done >= 1:
            self._last = now
            self.told(Progress(what, self.done, self.records, self._left(now), tuple(self.files)))

    def _left(self, now: float) -> float | None:
        passed = now - self._begun
        if passed < _SURE_AFTER or self.done < 0.02:
            return None
        return passed / self.done * (1 - self.done)
