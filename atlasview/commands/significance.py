"""`atlasview significance`: scores of cell significance from one's own single-cell data."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from atlasview.commands import significance_options as given
from atlasview.commands.output import put, put_document, say
from atlasview.commands.shared import Shared, WrongUsage

if TYPE_CHECKING:
    from atlasview.significance.settings import Settings
    from atlasview.significance.survey import Survey, Wish


def significance(
    shared: typer.Context,
    files: given.Files,
    output: given.Output = None,
    cell_type: given.CellTypeColumn = "",
    donor: given.DonorColumn = "",
    one_donor: given.OneDonor = False,
    context: given.ContextColumn = "",
    layer: given.Layer = "",
    values: given.Values = None,
    total: given.TotalColumn = "",
    genes: given.GenesColumn = "",
    annotations: given.AnnotationsTable = None,
    cell_type_map: given.CellTypeMap = None,
    ontology: given.OntologyFile = None,
    dataset: given.DatasetName = "",
    licence: given.Licence = "not stated",
    bootstrap: given.Bootstrap = None,
    seed: given.Seed = None,
    jobs: given.Jobs = None,
    look: given.Look = False,
    as_json: given.AsJson = False,
) -> int:
    """Score genes in the cell types of your own single cells; the table is for `atlasview build`."""
    if output is None and not look:
        raise WrongUsage("the table has no place, atlasview significance, name one with -o, or look only with --look")
    from atlasview.significance.survey import Wish

    wish = Wish(tuple(files), annotations, cell_type, donor, context, layer, values or "", total, genes, one_donor)
    found = _found(shared.obj, wish, cell_type_map, ontology)
    _tell(found, as_json)
    if output is not None and not look:
        _write(found, _settings(dataset or files[0].name.partition(".")[0], licence, bootstrap, seed, jobs), output)
    return 0


def _settings(dataset: str, licence: str, bootstrap: int | None, seed: int | None, jobs: int | None) -> "Settings":
    from atlasview.significance.settings import RESAMPLES, SEED, Settings

    resamples = RESAMPLES if bootstrap is None else bootstrap
    return Settings(dataset, licence, resamples, SEED if seed is None else seed, jobs or os.cpu_count() or 1)


def _found(shared: Shared, wish: "Wish", cell_type_map: Path | None, ontology: Path | None) -> "Survey":
    from atlasview.commands.cell_naming import naming
    from atlasview.significance.survey import survey

    return survey(wish, naming(shared, cell_type_map, ontology))


def _tell(found: "Survey", as_json: bool) -> None:
    from atlasview.significance.findings import document, text

    if as_json:
        put_document(document(found))
    else:
        put(text(found))


def _write(found: "Survey", settings: "Settings", output: Path) -> None:
    from atlasview.export.write import write_parts_aside
    from atlasview.significance.compute import compute
    from atlasview.significance.resampling import compiled
    from atlasview.significance.table import lines
    from atlasview.significance.watch import Watch

    if settings.bootstrap and not found.cells_as_observations and not compiled():
        say("without Numba intervals take about ten times as long; pip install 'atlasview[fast]', or --bootstrap 0")
    with _shown() as told:
        made = lines(found, settings, compute(found, settings, Watch(told)))
        write_parts_aside(output, (f"{line}\n".encode() for line in made))
    say(f"scores of {settings.dataset}: {output}")


@contextmanager
def _shown() -> Iterator[Callable[[str, float], None]]:
    """Progress on standard error where a person looks at it."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _what, _done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=1.0)
        yield lambda what, done: bar.update(task, description=what, completed=done)
