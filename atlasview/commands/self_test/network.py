"""Nothing may reach for the network: what tries is refused and noted, and what Qt could have opened is looked for."""

import sys
from pathlib import Path

_EVENTS = ("socket.", "urllib.Request", "http.client.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "telnetlib.")
_HARMLESS = ("socket.gethostname",)
_MODULES = ("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore")
_LIBRARIES = ("Qt6Network", "Qt6WebSockets", "Qt6WebEngine")
_TABLES = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")


class NetworkTried(Exception):
    """Something has tried to use the network during a self-test."""


class NetworkGuard:
    """Refuses every socket of Python's while it is on; `tried` names what was refused.

    Python has no way to take an audit hook back: after `stop` it stays and lets everything pass.
    """

    def __init__(self) -> None:
        self.tried: list[str] = []
        self._on = True
        sys.addaudithook(self._hear)

    def stop(self) -> None:
        """Let everything pass again."""
        self._on = False

    def _hear(self, event: str, _arguments: tuple[object, ...]) -> None:
        if self._on and event.startswith(_EVENTS) and event not in _HARMLESS:
            self.tried.append(event)
            raise NetworkTried(event)

    def faults(self) -> list[str]:
        """A sentence for everything that was tried, loaded, or is open."""
        found = [f"{event} was tried and refused" for event in dict.fromkeys(self.tried)]
        found += [f"the module {name} is loaded" for name in _MODULES if name in sys.modules]
        found += [f"the library {path} is loaded" for path in _mapped_files() if any(one in path for one in _LIBRARIES)]
        found += [f"a connection is open: {line}" for line in _connections()]
        return found


def _mapped_files() -> list[str]:
    """Files that the process has mapped, by their names; empty where the system does not tell."""
    try:
        lines = Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    names = (line.split(maxsplit=5)[5:] for line in lines)
    return sorted({name[0].rpartition("/")[2] for name in names if name})


def _connections() -> list[str]:
    """Sockets of the internet that this process holds open; empty where the system does not tell."""
    try:
        descriptors = [str(one.readlink()) for one in Path("/proc/self/fd").iterdir() if one.is_symlink()]
    except OSError:
        return []
    own = {name[8:-1] for name in descriptors if name.startswith("socket:[")}
    found = []
    for table in _TABLES:
        try:
            lines = Path("/proc/self/net", table).read_text(encoding="ascii").splitlines()[1:]
        except OSError:
            continue
        fields = (line.split() for line in lines)
        found += [f"{table} {row[1]} to {row[2]}" for row in fields if len(row) > 9 and row[9] in own]
    return found
