"""The lollipop diagram of a gene as a file: which of its variants, on which isoform."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from atlasview.export.figure_request import FigureRequest
from atlasview.export.own_recipe import own_data
from atlasview.export.selection import ChosenIsoform, chosen_isoform
from atlasview.figures.lollipops import lollipop_figure
from atlasview.figures.marks import Figure, Measure
from atlasview.figures.style import FigureStyle
from atlasview.records.profile import GeneProfile, Profile
from atlasview.records.trouble import NotFound, NothingToExport
from atlasview.records.variant import Variant

_NAMED = 12


def variants_subject(
    profile: Profile, request: FigureRequest, measure: Measure, source: Callable[[Iterable[str]], str]
) -> tuple[Callable[[float, FigureStyle, int], Figure], dict[str, Any], ChosenIsoform]:
    """How the diagram is laid out, the settings of its recipe, and the isoform that it is of.

    source  what the figure says of the sources with these keys
    Raises NothingToExport where the page has no variants, and where none is left of them.
    """
    gene = _gene_of(profile, request)
    chosen = chosen_isoform(gene, request.isoform, request.residues)
    only = _only(gene, dict(request.only))
    chain = chosen.chain(request.chain)
    key = chain.key if chain is not None else ""
    line = source(dict.fromkeys(variant.source for variant in gene.variants))

    def lay_out(width: float, style: FigureStyle, _most: int) -> Figure:
        narrowed = (request.residues, request.height_by, only)
        shown = (chosen.detail, gene.variants, width, style, measure, line, chosen.named)
        return lollipop_figure(*shown, *narrowed, own=request.own, chain=key)

    if not request.own:
        _refuse_empty(gene, request, chosen, only)
    settings: dict[str, Any] = {
        "protein": chosen.detail.protein.accession,
        "isoform": chosen.named or None,
        "range": asdict(request.residues) if request.residues else None,
        "height_by": request.height_by,
        "only": only or None,
        "chain": key or None,
    }
    if request.own:
        settings["own"] = own_data(request.own)
    return lay_out, settings, chosen


def _gene_of(profile: Profile, request: FigureRequest) -> GeneProfile:
    if not isinstance(profile, GeneProfile):
        kind = profile.place.kind.value.replace("_", " ")
        raise NothingToExport(f"the page of a {kind} has no variants", profile.place.id, "name its gene")
    if not profile.variants and not request.own:
        raise NothingToExport(
            f"this atlas has no variants of {profile.gene.symbol}", str(profile.atlas), "open an atlas with variants"
        )
    return profile


def _only(gene: GeneProfile, asked: dict[str, str]) -> dict[str, str]:
    """What variants must have, as the records write it; NotFound for a word that none of them has."""
    return {field: _written(gene, field, word) for field, word in asked.items()}


def _written(gene: GeneProfile, field: str, word: str) -> str:
    names = _names(gene, field)
    asked = word.casefold().replace(" ", "-")
    for value, name in names.items():
        if asked in (value.casefold().replace(" ", "-"), name.casefold().replace(" ", "-")):
            return value
    if not names:
        raise NotFound(f"no variant of {gene.gene.symbol} names its {field}", "", f"leave out --{field}")
    known = [f"{value} ({name})" if name != value else value for value, name in names.items()]
    more = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
    raise NotFound(
        f"no variant of {gene.gene.symbol} has the {field} {word}",
        remedy=f"choose one of: {'; '.join(known[:_NAMED])}{more}",
    )


def _names(gene: GeneProfile, field: str) -> dict[str, str]:
    """The values that variants have, each with what a person calls it."""
    called: dict[str, str] = {}
    if field == "disease":
        called = gene.disease_names
    elif field == "source":
        called = {key: source.database for key, source in gene.sources.items()}
    values = sorted({_value(variant, field) for variant in gene.variants} - {""})
    return {value: called.get(value) or value for value in values}


def _value(variant: Variant, field: str) -> str:
    return str(getattr(variant, field))


def _refuse_empty(gene: GeneProfile, request: FigureRequest, chosen: ChosenIsoform, only: dict[str, str]) -> None:
    from atlasview.figures.isoforms import shown
    from atlasview.figures.variant_pins import pins_of

    view = shown(chosen.detail, chosen.named)
    found = pins_of(gene.variants, chosen.detail, view, request.height_by, request.residues, only)
    if not found.pins:
        reasons = ", ".join(f"{number} {reason}" for reason, number in found.left_out)
        what = f"none of the {found.total} variants of {gene.gene.symbol} would be shown"
        raise NothingToExport(what, reasons, "ask for another part or isoform, or for less of the variants")
