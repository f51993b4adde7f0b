"""Begins a notebook, keeps a variant in it and reads it back: the migrations are inside and run."""

from datetime import date
from pathlib import Path

from atlasview.commands.self_test.outcome import Outcome, Watch
from atlasview.records.own_variant import OwnLine

_LINE = OwnLine("p.Ser185Cys", "", "p.Ser185Cys", "hgvs")


def try_notebook(folder: Path) -> list[Outcome]:
    """Write and read in an empty folder."""
    from atlasview.home.folder import notebook_file
    from atlasview.notebook.opening import HEAD, Notebook
    from atlasview.notebook.own_variants import add_lines, own_lines

    watch = Watch.started()
    path = notebook_file(folder)
    today = date.today()  # noqa: DTZ011 -- a day of the person's own
    with Notebook(path, today, writes=True) as notebook:
        add_lines(notebook, "HGNC:6024", "hgvs", [_LINE])
    with Notebook(path, today, writes=False) as notebook:
        kept = [line.change for line in own_lines(notebook, "HGNC:6024")]
    faults = [] if kept == [_LINE.change] else [f"{kept} was read back"]
    return [watch.outcome("notebook", f"revision {HEAD}, {path.stat().st_size:,} bytes", faults)]
