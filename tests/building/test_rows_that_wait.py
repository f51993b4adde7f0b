"""Rows of links and papers wait as numbers and are joined by SQLite: plain Python over the same files says the same."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.report import BuildReport, FileReport
from atlasview.building.wish import Wish
from tests.building.public_files import write_hgnc
from tests.sources.outcomes import written

GENES, STRANGERS = range(1, 41), (900, 901)
"""Numbers of genes that the atlas has, and of those that it has not."""
HEAD = "protein1 protein2 experimental textmining combined_score"


def genes(folder: Path) -> None:
    kind = ("protein-coding gene", "gene with protein product", "Approved", "7q1", "", "", "2024-01-02")
    write_hgnc(folder, ((f"HGNC:{n}", f"MADE{n}", f"made {n}", *kind, str(n), f"ENSG{n:011}", "") for n in GENES))


def names() -> str:
    return "#string_protein_id\tpreferred_name\n" + "".join(f"9606.P{n:03}\tMADE{n}\n" for n in GENES)


def links(seed: int) -> list[tuple[int, int, int, int, int]]:
    """Pairs from either end, some of them twice, some with strangers; two channels and the score of each."""
    chance = random.Random(seed)
    found = []
    for one in (*GENES, *STRANGERS):
        for other in chance.sample([*GENES, *STRANGERS], 9):
            said = chance.choice((0, 150, 400)), chance.choice((0, 300)), chance.choice((500, 700))
            if one < other:
                found += [(one, other, *said), (other, one, *said)]
    return sorted([*found, *chance.sample(found, 12)])


def papers(seed: int) -> list[tuple[int, int]]:
    chance = random.Random(seed)
    return [(chance.choice((*GENES, *STRANGERS)), chance.randrange(1000, 1040)) for _ in range(400)]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rows")
    genes(folder)
    written(folder, names(), "names.txt")
    for seed in (1, 2):
        rows = "".join(f"9606.P{one:03} 9606.P{other:03} {a} {b} {whole}\n" for one, other, a, b, whole in links(seed))
        written(folder, f"{HEAD}\n{rows}", f"links{seed}.txt")
        rows = "".join(f"9606\t{gene}\t{paper}\n" for gene, paper in papers(seed))
        written(folder, f"#tax_id\tGeneID\tPubMed_ID\n{rows}", f"papers{seed}")
    return folder


@pytest.fixture(scope="module")
def report(files: Path) -> BuildReport:
    return build_from_files(find_inputs([str(files)]), Wish(files / "made.atlas", jobs=1))


def rows(files: Path, statement: str) -> Iterator[tuple[Any, ...]]:
    with closing(sqlite3.connect(files / "made.atlas")) as connection:
        yield from connection.execute(statement)


def test_interactions_are_those_that_plain_python_finds(files: Path, report: BuildReport) -> None:
    both = (link for seed in (1, 2) for link in links(seed))
    expected = dict.fromkeys(link for link in both if link[0] < link[1] and link[1] in GENES)
    found = rows(
        files,
        "SELECT g.symbol, p.symbol, i.score, i.channels FROM interaction i JOIN subject g ON g.key = i.gene"
        " JOIN subject p ON p.key = i.partner ORDER BY substr(g.symbol, 5) + 0, i.number",
    )
    said: list[tuple[str, str, int, str]] = [
        (one[4:], other[4:], round(score * 1000), channels) for one, other, score, channels in found
    ]
    assert said == [
        (str(one), str(other), whole, channels_of(a, b))
        for one, other, a, b, whole in sorted(expected, key=lambda link: link[0])
    ]


def channels_of(experimental: int, textmining: int) -> str:
    given = (("experiments", experimental), ("text mining", textmining))
    return "|".join(f"{name}={score / 1000!r}" for name, score in given if score)


def test_citations_are_those_that_plain_python_finds(files: Path, report: BuildReport) -> None:
    expected = dict.fromkeys((gene, paper) for seed in (1, 2) for gene, paper in papers(seed) if gene in GENES)
    found = rows(
        files,
        "SELECT g.symbol, p.pmid FROM citation c JOIN subject g ON g.key = c.subject"
        " JOIN publication p ON p.key = c.publication ORDER BY substr(g.symbol, 5) + 0, c.number",
    )
    assert [(int(str(gene)[4:]), int(paper)) for gene, paper in found] == sorted(expected, key=lambda pair: pair[0])


def test_papers_are_ranked_by_the_genes_that_cite_them(files: Path, report: BuildReport) -> None:
    times: dict[int, int] = {}
    for seed in (1, 2):
        for gene, paper in papers(seed):
            if gene in GENES:
                times[paper] = times.get(paper, 0) + 1
    found = [int(pmid) for (pmid,) in rows(files, "SELECT pmid FROM publication ORDER BY key")]
    assert sorted(found) == sorted(times)
    assert [times[paper] for paper in found] == sorted(times.values(), reverse=True)


def test_every_row_of_the_files_is_accounted_for(report: BuildReport) -> None:
    for one in report.files:
        counted = one.source
        assert counted.read == counted.kept + counted.rejected + counted.filtered + counted.superseded
    again = file_of(report, "links2.txt")
    strange = [link for link in links(2) if link[0] < link[1] and link[1] not in GENES]
    assert again.source.read == len(links(2))
    assert again.source.filtered == sum(one > other for one, other, *_said in links(2))
    known = {link for link in links(2) if link[0] < link[1] and link[1] in GENES}
    assert again.source.kept == len(known - set(links(1)))
    assert again.source.rejected == len(strange)
    assert {one.reason for one in again.refusals} == {
        "no gene of this atlas is the partner",
        "no gene of this atlas has the identifier",
    }


def file_of(report: BuildReport, name: str) -> FileReport:
    (found,) = (one for one in report.files if one.file == name)
    return found


def test_an_atlas_has_its_indices_and_is_sound(files: Path, report: BuildReport) -> None:
    found = {str(name) for (name,) in rows(files, "SELECT name FROM sqlite_master WHERE type = 'index'")}
    assert {"ix_interaction_partner", "ix_citation_publication"} <= found
    plan = rows(files, "EXPLAIN QUERY PLAN SELECT gene FROM interaction WHERE partner = 3")
    assert any("ix_interaction_partner" in str(row) for row in plan)
    assert check_atlas(files / "made.atlas") == ()
