"""Identity of genes from HGNC and NCBI Gene."""

import html
import re
from collections.abc import Iterator

from atlasview.records.gene import Gene, GeneName, Location
from atlasview.records.reference import CrossReference
from db.collect.tables import Tables
from db.collect.upstream import Upstream

_IDENTIFIERS = {
    "entrez_id": "NCBIGene",
    "ensembl_gene_id": "ENSEMBL",
    "vega_id": "VEGA",
    "ucsc_id": "UCSC",
    "ena": "ENA",
    "refseq_accession": "RefSeq",
    "ccds_id": "CCDS",
    "uniprot_ids": "UniProtKB",
    "mgd_id": "MGI",
    "rgd_id": "RGD",
    "omim_id": "OMIM",
    "orphanet": "Orphanet",
    "cosmic": "COSMIC",
    "iuphar": "IUPHAR",
    "cd": "CD",
    "merops": "MEROPS",
    "imgt": "IMGT",
    "enzyme_id": "EC",
    "rna_central_id": "RNAcentral",
    "lncipedia": "LNCipedia",
    "agr": "AGR",
    "gencc": "GenCC",
    "bioparadigms_slc": "BioParadigms SLC",
}
_LABELS = {"Orphanet": "gene"}
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
                for text in _listed(row[column]):
                    if (gene, text) not in _NOT_A_NAME:
                        yield GeneName(gene, kind, text, "ncbi-gene")


def _hgnc_names(record: dict[str, str]) -> Iterator[GeneName]:
    columns = {"prev_symbol": "previous symbol", "alias_symbol": "alias", "alias_name": "name", "prev_name": "name"}
    for column, kind in columns.items():
        for text in _listed(record[column]):
            yield GeneName(record["hgnc_id"], kind, text, "hgnc")


def _identifiers(record: dict[str, str]) -> Iterator[CrossReference]:
    gene = record["hgnc_id"]
    for column, database in _IDENTIFIERS.items():
        for value in _listed(record[column]):
            identifier = value if value == gene else value.rpartition(":")[2]
            yield CrossReference(gene, database, identifier, _LABELS.get(database, ""), "hgnc")
    for value in _listed(record["mane_select"]):
        yield CrossReference(gene, "MANE Select", value, "", "hgnc")
    for value in re.findall(r"LRG_\d+(?=\|http)", record["lsdb"]):
        yield CrossReference(gene, "LRG", value, "", "hgnc")
    for value, label in zip(_listed(record["gene_group_id"]), _listed(record["gene_group"]), strict=True):
        yield CrossReference(gene, "HGNC gene group", value, label, "hgnc")


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


def _listed(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip() not in {"", "-"}]
