"""The file of the log: it rotates, and a disk that refuses ends it without a word."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LARGEST = 256 * 1024
"""Bytes of a file, after which the next one begins."""

OLDER = 3
"""How many earlier files stay, as `atlasview.log.1` and so on."""


class LogFile(RotatingFileHandler):
    """Writes records of a `Log` to a file; `refused` when it could not. Raises OSError where it cannot be opened."""

    def __init__(self, path: Path, formatter: logging.Formatter) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        super().__init__(path, maxBytes=LARGEST, backupCount=OLDER, encoding="utf-8", errors="backslashreplace")
        self.refused = False
        self.setFormatter(formatter)

    def write_lines(self, lines: tuple[str, ...]) -> None:
        """Write what was said before the file was there; raises OSError."""
        if self.stream is not None:
            self.stream.writelines(f"{line}\n" for line in lines)
            self.flush()

    def handleError(self, _record: logging.LogRecord) -> None:
        """Python's own way would print a traceback for every line that the disk does not take."""
        self.refused = True
