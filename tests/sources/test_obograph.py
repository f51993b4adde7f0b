"""OBO-graph JSON: nodes become what the OBO file's terms become, whatever stands first in the file."""

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from atlasview.records.cell_type import CellType
from atlasview.records.reference import CrossReference
from atlasview.records.term import Hierarchy, Synonym, Term
from atlasview.records.trouble import InputRefused
from atlasview.sources.obograph import read as read_graph
from atlasview.sources.opened import SourceFile
from tests.sources.outcomes import Outcomes, outcomes, told, written

OBO = "http://purl.obolibrary.org/obo/"
OIO = "http://www.geneontology.org/formats/oboInOwl#"


def prop(name: str, value: str) -> dict[str, str]:
    return {"pred": name, "val": value}


T_CELL: dict[str, Any] = {
    "id": f"{OBO}CL_0000084",
    "lbl": "T cell",
    "type": "CLASS",
    "meta": {
        "definition": {"val": 'A "lymphocyte".', "xrefs": ["GOC:add"]},
        "synonyms": [
            {"pred": "hasExactSynonym", "val": "T-cell", "xrefs": []},
            {"pred": "hasBroadSynonym", "val": "thymocyte"},
            {"pred": "hasExactSynonym", "val": "t CELL"},
        ],
        "xrefs": [
            {"val": "BTO:0000782"},
            {"val": "MESH:D013601", "meta": {"basicPropertyValues": [prop("http://x#label", "T-Lymphocytes")]}},
            {"val": "OMIM:1", "meta": {"basicPropertyValues": [prop(f"{OIO}source", "MONDO:relatedTo")]}},
        ],
        "basicPropertyValues": [prop(f"{OIO}hasOBONamespace", "cell"), prop(f"{OIO}hasAlternativeId", "CL:0000804")],
    },
}
MERGED = {
    "id": f"{OBO}CL_0000001",
    "type": "CLASS",
    "meta": {"deprecated": True, "basicPropertyValues": [prop(f"{OBO}IAO_0100001", f"{OBO}CL_0000084")]},
}
OBSOLETE = {
    "id": f"{OBO}GO_0000005",
    "lbl": "obsolete x",
    "type": "CLASS",
    "meta": {
        "deprecated": True,
        "basicPropertyValues": [prop(f"{OIO}consider", "GO:0000006"), prop(f"{OBO}IAO_0100001", "GO:0000007")],
    },
}
NODES = [
    T_CELL,
    MERGED,
    OBSOLETE,
    {"id": f"{OBO}PR_000000001", "lbl": "protein", "type": "CLASS"},
    {"id": f"{OBO}UBERON_0002405", "type": "CLASS"},
    {"id": f"{OBO}BFO_0000050", "lbl": "part of", "type": "PROPERTY"},
]
EDGES = [
    {"sub": f"{OBO}CL_0000084", "pred": "is_a", "obj": f"{OBO}CL_0000542"},
    {"sub": f"{OBO}CL_0000084", "pred": f"{OBO}BFO_0000050", "obj": f"{OBO}UBERON_0002405"},
    {"sub": f"{OBO}CL_0000084", "pred": f"{OBO}RO_0002202", "obj": f"{OBO}CL_0000827"},
    {"sub": f"{OBO}CL_0000084", "pred": "is_a", "obj": f"{OBO}CARO_0000003"},
]
META = {"version": f"{OBO}cl/releases/2022-12-15/cl-basic.json", "basicPropertyValues": []}
GRAPH = {"id": f"{OBO}cl/cl-basic.json", "meta": META, "nodes": NODES, "edges": EDGES}


def read(folder: Path, graph: dict[str, Any], indent: int | None = 1) -> Outcomes:
    return outcomes(written(folder, json.dumps({"graphs": [graph]}, indent=indent), "file.json"))


def test_a_node_with_all_that_is_said_of_it(tmp_path: Path):
    found = read(tmp_path, GRAPH)
    assert (found.format, found.file.release, found.file.date) == ("cl-json", "2022-12-15", "2022-12-15")
    assert (found.taken[0].key, found.taken[0].version) == ("CL:0000084", (1, "2022-12-15", "2022-12-15"))
    assert found.of(CellType) == [CellType("CL:0000084", "T cell", 'A "lymphocyte".', "", "here")]
    assert [(one.text, one.scope) for one in found.of(Synonym)] == [
        ("T-cell", "exact"),
        ("thymocyte", "broad"),
    ]
    assert [(one.parent, one.relation) for one in found.of(Hierarchy)] == [
        ("CL:0000542", "is_a"),
        ("UBERON:0002405", "part_of"),
    ]
    assert [(one.subject, one.database, one.id, one.label) for one in found.of(CrossReference)] == [
        ("CL:0000084", "CL", "0000804", "replaced"),
        ("CL:0000084", "BTO", "0000782", ""),
        ("CL:0000084", "MeSH", "D013601", "T-Lymphocytes"),
        ("CL:0000084", "OMIM", "1", "related"),
        ("CL:0000084", "CL", "0000001", "replaced"),
        ("GO:0000005", "GO", "0000006", "consider"),
    ]
    assert found.of(Term) == [Term("GO:0000005", "obsolete x", "", "", True, "GO:0000007", "here")]
    assert [one.reason for one in found.filtered] == [
        "a term of another ontology that pages do not show",
        "a term of another ontology that is only mentioned",
    ]
    assert found.read == 5


