"""An atlas with a protein as large as titin, one as small as a cytokine, and genes scored in 800 cell types."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from atlasview.building.build import build_atlas
from atlasview.building.material import Material
from atlasview.records.cell_type import CellType, Context
from atlasview.records.gene import Gene, Location
from atlasview.records.protein import Evidence, Feature, GeneProtein, Isoform, Protein
from atlasview.records.sequence import crc64
from atlasview.records.significance import Significance
from atlasview.records.source import Source
from atlasview.records.transcript import Exon, Transcript
from atlasview.records.variant import Variant

LARGE, SMALL, SCORED = "HGNC:900001", "HGNC:900002", "HGNC:900003"
"""Genes of the atlas: with a protein of 34,350 residues, with one of 162, and the first of those with scores."""
LARGE_PROTEIN = "UniProtKB:A0MAD1A001"
CELL_TYPES, SCORED_GENES = 800, 20
FIRST_CELL = "CL:9900000"

_SOURCE = "made"
_LETTERS = "ACDEFGHIKLMNPQRSTVWY"
_LINEAGES = "t-cell b-cell natural-killer-innate-lymphoid myeloid erythroid-megakaryocyte stem-progenitor other".split()
_CLASSES = ("pathogenic", "likely-pathogenic", "uncertain", "benign", "polymorphism", "")
_CONSEQUENCES = ("missense", "missense", "missense", "nonsense", "frameshift")
_DOMAINS = ("Ig-like", "Fibronectin type-III")
_SITES = ("MOD_RES", "BINDING", "ACT_SITE", "CARBOHYD", "SITE", "CROSSLNK")
_STRETCHES = ("REGION", "MOTIF", "HELIX", "STRAND", "COMPBIAS", "COILED", "REPEAT")


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything a made protein has."""

    residues: int
    domains: int
    others: int
    variants: int
    exons: int
    isoforms: int


TITIN = Size(34_350, 210, 90, 2_000, 363, 8)
CYTOKINE = Size(162, 1, 12, 12, 5, 2)


def build(target: Path, seed: int = 6) -> Path:
    """Write the atlas; the same seed makes the same atlas."""
    chance = random.Random(seed)
    records: dict[type, list[object]] = {Source: [Source(_SOURCE, "Made records", licence="CC0-1.0")]}
    for number, (gene, size) in enumerate(((LARGE, TITIN), (SMALL, CYTOKINE)), 1):
        for record in _protein(gene, number, size, chance):
            records.setdefault(type(record), []).append(record)
    for record in _scores(chance):
        records.setdefault(type(record), []).append(record)
    build_atlas(Material("Made proteins", "1", "GRCh38", "2026-01-01", records), target)
    return target


def _gene(identifier: str, number: int) -> Gene:
    return Gene(
        identifier, f"MADE{number}", f"made gene {number}", "gene with protein product", Location(), 9606, _SOURCE
    )


def _protein(gene: str, number: int, size: Size, chance: random.Random) -> Iterator[object]:
    accession = f"A0MAD{number}A001"
    sequence = "M" + "".join(chance.choices(_LETTERS, k=size.residues - 1))
    identifier = f"UniProtKB:{accession}"
    yield _gene(gene, number)
    yield Protein(
        identifier, accession, (), f"MADE{number}_HUMAN", f"Made protein {number}", True, 1, "Homo sapiens", 9606,
        f"MADE{number}", sequence, 1, 110 * size.residues, crc64(sequence), "", _SOURCE,
    )  # fmt: skip
    yield GeneProtein(gene, identifier, _SOURCE)
    features = list(_features(identifier, accession, sequence, size, chance))
    skipped = list(_skipped(accession, size, chance))
    for feature, note in skipped:
        features.append(Feature(identifier, accession, len(features) + 1, "VAR_SEQ", *feature[:2], "", "", note,
                                feature[2], (), _SOURCE))  # fmt: skip
    yield from features
    yield from _isoforms(identifier, accession, sequence, size, [each for each, _note in skipped])
    yield from _variants(gene, accession, sequence, size, chance)
    yield _transcript(gene, number, accession, size)
    yield replace(_transcript(gene, number, accession, size), id=f"ENST0000090000{number + 5}", mane_select=False)


