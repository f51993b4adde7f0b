"""An atlas of as many made genes as the human genome has, built by the real builder: for search at full size."""

import random
import string
from pathlib import Path

from atlasview.building.build import build_atlas
from atlasview.building.material import Material
from atlasview.records.gene import Gene, GeneName, Location
from atlasview.records.reference import CrossReference
from atlasview.records.source import Source

SOURCE = "made"
WORDS = (
    "alpha antigen associated beta binding chain channel coiled containing cytokine domain factor family finger "
    "growth homeobox interleukin kinase like ligand member membrane motif nuclear open protein reading receptor "
    "regulator related ribosomal solute subunit suppressor transcription transmembrane tumor type zinc"
).split()


def build(target: Path, genes: int, seed: int = 20) -> Path:
    """Write an atlas of `genes` made genes, each with a name, two aliases, a previous symbol and two identifiers."""
    chance = random.Random(seed)
    symbols = sorted(_symbols(chance, 4 * genes))
    chance.shuffle(symbols)
    records: dict[type, list[object]] = {Source: [Source(SOURCE, "Made genes", licence="CC0-1.0")]}
    for kind in (Gene, GeneName, CrossReference):
        records[kind] = []
    for number in range(genes):
        identifier = f"HGNC:{900_000 + number}"
        symbol, previous, *aliases = symbols[4 * number : 4 * number + 4]
        name = " ".join(chance.choices(WORDS, k=4))
        location = Location(band=f"{chance.randint(1, 22)}q{chance.randint(11, 36)}")
        records[Gene].append(Gene(identifier, symbol, name, "gene with protein product", location, 9606, SOURCE))
        records[GeneName].append(GeneName(identifier, "previous symbol", previous, SOURCE))
        records[GeneName].extend(GeneName(identifier, "alias", alias, SOURCE) for alias in aliases)
        others = (("NCBIGene", f"{9_000_000 + number}"), ("ENSEMBL", f"ENSG00009{number:06d}"))
        records[CrossReference].extend(CrossReference(identifier, base, other, "", SOURCE) for base, other in others)
    build_atlas(Material("Made atlas", "1", "GRCh38", "2026-01-01", records), target)
    return target


def _symbols(chance: random.Random, count: int) -> set[str]:
    found: set[str] = set()
    while len(found) < count:
        letters = "".join(chance.choices(string.ascii_uppercase, k=chance.choice((2, 3, 3, 4, 4, 5))))
        found.add(f"{letters}{chance.randint(1, 99)}{chance.choice(('', '', '', 'A', 'B', 'L', 'R'))}")
    return found
