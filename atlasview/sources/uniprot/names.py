"""Names of a protein and of its genes in flat text: DE lines of today and of before 2008, GN lines."""

import re
from collections.abc import Iterator

from atlasview.sources.uniprot.entry import NamedGene

KINDS = {"RecName": "recommended", "AltName": "alternative", "SubName": "submitted"}
PARTS = {"Full": "", "EC": "EC", "CD_antigen": "CD antigen", "Allergen": "allergen", "INN": "INN", "Biotech": "biotech"}
COMPONENT, DOMAIN = "component", "domain"
_GROUPS = {"Contains:": COMPONENT, "Includes:": DOMAIN}
_TAG = re.compile(r"\s*\{ECO:[^}]*\}")
_OLD_GROUP = re.compile(r"\s*\[(Contains|Includes|Cleaved into):\s*(.*?)\]\s*\.?$")
_OLD_OTHER = re.compile(r"\s+\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))+)\)$")
_NO_NAMES = re.compile(r"Fragments?|Version \d+|Isoform .*")


def kind_of(role: str, part: str, group: str = "") -> str:
    """Kind of a name by UniProt's words: role `RecName`, part `Short`, group `component`."""
    role = KINDS.get(role, "alternative")
    short = "short" if role == "recommended" else f"{role} short"
    kind = short if part == "Short" else PARTS.get(part) or role
    return f"{group} {kind}" if group else kind


def protein_names(lines: list[str]) -> list[tuple[str, str]]:
    """Kind and text of each name on DE lines."""
    if not any("Name: " in line for line in lines):
        return list(_old_names(" ".join(line[5:].strip() for line in lines)))
    found: list[tuple[str, str]] = []
    group, role = "", ""
    for line in lines:
        text = line[5:].strip()
        if text in _GROUPS:
            group = _GROUPS[text]
            continue
        start, sign, rest = text.partition(": ")
        if sign and (start in KINDS or start == "Flags"):
            role, text = start, rest
        part, sign, name = text.partition("=")
        if sign and role != "Flags":
            name = (_TAG.sub("", name) if "{" in name else name).rstrip(";").strip()
            if name:
                found.append((kind_of(role, part, group), name))
    return found


def gene_names(lines: list[str]) -> list[NamedGene]:
    """Genes on GN lines; a gene without symbol is known by its first locus name or reading frame."""
    text = " ".join(line[5:].strip() for line in lines)
    if "{" in text:
        text = _TAG.sub("", text)
    genes, names = list[NamedGene](), dict[str, list[str]]()
    for part in map(str.strip, text.split(";")):
        if part == "and" or part.startswith("and "):
            genes += named_gene(names)
            names = {}
        key, sign, value = part.removeprefix("and ").partition("=")
        if sign:
            names.setdefault(key, []).extend(one for one in map(str.strip, value.split(", ")) if one)
    return [*genes, *named_gene(names)]


def named_gene(names: dict[str, list[str]]) -> list[NamedGene]:
    """The gene of these names by their kind (`Name`, `Synonyms`, `OrderedLocusNames`, `ORFNames`), none for none."""
    listed = [
        one for kind in ("Name", "Synonyms", "OrderedLocusNames", "ORFNames") for one in names.get(kind, ()) if one
    ]
    if not listed:
        return []
    first = next(iter(names.get("Name") or names.get("OrderedLocusNames") or names.get("ORFNames") or listed))
    return [NamedGene(first, tuple(dict.fromkeys(one for one in listed if one != first)))]


def _old_names(text: str) -> Iterator[tuple[str, str]]:
    """`Interleukin-7 receptor alpha chain precursor (IL-7R-alpha) (CD127 antigen) [Contains: ...].`"""
    text = text.strip().removesuffix(".").strip()
    groups = []
    while found := _OLD_GROUP.search(text):
        groups.append((COMPONENT if found[1] != "Includes" else DOMAIN, found[2]))
        text = text[: found.start()]
    yield from _old_group(text, "")
    for group, names in reversed(groups):
        for one in names.split("; "):
            yield from _old_group(one, group)


def _old_group(text: str, group: str) -> Iterator[tuple[str, str]]:
    others = []
    while found := _OLD_OTHER.search(text):
        others.append(found[1])
        text = text[: found.start()]
    if text:
        yield kind_of("RecName", "Full", group), text.removesuffix(" precursor")
    for other in reversed(others):
        if other.startswith("EC "):
            yield kind_of("AltName", "EC", group), other[3:]
        elif re.fullmatch(r"CD\w+ antigen", other):
            yield kind_of("AltName", "CD_antigen", group), other.removesuffix(" antigen")
        elif not _NO_NAMES.fullmatch(other):
            yield kind_of("AltName", "Full", group), other
