"""Identifiers as people type them: with or without prefix, with any sign between, or inside an address."""

import re
from dataclasses import dataclass

from atlasview.atlas.search.spelling import identifier_spelling, normalised

PLAIN = "id NOT GLOB '*[^0-9A-Za-z]*'"
"""An identifier of letters and digits only, as most are: search finds it where it stands, in whatever case."""

PREFIXES = {
    "HGNC": ("hgnc",),
    "NCBIGene": ("ncbigene", "ncbi", "geneid", "gene", "entrez", "entrezgene"),
    "ENSEMBL": ("ensembl",),
    "UniProtKB": ("uniprotkb", "uniprot", "up", "sp", "tr"),
    "CL": ("cl",),
    "GO": ("go",),
    "Reactome": ("reactome",),
    "KEGG": ("kegg",),
    "OMIM": ("omim", "mim"),
    "MONDO": ("mondo",),
    "ORPHA": ("orpha", "orphanet"),
    "DOID": ("doid",),
    "HP": ("hp",),
    "UBERON": ("uberon",),
    "InterPro": ("interpro",),
    "Pfam": ("pfam",),
    "PROSITE": ("prosite",),
    "PMID": ("pmid", "pubmed"),
    "DOI": ("doi",),
    "dbSNP": ("dbsnp",),
}
"""Canonical prefixes, and what is taken for them when letters and digits alone are compared."""

_CANONICAL = {spelling: prefix for prefix, spellings in PREFIXES.items() for spelling in spellings}
_PREFIXED = re.compile(
    r"^(" + "|".join(sorted(_CANONICAL, key=len, reverse=True)) + r")\s*(?:[:_|=-]\s*|\s+|(?=\d+$))(\S.*)$",
    re.IGNORECASE,
)
_DOI = re.compile(r"^10\.\d{4,9}/\S+$")
_ADDRESS = re.compile(r"^(?:https?://)?([\w.-]+\.[a-z]{2,})/(\S+)$", re.IGNORECASE)
_ACCESSION = re.compile(r"\d{4}|^\d[A-Z0-9]{3}$")
"""Four digits in a row, or a code of the Protein Data Bank."""
_BARE_NUMBER_MEANS = ("NCBIGene", "PMID", "OMIM")


@dataclass(frozen=True, slots=True)
class AskedIdentifier:
    """What to look up: `spelling` of the part behind the prefix, in one `database` or, if that is empty, in any."""

    spelling: str
    database: str = ""


def asked_identifiers(text: str) -> tuple[AskedIdentifier, ...]:
    """Every way to read a text as an identifier, the most telling first; empty where it cannot be one."""
    bare = _without_address(text)
    readings: list[AskedIdentifier] = []
    if prefixed := _PREFIXED.match(bare):
        readings.append(AskedIdentifier(identifier_spelling(prefixed[2]), _CANONICAL[prefixed[1].lower()]))
    if _DOI.match(bare):
        readings.append(AskedIdentifier(identifier_spelling(bare), "DOI"))
    elif bare.isascii() and bare.isdecimal() and not bare.startswith("0"):
        readings += [AskedIdentifier(bare, database) for database in _BARE_NUMBER_MEANS]
    elif normalised(bare):
        readings.append(AskedIdentifier(identifier_spelling(bare)))
    return tuple(dict.fromkeys(reading for reading in readings if reading.spelling))


def _without_address(text: str) -> str:
    """The identifier that ends a web address (`https://doi.org/10.1038/35040504`), else the text itself."""
    address = _ADDRESS.match(text)
    if address is None or _DOI.match(text):
        return text
    host, path = address[1].lower(), address[2]
    if host.endswith("doi.org"):
        return path.rstrip("/")
    path = path.split("#")[0].rstrip("/")
    if host.endswith("uniprot.org"):
        return path.split("/")[1] if "/" in path else path
    last = re.split(r"[/?&]", path)[-1].rpartition("=")[2]
    if "pubmed" in host or "pubmed" in path.lower():
        return f"PMID:{last}"
    if host.endswith("ncbi.nlm.nih.gov") and path.lower().startswith("gene/"):
        return f"NCBIGene:{last}"
    return last


def is_telling(database: str, identifier: str) -> bool:
    """Whether an identifier is more than a name: some databases use symbols and words (`GeneWiki:Insulin`)."""
    return database in PREFIXES or bool(_ACCESSION.search(identifier))


def curie_parts(curie: str) -> tuple[str, str]:
    """Database and identifier of a CURIE; the database is empty where there is none."""
    database, colon, identifier = curie.partition(":")
    return (database, identifier) if colon else ("", curie)
