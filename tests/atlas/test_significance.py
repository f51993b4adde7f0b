"""Scores are read from their blocks as the records that they were written from, for genes and for cell types."""

import random
from collections.abc import Iterator
from dataclasses import astuple, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from atlasview.atlas.cell_type import cell_type_profile
from atlasview.atlas.check import check_atlas
from atlasview.atlas.contents import all_records
from atlasview.atlas.coverage import coverage
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.page import profile
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.score_writer import BEST
from atlasview.atlas.significance import best_genes, cell_type_genes, contexts_of, gene_significance
from atlasview.atlas.statement import Statement
from atlasview.atlas.strata import strata_of
from atlasview.building.build import build_atlas
from atlasview.building.material import Material
from atlasview.records.cell_type import CellType, Context
from atlasview.records.gene import Gene, Location
from atlasview.records.place import Kind, Place
from atlasview.records.profile import GeneLink, TermProfile
from atlasview.records.significance import Coverage, Significance
from atlasview.records.source import Source

GENES, CELL_TYPES, CONTEXTS = 130, 23, ("overall", "UBERON:0000178")
_KEY = Statement("SELECT key FROM subject WHERE id = :id")


def made(seed: int = 4) -> Material:
    """Genes with scores in most cell types of two contexts and two data sets; a third has no interval."""
    chance = random.Random(seed)
    records: dict[type, list[object]] = {
        Source: [Source("made", "Made scores", licence="CC0-1.0")],
        Gene: [Gene(f"HGNC:{900 + at}", f"GENE{at}", "made", "", Location(), 9606, "made") for at in range(GENES)],
        CellType: [CellType(f"CL:{at:07d}", f"cell {at % 9}", "", "", "made") for at in range(CELL_TYPES)],
        Context: [Context(one, one, "made") for one in CONTEXTS],
        Significance: [],
    }
    for at in range(GENES):
        for cell in range(CELL_TYPES):
            for context in CONTEXTS:
                if chance.random() < 0.8:
                    records[Significance].append(_score(chance, at, cell, context))
        if at % 10 == 0:
            one = _score(chance, at, 3, "overall")
            records[Significance].append(replace(one, dataset="published", csi=11.3, rcsi=8.46, prs=99.65, p=None))
    return Material("Made scores", "1", "", "2026-01-01", records)


def _score(chance: random.Random, gene: int, cell: int, context: str) -> Significance:
    delta, power = chance.uniform(-1, 1), chance.choice((0.0, 1.5, 12.3, 240.0))
    csi = None if chance.random() < 0.05 else float(f"{delta * power:.13g}")
    threshold = 1.237 + cell if cell % 7 else None
    rcsi = None if csi is None else float(f"{100 * csi / (251.37 + cell):.13g}")
    fold = None if csi is None or threshold is None else float(f"{csi / threshold:.13g}")
    ends = (None, None) if gene % 3 == 0 or csi is None else (csi - 0.123456789, csi + 1)
    return Significance(
        f"HGNC:{900 + gene}", f"CL:{cell:07d}", context, "own", csi, rcsi, None if csi is None else float(gene % 101),
        threshold, fold, delta, 10**-power, None, ends[0], ends[1], 5 + cell, 800, 5, 100 * cell, float(cell % 100),
        "few donors", "made",
    )  # fmt: skip


@pytest.fixture(scope="module", params=["exact", "six digits"])
def scored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AtlasReader]:
    path = tmp_path_factory.mktemp("scores") / "made.atlas"
    with pytest.MonkeyPatch.context() as patch:
        if request.param != "exact":
            patch.setattr("atlasview.building.build.EXACT_UP_TO", 0)
        build_atlas(made(), path)
    with AtlasReader(path) as reader:
        yield reader


def kept(score: Significance, reader: AtlasReader) -> Significance:
    """A record as this atlas holds it: as it was given, or with six digits of what is not one for all genes."""
    if _exact(reader):
        return score
    names = ("csi", "rcsi", "prs", "fold_change", "delta", "p", "csi_low", "csi_high", "percent_expressing")
    given = {name: getattr(score, name) for name in names}
    rounded: dict[str, Any] = {name: None if one is None else float(f"{one:.5e}") for name, one in given.items()}
    return replace(score, **rounded)


def _exact(reader: AtlasReader) -> bool:
    first = reader.rows(Statement("SELECT block FROM score_tile ORDER BY key LIMIT 1"))[0][0]
    return first[8] == 1


def key_of(reader: AtlasReader, identifier: str) -> int:
    return int(reader.row(_KEY, id=identifier).key)


def of(scores: list[Significance], **fields: str) -> list[Significance]:
    return [one for one in scores if all(getattr(one, name) == value for name, value in fields.items())]


def by_csi(score: Significance) -> tuple[bool, float, str, int, str]:
    name = f"cell {int(score.cell_type[3:]) % 9}"
    return score.csi is None, -(score.csi or 0), name, CONTEXTS.index(score.context), score.dataset


