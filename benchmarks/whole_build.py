"""The whole build of many proteins against Biopython's parser over the same entries, and pages of the atlas made so."""

import random
from pathlib import Path

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from benchmarks.made_entries import write
from benchmarks.process import CHECKOUT, Outcome, run
from benchmarks.table import Figure, percentile, shown
from benchmarks.tree import watched

SHARED = CHECKOUT.parent / "shared" / "data"
ENTRIES = SHARED / "uniprot" / "uniprot_sprot_human_extract.dat.gz"
HGNC = SHARED / "genes" / "hgnc_complete_set.txt.gz"
OTHERS = (
    HGNC,
    SHARED / "genes" / "Homo_sapiens.gene_info.gz",
    SHARED / "ontology" / "cl-basic.obo.gz",
    SHARED / "pathways" / "ReactomePathways.txt.gz",
    SHARED / "pathways" / "ReactomePathwaysRelation.txt.gz",
    SHARED / "pathways" / "ReactomePathways.gmt",
)
WHOLE = 20_000
"""Proteins from which the goal of time holds: it is said of all human ones, and genes and terms take their own time."""
MOST_MEMORY = 600
PAGES = 100
_GENES = "SELECT id FROM gene JOIN subject USING (key) WHERE key {} (SELECT gene FROM gene_protein) ORDER BY key"
WITH_PROTEIN, WITHOUT = Statement(_GENES.format("IN")), Statement(_GENES.format("NOT IN"))
_BIOPYTHON = (
    "import sys, warnings\nwarnings.simplefilter('ignore')\nfrom Bio import SwissProt\n"
    "with open(sys.argv[1], encoding='utf-8') as file:\n    print(sum(1 for _ in SwissProt.parse(file)))\n"
)


def measure(folder: Path, proteins: int) -> list[Figure]:
    """Seconds and memory of a build of `proteins` made entries with genes, cell types and pathways; then its pages.

    Nothing where the public files are not at hand.
    """
    if not all(path.is_file() for path in (ENTRIES, *OTHERS)):
        return []
    entries, atlas = folder / "made_uniprot_sprot_human.dat", folder / "made_proteins.atlas"
    write(entries, proteins, ENTRIES, HGNC)
    theirs = watched("-c", _BIOPYTHON, str(entries))
    files = map(str, (entries, *OTHERS))
    ours = watched("-m", "atlasview", "build", *files, "-o", str(atlas), "--name", "Made proteins")
    size = entries.stat().st_size / 1e6
    beside = (
        f"{shown(ours.seconds, 's')}, Bio.SwissProt.parse {shown(theirs.seconds, 's')} for {size:.0f} MB;"
        f" of processor time {shown(ours.processor, 's')} and {shown(theirs.processor, 's')}"
    )
    what = f"building {proteins:,} made proteins with all genes, cell types, pathways"
    goal = 1.0 if proteins >= WHOLE else None
    return [
        Figure(what, ours.seconds / theirs.seconds, "x Biopython", goal, beside),
        Figure("... peak memory of all its processes", ours.memory, "MiB", MOST_MEMORY, f"{size:.0f} MB of entries"),
        *_pages(atlas),
    ]


def _pages(atlas: Path) -> list[Figure]:
    """Genes of the atlas, most of them with a protein, opened in the real window."""
    genes = genes_of(atlas)
    outcome: Outcome = run("-m", "benchmarks.window", str(atlas), "il7r", ",".join(genes))
    pages = [first * 1000 for first, _whole in outcome.said["pages"].values()]
    slowest = max(outcome.said["pages"], key=outcome.said["pages"].__getitem__)
    beside = f"median {shown(percentile(pages, 50), 'ms')}, slowest {slowest} {shown(max(pages), 'ms')}"
    return [Figure(f"... gene to painted page, p95 of {len(pages)} genes", percentile(pages, 95), "ms", 50, beside)]


def genes_of(atlas: Path, seed: int = 5) -> list[str]:
    """Ids of genes by chance, four of five with a protein."""
    with AtlasReader(atlas) as reader:
        coding = [row.id for row in reader.rows(WITH_PROTEIN)]
        others = [row.id for row in reader.rows(WITHOUT)]
    chance = random.Random(seed)
    chosen = [*chance.sample(coding, min(len(coding), PAGES * 4 // 5)), *chance.sample(others, PAGES // 5)]
    chance.shuffle(chosen)
    return chosen
