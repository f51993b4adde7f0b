"""Lines of flat text that were wrapped, made whole again."""

import re
from functools import cache


def joined(lines: list[str]) -> str:
    """Continuation lines as one text; a line that ends in a hyphen runs on without a space."""
    if len(lines) == 1:
        return lines[0].strip()
    return unwrapped("\n".join(map(str.strip, lines)))


def unwrapped(text: str, between: str = "\n") -> str:
    """A text whose lines are separated by `between` as one line.

    A hyphen at the end of a line joins it to the next one, unless it stands alone or `and` or `or` follows (`pre- and
    postnatal`).
    """
    if between not in text:
        return text
    if f"-{between}" in text:
        text = _hyphen(between).sub("-", text)
    return text.replace(between, " ")


@cache
def _hyphen(between: str) -> "re.Pattern[str]":
    """A hyphen that joins two lines, with what stands between them."""
    end = f"-{re.escape(between)}"
    return re.compile(f"{end}(?<! {end})(?!and |or )")
