"""A page's document as text, and the words of the command line that give the same."""

import json
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from atlasview.export.document.page import document
from atlasview.records.place import Kind, Place
from atlasview.records.profile import Profile


def document_text(profile: Profile) -> str:
    """The document of a page as `atlasview show PLACE --json` prints it."""
    return written(document(profile))


def written(content: Mapping[str, Any]) -> str:
    """A document as JSON, two spaces to a level, with a line feed at the end."""
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def document_command(place: Place, atlas: Path | None = None) -> str:
    """`atlasview show IL7R --json`; `atlas` None stands for the starter atlas."""
    words = ["atlasview", "show", place_word(place), "--json"]
    return shlex.join([*words, "--atlas", str(atlas)] if atlas else words)


def place_word(place: Place) -> str:
    """A place as the command line takes it: the symbol of a gene, else the identifier."""
    return place.label if place.kind is Kind.GENE and place.label else place.id
