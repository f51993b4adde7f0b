"""A file that an atlas was built of is handed in again: what led nowhere then comes in, and accounts stay whole."""

from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.manifest import manifest
from atlasview.atlas.reader import AtlasReader
from atlasview.export.document.build import build_document
from atlasview.export.text.build import build_text
from atlasview.records.source import Source
from atlasview.sources.taken import in_order
from tests.building.public_files import GENE_INFO_ROWS, write_gene_info, write_hgnc
from tests.building.test_additions import TODAY, built

PARTNER = """CC   -!- INTERACTION:
CC       P12345; Q9HBE4: IL21; NbExp=3; IntAct=EBI-1, EBI-2;
"""
PARTNERS = "no gene of this atlas is the partner"


def write_entry(folder: Path) -> Path:
    """An entry whose gene interacts with IL21, which only HGNC's file knows."""
    path = folder / "entry.txt"
    path.write_text(
        TODAY.replace("DR   HGNC; HGNC:1; TSTA.\n", PARTNER + "DR   HGNC; HGNC:1; TSTA.\n"), encoding="utf-8"
    )
    assert PARTNER in path.read_text(encoding="utf-8")
    return path


def notes(atlas: Path) -> set[tuple[str, str, str, int]]:
    with AtlasReader(atlas) as reader:
        return {(note.source, note.kind, note.text, note.records) for note in manifest(reader).notes}


def sources(atlas: Path) -> dict[str, Source]:
    assert [one.what for one in check_atlas(atlas) if "licence" not in one.what] == []
    with AtlasReader(atlas) as reader:
        return {source.key: source for source in reader.sources.values()}


def partners(atlas: Path) -> list[str]:
    with AtlasReader(atlas) as reader:
        return [partner.symbol for _link, partner in gene_profile(reader, "HGNC:1").interactions]


def test_what_an_atlas_tells_of_its_sources_stays_when_it_is_added_to(tmp_path: Path) -> None:
    one, two, three = (tmp_path / f"{name}.atlas" for name in ("one", "two", "three"))
    built(one, write_gene_info(tmp_path))
    told = notes(one)
    assert ("gene-info", "filtered", "another organism", 1) in told
    built(two, write_hgnc(tmp_path), add_to=one)
    assert told <= notes(two)
    built(three, write_entry(tmp_path), add_to=two)
    assert notes(two) <= notes(three)
    assert sources(three)["gene-info"].filtered == sources(one)["gene-info"].filtered == 2


def test_a_file_that_is_read_again_brings_what_led_nowhere(tmp_path: Path) -> None:
    entry, genes = write_entry(tmp_path), write_hgnc(tmp_path)
    one, two, three, once = (tmp_path / f"{name}.atlas" for name in ("one", "two", "three", "once"))
    assert built(one, entry).worth_again == ()
    assert ("uniprot-text", "unmatched", PARTNERS, 2) in notes(one)
    added = built(two, genes, add_to=one)
    assert partners(two) == []
    ((name, facts),) = added.worth_again
    assert (name, facts >= 1) == ("entry.txt", True)
    assert "Worth handing in again" in build_text(added)
    assert build_document(added)["worth_again"] == [{"file": "entry.txt", "facts": facts}]

    again = built(three, entry, add_to=two)
    built(once, entry, genes)
    assert partners(three) == partners(once) == ["IL21"]
    assert [(file.source.read, file.source.kept) for file in again.files] == [(1, 1)]
    before = sources(three)["uniprot-text"]
    assert (before.read, before.kept, before.superseded) == (1, 0, 1)
    told = {note[1:] for note in notes(three) if note[0] == "uniprot-text"}
    assert told == {("superseded", "its file was read again", 1)}
    assert again.worth_again == ()


