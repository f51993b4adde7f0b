"""What gene models say of a gene or transcript beside its place, in the words of the three who publish them."""

import re
from dataclasses import replace
from typing import Any

from atlasview.records.gene import Gene, Location
from atlasview.records.reference import CrossReference

_ENSEMBL = re.compile(r"(ENS[A-Z]{1,8}\d{11})(?:[._]\w{1,12})*", re.ASCII)
_REFSEQ = re.compile(r"[ANWXYZ]P_\d{6,12}(?:\.\d{1,3})?", re.ASCII)
_LOCUS_TYPES = {
    "protein_coding": "gene with protein product",
    "lncRNA": "RNA, long non-coding",
    "lincRNA": "RNA, long non-coding",
    "antisense": "RNA, long non-coding",
    "miRNA": "RNA, micro",
    "snRNA": "RNA, small nuclear",
    "snoRNA": "RNA, small nucleolar",
    "rRNA": "RNA, ribosomal",
    "tRNA": "RNA, transfer",
    "Mt_rRNA": "RNA, ribosomal",
    "Mt_tRNA": "RNA, transfer",
    "Y_RNA": "RNA, Y",
    "vault_RNA": "RNA, vault",
    "misc_RNA": "RNA, misc",
    "IG_C_gene": "immunoglobulin gene",
    "IG_D_gene": "immunoglobulin gene",
    "IG_J_gene": "immunoglobulin gene",
    "IG_V_gene": "immunoglobulin gene",
    "TR_C_gene": "T cell receptor gene",
    "TR_D_gene": "T cell receptor gene",
    "TR_J_gene": "T cell receptor gene",
    "TR_V_gene": "T cell receptor gene",
}
"""Biotypes in HGNC's words, where both mean the same."""


def locus_type(biotype: str) -> str:
    """What HGNC calls a gene of a biotype; the biotype itself where HGNC has no word for it."""
    if "pseudogene" in biotype:
        return "pseudogene"
    return _LOCUS_TYPES.get(biotype, biotype.replace("_", " "))


def gene_curie(ensembl: str, ncbi: str, symbol: str) -> str:
    """How a file names a gene: by Ensembl's or NCBI's identifier, by its symbol where it has neither."""
    if ensembl.startswith("ENS"):
        known = _ENSEMBL.fullmatch(ensembl)
        return f"ENSEMBL:{known[1]}" if known else ""
    if ncbi.isdecimal() and ncbi.isascii():
        return f"NCBIGene:{ncbi}"
    symbol = symbol.strip()
    return f"symbol:{symbol}" if symbol else ""


def protein_curie(protein: str) -> str:
    """`ENSEMBL:ENSP...` or `RefSeq:NP_...`; empty for accessions of others."""
    if _ENSEMBL.fullmatch(protein):
        return f"ENSEMBL:{protein}"
    return f"RefSeq:{protein}" if _REFSEQ.fullmatch(protein) else ""


def gene_records(gene: Gene, hgnc: str) -> list[Any]:
    """A gene with its place, under HGNC's number where the file gives it; nothing for one that has a symbol only."""
    if gene.id.startswith("symbol:") or not gene.id:
        return []
    if not (hgnc.isdecimal() and hgnc.isascii()):
        return [gene]
    database, _colon, identifier = gene.id.partition(":")
    official = replace(gene, id=f"HGNC:{hgnc}")
    return [official, CrossReference(official.id, database, identifier, "", gene.source)]


def place_of_gene(chromosome: str, start: int, end: int, strand: str, assembly: str) -> Location:
    """The location of a gene line."""
    return Location("", chromosome, start, end, strand if strand in ("+", "-") else "", assembly)
