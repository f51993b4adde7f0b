"""Ontologies without circles: a term that is its own ancestor has no root to start a tree from."""

from collections.abc import Iterable

Edge = tuple[str, str, str]
"""Child, parent, relation."""


def without_circles(edges: Iterable[Edge]) -> set[Edge]:
    """The edges that close a circle, walking from each child up in the order of the edges."""
    parents: dict[str, list[Edge]] = {}
    for edge in edges:
        parents.setdefault(edge[0], []).append(edge)
    closing: set[Edge] = set()
    done: set[str] = set()
    for start in parents:
        if start not in done:
            _walk(start, parents, done, closing)
    return closing


def _walk(start: str, parents: dict[str, list[Edge]], done: set[str], closing: set[Edge]) -> None:
    """Depth first without recursion: real ontologies are deep, made ones can be deeper than the stack."""
    line = [start]
    on_line = {start}
    waiting = [iter(parents.get(start, ()))]
    while line:
        edge = next(waiting[-1], None)
        if edge is None:
            waiting.pop()
            done.add(line[-1])
            on_line.discard(line.pop())
        elif edge[1] in on_line:
            closing.add(edge)
        elif edge[1] not in done:
            line.append(edge[1])
            on_line.add(edge[1])
            waiting.append(iter(parents.get(edge[1], ())))
