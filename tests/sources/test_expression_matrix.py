"""Tables of genes by samples, and GCT: what is read, what is refused."""

from pathlib import Path

import numpy as np
import pytest

from atlasview.anatomy import samples
from atlasview.records.expression import tau
from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import outcomes, rows_of, told, written

ROW = "ENSG00000168685.14\tIL7R\t14.2\t9.1\n"
GCT = f"#1.2\n1\t2\nName\tDescription\tLung\tWhole Blood\n{ROW}"


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "samples", "unit", "kind", "dataset"),
    [
        ("RNAtableTissue.tsv.gz", 61, "NX", "tissue", "HPA consensus tissues"),
        ("RNAtableBlood.tsv.gz", 19, "", "cell type", "HPA blood cells"),
    ],
)
def test_the_pivoted_tables_hold_what_plain_splitting_finds(
    shared: Path, name: str, samples: int, unit: str, kind: str, dataset: str
) -> None:
    path = shared / "data/expression" / name
    found = outcomes(path)
    header, *rows = rows_of(path)
    assert (found.format, len(found.taken), found.rejected, len(header) - 1) == ("hpa-matrix", 19_670, [], samples)
    expected = [None if cell == "NA" else float(cell) for row in rows for cell in row[1:]]
    assert [one.value for one in found.records] == expected
    assert {(one.unit, one.kind, one.dataset) for one in found.records} == {(unit, kind, dataset)}
    assert found.file.remarks == ([] if unit else ["the file does not say the unit of its values"])


@pytest.mark.shared
def test_tau_is_what_numpy_computes_for_every_gene(shared: Path) -> None:
    _header, *rows = rows_of(shared / "data/expression/RNAtableTissue.tsv.gz")
    for row in rows:
        values = np.array([np.nan if cell == "NA" else float(cell) for cell in row[1:]])
        known = values[~np.isnan(values)]
        found = tau([None if np.isnan(value) else float(value) for value in values])
        if known.size < 2 or known.max() == 0:
            assert found is None
        else:
            assert found == pytest.approx(((1 - known / known.max()).sum()) / (known.size - 1), abs=1e-12)


def test_tau_of_known_profiles() -> None:
    assert tau([5.0, 5.0, 5.0]) == 0
    assert tau([0.0, 0.0, 7.0, None]) == 1
    assert tau([0, 8, 0, 0, 0, 2, 0, 2, 0, 0, 0, 0]) == pytest.approx(
        0.95, abs=0.005
    )  # the worked profile of the paper
    assert tau([0.0, 0.0]) is None
    assert tau([3.0]) is None


def test_a_table_of_ones_own_is_named_after_its_file(tmp_path: Path) -> None:
    text = "gene\tsymbol\tday 0\tday 7\nENSG00000168685\tIL7R\t19.1\tNA\nENSG00000138684\tIL21\t1e3\t0\n"
    found = outcomes(written(tmp_path, text, "stimulated.tsv"))
    assert found.format == "expression-matrix"
    assert [(one.sample, one.value, one.dataset) for one in found.records] == [
        ("day 0", 19.1, "stimulated"),
        ("day 7", None, "stimulated"),
        ("day 0", 1000.0, "stimulated"),
        ("day 7", 0.0, "stimulated"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "Gene stable ID\tGene start (bp)\tGene end (bp)",
        "gene\tbaseMean\tpadj",
        "ensembl\tgc_content\tlength",
        "a\tb",
        "a\tx\tx",
    ],
)
def test_numbers_of_genes_that_are_no_samples_are_not_claimed(tmp_path: Path, head: str) -> None:
    cells = "\t1\t2"[: 2 * head.count("\t")]
    assert told(written(tmp_path, f"{head}\nENSG00000168685{cells}\n")) == "no format that AtlasView reads"


@pytest.mark.parametrize("cell", ["-1", "x", "inf", "1_000", "1,5"])
def test_a_row_with_a_cell_that_is_no_amount_is_rejected(tmp_path: Path, cell: str) -> None:
    rows = "".join(f"ENSG0000000000{number}\t1\t2\n" for number in range(1, 9))
    found = outcomes(written(tmp_path, f"gene\tliver\tlung\n{rows}ENSG00000168685\t1\t{cell}\n"))
    assert [(one.line, one.reason, one.detail) for one in found.rejected] == [(10, "a value that is no amount", cell)]


