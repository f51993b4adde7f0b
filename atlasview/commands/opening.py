"""The atlas that a command reads, and the page that a PLACE leads to."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from atlasview.bundled import starter_atlas
from atlasview.commands.output import readable

if TYPE_CHECKING:
    from atlasview.atlas.reader import AtlasReader
    from atlasview.records.profile import Profile


def open_atlas(asked: Path | None) -> "AtlasReader":
    """Open the atlas asked for, else the embedded starter; Trouble where it cannot be read."""
    from atlasview.atlas.reader import AtlasReader

    return AtlasReader(asked or starter_atlas())


def page_of(reader: "AtlasReader", text: str) -> "Profile":
    """The page of the PLACE that `text` names, with its residues; NotFound or Ambiguous where it is not one place."""
    from atlasview.atlas.page import profile
    from atlasview.atlas.search import resolve

    place = resolve(reader, readable(text))
    page = profile(reader, place)
    if place.residues is None or page.place.residues:
        return page
    return replace(page, place=replace(page.place, residues=place.residues))
