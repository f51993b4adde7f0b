"""The table that the program's own command writes is read back: comments, columns for readers, numbers."""

from pathlib import Path

import pytest

from atlasview.cli import main
from atlasview.records.significance import Significance
from atlasview.sources.opened import SourceFile
from atlasview.sources.significance_table import FORMATS
from atlasview.sources.taken import Taken
from tests.sources.outcomes import told


@pytest.mark.shared
def test_the_table_of_the_command_is_taken_whole(shared: Path, tmp_path: Path):
    table = tmp_path / "scores.tsv"
    labels = Path(__file__).parents[2] / "db" / "facts" / "pbmc68k_cell_types.tsv"
    words = ["significance", shared / "data/singlecell/10x_pbmc68k_reduced.h5ad", "--cell-type", "bulk_labels"]
    words += ["--one-donor", "--cell-type-map", labels, "--dataset", "PBMC", "--bootstrap", "0", "-o", table]
    assert main([str(word) for word in words]) == 0
    assert told(table) == "significance"
    with SourceFile(table, source="pbmc") as file:
        found = list(FORMATS[0].read(file))
    scores = [record for one in found if isinstance(one, Taken) for record in one.records]
    scores = [record for record in scores if isinstance(record, Significance)]
    rows = [line for line in table.read_text().splitlines() if not line.startswith("#")]
    assert len(scores) == len(rows) - 1 == sum(one.rows for one in found if isinstance(one, Taken))
    assert file.date.startswith("20")
    assert "the table says: observations: cells of one donor" in file.remarks
    assert not any("left out" in remark for remark in file.remarks)
    naive = next(one for one in scores if (one.gene, one.cell_type) == ("symbol:IL7R", "CL:0000900"))
    assert naive.csi == pytest.approx(7.06715763)
    assert (naive.replication, naive.cells, naive.donors) == ("pseudoreplicated", 43, 1)


def test_a_row_that_is_none_stands_where_it_was_among_those_taken_together(tmp_path: Path):
    table = tmp_path / "scores.tsv"
    rows = ["gene\tcell_type\tcsi", "IL7R\tCL:0000084\t1.5", "IL7R\tCL:0000084\tmany", "IL7R\tCL:0000236\t2.5"]
    table.write_text("\n".join([*rows, "IL21\tCL:0000236\t3.5", ""]))
    with SourceFile(table, source="mine") as file:
        found = [(type(one).__name__, one.line, getattr(one, "rows", 0)) for one in FORMATS[0].read(file)]
    assert found == [("Taken", 2, 1), ("Rejected", 3, 0), ("Taken", 4, 1), ("Taken", 5, 1)]
