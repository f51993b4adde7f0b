"""Gene product information, GPI 1.0 to 1.2 and 2.0: names of what GO annotates, and which gene it is of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from atlasview.records.gene import GeneName
from atlasview.records.protein import GeneProtein
from atlasview.sources.format import Format, Turn
from atlasview.sources.gaf import state_of_header
from atlasview.sources.gene_product import COMPLEX, gene_of_product, is_product
from atlasview.sources.head import Head
from atlasview.sources.hgnc import listed
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken

_VERSION = re.compile(r"!gpi-version:\s*(\d\.\d)")
_HGNC = re.compile(r"(?:^|\|)(?:HGNC:)?(HGNC:\d+)(?=\||$)")


@dataclass(frozen=True, slots=True)
class _Layout:
    """Places of the columns of a version; -1 where it has none of them."""

    database: int
    id: int
    symbol: int
    name: int
    synonyms: int
    taxon: int
    references: int
    least: int


_LAYOUTS = {
    "1.0": _Layout(database=0, id=2, symbol=3, name=4, synonyms=5, taxon=7, references=-1, least=8),
    "1.1": _Layout(database=-1, id=0, symbol=1, name=2, synonyms=3, taxon=5, references=7, least=6),
    "1.2": _Layout(database=0, id=1, symbol=2, name=3, synonyms=4, taxon=6, references=8, least=7),
    "2.0": _Layout(database=-1, id=0, symbol=1, name=2, synonyms=3, taxon=5, references=9, least=6),
}
"""By version of GPI; the database of 1.1 stands in a line of `!namespace:`, that of 2.0 before the id."""
_MOST = 12


def _read(file: SourceFile) -> Iterator[Outcome]:
    layout = None
    namespace = "UniProtKB"
    for number, line in file.lines():
        if line.startswith("!"):
            state_of_header(file, line)
            if line.startswith("!namespace:"):
                namespace = line.partition(":")[2].strip()
            if version := _VERSION.match(line):
                layout = _LAYOUTS.get(version[1])
            continue
        if not line.strip():
            continue
        if layout is None:
            raise file.refused("the file does not say its version of GPI, or says one that is not known", number)
        cells = line.split("\t")
        if len(cells) < layout.least:
            yield file.rejected(number, "fewer columns than this version of GPI has", line)
        else:
            yield _outcome(file, number, cells + [""] * (_MOST - len(cells)), layout, namespace)


def _outcome(file: SourceFile, line: int, cells: list[str], layout: _Layout, namespace: str) -> Outcome:
    if file.taxon is not None and cells[layout.taxon].partition(":")[2] != str(file.taxon):
        return Filtered(line, "another organism")
    database, identifier = namespace, cells[layout.id]
    if layout.database >= 0:
        database = cells[layout.database]
    elif ":" in identifier:
        database, _sign, identifier = identifier.partition(":")
    if not is_product(database, identifier):
        return file.rejected(line, "no gene product", cells[layout.symbol])
    product = gene_of_product(database, identifier)
    if not product:
        return Filtered(line, COMPLEX)
    return Taken(line, _records(file, cells, layout, product))


def _records(file: SourceFile, cells: list[str], layout: _Layout, product: str) -> list[Any]:
    """Names of the gene; where the file says its HGNC id, also that the protein is its product."""
    found = _HGNC.search(cells[layout.references]) if layout.references >= 0 else None
    gene = found.group(1) if found else product
    names = [("alias", text) for text in dict.fromkeys([cells[layout.symbol], *listed(cells[layout.synonyms])]) if text]
    names += [("name", text) for text in listed(cells[layout.name])]
    records: list[Any] = [GeneName(gene, kind, text, file.source) for kind, text in names]
    if found and product.startswith("UniProtKB:"):
        records.append(GeneProtein(gene, product, file.source))
    return records


def _is_gpi(head: Head) -> bool:
    return head.first.startswith("!gpi-version:")


FORMATS = (
    Format(
        key="gpi",
        title="Gene products of GO (GPI)",
        database="goa",
        turn=Turn.MORE_OF_PROTEINS,
        adds="names of genes, and which proteins are their products",
        recognises=_is_gpi,
        read=_read,
    ),
)
