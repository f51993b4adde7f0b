"""Plain text as LaTeX that prints it unchanged."""

import re

_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"$\lbrace$",  # BibTeX counts even escaped braces
    "}": r"$\rbrace$",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"${sign}$" for sign in "<>|"},
    **{sign: f"\\{sign}" for sign in "$%&#_"},
}
_LIGATURE = re.compile(r"(?:(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=,)(?=,)|(?<=[?!])(?=`))")


def latex(text: str) -> str:
    """Text with every sign that means something to LaTeX escaped, and pairs such as `--` kept from melting into one."""
    return "".join(_SIGNS.get(sign, sign) for sign in _LIGATURE.sub("\ue000", text)).replace("\ue000", "{}")


def latex_title(title: str) -> str:
    """A title whose words with capitals are in braces, so that no style prints `CFTR` as `cftr`."""
    words = title.split(" ")
    return " ".join(
        f"{{{latex(word)}}}" if _keeps_case(word, index) else latex(word) for index, word in enumerate(words)
    )


def _keeps_case(word: str, index: int) -> bool:
    letters = word[1:] if index == 0 else word
    return any(letter.isupper() for letter in letters)
