"""Gene product information of every version, against Biopython's reader."""

from pathlib import Path

import pytest
from Bio.UniProt.GOA import gpi_iterator

from atlasview.records.gene import GeneName
from atlasview.records.protein import GeneProtein
from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import outcomes, written

GPI = {
    "1.0": "UniProtKB\tSwiss-Prot\tP02008\tHBZ\tHemoglobin subunit zeta\tHBZ|HBZ2\tprotein\ttaxon:9606\t\t\t",
    "1.1": "P02008\tHBZ\tHemoglobin subunit zeta\tHBZ|HBZ2\tprotein\ttaxon:9606\t\tHGNC:4835\tdb_subset=Swiss-Prot",
    "1.2": "UniProtKB\tP02008\tHBZ\tHemoglobin subunit zeta\tHBZ|HBZ2\tprotein\ttaxon:9606\t\tHGNC:4835\t",
    "2.0": "UniProtKB:P02008\tHBZ\tHemoglobin subunit zeta\tHBZ|HBZ2\tPR:1\tNCBITaxon:9606\t\t\t\tHGNC:HGNC:4835\t",
}


@pytest.mark.parametrize("version", GPI)
def test_every_version_gives_names_and_the_gene_of_the_protein(tmp_path: Path, version: str) -> None:
    found = outcomes(written(tmp_path, f"!gpi-version: {version}\n!namespace: UniProtKB\n{GPI[version]}\n"))
    gene = "UniProtKB:P02008" if version == "1.0" else "HGNC:4835"
    assert found.of(GeneName) == [
        GeneName(gene, "alias", "HBZ", "here"),
        GeneName(gene, "alias", "HBZ2", "here"),
        GeneName(gene, "name", "Hemoglobin subunit zeta", "here"),
    ]
    assert found.of(GeneProtein) == ([] if version == "1.0" else [GeneProtein(gene, "UniProtKB:P02008", "here")])


def test_other_organisms_are_left_out_and_short_rows_rejected(tmp_path: Path) -> None:
    text = f"!gpi-version: 1.2\n{GPI['1.2'].replace('9606', '10090')}\nUniProtKB\tP02008\n"
    found = outcomes(written(tmp_path, text))
    assert [one.reason for one in found.filtered] == ["another organism"]
    assert [(one.line, one.reason) for one in found.rejected] == [(3, "fewer columns than this version of GPI has")]


def test_an_unknown_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="version of GPI"):
        outcomes(written(tmp_path, f"!gpi-version: 9.0\n{GPI['1.2']}\n"))


@pytest.mark.shared
def test_the_real_file_agrees_with_biopython(shared: Path) -> None:
    path = shared / "data/go/goa_human_sample.gpi"
    found = outcomes(path)
    assert (found.read, len(found.taken), found.file.date) == (9, 9, "2019-12-17")
    with path.open() as handle:
        theirs = list(gpi_iterator(handle))
    for ours, entry in zip(found.taken, theirs, strict=True):
        texts = {record.text for record in ours.records if isinstance(record, GeneName)}
        assert texts == {entry["DB_Object_Symbol"], *entry["DB_Object_Name"], *entry["DB_Object_Synonym"]}
        genes = {record.gene for record in ours.records if isinstance(record, GeneProtein)}
        assert genes == {one for one in entry["DB_Xref"] if one.startswith("HGNC:")}
