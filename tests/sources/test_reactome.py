"""Reactome's pathways and their hierarchy."""

import csv
from pathlib import Path

import pytest

from atlasview.records.term import Hierarchy, Term
from tests.sources.outcomes import outcomes, rows_of, written


def test_a_pathway_is_a_term(tmp_path: Path) -> None:
    text = "R-HSA-1266695\tInterleukin-7 signaling\tHomo sapiens\nR-MMU-1\tx\tMus musculus\nREACT_1\tx\tHomo sapiens\n"
    found = outcomes(written(tmp_path, "R-HSA-2\ty\tHomo sapiens\n" * 60 + text))
    last = found.taken[-1]
    assert last.key == "Reactome:R-HSA-1266695"
    assert last.records == [Term("Reactome:R-HSA-1266695", "Interleukin-7 signaling", "pathway", "", False, "", "here")]
    assert [(one.line, one.reason) for one in found.filtered] == [(62, "another organism")]
    assert [(one.line, one.reason) for one in found.rejected] == [(63, "no row of identifier, name and species")]


def test_a_relation_names_the_parent_first(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, "R-HSA-449147\tR-HSA-1266695\nR-HSA-1\tR-HSA-1\nR-MMU-1\tR-MMU-2\n"))
    assert found.records == [Hierarchy("Reactome:R-HSA-1266695", "Reactome:R-HSA-449147", "part_of", "here")]
    assert [(one.line, one.reason) for one in found.rejected] == [(2, "a pathway within itself")]
    assert [(one.line, one.reason) for one in found.filtered] == [(3, "another organism")]


def test_all_species_are_read_where_none_is_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, "R-HSA-1\ta\tHomo sapiens\nR-MMU-1\tb\tMus musculus\n")
    assert len(outcomes(path, taxon=None).taken) == 2
    assert [one.key for one in outcomes(path, taxon=10090).taken] == ["Reactome:R-MMU-1"]


@pytest.mark.shared
def test_the_whole_files(shared: Path) -> None:
    path = shared / "data/pathways/ReactomePathways.txt.gz"
    pathways = outcomes(path)
    assert (pathways.read, len(pathways.rejected)) == (20_987, 0)
    human = {row[0]: row[1].strip() for row in rows_of(path) if row[2] == "Homo sapiens"}
    assert {one.id.removeprefix("Reactome:"): one.name for one in pathways.records} == human
    path = shared / "data/pathways/ReactomePathwaysRelation.txt.gz"
    relations = outcomes(path)
    assert (relations.read, len(relations.rejected)) == (21_130, 0)
    pairs = [(one.parent.removeprefix("Reactome:"), one.child.removeprefix("Reactome:")) for one in relations.records]
    assert pairs == [(parent, child) for parent, child in rows_of(path) if child in human]


@pytest.mark.shared
def test_the_starters_hierarchy_is_among_what_is_read(shared: Path) -> None:
    facts = outcomes(shared / "data/pathways/ReactomePathwaysRelation.txt.gz").records
    found = {(one.child, one.parent, one.relation) for one in facts}
    with (Path(__file__).parents[2] / "db/starter/hierarchy.tsv").open() as text:
        starter = [
            (row["child"], row["parent"], row["relation"])
            for row in csv.DictReader(text, delimiter="\t")
            if row["source"] == "reactome-relations"
        ]
    assert starter
    assert set(starter) <= found
