"""`atlasview significance`: scores of cell significance from one's own single-cell data."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from atlasview.commands import significance_options as given
from atlasview.commands.output import STDOUT, put, put_document, say
from atlasview.commands.shared import Shared, WrongUsage
from atlasview.records.trouble import InputRefused

if TYPE_CHECKING:
    from atlasview.significance.cell_types import Naming
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
    if not look:
        _mind_place(output, files)
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


_REMEDIES = {
    "annotations": "hand in a table of barcode, cell type, donor with --annotations",
    "cell_type": "name one with --cell-type: {there}",
    "donor": "name one with --donor, or --one-donor where all cells are of one: {there}",
    "values": "name the matrix of counts with --layer, or --values log1p-cp10k with --total COLUMN",
    "names": "give --cell-type-map a table of label and CL identifier, or --ontology the Cell Ontology",
    "genes": "name the same identifiers with --genes",
}


@contextmanager
def _in_options() -> Iterator[None]:
    """What is lacking is said with the option that gives it."""
    from atlasview.significance.lacking import Lacking

    try:
        yield
    except Lacking as lacking:
        remedy = _REMEDIES[lacking.choice].format(there=lacking.there)
        raise InputRefused(lacking.what, lacking.where, remedy) from lacking


def _found(shared: Shared, wish: "Wish", cell_type_map: Path | None, ontology: Path | None) -> "Survey":
    from atlasview.significance.survey import survey

    with _in_options():
        return survey(wish, _naming(shared, cell_type_map, ontology))


def _naming(shared: Shared, table: Path | None, ontology: Path | None) -> "Naming":
    from atlasview.building.cell_naming import of_atlas, of_file, read_map
    from atlasview.commands.opening import open_atlas
    from atlasview.significance.cell_types import Naming

    told = read_map(table) if table is not None else {}
    if ontology is not None:
        return Naming(of_file(ontology), told)
    with open_atlas(shared) as reader:
        return Naming(of_atlas(reader), told)


def _tell(found: "Survey", as_json: bool) -> None:
    from atlasview.significance.findings import document, text

    if as_json:
        put_document(document(found))
    else:
        put(text(found))


def _mind_place(output: Path | None, files: list[Path]) -> None:
    """The table needs a place of its own."""
    if output is None:
        raise WrongUsage("the table has no place, atlasview significance, name one with -o, or look only with --look")
    if output == STDOUT:
        raise InputRefused("standard output says what is there, the table goes beside it", str(output), "name a file")
    read = {one.resolve() for file in files for one in (file, *(file.iterdir() if file.is_dir() else ()))}
    if output.resolve() in read:
        what = "the table would take the place of a file that is read"
        raise InputRefused(what, str(output), "name another file, *.tsv")


def _write(found: "Survey", settings: "Settings", output: Path) -> None:
    from atlasview.export.write import write_parts_aside
    from atlasview.significance.compute import compute
    from atlasview.significance.resampling import compiled
    from atlasview.significance.table import lines
    from atlasview.significance.watch import Watch

    if settings.bootstrap and not found.cells_as_observations and not compiled():
        say("without Numba intervals take about ten times as long; pip install 'atlasview[fast]', or --bootstrap 0")
    with _in_options(), _shown() as told:
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
