"""Where a term, cell type or disease stands among the others: parents, children, and a line to the root."""

from graphlib import TopologicalSorter
from itertools import chain, pairwise

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.profile import Relative

_PARENTS = Statement(
    "SELECT s.id, s.name, h.relation FROM hierarchy h JOIN subject s ON s.key = h.parent WHERE h.child = :subject"
    " ORDER BY h.relation, s.name, s.id"
)
_CHILDREN = Statement(
    "SELECT s.id, s.name, h.relation FROM hierarchy h JOIN subject s ON s.key = h.child WHERE h.parent = :subject"
    " ORDER BY h.relation, s.name, s.id"
)
# UNION, not UNION ALL: an edge that several lines share comes once.
_EDGES = Statement(
    "WITH RECURSIVE edge(child, parent, relation) AS ("
    " SELECT child, parent, relation FROM hierarchy WHERE child = :subject"
    " UNION SELECT h.child, h.parent, h.relation FROM edge e JOIN hierarchy h ON h.child = e.parent"
    ") SELECT e.child, e.parent, e.relation, s.id, s.name FROM edge e JOIN subject s ON s.key = e.parent"
    " ORDER BY e.relation, s.name, s.id"
)


def parents(reader: AtlasReader, subject: int) -> tuple[Relative, ...]:
    """Direct parents, `is_a` before `part_of`, by name."""
    return tuple(Relative(*row) for row in reader.rows(_PARENTS, subject=subject))


def children(reader: AtlasReader, subject: int) -> tuple[Relative, ...]:
    """Direct children, `is_a` before `part_of`, by name."""
    return tuple(Relative(*row) for row in reader.rows(_CHILDREN, subject=subject))


def ancestors(reader: AtlasReader, subject: int) -> tuple[Relative, ...]:
    """The longest line of parents from the root to the direct parent; of equally long ones the first by name.

    The line follows `is_a`, and `part_of` from where a term is no kind of anything, as most pathways are not.
    """
    above: dict[int, dict[str, list[int]]] = {}
    relatives: dict[tuple[int, int], Relative] = {}
    for child, parent, relation, found, name in reader.rows(_EDGES, subject=subject):
        above.setdefault(child, {}).setdefault(relation, []).append(parent)
        relatives.setdefault((child, parent), Relative(found, name, relation))
    followed = {child: edges.get("is_a") or [*chain(*edges.values())] for child, edges in above.items()}
    line = [*_longest_line(followed, subject), subject]
    return tuple(relatives[child, parent] for parent, child in pairwise(line))


def _longest_line(above: dict[int, list[int]], start: int) -> list[int]:
    """Keys from a root down to a direct parent of `start`; the builder has seen to it that there is no cycle."""
    lines: dict[int, list[int]] = {}
    for node in TopologicalSorter(above).static_order():
        lines[node] = max(([*lines[parent], parent] for parent in above.get(node, ())), key=len, default=[])
    return lines.get(start, [])
