"""Search over everything in an atlas: by symbol, alias, name, identifier, words of texts, and near spellings."""

from atlasview.atlas.search.find import search
from atlasview.atlas.search.resolving import resolve

__all__ = ["resolve", "search"]
