"""What the window asks the atlas: functions for the worker's thread, which import the database when first called."""

from typing import TYPE_CHECKING

from atlasview.records.trouble import AtlasMissing

if TYPE_CHECKING:
    from atlasview.atlas.reader import AtlasReader
    from atlasview.export.selection import ChosenSequence
    from atlasview.records.hit import Hit, SearchResult
    from atlasview.records.pathway import PathwayGenes, ScoredPathways
    from atlasview.records.place import Place
    from atlasview.records.profile import Profile, TermProfile
    from atlasview.records.scored_genes import ScoredGenes
    from atlasview.records.source import Manifest


def _opened(reader: "AtlasReader | None") -> "AtlasReader":
    """The reader, where an atlas is open and its file as it was; raises AtlasMissing, AtlasDamaged."""
    if reader is None:
        raise AtlasMissing("No atlas is open", remedy="choose Atlas, then Open atlas…")
    reader.check_unchanged()
    return reader


def find(reader: "AtlasReader | None", text: str, limit: int) -> "SearchResult":
    """Hits for what was typed, best first."""
    from atlasview.atlas.search import search

    return search(_opened(reader), text, limit)


def suggest(reader: "AtlasReader | None") -> "tuple[Hit, ...]":
    """Places of the open atlas that are worth a first look."""
    from atlasview.atlas.suggestions import suggestions

    return suggestions(_opened(reader))


def locate(reader: "AtlasReader | None", text: str) -> "Place":
    """The one place that a PLACE of the command line names."""
    from atlasview.atlas.search import resolve

    return resolve(_opened(reader), text)


def read_page(reader: "AtlasReader | None", place: "Place") -> "Profile":
    """What the page of a place shows at first, with the section and the residues that were asked for."""
    from dataclasses import replace

    from atlasview.atlas.page import profile

    found = profile(_opened(reader), place, first=True)
    return replace(found, place=replace(found.place, section=place.section, residues=place.residues))


def read_whole(reader: "AtlasReader | None", place: "Place") -> "Profile":
    """All that there is on the page of a place, of which a window shows a part at first."""
    from atlasview.atlas.page import profile

    return profile(_opened(reader), place)


def read_sequences(
    reader: "AtlasReader | None", places: "tuple[Place, ...]"
) -> "tuple[tuple[ChosenSequence, ...], tuple[str, ...]]":
    """The sequences of several genes and proteins, and a sentence for each that has none; Trouble where none has."""
    from atlasview.atlas.page import profile
    from atlasview.export.selection import choose_sequences
    from atlasview.records.trouble import NothingToExport

    atlas = _opened(reader)
    chosen: list[ChosenSequence] = []
    left_out: list[str] = []
    for place in places:
        try:
            sequences, notes = choose_sequences(profile(atlas, place))
        except NothingToExport as nothing:
            left_out.append(f"{place.label or place.id} is left out: {nothing.what}")
            continue
        chosen += sequences
        left_out += notes
    if not chosen:
        what = "none of these genes has a protein in this atlas"
        raise NothingToExport(what, str(atlas.label), "open an atlas that holds their UniProt entries")
    return tuple(chosen), tuple(left_out)


def read_scored_genes(reader: "AtlasReader | None", words: "tuple[str, ...]", page: "Place") -> "ScoredGenes":
    """The genes that some words name, with their scores; NotFound or Ambiguous where one names none, or several."""
    from atlasview.atlas.scored_genes import scored_genes
    from atlasview.atlas.search import resolve
    from atlasview.records.place import Kind
    from atlasview.records.trouble import NotFound

    atlas = _opened(reader)
    places = [resolve(atlas, word) for word in words]
    for word, place in zip(words, places, strict=True):
        if place.kind is not Kind.GENE:
            raise NotFound(f"{word} is a {place.kind.value.replace('_', ' ')}", str(atlas.label), "name genes")
    return scored_genes(atlas, places, page)


def read_pathways(
    reader: "AtlasReader | None", page: "TermProfile", context: str = "", dataset: str = ""
) -> "ScoredPathways":
    """The pathways of a cell type in the context and data set that are named, else in the first that it has."""
    from atlasview.atlas.pathway import scored_pathways

    atlas = _opened(reader)
    return scored_pathways(atlas, _whole(atlas, page), context, dataset)


def read_pathway_genes(reader: "AtlasReader | None", page: "TermProfile") -> "tuple[PathwayGenes, ...]":
    """The pathways of the genes of a cell type."""
    from atlasview.atlas.pathway_genes import pathways_of_genes

    atlas = _opened(reader)
    return pathways_of_genes(atlas, (gene.id for gene in _whole(atlas, page).genes))


def _whole(atlas: "AtlasReader", page: "TermProfile") -> "TermProfile":
    """A cell type with all of its genes, where its page has the best only."""
    from atlasview.atlas.cell_type import cell_type_profile

    return cell_type_profile(atlas, page.id) if page.left_out else page


def read_cell_type(reader: "AtlasReader | None", text: str) -> "TermProfile":
    """The page of the cell type that a text names; NotFound or Ambiguous where it names none, or several things."""
    from atlasview.atlas.cell_type import cell_type_profile
    from atlasview.atlas.search import resolve
    from atlasview.records.place import Kind
    from atlasview.records.trouble import NotFound

    atlas = _opened(reader)
    place = resolve(atlas, text)
    if place.kind is not Kind.CELL_TYPE:
        raise NotFound(f"{text} is no cell type", str(atlas.label), "name a cell type, or its CL identifier")
    return cell_type_profile(atlas, place.id)


def read_manifest(reader: "AtlasReader | None") -> "Manifest":
    """What the open atlas says of itself."""
    from atlasview.atlas.manifest import manifest

    return manifest(_opened(reader))


def load_database() -> None:
    """Import what reads the first page of the atlas."""
    import atlasview.atlas.page
    import atlasview.atlas.reader
    import atlasview.atlas.suggestions  # noqa: F401


def load_search() -> None:
    """Import what searches, before the first letter is typed."""
    import atlasview.atlas.search  # noqa: F401


def load_pages() -> None:
    """Import what pages are made of, beside the window instead of before it."""
    import atlasview.desktop.pages.factory  # noqa: F401
