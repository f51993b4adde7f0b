"""Genome assemblies: one name for each, which is newer, and what a chromosome's accession or length tells of it."""

import re

_SAME = {
    "hg38": "GRCh38",
    "hg19": "GRCh37",
    "b37": "GRCh37",
    "hs37d5": "GRCh37",
    "hg18": "NCBI36",
    "grch36": "NCBI36",
    "hs1": "T2T-CHM13v2.0",
    "t2t-chm13v2.0": "T2T-CHM13v2.0",
}
_NAME = re.compile(r"(GRC[a-z]+\d+|NCBI\d+)(\.p\d+)?", re.IGNORECASE)
_AGE = {"T2T-CHM13v2.0": 1, "NCBI36": 2, "GRCh37": 3, "GRCh38": 4}
_CHROMOSOME = re.compile(r"NC_0000(\d\d)\.(\d{1,2})")
_GRCH38 = (11, 12, 12, 12, 10, 12, 14, 11, 12, 11, 10, 12, 11, 9, 10, 10, 11, 10, 10, 11, 9, 11, 11, 10)
"""Version of RefSeq's record of each chromosome (1 to 22, X, Y) in GRCh38; each assembly before has the one before."""
_VERSIONS_BACK = ("GRCh38", "GRCh37", "NCBI36")
_LENGTHS = {
    ("1", 248_956_422): "GRCh38",
    ("1", 249_250_621): "GRCh37",
    ("1", 247_249_719): "NCBI36",
    ("1", 248_387_328): "T2T-CHM13v2.0",
    ("10", 133_797_422): "GRCh38",
    ("10", 135_534_747): "GRCh37",
    ("10", 135_374_737): "NCBI36",
    ("X", 156_040_895): "GRCh38",
    ("X", 155_270_560): "GRCh37",
    ("X", 154_913_754): "NCBI36",
}
"""Assembly by the length of a chromosome in bases."""
_MITOCHONDRION = ("M", "MT", "NC_012920.1")
CHOICES = (("GRCh38", "hg38"), ("GRCh37", "hg19"), ("NCBI36", "hg18"), ("T2T-CHM13v2.0", "hs1"))
"""Assemblies of the human genome, newest in use first, with what UCSC calls them."""
CHROMOSOMES = (*map(str, range(1, 23)), "X", "Y", "MT")


def assembly_named(name: str) -> str:
    """The one name of an assembly: `GRCh38` for `hg38`, `GRCh38.p14` and `grch38`; any other name as it is."""
    if known := _SAME.get(name.casefold()):
        return known
    if (found := _NAME.fullmatch(name)) is None:
        return name
    letters = found[1].rstrip("0123456789")
    number = found[1][len(letters) :]
    return ("NCBI" if letters.casefold() == "ncbi" else f"GRC{letters[3:].casefold()}") + number


def is_human(assembly: str) -> bool:
    """Whether an assembly, by its one name, is of the human genome."""
    return assembly in _AGE


def newness(assembly: str) -> int:
    """Grows with how much an assembly is to be preferred where a gene lies on several; 0 for one that is not known."""
    return _AGE.get(assembly, 0)


def assembly_of_accession(accession: str) -> str:
    """Assembly that RefSeq's record of a human chromosome belongs to, empty for any other record."""
    found = _CHROMOSOME.fullmatch(accession)
    if not found or not 1 <= int(found[1]) <= len(_GRCH38):
        return ""
    back = _GRCH38[int(found[1]) - 1] - int(found[2])
    return _VERSIONS_BACK[back] if 0 <= back < len(_VERSIONS_BACK) else ""


def assembly_of_length(chromosome: str, length: int) -> str:
    """Assembly in which a chromosome has this many bases, empty where that is not known."""
    return _LENGTHS.get((chromosome, length), "")


def chromosome_named(sequence: str) -> str:
    """`4`, `X`, `MT` for `chr4`, `NC_000023.11`, `chrM`; empty for patches, alternate loci and all that is none."""
    name = sequence.removeprefix("chr")
    if name in CHROMOSOMES:
        return name
    if name in _MITOCHONDRION:
        return "MT"
    found = _CHROMOSOME.fullmatch(sequence)
    if found and 1 <= int(found[1]) <= len(_GRCH38):
        return CHROMOSOMES[int(found[1]) - 1]
    return ""