def test_more_samples_than_a_page_shows_are_refused(tmp_path: Path) -> None:
    head = "\t".join(["gene", *(f"s{number}" for number in range(1001))])
    text = f"{head}\nENSG00000168685" + "\t1" * 1001 + "\n"
    with pytest.raises(InputRefused, match="1,001 samples; up to 1,000"):
        outcomes(written(tmp_path, text))


def test_gtex_says_unit_and_release_in_its_name(tmp_path: Path) -> None:
    name = "GTEx_Analysis_v10_RNASeQCv2.4.2_gene_median_tpm.gct"
    text = GCT.replace("1\t2\n", "2\t2\n", 1) + "ENSG00000182378.15_PAR_Y\tPLCXD1\t0\t0\n"
    found = outcomes(written(tmp_path, text, name))
    assert [(one.sample, one.value, one.unit, one.dataset) for one in found.records] == [
        ("Lung", 14.2, "TPM", "GTEx V10 medians"),
        ("Whole Blood", 9.1, "TPM", "GTEx V10 medians"),
    ]
    assert found.file.release == "V10"
    assert [one.reason for one in found.filtered] == ["the copy on Y of a gene on X and Y"]
    assert "the unit TPM is taken from the name of the file" in found.file.remarks[0]


def test_gct_1_3_has_more_of_rows_and_columns(tmp_path: Path) -> None:
    head = "#1.3\n1\t2\t2\t1\nid\tName\tband\tLung\tLiver\norgan\tna\tna\tairways\tliver\n"
    text = f"{head}ENSG00000168685\tIL7R\t5p13\t14.2\t2\n"
    found = outcomes(written(tmp_path, text))
    assert [(one.sample, one.value) for one in found.records] == [("Lung", 14.2), ("Liver", 2.0)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (GCT.replace("Lung", "GTEX-1117F-0226-SM-5GZZ7"), "samples of people, not tissues"),
        (GCT.replace("1\t2\n", "one\ttwo\n", 1), "the second line is not the number"),
        (GCT.replace("\tLung\tWhole Blood", ""), "no columns of samples"),
        (GCT.replace("ENSG00000168685.14", "1002_f_at"), "probes or names, not genes"),
    ],
)
def test_gct_that_is_not_of_genes_by_tissue_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(InputRefused, match=reason):
        outcomes(written(tmp_path, text))


@pytest.mark.shared
def test_probes_of_a_chip_are_refused_with_the_reason(shared: Path) -> None:
    path = shared / "data/expression/affy_human.gct"
    assert told(path) == "gct-probes"
    with pytest.raises(InputRefused, match="probes or names, not genes by Ensembl identifier") as trouble:
        outcomes(path)
    assert "gene_median_tpm" in trouble.value.remedy


@pytest.mark.shared
def test_every_term_of_a_sample_is_named_so_by_an_ontology(shared: Path) -> None:
    import gzip

    names: dict[str, set[str]] = {}
    for name in ("blood_and_immune_upper_slim", "cl-basic", "cl_2018-07-07_with_imports"):
        term = ""
        with gzip.open(shared / f"data/ontology/{name}.obo.gz", "rt", encoding="utf-8", errors="replace") as file:
            for line in file:
                if line.startswith("id: "):
                    term = line[4:].strip()
                elif line.startswith("name: "):
                    names.setdefault(term, set()).add(_plain(line[6:]))
                elif line.startswith("synonym: ") and "EXACT" in line:
                    names.setdefault(term, set()).add(_plain(line.split('"')[1]))
    known = [one for one in samples().values() if one.id]
    assert len(known) > 100
    assert [one.key for one in known if _plain(one.label) not in names.get(one.id, ())] == []
    assert [one.key for one in known if not {one.key, one.key.removesuffix("s")} & names[one.id]] == []


def _plain(name: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in name.lower()).split())
