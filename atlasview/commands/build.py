"""`atlasview build`: an atlas from the files that databases publish."""

import json
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from atlasview.atlas.reader import AtlasReader
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import Inputs, find_inputs
from atlasview.building.plan import missing, without_genes
from atlasview.building.report import BuildReport
from atlasview.building.watch import Progress, Watch
from atlasview.building.wish import Wish
from atlasview.bundled import guide
from atlasview.commands.output import STDOUT, page_width, put_document, put_page, say
from atlasview.records.times import time_left
from atlasview.records.trouble import InputRefused, Trouble

_ALL = 0
_NAMED = 4
"""Databases that are named of those that were not handed in; the chapter of the guide has them all."""


def build(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...", help="Files or folders; KIND=FILE or KIND:ASSEMBLY=FILE says what a file is."
        ),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE.atlas", help="The atlas to write.")],
    name: Annotated[str, typer.Option("--name", help="Name of the atlas, else that of its file.")] = "",
    version: Annotated[str, typer.Option("--as-version", help="Version of the atlas, else today's date.")] = "",
    taxon: Annotated[int, typer.Option("--taxon", metavar="ID", min=0, help="NCBI taxon to keep; 0 for all.")] = 9606,
    add_to: Annotated[
        Path | None, typer.Option("--add-to", metavar="FILE.atlas", help="Take over all that this atlas holds.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE.json", help="What became of every record, as JSON.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", metavar="N", min=1, max=64, help="Processes that read; else as many as pay.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The report as JSON on standard output.")] = False,
) -> int:
    """Build an atlas from files of public databases; what each file is, its content tells."""
    found = find_inputs(inputs)
    _refuse_targets(output, report, found)
    if add_to is None and without_genes(found.files):
        say("no file says which genes there are (HGNC, NCBI Gene): only those that proteins name will be known")
    wish = Wish(output, name, version, None if taxon == _ALL else taxon, jobs, add_to)
    with _ended_tidily(), _shown() as told:
        built = build_from_files(found, wish, Watch(told))
    unwritten = _report_trouble(built, report)
    _answer(built, as_json)
    _name_missing(found, add_to)
    _say_built(built)
    return _ended(unwritten)


def _ended(trouble: Trouble | None) -> int:
    """Raises the trouble with the report, where there is one; the atlas is there all the same, and that was said."""
    if trouble is not None:
        raise trouble
    return 0


def _say_built(built: BuildReport) -> None:
    genes = built.counts["genes"]
    say(f"built {built.label} with {genes:,} gene{'' if genes == 1 else 's'}: {built.path}")


def _name_missing(found: Inputs, add_to: Path | None) -> None:
    held: set[str] = set()
    if add_to is not None:
        with AtlasReader(add_to) as reader:
            held = {source.database for source in reader.sources.values()}
    if lacking := [one.database.name for one in missing(found.files, held)]:
        more = f" and {len(lacking) - _NAMED} more" if len(lacking) > _NAMED else ""
        say(f"not handed in, and would add to it: {', '.join(lacking[:_NAMED])}{more}")
        say(f"what each adds and where it is published: {guide() / 'files.md'}")


def _refuse_targets(target: Path, report: Path | None, found: Inputs) -> None:
    if target == STDOUT:
        raise InputRefused("an atlas is not written to standard output", str(target), "name a file, *.atlas")
    if target.is_dir():
        raise InputRefused("the atlas cannot be written: this is a folder", str(target), "name a file, *.atlas")
    read = {one.path.resolve() for one in found.files} | {one.path.resolve() for one in found.passed_over}
    if report is not None and report.resolve() in read:
        what = "the report would take the place of a file that is read"
        raise InputRefused(what, str(report), "name another file, *.json")


def _answer(built: BuildReport, as_json: bool) -> None:
    if as_json:
        from atlasview.export.document.build import build_document

        put_document(build_document(built))
        return
    from atlasview.export.text.build import build_text

    put_page(build_text(built, page_width()))


def _report_trouble(built: BuildReport, report: Path | None) -> Trouble | None:
    """Write the report where one is wanted; why that could not be done."""
    if report is None:
        return None
    from atlasview.export.document.build import build_document
    from atlasview.export.write import write_aside

    document = json.dumps(build_document(built), ensure_ascii=False, indent=1, allow_nan=False)
    try:
        write_aside(report, document.encode("utf-8"))
    except Trouble as trouble:
        return trouble
    return None


@contextmanager
def _ended_tidily() -> Iterator[None]:
    """Being told to end is cancelling, so that nothing stays beside the atlas."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _shown() -> Iterator[Callable[[Progress], None]]:
    """Progress on standard error where a person looks at it."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _progress: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[left]}"))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("looking", total=1.0, left="")
        yield lambda progress: bar.update(
            task, description=progress.what, completed=progress.done, left=_in_words(progress)
        )


def _in_words(progress: Progress) -> str:
    records = f"{progress.records:,} records"
    return records if progress.left is None else f"{records}, {time_left(progress.left)}"
