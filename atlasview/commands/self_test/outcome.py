"""What a self-test found: one line for each thing tried, and whether all of them held."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

_NAME, _FOUND = 30, 46
_FAULTS_TOLD = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing tried.

    what     its name
    found    what was there (`119 pages, 1,071 sections`)
    faults   a sentence for everything that did not hold; empty where it passed
    seconds  how long it took
    """

    what: str
    found: str
    faults: tuple[str, ...] = ()
    seconds: float = 0.0


class Watch:
    """Seconds since it was made."""

    def __init__(self) -> None:
        self._began = time.perf_counter()

    def outcome(self, what: str, found: str, faults: Iterable[str] = ()) -> Outcome:
        """The outcome of what was done until now."""
        return Outcome(what, found, tuple(faults), time.perf_counter() - self._began)

    @classmethod
    def started(cls) -> Self:
        """A watch that starts now."""
        return cls()


def passed(outcomes: Iterable[Outcome]) -> bool:
    """Whether nothing has failed."""
    return not any(outcome.faults for outcome in outcomes)


def table(title: str, outcomes: Sequence[Outcome]) -> str:
    """The outcomes as lines to read, faults below what they belong to, and a sentence at the end."""
    lines = [title, ""]
    for outcome in outcomes:
        sign = "FAILED" if outcome.faults else "ok"
        lines.append(f"{sign:<7} {outcome.what:<{_NAME}} {outcome.found:<{_FOUND}} {outcome.seconds:7.2f} s".rstrip())
        lines += [f"        {fault}" for fault in outcome.faults[:_FAULTS_TOLD]]
        if len(outcome.faults) > _FAULTS_TOLD:
            lines.append(f"        and {len(outcome.faults) - _FAULTS_TOLD:,} more")
    failed = sum(bool(outcome.faults) for outcome in outcomes)
    took = sum(outcome.seconds for outcome in outcomes)
    said = f"{failed} failed" if failed else "all passed"
    lines += ["", f"{len(outcomes)} things tried in {took:.0f} s, {said}", ""]
    return "\n".join(lines)
