"""The chapters of the guide in the order of its contents, and their texts as Markdown."""

import re
from dataclasses import dataclass
from functools import cache

from atlasview.bundled import guide
from atlasview.desktop.guide.files_chapter import files_markdown
from atlasview.desktop.guide.glossary_chapter import glossary_markdown
from atlasview.desktop.guide.keyboard_chapter import keyboard_markdown
from atlasview.glossary import terms

CONTENTS = "README"
GENERATED = {"files": files_markdown, "keyboard": keyboard_markdown, "glossary": glossary_markdown}
"""Chapters that are made of what the program declares; their files in `docs/guide` are written by `make guide`."""

_ROW = re.compile(r"^\| \[([^\]]+)\]\(([\w-]+)\.md\) \| (.+) \|$", re.M)
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$")
_FENCE = re.compile(r"^\s*```")
_MARKS = re.compile(r"[`*]|\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter; `key` is its file's name without ending, `about` what the contents say of it."""

    key: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a chapter: level from 1, its words, and its anchor as Markdown renderers on the web write it."""

    level: int
    text: str
    anchor: str


@cache
def chapters() -> tuple[Chapter, ...]:
    """The chapters as the contents of the guide list them."""
    contents = (guide() / f"{CONTENTS}.md").read_text(encoding="utf-8")
    return tuple(Chapter(key, title, about) for title, key, about in _ROW.findall(contents))


def text_of(key: str) -> str:
    """A chapter as Markdown; raises KeyError for one that is not there."""
    if key in GENERATED:
        return GENERATED[key]()
    file = guide() / f"{key}.md"
    if key != CONTENTS and key not in {one.key for one in chapters()}:
        raise KeyError(key)
    return file.read_text(encoding="utf-8")


def title_of(key: str) -> str:
    """What a chapter is called."""
    return next((one.title for one in chapters() if one.key == key), "User guide")


def headings(markdown: str) -> tuple[Heading, ...]:
    """The headings of a text in order; a line in a block of code is none."""
    found: list[Heading] = []
    fenced = False
    for line in markdown.splitlines():
        if _FENCE.match(line):
            fenced = not fenced
        heading = None if fenced else _HEADING.match(line)
        if heading:
            words = _MARKS.sub(r"\1", heading[2])
            found.append(Heading(len(heading[1]), words, _unused(anchor_of(words), found)))
    return tuple(found)


def heading_of(chapter: str, anchor: str) -> str:
    """Anchor of the heading that is meant: in the glossary a term's key stands for its heading."""
    name = next((one.name for one in terms() if one.key == anchor), "") if chapter == "glossary" else ""
    own = (one.anchor for one in headings(text_of(chapter)) if one.level == 3 and one.text == name)
    return next(own, anchor) if name else anchor


def anchor_of(words: str) -> str:
    """Anchor of a heading: small letters, a hyphen for each space, nothing but letters, digits and both lines."""
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")


def _unused(anchor: str, before: list[Heading]) -> str:
    times = sum(re.fullmatch(rf"{re.escape(anchor)}(-\d+)?", one.anchor) is not None for one in before)
    return f"{anchor}-{times}" if times else anchor
