"""The page of anything as text: its head and its sections."""

from collections.abc import Iterable

from atlasview.export.sections import choose_sections, nothing_known
from atlasview.export.text.gene import gene_head, gene_section
from atlasview.export.text.layout import Lines, heading, paragraph
from atlasview.export.text.manifest import info_text
from atlasview.export.text.protein import protein_head, protein_section
from atlasview.export.text.publication import publication_head, publication_section
from atlasview.export.text.term import term_head, term_section
from atlasview.records.profile import (
    AtlasProfile,
    GeneProfile,
    Profile,
    ProteinProfile,
    PublicationProfile,
    TermProfile,
)


def page_text(profile: Profile, sections: Iterable[str] = (), width: int = 80) -> str:
    """A page as text with a line feed at the end, at most `width` signs wide where words allow it.

    sections  names as in `export.sections`, all for none; NotFound where this kind of page has no such section
    A section without data says so in a sentence.
    """
    if isinstance(profile, AtlasProfile):
        return info_text(profile.manifest, width)
    chosen = choose_sections(profile.place.kind, sections)
    lines = _head(profile, width)
    for section in chosen:
        body = _section(profile, section.name, width)
        empty = nothing_known(profile, section)
        lines += ["", *heading(section.heading), *(body or paragraph(empty, width))]
    lines += ["", f"From {profile.atlas}."]
    return "\n".join(line.rstrip() for line in lines) + "\n"


_Subject = GeneProfile | ProteinProfile | TermProfile | PublicationProfile


def _head(profile: _Subject, width: int) -> Lines:
    if isinstance(profile, GeneProfile):
        return gene_head(profile, width)
    if isinstance(profile, ProteinProfile):
        return protein_head(profile, width)
    if isinstance(profile, TermProfile):
        return term_head(profile, width)
    return publication_head(profile, width)


def _section(profile: _Subject, name: str, width: int) -> Lines:
    if isinstance(profile, GeneProfile):
        return gene_section(profile, name, width)
    if isinstance(profile, ProteinProfile):
        return protein_section(profile, name, width)
    if isinstance(profile, TermProfile):
        return term_section(profile, name, width)
    return publication_section(profile, name, width)
