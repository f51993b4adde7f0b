"""What a person looks for in a sequence: letters, a regular expression, a PROSITE pattern, with mismatches."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from time import thread_time
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from atlasview.records.place import Residues

if TYPE_CHECKING:
    from regex import Pattern as Expression

Result = TypeVar("Result")
MOST_MISMATCHES = 5
MOST_HITS = 10_000
_TRIES = 3
_ANY = "[A-Z]"
_MEANT = {"X": _ANY, "B": "[BDN]", "Z": "[ZEQ]", "J": "[JIL]"}
_SIGNS = re.compile(r"[\s\d\-]+")
_LETTERS = re.compile(r"[A-Za-z]+")
_ELEMENT = re.compile(
    r"(?P<start><)?"
    r"(?:(?P<letter>[A-Za-z])|\[(?P<one>[A-Za-z]+)(?P<end>>)?\]|\{(?P<none>[A-Za-z]+)\})"
    r"(?:(?P<star>\*)|\((?P<least>\d{1,4})(?:,(?P<most>\d{1,4}))?\))?"
    r"(?P<last>>)?"
)


class PatternKind(StrEnum):
    """How the words of a pattern are meant; the values are what a person reads."""

    TEXT = "Letters"
    REGEX = "Regex"
    PROSITE = "PROSITE"


KINDS = {kind.value.casefold(): kind for kind in PatternKind}
"""By the words that the command line and recipes have for them."""


class PatternError(ValueError):
    """A pattern that means nothing; the text says to a person what is wrong and where."""


class PatternTooSlow(PatternError):
    """Finding it took longer than a person waits."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What to look for. `mismatches`: so many residues of a hit may be others than the pattern says."""

    kind: PatternKind
    text: str
    mismatches: int = 0

    def __str__(self) -> str:
        more = f", {self.mismatches} mismatch{'es' if self.mismatches > 1 else ''}" if self.mismatches else ""
        return f"{self.text.strip()}{more}"


