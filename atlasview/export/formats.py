"""Formats of files by the names that the command line takes, with what the names of their files end in."""

SEQUENCES = {"fasta": ".fasta", "genpept": ".gp", "gff3": ".gff3"}

CITATIONS = {"ris": ".ris", "bibtex": ".bib", "csl-json": ".json", "nbib": ".nbib", "text": ".txt"}

TABLES = {"tsv": ".tsv", "csv": ".csv", "json": ".json"}

SEQUENCE_KINDS = {
    "fasta": ("FASTA", (".fasta", ".fa", ".faa")),
    "genpept": ("GenPept", (".gp", ".gb", ".gbk")),
    "gff3": ("GFF3 of the features", (".gff3", ".gff")),
}
CITATION_KINDS = {
    "ris": ("RIS", (".ris",)),
    "bibtex": ("BibTeX", (".bib",)),
    "csl-json": ("CSL-JSON", (".json",)),
    "nbib": ("PubMed nbib", (".nbib",)),
    "text": ("Text in a citation style", (".txt",)),
}
TABLE_KINDS = {"tsv": ("TSV", (".tsv", ".tab")), "csv": ("CSV", (".csv",)), "json": ("JSON", (".json",))}
"""What the window calls the formats, and what names of such files may end in; the first is offered."""

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
    "signs",
    "homologies",
    "markers",
    "genes",
)
"""The tables that pages have, in the order in which they are offered."""

STYLE = "vancouver"
"""The citation style that is used where none is named."""