def by_prs(score: Significance) -> tuple[bool, float, bool, float, str, int, str]:
    place = CONTEXTS.index(score.context)
    symbol = f"GENE{int(score.gene[5:]) - 900}"
    return score.prs is None, -(score.prs or 0), score.csi is None, -(score.csi or 0), symbol, place, score.dataset


@pytest.fixture
def wanted(scored: AtlasReader) -> list[Significance]:
    return [kept(one, scored) for one in made().of(Significance)]


def test_all_scores_of_every_gene(scored: AtlasReader, wanted: list[Significance]):
    for at in range(GENES):
        gene = f"HGNC:{900 + at}"
        found = gene_significance(scored, key_of(scored, gene), gene)
        own = sorted(of(wanted, gene=gene), key=lambda one: (*by_csi(one), one.cell_type))
        assert sorted((one.scores for one in found), key=lambda one: (*by_csi(one), one.cell_type)) == own
        assert [by_csi(one.scores) for one in found] == sorted(map(by_csi, own))
        assert all(one.cell_type.id == one.scores.cell_type and one.context.id == one.scores.context for one in found)


def test_all_genes_of_every_cell_type_and_the_best_of_them(scored: AtlasReader, wanted: list[Significance]):
    for cell in range(CELL_TYPES):
        known = strata_of(scored, key_of(scored, f"CL:{cell:07d}"))
        own = sorted(of(wanted, cell_type=f"CL:{cell:07d}"), key=by_prs)
        assert scores(cell_type_genes(scored, known)) == own
        sets = {(one.context, one.dataset) for one in own}
        best = [one for pair in sets for one in of(own, context=pair[0], dataset=pair[1])[:BEST]]
        found = scores(best_genes(scored, known))
        assert sorted(by_prs(one)[:4] for one in found) == sorted(by_prs(one)[:4] for one in best)
        assert found == [one for one in own if one in found]
        assert [one.id for one in contexts_of(known)] == list(CONTEXTS)


def scores(links: tuple[GeneLink, ...]) -> list[Significance]:
    return [one.scores for one in links if one.scores is not None]


def test_a_cell_type_has_more_genes_than_its_best(scored: AtlasReader):
    known = strata_of(scored, key_of(scored, "CL:0000001"))
    assert len(cell_type_genes(scored, known)) / 2 > BEST


def test_a_page_is_first_read_with_the_best_where_there_are_many(scored: AtlasReader, monkeypatch: pytest.MonkeyPatch):
    place = Place(Kind.CELL_TYPE, "CL:0000001")
    few = profile(scored, place, first=True)
    monkeypatch.setattr("atlasview.atlas.cell_type.READ_AT_FIRST", 100)
    first, whole = profile(scored, place, first=True), profile(scored, place)
    assert isinstance(first, TermProfile) and isinstance(whole, TermProfile)
    assert few == whole
    assert (first.left_out, whole.left_out) == (len(whole.genes) - len(first.genes), 0)
    assert BEST < len(first.genes) < len(whole.genes)
    assert replace(first, genes=whole.genes, left_out=0) == whole


def test_every_record_is_read_back_for_a_new_atlas(scored: AtlasReader, wanted: list[Significance]):
    found = [record for noun, record in all_records(scored) if noun is Significance]
    assert sorted(map(astuple, found), key=str) == sorted(map(astuple, wanted), key=str)
    genes = [one.gene for one in found]
    assert len(set(genes)) == 1 + sum(one != other for one, other in pairwise(genes))


def test_the_check_finds_nothing_wrong(scored: AtlasReader):
    assert [one for one in check_atlas(scored.path) if one.severity == "error"] == []


def test_the_same_scores_give_the_same_bytes(scored: AtlasReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    if not _exact(scored):
        monkeypatch.setattr("atlasview.building.build.EXACT_UP_TO", 0)
    build_atlas(made(), tmp_path / "again.atlas")
    assert (tmp_path / "again.atlas").read_bytes() == scored.path.read_bytes()


def test_how_many_genes_a_data_set_has_scores_of(scored: AtlasReader, wanted: list[Significance]):
    genes: dict[str, dict[tuple[str, str], set[str]]] = {}
    for score in wanted:
        genes.setdefault(score.dataset, {}).setdefault((score.cell_type, score.context), set()).add(score.gene)
    most = {dataset: max(map(len, groups.values())) for dataset, groups in genes.items()}
    number = scored.kinds[Kind.GENE][1]
    for dataset, count in most.items():
        assert coverage(scored, [dataset, dataset, "none of these"]) == (Coverage(dataset, count, number),)
    page = cell_type_profile(scored, wanted[0].cell_type)
    assert {one.dataset for one in page.coverage} == {one.scores.dataset for one in page.genes if one.scores}
    gene = gene_profile(scored, wanted[0].gene)
    assert {one.dataset for one in gene.coverage} == {row.scores.dataset for row in gene.significance}
