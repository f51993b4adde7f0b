"""Citations as a list of references, formatted in a citation style."""

import re
from collections.abc import Iterable, Sequence
from html import escape, unescape
from typing import Any

from atlasview.export.citations.csl_json import csl_item
from atlasview.export.citations.reference import Reference
from atlasview.export.citations.styles import Style, find_style
from atlasview.records.trouble import InputRefused

_OTHERS = "\uffff"
"""Stands for the authors that the source leaves out, until the style has set its commas; no cleaned text holds it."""

_LEFT_OUT = re.compile(rf"(,?)\s*(?:(?:and|&|und|et|y|e)\s+)?{_OTHERS}\.?")
_NUMBER = re.compile(r"^([\[(]?\d+[\])]?\.?)\s*")
_COLLISIONS = (
    (re.compile(r"([.?!])\.(?=[\s”’\"')\]]|$)(?<!\.\.\.)"), r"\1"),
    (re.compile(r"([?!][”’])\.(?=\s|$)"), r"\1"),
    (re.compile(r"(?<=[.,;:]) +[.,;:](?=\s|\d|$)"), ""),
    (re.compile(r"^[.,;:\s]+"), ""),
    (re.compile(r"\s*[,;:]\s*$|\s+\.$"), "."),
    (re.compile(r"(?<=\(\d{4}\))(?=[^\W\d_])"), " "),
    (re.compile(r"[ \t\n]+"), " "),
)
"""What a style leaves where it meets a title with its own end, or a part that is not known."""

_US_QUOTE = re.compile(r"([”’]+)([.,])")
"""American English sets full stops and commas inside the quotation marks, which the processor leaves to us."""

_TAG = re.compile(r"</?\w[^>]*>")

_END_IN_QUOTE = re.compile(r"(?<=[?!])[.,](?=[”’])")


def formatted_text(references: Iterable[Reference], style: str) -> str:
    """One reference per line, in the order of the style (as given where it numbers them).

    Raises NotFound for an unknown style, InputRefused for a file that is not one.
    """
    return "".join(f"{line}\n" for line in _formatted(list(references), style, "plain"))


def formatted_html(references: Iterable[Reference], style: str) -> str:
    """The same list as HTML, a paragraph for each reference, with the italics and bold type of the style.

    A line whose words would differ from those of the plain text has the plain text's.
    """
    listed = list(references)
    lines = zip(_formatted(listed, style, "plain"), _formatted(listed, style, "html"), strict=True)
    return "".join(f"<p>{marked if _words(marked) == plain else escape(plain)}</p>\n" for plain, marked in lines)


def _words(marked: str) -> str:
    return unescape(_TAG.sub("", marked))


def _formatted(references: Sequence[Reference], style: str, markup: str) -> list[str]:
    chosen = find_style(style)
    try:
        return _lines(references, chosen, markup)
    except (AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError) as refusal:
        if chosen.shipped:
            raise
        raise InputRefused("the citation style is not understood", style, "choose another style") from refusal


def _lines(references: Sequence[Reference], style: Style, markup: str) -> list[str]:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    items = [_item(each, number) for number, each in enumerate(references, 1)]
    rules = CitationStylesStyle(str(style.path), locale=style.locale or None, validate=False)
    bibliography = CitationStylesBibliography(rules, CiteProcJSON(items), getattr(formatter, markup))
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    bibliography.sort()
    numbered = rules.root.bibliography.get("second-field-align") is not None
    lines = [_finished(str(entry), numbered=numbered) for entry in bibliography.bibliography()]
    return [_quoted_american(line) for line in lines] if _language(rules, style) == "en-US" else lines


def _language(rules: Any, style: Style) -> str:
    language: str = style.locale or rules.root.get("default-locale", "en-US")
    return language


def _quoted_american(line: str) -> str:
    return _END_IN_QUOTE.sub("", _US_QUOTE.sub(r"\2\1", line))


def _item(reference: Reference, number: int) -> dict[str, Any]:
    """An item under a plain name: identifiers hold signs that keys of citations may not."""
    item = {**csl_item(reference), "id": f"reference-{number}"}
    item.pop("note", None)
    if not reference.journal:  # of an article without journal some styles make an edition of a book
        item["type"] = "document"
    if reference.authors.shortened and reference.authors.listed:
        item["author"] = [*item["author"], {"literal": _OTHERS}]
    return item


def _finished(entry: str, *, numbered: bool) -> str:
    """`et al.` in the style's place for the last author, a space behind the number, no doubled punctuation."""
    text = _LEFT_OUT.sub(r"\1 et al.", entry).replace(_OTHERS, "")
    number = ""
    if numbered and (match := _NUMBER.match(text)):
        number = f"{match[1]} "
        text = text[match.end() :]
    for pattern, replacement in _COLLISIONS:
        text = pattern.sub(replacement, text)
    return (number + text).strip()
