"""What the system must have before Qt starts: shared libraries, and a display that answers.

Qt ends the whole process where one of them is missing; asking first leaves room for a sentence that helps.
"""

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from atlasview.bundled import resource, resources
from atlasview.records.trouble import Trouble

# Shared library -> Debian's package. What the wheel of PySide6 links to and does not bring along.
DRAWING = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
    "libzstd.so.1": "libzstd1",
}
WINDOW = {
    "xcb": {
        "libxcb.so.1": "libxcb1",
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
    "wayland": {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
    },
}


PLATFORMS = frozenset(
    "xcb wayland wayland-egl wayland-brcm offscreen minimal minimalegl eglfs linuxfb vnc vkkhrdisplay".split()
)
"""Names that QT_QPA_PLATFORM may have with the wheel of PySide6; Qt ends the process for any other."""

RESOURCES = ("themes/tokens.toml", "themes/window.qss", "icons/search.svg")
"""Files of our own without which no window can be drawn."""


class ResourcesMissing(Trouble):
    """AtlasView was not installed whole: a file that belongs to it is not there."""

    def __init__(self, path: str) -> None:
        super().__init__("a file of AtlasView itself is missing", path, "install AtlasView again")


class LibrariesMissing(Trouble):
    """Qt cannot start because the system lacks shared libraries; `packages` are Debian's names of what holds them."""

    def __init__(self, libraries: Mapping[str, str]) -> None:
        self.packages = tuple(sorted(set(libraries.values())))
        super().__init__(
            "Qt needs shared libraries that this system lacks",
            ", ".join(libraries),
            f"install them, on Debian and Ubuntu with: sudo apt-get install {' '.join(self.packages)}",
        )


class DisplayMissing(Trouble):
    """There is no display, or none that answers."""

    def __init__(self, what: str, where: str) -> None:
        super().__init__(
            what,
            where,
            "start it in a desktop session, or use what needs no window (`atlasview show IL21`, `atlasview --help`)",
        )


def require_drawing() -> None:
    """Raise LibrariesMissing where Qt could not even draw off screen. Call before importing PySide6.QtGui."""
    if sys.platform == "linux":
        _require(DRAWING)


def require_window(environ: Mapping[str, str] = os.environ) -> None:
    """Raise LibrariesMissing or DisplayMissing where no window can open. Call before importing PySide6.QtWidgets."""
    require_resources()
    if sys.platform != "linux":
        return
    _require(DRAWING)
    chosen = _platforms(environ)
    if not chosen:
        raise DisplayMissing("there is no display to open a window on", "neither DISPLAY nor WAYLAND_DISPLAY is set")
    if not PLATFORMS & set(chosen):
        raise DisplayMissing("Qt knows no platform of that name", f"QT_QPA_PLATFORM is {environ['QT_QPA_PLATFORM']}")
    _settle_locale()
    troubles = [trouble for platform in chosen if (trouble := _trouble_of(platform, environ))]
    if len(troubles) == len(chosen):
        raise troubles[0]


def require_resources() -> None:
    """Raise ResourcesMissing where a file without which no window can be drawn is not there."""
    for name in RESOURCES:
        if not resource(name).is_file():
            raise ResourcesMissing(str(resource(name)))


def missing_resource(error: BaseException) -> Trouble | None:
    """The trouble behind an exception that a missing file of our own has raised; None for any other."""
    if isinstance(error, FileNotFoundError) and error.filename and resources() in Path(str(error.filename)).parents:
        return ResourcesMissing(str(error.filename))
    return None


def _settle_locale() -> None:
    """Where the system's language is none that it knows, or not in UTF-8: say so to Qt before Qt says so at length."""
    if sys.flags.utf8_mode or sys.getfilesystemencoding() != "utf-8":
        os.environ["LC_ALL"] = "C.UTF-8"


def needed_libraries(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Shared libraries, with Debian's packages: of drawing, and of a window on each platform that `environ` names."""
    needed = dict(DRAWING)
    for platform in _platforms(environ):
        needed |= _of_platform(platform)
    return needed


def missing_libraries(libraries: Iterable[str]) -> list[str]:
    """Those of the shared libraries that the system's loader does not find."""
    from ctypes import CDLL

    missing = []
    for library in libraries:
        try:
            CDLL(library)
        except OSError:
            missing.append(library)
    return missing


def _require(libraries: Mapping[str, str]) -> None:
    missing = missing_libraries(libraries)
    if missing:
        raise LibrariesMissing({library: libraries[library] for library in missing})


def _platforms(environ: Mapping[str, str]) -> list[str]:
    """Qt's platforms in the order in which it would try them."""
    asked = environ.get("QT_QPA_PLATFORM", "")
    if asked:
        return [platform.partition(":")[0] for platform in asked.split(";")]
    found = [("WAYLAND_DISPLAY", "wayland"), ("DISPLAY", "xcb")]
    return [platform for variable, platform in found if environ.get(variable)]


def _of_platform(platform: str) -> Mapping[str, str]:
    return WINDOW.get(platform.removesuffix("-egl"), {})


def _trouble_of(platform: str, environ: Mapping[str, str]) -> Trouble | None:
    try:
        _require(_of_platform(platform))
        if platform == "xcb":
            _require_x_server(environ.get("DISPLAY", ""))
        elif platform.startswith("wayland"):
            _require_compositor(environ)
    except Trouble as trouble:
        return trouble
    return None


def _require_x_server(display: str) -> None:
    from ctypes import CDLL, c_char_p, c_void_p

    xcb = CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = c_void_p
    xcb.xcb_connect.argtypes = [c_char_p, c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [c_void_p]
    connection = xcb.xcb_connect(display.encode() or None, None)
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if refused:
        raise DisplayMissing("the display does not answer", f"DISPLAY is {display or 'not set'}")


def _require_compositor(environ: Mapping[str, str]) -> None:
    name = environ.get("WAYLAND_DISPLAY", "wayland-0")
    socket = Path(environ.get("XDG_RUNTIME_DIR", "")) / name
    if not socket.exists():
        raise DisplayMissing("the display does not answer", f"WAYLAND_DISPLAY is {name}")
