"""A screen reader in small, for `test_read_with_a_screen_reader.py`: hears a program through AT-SPI.

Runs on the Python of the system, which has the bindings (`python3-gi`, `gir1.2-atspi-2.0`), as a process of its own.
Reads commands, one JSON list a line, and answers each with one JSON line:

    ["tree", APPLICATION]  {"name", "role", "description"} of all that is in the tree; null until the program is there
    ["keys", KEY...]       press keys (names of xdotool), and what was heard until it was quiet
    ["focus", WORDS]       press Tab until something whose name begins so has the focus; its name, null after a round
    ["current"]            {"name", "role", "description"} of what has the focus, asked for anew

Heard is a list of {"what": "focus" | "announcement" | "name", "words"}.
"""

import importlib
import json
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

_QUIET, _LONGEST, _MOST_TABS, _MOST_CHILDREN = 0.12, 3.0, 90, 300
_HEARD = {
    "object:state-changed:focused": "focus",
    "object:announcement": "announcement",
    "object:property-change:accessible-name": "name",
}


class Reader:
    """Listens to all programs of the session."""

    def __init__(self) -> None:
        gi = importlib.import_module("gi")
        gi.require_version("Atspi", "2.0")
        self.atspi: Any = importlib.import_module("gi.repository.Atspi")
        self.loop: Any = importlib.import_module("gi.repository.GLib").MainContext.default()
        self.heard: list[dict[str, str]] = []
        self.focused: Any = None
        self.atspi.init()
        self._listener = self.atspi.EventListener.new(self._hear)
        for event in _HEARD:
            self._listener.register(event)

    def _hear(self, event: Any) -> None:
        what = _HEARD[next(kind for kind in _HEARD if str(event.type).startswith(kind))]
        if what == "focus":
            if not event.detail1:
                return
            self.focused = event.source
        words = event.any_data if what == "announcement" else event.source.get_name()
        self.heard.append({"what": what, "words": str(words or "")})

    def listen(self) -> list[dict[str, str]]:
        """What is heard until it is quiet."""
        self.heard = []
        start = last = time.monotonic()
        while time.monotonic() - last < _QUIET and time.monotonic() - start < _LONGEST:
            count = len(self.heard)
            while self.loop.iteration(False):
                pass
            if len(self.heard) > count:
                last = time.monotonic()
            time.sleep(0.01)
        return self.heard

    def keys(self, *names: str) -> list[dict[str, str]]:
        """Press keys where the focus is."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)
        return self.listen()

    def focus(self, words: str) -> str | None:
        """Go on with Tab."""
        for _ in range(_MOST_TABS):
            self.keys("Tab")
            if self.focused is not None and str(self.focused.get_name()).startswith(words):
                return str(self.focused.get_name())
        return None

    def current(self) -> dict[str, str] | None:
        """What has the focus."""
        return None if self.focused is None else _told(self.focused)

    def tree(self, name: str) -> list[dict[str, str]] | None:
        """All that a program shows."""
        self.listen()
        desktop = self.atspi.get_desktop(0)
        programs = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
        found = next((one for one in programs if one is not None and one.get_name() == name), None)
        return None if found is None else list(self._below(found))

    def _below(self, thing: Any) -> Any:
        yield _told(thing)
        for at in range(min(thing.get_child_count(), _MOST_CHILDREN)):
            child = thing.get_child_at_index(at)
            if child is not None:
                yield from self._below(child)


def _told(thing: Any) -> dict[str, str]:
    return {"name": thing.get_name(), "role": thing.get_role_name(), "description": thing.get_description()}


def main() -> None:
    """Answer until the input ends."""
    reader = Reader()
    doing: dict[str, Callable[..., object]]
    doing = {"tree": reader.tree, "keys": reader.keys, "focus": reader.focus, "current": reader.current}
    for line in sys.stdin:
        command, *words = json.loads(line)
        sys.stdout.write(f"{json.dumps(doing[command](*words))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
