"""Text out of LaTeX as files of references have it: accents, signs, braces."""

import re
import unicodedata

_MARKS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
"""Commands of accents with the mark that joins the letter before it."""
_LETTERS = {
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "i": "i",
    "j": "j",
}
_ACCENT = re.compile(r"""\\([`'^~=."])\s*(?:\{\s*\\?([A-Za-z])\s*\}|\\?([A-Za-z])(?![A-Za-z]*\{))""")
_LETTERED = re.compile(r"\\([urHvdckb])\s*(?:\{\s*\\?([A-Za-z])\s*\}|\s\\?([A-Za-z]))")
_LETTER = re.compile(r"\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j)(?![A-Za-z])\s*(?:\{\})?")
_SIGN = re.compile(r"\\([&%$#_{}])")
_COMMAND = re.compile(r"\\[A-Za-z]+\*?\s*|\\.")


def plain_latex(text: str) -> str:
    """The text as a person reads it; commands that only set the type are left out."""
    if "\\" in text:
        text = _ACCENT.sub(_accented, text)
        text = _LETTERED.sub(_accented, text)
        text = _LETTER.sub(lambda found: _LETTERS[found[1]], text)
        kept = _SIGN.sub(lambda found: chr(0xE000 + ord(found[1])), text)
        text = _COMMAND.sub("", kept)
    text = text.replace("{", "").replace("}", "").replace("~", " ")
    text = re.sub("[\ue020-\ue07f]", lambda found: chr(ord(found[0]) - 0xE000), text)
    return " ".join(text.replace("---", "—").replace("--", "–").split())


def _accented(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", (found[2] or found[3]) + _MARKS[found[1]])
