"""Options that several commands take, and how their values are read."""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from atlasview.export.presets import (
    COARSEST,
    DEFAULT,
    FINEST,
    LARGEST_TEXT,
    NARROWEST,
    PRESETS,
    SMALLEST_TEXT,
    USUAL_DPI,
    VIEWS,
    WIDEST,
)
from atlasview.figures.expression_rows import ORDERS
from atlasview.figures.heatmap_grid import ARRANGEMENTS
from atlasview.figures.style import PARTS
from atlasview.records.place import Residues
from atlasview.records.significance import METRICS
from atlasview.records.trouble import Trouble
from atlasview.records.variant import HEIGHTS

_RANGE = re.compile(r"(\d{1,9})(?:\s*(?:-|–|\.\.)\s*(\d{1,9}))?")


def parse_range(text: str) -> Residues:
    """`45-96`, `96-45` or `45` as residues, 1-based and closed."""
    match = _RANGE.fullmatch(text.strip())
    if match is None:
        raise typer.BadParameter(f"{text!r} is not a range like 45-96")
    start, end = int(match[1]), int(match[2] or match[1])
    if not start or not end:
        raise typer.BadParameter(f"{text!r} is not a range: residues count from 1")
    return Residues.between(start, end)


def a_number(value: float | None) -> float | None:
    """A number that an option got, as it is: `nan` is none, and lies within any limits."""
    if value is not None and math.isnan(value):
        raise typer.BadParameter("nan is not a number")
    return value


def ends(text: str) -> tuple[float, float] | None:
    """`-2,24` as the ends of a scale, the lower one first; None for nothing."""
    if not text:
        return None
    try:
        low, high = (float(part) for part in text.split(","))
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not two numbers like -2,24", param_hint="--limits") from error
    if not -1e9 < low < high < 1e9:
        raise typer.BadParameter(f"{text!r}: the first has to be lower than the second", param_hint="--limits")
    return low, high


def one_of(names: Iterable[str]) -> Callable[[str], str]:
    """Reads a word that must be one of `names`, in any case."""
    listed = tuple(names)

    def read(text: str) -> str:
        if text.casefold() not in listed:
            raise typer.BadParameter(f"{text!r} is not one of {', '.join(listed)}")
        return text.casefold()

    return read


def some_of(names: Iterable[str]) -> Callable[[str], frozenset[str]]:
    """Reads words with commas between them, each one of `names`, in any case."""
    one = one_of(names)
    return lambda text: frozenset(one(word.strip()) for word in text.split(","))


_ALSO = {".gff": ".gff3", ".gb": ".gp", ".gbk": ".gp", ".bibtex": ".bib", ".medline": ".nbib", ".tab": ".tsv"}
"""Endings that people use, and those that the tables of formats know."""


_OF_OTHERS = frozenset(
    f".{ending}"
    for ending in (
        *("doc", "docx", "enl", "htm", "html", "numbers", "ods", "odt", "pages", "pdf", "png", "ppt", "pptx", "rtf"),
        *("svg", "xls", "xlsm", "xlsx", "xml"),
    )
)
"""Endings of files that other programs write: what is named so and holds something else, they call damaged."""


def form_of(target: Path | None, suffixes: Mapping[str, str], usual: str) -> str:
    """The format whose files end as `target` does, by its table of suffixes; `usual` where none does.

    Raises Trouble for the ending of a format that is not written.
    """
    ending = "" if target is None else target.suffix.casefold()
    if ending in _OF_OTHERS:
        remedy = f"give the file a name that ends in {', '.join(suffixes.values())}, or say --format"
        raise Trouble("it is not written in that format", str(target), remedy)
    return next((form for form, suffix in suffixes.items() if suffix == _ALSO.get(ending, ending)), usual)


