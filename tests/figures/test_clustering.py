"""Average linkage: the same steps as the plain definition gives, with and without missing values."""

import random
from itertools import combinations

import pytest

from atlasview.figures.clustering import distance, joins, tree


def plainly(rows):
    """Heights of all steps by the definition: the mean over all pairs of members, the smallest first."""
    groups = [[number] for number in range(len(rows))]
    heights = []

    def mean(pair):
        one, other = pair
        return sum(distance(rows[i], rows[j]) or 0.0 for i in one for j in other) / (len(one) * len(other))

    while len(groups) > 1:
        pair = min(combinations(groups, 2), key=mean)
        heights.append(mean(pair))
        groups = [group for group in groups if group not in pair] + [pair[0] + pair[1]]
    return heights


def leaves(rows):
    return list(tree(rows).order)


@pytest.mark.parametrize("seed", range(20))
def test_the_heights_are_those_of_the_definition(seed):
    chance = random.Random(seed)
    gaps = seed % 2
    rows = [
        [None if gaps and column and chance.random() < 0.2 else chance.gauss(0, 3) for column in range(6)]
        for _ in range(chance.randint(2, 18))
    ]
    assert [join.distance for join in joins(rows)] == pytest.approx(plainly(rows))


def test_scipy_says_the_same_where_it_is_installed():
    hierarchy = pytest.importorskip("scipy.cluster.hierarchy")
    chance = random.Random(5)
    rows = [[chance.gauss(0, 3) for _ in range(8)] for _ in range(60)]
    theirs = hierarchy.linkage(rows, "average")
    assert [join.distance for join in joins(rows)] == pytest.approx(list(theirs[:, 2]))
    assert [{join.left, join.right} for join in joins(rows)] == [{int(a), int(b)} for a, b in theirs[:, :2]]


def test_what_is_alike_stands_together():
    assert leaves([[0.0], [9.0], [0.1], [9.2], [0.2]]) == [0, 2, 4, 1, 3]


def test_missing_values_count_for_nothing_and_rows_without_common_ones_come_last():
    assert distance([1.0, None, 3.0], [1.0, 5.0, 3.0]) == 0.0
    assert distance([1.0, None], [None, 1.0]) is None
    assert distance([0.0, None], [3.0, 1.0]) == pytest.approx(3.0 * 2**0.5)
    assert leaves([[1.0, None], [None, 1.0], [1.1, None]]) == [0, 2, 1]


def test_none_one_and_equal_rows():
    assert leaves([]) == []
    assert leaves([[1.0]]) == [0]
    assert leaves([[1.0], [1.0], [1.0]]) == [0, 1, 2]


@pytest.mark.parametrize("seed", range(8))
def test_a_tree_in_its_order_joins_only_neighbours_and_keeps_the_heights(seed):
    chance = random.Random(seed)
    rows = [[chance.gauss(0, 3) for _ in range(4)] for _ in range(chance.randint(2, 20))]
    found = tree(rows)
    assert sorted(found.order) == list(range(len(rows)))
    assert [join.distance for join in found.joins] == [join.distance for join in joins(rows)]
    spans = [(place, place) for place in range(len(rows))]
    for join in found.joins:
        one, other = sorted((spans[join.left], spans[join.right]))
        assert one[1] + 1 == other[0]
        spans.append((one[0], other[1]))
    assert spans[-1] == (0, len(rows) - 1)