def _features(protein: str, accession: str, sequence: str, size: Size, chance: random.Random) -> Iterator[Feature]:
    """Domains side by side, stretches and sites anywhere, disulfides in domains, variants with and without a note."""
    known = (Evidence("ECO:0000269", "PMID:11081504"),)
    rows: list[tuple[str, int, int, str, str]] = []
    step = size.residues // (size.domains + 1)
    for at in range(size.domains):
        start = 10 + at * step
        rows.append(("DOMAIN", start, start + int(step * 0.6), f"{_DOMAINS[at % 2]} {at + 1}", ""))
    for at in range(size.others):
        start = chance.randrange(2, size.residues - 40)
        if at % 3:
            rows.append((_SITES[at % len(_SITES)], start, start, ("Phosphoserine", "ATP")[at % 2], ""))
        elif at % 2:
            rows.append(("DISULFID", start, start + chance.randrange(4, 36), "", ""))
        else:
            rows.append((_STRETCHES[at % 7], start, start + chance.randrange(3, 36), f"Stretch {at}", ""))
    for at in range(size.variants):
        position = chance.randrange(2, size.residues + 1)
        note = f"(in CMD1G; dbSNP:rs{at + 1})" if at % 5 == 0 else f"(in dbSNP:rs{at + 1})"
        change = f"{sequence[position - 1]} -> {chance.choice(_LETTERS)} {note}"
        rows.append(("VARIANT", position, position, change, f"VAR_{900_000 + at}"))
    for ordinal, (kind, start, end, words, key) in enumerate(rows, 1):
        yield Feature(protein, accession, ordinal, kind, start, end, "", "", words, key, known, _SOURCE)


def _skipped(accession: str, size: Size, chance: random.Random) -> Iterator[tuple[tuple[int, int, str], str]]:
    """What isoforms lack: ranges that do not touch each other, with the words of UniProt for a missing stretch."""
    wide = size.residues // (3 * size.isoforms)
    for at in range(size.isoforms * 2):
        start = 20 + at * (size.residues - 40) // (size.isoforms * 2)
        end = start + chance.randrange(2, max(wide, 4))
        yield (start, end, f"VSP_9{accession[5]}{at:04}"), f"Missing (in isoform {at // 2 + 2})"


def _isoforms(
    protein: str, accession: str, sequence: str, size: Size, skipped: list[tuple[int, int, str]]
) -> Iterator[Isoform]:
    yield Isoform(f"{accession}-1", protein, "1", (), True, (), sequence, "", _SOURCE)
    for at in range(size.isoforms - 1):
        lost = skipped[at * 2 : at * 2 + 2]
        left = sequence
        for start, end, _key in reversed(lost):
            left = left[: start - 1] + left[end:]
        keys = tuple(key for _start, _end, key in lost)
        yield Isoform(f"{accession}-{at + 2}", protein, f"{at + 2}", (), False, keys, left, "", _SOURCE)


def _variants(gene: str, accession: str, sequence: str, size: Size, chance: random.Random) -> Iterator[Variant]:
    for at in range(size.variants):
        # A fifth of them crowd at a few places, as they do in real genes.
        position = chance.randrange(2, size.residues + 1) if at % 5 else 40 + at % 7 * (size.residues // 10)
        ref, alt = sequence[position - 1], chance.choice(_LETTERS)
        somatic = at % 3 == 0
        yield Variant(
            gene, f"{accession}-1", f"p.{ref}{position}{alt}", ref, alt, position, chance.choice(_CONSEQUENCES),
            "somatic" if somatic else "germline", "" if somatic else chance.choice(_CLASSES), "", f"rs{at + 1}",
            "", chance.randrange(1, 30) if somatic and at % 2 else None, "", (), _SOURCE,
        )  # fmt: skip


def _transcript(gene: str, number: int, accession: str, size: Size) -> Transcript:
    """Exons of nearly equal length, the first and the last with an untranslated part."""
    coding = size.residues * 3 + 3
    each, more = divmod(coding + 300, size.exons)
    exons, start = [], 178_525_989
    for at in range(size.exons):
        exons.append(Exon(start, start + each + (more if at == size.exons - 1 else 0) - 1))
        start = exons[-1].end + 200 + at * 13 % 1_500
    return Transcript(
        gene, f"ENST0000090000{number}", "GRCh38", "protein_coding", True, False, True, "2", "+", tuple(exons),
        size.exons, coding + 300, exons[0].start + 10, exons[-1].end - 290, 0, f"ENSEMBL:ENSP0000090000{number}",
        f"{accession}-1", "", _SOURCE,
    )  # fmt: skip


def _scores(chance: random.Random) -> Iterator[object]:
    yield Context("overall", "Overall", _SOURCE)
    for at in range(CELL_TYPES):
        name = f"made cell type number {at + 1}"
        yield CellType(f"CL:99{at:05}", name, "", _LINEAGES[at % len(_LINEAGES)], _SOURCE)
    for number in range(SCORED_GENES):
        gene = f"HGNC:{900_003 + number}"
        yield replace(_gene(gene, 3 + number), locus_type="RNA, long non-coding")
        yield from (_score(gene, f"CL:99{at:05}", chance) for at in range(CELL_TYPES))


def _score(gene: str, cell: str, chance: random.Random) -> Significance:
    csi, threshold = chance.gauss(2, 6), chance.uniform(3, 6)
    return Significance(
        gene, cell, "overall", "made", csi, 100 * csi / 30, chance.uniform(0, 100), threshold, csi / threshold,
        max(min(csi / 20, 1.0), -1.0), 0.01, 0.05, csi - 1, csi + 1, 30, 400, chance.randrange(1, 9), 1_000, 40.0,
        "replicated", _SOURCE,
    )  # fmt: skip
