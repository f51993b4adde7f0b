"""What a person does at a window of its own process: python -m benchmarks.window ATLAS WORDS [pages]; prints JSON."""

import json
import sys
import time
from pathlib import Path

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import search
from atlasview.records.place import Kind, Place
from benchmarks.person import Person

LIMIT = 50


def main(atlas: Path, words: list[str], pages: list[str]) -> None:
    """Type the words, then open the pages of genes; every time in seconds, two of each page."""
    person = Person(atlas)
    try:
        strokes = [seconds for word in words for seconds in person.type(word)]
        person.session.desk.searching.close_list()
        opened = {gene: person.open(Place(Kind.GENE, gene)) for gene in pages}
    finally:
        person.leave()
    sys.stdout.write(json.dumps({"strokes": strokes, "queries": queries(atlas, words), "pages": opened}) + "\n")
    sys.stdout.flush()


def queries(atlas: Path, words: list[str]) -> list[float]:
    """Seconds of the search itself for every beginning of the words."""
    took = []
    with AtlasReader(atlas) as reader:
        for word in words:
            for end in range(1, len(word) + 1):
                began = time.perf_counter()
                search(reader, word[:end], LIMIT)
                took.append(time.perf_counter() - began)
    return took


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2].split(","), sys.argv[3].split(",") if len(sys.argv) > 3 else [])
