"""Genes of GENCODE as the CELLxGENE schema lists them: Ensembl id, symbol, version, length, biotype; no header."""

import re
from collections.abc import Iterator
from typing import Any

from atlasview.records.gene import GeneName
from atlasview.records.quick import quick
from atlasview.records.reference import CrossReference
from atlasview.sources.ensembl_xrefs import is_human
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken

_ROW = re.compile(r"(ENS[A-Z]*G\d{11})(_PAR_Y)?,([^,]+),(\d{1,9}),(\d{1,9})(?:,([\w.-]+))?")
_cross_reference, _gene_name = quick(CrossReference), quick(GeneName)
_PSEUDOAUTOSOMAL = "the copy on chromosome Y of a gene in a pseudoautosomal region"


def _read(file: SourceFile) -> Iterator[Outcome]:
    for number, line in file.lines():
        if not line:
            continue
        row = _ROW.fullmatch(line.replace('"', ""))
        if not row:
            yield file.rejected(number, "no row of identifier, symbol, version, length and biotype", line)
        elif file.taxon is not None and is_human(row[1]) != (file.taxon == 9606):
            yield Filtered(number, "another organism")
        elif row[2]:
            yield Filtered(number, _PSEUDOAUTOSOMAL)
        else:
            version = int(row[4])
            yield Taken(number, _records(file, row), f"GENCODE:{row[1]}", (version,))


def _records(file: SourceFile, row: re.Match[str]) -> list[Any]:
    """The gene's versioned identifier with its biotype; a symbol that says more than the identifier is a name."""
    gene = f"ENSEMBL:{row[1]}"
    biotype = (row[6] or "").replace("_", " ")
    records: list[Any] = [_cross_reference(gene, "GENCODE", f"{row[1]}.{row[4]}", biotype, file.source)]
    if not row[3].startswith(row[1]):
        records.append(_gene_name(gene, "alias", row[3], file.source))
    return records


def _is_gencode(head: Head) -> bool:
    lines = [line.replace('"', "") for line in head.lines[:20] if line.strip()]
    return bool(lines) and sum(1 for line in lines if _ROW.fullmatch(line)) > len(lines) / 2


FORMATS = (
    Format(
        key="gencode-genes",
        title="Genes of GENCODE (CELLxGENE's CSV)",
        database="gencode",
        turn=Turn.MORE_OF_GENES,
        adds="GENCODE's versions, biotypes and names of genes",
        recognises=_is_gencode,
        read=_read,
    ),
)
