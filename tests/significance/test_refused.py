"""Files that cannot be scored, or not well: each gets its clear word and none a wrong number."""

import numpy as np
import pytest

from atlasview.records.cell_type import CellType
from atlasview.records.term import Hierarchy
from atlasview.records.trouble import InputRefused
from atlasview.significance import findings
from atlasview.significance.cell_types import CellOntology
from atlasview.significance.opening import open_cells
from atlasview.significance.sizes import type_sizes
from tests.significance import made
from tests.significance.reading import look, scored, sums


def changed(tmp_path, change, **more):
    data = made.cells()
    data["counts"] = change(data["counts"])
    return made.write(tmp_path / "a.h5ad", data, **more)


def nan(counts):
    counts[5, 5] = np.nan
    return counts


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (np.log1p, "log-normalised, not counts"),
        (lambda counts: counts * 31.7, "normalised, not counts"),
        (lambda counts: (counts - counts.mean()) / counts.std(), "negative values: scaled or corrected"),
        (nan, "not a number"),
        (np.zeros_like, "no value other than zero"),
    ],
)
def test_values_that_are_no_counts(tmp_path, change, word):
    for sort in ("csr", "dense"):
        with pytest.raises(InputRefused, match=word) as refused:
            look(changed(tmp_path, change, sort=sort))
        assert refused.value.choice == "values"


def test_values_that_are_wrong_far_down_are_refused_when_they_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr("atlasview.significance.h5_matrix.ENTRIES", 60)

    def last_is_half(counts):
        counts[-1, -1] = 0.5
        return counts

    with pytest.raises(InputRefused, match="not counts"):
        sums(changed(tmp_path, last_is_half))


def test_counts_are_recovered_where_that_is_exact_and_only_there(tmp_path):
    data = made.cells()
    counts, total = data["counts"].copy(), data["counts"].sum(axis=1)
    data["counts"] = np.log1p(counts / total[:, None] * 1e4).astype(np.float32)
    path = made.write(tmp_path / "a.h5ad", data, n_counts=total, other=total * 1.37)
    assert look(path).readings[0].total == "n_counts"
    assert sums(path).counts.sum() == counts.sum()
    with pytest.raises(InputRefused, match="not whole numbers"):
        sums(path, total="other")
    with pytest.raises(InputRefused, match="log-normalised, not counts"):
        look(path, values="counts")


def test_columns_that_are_not_there_are_named_with_those_that_are(tmp_path):
    path = made.write(tmp_path / "a.h5ad", made.cells())
    with pytest.raises(InputRefused, match="no column 'cluster'") as refused:
        look(path, cell_type="cluster")
    assert "donor, type" in refused.value.remedy
    with pytest.raises(InputRefused, match="which column holds the cell types"):
        look(path, cell_type="")
    with pytest.raises(InputRefused, match="which column holds the donors") as refused:
        look(path, donor="")
    assert refused.value.choice == "donor"


@pytest.mark.parametrize("content", [b"", b"a text\n", b"\x89HDF\r\n\x1a\n" + b"\0" * 90])
def test_files_that_are_none(tmp_path, content):
    path = tmp_path / "a.h5ad"
    path.write_bytes(content)
    with pytest.raises(InputRefused, match=r"is empty|is not HDF5|damaged"):
        open_cells(path)
    with pytest.raises(InputRefused, match="no such file"):
        open_cells(tmp_path / "b.h5ad")


def test_no_cells(tmp_path):
    data = made.cells()
    none = {key: value if key == "genes" else value[:0] for key, value in data.items()}
    with pytest.raises(InputRefused, match="holds no cells"):
        look(made.write(tmp_path / "a.h5ad", none))


def uneven(tmp_path, **more):
    """One donor of three has too few cells of the first type."""
    data = made.cells(donors=3)
    data["donor"] = data["donor"].astype("U8")
    data["donor"][:4] = "d1"
    return look(made.write(tmp_path / "a.h5ad", data), **more)


def test_donors_with_too_few_cells_of_a_type_are_told(tmp_path):
    found = uneven(tmp_path)
    assert [(one.donors, one.profiles, one.others) for one in type_sizes(found)] == [(3, 2, 6), (3, 3, 5), (3, 3, 5)]
    assert "under 10 cells of a type give no profile of it: CL:0000084 (1 of 3)" in findings.text(found)
    (one,) = scored(found)
    assert [own.profiles for own in type_sizes(found)] == one.scores.own.tolist()
    assert [own.others for own in type_sizes(found)] == one.scores.others.tolist()


