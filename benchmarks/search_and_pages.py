"""From a keystroke to the painted list, and from a gene to its painted page, at a real window off screen."""

import random
from pathlib import Path
from typing import Any

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import search
from benchmarks.process import Outcome, run
from benchmarks.table import Figure, percentile, shown

FRAME = 1000 / 60
WORDS = (
    "il21",
    "cd127",
    "interleukin",
    "stat3",
    "helper t",
    "HGNC:6005",
    "ENSG00000138684",
    "jak",
    "zzzz",
    "intelreukin",
)


def starter(atlas: Path) -> list[Figure]:
    """The starter atlas: typed words, then the page of every gene."""
    outcome = run("-m", "benchmarks.window", str(atlas), ",".join(WORDS), ",".join(genes_of(atlas)))
    pages = [first * 1000 for first, _whole in outcome.said["pages"].values()]
    whole = [all_seen * 1000 for _first, all_seen in outcome.said["pages"].values()]
    slowest = max(outcome.said["pages"], key=outcome.said["pages"].__getitem__)
    beside = f"median {shown(percentile(pages, 50), 'ms')}, slowest {slowest} {shown(max(pages), 'ms')}"
    below = f"median {shown(percentile(whole, 50), 'ms')}"
    return [
        *searched("starter atlas", outcome.said),
        Figure(f"gene to painted page, p95 of {len(pages)} genes", percentile(pages, 95), "ms", 50, beside),
        Figure("... and to all sections in view, p95", percentile(whole, 95), "ms", None, below),
        Figure("peak memory after all searches and pages", outcome.memory, "MiB"),
    ]


def made(atlas: Path, genes: int) -> list[Figure]:
    """A made atlas at full size: typed symbols, aliases, words of names and typing errors."""
    chance = random.Random(7)
    with AtlasReader(atlas) as reader:
        hits = [search(reader, letter, 50).hits for letter in "ABCKPRS"]
    symbols = [chance.choice(found).symbol.lower() for found in hits if found]
    words = [*symbols, "interleukin receptor", "zinc finger", "zzzzzz", f"HGNC:{900_000 + genes // 2}"]
    outcome: Outcome = run("-m", "benchmarks.window", str(atlas), ",".join(words))
    return [
        *searched(f"{genes:,} genes", outcome.said),
        Figure(f"peak memory, {genes:,} genes searched", outcome.memory, "MiB"),
    ]


def searched(where: str, said: dict[str, Any]) -> list[Figure]:
    """Keystrokes and the queries behind them."""
    strokes = [seconds * 1000 for seconds in said["strokes"]]
    queries = [seconds * 1000 for seconds in said["queries"]]
    middle = f"median {shown(percentile(strokes, 50), 'ms')} of {len(strokes)} keystrokes"
    return [
        Figure(f"keystroke to painted list, p99, {where}", percentile(strokes, 99), "ms", round(FRAME, 1), middle),
        Figure(f"search query, p99, {where}", percentile(queries, 99), "ms", 5),
    ]


def genes_of(atlas: Path) -> list[str]:
    """Identifiers of all genes of an atlas."""
    from atlasview.atlas.statement import Statement

    with AtlasReader(atlas) as reader:
        rows = reader.rows(Statement("SELECT subject.id FROM gene JOIN subject USING (key) ORDER BY gene.key"))
        return [str(row.id) for row in rows]
