"""AtlasView's own tables: what they say becomes records, and what is no record is named with file, line and reason."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlasview.records.article import Article
from atlasview.records.cell_type import CellType
from atlasview.records.expression import Expression
from atlasview.records.gene import Gene, Location
from atlasview.records.interaction import Interaction
from atlasview.records.protein import Evidence, Feature, Isoform, Protein
from atlasview.records.source import Source
from atlasview.records.transcript import Exon, Transcript
from atlasview.records.trouble import InputRefused, Trouble
from atlasview.sources.tables import FILES, Tables, read_tables
from tests.atlases import SMALL_TABLES, STARTER_TABLES


@pytest.fixture(scope="module")
def small() -> Tables:
    return read_tables(SMALL_TABLES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL_TABLES, tmp_path / "tables"))


def test_every_row_of_the_small_and_of_the_starter_tables_is_a_record(small: Tables):
    assert small.rejected == ()
    starter = read_tables(STARTER_TABLES)
    assert starter.rejected == ()
    for tables, root in ((small, SMALL_TABLES), (starter, STARTER_TABLES)):
        for noun, file in FILES.items():
            path = root / file
            rows = len(path.read_text(encoding="utf-8").split("\n")) - 2 if path.exists() else 0
            assert len(tables.of(noun)) == rows, file


def test_cells_become_fields(small: Tables):
    gene = next(gene for gene in small.of(Gene) if gene.symbol == "IL21")
    assert gene.location == Location(band="4q27", chromosome="4")
    assert gene.taxon == 9606
    protein = next(protein for protein in small.of(Protein) if protein.accession == "Q9HBE4")
    assert protein.secondary == ("A5J0L4",)
    assert protein.reviewed is True
    assert protein.mass == 18653
    signal = next(one for one in small.of(Feature) if one.sequence == "Q9HBE4" and one.type == "SIGNAL")
    assert signal.evidence == (Evidence("ECO:0000250", "UniProtKB:Q76LU5"),)
    transcript = next(one for one in small.of(Transcript) if one.id == "MADE-1.1")
    assert transcript.exons[0] == Exon(900, 1000)
    assert small.of(Interaction)[0].channels == (("experiments", 0.25), ("textmining", 0.5))
    assert [one.value for one in small.of(Expression)] == [70.25, 0.0, None]
    assert next(one for one in small.of(Isoform) if one.id == "Q9HBE4-2").canonical is False
    assert small.of(CellType)[0].lineage == ""
    assert next(one for one in small.of(Source) if one.key == "genular-il21").redistributable is None


def test_an_article_has_its_sections_in_order(small: Tables):
    (article,) = small.of(Article)
    assert (article.id, article.gene, article.revised) == ("article:IL21:made:en", "HGNC:6005", "2026-11-02")
    assert [section.heading for section in article.sections] == ["Summary", "Pathways"]
    assert article.sections[0].text.endswith("no name.")
    assert small.where(Article, 0) == "articles/IL21.md line 1"


def test_a_record_knows_its_line(small: Tables):
    assert small.where(Gene, 0) == "genes.tsv line 2"


def test_the_manifest_names_the_atlas(small: Tables):
    stated = small.manifest
    assert (stated.name, stated.version, stated.assembly, stated.built) == ("Small atlas", "1", "GRCh38", "1")


def spoil(folder: Path, file: str, old: str, new: str) -> Tables:
    path = folder / file
    content = path.read_bytes()
    assert old.encode() in content
    path.write_bytes(content.replace(old.encode(), new.encode("utf-8", "surrogateescape"), 1))
    return read_tables(folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "reason"),
    [
        ("genes.tsv", "\t9606\thgnc", "\t96x6\thgnc", 2, "column taxon: '96x6' is not a whole number"),
        ("genes.tsv", "\thgnc\t", "\tnobody\t", 2, "source 'nobody' is not in sources.tsv"),
        ("genes.tsv", "CC0-1.0", "MIT", 2, "licence 'MIT' is not that of hgnc ('CC0-1.0')"),
        ("genes.tsv", "IL21\t", "IL21\t\t", 2, "14 cells instead of 13"),
        ("genes.tsv", "IL21\t", "IL21\r\t", 2, "a carriage return"),
        ("genes.tsv", "IL21\t", "IL\0\t", 2, "a control character"),
        ("genes.tsv", "symbol", "Symbol", 1, "the columns are not id, symbol,"),
        ("genes.tsv", "IL21\t", "IL\udcff\t", 2, "not UTF-8"),
        ("isoforms.tsv", "\t1\t\tM", "\tyes\t\tM", 2, "column canonical: 'yes' is neither 1 nor 0"),
        ("significance.tsv", "11.3", "11,3", 2, "column csi: '11,3' is not a number"),
        ("significance.tsv", "11.3", "nan", 2, "column csi: 'nan' is not a number"),
        ("proteins.tsv", "A5J0L4", "A5J0L4||", 3, "has an empty item"),
        ("transcripts.tsv", "900-1000", "1000-900", 3, "'1000-900' is not the range of an exon"),
        ("interactions.tsv", "experiments=0.25", "experiments", 2, "is not a channel with its score"),
        ("articles/IL21.md", "+++\nid", "+++\nkind = 1\nid", 1, "says kind, which no article has"),
        ("articles/IL21.md", '"curated"', '"dreamt"', 1, "origin 'dreamt' is none of curated"),
        ("articles/IL21.md", 'title = "A made article about IL21"\n', "", 1, "does not say title"),
        ("articles/IL21.md", "CC0-1.0", "MIT", 1, "licence 'MIT' is not that of made"),
        ("articles/IL21.md", "gene = ", "gene : ", 1, "is not TOML"),
    ],
)
def test_what_is_no_record_is_rejected_with_its_line(
    folder: Path, file: str, old: str, new: str, line: int, reason: str
):
    first = spoil(folder, file, old, new).rejected[0]
    assert (first.file, first.line) == (file, line)
    assert reason in first.reason
    assert str(first).startswith(f"{file} line {line}: ")


def test_a_table_that_is_cut_off_or_missing_is_rejected(folder: Path):
    genes = folder / "genes.tsv"
    genes.write_bytes(genes.read_bytes()[:-1])
    assert "may be cut off" in read_tables(folder).rejected[0].reason
    genes.write_bytes(b"")
    assert "the columns are not" in read_tables(folder).rejected[0].reason
    genes.unlink()
    assert "cannot be read" in read_tables(folder).rejected[0].reason


def test_two_tables_may_be_absent(folder: Path):
    (folder / "expression.tsv").unlink()
    (folder / "interactions.tsv").unlink()
    tables = read_tables(folder)
    assert tables.rejected == ()
    assert tables.of(Expression) == ()


@pytest.mark.parametrize("content", [None, b"", b"\xff", b"name = ", b'name = "x"\nversion = 3\nassembly = "y"\n'])
def test_a_folder_without_a_usable_manifest_is_refused(folder: Path, content: bytes | None):
    manifest = folder / "manifest.toml"
    manifest.unlink() if content is None else manifest.write_bytes(content)
    with pytest.raises(InputRefused, match="manifest") as caught:
        read_tables(folder)
    assert caught.value.where == str(manifest)


@settings(max_examples=60)
@given(data=st.data())
def test_any_corruption_is_a_record_or_rejected(data: st.DataObject):
    names = [
        "genes.tsv",
        "proteins.tsv",
        "features.tsv",
        "significance.tsv",
        "sources.tsv",
        "articles/IL21.md",
        "manifest.toml",
    ]
    name = data.draw(st.sampled_from(names))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(SMALL_TABLES, Path(place) / "tables"))
        content = bytearray((folder / name).read_bytes())
        for _ in range(data.draw(st.integers(1, 3))):
            start = data.draw(st.integers(0, len(content)))
            end = data.draw(st.integers(start, min(len(content), start + 40)))
            content[start:end] = data.draw(st.binary(max_size=40))
        (folder / name).write_bytes(content)
        try:
            tables = read_tables(folder)
        except Trouble:
            return
    assert all(one.file and one.line >= 1 and one.reason for one in tables.rejected)
    assert all(isinstance(record, noun) for noun, records in tables.records.items() for record in records)
