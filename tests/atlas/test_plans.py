"""Every statement of a page walks an index, so that no page gets slower as an atlas grows."""

import importlib
import pkgutil

import pytest

import atlasview.atlas as room
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from tests.atlas.search.test_plans import plan

NOT_OF_A_PAGE = {"check", "contents", "staging", "writer", "search", "schema", "rows"}
READ_WHOLE = {"manifest", "noun_count", "source", "source_note", "kind_range", "g"}
"""Tables with a row per source, kind or noun, and `suggestion g` with a dozen."""

OF_ALL = {"cell_type._ALL", "cell_type._NAMES", "cell_type._EDGES", "gene._SYMBOLS", "gene._ENSEMBL"}
"""Statements of no page: who scores cells asks for all cell types, and for the names of all genes."""


def statements() -> dict[str, Statement]:
    found: dict[str, Statement] = {}
    for module in pkgutil.iter_modules(room.__path__):
        if module.name.partition("_")[0] not in NOT_OF_A_PAGE:
            for name, value in vars(importlib.import_module(f"{room.__name__}.{module.name}")).items():
                several = value.items() if isinstance(value, dict) else [("", value)]
                found |= {f"{module.name}.{name}{part}": one for part, one in several if isinstance(one, Statement)}
    return found


ONCE = {"coverage._SCORED"}
"""Asked once of an opened atlas: a row for each cell type, context and data set, however many genes there are."""

STATEMENTS = {name: one for name, one in statements().items() if name not in OF_ALL | ONCE}


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_page_reads_a_table_from_end_to_end(starter: AtlasReader, name: str):
    tables = {line.split()[1] for line in plan(starter, STATEMENTS[name]) if line.startswith("SCAN")}
    # Subqueries, the rows that a recursion has found so far, and the list of keys that is asked for.
    derived = {"i", "edge", "e", "CONSTANT", "json_each", "wanted"}
    assert {table for table in tables if not table.startswith("(")} <= READ_WHOLE | derived
