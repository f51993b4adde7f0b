"""References as BibTeX or BibLaTeX: each entry with a DOI or PMID gives the details of a paper."""

import re
from collections.abc import Iterator

from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.latex import plain_latex
from atlasview.sources.opened import SourceFile
from atlasview.sources.papers import NO_IDENTIFIER, Reference
from atlasview.sources.taken import Outcome, Taken

_BEGIN = re.compile(r"\s*+@\s*+([A-Za-z]++)\s*+([{(])")
_KEY = re.compile(r"\s*+([^,\s={}\"]*+)\s*+(?:,|$)")
_NAME = re.compile(r"(?<![\w:.+/-])([A-Za-z][\w:.+/-]{0,60}+)\s*+=\s*+")
_PIECE = re.compile(r"[^\s,#{}\"]++")
_JOIN = re.compile(r"\s*+#\s*+")
_AND = re.compile(r" and ", re.IGNORECASE)
_PMID = re.compile(r"PMID:?\s*(\d{1,9})", re.IGNORECASE)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_ALL_TYPES = (
    "article|book|booklet|collection|conference|dataset|inbook|incollection|inproceedings|inreference|manual|"
    "mastersthesis|misc|mvbook|mvcollection|online|patent|periodical|phdthesis|proceedings|reference|report|set|"
    "software|string|suppbook|suppperiodical|techreport|thesis|unpublished|comment|preamble|xdata"
)
_SEEN = re.compile(rf"^[ \t]*+@[ \t]*+(?:{_ALL_TYPES})[ \t]*+[{{(]", re.IGNORECASE | re.MULTILINE)
_NO_ENTRY = ("comment", "preamble", "string")
Fields = dict[str, str]


def _read(file: SourceFile) -> Iterator[Outcome]:
    words: Fields = {}
    for line, kind, body, ended in _entries(file.lines()):
        if kind == "string":
            words.update(_fields(body, words))
        if kind in _NO_ENTRY:
            continue
        key = _KEY.match(body)
        name = key[1] if key else ""
        if not ended:
            yield file.rejected(line, "the entry has no end", name)
            continue
        reference = _reference(_fields(body[key.end() :] if key else body, words))
        paper = reference.publication(file.source)
        yield Taken(line, [paper]) if paper else file.rejected(line, NO_IDENTIFIER, reference.title or name)


def _entries(lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str, str, bool]]:
    """First line, type and inside of each entry, and whether it has its end; what stands between them is a remark."""
    begin, kind, closing, depth = 0, "", "", 0
    inside: list[str] = []
    for number, line in lines:
        found = _BEGIN.match(line)
        if found and begin:
            yield begin, kind, "\n".join(inside), False
            begin = 0
        if found and not begin:
            begin, kind, closing = number, found[1].casefold(), "}" if found[2] == "{" else ")"
            inside, depth = [], int(closing == "}")
        if not begin:
            continue
        rest = line[found.end() :] if found else line
        depth, end = _closed(rest, depth, closing)
        inside.append(rest[:end])
        if end is not None:
            yield begin, kind, "\n".join(inside), True
            begin = 0
    if begin:
        yield begin, kind, "\n".join(inside), False


def _closed(line: str, depth: int, closing: str) -> tuple[int, int | None]:
    """Depth of braces at the end of a line, and where the entry ends on it, None where it goes on."""
    for found in _BRACE.finditer(line):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth <= 0 and closing == "}" and found[0] == "}":
            return 0, found.start()
    if closing == ")" and depth == 0 and line.rstrip().endswith(")"):
        return 0, line.rindex(")")
    return depth, None


def _fields(body: str, words: Fields) -> Fields:
    """Values by the names of the fields in small letters; the first of several of one name counts."""
    fields: Fields = {}
    at = 0
    while found := _NAME.search(body, at):
        value, at = _value(body, found.end(), words)
        fields.setdefault(found[1].casefold(), value)
    return fields


def _value(body: str, at: int, words: Fields) -> tuple[str, int]:
    """A value, of pieces that `#` joins, and where it ends."""
    value = ""
    while True:
        if body[at : at + 1] in ("{", '"'):
            end = _end_of(body, at)
            value, at = value + body[at + 1 : end], end + 1
        elif found := _PIECE.match(body, at):
            value, at = value + words.get(found[0].casefold(), found[0]), found.end()
        more = _JOIN.match(body, at)
        if more is None:
            return value, at
        at = more.end()


def _end_of(body: str, at: int) -> int:
    """Where what begins with a brace or a quotation mark ends."""
    quoted, depth = body[at] == '"', 0
    for found in re.compile(r'\\.|[{}"]', re.DOTALL).finditer(body, at + quoted):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
        if (quoted and depth <= 0 and found[0] == '"') or (not quoted and depth == 0 and found[0] == "}"):
            return found.start()
    return len(body)


def _reference(fields: Fields) -> Reference:
    def said(*names: str) -> str:
        return next((fields[name] for name in names if fields.get(name)), "")

    numbered = said("eprinttype", "archiveprefix").casefold() == "pubmed"
    noted = _PMID.search(said("note"))
    pmid = said("pmid") or (said("eprint") if numbered else "") or (noted[1] if noted else "")
    address = said("url")
    return Reference(
        pmid=plain_latex(pmid),
        doi=re.sub(r"[\\{}]", "", said("doi")) or (address if "doi.org/" in address else ""),
        title=plain_latex(said("title")),
        authors=_authors(said("author")),
        journal=plain_latex(said("journal", "journaltitle", "shortjournal")),
        year=said("year", "date"),
        volume=plain_latex(said("volume")),
        issue=plain_latex(said("number", "issue")),
        pages=plain_latex(said("pages")).replace("–", "-"),
    )


def _authors(text: str) -> tuple[str, ...]:
    """Names between `and`; one inside braces joins nothing."""
    shielded = re.sub(r"\{[^{}]*\}", lambda found: found[0].replace(" ", "\x00"), " ".join(text.split()))
    names = (plain_latex(name.replace("\x00", " ")) for name in _AND.split(shielded))
    return tuple("et al" if name == "others" else name for name in names if name)


def _recognises(head: Head) -> bool:
    return bool(_SEEN.search(head.text)) and "=" in head.text


FORMATS = (
    Format(
        key="bibtex",
        title="References as BibTeX",
        database="references",
        turn=Turn.TIES,
        adds="title, authors, journal, year, volume, pages of papers that are cited",
        recognises=_recognises,
        read=_read,
    ),
)
