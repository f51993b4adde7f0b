"""ClinVar's variant_summary: titles of variants, one assembly of two, diseases, genes."""

from pathlib import Path

import pytest

from atlasview.records.variant import Variant
from atlasview.sources.clinvar_summary import disease_of, title_parts
from tests.sources.outcomes import outcomes, written
from tests.sources.test_tables_in_any_shape import TABLES

TEXT = TABLES["clinvar"]
HEAD, ROW = TEXT.splitlines()


def test_a_row_says(tmp_path: Path) -> None:
    (found,) = outcomes(written(tmp_path, TEXT)).of(Variant)
    assert (found.gene, found.isoform, found.hgvs_p) == ("NCBIGene:3575", "RefSeq:NM_002185.5", "p.Thr244Ile")
    assert (found.origin, found.significance, found.disease) == ("germline", "benign", "OMIM:608971")
    assert (found.note, found.dbsnp, found.count) == ("Benign", "", None)


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("NM_000161.2(GCH1):c.206C>T (p.Pro69Leu)", ("NM_000161.2", "p.Pro69Leu")),
        ("NM_000161.2:c.206C>T (p.(Pro69Leu))", ("NM_000161.2", "p.(Pro69Leu)")),
        ("NM_000118.3(ENG):c.1510G>A (p.Val504=) ", ("NM_000118.3", "p.Val504=")),
        ("GCH1, PRO69LEU (p.Pro69Leu)", ("", "p.Pro69Leu")),
        ("NM_006785.3(MALT1):c.1019-2A>G", ("", "")),
        ("NM_000161.2(GCH1):c.206C>T (p.Pro69Leu) and more", ("", "")),
        ("NM_000161.2(GCH1):c.206C>T (p.Pro69(Leu))", ("", "")),
        ("(p.)", ("", "")),
        ("", ("", "")),
    ],
)
def test_titles(title: str, parts: tuple[str, str]) -> None:
    assert title_parts(title) == parts


@pytest.mark.parametrize(
    ("cell", "disease"),
    [
        ("MedGen:C2713442,OMIM:175100", "OMIM:175100"),
        ("MedGen:C0751436,Orphanet:ORPHA238583", "ORPHA:238583"),
        ("MONDO:MONDO:0012163,MedGen:C1837028", "MONDO:0012163"),
        ("MedGen:C2713442,OMIM:175100|MedGen:CN169374", "OMIM:175100"),
        ("MedGen:C3661900|MONDO:MONDO:0007903,OMIM:151623|MedGen:CN169374", "OMIM:151623"),
        ("MedGen:CN517202;OMIM:175100", "OMIM:175100"),
        ("OMIM:175100;OMIM:175100", "OMIM:175100"),
        ("MedGen:C3661900", ""),
        ("OMIM:175100;OMIM:608971", ""),
        ("MedGen:CN517202", ""),
        ("na", ""),
    ],
)
def test_a_cell_that_names_one_disease(cell: str, disease: str) -> None:
    assert disease_of(cell) == disease


@pytest.mark.parametrize("first", ["GRCh38", "GRCh37"])
def test_one_assembly_is_taken_whichever_comes_first(tmp_path: Path, first: str) -> None:
    rows = sorted((ROW, ROW.replace("GRCh38", "GRCh37")), key=lambda row: first not in row)
    found = outcomes(written(tmp_path, "\n".join((HEAD, *rows)) + "\n"))
    kept = 2 if first == "GRCh38" else 3
    assert [one.line for one in found.taken] == [kept]
    assert [(one.line, one.reason) for one in found.filtered] == [(5 - kept, "the same variant on another assembly")]


def test_a_variant_of_several_genes_belongs_to_the_one_in_its_name(tmp_path: Path) -> None:
    row = ROW.replace("\t3575\tIL7R", "\t-1\tIL7R;LOC1")
    unnamed = row.replace("NM_002185.5(IL7R):c.731C>T", "c.731C>T").replace("1\t", "2\t", 1)
    found = outcomes(written(tmp_path, f"{HEAD}\n{row}\n{unnamed}\n"))
    assert [one.gene for one in found.of(Variant)] == ["symbol:IL7R"]
    assert [(one.line, one.reason) for one in found.rejected] == [(3, "no gene")]


@pytest.mark.shared
def test_the_real_table(shared: Path) -> None:
    found = outcomes(shared / "data/variants/clinvar_variant_summary.txt.gz")
    assert (found.read, len(found.taken), len(found.rejected), len(found.filtered)) == (24, 10, 0, 14)
