"""Evidence as UniProt writes it, in tags of texts and in qualifiers of features; given as the text of its cell.

That text is `ECO:0000269 PMID:11081504|ECO:0000303`, see `records.lists.joined_evidence`: a large file says the same
few hundred times over, and nothing but a page looks at one piece of it.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from atlasview.records.lists import LIST_SEPARATOR
from atlasview.sources.uniprot.entry import EntryFault
from atlasview.sources.uniprot.wrapping import unwrapped

_OLD_WORDS = {
    "By similarity": "ECO:0000250",
    "Potential": "ECO:0000255",
    "Probable": "ECO:0000305",
}
"""Words that stood in entries until 2014, with the codes by which UniProt replaced them."""
_SIGN = "{ECO:"
_TAG = re.compile(r"\{(ECO:[^}]*)\}")


@lru_cache(maxsize=20_000)
def evidence_of(text: str) -> str:
    """Evidence of `ECO:0000269|PubMed:11081504, ECO:0000305`, each once; line ends do not matter."""
    if "\n" in text:
        text = unwrapped(text.replace("\n ", "\n"))
    if "," not in text:
        return one_evidence(text.strip())
    return together([one_evidence(item) for item in map(str.strip, text.split(",")) if item])


def one_evidence(item: str) -> str:
    """Evidence of `ECO:0000269|PubMed:11081504`. Raises EntryFault where it could not be told from two."""
    code, _, reference = item.partition(LIST_SEPARATOR)
    if LIST_SEPARATOR in reference:
        raise EntryFault("a list holds the sign that separates lists", item)
    return f"{code} {reference_of(reference)}" if reference else code


def together(items: Iterable[str]) -> str:
    """Evidence of several pieces, each once."""
    return LIST_SEPARATOR.join(dict.fromkeys(items))


def reference_of(reference: str) -> str:
    """What evidence rests on, with PubMed's canonical prefix."""
    return f"PMID:{reference[7:]}" if reference[:7] == "PubMed:" else reference


def without_tags(text: str) -> tuple[str, str]:
    """A text without its tags, and what they say in their order. Of a full stop before and one behind, one stays."""
    plain, *parts = text.split(_SIGN)
    if not parts:
        return text, ""
    tags = []
    for part in parts:
        tag, sign, rest = part.partition("}")
        if not sign:
            return _without_open_tags(text)
        plain = plain.rstrip(" ")
        plain += rest[1:] if plain[-1:] == "." == rest[:1] else rest
        tags.append(f"ECO:{tag}")
    return plain, evidence_of(tags[0]) if len(tags) == 1 else _of_all(tags)


def _without_open_tags(text: str) -> tuple[str, str]:
    """The same of a text in which a tag has no end, or ends with the next one."""
    open_tag = text.rfind(_SIGN)
    if text.find("}", open_tag) < 0:
        return without_tags(text[:open_tag].rstrip(" "))
    plain, *parts = _TAG.split(text)
    for rest in parts[1::2]:
        plain = plain.rstrip(" ")
        plain += rest[1:] if plain[-1:] == "." == rest[:1] else rest
    return plain, _of_all(parts[::2])


def _of_all(tags: Iterable[str]) -> str:
    return together(LIST_SEPARATOR.join(map(evidence_of, tags)).split(LIST_SEPARATOR))


def old_evidence(text: str) -> str:
    """Evidence by the words in brackets at the end of an old text: `ATP (By similarity)`."""
    word = text.removesuffix(".").removesuffix(")").rpartition("(")[2]
    return _OLD_WORDS.get(word, "")


@lru_cache(maxsize=20_000)
def papers_of(evidence: str) -> tuple[str, ...]:
    """The papers that evidence rests on."""
    references = (one.partition(" ")[2] for one in evidence.split(LIST_SEPARATOR))
    return tuple(dict.fromkeys(one for one in references if one.startswith("PMID:")))


def first_code(evidence: str) -> str:
    """Code of the first piece of evidence, empty for none."""
    return evidence.partition(LIST_SEPARATOR)[0].partition(" ")[0]
