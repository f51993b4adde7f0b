"""How names are compared: letters folded, signs dropped, Greek letters spelled out.

The builder stores what these functions give, and search asks with what they give: both sides must agree.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import chain, pairwise

LONGEST_QUERY = 200
"""Characters of a query that are looked at; no name is longer, save titles."""
LONGEST_WORD = 40
SHORT = 2
"""Letters of a beginning that is looked up in the table of short beginnings."""
INDEXED_BEGINNINGS = (3, 4, 5)
"""Lengths of beginnings for which the indices of words hold ready lists."""

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho",
    "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip
_GREEK_INITIALS = {letter: name[0] for letter, name in GREEK.items()}
_GREEK_INITIAL_OF = {name: name[0] for name in GREEK.values()}
_SPELLED_AT_END = re.compile("(?<=.)(" + "|".join(sorted(_GREEK_INITIAL_OF, key=len, reverse=True)) + r")(\d*)$")

_PARTS = re.compile(r"[^\W_]+")
_SIGNS = bytes(sign for sign in range(128) if not chr(sign).isalnum())
_MINOR_WORDS = frozenset("a an and as at by for from in is of on or the to via with".split())
_VERSIONED = re.compile(r"^((?:ENS[A-Z]*\d{6,}|[NX][CGMPRTW]_\d+|CCDS\d+))\.\d+$", re.IGNORECASE)


def clean(text: str) -> str:
    """The part of what was typed that can be asked for: no control characters, single spaces, no more than it takes."""
    usable = text[: 4 * LONGEST_QUERY].encode("utf-8", "ignore").decode("utf-8")
    printable = "".join(" " if unicodedata.category(sign) in ("Cc", "Cf", "Zs") else sign for sign in usable)
    return " ".join(printable.split())[:LONGEST_QUERY].strip()


def _folded(text: str, greek: dict[str, str]) -> str:
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(greek.get(sign, sign) for sign in folded if not unicodedata.combining(sign))


def _squeezed(folded: str) -> str:
    if folded.isalnum():
        return folded
    if folded.isascii():
        return folded.encode("ascii").translate(None, _SIGNS).decode("ascii")
    return "".join(filter(str.isalnum, folded))


def normalised(text: str) -> str:
    """Letters and digits in lower case, accents dropped, Greek letters by name: `IL-2Rα` gives `il2ralpha`."""
    return _squeezed(text.lower() if text.isascii() else _folded(text, GREEK))


def spellings(text: str) -> tuple[str, ...]:
    """What a name is stored under: `normalised`, and with Greek letters by their initial (`IFN-γ`: ifngamma, ifng)."""
    first = normalised(text)
    if text.isascii():
        return (first,) if first else ()
    second = _squeezed(_folded(text, _GREEK_INITIALS))
    return tuple(dict.fromkeys(one for one in (first, second) if one))


def asked_spellings(text: str) -> tuple[str, ...]:
    """What a query is looked up under: `spellings`, and a Greek name at the end by its initial (`IFN-gamma`: ifng)."""
    stored = spellings(text)
    if not stored:
        return ()
    initial = _SPELLED_AT_END.sub(lambda found: _GREEK_INITIAL_OF[found[1]] + found[2], stored[0])
    return tuple(dict.fromkeys((*stored, initial)))


def words(text: str) -> tuple[str, ...]:
    """Words of a text in order, without repeats: its parts and, of compounds, also neighbours joined and the whole.

    `IL-7R-mediated signaling` gives il, 7r, mediated, il7r, 7rmediated, il7rmediated, signaling.
    """
    return tuple(dict.fromkeys(chain.from_iterable(map(_words_of, _folded(text, GREEK).split()))))


@lru_cache(maxsize=50_000)
def _words_of(chunk: str) -> tuple[str, ...]:
    """Words of what stands between two spaces."""
    if chunk.isalnum():
        return (chunk[:LONGEST_WORD],)
    parts = _PARTS.findall(chunk)
    joined = [left + right for left, right in pairwise(parts)] + ["".join(parts)] if len(parts) > 1 else []
    return tuple(word[:LONGEST_WORD] for word in (*parts, *joined))


def telling_words(text: str) -> tuple[str, ...]:
    """`words` without articles, prepositions and single letters."""
    return tuple([word for word in words(text) if len(word) > 1 and word not in _MINOR_WORDS])


def asked_words(text: str) -> tuple[str, ...]:
    """Words of a query, one for each chunk between spaces; the last may be unfinished. At most twelve."""
    chunks = (normalised(chunk)[:LONGEST_WORD] for chunk in text.split())
    return tuple(dict.fromkeys(chunk for chunk in chunks if chunk and chunk not in _MINOR_WORDS))[:12]


def identifier_spelling(identifier: str) -> str:
    """An identifier without prefix, version and signs: `ENSG00000138684.9` gives `ensg00000138684`."""
    if identifier.isalnum() and identifier.isascii():
        return identifier.lower()
    versioned = _VERSIONED.match(identifier) if "." in identifier else None
    return normalised(versioned[1] if versioned else identifier)


def deletions(spelling: str) -> set[str]:
    """The spelling, and the spelling without any one of its letters."""
    return {spelling, *(spelling[:at] + spelling[at + 1 :] for at in range(len(spelling)))}


def distance(one: str, other: str, limit: int) -> int:
    """Letters to insert, delete, change or swap with the neighbour between two spellings; `limit` + 1 when more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        above, row = row, [at]
        for place, counterpart in enumerate(other, 1):
            step = min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != counterpart))
            swapped = place > 1 and at > 1 and letter == other[place - 2] and one[at - 2] == counterpart
            row.append(min(step, before[place - 2] + 1) if swapped else step)
        if min(row) > limit:
            return limit + 1
        before = above
    return min(row[-1], limit + 1)