@pytest.mark.parametrize("order", ["id meta nodes edges", "edges id meta nodes", "nodes edges meta id"])
@pytest.mark.parametrize("indent", [None, 0, 4])
def test_the_order_and_the_layout_do_not_matter(tmp_path: Path, order: str, indent: int | None):
    plain = read(tmp_path, GRAPH)
    found = read(tmp_path, {name: GRAPH[name] for name in order.split()}, indent)
    assert found.format == "cl-json"
    assert found.records == plain.records
    assert [one.version for one in found.taken] == [one.version for one in plain.taken]


def test_lines_are_those_of_the_nodes(tmp_path: Path):
    lines = json.dumps({"graphs": [GRAPH]}, indent=1).split("\n")
    for one in read(tmp_path, GRAPH).taken:
        assert f"{OBO}{one.key.replace(':', '_')}" in lines[one.line]


def test_graphs_of_imports_are_read_too(tmp_path: Path):
    other = {"id": f"{OBO}go.json", "nodes": [{"id": f"{OBO}GO_1", "lbl": "y", "type": "CLASS"}], "edges": []}
    found = outcomes(written(tmp_path, json.dumps({"graphs": [GRAPH, other]})))
    assert [(one.key, one.version[0]) for one in found.taken][-1] == ("GO:1", 0)


@pytest.mark.parametrize(
    ("node", "reason"),
    [
        ("text", "a node that is none"),
        ({"lbl": "x"}, "a term without an identifier"),
        ({"id": "http://example.org/x", "lbl": "x"}, "a term whose identifier is none"),
        ({"id": f"{OBO}CL_0000002"}, "a term without a name"),
        ({"id": f"{OBO}CL_x", "lbl": "x"}, "an identifier that its ontology does not have"),
        ({"id": f"{OBO}CL_0000002", "lbl": "x", "meta": [1]}, "a node whose meta is none"),
        (T_CELL, "a term that the file holds twice"),
    ],
)
def test_a_node_that_cannot_be_right_is_rejected_alone(tmp_path: Path, node: object, reason: str):
    found = read(tmp_path, {**GRAPH, "nodes": [*NODES, node]})
    assert [(one.reason, one.file) for one in found.rejected] == [(reason, "file.json")]
    assert found.records == read(tmp_path, GRAPH).records


def test_values_of_other_types_cost_no_term(tmp_path: Path):
    meta = {"definition": 1, "synonyms": [3, {"pred": None, "val": ["x"]}], "xrefs": "x", "basicPropertyValues": {}}
    found = read(tmp_path, {**GRAPH, "nodes": [{**T_CELL, "meta": meta}], "edges": [1, {}, {"sub": 1, "pred": "is_a"}]})
    assert found.records == [CellType("CL:0000084", "T cell", "", "", "here")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (json.dumps({"graphs": [GRAPH]}, indent=1)[:-400], "breaks off"),
        (json.dumps({"graphs": [GRAPH]}, indent=1).replace('"obj"', '"obj" x', 1), "no JSON"),
        ('{"graphs": [{"id": "x", "nodes": []}]}', 'no "nodes"'),
    ],
)
def test_a_file_that_is_damaged_is_refused_with_its_line(tmp_path: Path, text: str, what: str):
    path = written(tmp_path, text)
    with pytest.raises(InputRefused, match=what) as trouble:
        outcomes(path)
    assert trouble.value.where.startswith(str(path))


def test_other_json_is_not_claimed(tmp_path: Path):
    for text in ('{"results": [{"graphs": []}]}', '["graphs"]', '{"graph": []}'):
        assert told(written(tmp_path, text)) == "no format that AtlasView reads"


def test_memory_does_not_grow_with_the_file(tmp_path: Path):
    comment = "a comment that nobody reads, " * 60
    nodes = [
        {"id": f"{OBO}CL_{n:07}", "lbl": f"x{n}", "type": "CLASS", "meta": {"comments": [comment]}}
        for n in range(9_000)
    ]
    path = written(tmp_path, json.dumps({"graphs": [{**GRAPH, "nodes": nodes}]}))
    tracemalloc.start()
    with SourceFile(path) as file:
        count = sum(1 for _ in read_graph(file))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 9_000
    assert peak < path.stat().st_size / 3
