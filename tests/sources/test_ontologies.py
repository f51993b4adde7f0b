"""Real ontologies: all are recognised and add up, OBO and JSON agree, and fastobo reads the same from each stanza."""

import gzip
from collections.abc import Iterator
from functools import cache
from typing import Any

import fastobo
import pytest

from atlasview.records.cell_type import CellType
from atlasview.records.disease import Disease
from atlasview.records.reference import CrossReference
from atlasview.records.term import Hierarchy, Synonym, Term
from atlasview.sources.ontology import SHOWN
from atlasview.sources.ontology_ids import reference
from atlasview.sources.recognition import recognise
from atlasview.sources.taken import Taken
from tests.conftest import SHARED
from tests.sources.outcomes import Outcomes, outcomes

pytestmark = pytest.mark.shared
FOLDER = SHARED / "data" / "ontology"
EXPECTED = {
    "HumanDO_2015-11-11.obo.gz": ("do", 9183, 6812, 0, "2015-11-11"),
    "blood_and_immune_upper_slim.json.gz": ("cl-json", 1079, 873, 0, "2026-06-08"),
    "blood_and_immune_upper_slim.obo.gz": ("cl", 1078, 873, 0, "2026-06-08"),
    "cl-basic.json.gz": ("cl-json", 2880, 2753, 0, "2022-12-15"),
    "cl-basic.obo.gz": ("cl", 2804, 2677, 0, "2022-12-15"),
    "cl_2018-07-07_with_imports.obo.gz": ("cl", 6634, 5847, 1, "2018-07-07"),
    "go-basic_subset_2020-02-21.obo.gz": ("go", 2069, 2068, 1, "2020-02-21"),
    "goslim_generic.obo": ("go", 149, 149, 0, ""),
}
"""Format, terms (counted with grep), kept, rejected, date."""
OBO_FILES = sorted(name for name in EXPECTED if ".obo" in name)


@cache
def read(name: str) -> Outcomes:
    return outcomes(FOLDER / name)


def text_of(name: str) -> str:
    raw = (FOLDER / name).read_bytes()
    return (gzip.decompress(raw) if name.endswith(".gz") else raw).decode()


def test_every_file_of_the_folder_is_named_here():
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_file_is_recognised_and_adds_up(name: str):
    form, terms, kept, rejected, date = EXPECTED[name]
    found = read(name)
    assert (found.format, found.read, len(found.taken), len(found.rejected)) == (form, terms, kept, rejected)
    assert found.file.date == date
    if ".obo" in name:
        assert text_of(name).count("\n[Term]\n") == terms


def test_no_file_of_another_kind_is_claimed():
    others = [path for path in (SHARED / "data").rglob("*") if path.is_file() and path.parent != FOLDER]
    assert len(others) > 80
    ours = {f"{key}{form}" for key in (*(one.key for one in SHOWN.values()), "obo") for form in ("", "-json")}
    assert not [path.name for path in others for one in recognise(path) if one.format and one.format.key in ours]


@pytest.mark.parametrize("name", ["cl-basic", "blood_and_immune_upper_slim"])
def test_obo_and_json_of_one_release_say_the_same(name: str):
    text, graph = set(read(f"{name}.obo.gz").records), set(read(f"{name}.json.gz").records)
    differ = {
        "cl-basic": {  # a name that its JSON leaves out; an identifier whose term is itself not kept
            ("CL:0004161", "MB"),
            ("CL:0004162", "MB"),
            ("CL:0000009", "replaced"),
            ("CL:0004161", ""),
            ("CL:0004162", ""),
        },
        "blood_and_immune_upper_slim": {("GO:0110165", "")},  # it has two definitions
    }[name]
    found = {(getattr(one, "subject", "") or one.id, getattr(one, "label", "")) for one in text ^ graph}
    assert found == differ
    assert len(text & graph) > 6_000


