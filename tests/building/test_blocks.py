"""Rows that say one fact each come in blocks: what is in them, and that an account is as right as row by row."""

import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from atlasview.atlas.gene import gene_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.building.blocks import Block
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.outcomes import outcome_of, outcomes_of, plain
from atlasview.building.parcels import NOUNS
from atlasview.building.report import BuildReport, FileReport
from atlasview.building.wish import Wish
from atlasview.records.packing import lined_of, packed_of, packing, payloads_of
from atlasview.records.term import GeneTerm, Term
from atlasview.records.trouble import InputRefused
from atlasview.records.variant import Sighting, Variant
from atlasview.sources.formats import format_of
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Taken
from benchmarks.large_tables import TABLES
from tests.building.public_files import HGNC_ROWS, write_hgnc
from tests.sources.outcomes import written

HEAD = "#tax_id\tGeneID\tGO_ID\tEvidence\tQualifier\tGO_term\tPubMed\tCategory\n"
ROW = "9606\t{}\tGO:{:07}\tIDA\tenables\t{}\t{}\tFunction\n"
ROWS = 9_000
BIG = "7" * 300
FACTS = ("gaf", "gene2go", "maf", "clinvar")


def made(kind: str) -> Iterator[str]:
    """Rows of a made table, some of them short, of other organisms, without a name, or of nobody."""
    chance = random.Random(3)
    for number, line in enumerate(islice(TABLES[kind].lines(), ROWS)):
        cells = line.split("\t")
        if number and chance.random() < 0.1:
            cells[chance.randrange(len(cells))] = chance.choice(("", "x", "-", "10090", "a|b"))
        yield "\t".join(cells[: 3 if number and chance.random() < 0.02 else None])


def in_blocks(path: Path, kind: str) -> list[Block]:
    known = format_of(kind)
    assert known
    with SourceFile(path, "", "here", 9606) as file:
        found = [outcome_of(plain(block)) for block in outcomes_of(known, file)]
    assert all(isinstance(block, Block) for block in found)
    return found  # type: ignore[return-value]  # as was asserted


def facts_of(blocks: list[Block]) -> list[tuple[int, Any]]:
    """Line and fact of each, by line; of shared things as well."""
    found = []
    for block in blocks:
        unpack = packing(NOUNS[block.noun]).unpack
        for owner, first, number, content in block.lots:
            facts, lines = lined_of(content)
            assert (first, number) == (lines[0], len(facts))
            assert {fact[0] for fact in facts} == {owner}
            for line, fact in zip(lines, facts, strict=True):
                width = len(packing(NOUNS[block.noun]).fields)
                record = unpack(fact[:width])
                found.append((line, Sighting(record, fact[width]) if len(fact) > width else record))
        for line, lot in block.shared:
            things = [packed_of(one)[0] for one in payloads_of(lot.content)]
            found += [(line, packing(NOUNS[lot.noun]).unpack(thing)) for thing in things]
    return sorted(found, key=lambda one: one[0])


@pytest.mark.parametrize("kind", FACTS)
def test_blocks_hold_what_is_read_row_by_row(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, "\n".join(made(kind)) + "\n", TABLES[kind].name)
    known = format_of(kind)
    assert known
    with SourceFile(path, "", "here", 9606) as file:
        singly = list(known.read(file))
    blocks = in_blocks(path, kind)
    taken = [one for one in singly if isinstance(one, Taken)]
    assert facts_of(blocks) == [(one.line, record) for one in taken for record in one.records]
    assert [one for block in blocks for one in block.rejected] == [one for one in singly if isinstance(one, Rejected)]
    filtered = sorted((line, why) for block in blocks for why, lines in block.filtered.items() for line in lines)
    assert filtered == sorted((one.line, one.reason) for one in singly if isinstance(one, Filtered))
    assert [sum(block.read for block in blocks), sum(block.taken for block in blocks)] == [len(singly), len(taken)]
    assert min(len(taken), len(singly) - len(taken)) > ROWS / 100


def test_isoforms_and_papers_are_told_with_the_block(tmp_path: Path) -> None:
    blocks = in_blocks(written(tmp_path, "\n".join(made("maf")) + "\n", "made.maf"), "maf")
    variants = [one.variant if isinstance(one, Sighting) else one for _line, one in facts_of(blocks)]
    assert set().union(*(block.named for block in blocks)) == {one.isoform for one in variants}
    assert not any(block.papers for block in blocks)


