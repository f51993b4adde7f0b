"""Evidence as UniProt writes it, in tags of texts and in qualifiers of features."""

from functools import lru_cache

from atlasview.records.protein import Evidence
from atlasview.sources.uniprot.wrapping import unwrapped

_OLD_WORDS = {
    "By similarity": "ECO:0000250",
    "Potential": "ECO:0000255",
    "Probable": "ECO:0000305",
}
"""Words that stood in entries until 2014, with the codes by which UniProt replaced them."""
_NONE: tuple[Evidence, ...] = ()


@lru_cache(maxsize=20_000)
def evidence_of(text: str) -> tuple[Evidence, ...]:
    """`ECO:0000269|PubMed:11081504, ECO:0000305` as records, each once; line ends and missing spaces do not matter."""
    return tuple(
        dict.fromkeys(
            one_evidence(item) for item in map(str.strip, unwrapped(text.replace("\n ", "\n")).split(",")) if item
        )
    )


@lru_cache(maxsize=20_000)
def one_evidence(item: str) -> Evidence:
    """`ECO:0000269|PubMed:11081504` as a record."""
    code, _, reference = item.partition("|")
    return Evidence(code, reference_of(reference))


def reference_of(reference: str) -> str:
    """What evidence rests on, with PubMed's canonical prefix."""
    return f"PMID:{reference[7:]}" if reference.startswith("PubMed:") else reference


def without_tags(text: str) -> tuple[str, tuple[Evidence, ...]]:
    """A text without its tags, and what they say in their order. Of a full stop before and one behind, one stays."""
    if "{ECO:" not in text:
        return text, _NONE
    start, *parts = text.split("{ECO:")
    plain, found = start.rstrip(" "), dict[Evidence, None]()
    for part in parts:
        tag, sign, rest = part.partition("}")
        if not sign:
            break
        found.update(dict.fromkeys(evidence_of(f"ECO:{tag}")))
        if plain[-1:] == "." == rest[:1]:
            rest = rest[1:]
        plain += rest
        if part is not parts[-1]:
            plain = plain.rstrip(" ")
    return plain, tuple(found)


def old_evidence(text: str) -> tuple[Evidence, ...]:
    """Evidence by the words in brackets at the end of an old text: `ATP (By similarity)`."""
    word = text.removesuffix(".").removesuffix(")").rpartition("(")[2]
    return (Evidence(_OLD_WORDS[word]),) if word in _OLD_WORDS else _NONE


def papers_of(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """The papers that evidence rests on."""
    return tuple(dict.fromkeys(one.reference for one in evidence if one.reference.startswith("PMID:")))
