"""Articles in Markdown: TOML front matter between lines of `+++`, then text; `## Heading` begins a section."""

import re
import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from atlasview.records.article import Article, Section

FENCE = "+++"
_TEXTS = ("id", "gene", "title", "origin", "language", "affiliation", "published", "revised", "source", "licence")
_MORE = ("authors", "translated")
_REQUIRED = ("id", "gene", "title", "origin", "language", "source", "licence")
_ORIGINS = ("curated", "imported", "machine-written")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_MARKS = re.compile(r"[\x00-\x1f\x7f|]+")


def read_article(path: Path) -> tuple[Article, str]:
    """The article and its licence. Raises ValueError with the reason where the file is not one."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"the article cannot be read ({error})") from error
    front, text = parted(lines)
    if unknown := unknown_words(front):
        raise ValueError(f"the front matter says {', '.join(unknown)}, which no article has")
    return article_of(front, text)


def parted(lines: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """What the front matter says, and the lines of text. Raises ValueError where there is no front matter."""
    if not lines or lines[0].rstrip() != FENCE:
        raise ValueError(f"no front matter between two lines of {FENCE}")
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), 0)
    if not end:
        raise ValueError(f"no front matter between two lines of {FENCE}")
    try:
        return tomllib.loads("\n".join(lines[1:end])), list(lines[end + 1 :])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ValueError(f"the front matter is not TOML ({error})") from error


def unknown_words(front: dict[str, Any]) -> list[str]:
    """What the front matter says that no article has."""
    return sorted(set(front) - {*_TEXTS, *_MORE})


def article_of(front: dict[str, Any], lines: Sequence[str]) -> tuple[Article, str]:
    """The article and its licence. Raises ValueError with the reason where it is none."""
    if missing := [name for name in _REQUIRED if not front.get(name)]:
        raise ValueError(f"the front matter does not say {', '.join(missing)}")
    said = {name: _text(name, front.get(name, "")) for name in _TEXTS}
    if said["origin"] not in _ORIGINS:
        raise ValueError(f"origin {said['origin']!r} is none of {', '.join(_ORIGINS)}")
    if not _LANGUAGE.fullmatch(said["language"]):
        raise ValueError(f"language {said['language']!r} is no code of a language (en)")
    for name in ("published", "revised"):
        if said[name] and not _DATE.fullmatch(said[name]):
            raise ValueError(f"{name} {said[name]!r} is no date (2026-11-20)")
    licence = said.pop("licence")
    sections = _sections(lines, front.get("translated", False))
    return Article(**said, authors=_authors(front.get("authors", [])), sections=sections), licence


def _text(name: str, value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()[:10]
    if not isinstance(value, str):
        raise ValueError(f"{name} of the front matter is no text")
    return _MARKS.sub(" ", value).strip()


def _authors(value: Any) -> tuple[str, ...]:
    several = [value] if isinstance(value, str) else value
    if not isinstance(several, list):
        raise ValueError('authors of the front matter is no list of names (["A. Writer", "B. Other"])')
    return tuple(_text("authors", one) for one in several if one)


def _sections(lines: Sequence[str], translated: Any) -> tuple[Section, ...]:
    """Text before the first heading is a section without one.

    translated  whether a machine translated all of it, or the headings of those sections that it did
    """
    heading, text = "", list[str]()
    found: list[tuple[str, str]] = []
    for line in [*lines, "## "]:
        if not line.startswith("## "):
            text.append(line)
            continue
        if heading or any(map(str.strip, text)):
            found.append((heading, "\n".join(text).strip()))
        heading, text = line[3:].strip(), []
    if not found:
        raise ValueError("the article has no text")
    flagged = _flagged(translated, [heading for heading, _text in found])
    return tuple(Section(heading, words, heading in flagged) for heading, words in found)


def _flagged(translated: Any, headings: list[str]) -> set[str]:
    if isinstance(translated, bool):
        return set(headings) if translated else set()
    if not isinstance(translated, list):
        raise ValueError("translated of the front matter is neither true, false nor a list of headings")
    flagged = {_text("translated", one) for one in translated}
    if strange := sorted(flagged.difference(headings)):
        raise ValueError(f"translated names {', '.join(strange)}, which no section is called")
    return flagged
