"""Checks what AtlasView needs of the system before its own environment exists; runs on a bare Python.

As root on Debian and its relatives it installs what is missing and says so; otherwise it prints the command and stops.
usage: python3 make/system.py [--window | --bundle | --reader]
--window also looks for what a visible window needs, --bundle for what a packaged program carries along on Linux,
--reader for what the test needs that reads the window from outside, as a screen reader does
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

LEAST = (3, 11)
BUNDLED = {"QT_QPA_PLATFORM": "xcb;wayland"}
READER = {"Xvfb": "xvfb", "dbus-daemon": "dbus", "xdotool": "xdotool"}
LAUNCHERS = ("/usr/libexec", "/usr/lib/at-spi2-core")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
FONT_FILES = (".ttf", ".otf", ".ttc")


def main(arguments: list[str]) -> int:
    """Return 0 where nothing is missing (any more), else 1 after having said what to do."""
    if sys.version_info < LEAST:
        return refuse(
            f"Python {LEAST[0]}.{LEAST[1]} or later is needed, this is {sys.version.split()[0]};"
            " name another one: make PYTHON=python3.12 ..."
        )
    bundle = "--bundle" in arguments
    environ = BUNDLED if bundle else os.environ if "--window" in arguments else {}
    packages = [*venv_packages(), *library_packages(environ), *font_packages(), *tool_packages(bundle)]
    packages += reader_packages() if "--reader" in arguments else []
    if not packages or install(packages):
        return 0
    return refuse(
        "the system lacks: " + ", ".join(packages) + "\ninstall it, on Debian and Ubuntu with:\n"
        "    sudo apt-get install --no-install-recommends " + " ".join(packages)
    )


def venv_packages() -> list[str]:
    """Debian keeps ensurepip apart from Python."""
    found = importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv")
    return [] if found else [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def tool_packages(bundle: bool) -> list[str]:
    """PyInstaller reads and strips libraries with the tools of binutils."""
    return ["binutils"] if bundle and sys.platform == "linux" and not shutil.which("objdump") else []


def reader_packages() -> list[str]:
    """A display without a screen, keys for it, and AT-SPI with its bindings for the Python of the system."""
    if sys.platform != "linux":
        return []
    missing = [package for tool, package in READER.items() if not shutil.which(tool)]
    python = shutil.which("python3", path="/usr/bin") or sys.executable
    words = [python, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    bound = subprocess.run(words, capture_output=True, check=False).returncode == 0
    missing += [] if bound else ["python3-gi", "gir1.2-atspi-2.0"]
    launched = any(Path(folder, "at-spi-bus-launcher").exists() for folder in LAUNCHERS)
    return [*missing, *([] if launched else ["at-spi2-core"])]


def library_packages(environ: Mapping[str, str]) -> list[str]:
    """Debian's packages of the shared libraries that Qt links to, for the window that `environ` asks for."""
    if sys.platform != "linux":
        return []
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from atlasview import environment

    libraries = environment.needed_libraries(environ)
    return sorted({libraries[name] for name in environment.missing_libraries(libraries)})


def font_packages() -> list[str]:
    """Qt brings no fonts: a proportional and a fixed one must be there."""
    if sys.platform != "linux":
        return []
    names = [
        name.lower()
        for folder in FONT_FOLDERS
        for _, _, files in os.walk(Path(folder).expanduser())
        for name in files
        if name.lower().endswith(FONT_FILES)
    ]
    fixed = [name for name in names if "mono" in name or "cour" in name]
    return [] if 0 < len(fixed) < len(names) else ["fonts-dejavu-core", "fonts-liberation"]


def install(packages: list[str]) -> bool:
    """Install with apt-get where that is ours to do; whether it worked."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("installing what the system lacks: apt-get install", *packages, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    fetch = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], fetch):
        done = subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode:
            refuse(done.stdout + done.stderr)
            return False
    return True


def refuse(text: str) -> int:
    """Print to standard error; the exit status of a refusal."""
    print(text, file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
