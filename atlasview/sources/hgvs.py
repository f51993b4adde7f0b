"""The grammar of HGVS names of protein changes: read with three letters or one, written with three."""

import re
from dataclasses import dataclass
from functools import lru_cache

from atlasview.records.quick import quick

# fmt: off
LETTERS = {
    "Ala": "A", "Cys": "C", "Asp": "D", "Glu": "E", "Phe": "F", "Gly": "G", "His": "H", "Ile": "I", "Lys": "K",
    "Leu": "L", "Met": "M", "Asn": "N", "Pro": "P", "Gln": "Q", "Arg": "R", "Ser": "S", "Thr": "T", "Val": "V",
    "Trp": "W", "Tyr": "Y", "Sec": "U", "Pyl": "O", "Xaa": "X", "Asx": "B", "Glx": "Z", "Xle": "J", "Ter": "*",
}
# fmt: on
STOP = "*"
_CODE = re.compile("|".join(LETTERS))
_CODES = {letter: code for code, letter in LETTERS.items()}
_AA = r"(?:[A-Z][a-z]{2}|[A-Z*])"
_RESIDUES = re.compile(_AA)
_PREFIX = re.compile(r"p\.\s*")
_SUBSTITUTION = re.compile(rf"(?:p\.)?({_AA})([1-9]\d{{0,5}})({_AA})")
"""Nine of ten changes in tables of tumours are of this form: it is read without the whole grammar."""
_EITHER = LETTERS | {letter: letter for letter in _CODES}
_DIGITS = 6
_ODD = (STOP, "X")
_WHOLE = {"=": "same", "?": "unknown", "0": "no protein", "0?": "no protein"}
_CHANGE = re.compile(
    rf"(?P<first>{_AA})(?P<start>[1-9]\d{{0,5}})(?:_(?P<last>{_AA})(?P<end>[1-9]\d{{0,5}}))?"
    rf"(?:(?P<fs>(?P<fsnew>{_AA})?fs(?:(?:\*|Ter|X)(?P<fsstop>\d+|\?)?)?)"
    rf"|(?P<ext>(?P<extnew>{_AA})?ext(?:(?P<extstop>(?:\*|Ter|X)?(?:-?\d+|\?))|\*|Ter)?)"
    rf"|delins(?P<delins>{_AA}+|\d{{1,4}})|del(?P<del>{_AA}*|\d*)|dup(?P<dup>{_AA}*|\d*)"
    rf"|ins(?P<ins>{_AA}+|\d{{1,4}})|(?P<same>=)|(?P<unknown>\?)|(?P<new>{_AA}))"
)
_CONSEQUENCES = {
    "same": "synonymous",
    "frameshift": "frameshift",
    "deletion": "inframe deletion",
    "duplication": "inframe insertion",
    "insertion": "inframe insertion",
    "deletion-insertion": "inframe deletion-insertion",
    "extension": "stop lost",
    "no protein": "no protein",
}


@dataclass(frozen=True, slots=True)
class ProteinChange:
    """A change of a protein.

    kind   `substitution`, `same`, `unknown`, `frameshift`, `deletion`, `duplication`, `insertion`,
           `deletion-insertion`, `extension` or `no protein`
    start, end    residues from 1, both 0 where the whole protein is meant
    first, last   letters of these residues, `*` for the stop
    new    letters that are put in, `X` for each that is not told
    stop   where the new frame or the extension ends, counted from its first residue: `34`, `?` or empty; `-5` for
           an extension to the left
    """

    kind: str
    start: int = 0
    first: str = ""
    end: int = 0
    last: str = ""
    new: str = ""
    stop: str = ""

    @property
    def residues(self) -> tuple[tuple[int, str], ...]:
        """Positions and letters that the sequence has to have; letters that mean any residue are left out."""
        ends = dict.fromkeys(((self.start, self.first), (self.end, self.last)))
        return tuple((position, letter) for position, letter in ends if position and letter not in "XBZJ")

    @property
    def consequence(self) -> str:
        """In the atlas' words."""
        if self.kind == "substitution":
            if self.start == 1 and self.first == "M":
                return "start lost"
            return "stop lost" if self.first == STOP else "nonsense" if self.new == STOP else "missense"
        if self.kind == "unknown":
            return "start lost" if self.start == 1 else ""
        return _CONSEQUENCES[self.kind]

    def __str__(self) -> str:
        """In HGVS with three letters: `p.His115ProfsTer34`."""
        if self.kind == "substitution":
            return f"p.{_CODES[self.first]}{self.start}{_CODES[self.new]}"
        if not self.start:
            return {"same": "p.=", "unknown": "p.?"}.get(self.kind, "p.0")
        span = f"p.{_CODES[self.first]}{self.start}"
        if self.end != self.start:
            span += f"_{_CODES[self.last]}{self.end}"
        return span + self._written()

    def _written(self) -> str:
        new = "".join(_CODES[letter] for letter in self.new)
        if self.kind == "frameshift":
            return f"{new}fs" + (f"Ter{self.stop}" if self.stop else "")
        if self.kind == "extension":
            return f"{new}ext" + ("" if not self.stop else self.stop if self.stop[0] == "-" else f"Ter{self.stop}")
        signs = {"same": "=", "unknown": "?", "deletion": "del", "duplication": "dup"}
        words = {"insertion": "ins", "deletion-insertion": "delins"}
        return signs.get(self.kind) or words.get(self.kind, "") + new


