"""Somebody who does not see the window reads it from outside, through AT-SPI, on a real display, with real keys."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

READER = Path(__file__).parent / "screen_reader.py"
PACKAGES = "xvfb, dbus, at-spi2-core, xdotool, python3-gi and gir1.2-atspi-2.0"
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
PATIENCE = 20.0


def bound_python() -> str:
    """A Python that has the bindings: that of the system; empty for none."""
    for one in (shutil.which("python3", path="/usr/bin:/bin"), shutil.which("python3"), sys.executable):
        if one and subprocess.run([one, "-c", BINDINGS], capture_output=True, check=False).returncode == 0:
            return one
    return ""


@pytest.fixture(scope="module")
def python() -> str:
    """The reader's Python; the test is skipped, and says what is missing, where it cannot run."""
    if sys.platform != "linux":
        pytest.skip("AT-SPI is the accessibility of Linux")
    missing = [tool for tool in ("Xvfb", "dbus-daemon", "xdotool") if shutil.which(tool) is None]
    found = bound_python() if not missing else ""
    if not found:
        pytest.skip(f"driving the window from outside needs {PACKAGES}; make reader installs them as root")
    return found


class Outside:
    """What a person has who reads the window from outside: keys, and what is said."""

    def __init__(self, reader: "subprocess.Popen[str]") -> None:
        self._reader = reader

    def __call__(self, command: str, *words: str) -> Any:
        """Ask the reader."""
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        self._reader.stdin.write(f"{json.dumps([command, *words])}\n")
        self._reader.stdin.flush()
        answer = self._reader.stdout.readline()
        assert answer, "the reader has ended"
        return json.loads(answer)

    def press(self, *keys: str) -> list[str]:
        """Press keys; what is announced."""
        return [one["words"] for one in self("keys", *keys) if one["what"] == "announcement"]

    def wait_for(self, begins: str) -> list[dict[str, str]]:
        """The tree, once it has something whose name begins so."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found: list[dict[str, str]] = self("tree", "AtlasView") or []
            if any(one["name"].startswith(begins) for one in found):
                return found
            time.sleep(0.3)
        raise AssertionError(f"nothing called {begins} has come")


def started(stack: ExitStack, words: list[str], env: dict[str, str], **more: Any) -> "subprocess.Popen[str]":
    """A process that ends with the test."""
    process = stack.enter_context(subprocess.Popen(words, env=env, text=True, stderr=subprocess.DEVNULL, **more))
    stack.callback(process.kill)
    return process


@pytest.fixture
def outside(python: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Outside]:
    """A program with a display and a bus of its own, at a place, and its reader."""
    env = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "0"}
    env.pop("WAYLAND_DISPLAY", None)
    pipe = {"stdout": subprocess.PIPE}
    with ExitStack() as stack:
        screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1300x1000x24", "-nolisten", "tcp"]
        display = started(stack, screen, env, **pipe)
        env["DISPLAY"] = f":{said(display)}"
        bus = started(stack, ["dbus-daemon", "--session", "--nofork", "--print-address=1"], env, **pipe)
        env["DBUS_SESSION_BUS_ADDRESS"] = said(bus)
        program = [sys.executable, "-m", "atlasview", "--home", str(tmp_path / "home"), request.param]
        started(stack, program, env)
        reader = started(stack, [python, str(READER)], env, stdin=subprocess.PIPE, **pipe)
        have_focus(env)
        yield Outside(reader)


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def have_focus(env: dict[str, str]) -> None:
    """Give the window the focus, as a window manager would."""
    find = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "AtlasView", "windowfocus"]
    subprocess.run(find, env=env, check=True, capture_output=True, timeout=PATIENCE)


@pytest.mark.parametrize("outside", ["IL7R 45"], indirect=True)
def test_the_cursor_moves_and_speaks(outside):
    tree = outside.wait_for("Sequence: ")
    found = {(one["role"], one["name"].split(":")[0]) for one in tree}
    assert {("image", "Feature tracks"), ("image", "Sequence"), ("list", "Sections of this page")} <= found
    tracks = next(one for one in tree if one["name"].startswith("Feature tracks: "))
    assert tracks["name"] == "Feature tracks: Glutamine 45, strand 40–49, extracellular"
    assert tracks["description"].startswith("459 residues. Domains 1, ")

    go_to(outside, "Protein")
    assert outside("current")["name"] == "Isoform: 1, canonical (P16871-1)"
    assert outside("focus", "Numbering") == "Numbering: UniProt"
    assert outside.press("Down") == ["Interleukin-7 receptor subunit alpha (21–459)"]
    assert outside.press("Up") == ["UniProt"]
    assert outside("focus", "Feature tracks") == tracks["name"]
    assert outside.press("Right") == ["Leucine 46, strand 40–49, extracellular"]
    assert outside("current")["name"].startswith("Feature tracks: Leucine 46")
    (said_of_49,) = outside.press("Right", "Right", "Right")[-1:]
    assert said_of_49.startswith("Asparagine 49, ")
    (card,) = outside.press("space")
    assert "PMID 19141282" in card

    assert outside("focus", "Sequence").startswith("Sequence: Asparagine 49")
    (selected,) = outside.press("shift+Right")
    assert selected.endswith("; 2 selected, 49 to 50")

    go_to(outside, "Variants")
    assert outside("focus", "Diagram of variants").startswith("Diagram of variants: ")
    tree = outside.wait_for("Diagram of variants: ")
    assert {("table", "Features"), ("table", "Variants")} <= {(one["role"], one["name"]) for one in tree}
    (pin,) = outside.press("Home")
    (second,) = outside.press("Right")
    assert "record" in pin
    assert pin != second


def go_to(outside: Outside, section: str) -> None:
    """By the list of sections, as a person would who does not want to tab through the page."""
    for _ in range(8):
        outside("keys", "F6")
        if (outside("current") or {}).get("name") == "Sections of this page":
            break
    outside("keys", "Home")
    for _ in range(20):
        if outside("current")["name"].startswith(section):
            outside("keys", "Return")
            return
        outside("keys", "Down")
    raise AssertionError(f"no section {section}")


@pytest.mark.soak
@pytest.mark.parametrize("outside", ["FGFR2"], indirect=True)
def test_every_stop_of_the_tab_key_has_a_name(outside, soak):
    if not soak:
        pytest.skip("a round through a whole page takes a minute; --soak runs it")
    outside.wait_for("Domains")
    outside("keys", "F6")
    first: str = outside("current")["name"]
    names: list[str] = []
    while len(names) < 400 and names[-1:] != [first]:
        # A section that is built now hands the focus on later: all that had it counts.
        names += [one["words"] for one in outside("keys", "Tab") if one["what"] == "focus"]
    assert names[-1] == first, "the tab key does not come round"
    assert "" not in names
    heads = {name.split(":")[0] for name in names}
    assert {"Domains", "Feature tracks", "Sequence", "Exons", "Diagram of variants", "Expression chart"} <= heads
    assert {"Papers by year", "Features", "Transcripts", "Variants", "Citations", "Identifiers"} <= heads
