"""Levels of proteins in tissue and places in the cell, in the layouts of 2017 and of today."""

import csv
import gzip
from collections import Counter
from pathlib import Path

import pytest

from tests.sources.outcomes import outcomes, written

GENE = "ENSG00000168685"


def table(*rows: str) -> str:
    return "".join(row.replace("|", "\t") + "\n" for row in rows)


def test_levels_with_cell_type_and_reliability(tmp_path: Path) -> None:
    text = table(
        "Gene|Gene name|Tissue|IHC tissue name|Cell type|Level|Reliability",
        f"{GENE}|IL7R|lymph node|Lymph node|germinal center cells|Not detected|Approved",
        f"{GENE}|IL7R|Skin|Skin 1|N/A|High|Enhanced",
        f"{GENE}|IL7R|Skin|Skin 1|melanocytes|N/A|",
        f"{GENE}|IL7R|Skin|Skin 1|melanocytes|Ascending|Approved",
        f"{GENE}|IL7R|Skin|Skin 1|melanocytes|Strong|Approved",
        f"{GENE}|IL7R|Skin|Skin 1|melanocytes|Low|Perhaps",
    )
    found = outcomes(written(tmp_path, text))
    one, other = found.records
    assert (one.sample, one.part, one.level, one.reliability, one.value) == (
        "lymph node", "germinal center cells", "not detected", "approved", None,
    )  # fmt: skip
    assert (one.kind, one.unit, one.dataset) == ("protein level", "", "HPA protein levels")
    assert (other.part, other.level, other.reliability) == ("", "high", "enhanced")
    assert [(one.line, one.reason) for one in found.filtered] == [
        (4, "the protein was not looked at in this tissue"),
        (5, "a level that differs from place to place in the tissue"),
    ]
    assert [(one.line, one.detail) for one in found.rejected] == [(6, "Strong"), (7, "Perhaps")]


def test_places_of_today_say_which_is_the_main_one(tmp_path: Path) -> None:
    text = table(
        "Gene|Gene name|Reliability|Main location|Additional location|Extracellular location|Enhanced|Supported"
        "|Approved|Uncertain|GO id",
        f"{GENE}|IL7R|Enhanced|Plasma membrane|Cytosol;Vesicles||Plasma membrane||Cytosol|Vesicles"
        "|Cytosol (GO:0005829);Plasma membrane (GO:0005886)",
    )
    found = {one.sample: one for one in outcomes(written(tmp_path, text)).records}
    said = {name: (one.sample_id, one.level, one.reliability) for name, one in found.items()}
    assert said == {
        "Plasma membrane": ("GO:0005886", "main", "enhanced"),
        "Cytosol": ("GO:0005829", "additional", "approved"),
        "Vesicles": ("", "additional", "uncertain"),
    }


@pytest.mark.shared
def test_places_of_2017_are_those_that_another_reader_finds(shared: Path) -> None:
    path = shared / "data/expression/subcellular_location.tsv.gz"
    found = outcomes(path)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    words = {"Validated": "enhanced", "Supported": "supported", "Approved": "approved", "Uncertain": "uncertain"}
    expected = Counter(
        (f"ENSEMBL:{row['Gene']}", place, word)
        for row in rows
        for column, word in words.items()
        for place in row[column].split(";")
        if place
    )
    assert Counter((one.gene, one.sample, one.reliability) for one in found.records) == expected
    assert (len(found.taken), found.rejected, len(found.records)) == (12_003, [], 19_979)
    terms = {f"ENSEMBL:{row['Gene']}": row["GO id"] for row in rows}
    assert all(f"{one.sample} ({one.sample_id})" in terms[one.gene] for one in found.records if one.sample_id)
    assert sum(1 for one in found.records if not one.sample_id) == sum(
        1 for gene, place, _word in expected if f"{place} (GO:" not in terms[gene]
    )
