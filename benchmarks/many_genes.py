"""Search over far more genes than there are: the query behind every keystroke, and the slowest of them."""

import random
import time
from pathlib import Path

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import search
from atlasview.atlas.statement import Statement
from benchmarks import made_atlas
from benchmarks.table import Figure, percentile, shown

LIMIT = 50
SYMBOLS, NAMES, ERRORS, IDENTIFIERS = 120, 40, 40, 20
"""How many of each sort of query are typed, letter by letter."""
_GENES = "SELECT id, symbol, name FROM subject WHERE kind = 'gene' AND key IN ({})"


def measure(folder: Path, genes: int) -> list[Figure]:
    """Milliseconds of the query behind every keystroke over `genes` made genes; the build is told beside it."""
    began = time.perf_counter()
    atlas = made_atlas.build(folder / "many.atlas", genes)
    built = time.perf_counter() - began
    with AtlasReader(atlas) as reader:
        took = [(*_seconds(reader, typed), typed) for typed in keystrokes(typed_words(reader, genes))]
    size = atlas.stat().st_size / 1e6
    atlas.unlink()
    every = [seconds * 1000 for seconds, _busy, _typed in took]
    busy = [seconds * 1000 for _seconds, seconds, _typed in took]
    slowest, _busy, typed = max(took)
    beside = (
        f"median {shown(percentile(every, 50), 'ms')} of {len(every):,} keystrokes, slowest {typed!r}"
        f" {shown(slowest * 1000, 'ms')}; p99 of processor time {shown(percentile(busy, 99), 'ms')};"
        f" built in {shown(built, 's')}, {size:.0f} MB"
    )
    return [Figure(f"search query, p99, {genes:,} genes", percentile(every, 99), "ms", 5, beside)]


def typed_words(reader: AtlasReader, genes: int, seed: int = 11) -> list[str]:
    """What people type: symbols, two words of a name, symbols with a letter too few, identifiers."""
    chance = random.Random(seed)
    wanted = SYMBOLS + NAMES + ERRORS + IDENTIFIERS
    keys = ", ".join(str(chance.randint(1, genes)) for _ in range(wanted))
    found = [tuple(row) for row in reader.rows(Statement(_GENES.format(keys)))]
    chance.shuffle(found)
    words = [symbol.lower() for _id, symbol, _name in found[:SYMBOLS]]
    words += [" ".join(name.split()[:2]) for _id, _symbol, name in found[SYMBOLS : SYMBOLS + NAMES]]
    for _id, symbol, _name in found[SYMBOLS + NAMES : -IDENTIFIERS]:
        gone = chance.randrange(1, len(symbol))
        words.append(symbol[:gone] + symbol[gone + 1 :])
    return words + [identifier for identifier, _symbol, _name in found[-IDENTIFIERS:]]


def keystrokes(words: list[str]) -> list[str]:
    """Every beginning of the words, in the order of typing."""
    return [word[:end] for word in words for end in range(1, len(word) + 1)]


def _seconds(reader: AtlasReader, typed: str) -> tuple[float, float]:
    """Seconds by the clock, and of processor time, which others on the machine do not lengthen as much."""
    began, busy = time.perf_counter(), time.thread_time()
    search(reader, typed, LIMIT)
    return time.perf_counter() - began, time.thread_time() - busy
