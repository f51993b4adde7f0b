"""Names of authors, taken apart only as far as the source's way of writing them allows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PARTICLES = frozenset(
    "af al av 'd da das de degli dei del della den der des di do dos du el la las le les lo los op 's 't te ten ter "
    "van van't vom von vor y zu zum zur".split()
)
_SHORTENED = re.compile(r"(?:^|[,;]?\s)(?:et[\s.]*al|and\s+(?:others|colleagues))[\s.]*$", re.IGNORECASE)
_GROUP = re.compile(
    r"\b(?:agency|alliance|association|cent(?:er|re)s?|collaborat\w+|college|commission|committee|consorti\w+|council|"
    r"department|foundation|groups?|hospital|initiative|institut\w*|investigators|laborator\w+|ministry|networks?|"
    r"organi[sz]ation|program(?:me)?|projects?|registry|society|study|team|trial|universit\w+)\b",
    re.IGNORECASE,
)
_SUFFIX = r"(?P<suffix>Jr\.?|Sr\.?|II|III|IV|2nd|3rd|4th)"
_DOTTED = re.compile(
    rf"(?P<family>.+?)\s(?P<given>[^\W\d_]{{1,3}}\.(?:\s?-?(?![JS]r)[^\W\d_]{{1,3}}\.)*)(?:\s{_SUFFIX})?"
)
_BARE = re.compile(rf"(?P<family>.*[^\W\d_].*?)\s(?P<given>[^\W\d_]{{1,4}})(?:\s{_SUFFIX})?")
_INVERTED = re.compile(rf"(?P<family>[^,]+),\s*(?P<given>[^,]+?)(?:,\s*{_SUFFIX})?")


@dataclass(frozen=True, slots=True)
class Person:
    """A person. `particle` stands before the family name (`van`), `given` holds initials with dots (`R. P.`)."""

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""

    @property
    def surname(self) -> str:
        """Family name with its particle."""
        return f"{self.particle} {self.family}".lstrip()

    @property
    def initials(self) -> str:
        """Initials without dots, spaces and hyphens (`RP`)."""
        return "".join(re.findall(r"(?:^|[\s.-])([^\W\d_](?:[^\W\d_]{0,2}(?=\.))?)", self.given))


@dataclass(frozen=True, slots=True)
class Group:
    """A consortium, or a name that does not say which part of it is the family name: written as it is."""

    name: str


Author = Person | Group


@dataclass(frozen=True, slots=True)
class Authors:
    """Authors in their order; `shortened` says that the source lists the first ones only (`et al`)."""

    listed: tuple[Author, ...] = ()
    shortened: bool = False


def parse_authors(names: Iterable[str]) -> Authors:
    """Authors from `Parrish-Novak J.`, `van Brunt A.`, `Al-Rawi MA`, `Leonard, Warren J.`; `et al` is none of them."""
    listed = []
    shortened = False
    for name in names:
        kept = _SHORTENED.sub("", name.strip()).strip(" ,;")
        shortened = shortened or kept != name.strip(" ,;\t\n")
        if kept:
            listed.append(parse_author(kept))
    return Authors(tuple(listed), shortened)


def parse_author(name: str) -> Author:
    """One author; a Group where the name is not surely that of a person with a family name."""
    words = name.split()
    if _GROUP.search(name) and len(words) > 2:
        return Group(" ".join(words))
    text = " ".join(words)
    if "," in text:
        inverted = _INVERTED.fullmatch(text)
        return _person(inverted, _spaced(inverted["given"])) if inverted else Group(text)
    if match := _DOTTED.fullmatch(text):
        return _person(match, _spaced(match["given"]))
    if (match := _BARE.fullmatch(text)) and match["given"].isupper() and not _has_digit(match):
        return _person(match, " ".join(f"{letter}." for letter in match["given"]))
    return Group(text)


def _person(match: re.Match[str], given: str) -> Person:
    words = match["family"].split()
    count = 0
    while count < len(words) - 1 and words[count] in _PARTICLES:
        count += 1
    return Person(" ".join(words[count:]), given, " ".join(words[:count]), match["suffix"] or "")


def _spaced(initials: str) -> str:
    """`R.P.` as `R. P.`, `J.-Y.` and whole names as they are."""
    return re.sub(r"\.(?=[^\W\d_])", ". ", re.sub(r"\s+(?=-)", "", initials))


def _has_digit(match: re.Match[str]) -> bool:
    return any(sign.isdigit() for sign in match["family"])
