"""What a later release of an ontology or a gene set no longer has is gone, whichever of its files is read first."""

from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.atlas.contents import all_records
from atlasview.atlas.reader import AtlasReader
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.report import BuildReport
from atlasview.building.wish import Wish
from atlasview.records.cell_type import CellType
from atlasview.records.disease import Disease
from atlasview.records.term import GeneTerm, Hierarchy, Term
from tests.building.public_files import HGNC_ROWS, write_hgnc

PREFIXES = {"go": "GO", "mondo": "MONDO", "cl": "CL"}
OLD = """format-version: 1.2
data-version: releases/2020-01-01
ontology: {ontology}

[Term]
id: {prefix}:0000001
name: root

[Term]
id: {prefix}:0000002
name: merged later
is_a: {prefix}:0000001

[Term]
id: {prefix}:0000003
name: obsolete later
def: "Something." []
is_a: {prefix}:0000001

"""
NEW = """format-version: 1.2
data-version: releases/2025-01-01
ontology: {ontology}

[Term]
id: {prefix}:0000001
name: the root
alt_id: {prefix}:0000002

[Term]
id: {prefix}:0000003
name: obsolete thing
is_obsolete: true

"""
SLIM = """format-version: 1.2
data-version: go/2025-01-01/subsets/goslim_generic.owl
ontology: go/subsets/goslim_generic

[Term]
id: GO:0000002
name: merged later

"""


def built(target: Path, *given: Path, add_to: Path | None = None) -> BuildReport:
    return build_from_files(find_inputs(map(str, given)), Wish(target, add_to=add_to, jobs=1))


def names(target: Path) -> dict[str, tuple[str, bool]]:
    """Names of the terms that an atlas has, and whether they are obsolete."""
    assert check_atlas(target) == ()
    with AtlasReader(target) as reader:
        return {
            one.id: (one.name, getattr(one, "obsolete", False))
            for noun, one in all_records(reader)
            if noun in (Term, Disease, CellType)
        }


def files(folder: Path, ontology: str, order: str) -> list[Path]:
    """The older and the later release, named so that one of them is read first."""
    texts = {"old": OLD, "new": NEW}
    paths = []
    for place, which in enumerate(order.split()):
        path = folder / f"{place}.obo"
        path.write_text(texts[which].format(ontology=ontology, prefix=PREFIXES[ontology]), encoding="utf-8")
        paths.append(path)
    return paths


@pytest.mark.parametrize("order", ["old new", "new old"])
@pytest.mark.parametrize("ontology", ["go", "mondo", "cl"])
def test_merged_and_obsolete_terms_are_gone(tmp_path: Path, ontology: str, order: str):
    prefix = PREFIXES[ontology]
    report = built(tmp_path / "one.atlas", *files(tmp_path, ontology, order))
    kept = {f"{prefix}:0000001": ("the root", False)}
    if ontology == "go":
        kept["GO:0000003"] = ("obsolete thing", True)
    assert names(tmp_path / "one.atlas") == kept
    assert sum(file.source.superseded for file in report.files) == 3


def test_merged_and_obsolete_terms_are_gone_from_an_atlas_that_is_added_to(tmp_path: Path):
    old, new = files(tmp_path, "mondo", "old new")
    built(tmp_path / "one.atlas", old)
    assert len(names(tmp_path / "one.atlas")) == 3
    built(tmp_path / "two.atlas", new, add_to=tmp_path / "one.atlas")
    built(tmp_path / "three.atlas", old, add_to=tmp_path / "two.atlas")
    for name in ("two", "three"):
        assert names(tmp_path / f"{name}.atlas") == {"MONDO:0000001": ("the root", False)}


def test_a_later_slim_does_not_take_the_place_of_the_whole_ontology(tmp_path: Path):
    old, _new = files(tmp_path, "go", "old new")
    slim = tmp_path / "slim.obo"
    slim.write_text(SLIM, encoding="utf-8")
    _new.unlink()
    built(tmp_path / "one.atlas", slim, old)
    with AtlasReader(tmp_path / "one.atlas") as reader:
        parents = {(one.child, one.parent) for noun, one in all_records(reader) if noun is Hierarchy}
    assert ("GO:0000002", "GO:0000001") in parents


def sets(target: Path) -> set[tuple[str, str]]:
    """Names of gene sets, each with the genes in it."""
    assert [one.what for one in check_atlas(target) if "licence" not in one.what] == []
    with AtlasReader(target) as reader:
        records = list(all_records(reader))
    name = {one.id: one.name for noun, one in records if noun is Term}
    return {(name[one.term], one.gene.removeprefix("HGNC:")) for noun, one in records if noun is GeneTerm}


WIKIPATHWAYS = "{name}%WikiPathways_{date}%WP1%Homo sapiens\thttp://www.wikipathways.org/instance/WP1\t{genes}\n"
REACTOME = "{name}\tR-HSA-1\t{genes}\n"


@pytest.mark.parametrize(("layout", "order"), [(WIKIPATHWAYS, "a b"), (WIKIPATHWAYS, "b a"), (REACTOME, "a b")])
def test_a_later_release_of_a_gene_set_takes_the_place_of_the_earlier_one(tmp_path: Path, layout: str, order: str):
    """Reactome's file states no release: of two files, that which is read or added later has the word."""
    texts = {
        "a": layout.format(name="Old name", date="20200101", genes="IL7R\tIL21"),
        "b": layout.format(name="New name", date="20250101", genes="IL7R\tKMT2A"),
    }
    genes = write_hgnc(tmp_path)
    for name, text in texts.items():
        (tmp_path / f"{name}.gmt").write_text(text, encoding="utf-8")
    first, second = (tmp_path / f"{name}.gmt" for name in order.split())
    one, two, once = (tmp_path / f"{name}.atlas" for name in ("one", "two", "once"))
    built(one, genes, first)
    built(two, second, add_to=one)
    report = built(once, genes, first, second)
    assert sets(two) == sets(once) == {("New name", "6024"), ("New name", "7132")}
    reasons = [reason for file in report.files for reason in file.reasons if reason[0] == "superseded"]
    told = "a later version was read" if layout == WIKIPATHWAYS else "a file that was read later has it, and no release"
    assert len(reasons) == 1
    assert reasons[0][1].startswith(told)


def test_a_gene_set_that_is_read_again_brings_the_genes_that_were_not_there(tmp_path: Path):
    pathways = tmp_path / "pathways.gmt"
    pathways.write_text(WIKIPATHWAYS.format(name="Path", date="20200101", genes="IL7R\tIL21"), encoding="utf-8")
    one, two, three = (tmp_path / f"{name}.atlas" for name in ("one", "two", "three"))
    built(one, write_hgnc(tmp_path, HGNC_ROWS[:1]), pathways)
    added = built(two, write_hgnc(tmp_path, name="all.txt"), add_to=one)
    assert [name for name, _facts in added.worth_again] == ["pathways.gmt"]
    built(three, pathways, add_to=two)
    assert sets(two) == {("Path", "6024")}
    assert sets(three) == {("Path", "6024"), ("Path", "6005")}
