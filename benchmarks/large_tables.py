"""Whole builds of tables of millions of rows, made in the layout of their databases, beside their bare lines.

python -m benchmarks.large_tables [TABLE ROWS]...  measures those (`links 12000000`), else all at a fiftieth of the
size that their databases publish, matrices whole.
"""

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import gene_models, tie_tables, variant_tables
from benchmarks.table import Figure, markdown, shown
from benchmarks.tree import Watched, watched

GENES = 20_000
MOST_MEMORY = 600
_BARE = """
import sqlite3, sys
path, target, sign, head, before = sys.argv[1:]
head, before = int(head), int(before)
connection = sqlite3.connect(target, isolation_level=None)
for pragma in ("journal_mode=OFF", "synchronous=OFF", "page_size=16384"):
    connection.execute(f"PRAGMA {pragma}")
with open(path, encoding="utf-8") as file:
    for _ in range(head):
        next(file)
    names = next(file).rstrip("\\n").split(sign)
    width = len(names)
    connection.execute("BEGIN")
    rows = (line.rstrip("\\n").split(sign) for line in file)
    if before:
        connection.execute("CREATE TABLE bare (gene TEXT, sample TEXT, amount REAL)")
        rows = ((row[0], *pair) for row in rows for pair in zip(names[before:], row[before:]))
        width = 3
    else:
        connection.execute(f"CREATE TABLE bare ({', '.join(f'c{at}' for at in range(width))})")
    sound = (row for row in rows if len(row) == width)
    connection.executemany(f"INSERT INTO bare VALUES ({', '.join('?' * width)})", sound)
    connection.execute("COMMIT")
"""
"""Splits the lines of a file and inserts them into a table, and no more; of a matrix each of its values is a row."""


@dataclass(frozen=True, slots=True)
class LargeTable:
    """A table to be measured.

    name    of its file
    lines   endless made lines
    whole   rows of the real one, of people
    sign    between its cells
    head    lines above the first that has as many cells as all
    before  of a matrix, cells before those of amounts
    """

    name: str
    lines: Callable[[], Iterator[str]]
    whole: int
    sign: str = "\t"
    head: int = 0
    before: int = 0


def _sets(chance: random.Random, columns: int) -> str:
    return "\t".join([f"{chance.random() * 50:.1f}" for _ in range(columns)])


def matrix_lines() -> Iterator[str]:
    """Endless rows of genes by 61 tissues; after the last gene the first comes again."""
    chance = random.Random(7)
    yield "ensgid\t" + "\t".join(f"tissue {number}" for number in range(61))
    while True:
        for gene in range(1, GENES + 1):
            yield f"ENSG{gene:011}\t{_sets(chance, 61)}"


def gct_lines() -> Iterator[str]:
    """Rows as GTEx' medians by 54 tissues; it states the number of rows of the real one."""
    chance = random.Random(7)
    yield "#1.2"
    yield "56200\t54"
    yield "Name\tDescription\t" + "\t".join(f"Tissue {number}" for number in range(54))
    while True:
        for gene in range(1, GENES + 1):
            yield f"ENSG{gene:011}.4\tMADE{gene}\t{_sets(chance, 54)}"


def _in_turn() -> Iterator[int]:
    """Genes without end, each twenty times before the next."""
    while True:
        for gene in range(1, GENES):
            yield from repeat(gene, 20)


def gaf_lines() -> Iterator[str]:
    """Endless rows as GOA's: those of a protein together."""
    chance = random.Random(7)
    yield "!gaf-version: 2.2"
    for gene in _in_turn():
        yield (
            f"UniProtKB\tA{gene:05}\tMADE{gene}\tinvolved_in\tGO:{chance.randrange(20_000):07}"
            f"\tPMID:{chance.randrange(1, 200_000)}\tIDA\t\tP\tMade protein {gene}\tMADE{gene}\tprotein\ttaxon:9606"
            "\t20240101\tUniProt\t\t"
        )


def gene2go_lines() -> Iterator[str]:
    """Endless rows as gene2go's, of people alone: those of a gene together."""
    chance = random.Random(7)
    yield "#tax_id\tGeneID\tGO_ID\tEvidence\tQualifier\tGO_term\tPubMed\tCategory"
    for gene in _in_turn():
        term = chance.randrange(20_000)
        paper = chance.choice(("-", str(chance.randrange(1, 200_000))))
        yield f"9606\t{gene}\tGO:{term:07}\tIDA\tinvolved_in\tmade process {term}\t{paper}\tProcess"


