"""Scores a small file of cells, so that all that reads and computes them is known to be inside."""

from pathlib import Path

from atlasview.commands.self_test.outcome import Outcome, Watch

_TYPES = ("CL:0000084", "CL:0000236")
_DONORS, _CELLS = 4, 12
_PATIENCE = 60_000


def try_scoring(folder: Path) -> list[Outcome]:
    """Write an AnnData file with a gene for each of two cell types, score it, and look for these genes."""
    from atlasview.significance.cell_types import CellOntology, Naming
    from atlasview.significance.compute import compute
    from atlasview.significance.settings import Settings
    from atlasview.significance.survey import Wish, survey
    from atlasview.significance.watch import Watch as Progress

    watch = Watch.started()
    path = folder / "cells.h5ad"
    _write(path)
    found = survey(Wish((path,), cell_type="type", donor="donor"), Naming(CellOntology()))
    (one,) = compute(found, Settings("self-test", bootstrap=50), Progress())
    delta = one.scores.values["delta"]
    faults = [] if (delta == [[1, -1], [-1, 1]]).all() else [f"delta is {delta.tolist()}"]
    return [watch.outcome("scores", f"{len(found.groups)} profiles of {sum(one.profiles.cells)} cells", faults)]


def try_scoring_beside(folder: Path) -> list[Outcome]:
    """Score it once more as the window does, in a process beside this one."""
    from dataclasses import replace

    from PySide6.QtCore import QEventLoop, QTimer

    from atlasview.bundled import starter_atlas
    from atlasview.desktop.scoring.scorer import Scorer, State

    watch = Watch.started()
    path = folder / "beside.h5ad"
    _write(path)
    loop, scorer = QEventLoop(), Scorer()

    def go_on() -> None:
        if not scorer.looking and scorer.found.survey is not None and scorer.state is State.CHOOSING:
            scorer.start(folder / "beside.tsv", "self-test", "none", 50, 1)

    def look_up() -> None:
        if scorer.result is not None or scorer.found.obstacle is not None:
            QTimer.singleShot(0, loop.quit)

    scorer.looked.connect(go_on)
    for signal in (scorer.turned, scorer.found_more):
        signal.connect(look_up)
    QTimer.singleShot(_PATIENCE, loop, loop.quit)
    scorer.wish = replace(scorer.wish, atlas=str(starter_atlas()), cell_type="type", donor="donor")
    scorer.add([path])
    loop.exec()
    scorer.end()
    rows = scorer.result.rows if scorer.result is not None else 0
    faults = [] if rows == len(_TYPES) ** 2 else [str(scorer.found.obstacle or f"{rows} rows")]
    return [watch.outcome("scores beside", "the same in a process of its own", faults)]


def _write(path: Path) -> None:
    import h5py
    import numpy as np

    kind = np.repeat(np.arange(2), _DONORS * _CELLS)
    with h5py.File(path, "w") as file:
        for name, codes, words in (
            ("type", kind, _TYPES),
            ("donor", np.tile(np.repeat(np.arange(_DONORS), _CELLS), 2), [f"d{at}" for at in range(_DONORS)]),
        ):
            file[f"obs/{name}/codes"] = codes.astype(np.int8)
            file[f"obs/{name}/categories"] = [word.encode() for word in words]
        file["obs/_index"] = np.arange(len(kind))
        file["var/_index"] = [b"A", b"B"]
        file["X"] = np.where(kind[:, np.newaxis] == np.arange(2), 3, 1).astype(np.float32)
