"""The self-tests of the definitions, on files that go the whole way."""

import numpy as np
import pytest
from scipy.stats import mannwhitneyu

from atlasview.records.cell_type import CellType
from atlasview.records.term import Hierarchy
from atlasview.records.trouble import Stopped
from atlasview.significance.cell_types import CellOntology
from atlasview.significance.compute import compute
from atlasview.significance.settings import Settings
from atlasview.significance.watch import Watch
from tests.significance import made
from tests.significance.reading import look, scored


@pytest.fixture
def file(tmp_path):
    return made.write(tmp_path / "a.h5ad", made.cells(donors=12))


def test_scores_of_a_gene_by_hand(file):
    data = made.cells(donors=12)
    data["counts"] = data["counts"].astype(float)
    (one,) = scored(look(file))
    profiles = {
        kind: np.array(
            [
                np.log2(1e6 * own.sum(axis=0) / own.sum() + 1)
                for donor in sorted(set(data["donor"]))
                for own in [data["counts"][(data["type"] == kind) & (data["donor"] == donor)]]
            ]
        )
        for kind in made.TYPES
    }
    for gene in range(1, 30):
        x, y = profiles[made.TYPES[1]][:, gene], np.concatenate([profiles[made.TYPES[at]] for at in (0, 2)])[:, gene]
        expected = mannwhitneyu(x, y, method="auto")
        delta = 2 * expected.statistic / (len(x) * len(y)) - 1
        assert one.scores.values["delta"][1, gene] == pytest.approx(delta, abs=1e-12)
        assert one.scores.values["csi"][1, gene] == pytest.approx(-delta * np.log10(expected.pvalue), rel=1e-9)
        assert one.scores.values["mean_log2_cpm"][1, gene] == pytest.approx(x.mean())
    csi = one.scores.values["csi"][:, 1:]
    assert one.scores.threshold == pytest.approx(csi.mean(axis=1) + csi.std(axis=1))
    assert (one.scores.own == 12).all()
    assert (one.scores.others == 24).all()


def test_the_best_gene_has_100_and_one_without_counts_is_missing(file):
    (one,) = scored(look(file))
    values = one.scores.values
    assert np.nanmax(values["rcsi"], axis=1) == pytest.approx(100)
    for row in range(3):
        delta, prs = values["delta"][row, 1:], values["prs"][row, 1:]
        if (delta == delta.max()).sum() == 1:
            assert prs[delta.argmax()] == 100
    assert np.isnan(values["csi"][:, 0]).all()
    assert not one.scores.tested[0]
    assert np.nansum(values["share"], axis=0)[1:] == pytest.approx(100)


def test_a_gene_that_is_the_same_everywhere_has_nothing(tmp_path):
    data = made.cells()
    data["counts"][:] = 1
    (one,) = scored(look(made.write(tmp_path / "same.h5ad", data)))
    assert (one.scores.values["delta"] == 0).all()
    assert (one.scores.values["p"] == 1).all()
    assert (one.scores.values["csi"] == 0).all()


def test_the_order_of_cells_and_donors_changes_nothing(tmp_path, file):
    data = made.cells(donors=12)
    order = np.random.default_rng(8).permutation(len(data["donor"]))
    mixed = {key: value if key == "genes" else value[order] for key, value in data.items()}
    (first,), (second,) = scored(look(file), 50), scored(look(made.write(tmp_path / "b.h5ad", mixed)), 50)
    for name, value in first.scores.values.items():
        assert np.array_equal(value, second.scores.values[name], equal_nan=True), name


def test_a_seed_gives_the_same_bits_with_any_number_of_jobs(file, monkeypatch):
    monkeypatch.setattr("atlasview.significance.scores._GENES_AT_ONCE", 4)
    (one,), (three,) = scored(look(file), 80, 1), scored(look(file), 80, 3)
    (other,) = scored(look(file), 80, 1, seed=2)
    for name, value in one.scores.values.items():
        assert value.tobytes() == three.scores.values[name].tobytes(), name
    assert not np.array_equal(one.scores.values["delta_low"], other.scores.values["delta_low"], equal_nan=True)


def test_intervals_hold_their_value_and_stay_in_range(file):
    (one,) = scored(look(file), 100)
    values = {name: value[:, 1:] for name, value in one.scores.values.items()}
    assert (values["delta_low"] <= values["delta"]).all() and (values["delta"] <= values["delta_high"]).all()
    assert (values["csi_low"] <= values["csi"]).all() and (values["csi"] <= values["csi_high"]).all()
    assert values["delta_low"].min() >= -1 and values["delta_high"].max() <= 1
    assert (values["delta_low"] < values["delta_high"]).all()


def test_ancestors_and_descendants_are_not_compared_with(file):
    ontology = CellOntology()
    ontology.add([CellType(made.TYPES[0], "T", "", "", ""), Hierarchy(made.TYPES[0], made.TYPES[1], "is_a", "")])
    (plain,), (apart,) = scored(look(file)), scored(look(file, ontology=ontology))
    assert apart.scores.others.tolist() == [12, 12, 24]
    assert np.array_equal(plain.scores.values["p"][2], apart.scores.values["p"][2], equal_nan=True)
    assert not np.array_equal(plain.scores.values["delta"][0], apart.scores.values["delta"][0], equal_nan=True)


def test_a_type_of_few_cells_is_missing_and_a_context_has_its_own_scores(tmp_path):
    data = made.cells(donors=4)
    data["donor"] = data["donor"].astype("U8")
    data["donor"][data["type"] == made.TYPES[2]] = [f"x{at}" for at in range(48)]
    tissue = np.where(np.arange(144) % 2, "UBERON:0000178", "")
    tissue[:48] = "UBERON:0000178"
    found = look(made.write(tmp_path / "a.h5ad", data, tissue=tissue), context="tissue")
    overall, blood = scored(found)
    assert overall.profiles.cell_types.tolist() == [0, 1]
    assert (overall.context, blood.context) == ("overall", "UBERON:0000178")
    assert blood.profiles.cell_types.tolist() == [0]
    assert np.isnan(blood.scores.values["csi"]).all()


def test_the_healthy_are_a_context_of_their_own(tmp_path):
    disease = np.where(np.arange(288) % 2, "PATO:0000461", "MONDO:0005147")
    found = look(made.write(tmp_path / "a.h5ad", made.cells(per_group=24), disease=disease), context="disease")
    assert [one.context for one in scored(found)] == ["overall", "MONDO:0005147", "PATO:0000461"]
    assert not found.contexts_left_out


def test_stopping_ends_the_work(file):
    with pytest.raises(Stopped):
        list(compute(look(file), Settings("made"), Watch(stopped=lambda: True)))
