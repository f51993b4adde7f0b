"""Genular's JSON: documents of genes, alone, in a list, or as the results of a search."""

import re
from collections.abc import Iterator
from typing import Any

from atlasview.sources.format import Format, Turn
from atlasview.sources.genular_gene import KNOWN, LEFT, gene_records, gene_said, unread_terms
from atlasview.sources.genular_protein import protein_outcome
from atlasview.sources.genular_scores import score_records
from atlasview.sources.head import Head
from atlasview.sources.json_list import json_items, json_whole
from atlasview.sources.opened import LONGEST_LINE, SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken

_START = re.compile(r"\s*[\[{]")
_ENVELOPE = re.compile(r'\s*\{[^\[\]{}]*"results"\s*:\s*\[')
_HEAD = 4000
_NO_DOCUMENT = "a document that is not built as Genular builds them"


def _recognises(head: Head) -> bool:
    return bool(_START.match(head.text)) and '"geneID"' in head.text and '"tax"' in head.text


def _read(file: SourceFile) -> Iterator[Outcome]:
    unknown: dict[str, None] = {}
    left: dict[str, None] = {}
    contexts: set[str] = set()
    for line, said in _documents(file):
        if isinstance(said, dict):
            unknown.update(dict.fromkeys(sorted(set(said) - KNOWN)))
            left.update(dict.fromkeys(name for name in LEFT if _holds(said, name)))
        try:
            outcomes = list(_outcomes(file, line, said, contexts))
        except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
            outcomes = [file.rejected(line, _NO_DOCUMENT, f"{type(error).__name__} {error}")]
        yield from outcomes
    if unknown:
        file.remarks.append(f"fields that are not known were left out: {', '.join(list(unknown)[:20])}")
    if left:
        reasons = "; ".join(f"{name} ({LEFT[name]})" for name in sorted(left))
        file.remarks.append(f"fields that an atlas has no place for were left out: {reasons}")


def _holds(said: dict[str, Any], name: str) -> bool:
    if said.get(name):
        return True
    proteins = said.get("protein")
    return isinstance(proteins, list) and any(isinstance(one, dict) and one.get(name) for one in proteins)


def _outcomes(file: SourceFile, line: int, said: Any, contexts: set[str]) -> Iterator[Outcome]:
    """The gene with its scores, then each of its proteins, then what is wrong with pieces of the document."""
    taxon = said["tax"]["id"] if said.get("tax") else None
    if taxon is not None and not isinstance(taxon, int):
        taxon = int(str(taxon))
    if file.taxon is not None and taxon not in (None, file.taxon):
        yield Filtered(line, "another organism")
        return
    gene = gene_said(said)
    if not gene:
        yield file.rejected(line, "no identifier of a gene", str(said.get("symbol", ""))[:60])
        return
    taxon = taxon or file.taxon or 0
    records = gene_records(said, gene, taxon, file.source)
    scores, wrong = score_records(said.get("singleCellExpressions") or {}, gene, file.source, contexts)
    updated = str(said.get("updated") or "")[:10]
    file.date = max(file.date, updated)
    yield Taken(line, [*records, *scores])
    for one in said.get("protein") or ():
        yield protein_outcome(file, line, one, gene, taxon)
    for reason, detail in (*unread_terms(said), *wrong):
        yield file.rejected(line, reason, f"{gene} {detail}")


def _documents(file: SourceFile) -> Iterator[tuple[int, Any]]:
    with file.damage_told():
        stream = file.text(in_lines=False)
        start = stream.read(_HEAD)
        text = "" if _ENVELOPE.match(start) else start + stream.read(LONGEST_LINE)
    if not text:
        file.close()
        yield from json_items(file, "results")
        return
    if len(text) > LONGEST_LINE:
        raise file.refused(f"the documents are longer than {LONGEST_LINE >> 20} MiB", 1, "take fewer at a time")
    found = json_whole(file, text)
    for one in found if isinstance(found, list) else [found]:
        yield 1, one


FORMATS = (
    Format(
        key="genular",
        title="Genular gene documents (JSON)",
        database="genular",
        turn=Turn.GENES,
        adds="genes, identifiers, terms, papers, scores and markers of cell types, proteins",
        recognises=_recognises,
        read=_read,
    ),
)
