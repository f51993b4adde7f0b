"""OBO-graph JSON of any ontology: the same terms as in its OBO file."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from atlasview.sources.head import Head
from atlasview.sources.json_list import json_parts
from atlasview.sources.obo import PART_OF
from atlasview.sources.ontology import Home, OntologyTerm, date_in, is_slim, ontology_named
from atlasview.sources.ontology_formats import ontology_formats
from atlasview.sources.ontology_ids import curie, likeness
from atlasview.sources.ontology_terms import TermReader
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome

SCOPES = {
    "hasExactSynonym": "exact",
    "hasBroadSynonym": "broad",
    "hasNarrowSynonym": "narrow",
    "hasRelatedSynonym": "related",
}
_REPLACED_BY = ("IAO_0100001", "replaced_by")
_CONSIDER = ("consider",)
_ALTERNATIVE = ("hasAlternativeId",)
_NAMESPACE = ("hasOBONamespace",)
_DEFAULT_NAMESPACE = ("default-namespace", "hasDefaultNamespace")
_VERSION_INFO = ("versionInfo",)
_LABEL = ("label",)
_ID_IN_HEAD = re.compile(r'"id"\s*:\s*"(https?://purl\.obolibrary\.org/obo/[a-z]\w*[./][^"]*)"')
_CHILD_IN_HEAD = re.compile(r'"(?:sub|id)"\s*:\s*"https?://purl\.obolibrary\.org/obo/([A-Za-z]+)_\w+"')
_GRAPHS = re.compile(r'\s*\{\s*"(?:graphs|meta|@context)"\s*:')

Parents = dict[str, list[tuple[str, str]]]


def read(file: SourceFile, prefix: str = "") -> Iterator[Outcome]:
    """Outcomes of the terms; `prefix` is that of the file's ontology where it does not say it.

    The file is gone through twice: for what it says of itself and for its edges, of which only those between terms
    that pages show are held, and for its terms.
    """
    home, parents = _surveyed(file)
    home.prefix = home.prefix or prefix or _commonest(parents)
    reader = TermReader(file, home)
    nodes = 0
    for key, line, node in json_parts(file, "graphs"):
        if key != "nodes":
            continue
        nodes += 1
        if not isinstance(node, dict) or not isinstance(node.get("id", ""), str):
            yield file.rejected(line, "a node that is none", str(node))
        elif node.get("type", "CLASS") == "CLASS":
            yield _outcome(file, reader, line, node, parents)
    if not nodes:
        raise file.refused('there is no "nodes" in the file', remedy="hand in an ontology as OBO-graph JSON")
    reader.tell()


def _surveyed(file: SourceFile) -> tuple[Home, Parents]:
    home = Home()
    parents: Parents = {}
    one_of: dict[str, str] = {}
    for key, _line, value in json_parts(file, "graphs"):
        if key == "edges" and isinstance(value, dict):
            pair = _parent(value)
            if pair:
                child, parent = (one_of.setdefault(each, each) for each in pair[:2])
                parents.setdefault(child, []).append((parent, pair[2]))
        elif key == "id" and isinstance(value, str):
            home.prefix = home.prefix or ontology_named(value)
            home.slim = home.slim or is_slim(value)
        elif key == "meta" and isinstance(value, dict) and not home.release:
            _learn(home, value)
    return home, parents


def _parent(edge: dict[str, Any]) -> tuple[str, str, str] | None:
    """Child, parent and relation of an edge between terms that pages may show."""
    predicate = edge.get("pred")
    relation = "is_a" if predicate == "is_a" else "part_of" if _id(predicate) in PART_OF else ""
    child, parent = _id(edge.get("sub")), _id(edge.get("obj"))
    return (child, parent, relation) if relation and child and parent else None


def _learn(home: Home, meta: dict[str, Any]) -> None:
    values = list(_values(meta))
    version = _text(meta.get("version"))
    info = next(_said(values, _VERSION_INFO), "")
    home.date = date_in(version) or date_in(info)
    home.slim = home.slim or is_slim(version)
    home.release = home.date or info or version
    home.namespace = next(_said(values, _DEFAULT_NAMESPACE), "")


def _outcome(file: SourceFile, reader: TermReader, line: int, node: dict[str, Any], parents: Parents) -> Outcome:
    written = node.get("id", "")
    identifier = curie(written)
    if not identifier:
        reason = "a term whose identifier is none" if written else "a term without an identifier"
        return file.rejected(line, reason, written)
    meta = node.get("meta") or {}
    if not isinstance(meta, dict):
        return file.rejected(line, "a node whose meta is none", identifier)
    term = OntologyTerm(line, identifier, _text(node.get("lbl")))
    values = list(_values(meta))
    definition = meta.get("definition")
    term.definition = _text(definition.get("val")) if isinstance(definition, dict) else ""
    term.namespace = next(_said(values, _NAMESPACE), "")
    term.obsolete = meta.get("deprecated") is True
    term.synonyms = [
        (_text(one.get("val")).strip(), SCOPES.get(_last(one.get("pred")), "related"))
        for one in _objects(meta, "synonyms")
    ]
    term.parents = parents.get(identifier, [])
    term.references = [(_text(one.get("val")), _label(one)) for one in _objects(meta, "xrefs")]
    term.replaced_by = [one for one in map(curie, _said(values, _REPLACED_BY)) if one]
    term.consider = [one for one in map(curie, _said(values, _CONSIDER)) if one]
    term.alternatives = [one for one in map(curie, _said(values, _ALTERNATIVE)) if one]
    return reader.outcome(term)


def _values(meta: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(last part of the property's address, value) of each property."""
    for one in _objects(meta, "basicPropertyValues"):
        yield _last(one.get("pred")), _text(one.get("val"))


def _said(values: list[tuple[str, str]], names: tuple[str, ...]) -> Iterator[str]:
    return (value for name, value in values if name in names)


def _objects(meta: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    found = meta.get(name)
    return (one for one in found if isinstance(one, dict)) if isinstance(found, list) else iter(())


def _label(reference: dict[str, Any]) -> str:
    """What the file says of a cross-reference: its label, else how it differs from the term."""
    meta = reference.get("meta")
    values = list(_values(meta)) if isinstance(meta, dict) else []
    return next(_said(values, _LABEL), "") or likeness(" ".join(value for _name, value in values))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _last(address: object) -> str:
    """`consider` of `http://www.geneontology.org/formats/oboInOwl#consider`."""
    text = _text(address)
    return text[max(text.rfind("#"), text.rfind("/")) + 1 :]


def _id(value: object) -> str:
    return curie(value) if isinstance(value, str) else ""


def _commonest(parents: Parents) -> str:
    counted = Counter(child.partition(":")[0] for child in parents)
    return counted.most_common(1)[0][0] if counted else ""


def _home_of_head(head: Head) -> str | None:
    """Prefix of the ontology that an OBO-graph file holds, empty where it does not say, None for another file."""
    if b'"graphs"' not in head.start or not _GRAPHS.match(head.text):
        return None
    said = _ID_IN_HEAD.search(head.text)
    if said:
        return ontology_named(said[1])
    counted = Counter(_CHILD_IN_HEAD.findall(head.text))
    first = counted.most_common(1)
    return first[0][0] if first else ""


FORMATS = ontology_formats("OBO-graph JSON", "-json", _home_of_head, read)
