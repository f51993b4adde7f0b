"""A file of UniProt with as many entries as wished: the real human ones, repeated under made names for other genes."""

import gzip
import re
from collections.abc import Iterator
from csv import DictReader, field_size_limit
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

_END = "//\n"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NAME = re.compile(r"^(DE   RecName: Full=)", re.MULTILINE)
_SYMBOL = re.compile(r"^(GN   Name=)[^;{]*?(?=[;{ ])", re.MULTILINE)
_OF_HGNC = re.compile(r"HGNC:\d+")
_OF_NCBI = re.compile(r"^DR   GeneID; \d+", re.MULTILINE)
_OF_ENSEMBL = re.compile(r"\bENSG\d{11}(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Named:
    """A gene as HGNC's file names it."""

    hgnc: str
    symbol: str
    ncbi: str
    ensembl: str


def write(target: Path, count: int, entries: Path, hgnc: Path) -> None:
    """Write `count` entries: those of `entries`, each as often as it takes, each for another coding gene of `hgnc`.

    Accessions, entry names, genes and the first names of the proteins are made, and say so; the rest is as it is.
    """
    real = gzip.decompress(entries.read_bytes()).decode("utf-8").split(_END)
    genes = cycle(coding_genes(hgnc))
    with target.open("w", encoding="utf-8") as file:
        for number, entry in enumerate(islice(cycle(filter(str.strip, real)), count)):
            file.write(f"{made(entry, number, next(genes))}{_END}")


def coding_genes(hgnc: Path) -> list[Named]:
    """Genes that code for proteins and are known to NCBI and Ensembl, in the order of the file."""
    field_size_limit(1 << 20)
    with gzip.open(hgnc, "rt", encoding="utf-8", newline="") as file:
        return list(_coding(DictReader(file, delimiter="\t")))


def _coding(rows: "DictReader[str]") -> Iterator[Named]:
    for row in rows:
        if row["locus_group"] == "protein-coding gene" and row["entrez_id"] and row["ensembl_gene_id"]:
            yield Named(row["hgnc_id"], row["symbol"], row["entrez_id"], row["ensembl_gene_id"])


def made(entry: str, number: int, gene: Named) -> str:
    """An entry under the accession and entry name of a number, as one of another gene."""
    head, *lines = entry.splitlines(keepends=True)
    entry_name = head.split()[1]
    accession = next(line for line in lines if line.startswith("AC ")).split()[1].rstrip(";")
    mine = made_accession(number)
    kept = "".join(line for line in lines if not line.startswith("AC "))
    text = f"{head}AC   {mine};\n{kept}"
    text = re.sub(rf"\b{accession}\b", mine, text).replace(f"{entry_name:<23}", f"{mine + '_HUMAN':<23}", 1)
    text = _NAME.sub(rf"\1Made {number + 1}, after ", text, count=1)
    text = _SYMBOL.sub(rf"\g<1>{gene.symbol}", text, count=1)
    text = _OF_HGNC.sub(gene.hgnc, text)
    text = _OF_NCBI.sub(f"DR   GeneID; {gene.ncbi}", text)
    return _OF_ENSEMBL.sub(gene.ensembl, text)


def made_accession(number: int) -> str:
    """An accession in the form of UniProt's, of an area that starts with `A0MAD`."""
    letter, rest = divmod(number, 10_000)
    first, others = divmod(rest, 1000)
    return f"A0MAD{first}{_LETTERS[letter]}{others:03}"
