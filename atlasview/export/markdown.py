"""Markdown of articles as rich text; links are handed to the caller."""

import re
from collections.abc import Callable
from html import escape

from atlasview.records.article import captions_told

_LINK = re.compile(r"\[([^\]]*)\]\(((?:[^()\s]|\([^()\s]*\))+)\)")
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_EMPHASIS = re.compile(r"(?<![\w*])[*_](?![\s*_])(.+?)(?<![\s*_])[*_](?![\w*])")
_CODE = re.compile(r"`([^`]+)`")
_HEADING = re.compile(r"#{3,6}\s+(.*)")
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])\s+(.*)")

Linker = Callable[[str, str], str]
"""(text as rich text, target) -> rich text."""


def rich_text(markdown: str, linker: Linker, paragraph: str) -> str:
    """Paragraphs, lists, headings of the third level and below, emphasis, code and links as rich text.

    `paragraph` is the style of a paragraph. Of figures the caption is shown, no picture is fetched. Anything else in
    the text is shown as it is written; no HTML passes.
    """
    blocks = re.split(r"\n\s*\n", captions_told(markdown.strip()))
    return "".join(_block(block, linker, paragraph) for block in blocks if block.strip())


def _block(block: str, linker: Linker, paragraph: str) -> str:
    lines = [line.strip() for line in block.splitlines()]
    heading = _HEADING.fullmatch(lines[0])
    if heading:
        rest = "\n".join(lines[1:])
        title = f'<p style="{paragraph}; font-weight:600">{_inline(heading[1], linker)}</p>'
        return title + (_block(rest, linker, paragraph) if rest.strip() else "")
    if _ITEM.fullmatch(lines[0]):
        return _list(lines, linker, paragraph)
    return f'<p style="{paragraph}">{_inline(" ".join(lines), linker)}</p>'


def _list(lines: list[str], linker: Linker, paragraph: str) -> str:
    items: list[str] = []
    for line in lines:
        item = _ITEM.fullmatch(line)
        if item:
            items.append(item[1])
        else:
            items[-1] += f" {line}"
    tag = "ol" if lines[0][0].isdigit() else "ul"
    inner = "".join(f"<li>{_inline(item, linker)}</li>" for item in items)
    return f'<{tag} style="{paragraph}; margin-left:0; -qt-list-indent:1">{inner}</{tag}>'


def _inline(text: str, linker: Linker) -> str:
    parts, position = [], 0
    for found in _LINK.finditer(text):
        parts.append(_marked(text[position : found.start()]))
        parts.append(linker(_marked(found[1]), found[2]))
        position = found.end()
    parts.append(_marked(text[position:]))
    return "".join(parts)


def _marked(text: str) -> str:
    safe = escape(text, quote=False)
    safe = _CODE.sub(r"<code>\1</code>", safe)
    safe = _STRONG.sub(r"<b>\1</b>", safe)
    return _EMPHASIS.sub(r"<i>\1</i>", safe)
