"""The starter atlas' tables as the tests read them, and the public files that they were gathered from."""

import gzip
import io
from functools import cache
from pathlib import Path

import pytest
from Bio import SwissProt

ROOT = Path(__file__).resolve().parents[2]
STARTER = ROOT / "db" / "starter"
DATA = ROOT.parent / "shared" / "data"
SEEDS = ROOT.parent / "shared" / "seeds"

needs_shared = pytest.mark.shared


@cache
def rows(noun: str) -> tuple[dict[str, str], ...]:
    """Rows of a table by column name."""
    names, *lines = (STARTER / f"{noun}.tsv").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    return tuple(dict(zip(names.split("\t"), line.split("\t"), strict=True)) for line in lines)


def ids(noun: str) -> set[str]:
    """Identifiers of a table."""
    return {row["id"] for row in rows(noun)}


def listed(cell: str) -> list[str]:
    """Items of a list in a cell."""
    return [part for part in cell.split("|") if part]


@cache
def entries() -> dict[str, SwissProt.Record]:
    """UniProt's entries of the starter's proteins by accession, as Biopython reads them."""
    held = {row["accession"] for row in rows("proteins")}
    text = gzip.decompress((DATA / "uniprot" / "uniprot_sprot_human_extract.dat.gz").read_bytes()).decode()
    records = {record.accessions[0]: record for record in SwissProt.parse(io.StringIO(text))}
    return {accession: records[accession] for accession in sorted(held)}


def seed(number: str) -> str:
    """Text of a founding document."""
    return next(SEEDS.glob(f"{number}_*.txt")).read_text(encoding="utf-8")
