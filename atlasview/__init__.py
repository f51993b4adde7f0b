"""AtlasView: an offline desktop atlas of genes. For Python programs: `from atlasview import open_atlas`."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from atlasview.library import Atlas, open_atlas

__version__ = "0.1.0"
__all__ = ["Atlas", "__version__", "open_atlas"]


def __getattr__(name: str) -> Any:
    """The library is imported when it is first asked for: the window and its start need none of it."""
    if name in ("Atlas", "open_atlas"):
        return getattr(import_module("atlasview.library"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
