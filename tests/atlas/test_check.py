"""The thorough check finds what was done to an atlas after, or wrong while, it was built."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.records.source import Finding
from atlasview.records.trouble import AtlasForeign, AtlasMissing

IL21 = "(SELECT key FROM subject WHERE id = 'UniProtKB:Q9HBE4')"


@pytest.fixture
def copy(small_atlas_path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(small_atlas_path, tmp_path / "copy.atlas"))


def errors(path: Path) -> list[Finding]:
    return [finding for finding in check_atlas(path) if finding.severity == "error"]


def tampered(path: Path, *statements: str) -> Path:
    connection = sqlite3.connect(path)
    with connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0
    connection.close()
    return path


def test_an_atlas_as_built_is_sound(atlas_path: Path, small_atlas_path: Path):
    assert errors(atlas_path) == []
    assert errors(small_atlas_path) == []


def test_a_source_without_licence_is_a_warning(small_atlas_path: Path):
    unlicensed = [finding for finding in check_atlas(small_atlas_path) if "licence" in finding.what]
    assert {finding.severity for finding in unlicensed} == {"warning"}
    assert "genular-il21" in {finding.where for finding in unlicensed}


@pytest.mark.parametrize(
    ("statement", "where", "words"),
    [
        ("UPDATE gene SET band = '1p1'", "file", "does not agree with its seal"),
        (f"UPDATE protein SET sequence = 'M' || sequence WHERE key = {IL21}", "UniProtKB:Q9HBE4", "CRC64"),
        (f'UPDATE feature SET "end" = 900 WHERE protein = {IL21} AND ordinal = 1', "Q9HBE4", "outside the 162"),
        ("UPDATE isoform SET canonical = 0 WHERE id = 'Q9HBE4-1'", "Q9HBE4", "0 isoforms are canonical"),
        ("UPDATE isoform SET sequence = 'MK' WHERE id = 'Q9HBE4-1'", "Q9HBE4-1", "another sequence"),
        ("UPDATE variant SET ref = 'W' WHERE hgvs_p = 'p.Pro132Ser'", "P16871-1", "replaces W at 132"),
        (
            "DELETE FROM term WHERE key = (SELECT key FROM subject WHERE id = 'GO:0005125')",
            "GO:0005125",
            "says nothing",
        ),
        ("DELETE FROM term WHERE key = (SELECT key FROM subject WHERE id = 'GO:0005125')", "gene_term", "rows of term"),
        ("DELETE FROM expression", "manifest", "counts 3 expression, there are 0"),
        ("UPDATE source SET kept = kept - 1 WHERE code = 'hgnc'", "hgnc", "accounted for"),
        ("UPDATE disease_association SET publications = 'PMID:1'", "PMID:1", "does not hold"),
        (f"UPDATE protein SET sequence = replace(sequence, 'M', '*') WHERE key = {IL21}", "UniProtKB:Q9HBE4", "'*'"),
        ("UPDATE isoform SET sequence = lower(sequence) WHERE id = 'Q9HBE4-2'", "Q9HBE4-2", "no residues"),
        (f"UPDATE feature SET ordinal = 1 WHERE protein = {IL21} AND ordinal = 2", "Q9HBE4", "2 features have the"),
        (f"UPDATE feature SET number = 900 WHERE protein = {IL21} AND number = 1", "feature", "not numbered from 1 on"),
        ("DELETE FROM gene_name WHERE number = 1", "gene_name", "not numbered from 1 on"),
        ("UPDATE kind_range SET last = last - 1 WHERE kind = 'gene'", "kind_range", "every gene"),
        ("UPDATE subject SET kind = 'term' WHERE id = 'HGNC:6005'", "HGNC:6005", "a term and describes a gene"),
        ("UPDATE cross_reference SET source = 999 WHERE number = 1", "cross_reference", "rows of source"),
        ("UPDATE noun_count SET records = 8 WHERE noun = 'genes'", "manifest", "counts 8 genes, there are 7"),
    ],
)
def test_what_was_changed_is_found(copy: Path, statement: str, where: str, words: str):
    found = errors(tampered(copy, statement))
    assert any(finding.where == where and words in finding.what for finding in found), found


@pytest.mark.parametrize(
    ("statement", "where", "words"),
    [
        ("DROP TABLE comment", "comment", "this table is missing"),
        ("DROP TABLE title_text", "title_text", "this table is missing"),
        ("ALTER TABLE gene DROP COLUMN band", "gene", "column band is missing"),
    ],
)
def test_what_the_schema_has_and_the_file_has_not_is_found(copy: Path, statement: str, where: str, words: str):
    found = errors(tampered(copy, statement))
    assert [(finding.where, words in finding.what) for finding in found] == [(where, True)]


def test_references_that_are_no_longer_declared_are_found(copy: Path):
    tampered(copy, "ALTER TABLE variant RENAME TO old", "CREATE TABLE variant AS SELECT * FROM old", "DROP TABLE old")
    assert {finding.what for finding in errors(copy) if finding.where == "variant"} == {
        f"its column {column} no longer points to {target}"
        for column, target in (("gene", "gene"), ("isoform", "isoform"), ("source", "source"))
    }


def test_a_term_that_is_its_own_ancestor_is_found_with_the_way_round(copy: Path):
    key = "(SELECT key FROM subject WHERE id = '{}')"
    one, other = "GO:0005125", "GO:0007260"
    tampered(
        copy,
        "DELETE FROM hierarchy",
        *(
            "INSERT INTO hierarchy (child, number, parent, relation, source)"
            f" VALUES ({key.format(child)}, 1, {key.format(parent)}, '{relation}', 1)"
            for child, parent, relation in ((one, other, "is_a"), (other, one, "part_of"))
        ),
    )
    (circle,) = (finding for finding in errors(copy) if "ancestor" in finding.what)
    way = circle.what.removeprefix("it is its own ancestor: ").split(" > ")
    assert way in ([one, other, one], [other, one, other])


def test_an_isoform_that_differs_by_what_is_not_there_is_a_warning(copy: Path):
    tampered(copy, "UPDATE isoform SET differences = 'VSP_000000' WHERE id = 'Q9HBE4-2'")
    assert [finding for finding in check_atlas(copy) if "VSP_000000" in finding.what and finding.where == "Q9HBE4-2"]


def test_a_paper_on_which_nothing_rests_is_a_warning(copy: Path):
    tampered(copy, "DELETE FROM citation", "DELETE FROM support")
    assert any(finding.what == "nothing in the atlas rests on this paper" for finding in check_atlas(copy))


def test_many_findings_of_a_kind_are_counted(copy: Path):
    tampered(copy, "DELETE FROM citation", "DELETE FROM support")
    found = [finding for finding in check_atlas(copy) if "paper" in finding.what or "more findings" in finding.what]
    assert len(found) == 21
    assert found[-1].what == "and 16 more findings like these"


def test_a_page_of_noise_is_one_finding(copy: Path):
    with copy.open("r+b") as file:
        file.seek(copy.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xa5" * 4096)
    found = check_atlas(copy)
    assert found
    assert all(finding.severity == "error" and finding.where in ("file", str(copy)) for finding in found)


def test_a_truncated_atlas_is_a_finding(copy: Path):
    with copy.open("r+b") as file:
        file.truncate(8192)
    (finding,) = check_atlas(copy)
    assert "incomplete" in finding.what


def test_what_is_no_atlas_is_trouble(tmp_path: Path):
    with pytest.raises(AtlasMissing):
        check_atlas(tmp_path / "absent.atlas")
    (tmp_path / "text.atlas").write_text("no atlas")
    with pytest.raises(AtlasForeign):
        check_atlas(tmp_path / "text.atlas")