class Hit(NamedTuple):
    """Residues, 1-based closed, that a pattern stands for; `mismatches` of them are others than it says."""

    start: int
    end: int
    mismatches: int = 0

    @property
    def residues(self) -> Residues:
        """The range."""
        return Residues(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Hits:
    """All hits by their start; hits may overlap, one for each start. `cut` where there are more than MOST_HITS."""

    found: tuple[Hit, ...]
    cut: bool = False


def find(pattern: Pattern, sequence: str, seconds: float = 0.4) -> Hits:
    """Every place of a pattern in a sequence of one-letter residues, whatever the case.

    Raises PatternError where the pattern means nothing, PatternTooSlow where it takes longer than `seconds`, of which
    it had most for itself.
    """
    expression = _compiled(pattern)
    try:
        return unhurried(lambda: _hits(expression, sequence.upper(), pattern, seconds), seconds)
    except TimeoutError as error:
        raise PatternTooSlow("this pattern takes too long; make it shorter or more definite") from error
    except MemoryError as error:
        raise PatternTooSlow("this pattern needs too much memory; make it shorter or more definite") from error


def _hits(expression: "Expression[str]", sequence: str, pattern: Pattern, seconds: float) -> Hits:
    found: list[Hit] = []
    for match in expression.finditer(sequence, overlapped=True, timeout=seconds):
        start, end = match.span()
        if end > start:
            if len(found) == MOST_HITS:
                return Hits(tuple(found), cut=True)
            found.append(Hit(start + 1, end, match.fuzzy_counts[0] if pattern.mismatches else 0))
    return Hits(tuple(found))


def unhurried(work: Callable[[], Result], seconds: float) -> Result:
    """What a piece of work gives that must end within `seconds` by the clock.

    Where it raises TimeoutError and has had less than half of them for itself, since others kept the machine busy, it
    is done again, three times at most. Raises TimeoutError otherwise.
    """
    for left in range(_TRIES - 1, -1, -1):
        begun = thread_time()
        try:
            return work()
        except TimeoutError:
            if not left or thread_time() - begun > seconds / 2:
                raise
    raise AssertionError("the last try has returned or raised")


def expression_of(pattern: Pattern) -> str:
    """The regular expression that a pattern stands for, before mismatches. Raises PatternError.

    Letters and PROSITE patterns mean X any residue, B D or N, Z E or Q, J I or L.
    """
    text = pattern.text.strip()
    if pattern.kind is PatternKind.REGEX:
        return text
    if pattern.kind is PatternKind.PROSITE:
        return _prosite(text)
    letters = _SIGNS.sub("", text)
    if letters and not _LETTERS.fullmatch(letters):
        strange = next(sign for sign in letters if not _LETTERS.fullmatch(sign))
        raise PatternError(f"‘{strange}’ is no residue; choose Regex or PROSITE for a pattern with signs")
    return "".join(map(_meant, letters.upper()))


def _compiled(pattern: Pattern) -> "Expression[str]":
    import regex  # late: only who looks for something needs it

    expression = expression_of(pattern)
    if not expression:
        raise PatternError("type what to look for")
    if not 0 <= pattern.mismatches <= MOST_MISMATCHES:
        raise PatternError(f"a hit has at most {MOST_MISMATCHES} mismatches")
    fuzzy = f"(?:{expression}){{s<={pattern.mismatches}}}" if pattern.mismatches else expression
    try:
        return regex.compile(fuzzy, regex.IGNORECASE | regex.ASCII | regex.VERSION0)
    except regex.error as error:
        place = error.pos
        where = f" at sign {place + 1}" if place is not None and not pattern.mismatches else ""
        raise PatternError(f"no regular expression: {error.msg}{where}") from error
    except (OverflowError, RecursionError, MemoryError) as error:
        raise PatternError("no regular expression: it is too large") from error


def _meant(letter: str) -> str:
    return _MEANT.get(letter, letter)


def _prosite(text: str) -> str:
    """By the syntax of PROSITE's user manual: `<A-x-[ST](2)-x(0,1)-{V}.`"""
    body = text.rstrip().removesuffix(".")
    if not body:
        return ""
    elements = body.split("-")
    parts: list[str] = []
    place = 1
    for number, element in enumerate(elements):
        found = _ELEMENT.fullmatch(element.strip())
        if found is None:
            shown = element.strip() or "nothing"
            raise PatternError(f"no PROSITE pattern: ‘{shown}’ at sign {place}; elements such as x(2,4), [ST] or {{P}}")
        if found["start"] and number:
            raise PatternError("no PROSITE pattern: ‘<’ can only stand at the beginning")
        if (found["last"] or found["end"]) and number < len(elements) - 1:
            raise PatternError("no PROSITE pattern: ‘>’ can only stand at the end")
        parts.append(_element(found))
        place += len(element) + 1
    return "".join(parts)


def _element(found: re.Match[str]) -> str:
    if found["letter"]:
        residue = _meant(found["letter"].upper())
    elif found["one"]:
        residue = f"[{''.join(dict.fromkeys(_members(found['one'])))}]"
    else:
        residue = f"[^{''.join(dict.fromkeys(_members(found['none'])))}]"
    if found["end"]:  # `[G>]`: the residue, or the end of the sequence
        return f"(?:{residue}|$)"
    least, most = found["least"], found["most"]
    if least and most and int(most) < int(least):
        raise PatternError(f"no PROSITE pattern: ({least},{most}) counts downwards")
    times = "*" if found["star"] else ""
    if least:
        times = f"{{{least},{most}}}" if most else f"{{{least}}}"
    return ("^" if found["start"] else "") + residue + times + ("$" if found["last"] else "")


def _members(letters: str) -> str:
    return "".join(_meant(letter).strip("[]") if letter != "X" else "A-Z" for letter in letters.upper())
