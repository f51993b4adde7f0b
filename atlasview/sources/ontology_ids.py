"""Identifiers as ontologies write them, and the CURIEs that they are here."""

import re

_PREFIXES = {
    "cl": "CL",
    "doid": "DOID",
    "entrez": "NCBIGene",
    "ensembl": "ENSEMBL",
    "gard": "GARD",
    "go": "GO",
    "hp": "HP",
    "icd10": "ICD10",
    "icd10cm": "ICD10CM",
    "icd9": "ICD9",
    "icd9cm": "ICD9CM",
    "interpro": "InterPro",
    "kegg_pathway": "KEGG",
    "meddra": "MedDRA",
    "medgen": "MedGen",
    "mesh": "MeSH",
    "mim": "OMIM",
    "msh": "MeSH",
    "mondo": "MONDO",
    "nci": "NCIt",
    "nci_thesaurus": "NCIt",
    "ncit": "NCIt",
    "ncithesaurus": "NCIt",
    "ncbigene": "NCBIGene",
    "ncbi_gene": "NCBIGene",
    "ncbi_taxid": "NCBITaxon",
    "omim": "OMIM",
    "omimps": "OMIMPS",
    "ordo": "ORPHA",
    "orphanet": "ORPHA",
    "orpha": "ORPHA",
    "orphacode": "ORPHA",
    "pfam": "Pfam",
    "pmid": "PMID",
    "pubmed": "PMID",
    "doi": "DOI",
    "reactome": "Reactome",
    "sctid": "SNOMEDCT",
    "snomed": "SNOMEDCT",
    "uberon": "UBERON",
    "umls": "UMLS",
    "umls_cui": "UMLS",
    "uniprotkb": "UniProtKB",
    "uniprot": "UniProtKB",
}
"""Spellings of databases in ontologies, and the prefix that each is here; others stay as they are written."""
_ADDRESSES = (
    (re.compile(r"https?://purl\.obolibrary\.org/obo/([A-Za-z]+)[_:](\w+)"), None),
    (re.compile(r"https?://identifiers\.org/([A-Za-z.]+)[/:](\S+)"), None),
    (re.compile(r"https?://www\.orpha\.net/ORDO/Orphanet_(\d+)"), "ORPHA"),
    (re.compile(r"https?://(?:www\.)?omim\.org/(?:entry|phenotypicSeries)/(?:MIM:)?(\w+)"), "OMIM"),
    (re.compile(r"https?://(?:www\.)?ebi\.ac\.uk/efo/EFO_(\d+)"), "EFO"),
    (re.compile(r"https?://en\.wikipedia\.org/wiki/(\S+)"), "Wikipedia"),
    (re.compile(r"https?://(?:dx\.)?doi\.org/(10\.\S+)"), "DOI"),
)
_LIKENESS = {
    "relatedTo": "related",
    "equivalentObsolete": "equivalent, obsolete there",
    "obsoleteEquivalent": "equivalent, obsolete here",
    "obsoleteEquivalentObsolete": "equivalent, obsolete",
    "superClassOf": "narrower",
    "subClassOf": "broader",
    "mondoIsBroaderThanSource": "narrower",
    "mondoIsNarrowerThanSource": "broader",
    "includedEntryInOMIM": "included entry",
    "directSiblingOf": "sibling",
    "otherHierarchy": "of another hierarchy",
}
"""What Mondo notes of a cross-reference that is not its term's equal, and what that is called here."""
_CURIE = re.compile(r"[A-Za-z][\w.-]*:[!-~]{1,80}", re.ASCII)
_NOTED = re.compile(r"MONDO:([a-z]\w+)")
_PURL = "http://purl.obolibrary.org/obo/"
_WEB_PAGE = "web page"


def curie(written: str) -> str:
    """`CL:0000084` for that, `CL_0000084` in an address or `cl:0000084`; empty for what is no identifier."""
    found = reference(written)
    if found is None or found[0] == _WEB_PAGE:
        return ""
    whole = f"{found[0]}:{found[1]}"
    return whole if _CURIE.fullmatch(whole) else ""


def reference(written: str) -> tuple[str, str] | None:
    """Canonical prefix and local identifier, (`web page`, address) for an address, None for what is neither."""
    if written.startswith(("http://", "https://")):
        return _of_address(written)
    prefix, colon, local = written.partition(":")
    local = local.strip()
    if not (prefix and colon and local) or len(prefix.split()) != 1:
        return None
    return _canonical(prefix, local)


def likeness(noted: str) -> str:
    """How a cross-reference differs from its term by Mondo's notes; empty for the same and for nothing said."""
    if "MONDO:" not in noted:
        return ""
    said = _NOTED.findall(noted)
    return "" if "equivalentTo" in said else next((_LIKENESS[one] for one in said if one in _LIKENESS), "")


def _canonical(prefix: str, local: str) -> tuple[str, str]:
    lower = prefix.casefold()
    if lower.startswith("snomedct"):
        return "SNOMEDCT", local
    prefix = _PREFIXES.get(lower, prefix)
    if prefix == "OMIM" and local.startswith("PS") and local[2:].isdecimal():
        return "OMIMPS", local[2:]
    return prefix, local


def _of_address(written: str) -> tuple[str, str] | None:
    if written.startswith(_PURL):
        prefix, sign, local = written[len(_PURL) :].rpartition("_")
        if sign and prefix.isalpha() and local.isalnum():
            return _canonical(prefix, local)
    for pattern, database in _ADDRESSES:
        if found := pattern.fullmatch(written):
            return _canonical(database or found[1], found[found.re.groups])
    return None if any(sign.isspace() for sign in written) else (_WEB_PAGE, written)
