"""The menu of what can be done with some papers: files for reference managers, lists in a style, numbers, the known."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QMenu

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.exports import CitationsExport
from atlasview.desktop.panels.menu_button import add_words
from atlasview.desktop.theme import Theme
from atlasview.export.formats import CITATION_KINDS, STYLE
from atlasview.records.publication import Publication

_FOR = {"ris": "Zotero, EndNote", "bibtex": "LaTeX", "csl-json": "Zotero, Pandoc", "nbib": "PubMed"}


def add_citations(theme: Theme, menu: QMenu, exits: Exits, papers: CitationsExport) -> None:
    """Add everything that can be done with the papers, and a line that says what is known of them."""

    def offer(title: str, **asked: object) -> None:
        menu.addAction(title, partial(exits.take_away, replace(papers, **asked)))  # type: ignore[arg-type]

    for form, meant in _FOR.items():
        title, suffixes = CITATION_KINDS[form]
        offer(f"{title}…\t{suffixes[0]} · {meant}", form=form)
    offer("Text in a style…\t.txt", form="text")
    menu.addSeparator()
    offer(f"Copy as {STYLE.title()}", form="text", style=STYLE, copy=True)
    offer("Copy in another style…", form="text", copy=True)
    if any(paper.pmid for paper in papers.papers):
        offer("Copy PMIDs", form="pmids", copy=True)
    menu.addSeparator()
    add_words(theme, menu, known_words(papers.papers))


def known_words(papers: tuple[Publication, ...]) -> str:
    """What the files will lack: `Only what the atlas knows is written: 3 of 3 have a PMID, 0 of 3 a DOI.`"""
    count = len(papers)
    pmids, dois = sum(bool(paper.pmid) for paper in papers), sum(bool(paper.doi) for paper in papers)
    years = sum(paper.year is not None for paper in papers)
    without = f" {count - years} without a year." if years < count else ""
    return f"Only what the atlas knows is written: {pmids} of {count} have a PMID, {dois} of {count} a DOI.{without}"
