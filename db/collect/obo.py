"""OBO files: terms with name, synonyms, parents and cross-references; definitions are never read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SYNONYM = re.compile(r'synonym: "((?:[^"\\]|\\.)*)" (EXACT|BROAD|NARROW|RELATED)')


@dataclass(frozen=True, slots=True)
class OboTerm:
    """A term: synonyms are (text, scope in lower case), parents (id, `is_a` or `part_of`)."""

    id: str
    name: str
    namespace: str
    subsets: frozenset[str]
    synonyms: tuple[tuple[str, str], ...]
    parents: tuple[tuple[str, str], ...]
    xrefs: tuple[str, ...]


def read_obo(text: str) -> dict[str, OboTerm]:
    """Terms of an OBO file that are not obsolete, by id; a term that breaks off before its end is left out."""
    terms = {}
    blocks = re.split(r"\n\n(?=\[)", text)
    for block in blocks[1:]:
        lines = block.strip().splitlines()
        if lines[0] == "[Term]" and "is_obsolete: true" not in lines:
            term = _term(lines[1:])
            if term.name and (block is not blocks[-1] or text.endswith("\n")):
                terms[term.id] = term
    return terms


def ancestors(terms: dict[str, OboTerm], start: Iterable[str], relations: tuple[str, ...] = ("is_a",)) -> set[str]:
    """Ids of all terms above `start` that the file holds."""
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        identifier = waiting.pop()
        for parent, relation in terms[identifier].parents if identifier in terms else ():
            if relation in relations and parent in terms and parent not in found:
                found.add(parent)
                waiting.append(parent)
    return found


def descendants(terms: dict[str, OboTerm], root: str) -> set[str]:
    """Ids of all terms below `root` by `is_a`."""
    children: dict[str, list[str]] = {}
    for term in terms.values():
        for parent, relation in term.parents:
            if relation == "is_a":
                children.setdefault(parent, []).append(term.id)
    found: set[str] = set()
    waiting = [root]
    while waiting:
        new = set(children.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return found


def _term(lines: list[str]) -> OboTerm:
    values: dict[str, list[str]] = {}
    for line in lines:
        tag, _, value = line.partition(": ")
        values.setdefault(tag, []).append(value)
    synonyms = [_SYNONYM.match(line) for line in lines if line.startswith("synonym: ")]
    parents = [(value.split()[0], "is_a") for value in values.get("is_a", ())]
    relations = [value.split() for value in values.get("relationship", ())]
    parents += [(relation[1], "part_of") for relation in relations if relation[0] == "part_of"]
    return OboTerm(
        id=values["id"][0],
        name=values.get("name", [""])[0],
        namespace=values.get("namespace", [""])[0],
        subsets=frozenset(value.split()[0] for value in values.get("subset", ())),
        synonyms=tuple((re.sub(r"\\(.)", r"\1", s.group(1)), s.group(2).lower()) for s in synonyms if s),
        parents=tuple(parents),
        xrefs=tuple(value.split()[0] for value in values.get("xref", ())),
    )
