"""The page of a paper as a report."""

from collections.abc import Callable

from atlasview.export.report.parts import Column, Part, Rich
from atlasview.export.report.words import facts, linked, table, words
from atlasview.records.profile import PublicationProfile
from atlasview.records.publication import shown_pages


def _overview(profile: PublicationProfile) -> list[Part]:
    paper = profile.publication
    issue = paper.volume + (f"({paper.issue})" if paper.issue else "")
    return [
        *facts(
            [
                ("Authors", words(", ".join(paper.authors))),
                ("Journal", words(paper.journal)),
                ("Year", words(str(paper.year or ""))),
                ("Volume", words(issue)),
                ("Pages", words(shown_pages(paper))),
                ("PMID", linked(f"PMID:{paper.pmid}", paper.pmid) if paper.pmid else Rich("")),
                ("DOI", linked(f"DOI:{paper.doi}", paper.doi) if paper.doi else Rich("")),
                ("Cited by", words(f"{paper.cited_by:,} papers" if paper.cited_by is not None else "")),
            ]
        )
    ]


def _used_by(profile: PublicationProfile) -> list[Part]:
    columns = (Column("Used by"), Column("Identifier"), Column("Name"), Column("For"))
    rows = [
        (words(use.place.label or use.place.id), linked(use.place.id), words(use.name), words(use.scope))
        for use in profile.used_by
    ]
    return [*table(columns, rows)]


PUBLICATION: dict[str, Callable[[PublicationProfile], list[Part]]] = {"overview": _overview, "used-by": _used_by}
"""Sections by the names of `export.sections`; no part where nothing is known."""
