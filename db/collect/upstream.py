"""The public files: which there are, what they state of themselves, and reading them as text."""

import gzip
import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atlasview.records.source import Source


@dataclass(frozen=True, slots=True)
class Upstream:
    """Public files by the keys of `sources.toml`; `tables` says which tables a source may fill."""

    sources: dict[str, Source]
    paths: dict[str, Path]
    tables: dict[str, frozenset[str]]

    def text(self, key: str) -> str:
        """Whole text of a source's file; gzip is undone where the name ends in `.gz`."""
        raw = self.paths[key].read_bytes()
        return (gzip.decompress(raw) if self.paths[key].suffix == ".gz" else raw).decode("utf-8")

    def rows(self, key: str) -> Iterator[list[str]]:
        """Cells of each line of a tab-separated file, header included."""
        for line in self.text(key).splitlines():
            yield line.split("\t")

    def records(self, key: str) -> Iterator[dict[str, str]]:
        """Each line of a tab-separated file by the column names of its first line."""
        rows = self.rows(key)
        names = next(rows)
        for row in rows:
            yield dict(zip(names, row, strict=True))


def open_upstream(table: Path, roots: dict[str, Path]) -> Upstream:
    """Reads `sources.toml` and measures the files it names; `roots` maps its root names to folders."""
    sources, paths, tables = {}, {}, {}
    for key, entry in tomllib.loads(table.read_text(encoding="utf-8")).items():
        tables[key] = frozenset(entry.pop("tables"))
        root = entry.pop("root", "")
        measured: dict[str, Any] = {}
        if root:
            paths[key] = roots[root] / entry["file"]
            raw = paths[key].read_bytes()
            measured = {"size": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}
        sources[key] = Source(key=key, **entry, **measured)
    return Upstream(sources, paths, tables)
