"""`proteinatlas.tsv` of 2017 and of today, zipped and not, and results of a search with all values."""

from collections import Counter
from pathlib import Path

import pytest

from tests.sources.outcomes import outcomes, written

GENE = "ENSG00000168685"


def table(*rows: str) -> str:
    return "".join(row.replace("|", "\t") + "\n" for row in rows)


def test_today(tmp_path: Path) -> None:
    text = table(
        "Gene|Ensembl|Reliability (IF)|Subcellular main location|Subcellular additional location"
        "|RNA tissue specificity|RNA tissue specific nTPM|RNA single cell type specific nCPM|RNA cancer specific pTPM",
        f"IL7R|{GENE}|Approved|Plasma membrane,Cytosol|Vesicles|Tissue enhanced|lymph node: 133.1;thymus: 130.9"
        "|T-cells: 266.2|glioma: 3",
    )
    found = outcomes(written(tmp_path, text))
    said = [(one.kind, one.sample, one.value, one.unit, one.level, one.reliability) for one in found.records]
    assert said == [
        ("tissue", "lymph node", 133.1, "nTPM", "elevated", ""),
        ("tissue", "thymus", 130.9, "nTPM", "elevated", ""),
        ("cell type", "T-cells", 266.2, "nCPM", "elevated", ""),
        ("place", "Plasma membrane", None, "", "main", "approved"),
        ("place", "Cytosol", None, "", "main", "approved"),
        ("place", "Vesicles", None, "", "additional", "approved"),
    ]


def test_results_of_a_search_give_every_tissue(tmp_path: Path) -> None:
    text = table(
        "Gene|Ensembl|Tissue RNA - adipose tissue [nTPM]|Tissue RNA - liver [nTPM]|Blood RNA - NK-cell [nTPM]",
        f"IL7R|{GENE}|6.7||19.1",
    )
    found = [
        (one.kind, one.sample, one.value, one.level, one.dataset) for one in outcomes(written(tmp_path, text)).records
    ]
    assert found == [
        ("tissue", "adipose tissue", 6.7, "", "HPA summary, tissues"),
        ("tissue", "liver", None, "", "HPA summary, tissues"),
        ("cell type", "NK-cell", 19.1, "", "HPA summary, blood cells"),
    ]  # fmt: skip


def test_a_list_without_amounts_is_rejected(tmp_path: Path) -> None:
    text = table("Gene|Ensembl|RNA tissue specific nTPM|Antibody", f"IL7R|{GENE}|liver|x", "IL7R|P16871||x")
    assert [(one.line, one.reason) for one in outcomes(written(tmp_path, text)).rejected] == [
        (2, "a value that is no amount"),
        (3, "no Ensembl identifier of a human gene"),
    ]


@pytest.mark.shared
def test_the_whole_of_2017(shared: Path) -> None:
    found = outcomes(shared / "data/expression/proteinatlas.tsv.zip")
    assert (found.format, len(found.taken), found.rejected) == ("hpa-summary", 19_613, [])
    assert Counter(one.kind for one in found.records).keys() == {"tissue", "cell line", "place"}
    il7r = [(one.sample, one.value, one.level) for one in found.records if one.gene.endswith(GENE)][:3]
    assert il7r == [
        ("appendix", 182.9, "elevated"),
        ("lymph node", 158.5, "elevated"),
        ("tonsil", 112.9, "highest"),
    ]
