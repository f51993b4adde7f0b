"""Progress of a computation, told to whoever watches, and the way to stop it."""

from collections.abc import Callable
from dataclasses import dataclass

from atlasview.records.trouble import Stopped


@dataclass(frozen=True, slots=True)
class Watch:
    """`told` gets what is being done and how far that is, 0 to 1; `stopped` says whether to end."""

    told: Callable[[str, float], None] = lambda _what, _done: None
    stopped: Callable[[], bool] = lambda: False

    def tell(self, what: str, done: float) -> None:
        """So much is done. Raises Stopped where it is no longer wanted."""
        if self.stopped():
            raise Stopped
        self.told(what, min(done, 1.0))
