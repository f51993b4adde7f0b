"""The chapter of terms, made of the glossary and of the types of genes that the window knows."""

import re
from itertools import groupby

from atlasview.export.addresses import address
from atlasview.glossary import Term, terms
from atlasview.records.locus_type import TYPES

_INTRODUCTION = """# Glossary

Every term that stands in the window, in our own words. In the window a card says the same: rest the pointer on a head of a column, a head of a section or the label of a fact, or press `Shift+F1` where the keyboard is. *N/A*, a dash and zero are three things, see [Numbers](numbers.md).
"""  # noqa: E501 -- a paragraph of Markdown is one line


def glossary_markdown() -> str:
    """The whole chapter."""
    parts = [_INTRODUCTION]
    for group, members in groupby(terms(), key=lambda one: one.group):
        parts.append(f"## {group}\n")
        parts += [_entry(one) for one in members]
    return "\n".join([*parts, _locus_types()])


def source_link(source: str) -> tuple[str, str]:
    """(words, address) of a source: a DOI, a PMID or an address."""
    scheme, _, local = source.partition(":")
    if scheme in {"doi", "pmid"}:
        return f"{scheme.upper()} {local}", address(f"{scheme.upper()}:{local}")
    return re.sub(r"^https?://(www\.)?", "", source), source


def _entry(one: Term) -> str:
    # The heading is the name alone, so that its anchor stays short.
    lines = [f"### {one.name}\n"]
    if one.long:
        lines.append(f"*{one.long}*\n")
    lines.append(one.means + "\n")
    if one.formula:
        lines.append(f"**Formula:** {one.formula}\n")
    if one.labels:
        lines.append(f"Also on the screen: {', '.join(one.labels)}.\n")
    links = [f"[{words}](<{web}>)" for words, web in map(source_link, one.sources)]
    if one.see:
        links.append(f"[more in the guide]({one.see})")
    if links:
        lines.append(f"See {', '.join(links)}.\n")
    return "\n".join(lines)


def _locus_types() -> str:
    rows = [f"| {words} | {kind.short} | {kind.meaning} |" for words, kind in TYPES.items()]
    return "\n".join(
        [
            "## Types of genes\n",
            "What HGNC's locus types mean, as the overview of a gene says it.\n",
            "| HGNC | in the window | means |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )
