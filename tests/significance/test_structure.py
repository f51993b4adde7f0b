"""What a file says of itself, which of its columns are likely meant, and how long the work will take."""

import time

import numpy as np
import pytest

from atlasview.records.cell_type import CellType
from atlasview.records.term import Synonym
from atlasview.significance.cell_types import CellOntology
from atlasview.significance.pace import Pace
from atlasview.significance.structure import common_columns, label_counts, likely, look_into
from atlasview.significance.trial import measure
from atlasview.significance.values import Kind
from tests.significance import made
from tests.significance.reading import look
from tests.significance.test_tenx import folder


@pytest.fixture
def ontology():
    found = CellOntology()
    names = zip(made.TYPES, ("T cell", "B cell", "monocyte"), strict=True)
    found.add(CellType(term, name, "", "other", "s") for term, name in names)
    return found


def columns(path, ontology):
    return {column.name: column for column in look_into(path, None, ontology).columns}


def test_columns_are_told_by_what_is_in_them(tmp_path, ontology):
    data = made.cells()
    count = len(data["type"])
    more = {
        "louvain": np.array([str(at % 7) for at in range(count)]),
        "age": np.linspace(20, 80, count),
        "n_counts": data["counts"].sum(axis=1) + np.arange(count) * 3,
        "tissue": np.array(["UBERON:0002048", "UBERON:0000178"])[np.arange(count) % 2],
    }
    found = columns(made.write(tmp_path / "a.h5ad", data, **more), ontology)
    assert (found["type"].labels, found["type"].named) == (3, 1.0)
    assert (found["donor"].labels, found["donor"].named) == (4, 0.0)
    assert (found["tissue"].contexts, found["louvain"].labels) == (2, 7)
    assert (found["age"].labels, found["n_counts"].labels) == (0, 0)
    assert likely(list(found.values())) == {"cell_type": "type", "donor": "donor", "context": "tissue"}


def test_names_that_differ_in_signs_alone_are_told_apart():
    names = {"CL:0000962": "Bm2 B cell", "CL:0000964": "Bm2' B cell", "CL:0000084": "T cell", "CL:0000168": "A-b cell"}
    ontology = CellOntology()
    ontology.add([CellType(term, name, "", "", "") for term, name in names.items()])
    ontology.add([Synonym("CL:0000084", "a b cell", "exact", ""), Synonym("CL:0000169", "x-y", "exact", "")])
    ontology.add([Synonym("CL:0000170", "x.y", "exact", "")])
    assert [ontology.term(name) for name in names.values()] == list(names)
    assert ontology.term("BM2  b cell") == "CL:0000962"
    assert ontology.term("bm2-b-cells") == ""
    assert ontology.term("A b cells") == "CL:0000168"
    assert (ontology.term("x-y"), ontology.term("x.y"), ontology.term("x y")) == ("CL:0000169", "CL:0000170", "")


def test_a_column_of_one_label_is_none_of_cell_types(tmp_path, ontology):
    data = made.cells()
    count = len(data["type"])
    data["type"] = np.array([f"cluster {one}" for one in data["type"]])
    found = columns(made.write(tmp_path / "a.h5ad", data, suspension=np.array(["T cell"] * count)), ontology)
    assert found["suspension"].named == 1.0
    assert likely(list(found.values()))["cell_type"] == ""
    data["donor"] = np.array(["mixed"] * count)
    more = {"leiden": data["type"], "patient": np.array(["p1", "p2"])[np.arange(count) % 2]}
    found = columns(made.write(tmp_path / "b.h5ad", {**data, "donor": more["patient"]}, **more), ontology)
    del found["donor"]
    assert likely(list(found.values())) == {"cell_type": "leiden", "donor": "patient", "context": ""}


def test_only_columns_that_all_files_have_can_be_chosen(tmp_path, ontology):
    data = made.cells()
    one = look_into(made.write(tmp_path / "a.h5ad", data, batch=data["donor"]), None, ontology)
    two = look_into(made.write(tmp_path / "b.h5ad", made.cells(donors=6)), None, ontology)
    assert {column.name: column.labels for column in common_columns([one, two])} == {"donor": 6, "type": 3}
    assert common_columns([]) == []
    assert label_counts((one.path, two.path), None, "type") == dict.fromkeys(made.TYPES, 48 + 72)


@pytest.mark.parametrize(
    ("write", "form"),
    [
        (made.write, "AnnData 0.7 or later"),
        (lambda path, data: made.write(path, data, old=True), "AnnData 0.7"),
        (made.write_structured, "AnnData 0.6 or earlier"),
    ],
)
def test_the_form_of_a_file_is_named(tmp_path, ontology, write, form):
    found = look_into(write(tmp_path / "a.h5ad", made.cells()), None, ontology)
    assert (found.form, found.cells, found.genes) == (form, 144, 30)
    assert found.matrices == (("X", Kind.COUNTS),)
    assert not found.wants_table


def test_a_10x_folder_says_what_it_is_before_it_has_a_table(tmp_path, ontology):
    found = look_into(folder(tmp_path / "m", made.cells()), None, ontology)
    assert (found.form, found.wants_table, found.columns) == ("10x, a folder", True, ())


def test_time_grows_with_resamples_and_threads_help_where_the_work_is_compiled(tmp_path):
    found = look(made.write(tmp_path / "a.h5ad", made.cells(donors=12, genes=400)))
    pace = measure(found)
    assert min(pace.reading, pace.writing) > 0 <= pace.resample
    assert pace.seconds(1000, 1) >= pace.seconds(0, 1)
    compiled = Pace(1.0, 1.0, 1.0, 0.1, compiled=True)
    assert compiled.seconds(1000, 64) <= compiled.seconds(1000, 1) == pytest.approx(103.0)
    assert Pace(1.0, 1.0, 1.0, 0.1, compiled=False).seconds(1000, 8) == pytest.approx(103.0)


def test_other_work_of_the_machine_does_not_lengthen_the_time_that_is_told(tmp_path, monkeypatch):
    """Every fifth try is held up for a second, which alone would make three minutes."""
    found = look(made.write(tmp_path / "a.h5ad", made.cells(donors=12, genes=400)))
    real, calls = time.perf_counter, [0, 0.0]

    def held_up():
        calls[0] += 1
        calls[1] += calls[0] % 10 == 0
        return real() + calls[1]

    monkeypatch.setattr("atlasview.significance.trial.time.perf_counter", held_up)
    assert measure(found).seconds(1000, 1) < 60


def test_one_donor_has_no_resamples_to_take_time(tmp_path):
    pace = measure(look(made.write(tmp_path / "a.h5ad", made.cells(donors=1))))
    assert pace.resample == 0
    assert pace.seconds(1000, 1) == pace.seconds(0, 1)
