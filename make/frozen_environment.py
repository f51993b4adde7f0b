"""Runs first in the packaged program: what it starts (a browser, a file manager) must not load its libraries.

PyInstaller's starter puts the bundle's folder in front of the places where libraries are looked for, and keeps what was
there before under another name. The process itself has read that already; its children would inherit it.
"""

import os

_PLACES = "LD_LIBRARY_PATH"
_before = os.environ.pop(f"{_PLACES}_ORIG", None)
if _before is not None:
    os.environ[_PLACES] = _before
else:
    os.environ.pop(_PLACES, None)
