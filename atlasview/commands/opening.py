"""The atlas that a command reads, and the page that a PLACE leads to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from atlasview.bundled import starter_atlas
from atlasview.commands.output import readable, say
from atlasview.commands.shared import Shared
from atlasview.home.folder import home_folder
from atlasview.records.trouble import AtlasMissing

if TYPE_CHECKING:
    from atlasview.atlas.reader import AtlasReader
    from atlasview.export.figure import Drawable
    from atlasview.export.figure_request import FigureRequest
    from atlasview.records.profile import Profile
    from atlasview.records.scored_genes import ScoredGenes
    from atlasview.records.two_cell_types import TwoCellTypes

T = TypeVar("T")


def open_atlas(shared: Shared) -> "AtlasReader":
    """Open the atlas asked for, else the last one that the window had open, else the embedded starter.

    Raises Trouble where it cannot be read. A last one that has gone is said, and the starter read in its place.
    """
    from atlasview.atlas.reader import AtlasReader

    last = None if shared.atlas is not None else last_atlas(shared.home)
    try:
        return AtlasReader(shared.atlas or last or starter_atlas())
    except AtlasMissing as gone:
        if last is None:
            raise
        say(f"{gone.what}, {gone.where}, which was open last; the starter atlas is read, --atlas names another")
        return AtlasReader(starter_atlas())


def last_atlas(asked: Path | None) -> Path | None:
    """The atlas that the window had open last, None for the starter; `asked` is the home of `--home`."""
    from atlasview.home.settings_file import read_settings

    home = home_folder(asked)
    kept = read_settings(home).values.get("last-atlas") if home is not None else None
    return Path(kept) if kept else None


def page_of(reader: "AtlasReader", text: str) -> "Profile":
    """The page of the PLACE that `text` names, with its residues; NotFound or Ambiguous where it is not one place."""
    from atlasview.atlas.page import profile
    from atlasview.atlas.search import resolve

    place = resolve(reader, readable(text))
    page = profile(reader, place)
    if place.residues is None or page.place.residues:
        return page
    return replace(page, place=replace(page.place, residues=place.residues))


def gathered(reader: "AtlasReader", texts: Sequence[str], read: "Callable[[Profile], Iterable[T]]") -> "list[T]":
    """What `read` gives of the pages that PLACEs name. One of several that has nothing is left out, which is said.

    NotFound or Ambiguous where one is not one place; NothingToExport where none has anything.
    """
    from atlasview.records.trouble import NothingToExport

    found: list[T] = []
    lacking: list[tuple[str, NothingToExport]] = []
    for text in texts:
        page = page_of(reader, text)
        try:
            found += read(page)
        except NothingToExport as nothing:
            lacking.append((page.place.label or page.place.id, nothing))
    if not found and lacking:
        raise lacking[0][1]
    for label, lack in lacking:
        say(f"{label} is left out: {lack.what}")
    return found


def page_of_gene(reader: "AtlasReader", page: "Profile") -> tuple["Profile", str]:
    """The page of the gene that makes a protein, with the residues asked for, and the isoform that was meant.

    Any other page stays as it is, as does that of a protein that no gene makes. Raises Ambiguous where several do.
    """
    from atlasview.atlas.gene import gene_profile
    from atlasview.records.profile import ProteinProfile
    from atlasview.records.trouble import Ambiguous

    if not isinstance(page, ProteinProfile) or not page.genes:
        return page, ""
    accession = page.detail.protein.accession
    if len(page.genes) > 1:
        listed = tuple((gene.id, gene.symbol) for gene in page.genes)
        raise Ambiguous(f"{accession} is made by {len(listed)} genes", listed)
    gene = gene_profile(reader, page.genes[0].id)
    isoform = page.isoform or (accession if len(gene.proteins) > 1 else "")
    return replace(gene, place=replace(gene.place, residues=page.place.residues)), isoform


def drawable_at(
    reader: "AtlasReader", texts: Sequence[str], request: "FigureRequest"
) -> tuple["Drawable", "FigureRequest"]:
    """What a view is drawn of: the page that a PLACE names, genes, two cell types, or the pathways of one.

    With it the request, which has the isoform and the residues that the PLACE names where it has none of its own.
    """
    from atlasview.export.presets import OF_GENES
    from atlasview.records.place import Kind
    from atlasview.records.profile import TermProfile

    if request.view in OF_GENES:
        return genes_at(reader, request.genes or texts), request
    if request.view == "compare":
        return cell_types_at(reader, texts[0], request.other or texts[1]), request
    page, isoform = page_of(reader, texts[0]), ""
    if request.view in ("variants", "structure"):
        page, isoform = page_of_gene(reader, page)
    if request.view == "treemap" and isinstance(page, TermProfile) and page.place.kind is Kind.CELL_TYPE:
        from atlasview.atlas.pathway import scored_pathways

        return scored_pathways(reader, page, request.context, request.dataset), request
    asked = replace(request, isoform=request.isoform or isoform, residues=request.residues or page.place.residues)
    return page, asked


def cell_types_at(reader: "AtlasReader", one: str, other: str) -> "TwoCellTypes":
    """Two cell types that PLACEs name; NotFound or Ambiguous where one is not one place, Trouble for other pages."""
    from atlasview.records.place import Kind
    from atlasview.records.profile import TermProfile
    from atlasview.records.trouble import NothingToExport
    from atlasview.records.two_cell_types import TwoCellTypes

    pages: list[TermProfile] = []
    for text in (one, other):
        page = page_of(reader, text)
        if not isinstance(page, TermProfile) or page.place.kind is not Kind.CELL_TYPE:
            raise NothingToExport("it is no cell type", text, "name two cell types, or their CL identifiers")
        pages.append(page)
    return TwoCellTypes(*pages)


def genes_at(reader: "AtlasReader", texts: Sequence[str]) -> "ScoredGenes":
    """The genes that PLACEs name, with their scores; a cell type, term or disease stands for all of its genes.

    NotFound or Ambiguous where one is not one place, Trouble where it has no genes.
    """
    from atlasview.atlas.scored_genes import scored_genes
    from atlasview.records.place import Kind, Place
    from atlasview.records.profile import TermProfile
    from atlasview.records.trouble import NothingToExport

    places: list[Place] = []
    for text in texts:
        page = page_of(reader, text)
        if page.place.kind is Kind.GENE:
            places.append(page.place)
        elif isinstance(page, TermProfile) and page.genes:
            places += [Place(Kind.GENE, gene.id, gene.symbol) for gene in page.genes]
        else:
            raise NothingToExport("it is no gene, and lists none", text, "name genes")
    first = page_of(reader, texts[0]).place
    return scored_genes(reader, places, first)
