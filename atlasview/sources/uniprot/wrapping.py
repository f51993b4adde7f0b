"""Lines of flat text that were wrapped, made whole again."""

_NOT_JOINED = ("and ", "or ")


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
    first, *others = text.split(f"-{between}")
    if not others:
        return first.replace(between, " ")
    parts, before = [first], first or "-"
    for part in others:
        joins = (before or between)[-1] != " " and not part.startswith(_NOT_JOINED)
        parts += ("-" if joins else "- ", part)
        before = part
    return "".join(parts).replace(between, " ")
