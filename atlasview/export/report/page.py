"""The report of any page: its head, all of its sections, and where its facts come from."""

from collections.abc import Iterable
from typing import Any

from atlasview.export.document.gene import place_of
from atlasview.export.report.gene import GENE
from atlasview.export.report.manifest import atlas_parts
from atlasview.export.report.parts import Column, Heading, Paragraph, Part, Report, Rich
from atlasview.export.report.protein import PROTEIN
from atlasview.export.report.publication import PUBLICATION
from atlasview.export.report.term import TERM
from atlasview.export.report.words import table, words
from atlasview.export.sections import choose_sections, nothing_known
from atlasview.records.profile import AtlasProfile, GeneProfile, Profile, ProteinProfile, TermProfile


def page_report(profile: Profile, sections: Iterable[str] = ()) -> Report:
    """A page as a report; `sections` as in `export.sections`, all for none.

    A section without data says so in a sentence. Raises NotFound for a section that such a page does not have.
    """
    title, below = _head(profile)
    parts: list[Part] = [Heading(title, 1), Paragraph(words(below), muted=True)]
    if isinstance(profile, AtlasProfile):
        return Report(profile.place, title, profile.atlas, (*parts, *atlas_parts(profile), *_sources(profile)))
    bodies = _bodies(profile)
    for section in choose_sections(profile.place.kind, sections):
        empty = nothing_known(profile, section)
        parts += [Heading(section.heading), *(bodies[section.name](profile) or [Paragraph(words(empty), muted=True)])]
    return Report(profile.place, title, profile.atlas, (*parts, *_sources(profile)))


def _head(profile: Profile) -> tuple[str, str]:
    """Title, and the line below it."""
    if isinstance(profile, GeneProfile):
        gene = profile.gene
        said = (gene.id, gene.locus_type, place_of(gene.location))
        return ": ".join(part for part in (gene.symbol, gene.name) if part), _line(said)
    if isinstance(profile, ProteinProfile):
        protein = profile.detail.protein
        return f"{profile.isoform or protein.accession}: {protein.name}", _line((protein.entry_name, protein.organism))
    if isinstance(profile, TermProfile):
        return profile.name, _line((profile.id, profile.place.kind.value.replace("_", " ")))
    if isinstance(profile, AtlasProfile):
        return profile.atlas.name, _line(("atlas", f"version {profile.atlas.version}"))
    paper = profile.publication
    return paper.title or paper.id, _line((paper.id, "paper"))


def _line(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _bodies(profile: Profile) -> dict[str, Any]:
    if isinstance(profile, GeneProfile):
        return GENE
    if isinstance(profile, ProteinProfile):
        return PROTEIN
    return TERM if isinstance(profile, TermProfile) else PUBLICATION


def _sources(profile: Profile) -> list[Part]:
    columns = (Column("Source", width=40), Column("Licence", width=30), Column("Conditions"))
    rows = [
        (words(each.label), words(each.licence), words(each.conditions))
        for _, each in sorted(profile.sources.items(), key=lambda item: item[1].label.casefold())
    ]
    seal = f", seal SHA-256 {profile.atlas.sha256}" if profile.atlas.sha256 else ""
    return [
        Heading("Sources of this atlas"),
        *table(columns, rows),
        Paragraph(Rich(f"{words(str(profile.atlas))}{seal}"), muted=True),
    ]
