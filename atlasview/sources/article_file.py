"""A person's own article on a gene: Markdown with front matter, see `sources.article_text`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from atlasview.records.article import Article
from atlasview.records.publication import Citation, Publication
from atlasview.sources.article_text import FENCE, article_of, parted, unknown_words
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.papers import Reference, doi_in, pmid_in
from atlasview.sources.significance_table import gene_said
from atlasview.sources.taken import Outcome, Taken

_YAML = "---"
_REMEDY = f'write it between two lines of {FENCE}, each line like title = "..."; the guide shows an article'
_PAPER = re.compile(r"\]\((PMID|DOI):((?:[^()\s]|\([^()\s]*\))+)\)")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_ID = re.compile(r"article:[^\s|]{1,200}")


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = [line for _number, line in file.lines()]
    try:
        front, text = parted(lines)
        if unknown := unknown_words(front):
            file.remarks.append(f"the front matter says more than an article has: {', '.join(unknown[:12])}")
        article, licence = article_of(_whole(front, file.source), text)
    except ValueError as error:
        raise file.refused(str(error), 1, _REMEDY) from error
    sections = tuple(replace(one, text=_PAPER.sub(_as_known, one.text)) for one in article.sections)
    article = replace(article, source=file.source, sections=sections)
    file.date = article.revised or article.published
    file.licence = licence
    yield Taken(1, [article, *_papers(article)], key=article.id, version=(file.date,))


def _as_known(found: re.Match[str]) -> str:
    """A link to a paper by the identifier that an atlas knows it by: DOIs in small letters."""
    doi = doi_in(found[2]) if found[1] == "DOI" else ""
    return f"](DOI:{doi})" if doi else found[0]


def _whole(front: dict[str, Any], source: str) -> dict[str, Any]:
    """The front matter with what a person need not say. Raises ValueError where the gene or the id is none."""
    said = {"origin": "imported", "licence": "not stated", **front, "source": source}
    gene = gene_said(str(said.get("gene", "")).strip())
    if said.get("gene") and not gene:
        raise ValueError(f"gene {said['gene']!r} is no identifier or symbol of a gene")
    said["gene"] = gene
    parts = (gene.partition(":")[2], _NO_WORD.sub("-", str(said.get("title", "")).casefold()).strip("-")[:60] or "text")
    said.setdefault("id", f"article:{':'.join(parts)}:{said.get('language', '')}")
    if not isinstance(said["id"], str) or not _ID.fullmatch(said["id"]):
        raise ValueError(f"id {said['id']!r} does not begin with article: or has spaces")
    return said


def _papers(article: Article) -> list[Publication | Citation]:
    """The papers that the text links to, each once, with the headings of the sections that do."""
    scopes: dict[str, list[str]] = {}
    papers: dict[str, Publication] = {}
    for section in article.sections:
        for database, identifier in _PAPER.findall(section.text):
            pmid, doi = (pmid_in(identifier), "") if database == "PMID" else ("", doi_in(identifier))
            if paper := Reference(pmid=pmid, doi=doi).publication(article.source):
                papers[paper.id] = paper
                scopes.setdefault(paper.id, []).append(section.heading)
    cited = [
        Citation(article.id, paper, "; ".join(filter(None, dict.fromkeys(headings))), article.source)
        for paper, headings in scopes.items()
    ]
    return [*papers.values(), *cited]


def _recognises(head: Head) -> bool:
    first = head.first.rstrip()
    if first == FENCE:
        return True
    return first == _YAML and any(re.match(r"gene\s*:", line) for line in head.lines[1:40])


FORMATS = (
    Format(
        key="article",
        title="Article of your own (Markdown)",
        database="articles",
        turn=Turn.TIES,
        adds="text about a gene, with its authors and the papers that it cites",
        recognises=_recognises,
        read=_read,
    ),
)
