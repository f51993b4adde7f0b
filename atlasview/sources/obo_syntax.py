"""The syntax of OBO 1.0 to 1.4: stanzas of tags and values, read leniently."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_QUOTED = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
_TAG = re.compile(r"[A-Za-z_-]+:(\s|$)")
_WORD = re.compile(r"(?:[^\s\\]|\\.)+")
_ESCAPE = re.compile(r"\\(.)")
_MODIFIER = re.compile(r'\s\{[^{}"]*="[^{}]*\}$')
_ESCAPED = {"n": "\n", "t": "\t", "W": " "}
_IN_QUOTES = ("def: ", "synonym: ")
_MOST_LINES = 100
"""Lines that a text in quotes may go on for."""


@dataclass(slots=True)
class Stanza:
    """A stanza by its kind (`Term`, `Typedef`; empty for the header): its first line and (line, tag, value) of each."""

    kind: str
    line: int
    tags: list[tuple[int, str, str]] = field(default_factory=list)
    odd: list[int] = field(default_factory=list)
    """Lines that have no tag."""


def stanzas(lines: Iterable[tuple[int, str]]) -> Iterator[Stanza]:
    """The header, which may be empty, and each stanza of a file of these numbered lines."""
    stanza = Stanza("", 1)
    for number, line in _whole_lines(lines):
        if line.startswith("[") and (kind := _kind(line)):
            yield stanza
            stanza = Stanza(kind, number)
            continue
        tag, colon, value = line.partition(":")
        if colon and tag.strip():
            stanza.tags.append((number, tag.strip(), value.strip()))
        elif line.strip() and not line.startswith("!"):
            stanza.odd.append(number)
    yield stanza


def quoted(value: str) -> tuple[str, str] | None:
    """The text in quotes that a value begins with, escapes undone, and the rest; None where it is not in quotes."""
    found = _QUOTED.match(value)
    return (unescaped(found[1]), value[found.end() :]) if found else None


def plain(value: str) -> str:
    """A value without quotes: comment and modifiers taken off, escapes undone."""
    if "!" in value:
        value = value.partition(" ! ")[0].rstrip()
    if value.endswith("}"):
        value = _MODIFIER.sub("", value).rstrip()
    return unescaped(value)


def word(value: str) -> str:
    """The first word of a value, an identifier, escapes undone; empty for none."""
    if "\\" in value:
        found = _WORD.match(value)
        return unescaped(found[0]) if found else ""
    return next(iter(value.split(None, 1)), "")


def unescaped(text: str) -> str:
    r"""Text with `\n`, `\"`, `\:` and the like undone."""
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), text) if "\\" in text else text


def _kind(line: str) -> str:
    name, end, rest = line[1:].partition("]")
    return name.strip() if end and name.strip().isalpha() and not rest.partition("!")[0].strip() else ""


def _whole_lines(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Lines, those joined that a backslash at the end or a quotation that is still open continues."""
    start, parts = 0, [""]
    for number, line in lines:
        if not start and not line.startswith(_IN_QUOTES) and not line.endswith("\\"):
            yield number, line
            continue
        if start and not _ends(parts, line):
            parts.append(line)
        else:
            if start:
                yield start, _joined(parts)
            start, parts = number, [line]
        if not _goes_on(parts):
            yield start, _joined(parts)
            start = 0
    if start:
        yield start, _joined(parts)


def _goes_on(parts: list[str]) -> bool:
    last = parts[-1]
    if last.endswith("\\") and (len(last) - len(last.rstrip("\\"))) % 2:
        return True
    first = parts[0]
    if not first.startswith(_IN_QUOTES) or len(parts) > _MOST_LINES:
        return False
    value = first.partition(": ")[2].lstrip()
    if len(parts) == 1:
        return value.startswith('"') and not _QUOTED.match(value)
    return '"' not in last.replace('\\"', "")


def _ends(parts: list[str], line: str) -> bool:
    """Whether a line is the next one for certain, so that what seemed to go on does not."""
    if parts[-1].endswith("\\"):
        return False
    return not line.strip() or bool(_TAG.match(line)) or bool(line.startswith("[") and _kind(line))


def _joined(parts: list[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    return " ".join(part[:-1] if part.endswith("\\") else part for part in parts)
