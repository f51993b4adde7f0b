"""Identifiers of one thing in other databases."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CrossReference:
    """`subject` (a CURIE) is known to `database` as `id`.

    database  the canonical prefix where there is one (`NCBIGene`, `OMIM`), else the database's own name
    id        without prefix (`59067`, `605384`)
    label     what the database says of it, empty for nothing
    """

    subject: str
    database: str
    id: str
    label: str
    source: str