AsJson = Annotated[bool, typer.Option("--json", help="One JSON document with stable keys.")]
Target = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Else standard output.")]
FigureTarget = Annotated[
    Path,
    typer.Option("-o", "--output", metavar="FILE.svg|.pdf|.png|.tiff", help="The file; - for SVG on standard output."),
]
Pages = Annotated[
    list[str],
    typer.Argument(
        metavar="PLACE...", help="A gene or a protein; genes for heatmap and dotplot, two cell types for compare."
    ),
]
View = Annotated[str, typer.Option("--view", metavar="|".join(VIEWS), parser=one_of(VIEWS), help="What to draw.")]
Metric = Annotated[
    str | None,
    typer.Option(
        "--metric",
        metavar="|".join(METRICS),
        parser=one_of(METRICS),
        help="landscape, treemap, heatmap, dotplot, compare: which scores.",
    ),
]
DataSet = Annotated[
    str, typer.Option("--dataset", metavar="NAME", help="Cell types: whose scores; expression: whose values.")
]
Order = Annotated[
    str | None,
    typer.Option(
        "--order",
        metavar="|".join((*ORDERS, *ARRANGEMENTS)),
        parser=one_of((*ORDERS, *ARRANGEMENTS)),
        help="expression, landscape: how the bars stand; heatmap, dotplot: how rows and columns do.",
    ),
]
Limits = Annotated[str, typer.Option("--limits", metavar="LOW,HIGH", help="heatmap, dotplot: ends of the colours.")]
Within = Annotated[
    str, typer.Option("--within", metavar="WORD", help="treemap: a lineage; of a cell type genes, a pathway, or 41-80.")
]
HeightBy = Annotated[
    str | None,
    typer.Option(
        "--height-by", metavar="|".join(HEIGHTS), parser=one_of(HEIGHTS), help="variants: what the height counts."
    ),
]
Introns = Annotated[
    str | None,
    typer.Option(
        "--scale", metavar="introns|genome", parser=one_of(("introns", "genome")), help="structure: of introns."
    ),
]
Only = Annotated[str, typer.Option(metavar="WORD", help="variants: only those with this word.")]
IsoformName = Annotated[
    str, typer.Option("--isoform", metavar="ID", help="domains, tracks, structure, variants: another isoform.")
]
Numbering = Annotated[
    str,
    typer.Option(
        "--numbering",
        metavar="uniprot|mature|CHAIN",
        help="domains, tracks, variants: a second line of numbers, of a mature chain. Else UniProt's numbers alone.",
    ),
]
PresetName = Annotated[
    str | None,
    typer.Option(
        "--preset",
        metavar="NAME",
        parser=one_of(PRESETS),
        help=f"A size, else {DEFAULT.name}: {', '.join(PRESETS)}.",
    ),
]
Width = Annotated[
    float | None,
    typer.Option(
        "--width",
        metavar="MM",
        min=NARROWEST,
        max=WIDEST,
        callback=a_number,
        help="Instead of the preset's width.",
    ),
]
Height = Annotated[
    float | None,
    typer.Option(
        "--height",
        metavar="MM",
        min=NARROWEST,
        max=WIDEST,
        callback=a_number,
        help="Else as high as the figure needs.",
    ),
]
Dpi = Annotated[
    float | None,
    typer.Option(
        "--dpi",
        metavar="N",
        min=COARSEST,
        max=FINEST,
        callback=a_number,
        help=f"PNG, TIFF: dots per inch, else {USUAL_DPI}.",
    ),
]
TextSize = Annotated[
    float | None,
    typer.Option(
        "--text",
        metavar="PT",
        min=SMALLEST_TEXT,
        max=LARGEST_TEXT,
        callback=a_number,
        help="Instead of the preset's text.",
    ),
]
Letter = Annotated[str, typer.Option("--letter", metavar="A", help="Letter of the panel, upper left.")]
Without = Annotated[
    frozenset[str] | None,
    typer.Option("--without", metavar=",".join(PARTS), parser=some_of(PARTS), help="Parts to leave out."),
]
Range = Annotated[
    Residues | None,
    typer.Option("--range", metavar="A-B", parser=parse_range, help="Residues, 1-based, both ends included."),
]
