"""Gene sets of Reactome, WikiPathways, MSigDB, Enrichr and anybody."""

from pathlib import Path

import pytest

from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm, Term
from tests.sources.outcomes import outcomes, rows_of, told, written

CARD = "http://www.gsea-msigdb.org/gsea/msigdb/cards/"


def genes(path: Path) -> list[str]:
    return [one.gene for one in outcomes(path).of(GeneTerm)]


def test_a_set_is_a_term_with_its_genes(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, f"HALLMARK_X\t{CARD}HALLMARK_X\tIL7R\tIL21\tIL7R\n"))
    assert found.taken[0].key == "genes of GMT:HALLMARK_X"
    assert found.records == [
        Term("GMT:HALLMARK_X", "HALLMARK_X", "gene set", "", False, "", "here"),
        CrossReference("GMT:HALLMARK_X", "MSigDB", "HALLMARK_X", "", "here"),
        GeneTerm("symbol:IL7R", "GMT:HALLMARK_X", "", "", "", "MSigDB", "here"),
        GeneTerm("symbol:IL21", "GMT:HALLMARK_X", "", "", "", "MSigDB", "here"),
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("3575\t59067", ["NCBIGene:3575", "NCBIGene:59067"]),
        ("ENSG00000168685.14\tENSG00000138684", ["ENSEMBL:ENSG00000168685", "ENSEMBL:ENSG00000138684"]),
        ("IL7R,1.0\tIL21,0.5\t", ["symbol:IL7R", "symbol:IL21"]),
        ("HLA-A\tMT-CO2\tC1orf112", ["symbol:HLA-A", "symbol:MT-CO2", "symbol:C1orf112"]),
    ],
)
def test_genes_are_named_as_the_file_names_them(tmp_path: Path, cells: str, expected: list[str]) -> None:
    assert genes(written(tmp_path, f"my set\t\t{cells}\n")) == expected


def test_a_description_is_the_definition(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, "T cells\tgenes of T cells\tCD3E\tCD3D\nB cells\tgenes of B cells\tCD19\n"))
    assert [(one.id, one.name, one.definition) for one in found.of(Term)] == [
        ("GMT:T_cells", "T cells", "genes of T cells"),
        ("GMT:B_cells", "B cells", "genes of B cells"),
    ]


def test_wikipathways_own_file_tells_identifier_date_and_species(tmp_path: Path) -> None:
    page = "https://www.wikipathways.org/instance/WP5473"
    text = (
        f"IL21 signaling%WikiPathways_20240901%WP5473%Homo sapiens\t{page}\t59067\t50615\n"
        f"Other%WikiPathways_20240901%WP1%Mus musculus\t{page}\t1\n"
    )
    found = outcomes(written(tmp_path, text))
    (row,) = found.taken
    assert (found.format, row.key, row.version) == ("wikipathways-gmt", "genes of WikiPathways:WP5473", (1, "20240901"))
    assert found.of(Term) == [Term("WikiPathways:WP5473", "IL21 signaling", "pathway", "", False, "", "here")]
    assert [one.gene for one in found.of(GeneTerm)] == ["NCBIGene:59067", "NCBIGene:50615"]
    assert [(one.line, one.reason) for one in found.filtered] == [(2, "another organism")]
    assert (found.file.release, found.file.date) == ("2024-09-01", "2024-09-01")


def test_the_page_of_a_wikipathway_tells_its_identifier(tmp_path: Path) -> None:
    text = "IL21 signaling\thttp://www.wikipathways.org/instance/WP5473\tIL21\n"
    assert outcomes(written(tmp_path, text)).of(Term)[0].id == "WikiPathways:WP5473"


def test_a_newer_release_of_a_set_has_the_greater_version(tmp_path: Path) -> None:
    dated = "X%WikiPathways_{}%WP1%Homo sapiens\t\tIL7R\n"
    old, new = (outcomes(written(tmp_path, dated.format(date))).taken[0] for date in ("20200101", "20240901"))
    undated = outcomes(written(tmp_path, "X\thttp://www.wikipathways.org/instance/WP1\tIL7R\n")).taken[0]
    assert old.key == new.key == undated.key
    assert undated.version < old.version < new.version


def test_rows_that_are_no_sets_are_rejected(tmp_path: Path) -> None:
    sets = "".join(f"S{number}\tna\tIL7R\tIL21\n" for number in range(50))
    found = outcomes(written(tmp_path, f"{sets}\tna\tIL7R\nS\nempty\tna\t\t\n\n"))
    assert [(one.line, one.reason) for one in found.rejected] == [
        (51, "no row of name, description and genes"),
        (52, "no row of name, description and genes"),
        (53, "a set without genes"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "gene\tchromosome\tstart\nIL7R\t5\t35856875\n",
        "P31946\tUniProtKB-ID\t1433B_HUMAN\nP31946\tGene_Name\tYWHAB\n",
        "sample\tA\tB\nIL7R\t0.5\t1.25\n",
        "#a\tb\tc\td\ne\tf\tg\n",
        "chr1\t100\t200\tname\t1\nchr1\t100\t200\n",
    ],
)
def test_other_tables_are_not_taken_for_gene_sets(tmp_path: Path, text: str) -> None:
    assert told(written(tmp_path, text)) in {"no format that AtlasView reads", "uniprot-idmapping"}


@pytest.mark.shared
def test_reactomes_sets(shared: Path) -> None:
    path = shared / "data/pathways/ReactomePathways.gmt"
    found = outcomes(path)
    assert (found.format, found.read, len(found.taken)) == ("reactome-gmt", 1_448, 1_448)
    links = {(one.gene.removeprefix("symbol:"), one.term.removeprefix("Reactome:")) for one in found.of(GeneTerm)}
    assert links == {(gene, row[1]) for row in rows_of(path) for gene in row[2:]}
    assert ("IL7R", "R-HSA-1266695") in links


@pytest.mark.shared
def test_msigdbs_sets(shared: Path) -> None:
    path = shared / "data/pathways/wikipathway.v7.2.symbols.gmt"
    found = outcomes(path)
    assert (found.format, found.read, len(found.taken)) == ("gmt", 500, 500)
    assert {one.category for one in found.of(Term)} == {"pathway"}
    links = [(one.gene.removeprefix("symbol:"), one.term.removeprefix("GMT:")) for one in found.of(GeneTerm)]
    assert links == [(gene, row[0]) for row in rows_of(path) for gene in row[2:]]
