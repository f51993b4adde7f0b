"""Gathers the tables of the starter atlas: `python db/collect_starter.py PUBLIC_DATA SEEDS [--into FOLDER]`."""

import argparse
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def main(arguments: list[str] | None = None) -> None:
    """Writes every table below the folder and prints how many rows each has and what was left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of public files")
    parser.add_argument("seeds", type=Path, help="folder of the founding documents")
    parser.add_argument("--into", type=Path, default=_HERE / "starter", help="folder of the tables")
    chosen = parser.parse_args(arguments)
    if str(_HERE.parent) not in sys.path:
        sys.path.insert(0, str(_HERE.parent))
    from db.collect.starter import collect
    from db.collect.tables import write_tables
    from db.collect.upstream import open_upstream

    upstream = open_upstream(_HERE / "sources.toml", {"data": chosen.data, "seeds": chosen.seeds})
    tables = collect(upstream, _HERE / "starter" / "articles")
    write_tables(tables, upstream.sources.values(), chosen.into)
    for noun, rows in tables.rows.items():
        print(f"{len(rows):7,}  {noun}")
    for reason, count in sorted(tables.left_out.items()):
        print(f"left out: {count:,}  {reason}")


if __name__ == "__main__":
    main()
