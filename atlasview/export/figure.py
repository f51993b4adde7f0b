"""A page's figure as a file: which records it shows, at what size, drawn in which font, with its recipe."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from functools import partial
from typing import Any

from atlasview.export.figure_request import FigureRequest
from atlasview.export.figure_size import Layout, sized
from atlasview.export.presets import OF_GENES, VIEWS, Preset
from atlasview.export.recipe import figure_recipe
from atlasview.export.score_words import others_note, scores_line
from atlasview.export.selection import chosen_isoform
from atlasview.export.svg import MM_PER_UNIT
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.style import FigureStyle
from atlasview.records.expression import KINDS, Expression
from atlasview.records.pathway import ScoredPathways
from atlasview.records.profile import GeneProfile, Profile, ProteinDetail, ScoredCell
from atlasview.records.scored_genes import ScoredGene, ScoredGenes
from atlasview.records.significance import METRICS, metric_value
from atlasview.records.trouble import NotFound, NothingToExport
from atlasview.records.two_cell_types import TwoCellTypes

Drawable = Profile | ScoredGenes | ScoredPathways | TwoCellTypes
"""What a figure can be drawn of: a page, genes that are looked at together, pathways of a cell type, two of these."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished figure, ready for any format; `notes` are sentences for the person who asked.

    family  font that it was measured with, and has to be set in
    """

    figure: Figure
    family: str
    recipe: dict[str, Any]
    preset: Preset
    notes: tuple[str, ...] = ()

    @property
    def width_mm(self) -> float:
        """Width in mm."""
        return self.figure.width * MM_PER_UNIT

    @property
    def height_mm(self) -> float:
        """Height in mm."""
        return self.figure.height * MM_PER_UNIT


@dataclass(slots=True)
class _Subject:
    """What a view draws of a page: how it is laid out, how many rows can be spared, the settings of the recipe."""

    lay_out: Layout
    settings: dict[str, Any]
    rows: int = 0
    notes: list[str] = field(default_factory=list)


def draw_figure(profile: Drawable, request: FigureRequest) -> Drawing:
    """Draw a figure of a page: the same marks for the same page, request and machine.

    Raises NothingToExport where the page has nothing for the view, NotFound for a context or isoform that it does not
    have, Trouble where the height asked for is too small.
    """
    from atlasview.render.fonts import ensure_gui, export_family, measure_for

    ensure_gui()
    family = export_family()
    measure = measure_for(family)
    subject = _subject(profile, request, measure)
    figure, notes = sized(subject.lay_out, request, subject.rows, measure)
    place = {"kind": profile.place.kind.value, "id": profile.place.id, "symbol": profile.place.label}
    view = {"name": request.view, **subject.settings}
    recipe = figure_recipe(place, view, _size_asked(request), figure, family, profile.atlas)
    return Drawing(figure, family, recipe, request.preset, (*subject.notes, *notes))


def _subject(profile: Drawable, request: FigureRequest, measure: Measure) -> _Subject:
    if request.view in OF_GENES:
        from atlasview.export.figure_genes import genes_subject

        return _Subject(*genes_subject(_genes_of(profile), request, measure))
    if request.view == "treemap":
        return _treemap(profile, request, measure)
    if request.view == "compare":
        return _compare(profile, request, measure)
    if isinstance(profile, ScoredGenes | ScoredPathways | TwoCellTypes):
        raise NothingToExport(f"{VIEWS[request.view].casefold()}: of one page only", "", "name one page")
    views: dict[str, Callable[[Profile, FigureRequest, Measure], _Subject]]
    views = {
        "domains": _domains,
        "tracks": _tracks,
        "landscape": _landscape,
        "variants": _variants,
        "structure": _structure,
        "expression": _expression,
    }
    return views[request.view](profile, request, measure)


def _treemap(profile: Drawable, request: FigureRequest, measure: Measure) -> _Subject:
    from atlasview.export.figure_treemap import cells_subject, check_area, pathways_subject

    if isinstance(profile, ScoredPathways):
        keys = dict.fromkeys(gene.scores.source for gene in profile.genes if gene.scores is not None)
        source = scores_line(profile.dataset, keys, profile.sources, profile.atlas)
        return _Subject(*pathways_subject(profile, source, request, measure))
    if not isinstance(profile, GeneProfile):
        raise NothingToExport("a treemap is of a gene or a cell type", profile.place.id, "name one of them")
    check_area(request.metric)
    rows, notes = scored_rows(profile, request)
    source = _scores_source(profile, rows)
    return _Subject(*cells_subject(rows, profile.gene.symbol, source, request, measure), notes=notes)


def _compare(profile: Drawable, request: FigureRequest, measure: Measure) -> _Subject:
    from atlasview.export.figure_compare import compare_subject

    if not isinstance(profile, TwoCellTypes):
        raise NothingToExport("a comparison is of two cell types", profile.place.id, "name two cell types")
    return _Subject(*compare_subject(profile, request, measure))


def _genes_of(profile: Drawable) -> ScoredGenes:
    """The genes of a view of genes; the page of a gene stands for that gene alone."""
    if isinstance(profile, ScoredGenes):
        return profile
    if not isinstance(profile, GeneProfile):
        raise NothingToExport("a heat map is of genes", profile.place.id, "name genes")
    gene = profile.gene
    one = ScoredGene(gene.id, gene.symbol, gene.name, profile.significance)
    return ScoredGenes((one,), profile.sources, profile.atlas, profile.place)


def _size_asked(request: FigureRequest) -> dict[str, Any]:
    return {
        "preset": request.preset.name,
        "width": request.width,
        "height": request.height,
        "text": request.text,
        "letter": request.letter or None,
        "without": sorted(request.without),
    }


def _domains(profile: Profile, request: FigureRequest, measure: Measure) -> _Subject:
    from atlasview.figures.domains import domain_figure

    chosen = chosen_isoform(profile, request.isoform, request.residues)
    detail, named = chosen.detail, chosen.named
    source = source_line(profile, detail.protein.source)
    chain = chosen.chain(request.chain)
    key = chain.key if chain is not None else ""

    def lay_out(width: float, style: FigureStyle, _most: int) -> Figure:
        return domain_figure(detail, width, style, measure, source, named, request.residues, key)

    settings = {
        "protein": detail.protein.accession,
        "isoform": named or None,
        "range": asdict(request.residues) if request.residues else None,
        "chain": key or None,
    }
    return _Subject(lay_out, settings, notes=_other_proteins(profile, detail))


def _tracks(profile: Profile, request: FigureRequest, measure: Measure) -> _Subject:
    from atlasview.export.figure_tracks import tracks_subject

    lay_out, settings, chosen, notes = tracks_subject(profile, request, measure, partial(source_lines, profile))
    return _Subject(lay_out, settings, notes=[*_other_proteins(profile, chosen.detail), *notes])


def _variants(profile: Profile, request: FigureRequest, measure: Measure) -> _Subject:
    from atlasview.export.figure_variants import variants_subject

    lay_out, settings, chosen = variants_subject(profile, request, measure, partial(source_lines, profile))
    return _Subject(lay_out, settings, notes=_other_proteins(profile, chosen.detail))


def _structure(profile: Profile, request: FigureRequest, measure: Measure) -> _Subject:
    from atlasview.export.figure_structure import structure_subject

    lay_out, settings, notes = structure_subject(profile, request, measure, partial(source_line, profile))
    return _Subject(lay_out, settings, notes=notes)


def _landscape(profile: Profile, request: FigureRequest, measure: Measure) -> _Subject:
    from atlasview.figures.landscape import landscape_figure

    if not isinstance(profile, GeneProfile):
        kind = profile.place.kind.value.replace("_", " ")
        raise NothingToExport(f"a {kind} has no landscape of cell types", profile.place.id, "name a gene")
    rows, notes = scored_rows(profile, request)
    context, dataset = rows[0].context, rows[0].scores.dataset
    source, order = _scores_source(profile, rows), request.order or "lineage"
    title = f"{profile.gene.symbol}: {METRICS[request.metric]} by cell type, {context.label or context.id}"

    def lay_out(width: float, style: FigureStyle, most: int) -> Figure:
        return landscape_figure(rows, request.metric, width, style, measure, source, title, order, most=most)

    settings = {"metric": request.metric, "context": context.id, "dataset": dataset, "order": order}
    return _Subject(lay_out, settings, len(rows), notes)


def _expression(profile: Profile, request: FigureRequest, measure: Measure) -> _Subject:
    from atlasview.figures.expression import expression_figure

    if not isinstance(profile, GeneProfile):
        kind = profile.place.kind.value.replace("_", " ")
        raise NothingToExport(f"a {kind} has no chart of expression", profile.place.id, "name a gene")
    rows, name, notes = measured_rows(profile, request)
    first, order = rows[0], request.order or "organ"
    source = source_line(profile, first.source)
    title = f"{profile.gene.symbol}: {KINDS[first.kind].lower()}, {first.dataset}"

    def lay_out(width: float, style: FigureStyle, most: int) -> Figure:
        return expression_figure(rows, width, style, measure, source, title, order, most=most)

    return _Subject(lay_out, {"dataset": name, "order": order}, len(rows), notes)


def measured_rows(profile: GeneProfile, request: FigureRequest) -> tuple[tuple[Expression, ...], str, list[str]]:
    """The rows of one data set, the first unless one is named; its name; what else there would be."""
    from atlasview.figures.expression_rows import datasets_of, names_of

    symbol = profile.gene.symbol
    if not profile.expression:
        remedy = "open an atlas that was built with files of the Human Protein Atlas or GTEx"
        raise NothingToExport(f"this atlas has no expression of {symbol}", str(profile.atlas), remedy)
    groups = datasets_of(profile.expression)
    names = names_of(groups)
    asked = request.dataset.casefold()
    chosen = [key for key, name in names.items() if asked in ("", name.casefold(), key.name.casefold())]
    if not chosen:
        listed = "; ".join(names.values())
        raise NotFound(
            f"{symbol} has no expression in {request.dataset}", str(profile.atlas), f"choose one of: {listed}"
        )
    shown = next((key for key in chosen if names[key].casefold() == asked), chosen[0])
    others = "; ".join(name for key, name in names.items() if key != shown)
    notes = [f"shown is {names[shown]}; there is also {others}"] if others and not asked else []
    return groups[shown], names[shown], notes


def scored_rows(profile: GeneProfile, request: FigureRequest) -> tuple[tuple[ScoredCell, ...], list[str]]:
    """The rows of one context and one data set, and what else there would be.

    Scores of two data sets are never mixed in one chart. The first choice is that of `sets_of_cells`.
    """
    symbol = profile.gene.symbol
    if not profile.significance:
        remedy = "open an atlas with significance scores of it"
        raise NothingToExport(f"this atlas has no cell significance for {symbol}", str(profile.atlas), remedy)
    from atlasview.figures.landscape_rows import sets_of_cells

    groups = sets_of_cells(profile.significance)
    chosen = [key for key, rows in groups.items() if _wanted(rows[0], request)]
    if not chosen:
        listed = "; ".join(f"{context} of {dataset}" for context, dataset in groups)
        asked = " of ".join(part for part in (request.context, request.dataset) if part)
        raise NotFound(f"{symbol} has no scores for {asked}", str(profile.atlas), f"choose one of: {listed}")
    rows = groups[chosen[0]]
    if all(metric_value(row.scores, request.metric) is None for row in rows):
        raise NothingToExport(
            f"{symbol} has no value of {METRICS[request.metric]}", " of ".join(chosen[0]), "choose another metric"
        )
    if request.context and request.dataset:
        return rows, []
    labels = {row.context.id: row.context.label for row in profile.significance}
    return rows, others_note([chosen[0], *(key for key in groups if key != chosen[0])], labels)


def _scores_source(profile: GeneProfile, rows: Iterable[ScoredCell]) -> str:
    """Whose the scores of a chart are; all rows are of one data set."""
    rows = list(rows)
    keys = (row.scores.source for row in rows)
    return scores_line(rows[0].scores.dataset, keys, profile.sources, profile.atlas)


def source_lines(profile: Drawable, keys: Iterable[str]) -> str:
    """Where the facts of a figure of several sources come from, and the atlas they were read in."""
    labels = dict.fromkeys(source.label for key in keys if (source := profile.sources.get(key)))
    return " · ".join((*labels, str(profile.atlas)))


def source_line(profile: Profile, key: str) -> str:
    """Where the facts of a figure come from, and the atlas they were read in."""
    source = profile.sources.get(key)
    return " · ".join(part for part in (source.label if source else "", str(profile.atlas)) if part)


def _wanted(row: ScoredCell, request: FigureRequest) -> bool:
    contexts = {row.context.id.casefold(), row.context.label.casefold()}
    return (not request.context or request.context.casefold() in contexts) and (
        not request.dataset or request.dataset.casefold() == row.scores.dataset.casefold()
    )


def _other_proteins(profile: Profile, shown: ProteinDetail) -> list[str]:
    if not isinstance(profile, GeneProfile) or len(profile.proteins) < 2:
        return []
    others = ", ".join(each.protein.accession for each in profile.proteins if each is not shown)
    return [f"shown is {shown.protein.accession}; {profile.gene.symbol} has also {others}"]
