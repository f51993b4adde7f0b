"""The text of a report of our own mistakes: what was done, what happened, on what it ran. It is only ever shown."""

import platform
import sys
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from atlasview import __version__
from atlasview.home.folder import shortened
from atlasview.records.source import AtlasLabel

MOST = 10
"""Different mistakes in a report; of more, the first ones tell what began it."""

NOTHING_IS_SENT = "AtlasView has sent nothing of this anywhere, and cannot: it opens no network connection."


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake of ours.

    what    type and words of the exception in one line
    trace   the traceback
    action  name of what the person had done last (`export-sequence`), empty for nothing yet
    when    local time of the first time; `times` counts it
    """

    what: str
    trace: str
    action: str
    when: datetime
    times: int = 1

    @classmethod
    def of(cls, error: BaseException, action: str) -> "Mistake":
        """A mistake that is met now."""
        what = " ".join(f"{type(error).__name__}: {error}".split())
        trace = "".join(traceback.format_exception(error))
        return cls(what, trace, action, datetime.now().astimezone())


def is_known(mistakes: Sequence[Mistake], error: BaseException) -> bool:
    """Whether an exception is among the mistakes already, or there are too many to keep another."""
    trace = "".join(traceback.format_exception(error))
    return len(mistakes) >= MOST or any(known.trace == trace for known in mistakes)


def gathered(mistakes: Sequence[Mistake], another: Mistake) -> tuple[Mistake, ...]:
    """The mistakes with another one; the same one again is counted, and of too many different ones the first stay."""
    for at, known in enumerate(mistakes):
        if known.trace == another.trace:
            return (*mistakes[:at], replace(known, times=known.times + 1), *mistakes[at + 1 :])
    return (*mistakes, another)[:MOST]


def report_text(
    mistakes: Sequence[Mistake], atlas: AtlasLabel | None = None, log: Iterable[str] = (), action: str = ""
) -> str:
    """A report in plain text, with the person's own folder written as `~`.

    atlas   the one that was open, None for none
    log     last lines of the log
    action  name of what was done last, where there is no mistake that says it
    """
    parts = [f"Report on AtlasView {__version__}", NOTHING_IS_SENT]
    parts += [_told(mistake) for mistake in mistakes]
    if not mistakes:
        parts.append(f"No mistake was met.\nDone last: {action or 'nothing yet'}")
    parts.append(_table("Versions", versions()))
    parts.append(_table("Atlas", _atlas(atlas)))
    lines = "\n".join(log)
    parts.append(f"Last lines of the log\n{lines}" if lines else "Last lines of the log: none")
    return shortened("\n\n".join(parts)) + "\n"


def versions() -> list[tuple[str, str]]:
    """Names and versions of what runs; a part that has not been loaded cannot be at fault, and is said to be so."""
    return [
        ("AtlasView", __version__),
        ("Python", f"{platform.python_version()} ({platform.machine()})"),
        ("Qt", _loaded("PySide6.QtCore", "__version__")),
        ("PySide6", _loaded("PySide6", "__version__")),
        ("SQLite", _loaded("sqlite3", "sqlite_version")),
        ("System", platform.platform()),
    ]


def _loaded(module: str, name: str) -> str:
    loaded = sys.modules.get(module)
    return "not loaded" if loaded is None else str(getattr(loaded, name, "unknown"))


def _told(mistake: Mistake) -> str:
    times = f", {mistake.times} times" if mistake.times > 1 else ""
    head = f"What happened, first at {mistake.when:%Y-%m-%d %H:%M:%S}{times}: {mistake.what}"
    return f"{head}\nDone before: {mistake.action or 'nothing yet'}\n\n{mistake.trace.rstrip()}"


def _atlas(atlas: AtlasLabel | None) -> list[tuple[str, str]]:
    if atlas is None:
        return [("Name", "none open")]
    return [("Name", atlas.name), ("Version", atlas.version), ("Seal (SHA-256)", atlas.sha256)]


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    width = max(len(name) for name, _value in rows) + 2
    return "\n".join([title, *(f"{name:<{width}}{value}" for name, value in rows)])
