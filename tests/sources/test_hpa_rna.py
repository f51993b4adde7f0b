"""The Human Protein Atlas' RNA tables of several releases."""

from pathlib import Path

import pytest

from atlasview.records.expression import Expression
from atlasview.records.trouble import InputRefused
from atlasview.sources.hpa_rna import FORMATS
from atlasview.sources.opened import SourceFile
from tests.sources.outcomes import outcomes, told, written

GENE = "ENSG00000168685"
CURIE = f"ENSEMBL:{GENE}"


def table(*rows: str) -> str:
    return "".join(row.replace("|", "\t") + "\n" for row in rows)


@pytest.mark.parametrize("unit", ["nTPM", "NX"])
def test_the_consensus_of_every_release(tmp_path: Path, unit: str) -> None:
    text = table(f"Gene|Gene name|Tissue|{unit}", f"{GENE}|IL7R|lymph node|133.1", f"{GENE}|IL7R|smooth muscle|0.0")
    found = outcomes(written(tmp_path, text))
    said = ("", "", unit, "tissue", "HPA consensus tissues", "here")
    assert found.format == "hpa-tissues"
    assert found.records == [
        Expression(CURIE, "lymph node", "", "UBERON:0000029", 133.1, *said),
        Expression(CURIE, "smooth muscle", "", "UBERON:0001135", 0.0, *said),
    ]


def test_of_several_units_one_is_read_and_the_others_are_told(tmp_path: Path) -> None:
    text = table("Gene|Gene name|Blood cell|TPM|pTPM|NX", f"{GENE}|IL7R|NK-cell|20.1|24.3|19.1")
    found = outcomes(written(tmp_path, text))
    (record,) = found.records
    assert (record.value, record.unit, record.kind, record.dataset) == (19.1, "NX", "cell type", "HPA blood cells")
    assert found.file.remarks == ["NX was read; pTPM and TPM of the same samples were not"]


def test_tissues_of_gtex_and_clusters_of_single_cells_are_told_apart(tmp_path: Path) -> None:
    text = table("Gene|Gene name|Tissue|TPM|pTPM|nTPM", f"{GENE}|IL7R|lung|1|2|3")
    assert outcomes(written(tmp_path, text, "rna_tissue_gtex.tsv")).records[0].dataset == "GTEx tissues, by HPA"
    assert outcomes(written(tmp_path, text, "rna_tissue_hpa.tsv")).records[0].dataset == "HPA tissues"
    text = table("Gene|Gene name|Tissue|Cluster|Cell type|Read count|nTPM", f"{GENE}|IL7R|lung|c-3|t-cells|812|66.2")
    (record,) = outcomes(written(tmp_path, text)).records
    assert (record.sample, record.part, record.value, record.kind) == ("t-cells", "lung c-3", 66.2, "cell type")


def test_value_and_unit_of_old_releases(tmp_path: Path) -> None:
    text = table("Gene|Gene name|Sample|Value|Unit", f"{GENE}|IL7R|lymph node|158.5|TPM")
    (record,) = outcomes(written(tmp_path, text)).records
    assert (record.value, record.unit, record.kind) == (158.5, "TPM", "tissue")


def test_missing_zero_and_wrong_are_three_things(tmp_path: Path) -> None:
    text = table(
        "Gene|Gene name|Tissue|nTPM", f"{GENE}|IL7R|retina|NA", f"{GENE}|IL7R|liver|0", f"{GENE}|IL7R|lung|-1",
        f"{GENE}|IL7R|kidney|much", f"{GENE}|IL7R|skin|inf", "ENSMUSG00000003882|Il7r|lung|1", f"{GENE}|IL7R||1",
    )  # fmt: skip
    found = outcomes(written(tmp_path, text))
    assert [record.value for record in found.records] == [None, 0.0]
    assert [(one.line, one.reason, one.detail) for one in found.rejected] == [
        (4, "a value that is no amount", "-1"),
        (5, "a value that is no amount", "much"),
        (6, "a value that is no amount", "inf"),
        (7, "no Ensembl identifier of a human gene", "ENSMUSG00000003882"),
        (8, "no name of a sample", GENE),
    ]


def test_a_table_without_its_unit_is_refused_by_the_name_of_the_column(tmp_path: Path) -> None:
    path = written(tmp_path, table("Gene|Gene name|Tissue|FPKM", f"{GENE}|IL7R|lung|1"))
    assert told(path) == "no format that AtlasView reads"
    with SourceFile(path) as file, pytest.raises(InputRefused, match="no column 'nTPM'"):
        list(FORMATS[1].read(file))