def test_what_the_cell_ontology_says_of_a_t_cell():
    records = read("cl-basic.obo.gz").records
    (cell,) = [one for one in records if type(one) is CellType and one.id == "CL:0000084"]
    assert cell.name == "T cell"
    assert cell.definition.startswith("A type of lymphocyte whose defining characteristic")
    assert {one.text for one in records if type(one) is Synonym and one.subject == cell.id} == {
        "T lymphocyte",
        "T-cell",
        "T-lymphocyte",
        "immature T cell",
        "mature T cell",
    }
    assert [one.parent for one in records if type(one) is Hierarchy and one.child == cell.id] == ["CL:0000542"]


def test_a_later_release_wins_and_a_borrowed_term_never():
    later = {one.key: one.version for one in read("cl-basic.obo.gz").taken}
    earlier = {one.key: one.version for one in read("cl_2018-07-07_with_imports.obo.gz").taken}
    go = {one.key: one.version for one in read("go-basic_subset_2020-02-21.obo.gz").taken}
    both = later.keys() & earlier.keys()
    assert len(both) > 2_000
    assert all(later[key] > earlier[key] for key in both)
    borrowed = {one.key: one.version for one in read("blood_and_immune_upper_slim.obo.gz").taken if "GO:" in one.key}
    assert all(go[key] > borrowed[key] for key in go.keys() & borrowed.keys())


def stanzas(name: str) -> Iterator[tuple[int, str]]:
    """Line and text of each term, split by the plainest means."""
    line = 1
    for block in text_of(name).split("\n\n"):
        if block.startswith("[Term]\n"):
            yield line, block.rstrip("\n") + "\n"
        line += block.count("\n") + 2


def independent(frame: Any) -> dict[str, Any]:
    """What fastobo says of a term; whether a parent or synonym is shown is ours to decide."""
    said: dict[str, Any] = {"is_a": set(), "part_of": set(), "synonyms": set(), "xrefs": set(), "name": "", "def": ""}
    for clause in frame:
        tag = clause.raw_tag()
        if tag == "name":
            said["name"] = clause.name
        elif tag == "def":
            said["def"] = said["def"] or str(clause.definition)
        elif tag == "is_a":
            said["is_a"].add(str(clause.term))
        elif tag == "relationship" and str(clause.typedef) in ("part_of", "BFO:0000050"):
            said["part_of"].add(str(clause.term))
        elif tag == "synonym":
            said["synonyms"].add(str(clause.synonym.desc).casefold().strip())
        elif tag == "xref":
            said["xrefs"].add(reference(str(clause.xref.id)))
    return said


def ours(taken: Taken) -> dict[str, Any]:
    said: dict[str, Any] = {"is_a": set(), "part_of": set(), "synonyms": set(), "xrefs": 0, "name": "", "def": ""}
    for record in taken.records:
        if type(record) in (CellType, Disease, Term):
            said["name"], said["def"] = record.name, record.definition
        elif type(record) is Hierarchy:
            said[record.relation].add(record.parent)
        elif type(record) is Synonym:
            said["synonyms"].add(record.text.casefold())
        elif type(record) is CrossReference and record.label not in ("replaced", "consider"):
            said["xrefs"] += 1
    return said


@pytest.mark.parametrize("name", OBO_FILES)
def test_fastobo_reads_the_same_from_each_stanza_that_it_accepts(name: str):
    taken = {one.line: one for one in read(name).taken}
    compared = refused = 0
    for line, block in stanzas(name):
        if line not in taken:
            continue
        try:
            frame = next(iter(fastobo.loads(block)))
        except SyntaxError:
            refused += 1
            continue
        found, expected = ours(taken[line]), independent(frame)
        if not found["name"]:  # an obsolete term that is kept as an identifier of another
            continue
        compared += 1
        parents = {each: {one for one in expected[each] if one.split(":")[0] in SHOWN} for each in ("is_a", "part_of")}
        assert found["name"] == expected["name"], line
        assert found["def"] == expected["def"], line
        assert found["synonyms"] == expected["synonyms"] - {expected["name"].casefold(), ""}, line
        assert found["is_a"] == parents["is_a"], line
        assert found["part_of"] == parents["part_of"], line
        assert found["xrefs"] == len(expected["xrefs"]), line
    assert refused <= 7
    assert compared > 0.97 * len(taken) - 200