def test_another_file_with_the_same_version_names_the_file_that_brings_what_led_nowhere(tmp_path: Path) -> None:
    entry, other = write_entry(tmp_path), tmp_path / "other.txt"
    other.write_text(entry.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    one, two, three = (tmp_path / f"{name}.atlas" for name in ("one", "two", "three"))
    built(one, entry)
    built(two, write_hgnc(tmp_path), add_to=one)
    report = built(three, other, add_to=two)
    assert partners(three) == []
    (file,) = report.files
    (said,) = file.remarks
    assert (file.source.superseded, file.reasons) == (1, (("superseded", "the same version was read before", 1),))
    assert said.endswith("comes in when entry.txt is handed in again")
    assert said in {note[2] for note in notes(three)}
    assert "entry.txt is handed in again" in " ".join(build_text(report).split())


def test_another_file_with_the_same_version_of_an_entry_takes_nothing_away(tmp_path: Path) -> None:
    whole, poor = write_entry(tmp_path), tmp_path / "poor.txt"
    poor.write_text(TODAY, encoding="utf-8")
    one, two = tmp_path / "one.atlas", tmp_path / "two.atlas"
    built(one, whole, write_hgnc(tmp_path))
    report = built(two, poor, write_gene_info(tmp_path), add_to=one)
    assert partners(two) == ["IL21"]
    assert [file.source.superseded for file in report.files if file.file == "poor.txt"] == [1]
    assert sources(two)["uniprot-text"].kept == 1


def test_what_another_file_says_as_well_is_not_taken_from_the_account_of_the_first(tmp_path: Path) -> None:
    entry = write_entry(tmp_path)
    genes = write_hgnc(
        tmp_path,
        [
            (
                "HGNC:1",
                "TSTA",
                "a test",
                "",
                "gene with protein product",
                "Approved",
                "1p1",
                "TST",
                "",
                "",
                "",
                "",
                "P12345",
            )
        ],
    )
    one, two = tmp_path / "one.atlas", tmp_path / "two.atlas"
    built(one, entry)
    built(two, genes, add_to=one)
    kept = sources(two)["uniprot-text"]
    assert (kept.read, kept.kept, kept.superseded) == (1, 1, 0)


@pytest.mark.parametrize(("date", "fate"), [("20200101", "kept"), ("20230505", "kept"), ("20191231", "superseded")])
def test_gene_info_is_added_to_an_atlas_that_has_it(tmp_path: Path, date: str, fate: str) -> None:
    one, two = tmp_path / "one.atlas", tmp_path / "two.atlas"
    built(one, write_gene_info(tmp_path))
    changed = [tuple(date if cell == "20200101" else cell for cell in row) for row in GENE_INFO_ROWS]
    (report,) = built(two, write_gene_info(tmp_path, changed), add_to=one).files
    assert getattr(report.source, fate) == 2
    assert sources(two)["gene-info"].superseded == (0 if fate == "superseded" else 2)


def test_what_two_files_of_a_database_say_differently_stands_once(tmp_path: Path) -> None:
    one, two = tmp_path / "one.atlas", tmp_path / "two.atlas"
    later = tmp_path / "later"
    rows = [tuple({"5p13.2": "5q31", "20200101": "20230505"}.get(cell, cell) for cell in row) for row in GENE_INFO_ROWS]
    changed = {"protein-coding": "ncRNA", "20230505": "20230506"}
    built(one, write_hgnc(tmp_path), write_gene_info(tmp_path, rows))
    built(
        two,
        write_gene_info(later, [tuple(changed.get(cell, cell) for cell in row) for row in rows]),
        add_to=one,
    )
    with AtlasReader(two) as reader:
        page = gene_profile(reader, "HGNC:6024")
    told = [(each.what, each.value, page.sources[each.source].database) for each in page.differences]
    assert told == [("gene type", "ncRNA", "NCBI Gene"), ("band", "5q31", "NCBI Gene")]


def test_versions_are_compared_as_numbers_however_they_are_written() -> None:
    assert in_order(("20200129",)) == in_order((20200129,)) < in_order(("20200130",))
    assert in_order((99, "2024-01-01")) < in_order(("100", "2023-01-01"))
    assert in_order(("2023",)) < in_order(("2023-01-01",))
    assert in_order(()) < in_order(("",)) < in_order(("2024-01-02",))


def names(atlas: Path, identifier: str) -> set[tuple[str, str]]:
    with AtlasReader(atlas) as reader:
        return {(name.kind, name.text) for name in gene_profile(reader, identifier).names}


REPEATED = (
    "9606", "4297", "KMT2A", "-", "TRX1", "HGNC:HGNC:7132|Ensembl:ENSG00000118058", "11", "11q23.3",
    "lysine methyltransferase 2A", "protein-coding", "KMT2A", "lysine methyltransferase 2A", "O", "-", "20200101", "-",
)  # fmt: skip
"""A row that says nothing which HGNC's file does not say."""


def test_a_later_gene_info_ends_what_an_earlier_one_said_of_genes_of_hgnc(tmp_path: Path) -> None:
    later = [
        tuple({"20200101": "20230505", "CDW127|IL7RA": "CDW127|IL7RB"}.get(cell, cell) for cell in row)
        for row in (*GENE_INFO_ROWS, REPEATED)
    ]
    hgnc, old = write_hgnc(tmp_path), write_gene_info(tmp_path, (*GENE_INFO_ROWS, REPEATED), "old.txt")
    new = write_gene_info(tmp_path, later, "new.txt")
    one, added, alone, both = (tmp_path / f"{name}.atlas" for name in ("one", "added", "alone", "both"))
    built(one, hgnc, old)
    built(added, new, add_to=one)
    built(alone, hgnc, new)
    built(both, hgnc, old, new)
    assert ("alias", "IL7RA") in names(one, "HGNC:6024")
    assert names(added, "HGNC:6024") == names(both, "HGNC:6024") == names(alone, "HGNC:6024")
    for atlas in (added, both):
        held = sorted((source.kept, source.superseded) for key, source in sources(atlas).items() if "info" in key)
        assert held == [(0, 3), (3, 0)]


@pytest.mark.parametrize("together", [False, True])
def test_an_identifier_that_a_later_gene_info_drops_means_the_gene_no_more(tmp_path: Path, together: bool) -> None:
    lost = "ENSG00000000777"
    changed = {"HGNC:HGNC:6024|Ensembl:ENSG00000168685": f"HGNC:HGNC:6024|Ensembl:{lost}"}
    old = write_gene_info(tmp_path, [tuple(changed.get(cell, cell) for cell in GENE_INFO_ROWS[0])], "1.txt")
    new = write_gene_info(tmp_path, [tuple(cell.replace("2020", "2023") for cell in GENE_INFO_ROWS[0])], "2.txt")
    genes, table = write_hgnc(tmp_path), tmp_path / "gencode.csv"
    table.write_text(f"{lost},ANOTHER,14,2000,protein_coding\n", encoding="utf-8")
    one, two = tmp_path / "one.atlas", tmp_path / "two.atlas"
    if together:
        built(two, genes, old, new, table)
    else:
        built(one, genes, old)
        built(two, new, table, add_to=one)
    assert ("alias", "ANOTHER") not in names(two, "HGNC:6024")
    assert sources(two)["gencode-genes"].rejected == 1


def test_a_gene_of_two_records_of_gene_info_keeps_what_one_of_them_says(tmp_path: Path) -> None:
    other = tuple({"3575": "3576", "CDW127|IL7RA": "OTHER"}.get(cell, cell) for cell in GENE_INFO_ROWS[0])
    one, two, three = (tmp_path / f"{name}.atlas" for name in ("one", "two", "three"))
    built(one, write_hgnc(tmp_path), write_gene_info(tmp_path, (GENE_INFO_ROWS[0], other)))
    later = tuple({"20200101": "20230505", "CDW127|IL7RA": "IL7RB"}.get(cell, cell) for cell in GENE_INFO_ROWS[0])
    built(two, write_gene_info(tmp_path, [later], "first.txt"), add_to=one)
    assert {("alias", "IL7RB"), ("alias", "OTHER")} <= names(two, "HGNC:6024")
    renewed = tuple({"20200101": "20230505", "OTHER": "ANOTHER"}.get(cell, cell) for cell in other)
    built(three, write_gene_info(tmp_path, [later, renewed], "both.txt"), add_to=one)
    assert names(three, "HGNC:6024").isdisjoint({("alias", "IL7RA"), ("alias", "OTHER")})
    assert {("alias", "IL7RB"), ("alias", "ANOTHER")} <= names(three, "HGNC:6024")


def test_a_later_list_of_gencode_ends_what_an_earlier_one_said(tmp_path: Path) -> None:
    one, two = tmp_path / "one.atlas", tmp_path / "two.atlas"
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text("ENSG00000168685,OLDNAME,14,2000,protein_coding\n", encoding="utf-8")
    new.write_text("ENSG00000168685,NEWNAME,15,2000,protein_coding\n", encoding="utf-8")
    built(one, write_hgnc(tmp_path), old)
    assert ("alias", "OLDNAME") in names(one, "HGNC:6024")
    built(two, new, add_to=one)
    assert ("alias", "OLDNAME") not in names(two, "HGNC:6024")
    assert ("alias", "NEWNAME") in names(two, "HGNC:6024")
    held = {key: (source.kept, source.superseded) for key, source in sources(two).items() if "gencode" in key}
    assert held == {"gencode-genes": (0, 1), "gencode-genes-2": (1, 0)}
