"""The log: what the program did, without what the person reads or writes; the last lines, and a file that rotates."""

import contextlib
import logging
import traceback
from collections import deque
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeAlias

from atlasview.home.folder import logs_folder, shortened

if TYPE_CHECKING:
    from atlasview.home.log_file import LogFile

NAME = "atlasview.log"
RECENT = 60
"""How many lines are remembered for a report, and for a file that is opened later."""

ExceptionInfo: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PrivateFormatter(logging.Formatter):
    """Time, level, what; of an exception its type and where in the code, not its words, which may hold what was typed.

    The person's own folder is written as `~`.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The lines of a record; its exception anew, whatever another formatter has made of it."""
        record.exc_text = None
        line = shortened(super().format(record))
        record.exc_text = None
        return line

    def formatException(self, ei: ExceptionInfo) -> str:
        """The types of an exception and its causes, and the lines of code they came through."""
        return "" if ei[1] is None else "\n".join(frames(ei[1]))


class Log(logging.Handler):
    """Listens to everything that AtlasView logs, from `start` to `stop`; `lines` are the last ones."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.setFormatter(PrivateFormatter())
        self._recent: deque[str] = deque(maxlen=RECENT)
        self._file: LogFile | None = None
        self._logger = logging.getLogger("atlasview")
        self._level_before = self._logger.level

    @property
    def lines(self) -> tuple[str, ...]:
        """The last lines, oldest first."""
        return tuple(self._recent)

    def start(self) -> None:
        """Listen."""
        self._level_before = self._logger.level
        self._logger.setLevel(logging.INFO)
        self._logger.addHandler(self)

    def stop(self) -> None:
        """Listen no more, and let the file go."""
        self._logger.removeHandler(self)
        self._logger.setLevel(self._level_before)
        self._drop_file()

    def emit(self, record: logging.LogRecord) -> None:
        """Remember a record, and write it where there is a file; one that refuses is let go without a word."""
        self._recent.append(self.format(record))
        if self._file is not None:
            self._file.handle(record)
            if self._file.refused:
                self._drop_file()

    def keep_in(self, home: Path) -> bool:
        """Write from now on to a file in a home folder, what was remembered first; False where that is refused.

        May be called from any thread.
        """
        from atlasview.home.log_file import LogFile

        with self.lock or contextlib.nullcontext():
            self._drop_file()
            try:
                self._file = LogFile(logs_folder(home) / NAME, PrivateFormatter())
                self._file.write_lines(self.lines)
            except OSError:
                self._drop_file()
                return False
        return True

    def _drop_file(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            with contextlib.suppress(OSError):  # what was not written yet has nowhere to go
                file.close()


def frames(error: BaseException) -> list[str]:
    """Types of an exception and its causes, with the lines of code they came through; none of its words."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [] if before is None else [*frames(before), "then"]
    places = traceback.extract_tb(error.__traceback__)
    lines += [f"  {place.filename}:{place.lineno} {place.name}" for place in places]
    return [*lines, type(error).__qualname__]
