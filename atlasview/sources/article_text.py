"""Articles in Markdown: TOML front matter between lines of `+++`, then text; `## Heading` begins a section."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from atlasview.records.article import Article, Section

_FENCE = "+++"
_TEXTS = ("id", "gene", "title", "origin", "language", "affiliation", "published", "revised", "source", "licence")
_REQUIRED = ("id", "gene", "title", "origin", "language", "source", "licence")
_ORIGINS = ("curated", "imported", "machine-written")


def read_article(path: Path) -> tuple[Article, str]:
    """The article and its licence. Raises ValueError with the reason where the file is not one."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"the article cannot be read ({error})") from error
    if not lines or lines[0] != _FENCE or _FENCE not in lines[1:]:
        raise ValueError(f"no front matter between two lines of {_FENCE}")
    end = lines.index(_FENCE, 1)
    front = _front_matter("\n".join(lines[1:end]))
    licence = front.pop("licence")
    sections = _sections(lines[end + 1 :], bool(front.pop("translated", False)))
    return Article(**front, sections=sections), licence


def _front_matter(text: str) -> dict[str, Any]:
    try:
        front = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"the front matter is not TOML ({error})") from error
    if missing := [name for name in _REQUIRED if not front.get(name)]:
        raise ValueError(f"the front matter does not say {', '.join(missing)}")
    if unknown := sorted(set(front) - {*_TEXTS, "authors", "translated"}):
        raise ValueError(f"the front matter says {', '.join(unknown)}, which no article has")
    front = {name: value.isoformat() if isinstance(value, date) else value for name, value in front.items()}
    if wrong := [name for name in _TEXTS if not isinstance(front.setdefault(name, ""), str)]:
        raise ValueError(f"{', '.join(wrong)} of the front matter is no text")
    if front["origin"] not in _ORIGINS:
        raise ValueError(f"origin {front['origin']!r} is none of {', '.join(_ORIGINS)}")
    front["authors"] = tuple(map(str, front.get("authors", ())))
    return front


def _sections(lines: list[str], translated: bool) -> tuple[Section, ...]:
    """Text before the first heading is a section without one."""
    heading, text = "", list[str]()
    found = []
    for line in [*lines, "## "]:
        if not line.startswith("## "):
            text.append(line)
            continue
        if heading or any(map(str.strip, text)):
            found.append(Section(heading, "\n".join(text).strip(), translated))
        heading, text = line[3:].strip(), []
    if not found:
        raise ValueError("the article has no text")
    return tuple(found)
