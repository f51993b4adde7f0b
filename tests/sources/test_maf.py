"""Mutations of tumours (MAF): genes, names of changes in several columns, samples, splice sites."""

from collections import Counter
from pathlib import Path

import pytest

from atlasview.records.trouble import InputRefused
from atlasview.records.variant import Sighting, Variant
from tests.sources.outcomes import outcomes, rows_of, written
from tests.sources.test_tables_in_any_shape import TABLES

METABRIC = "data/variants/metabric_data_mutations_extended.txt.gz"
HEAD = (
    "Hugo_Symbol\tEntrez_Gene_Id\tVariant_Classification\tTumor_Sample_Barcode\tHGVSp\tHGVSp_Short\tTranscript_ID"
    "\tENSP\tdbSNP_RS\tMutation_Status\n"
)


def test_a_row_is_a_variant_of_one_sample(tmp_path: Path) -> None:
    (found,) = outcomes(written(tmp_path, TABLES["maf"])).records
    assert type(found) is Sighting
    assert (found.sample, found.gene, found.variant.gene) == ("réceptor", "symbol:IL7R", "symbol:IL7R")
    assert (found.variant.hgvs_p, found.variant.position, found.variant.origin) == ("p.Thr244Ile", 244, "somatic")
    assert (found.variant.count, found.variant.consequence) == (1, "missense")


def test_without_a_sample_it_is_a_variant_that_was_met_once(tmp_path: Path) -> None:
    (found,) = outcomes(written(tmp_path, TABLES["maf"].replace("réceptor", ""))).records
    assert type(found) is Variant
    assert found.count == 1


def test_the_first_name_that_can_be_read_is_taken(tmp_path: Path) -> None:
    rows = (
        "IL7R\t3575\tMissense_Mutation\tA\tENSP00000306157.3:p.Thr244Ile\tp.T244I\tENST1\tENSP2\trs6897932\tGermline\n"
        "IL7R\t0\tMissense_Mutation\tA\tp.odd\tp.T244I\tENST00000303115\t\tnovel\tSomatic\n"
    )
    found = outcomes(written(tmp_path, HEAD + rows)).of(Variant)
    assert [(one.gene, one.hgvs_p, one.isoform, one.dbsnp, one.origin) for one in found] == [
        ("NCBIGene:3575", "p.Thr244Ile", "ENSEMBL:ENSP2", "rs6897932", "germline"),
        ("symbol:IL7R", "p.Thr244Ile", "ENSEMBL:ENST00000303115", "", "somatic"),
    ]


def test_a_splice_site_has_the_residue_beside_it(tmp_path: Path) -> None:
    rows = "IL7R\t\tSplice_Site\tA\t\tp.X27_splice\t\t\t\t\nIL7R\t\tSplice_Site\tA\t\tp.X0_splice\t\t\t\t\n"
    found = outcomes(written(tmp_path, HEAD + rows))
    assert [(one.hgvs_p, one.position, one.consequence) for one in found.of(Variant)] == [("", 27, "splice site")]
    assert [(one.line, one.detail) for one in found.rejected] == [(3, "p.X0_splice")]


def test_what_has_no_gene_or_no_change_is_told(tmp_path: Path) -> None:
    rows = (
        "\t0\tMissense_Mutation\tA\t\tp.T244I\t\t\t\t\nUnknown\t\tIGR\tA\t\tp.T1I\t\t\t\t\n"
        "IL7R\t\tIntron\tA\t\t.\t\t\t\t\nIL7R\t\tIntron\tA\t\tc.1+2\t\t\t\t\nIL7R\t\tSilent\tA\t\tc.1A>G\t\t\t\t\n"
    )
    found = outcomes(written(tmp_path, HEAD + rows))
    assert [(one.line, one.reason, one.detail) for one in found.rejected] == [
        (2, "no gene", ""),
        (3, "no gene", "Unknown"),
        (6, "the change of the protein is not in HGVS", "c.1A>G"),
    ]
    assert [(one.line, one.reason) for one in found.filtered] == [
        (4, "it names no change of a protein"),
        (5, "it names no change of a protein"),
    ]


def test_mutations_of_another_organism_are_left_out(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, TABLES["maf"]), taxon=10090)
    assert [one.reason for one in found.filtered] == ["another organism"]


def test_a_table_without_names_of_changes_is_refused(tmp_path: Path) -> None:
    head = "Hugo_Symbol\tVariant_Classification\tTumor_Sample_Barcode\n"
    with pytest.raises(InputRefused, match="HGVSp_Short"):
        outcomes(written(tmp_path, head + "IL7R\tSilent\tA\n"))


@pytest.mark.shared
def test_metabric_agrees_with_its_own_words(shared: Path) -> None:
    found = outcomes(shared / METABRIC)
    assert (found.read, len(found.taken), len(found.rejected), len(found.filtered)) == (17_272, 17_263, 3, 6)
    sorts = Counter(one.consequence for one in found.of(Variant))
    head, *rows = rows_of(shared / METABRIC)
    sort, name, sample = map(head.index, ("Variant_Classification", "HGVSp_Short", "Tumor_Sample_Barcode"))
    stated = Counter(row[sort] for row in rows)
    assert sorts["missense"] == stated["Missense_Mutation"] == 10_165
    assert sorts["splice site"] == sum("_splice" in row[name] for row in rows) == 414
    assert [one.sample for one in found.records[:200]] == [row[sample] for row in rows[:200]]
