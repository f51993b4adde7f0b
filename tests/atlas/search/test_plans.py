"""Every look-up of search walks an index, whatever is asked."""

import importlib
import pkgutil
import re

import pytest

import atlasview.atlas.search as room
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement

STATEMENTS = {
    f"{module.name}.{name}": value
    for module in pkgutil.iter_modules(room.__path__)
    for name, value in vars(importlib.import_module(f"{room.__name__}.{module.name}")).items()
    if isinstance(value, Statement)
}


def plan(reader: AtlasReader, statement: Statement) -> list[str]:
    names = set(re.findall(r"(?<!:):([a-z]\w*)", statement))
    rows = reader.rows(Statement(f"EXPLAIN QUERY PLAN {statement}"), **dict.fromkeys(names, "x"))
    return [row.detail for row in rows]


def test_there_are_statements_to_look_at():
    assert len(STATEMENTS) == 17


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_look_up_reads_a_table_from_end_to_end(starter: AtlasReader, name: str):
    for line in plan(starter, STATEMENTS[name]):
        if line.startswith("SCAN"):
            table = line.split()[1]
            assert "VIRTUAL TABLE INDEX" in line or table.startswith("(") or table in {"f", "g"}, line


def test_names_are_looked_up_by_field_and_spelling(starter: AtlasReader):
    exact = [line for line in plan(starter, STATEMENTS["exact.EXACT"]) if line.startswith("SEARCH")]
    named = "SEARCH search_name USING PRIMARY KEY (field=? AND spelling=?)"
    reference = "SEARCH cross_reference USING INDEX ix_cross_reference_id (id=?)"
    assert exact == [named, named, reference, "SEARCH subject USING COVERING INDEX sqlite_autoindex_subject_1 (id=?)"]
    begins = [line for line in plan(starter, STATEMENTS["beginnings.BEGINS"]) if line.startswith("SEARCH")]
    own = [line for line in plan(starter, STATEMENTS["identifier_beginnings.OWN_BEGINS"]) if line.startswith("SEARCH")]
    assert own == ["SEARCH search_name USING PRIMARY KEY (field=? AND spelling>? AND spelling<?)"]
    [elsewhere] = plan(starter, STATEMENTS["identifier_beginnings.REFERENCE_BEGINS"])
    assert elsewhere == "SEARCH cross_reference USING INDEX ix_cross_reference_id (id>? AND id<?)"
    assert len(begins) >= 18
    assert all("PRIMARY KEY (field=? AND spelling>? AND spelling<?)" in line for line in begins)


def test_a_search_runs_few_statements(starter: AtlasReader):
    from tests.atlas.test_gene import counted

    for typed in (
        "i",
        "il21",
        "interleukin receptor",
        "zzzz",
        "interlukin",
        "IL21 45-96",
        "cell:Tfh",
        "GO:00051",
        "ENSG00000138",
    ):
        with counted(starter) as statements:
            room.search(starter, typed)
        assert len(statements) <= 7, typed
