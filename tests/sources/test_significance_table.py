"""Tables of cell significance scores: columns by their names, values within their ranges."""

from dataclasses import astuple
from pathlib import Path

import pytest

from atlasview.records.cell_type import HEALTHY, Context
from atlasview.records.significance import COLUMNS, Significance
from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import outcomes, written

WHOLE = ("HGNC:6024", "CL:0000084", "UBERON:0000178", "blood", "4.5", "80", "99.5", "1.5", "3", "0.7", "1e-9", "1e-8",
         "4.1", "4.9", "30", "200", "6", "1200", "61.5", "replicated")  # fmt: skip


def test_a_row_with_every_column(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, "\t".join(COLUMNS) + "\n" + "\t".join(WHOLE) + "\n"))
    assert found.format == "significance"
    (score,) = found.of(Significance)
    assert [str(value) for value in astuple(score)[:4]] == list(WHOLE[:4])
    assert astuple(score)[4:19] == (4.5, 80, 99.5, 1.5, 3, 0.7, 1e-9, 1e-8, 4.1, 4.9, 30, 200, 6, 1200, 61.5)
    assert score.replication == "replicated"
    assert found.of(Context) == [Context("UBERON:0000178", "UBERON:0000178", "here")]


def test_a_gene_a_cell_type_and_one_score_suffice(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, "prs\tcell_type\tgene\n99\tCL0000084\tIL7R\nNA\tCL:0000084\tIL7R\n"))
    (score,) = found.of(Significance)
    assert (score.gene, score.cell_type, score.context, score.prs, score.csi) == (
        "symbol:IL7R",
        "CL:0000084",
        "overall",
        99,
        None,
    )
    assert [(one.line, one.reason) for one in found.rejected] == [(3, "no score")]


def test_the_lines_above_the_head_say_date_and_licence(tmp_path: Path) -> None:
    said = "# date: 2026-11-27\n# licence: CC-BY-4.0\n# dataset: Mine\n"
    found = outcomes(written(tmp_path, f"{said}gene\tcell_type\tcsi\nIL7R\tCL:0000084\t1\n"))
    assert (found.file.date, found.file.licence) == ("2026-11-27", "CC-BY-4.0")
    assert found.file.remarks == ["the table says: dataset: Mine"]


def test_healthy_is_a_context_and_other_qualities_are_none(tmp_path: Path) -> None:
    rows = "IL7R\tCL:0000084\tPATO:0000461\t1\nIL7R\tCL:0000084\tPATO:0000001\t1\n"
    found = outcomes(written(tmp_path, f"gene\tcell_type\tcontext\tcsi\n{rows}"))
    assert [one.context for one in found.of(Significance)] == [HEALTHY]
    assert [one.line for one in found.rejected] == [3]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("IL7R\tT cell\t1\t0.5", "the cell type is no term of the Cell Ontology (CL:0000084)"),
        ("\tCL:0000084\t1\t0.5", "no identifier or symbol of a gene"),
        ("IL7R\tCL:0000084\tx\t0.5", "csi is no number"),
        ("IL7R\tCL:0000084\t1\t1.5", "p is not between 0 and 1"),
    ],
)
def test_a_row_that_is_none_is_told(tmp_path: Path, row: str, reason: str) -> None:
    found = outcomes(written(tmp_path, f"gene\tcell_type\tcsi\tp\n{row}\n"))
    assert [(one.line, one.reason) for one in found.rejected] == [(2, reason)]


def test_a_table_that_was_said_to_be_one_and_has_no_score_is_refused_by_name(tmp_path: Path) -> None:
    from atlasview.sources.opened import SourceFile
    from atlasview.sources.significance_table import FORMATS

    path = written(tmp_path, "gene\tcell_type\nIL7R\tCL:0000084\n")
    with SourceFile(path) as file, pytest.raises(InputRefused, match="no column 'csi'"):
        list(FORMATS[0].read(file))