def few_cells(tmp_path):
    return look(made.write(tmp_path / "a.h5ad", made.cells(donors=3, per_group=9)))


def one_type(tmp_path):
    data = made.cells()
    data["type"][:] = made.TYPES[0]
    return look(made.write(tmp_path / "a.h5ad", data))


def relatives(tmp_path):
    data = made.cells()
    data["type"][data["type"] == made.TYPES[2]] = made.TYPES[1]
    ontology = CellOntology()
    ontology.add([Hierarchy(made.TYPES[0], made.TYPES[1], "is_a", "")])
    return look(made.write(tmp_path / "a.h5ad", data), ontology=ontology)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (few_cells, "no donor has 10 cells of any cell type"),
        (one_type, "one cell type: there is nothing to compare it with"),
        (relatives, "ancestors and descendants left out"),
    ],
)
def test_what_gives_no_score_at_all_is_refused_before_it_is_read(tmp_path, make, why):
    found = make(tmp_path)
    assert why in findings.text(found)
    with pytest.raises(InputRefused, match=f"no score can be given, .*{why}"):
        scored(found)


def test_cell_types_without_known_ancestors_are_told(tmp_path):
    ontology = CellOntology()
    ontology.add([CellType(one, one, "", "", "") for one in made.TYPES[:2]])
    (limit,) = [one for one in findings.limits(uneven(tmp_path, ontology=ontology)) if "ancestors" in one]
    assert limit.startswith("not among the 2 cell types")
    assert limit.endswith(": CL:0000576")


def test_a_donor_that_is_not_known_is_none(tmp_path):
    data = made.cells()
    data["donor"] = data["donor"].astype("U8")
    data["donor"][data["donor"] == "d3"] = "unknown"
    plain = scored(look(made.write(tmp_path / "a.h5ad", data)))[0].scores
    assert plain.own.tolist() == [3, 3, 3]
    assert "36 cells have no donor and are left out" in findings.text(look(tmp_path / "a.h5ad"))
    data["donor"][:] = "Unknown"
    with pytest.raises(InputRefused, match="both a cell type and a donor") as refused:
        look(made.write(tmp_path / "b.h5ad", data))
    assert "all cells are of one" in refused.value.remedy


def test_genes_without_a_name_are_left_out_and_those_that_stand_twice_are_added_up(tmp_path):
    data = made.cells()
    both = data["counts"][:, 3] + data["counts"][:, 4]
    data["genes"][4] = "G3"
    data["genes"][7] = data["genes"][8] = ""
    path = made.write(tmp_path / "a.h5ad", data)
    found = look(path)
    assert len(found.genes.ids) == 27
    told = findings.text(found)
    assert "genes without a name, which are left out: 2" in told
    assert "whose counts are added to its own: 1\n" in told
    assert sums(path).counts[:, found.genes.ids.index("symbol:G3")].sum() == both.sum()
    assert sums(path).totals.sum() == data["counts"].sum()


def test_invalid_cell_types_are_told_and_left_out(tmp_path):
    data = made.cells()
    data["type"] = np.where(data["type"] == made.TYPES[2], "CL:99", data["type"])
    found = look(made.write(tmp_path / "a.h5ad", data))
    assert found.naming.unmapped == {"CL:99": 48}
    assert "'CL:99' means no Cell Ontology term: its 48 cells are left out" in findings.text(found)
    data["type"][:] = "cluster 7"
    with pytest.raises(InputRefused, match="none of the 1 labels means a cell type"):
        look(made.write(tmp_path / "b.h5ad", data))


@pytest.mark.parametrize(("donors", "word"), [(1, "pseudoreplicated"), (2, "not replicated"), (4, "few donors")])
def test_few_donors_are_said_and_give_no_interval_under_three(tmp_path, donors, word):
    found = look(made.write(tmp_path / "a.h5ad", made.cells(donors=donors)))
    assert any(word in limit for limit in findings.limits(found))
    (one,) = scored(found, 30)
    assert np.isnan(one.scores.values["csi_low"]).all() == (donors < 3)
    assert found.cells_as_observations == (donors == 1)
    assert one.scores.own.tolist() == [12 if donors == 1 else donors] * 3