TABLES = {
    "gtf": LargeTable("made.gtf", gene_models.lines, 3_000_000, head=1),
    "links": LargeTable("9606.protein.links.txt", tie_tables.plain_link_lines, 12_000_000, " "),
    "detailed": LargeTable("9606.protein.links.detailed.txt", tie_tables.link_lines, 12_000_000, " "),
    "gene2pubmed": LargeTable("gene2pubmed", tie_tables.paper_lines, 2_000_000),
    "matrix": LargeTable("made_tissues.tsv", matrix_lines, GENES, before=1),
    "gct": LargeTable("made_medians_tpm.gct", gct_lines, 56_200, head=2, before=2),
    "maf": LargeTable("made.maf", variant_tables.maf_lines, 3_000_000),
    "clinvar": LargeTable("variant_summary.txt", variant_tables.clinvar_lines, 6_000_000),
    "gaf": LargeTable("goa_human.gaf", gaf_lines, 700_000, head=1),
    "gene2go": LargeTable("gene2go", gene2go_lines, 350_000),
}


def part(percent: int) -> dict[str, int]:
    """Rows of each table at so many percent of its real size; matrices, which are small, whole."""
    return {name: table.whole if table.before else table.whole * percent // 100 for name, table in TABLES.items()}


def measure(folder: Path, rows: dict[str, int]) -> list[Figure]:
    """Each table built into an atlas with the genes that it names, beside its bare lines and the genes alone."""
    genes = write_genes(folder)
    alone = _build(folder, genes)
    return [figure for name, count in rows.items() for figure in _compared(folder, genes, alone, name, count)]


def _compared(folder: Path, genes: list[Path], alone: Watched, name: str, count: int) -> list[Figure]:
    table = TABLES[name]
    path = write_table(folder, table, count)
    target = folder / "bare.sqlite"
    bare = watched("-c", _BARE, str(path), str(target), table.sign, str(table.head), str(table.before))
    target.unlink()
    ours = _build(folder, [*genes, path])
    path.unlink()
    took, processor = ours.seconds - alone.seconds, ours.processor - alone.processor
    beside = (
        f"{shown(processor, 's')} of processor time, bare lines {shown(bare.processor, 's')};"
        f" by the clock {shown(took, 's')} and {shown(bare.seconds, 's')}; genes alone {shown(alone.processor, 's')}"
    )
    return [
        Figure(
            f"{count:,} rows of {name}, built into an atlas", processor / bare.processor, "x bare lines", 2.0, beside
        ),
        Figure("... peak memory of all its processes", ours.memory, "MiB", MOST_MEMORY),
    ]


def write_table(folder: Path, table: LargeTable, count: int) -> Path:
    """The file of a table with so many lines."""
    path = folder / table.name
    made = table.lines()
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{next(made)}\n" for _ in range(count))
    return path


def _build(folder: Path, files: list[Path]) -> Watched:
    atlas = folder / "made.atlas"
    return watched("-m", "atlasview", "build", *map(str, files), "-o", str(atlas), "--name", "Made tables")


def write_genes(folder: Path) -> list[Path]:
    """Files of made genes, and of STRING's names for them."""
    hgnc, info = folder / "hgnc_complete_set.txt", folder / "9606.protein.info.txt"
    with hgnc.open("w", encoding="utf-8") as file:
        file.write("hgnc_id\tsymbol\tname\tlocus_type\tstatus\tlocation\tentrez_id\tensembl_gene_id\tuniprot_ids\n")
        file.writelines(
            f"HGNC:{gene}\tMADE{gene}\tmade gene {gene}\tgene with protein product\tApproved\t7q1{gene % 9}"
            f"\t{gene}\tENSG{gene:011}\tA{gene:05}\n"
            for gene in range(1, GENES + 1)
        )
    with info.open("w", encoding="utf-8") as file:
        file.write("#string_protein_id\tpreferred_name\tprotein_size\tannotation\n")
        file.writelines(f"9606.ENSP{gene:011}\tMADE{gene}\t300\tmade\n" for gene in range(1, GENES))
    return [hgnc, info]


def main(words: list[str]) -> int:
    """Print the table of what is asked for."""
    asked = {name: int(rows) for name, rows in zip(words[::2], words[1::2], strict=True)}
    with TemporaryDirectory() as folder:
        figures = measure(Path(folder), asked or part(2))
    print(markdown(figures))
    return int(any(one.verdict == "MISSED" for one in figures))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
