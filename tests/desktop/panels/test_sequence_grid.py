"""Where residues stand, and which residue stands where."""

from hypothesis import given
from hypothesis import strategies as st

from atlasview.desktop.panels.sequence_grid import SequenceGrid, residues_that_fit

GRIDS = st.builds(
    SequenceGrid,
    length=st.integers(1, 40_000),
    per_line=st.sampled_from([10, 50, 60, 100, 110]),
    cell=st.floats(6, 20),
    gap=st.floats(3, 20),
    left=st.floats(10, 80),
    head=st.just(20.0),
    line=st.floats(25, 60),
    letter=st.floats(12, 24),
)


@given(GRIDS, st.integers(1, 40_000))
def test_every_residue_is_found_where_it_stands(grid, position):
    position = min(position, grid.length)
    line = grid.line_of(position)
    first, last = grid.span_of(line)
    assert first <= position <= last
    x = grid.x(position - first) + grid.cell / 2
    y = line * grid.line + 3
    assert grid.residue_at(x, y) == position
    assert grid.nearest(x, y) == position


@given(GRIDS, st.floats(-500, 3000), st.floats(-500, 60_000))
def test_the_nearest_residue_always_exists(grid, x, y):
    assert 1 <= grid.nearest(x, y) <= grid.length


@given(GRIDS, st.integers(1, 40_000), st.integers(0, 400))
def test_a_range_is_cut_into_lines_without_loss(grid, start, more):
    start = min(start, grid.length)
    end = min(start + more, grid.length)
    runs = [grid.run(line, start, end) for line in range(grid.line_of(start), grid.line_of(end) + 1)]
    assert all(run is not None and run[1] >= grid.cell - 1e-6 for run in runs)
    assert grid.run(grid.line_of(end) + 1, start, end) is None


@given(st.floats(0, 3000), st.floats(5, 20), st.floats(0, 20), st.sampled_from([0, 50, 60, 100]))
def test_lines_are_whole_blocks_that_fit(room, cell, gap, most):
    count = residues_that_fit(room, cell, gap, most)
    assert count % 10 == 0
    assert count >= 10
    assert count <= most or not most
    assert count == 10 or count * cell + (count // 10 - 1) * gap <= room + 1e-6
