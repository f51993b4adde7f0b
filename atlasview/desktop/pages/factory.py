"""The page for a profile."""

from atlasview.desktop.pages.gene_page import GenePage
from atlasview.desktop.pages.page import Page
from atlasview.desktop.pages.stack import PageStack
from atlasview.desktop.theme import Theme
from atlasview.records.place import Kind
from atlasview.records.profile import AtlasProfile, GeneProfile, Profile, ProteinProfile, TermProfile

__all__ = ["PageStack", "make_page"]


def make_page(profile: Profile, theme: Theme) -> Page:
    """A page that shows a profile at the section or the residues that its place names."""
    page = _page(profile, theme)
    page.show_place(profile.place)
    return page


def _page(profile: Profile, theme: Theme) -> Page:
    if isinstance(profile, GeneProfile):
        return GenePage(theme, profile)
    # The other kinds are imported when the first page of theirs is asked for: programs mostly start on a gene.
    if isinstance(profile, ProteinProfile):
        from atlasview.desktop.pages.protein_page import ProteinPage

        return ProteinPage(theme, profile)
    if isinstance(profile, TermProfile):
        from atlasview.desktop.pages.cell_type_page import CellTypePage
        from atlasview.desktop.pages.term_page import TermPage

        return CellTypePage(theme, profile) if profile.place.kind is Kind.CELL_TYPE else TermPage(theme, profile)
    if isinstance(profile, AtlasProfile):
        from atlasview.desktop.pages.atlas_page import AtlasPage

        return AtlasPage(theme, profile)
    from atlasview.desktop.pages.publication_page import PublicationPage

    return PublicationPage(theme, profile)
