"""Entries of UniProtKB in JSON, as the website and its REST service give them: one entry, or a list of results."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.json_list import json_items, json_whole
from atlasview.sources.opened import LONGEST_LINE, SourceFile
from atlasview.sources.taken import Outcome
from atlasview.sources.uniprot.json_entry import json_entry, taxon_of
from atlasview.sources.uniprot.outcome import outcome

_HEAD = 1000
_START = re.compile(r'\s*\{\s*(?:"results"\s*:\s*\[\s*(?:\{|\]))?')
_SIGN = re.compile(r'"entryType"\s*:\s*"(?:UniProtKB|Inactive)')


def _recognises(head: Head) -> bool:
    """Whether a JSON object begins the file that is an entry or holds a list of entries."""
    return bool(_START.match(head.text)) and bool(_SIGN.search(head.text))


def read(file: SourceFile) -> Iterator[Outcome]:
    """Each entry of the file. Raises InputRefused where it breaks off or is no JSON."""
    for line, said in _entries(file):
        if isinstance(said, dict) and said.get("entryType") == "Inactive":
            yield file.rejected(line, "an entry that UniProt has withdrawn", str(said.get("primaryAccession", "")))
        else:
            yield outcome(file, line, partial(taxon_of, said), partial(json_entry, said, line, file.source))


def _entries(file: SourceFile) -> Iterator[tuple[int, Any]]:
    with file.damage_told():
        stream = file.text()
        start = stream.read(_HEAD)
        found = _START.match(start)
        if found is None:
            raise file.refused("the file is no JSON of entries", 1, "fetch the file again")
        text = "" if '"results"' in found[0] else start + stream.read(LONGEST_LINE)
    if not text:
        file.close()
        yield from json_items(file, "results")
    elif len(text) > LONGEST_LINE:
        raise file.refused(f"one entry is longer than {LONGEST_LINE >> 20} MiB", 1, "fetch the file again")
    else:
        yield 1, json_whole(file, text)


FORMATS = (
    Format(
        key="uniprot-json",
        title="UniProtKB JSON",
        database="uniprot",
        turn=Turn.PROTEINS,
        adds="proteins, isoforms, features, variants, papers, keywords, diseases",
        recognises=_recognises,
        read=read,
    ),
)
