"""The parts that documents of several kinds have in common."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from atlasview.records.publication import given_title

if TYPE_CHECKING:
    from atlasview.records.difference import Difference
    from atlasview.records.marker import Marker
    from atlasview.records.place import Place
    from atlasview.records.profile import CitedPaper
    from atlasview.records.publication import Publication
    from atlasview.records.reference import CrossReference
    from atlasview.records.significance import Significance
    from atlasview.records.source import AtlasLabel, Source


def given(text: str) -> str | None:
    """A text, None where it is empty: nothing was given."""
    return text or None


def symbol(place: "Place") -> str:
    """Symbol of a gene, accession of a protein."""
    return place.label if place.kind == "gene" else place.id.partition(":")[2]


def atlas(label: "AtlasLabel") -> dict[str, Any]:
    """Which atlas a document was read from."""
    return {"name": label.name, "version": label.version, "sha256": given(label.sha256)}


def differences(records: "Iterable[Difference]") -> list[dict[str, Any]]:
    """What other sources say in place of what is shown."""
    return [{"what": each.what, "value": each.value, "source": each.source} for each in records]


def sources(records: "dict[str, Source]") -> list[dict[str, Any]]:
    """What the `source` keys of a document stand for."""
    return [
        {
            "key": each.key,
            "database": each.database,
            "release": given(each.release),
            "date": given(each.date),
            "licence": each.licence,
        }
        for each in sorted(records.values(), key=lambda each: each.key)
    ]


def identifiers(references: "Iterable[CrossReference]") -> list[dict[str, Any]]:
    """Identifiers in other databases."""
    return [
        {"database": each.database, "id": each.id, "label": given(each.label), "source": each.source}
        for each in references
    ]


def paper(publication: "Publication") -> dict[str, Any]:
    """A paper by what is known of it."""
    return {
        "id": publication.id,
        "pmid": given(publication.pmid),
        "doi": given(publication.doi),
        "title": given(given_title(publication)),
        "authors": list(publication.authors),
        "journal": given(publication.journal),
        "year": publication.year,
        "volume": given(publication.volume),
        "issue": given(publication.issue),
        "pages": given(publication.pages),
        "cited_by": publication.cited_by,
    }


def citations(papers: "Iterable[CitedPaper]") -> list[dict[str, Any]]:
    """Cited papers; `scope` joins what each is cited for, `uses` has it one by one."""
    return [
        {
            **paper(each.publication),
            "scope": given("; ".join(dict.fromkeys(use.scope for use in each.uses if use.scope))),
            "uses": [{"subject": use.subject, "scope": given(use.scope), "source": use.source} for use in each.uses],
        }
        for each in papers
    ]


def scores(row: "Significance") -> dict[str, Any]:
    """Scores of one gene in one cell type, context and data set."""
    return {
        "context": row.context,
        "dataset": row.dataset,
        "csi": row.csi,
        "rcsi": row.rcsi,
        "prs": row.prs,
        "fold_change": row.fold_change,
        "delta": row.delta,
        "p": row.p,
        "q": row.q,
        "threshold": row.threshold,
        "csi_low": row.csi_low,
        "csi_high": row.csi_high,
        "profiles": row.profiles,
        "other_profiles": row.other_profiles,
        "donors": row.donors,
        "cells": row.cells,
        "percent_expressing": row.percent_expressing,
        "replication": given(row.replication),
        "source": row.source,
    }


def marker(said: "Marker") -> dict[str, Any]:
    """What a source says of a marker; `score` is its own and no CSI."""
    return {
        "cell_type": said.cell_type,
        "tissue": given(said.tissue),
        "condition": given(said.condition),
        "score": said.score,
        "evidence": given(said.evidence),
        "publications": list(said.publications),
        "source": said.source,
    }
