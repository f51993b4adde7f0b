"""The command: everything once, a table at the end."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from atlasview import __version__
from atlasview.bundled import starter_atlas
from atlasview.commands.output import put
from atlasview.commands.self_test.building import try_building, try_building_beside
from atlasview.commands.self_test.files import write_files
from atlasview.commands.self_test.network import NetworkGuard
from atlasview.commands.self_test.notebook import try_notebook
from atlasview.commands.self_test.outcome import Outcome, Watch, passed, table
from atlasview.commands.self_test.paper import try_paper
from atlasview.commands.self_test.scores import try_scoring, try_scoring_beside
from atlasview.commands.self_test.window import listening, visit_window


def self_test(
    genes: Annotated[
        int | None, typer.Option("--genes", metavar="N", min=1, help="Visit N genes, spread over the atlas; else all.")
    ] = None,
) -> int:
    """Try this copy of AtlasView off screen: pages of the starter atlas, a file of each format, no network."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    guard = NetworkGuard()
    try:
        with tempfile.TemporaryDirectory(prefix="atlasview-") as folder:
            outcomes = _try_all(Path(folder), genes)
    finally:
        guard.stop()
    outcomes.append(Outcome("network", "no socket, no network library", tuple(guard.faults())))
    put(table(f"AtlasView {__version__}, self-test with {starter_atlas().name}", outcomes))
    return 0 if passed(outcomes) else 1


def _try_all(folder: Path, genes: int | None) -> list[Outcome]:
    from atlasview.environment import require_drawing

    require_drawing()
    (folder / "files").mkdir()
    with listening() as faults:
        outcomes = _tried("starter atlas", _check_atlas)
        outcomes += _tried("window", lambda: visit_window(starter_atlas(), folder / "home", faults, genes))
        outcomes += write_files(folder / "files", faults)
        outcomes += _tried("paper", lambda: try_paper(faults))
        (folder / "build").mkdir()
        outcomes += _tried("building", lambda: try_building(folder / "build"))
        outcomes += _tried("building beside", lambda: try_building_beside(folder / "build"))
        outcomes += _tried("notebook", lambda: try_notebook(folder / "notebook"))
        outcomes += _tried("scores", lambda: try_scoring(folder))
        outcomes += _tried("scores beside", lambda: try_scoring_beside(folder))
    return [*outcomes, *_tried("licences", _licences)]


def _tried(what: str, trial: Callable[[], list[Outcome]]) -> list[Outcome]:
    """The outcomes of a trial; one that breaks is a fault, and the others go on."""
    watch = Watch.started()
    try:
        return trial()
    except Exception as error:  # noqa: BLE001 -- whatever breaks is what the table is to tell
        return [watch.outcome(what, "broke", [f"{type(error).__name__}: {error}"])]


def _check_atlas() -> list[Outcome]:
    from atlasview.atlas.check import check_atlas

    watch = Watch.started()
    findings = check_atlas(starter_atlas())
    errors = [f"{finding.where}: {finding.what}" for finding in findings if finding.severity == "error"]
    return [watch.outcome("starter atlas", f"{starter_atlas().stat().st_size:,} bytes, seal and contents", errors)]


def _licences() -> list[Outcome]:
    from atlasview.licences import notice, parts

    watch = Watch.started()
    listed = parts()
    silent = [f"{part.name} has no text" for part in listed if len(part.text().strip()) < 100]
    return [watch.outcome("licences", f"{len(listed)} parts", silent if notice() else [*silent, "no notice on Qt"])]