_new_change = quick(ProteinChange)


@lru_cache(maxsize=1 << 14)
def protein_change(text: str) -> ProteinChange:
    """The change that a name tells, with or without `p.`, in brackets or not. Raises ValueError where it is none."""
    if simple := _SUBSTITUTION.fullmatch(text):
        code, number, other = simple.groups()
        first, new = _EITHER.get(code), _EITHER.get(other)
        if first and new:
            kind, put_in = ("same", "") if first == new else ("substitution", STOP if new == "X" else new)
            change: ProteinChange = _new_change(kind, int(number), first, int(number), first, put_in, "")
            return change
    return by_grammar(text)


def substitution(text: str) -> tuple[str, str, str, int, str] | None:
    """Name with three letters, residue, the one in its place, position and consequence of a plain substitution.

    None for any other name, those of the stop's loss and of residues that are not told among them: they are what
    `protein_change` says. A table of tumours has a million that differ, so that nothing is kept.
    """
    simple = _SUBSTITUTION.fullmatch(text)
    if simple is None:
        return None
    code, number, other = simple.groups()
    first, new = _EITHER.get(code), _EITHER.get(other)
    if not first or not new or first == new or first in _ODD or new == "X":
        return None
    consequence = "start lost" if first == "M" and number == "1" else "nonsense" if new == STOP else "missense"
    return f"p.{_CODES[first]}{number}{_CODES[new]}", first, new, int(number), consequence


def told_substitution(name: str, ref: str, position: int | None, alt: str) -> ProteinChange | None:
    """The change of a plain substitution whose parts are known beside its name; None where the name is not theirs."""
    if not position or not 0 < position < 10**_DIGITS or alt in (ref, "X"):
        return None
    if name != f"p.{_CODES.get(ref)}{position}{_CODES.get(alt)}":
        return None
    change: ProteinChange = _new_change("substitution", position, ref, position, ref, alt, "")
    return change


def named_residue(name: str) -> int:
    """The residue that a change begins at, 0 where it names none or is no name."""
    digits = name[5:-3]
    plain = digits.isdecimal() and digits.isascii() and len(digits) <= _DIGITS and digits[0] != "0"
    if plain and name[:2] == "p." and name[2:5] in LETTERS and name[-3:] in LETTERS:
        return int(digits)
    try:
        return protein_change(name).start
    except ValueError:
        return 0


def in_one_letter(name: str) -> str:
    """A name with three letters as it is written with one: `p.Arg213Ter` is `p.R213*`."""
    return _CODE.sub(lambda found: LETTERS[found[0]], name)


def by_grammar(text: str) -> ProteinChange:
    """As `protein_change`, without its short way of substitutions and without keeping what was read."""
    bare = _PREFIX.sub("", text.strip(), count=1)
    if bare[:1] == "(" and bare[-1:] == ")":
        bare = bare[1:-1]
    if bare in _WHOLE:
        return ProteinChange(_WHOLE[bare])
    found = _CHANGE.fullmatch(bare)
    if found is None:
        raise ValueError(text)
    start, first = int(found["start"]), _letter(found["first"])
    end, last = (int(found["end"]), _letter(found["last"])) if found["end"] else (start, first)
    if end < start:
        raise ValueError(text)
    change = ProteinChange(*_kind(found, start, first, end, last))
    if change.kind == "insertion" and end != start + 1:
        raise ValueError(text)
    return change


def _kind(
    found: "re.Match[str]", start: int, first: str, end: int, last: str
) -> tuple[str, int, str, int, str, str, str]:
    def said(kind: str, new: str = "", stop: str = "") -> tuple[str, int, str, int, str, str, str]:
        return kind, start, first, end, last, new, stop

    if found["fs"]:
        return said("frameshift", _letters(found["fsnew"] or ""), found["fsstop"] or "")
    if found["ext"]:
        return said("extension", _letters(found["extnew"] or ""), (found["extstop"] or "").lstrip("*TerX"))
    for name in ("delins", "ins"):
        if found[name]:
            return said("deletion-insertion" if name == "delins" else "insertion", _letters(found[name]))
    if found["del"] is not None or found["dup"] is not None:
        return said("deletion" if found["dup"] is None else "duplication")
    new = _letter(found["new"]) if found["new"] else ""
    if end != start:
        if found["same"]:
            return said("same")
        raise ValueError(found.string)
    if found["same"] or new == first:
        return said("same")
    if found["unknown"]:
        return said("unknown")
    return said("substitution", STOP if new == "X" else new)


def _letter(code: str) -> str:
    """One letter. Raises ValueError for what is no amino acid."""
    if len(code) == 1:
        if code not in _CODES:
            raise ValueError(code)
        return code
    if code not in LETTERS:
        raise ValueError(code)
    return LETTERS[code]


def _letters(codes: str) -> str:
    if codes.isdecimal():
        return "X" * int(codes)
    return "".join(map(_letter, _RESIDUES.findall(codes)))
