"""The genes of an entry, by the identifiers of its cross-references, else by symbol."""

import re
from collections.abc import Iterator

from atlasview.records.gene import Gene, GeneName, Location
from atlasview.records.protein import GeneProtein
from atlasview.records.reference import CrossReference
from atlasview.sources.rows import Rows
from atlasview.sources.uniprot.cross_references import Lines, is_gene_of_ensembl, parts_of, said_at_end
from atlasview.sources.uniprot.entry import Entry, NamedGene

_HGNC = ("HGNC", "Genew")
_IDENTIFIER = re.compile(r"(?:HGNC:)?[0-9]{1,9}")
_LOCUS = "gene with protein product"
_NOWHERE = Location()
_LONGEST = 100
"""Letters of a symbol; what is longer is none."""


def add_genes(entry: Entry, lines: Lines, rows: Rows) -> None:
    """Genes with their other symbols and identifiers, and that the protein is their product."""
    source = entry.source
    hgnc, ncbi, ensembl = _identifiers(lines)
    named = {gene.symbol: gene for gene in entry.genes}
    first = entry.genes[0] if entry.genes else NamedGene("", ())
    sole = len(hgnc or ncbi or ensembl) < 2
    for identifier, said in _ids(hgnc, ncbi, ensembl, entry.genes):
        symbol = said or first.symbol
        names = named.get(symbol) or (first if sole and len(entry.genes) < 2 else NamedGene(symbol, ()))
        rows.say(Gene, identifier, [Gene(identifier, symbol, "", _LOCUS, _NOWHERE, entry.taxon, source)])
        rows.add(GeneProtein, identifier, [(identifier, entry.id, source)])
        others = [text for text in (names.symbol, *names.synonyms) if text and text != symbol]
        rows.add(GeneName, identifier, [(identifier, "alias", text, source) for text in others])
        if sole and not identifier.startswith("symbol:"):
            rows.say(CrossReference, identifier, _also_known(identifier, ncbi, ensembl, source))


def _ids(
    hgnc: dict[str, str], ncbi: list[str], ensembl: list[str], named: list[NamedGene]
) -> Iterator[tuple[str, str]]:
    """CURIE and, where the cross-reference says it, symbol of each gene."""
    if hgnc:
        yield from ((f"HGNC:{identifier}", symbol) for identifier, symbol in hgnc.items())
    elif ncbi:
        yield from ((f"NCBIGene:{identifier}", "") for identifier in ncbi)
    elif ensembl:
        yield from ((f"ENSEMBL:{identifier}", "") for identifier in ensembl)
    else:
        symbols = (gene.symbol for gene in named)
        yield from ((f"symbol:{symbol}", symbol) for symbol in symbols if len(symbol) <= _LONGEST)


def _identifiers(lines: Lines) -> tuple[dict[str, str], list[str], list[str]]:
    """Identifiers by HGNC (with the symbol), NCBI Gene and Ensembl, each once, in the entry's order."""
    hgnc = {
        identifier.removeprefix("HGNC:"): said_at_end(rest)[0].strip("-")
        for database in _HGNC
        for identifier, rest in map(parts_of, lines.get(database, ()))
        if _IDENTIFIER.fullmatch(identifier)
    }
    ensembl = dict.fromkeys(
        value.partition(".")[0]
        for line in lines.get("Ensembl", ())
        for value in line.split("; ")
        if is_gene_of_ensembl(value)
    )
    return hgnc, list(dict.fromkeys(parts_of(line)[0] for line in lines.get("GeneID", ()))), list(ensembl)


def _also_known(identifier: str, ncbi: list[str], ensembl: list[str], source: str) -> Iterator[CrossReference]:
    """Other identifiers of a gene that is the entry's only one; several of a database contradict each other."""
    for database, values in (("NCBIGene", ncbi), ("ENSEMBL", ensembl)):
        if len(values) == 1 and identifier != f"{database}:{values[0]}":
            yield CrossReference(identifier, database, values[0], "", source)