def test_rows_of_a_gene_that_stand_together_end_a_block_early(tmp_path: Path) -> None:
    sizes = {kind: len(in_blocks(written(tmp_path, "\n".join(made(kind)), kind), kind)) for kind in ("gaf", "maf")}
    assert sizes["gaf"] > sizes["maf"] == 1


def test_what_names_nothing_is_rejected_row_by_row(tmp_path: Path) -> None:
    rows = [ROW.format(BIG, 1, "one", "1|2"), ROW.format(BIG, 1, "one", "-"), ROW.format(3575, 2, "two", "-")]
    (block,) = in_blocks(written(tmp_path, HEAD + "".join(rows)), "gene2go")
    why = "an identifier of more than 256 characters"
    assert [(one.line, one.reason) for one in block.rejected] == [(2, why), (3, why)]
    assert (block.taken, [type(one) for _line, one in facts_of([block])]) == (1, [GeneTerm, Term])


def test_what_was_read_before_trouble_comes_before_it(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD.encode() + ROW.format(3575, 1, "one", "-").encode() + b"\0" * (3 << 20))
    known = format_of("gene2go")
    assert known
    with SourceFile(path, "", "here", 9606) as file:
        outcomes = outcomes_of(known, file)
        assert isinstance(next(outcomes), Block)
        with pytest.raises(InputRefused, match="NUL bytes"):
            next(outcomes)


def build(folder: Path, *files: Path) -> BuildReport:
    paths = [str(path) for path in (write_hgnc(folder), *files)]
    return build_from_files(find_inputs(paths), Wish(folder / "made.atlas", jobs=1))


def file_of(report: BuildReport, path: Path) -> FileReport:
    return next(one for one in report.files if one.path == path)


def test_a_row_is_lost_with_the_last_of_what_it_says(tmp_path: Path) -> None:
    rows = [
        ROW.format(3575, 1, "one", "1"),
        ROW.format(999999, 2, "two", "1"),  # brings a term along, which stays
        ROW.format(999999, 1, "one", "1|2"),  # two facts, both lost
        ROW.format(999999, 1, "one", "3"),
        ROW.format(3575, 1, "one", "1|4"),  # one of two was said before
        ROW.format(3575, 1, "one", "4"),
    ]
    path = written(tmp_path, HEAD + "".join(rows), "gene2go")
    report = build(tmp_path, path)
    told = file_of(report, path)
    source = told.source
    assert (source.read, source.kept, source.rejected, source.superseded) == (6, 3, 2, 1)
    assert [(one.line, one.reason) for one in told.refusals] == [
        (4, "no gene of this atlas has the identifier"),
        (5, "no gene of this atlas has the identifier"),
    ]
    assert [(one.facts, one.examples) for one in told.unmatched] == [(4, ("NCBIGene:999999",))]
    with AtlasReader(report.path) as reader:
        (term,) = gene_profile(reader, "HGNC:6024").terms
    assert [(one.term, one.reference) for one in term.links] == [("GO:0000001", "PMID:1"), ("GO:0000001", "PMID:4")]


@pytest.mark.shared
def test_a_variant_lets_go_of_a_paper_that_the_atlas_does_not_have(shared: Path, tmp_path: Path) -> None:
    coding = HGNC_ROWS[0][3:6]
    row = ("HGNC:3544", "F7", "coagulation factor VII", *coding, "13q34", "", "", "", "2155", "", "P08709")
    hgnc = write_hgnc(tmp_path, [row])
    entry = shared / "data/uniprot/xml/P08709.xml"
    report = build_from_files(find_inputs([str(hgnc), str(entry)]), Wish(tmp_path / "made.atlas", jobs=1))
    known = format_of("uniprot-xml")
    assert known
    with SourceFile(entry, "", "here", 9606) as file:
        said = [record for one in known.read(file) if isinstance(one, Taken) for record in one.records]
    assert any(one.publications for one in said if isinstance(one, Variant))
    with AtlasReader(report.path) as reader:
        kept = gene_profile(reader, "HGNC:3544").variants
    assert kept
    assert not any(one.publications for one in kept)
