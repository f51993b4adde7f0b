"""Markdown of articles as plain text."""

import re

from atlasview.export.text.layout import Lines, paragraph
from atlasview.records.article import captions_told

_LINK = re.compile(r"\[([^\]]+)\]\(((?:[^()\s]|\([^()\s]*\))+)\)")
_EMPHASIS = re.compile(r"(\*\*|__|(?<![\w*])[*_](?=\S))(.+?)(?<=\S)\1")
_ITEM = re.compile(r"^(\s*)([-*+]|\d+[.)])\s+")
_CITED = ("PMID:", "DOI:")


def prose(markdown: str, width: int) -> Lines:
    """Paragraphs and lists in lines, an empty line between paragraphs; a link to a paper keeps its identifier."""
    lines: Lines = []
    for block in re.split(r"\n\s*\n", captions_told(markdown.strip())):
        if lines:
            lines.append("")
        for part in _parts(block):
            lines += _part(part, width)
    return lines


def _parts(block: str) -> list[str]:
    """The items of a list, or the one paragraph that a block is."""
    parts: list[str] = []
    for line in block.splitlines():
        if not parts or _ITEM.match(line):
            parts.append(line)
        else:
            parts[-1] += " " + line.strip()
    return parts


def _part(text: str, width: int) -> Lines:
    item = _ITEM.match(text)
    if item is None:
        return paragraph(_plain(text.lstrip("#> ")), width)
    mark = item[1] + (item[2] if item[2][0].isdigit() else "•") + " "
    return paragraph(_plain(text[item.end() :]), width, " " * len(mark), mark)


def _plain(text: str) -> str:
    text = _LINK.sub(_linked, text)
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    return text.replace("`", "")


def _linked(match: re.Match[str]) -> str:
    words, target = match[1], match[2]
    cites = target.upper().startswith(_CITED) and target.casefold() not in words.casefold().replace(": ", ":")
    return f"{words} [{target}]" if cites else words
