"""Surveys and scores of files, as the command makes them."""

from pathlib import Path
from typing import Any

from atlasview.significance.cell_types import CellOntology, Naming
from atlasview.significance.compute import ContextScores, aggregate, compute
from atlasview.significance.pseudobulk import Sums
from atlasview.significance.settings import Settings
from atlasview.significance.survey import Survey, Wish, survey
from atlasview.significance.watch import Watch


def look(*files: Path, ontology: CellOntology | None = None, **wish: Any) -> Survey:
    asked = {"cell_type": "type", "donor": "donor", **wish}
    return survey(Wish(files, **asked), Naming(ontology or CellOntology()))


def sums(*files: Path, **wish: Any) -> Sums:
    return aggregate(look(*files, **wish), Watch())


def scored(found: Survey, bootstrap: int = 0, jobs: int = 1, seed: int = 1) -> list[ContextScores]:
    return list(compute(found, Settings("made", bootstrap=bootstrap, seed=seed, jobs=jobs), Watch()))
