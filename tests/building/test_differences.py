"""Sources that contradict each other: both values stay, and search finds the gene by either."""

from dataclasses import replace
from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import search
from atlasview.building.compose import build_from_files
from atlasview.building.differences import differences, still_differs
from atlasview.building.inputs import find_inputs
from atlasview.building.wish import Wish
from atlasview.cli import main
from atlasview.records.difference import Difference
from atlasview.records.difference import differing as differing_words
from atlasview.records.gene import Gene, Location
from tests.building.public_files import GENE_INFO_ROWS, write_gene_info, write_hgnc

SHOWN = Gene(
    "HGNC:6005",
    "IL21",
    "interleukin 21",
    "gene with protein product",
    Location("4q27", "4", 122612623, 122621069, "-", "GRCh38"),
    9606,
    "hgnc",
)


def differing(**changes) -> dict[str, str]:
    other = replace(SHOWN, source="gene-info", **changes)
    return {one.what: one.value for one in differences(SHOWN, [SHOWN, other])}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, {}),
        ({"symbol": "il21", "name": "Interleukin 21"}, {}),
        ({"symbol": "", "name": "", "locus_type": "", "location": Location()}, {}),
        ({"symbol": "IL-21"}, {"symbol": "IL-21"}),
        ({"name": "interleukin twenty-one"}, {"name": "interleukin twenty-one"}),
        ({"locus_type": "protein-coding"}, {}),
        ({"locus_type": "other"}, {}),
        ({"locus_type": "ncRNA"}, {"gene type": "ncRNA"}),
        ({"location": Location("4q27.1", "4")}, {}),
        ({"location": Location("4q", "4")}, {}),
        ({"location": Location("4q26-q27", "4")}, {}),
        ({"location": Location("4q28", "4")}, {"band": "4q28"}),
        ({"location": Location("4q27", "4 and Y")}, {}),
        ({"location": Location("5q27", "5")}, {"band": "5q27", "chromosome": "5"}),
        ({"location": Location("", "4", 123533783, 123542224, "-", "GRCh37")}, {}),
        ({"location": Location("", "4", 1, 9, "-", "GRCh38")}, {"position": "4:1-9 (-) GRCh38"}),
        ({"location": Location("", "4", 122612000, 122625000, "-", "GRCh38")}, {}),
        ({"location": Location("", "4", 122615000, 122616000, "-", "GRCh38")}, {}),
        ({"location": Location("", "4", 122612623, 122621069, "", "GRCh38")}, {}),
        (
            {"location": Location("", "4", 122612623, 122621069, "+", "GRCh38")},
            {"position": "4:122612623-122621069 (+) GRCh38"},
        ),
        (
            {"location": Location("", "4", 122619000, 122629000, "-", "GRCh38")},
            {"position": "4:122619000-122629000 (-) GRCh38"},
        ),
        (
            {"location": Location("", "5", 122612623, 122621069, "-", "GRCh38")},
            {"chromosome": "5", "position": "5:122612623-122621069 (-) GRCh38"},
        ),
    ],
)
def test_what_is_a_difference(changes: dict, found: dict[str, str]):
    assert differing(**changes) == found


def test_what_the_atlas_says_by_now_is_no_difference():
    (was,) = differences(SHOWN, [replace(SHOWN, symbol="IL-21", source="gene-info")])
    assert still_differs(was, SHOWN)
    assert not still_differs(was, replace(SHOWN, symbol="IL-21"))


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    older = ("9606", "3575", "CDW127X", *GENE_INFO_ROWS[0][3:7], "5q31", *GENE_INFO_ROWS[0][8:10], "CDW127X",
             *GENE_INFO_ROWS[0][11:])  # fmt: skip
    write_hgnc(tmp_path / "files")
    write_gene_info(tmp_path / "files", [older])
    target = tmp_path / "differ.atlas"
    build_from_files(find_inputs([str(tmp_path / "files")]), Wish(target, jobs=1))
    return target


def said(path: Path) -> list[tuple[str, str, str]]:
    with AtlasReader(path) as reader:
        return [(one.what, one.value, one.source) for one in gene_profile(reader, "HGNC:6024").differences]


def test_both_values_are_in_the_atlas_and_lead_to_the_gene(atlas: Path, capsys: pytest.CaptureFixture[str]):
    assert said(atlas) == [("symbol", "CDW127X", "gene-info"), ("band", "5q31", "gene-info")]
    with AtlasReader(atlas) as reader:
        gene = gene_profile(reader, "HGNC:6024").gene
        assert (gene.symbol, gene.location.band) == ("IL7R", "5p13.2")
        assert [hit.place.label for hit in search(reader, "CDW127X").hits][:1] == ["IL7R"]
    assert check_atlas(atlas) == ()
    assert main(["--atlas", str(atlas), "show", "IL7R"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Sources differ symbol CDW127X (NCBI Gene); band 5q31 (NCBI Gene)" in shown


def test_what_differs_of_the_protein_stays_too():
    bonds = Difference("HGNC:6005", "disulfide bonds", "4 paired cysteines; UniProt has 3 bonds", "card")
    assert still_differs(bonds, SHOWN)
    assert differing_words([bonds], {}) == ["Disulfide bonds: 4 paired cysteines; UniProt has 3 bonds (card)"]


def test_differences_stay_when_the_atlas_is_added_to(atlas: Path, tmp_path: Path):
    more = tmp_path / "more.atlas"
    extra = write_gene_info(tmp_path / "extra", [GENE_INFO_ROWS[1]], "other.txt")
    build_from_files(find_inputs([str(extra)]), Wish(more, add_to=atlas, jobs=1))
    assert said(more) == said(atlas)
