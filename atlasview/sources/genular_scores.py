"""Scores of cell types in a document of Genular: cell significance, and the marker scores of older records."""

import re
from math import isfinite
from typing import Any

from atlasview.records.cell_type import Context
from atlasview.records.marker import Marker
from atlasview.records.significance import Significance

_CELL = re.compile(r"CL[:_]?(\d{7})", re.ASCII)
_CONTEXT = re.compile(r"(U|M|P)(?:BERON|ONDO|ATO)?[:_]?(\d{1,7})", re.ASCII)
_ONTOLOGIES = {"U": "UBERON", "M": "MONDO", "P": "PATO"}
_OVERALL = "overall"
_DATASET = "Genular"
_SCORES = ("csi", "rcsi", "prs", "foldChange", "deltaVal")


def score_records(said: Any, gene: str, source: str, contexts: set[str]) -> tuple[list[Any], list[tuple[str, str]]]:
    """Records, and for each piece that is none the reason and what it was found on. `contexts` are those met before."""
    records: list[Any] = []
    wrong = []
    for one in said.get("effectSizes") or ():
        try:
            record = _record(one, gene, source)
        except ValueError as error:
            wrong.append((str(error), str(one)[:80]))
            continue
        records.append(record)
        if isinstance(record, Significance) and record.context not in contexts:
            contexts.add(record.context)
            label = "Overall" if record.context == _OVERALL else record.context
            records.append(Context(record.context, label, source))
    return records, wrong


def _record(said: Any, gene: str, source: str) -> Significance | Marker:
    """The record of a piece. Raises ValueError with the reason where it is none."""
    if not isinstance(said, dict):
        raise ValueError("a score that is not built as Genular builds them")
    cell = _CELL.fullmatch(str(said.get("i") or said.get("cell_id") or ""))
    if cell is None:
        raise ValueError("the cell type is no term of the Cell Ontology (CL:0000084)")
    context = _context(str(said.get("c") or said.get("context") or "A"))
    if said.get("csi") is not None:
        return _significance(said, gene, f"CL:{cell[1]}", context, source)
    score = _number(said, "s") if "s" in said else _number(said, "markerScore")
    if score is None:
        raise ValueError("no score")
    tissue = context if context.startswith("UBERON") else ""
    condition = "" if context in (_OVERALL, tissue) else context
    return Marker(gene, f"CL:{cell[1]}", tissue, condition, score, "marker score", (), source)


def _significance(said: dict[str, Any], gene: str, cell: str, context: str, source: str) -> Significance:
    csi, rcsi, prs, fold, delta = (_number(said, name) for name in _SCORES)
    if prs is not None and not 0 <= prs <= 100:
        raise ValueError("prs is not between 0 and 100")
    if delta is not None and not -1 <= delta <= 1:
        raise ValueError("delta is not between -1 and 1")
    p = _number(said, "p")
    if p is not None and not 0 <= p <= 1:
        raise ValueError("p is not between 0 and 1")
    threshold, unknown = _number(said, "scoreThreshold"), (None,) * 7
    values = (csi, rcsi, prs, threshold, fold, delta, p, *unknown[:3])
    return Significance(gene, cell, context, _DATASET, *values, *(None,) * 5, "", source)


def _context(code: str) -> str:
    if code in ("A", _OVERALL):
        return _OVERALL
    found = _CONTEXT.fullmatch(code)
    if found is None:
        raise ValueError("the context is neither overall nor a tissue or disease")
    return f"{_ONTOLOGIES[found[1]]}:{found[2]:0>7}"


def _number(said: dict[str, Any], name: str) -> float | None:
    value = said.get(name)
    if value is None:
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise ValueError(f"{name} is no number") from error
    if not isfinite(number):
        raise ValueError(f"{name} is no number")
    return number
