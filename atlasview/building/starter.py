"""Builds an atlas from a folder of tables; run as a module, the embedded starter atlas of a checkout."""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import atlasview
from atlasview.atlas.reader import AtlasReader
from atlasview.building.build import build_atlas
from atlasview.building.material import Material
from atlasview.building.report import BuildReport
from atlasview.records.trouble import InputRefused, Trouble
from atlasview.sources.tables import Tables, read_tables

_PACKAGE = Path(atlasview.__file__).resolve().parent
_CODE = ("atlas", "building", "records", "sources")
"""What of the program decides on the bytes of an atlas."""


def build_starter(folder: Path, target: Path) -> BuildReport:
    """Build the atlas of the tables in `folder`. Raises InputRefused for rows that are no records or contradict."""
    tables = read_tables(folder)
    if tables.rejected:
        first, *others = tables.rejected
        more = f" (and {len(others)} more rows)" if others else ""
        raise InputRefused(f"{first.reason}{more}", f"{first.file} line {first.line}", "correct it and build again")
    return build_atlas(_material(tables, fingerprint(folder)), target)


def is_current(folder: Path, target: Path) -> bool:
    """Whether `target` is the atlas that `build_starter` would build now."""
    try:
        with AtlasReader(target) as reader:
            return reader.manifest.get("inputs") == fingerprint(folder)
    except Trouble:
        return False


def fingerprint(folder: Path) -> str:
    """SHA-256 over the tables and the code that makes an atlas of them: equal ones give equal atlases."""
    digest = hashlib.sha256()
    for root, path in _inputs(folder):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _inputs(folder: Path) -> Iterator[tuple[Path, Path]]:
    yield from ((folder, path) for path in sorted(folder.rglob("*")) if path.is_file())
    for part in _CODE:
        yield from ((_PACKAGE, path) for path in sorted((_PACKAGE / part).rglob("*.py")))


def _material(tables: Tables, inputs: str) -> Material:
    stated = tables.manifest
    return Material(
        name=stated.name,
        version=stated.version,
        assembly=stated.assembly,
        built=stated.built,
        records=tables.records,
        where=tables.where,
        inputs=inputs,
    )


def main(arguments: list[str]) -> int:
    """Build `db/starter` of the checkout into the path given, else to where the program looks for its starter atlas."""
    checkout = _PACKAGE.parent
    target = Path(arguments[0]) if arguments else checkout / "resources" / "atlas" / "starter.atlas"
    try:
        report = build_starter(checkout / "db" / "starter", target)
    except Trouble as trouble:
        sys.stderr.write(f"atlasview: {trouble}\n")
        return 1
    sys.stdout.write(f"{report.path}: {report.label}, {report.size:,} bytes, {report.counts['genes']} genes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
