"""The starter's expression: HPA's own numbers, under HPA's licence, joined by Ensembl identifier."""

import csv
import gzip
from pathlib import Path

import pytest

from tests.db.starter import rows

TABLES = {"hpa-tissues": ("RNAtableTissue.tsv.gz", 61), "hpa-blood": ("RNAtableBlood.tsv.gz", 19)}


def test_every_value_has_unit_data_set_and_licence():
    values = rows("expression")
    assert {row["licence"] for row in values} == {"CC-BY-SA-3.0"}
    assert {(row["unit"], row["kind"], row["dataset"], row["source"]) for row in values} == {
        ("NX", "tissue", "HPA consensus tissues", "hpa-tissues"),
        ("NX", "cell type", "HPA blood cells", "hpa-blood"),
    }
    sources = {row["key"]: row for row in rows("sources")}
    for key in TABLES:
        assert (sources[key]["release"], sources[key]["conditions"]) == ("20", "attribution, share-alike")


def test_all_genes_but_four_have_every_sample():
    values = rows("expression")
    assert len(values) == 115 * (61 + 19)
    assert len({(row["gene"], row["dataset"], row["sample"]) for row in values}) == len(values)
    without = {row["symbol"] for row in rows("genes")} - {
        gene["symbol"] for gene in rows("genes") if gene["id"] in {row["gene"] for row in values}
    }
    assert without == {"IFNL4", "IL21-AS1", "IL21R-AS1", "LINC02605"}


@pytest.mark.shared
@pytest.mark.parametrize("source", TABLES)
def test_the_values_are_those_of_the_public_file(shared: Path, source: str):
    ensembl = {row["subject"]: row["id"] for row in rows("cross_references") if row["database"] == "ENSEMBL"}
    name, samples = TABLES[source]
    with gzip.open(shared / "data/expression" / name, "rt", encoding="utf-8", newline="") as file:
        published = {row["GeneID"]: row for row in csv.DictReader(file, delimiter="\t")}
    found: dict[str, int] = {}
    for row in rows("expression"):
        if row["source"] == source:
            cell = published[ensembl[row["gene"]]][row["sample"].replace(" ", "_")]
            assert (float(row["value"]) if row["value"] else "NA") == (float(cell) if cell != "NA" else "NA")
            found[row["gene"]] = found.get(row["gene"], 0) + 1
    assert set(found.values()) == {samples}
