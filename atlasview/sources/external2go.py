"""What families, domains and pathways mean in GO's words: interpro2go, pfam2go and GO's other mappings."""

import re
from collections.abc import Iterator
from typing import Any

from atlasview.records.quick import quick
from atlasview.records.reference import CrossReference
from atlasview.sources.format import Format, Turn
from atlasview.sources.gene_product import TermsOnce
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome, Taken

_DATE = re.compile(r"!\s*(?:version )?date\s*:\s*(\d{4})[/-](\d{2})[/-](\d{2})")
_ROW = re.compile(r"([A-Za-z_][A-Za-z0-9_]*):([!-~]{1,80})(?: (.*?))? > GO:(.*) ; GO:(\d{7})")
_cross_reference = quick(CrossReference)
_CATEGORIES = {"Pfam": "family", "Reactome": "pathway", "PROSITE": "", "InterPro": ""}
_PREFIXES = {"Prosite": "PROSITE", "PRINTS": "PRINTS", "REACTOME": "Reactome"}


def _read(file: SourceFile) -> Iterator[Outcome]:
    terms = TermsOnce(file.source)
    for number, line in file.lines():
        if line.startswith("!"):
            if not file.date and (stated := _DATE.match(line)):
                file.date = "-".join(stated.groups())
            continue
        found = _ROW.fullmatch(line.strip())
        if found:
            prefix = _PREFIXES.get(found[1], found[1])
            subject = f"{prefix}:{found[2]}"
            name = (found[3] or "").strip()
            records: list[Any] = [*terms.of(subject, name, _CATEGORIES.get(prefix, ""))]
            records.append(_cross_reference(subject, "GO", found[5], found[4].strip(), file.source))
            yield Taken(number, records)
        elif line.strip():
            yield file.rejected(number, "no row of an entry and its GO term", line)


def _is_mapping(head: Head) -> bool:
    row = next((line for line in head.lines if line and not line.startswith("!")), "")
    return bool(_ROW.fullmatch(row.strip()))


FORMATS = (
    Format(
        key="external2go",
        title="GO terms of domains and pathways (interpro2go, pfam2go, ...)",
        database="go",
        turn=Turn.TIES,
        adds="GO terms of families, domains and pathways",
        recognises=_is_mapping,
        read=_read,
    ),
)
