"""Identity of genes from HGNC and NCBI Gene."""

import html
import re
from collections.abc import Iterator

from atlasview.records.gene import Gene, GeneName, Location
from atlasview.records.reference import CrossReference
from atlasview.sources.hgnc import IDENTIFIERS, LABELS, LRG, NAMES, listed
from db.collect.tables import Tables
from db.collect.upstream import Upstream

# NCBI Gene of January 2020 cut the alias IL-7-AS of this gene in two; one half is another gene's symbol.
_NOT_A_NAME = {("HGNC:53974", "IL-7"), ("HGNC:53974", "AS")}


def hgnc_records(upstream: Upstream) -> dict[str, dict[str, str]]:
    """Approved genes by symbol; quotes around cells and HTML entities are undone."""
    records = {}
    for row in upstream.records("hgnc"):
        clean = {name: html.unescape(_unquoted(value)) for name, value in row.items()}
        if clean["status"] == "Approved":
            records[clean["symbol"]] = clean
    return records


def add_gene(tables: Tables, record: dict[str, str], extent: Location | None) -> None:
    """Adds a gene with its names and identifiers; `extent` is where the files at hand say that it lies."""
    band = record["location"]
    chromosome = re.match(r"(\d+|X|Y|MT)", band)
    place = extent or Location()
    location = Location(
        band, chromosome.group(1) if chromosome else "", place.start, place.end, place.strand, place.assembly
    )
    gene = record["hgnc_id"]
    tables.add(Gene(gene, record["symbol"], record["name"], record["locus_type"], location, 9606, "hgnc"))
    tables.add(*_hgnc_names(record), *_identifiers(record))


def add_other_names(tables: Tables, upstream: Upstream, synonyms: dict[str, list[str]]) -> None:
    """Adds what NCBI Gene and UniProt (`synonyms` by gene) call the genes beyond HGNC's names."""
    known = {gene.id: {gene.symbol.casefold(), gene.name.casefold()} for gene in tables.of("genes")}
    for name in tables.of("gene_names"):
        known[name.gene].add(name.text.casefold())
    ncbi = list(_ncbi_names(upstream, set(known)))
    uniprot = [GeneName(gene, "alias", text, "uniprot") for gene, texts in synonyms.items() for text in texts]
    for name in [*ncbi, *uniprot]:
        if name.text.casefold() not in known[name.gene]:
            known[name.gene].add(name.text.casefold())
            tables.add(name)


def _ncbi_names(upstream: Upstream, genes: set[str]) -> Iterator[GeneName]:
    """Names in NCBI Gene, whose records are joined by HGNC id."""
    for row in upstream.records("ncbi-gene"):
        found = re.search(r"HGNC:(HGNC:\d+)", row["dbXrefs"])
        gene = found.group(1) if found else ""
        if gene in genes:
            for kind, column in (("alias", "Synonyms"), ("name", "Other_designations")):
                for text in listed(row[column]):
                    if (gene, text) not in _NOT_A_NAME:
                        yield GeneName(gene, kind, text, "ncbi-gene")


def _hgnc_names(record: dict[str, str]) -> Iterator[GeneName]:
    for column, kind in NAMES.items():
        for text in listed(record[column]):
            yield GeneName(record["hgnc_id"], kind, text, "hgnc")


def _identifiers(record: dict[str, str]) -> Iterator[CrossReference]:
    gene = record["hgnc_id"]
    for column, database in IDENTIFIERS.items():
        for value in listed(record.get(column, "")):
            identifier = value if value == gene else value.rpartition(":")[2]
            yield CrossReference(gene, database, identifier, LABELS.get(database, ""), "hgnc")
    for value in LRG.findall(record["lsdb"]):
        yield CrossReference(gene, "LRG", value, "", "hgnc")
    for value, label in zip(listed(record["gene_group_id"]), listed(record["gene_group"]), strict=True):
        yield CrossReference(gene, "HGNC gene group", value, label, "hgnc")


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
