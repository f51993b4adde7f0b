"""Lines of flat text that were wrapped, made whole again."""


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
        text = text.replace(f" -{between}", " - ")
        for word in ("and ", "or "):
            text = text.replace(f"-{between}{word}", f"- {word}")
        text = text.replace(f"-{between}", "-")
    return text.replace(between, " ")
