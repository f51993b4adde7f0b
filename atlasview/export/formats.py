"""Formats of files by the names that the command line takes, with what the names of their files end in."""

SEQUENCES = {"fasta": ".fasta", "genpept": ".gp", "gff3": ".gff3"}

CITATIONS = {"ris": ".ris", "bibtex": ".bib", "csl-json": ".json", "nbib": ".nbib", "text": ".txt"}

TABLES = {"tsv": ".tsv", "csv": ".csv", "json": ".json"}

TABLE_NAMES = (
    "significance",
    "features",
    "variants",
    "terms",
    "citations",
    "expression",
    "interactions",
    "transcripts",
    "identifiers",
    "diseases",
    "homologies",
    "genes",
)
"""The tables that pages have, in the order in which they are offered."""

STYLE = "vancouver"
"""The citation style that is used where none is named."""
