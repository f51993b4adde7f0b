"""UCSC's tables in all their widths."""

from pathlib import Path

import pytest

from atlasview.records.transcript import Exon, Transcript
from atlasview.records.trouble import InputRefused
from atlasview.sources.opened import SourceFile
from atlasview.sources.recognition import recognise
from atlasview.sources.rejection import Rejected
from atlasview.sources.taken import Outcome, Taken
from tests.sources.outcomes import rows_of, written

PLACE = ("chr4", "-", "99", "950", "199", "940", "2", "99,900,", "220,950,")
EXTENDED = ("0", "IL21", "cmpl", "cmpl", "2,0,")


def read(path: Path, assembly: str = "hg38") -> list[Outcome]:
    (recognised,) = recognise(path)
    assert recognised.format is not None
    assert recognised.format.key == "ucsc-genes"
    with SourceFile(path, source="here", assembly=assembly) as file:
        return list(recognised.format.read(file))


def one(path: Path) -> Transcript:
    (outcome,) = read(path)
    assert isinstance(outcome, Taken), outcome
    (record,) = outcome.records
    assert isinstance(record, Transcript)
    return record


@pytest.mark.parametrize(
    ("cells", "gene"),
    [
        (("585", "NM_1", *PLACE, *EXTENDED), "symbol:IL21"),
        (("NM_1", *PLACE, *EXTENDED), "symbol:IL21"),
        (("ENST00000648588.1", *PLACE, "0", "ENSG00000138684.8", "cmpl", "cmpl", "2,0,"), "ENSEMBL:ENSG00000138684"),
        (("IL21", "NM_1", *PLACE), "symbol:IL21"),
        (("ENST00000648588.1", *PLACE, "", "uc1.1"), "ENSEMBL:ENST00000648588"),
        (("585", "ENST00000648588.1", *PLACE, "", "uc1.1"), "ENSEMBL:ENST00000648588"),
        (("uc003ief.3", *PLACE, "Q9HBE4", "uc003ief.3"), "UniProtKB:Q9HBE4"),
        (("uc003ief.3", *PLACE, "Q9HBE4-2", "uc003ief.3"), "UniProtKB:Q9HBE4"),
        (("ENST00000648588.1", *PLACE), "ENSEMBL:ENST00000648588"),
        (("585", "ENST00000648588.1", *PLACE), "ENSEMBL:ENST00000648588"),
    ],
    ids=[
        "refGene",
        "extended",
        "ensGene",
        "refFlat",
        "knownGene",
        "knownGene with bin",
        "hg19",
        "hg19 isoform",
        "genePred",
        "with bin",
    ],
)
@pytest.mark.parametrize("header", ["", "#bin\tname\tchrom\n", "name\tchrom\n"])
def test_every_width(tmp_path: Path, cells: tuple[str, ...], gene: str, header: str) -> None:
    found = one(written(tmp_path, header + "\t".join(cells) + "\n"))
    assert (found.gene, found.assembly, found.chromosome, found.strand) == (gene, "GRCh38", "4", "-")
    assert (found.exons, found.exon_count, found.length) == ((Exon(901, 950), Exon(100, 220)), 2, 171)
    assert (found.cds_start, found.cds_end, found.biotype) == (200, 940, "protein_coding")
    assert found.phase == (None if cells[-1] == "2,0," else 0)  # 40 bases stand before: frame 1, not 2


def test_frames_are_those_of_the_coding_part(tmp_path: Path) -> None:
    cells = ["585", "NM_1", *PLACE, "0", "IL21", "cmpl", "cmpl", "1,0,"]
    assert one(written(tmp_path, "\t".join(cells) + "\n")).phase == 0
    cells[-1] = "0,2,"
    assert one(written(tmp_path, "\t".join(cells) + "\n")).phase == 1


def test_without_frames_a_coding_part_from_the_first_base_may_be_cut(tmp_path: Path) -> None:
    cells = ["ENST00000000001.1", "chr4", "-", "99", "950", "199", "950", "2", "99,900,", "220,950,", "", "uc1.1"]
    assert one(written(tmp_path, "\t".join(cells) + "\n")).phase is None


@pytest.mark.parametrize(
    ("at", "cell", "reason"),
    [
        (8, "3", "as many starts and ends of exons as it counts are not there"),
        (10, "220,91,", "the range of an exon is none"),
        (9, "99,200,", "its exons overlap"),
        (6, "300", "its coding part lies outside of its exons"),
        (12, "", "a transcript of no gene"),
        (3, "x", "no row of a transcript with its exons"),
    ],
)
def test_rows_that_cannot_be(tmp_path: Path, at: int, cell: str, reason: str) -> None:
    good = ["585", "XY_1", *PLACE, "0", "IL21", "cmpl", "cmpl", "1,0,"]
    bad = [cell if place == at else given for place, given in enumerate(good)]
    text = "".join("\t".join(row) + "\n" for row in (good, good, bad))
    (*_good, last) = read(written(tmp_path, text))
    assert isinstance(last, Rejected)
    assert (last.line, last.reason) == (3, reason)


def test_the_assembly_has_to_be_named(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="which genome assembly"):
        read(written(tmp_path, "\t".join(("NM_1", *PLACE, *EXTENDED)) + "\n"), "")


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "assembly", "taken"),
    [("knownGene_hg38_chr1_chr10.txt.gz", "hg38", 66_219), ("hg18_refGene_head1k.txt", "hg18", 960)],
)
def test_real_tables_agree_with_their_cells(shared: Path, name: str, assembly: str, taken: int) -> None:
    path = shared / "data/genome" / name
    outcomes = read(path, assembly)
    records = {each.line: each.records[0] for each in outcomes if isinstance(each, Taken)}
    assert len(records) == taken
    for line, row in enumerate(rows_of(path), 1):
        if line in records:
            found, at = records[line], 2 if row[3] in "+-" else 1
            starts = [int(start) + 1 for start in row[at + 7].split(",") if start]
            ends = [int(end) for end in row[at + 8].split(",") if end]
            assert sorted((exon.start, exon.end) for exon in found.exons) == list(zip(starts, ends, strict=True))
            coding = (int(row[at + 4]) + 1, int(row[at + 5]))
            assert (found.cds_start, found.cds_end) == (coding if coding[0] <= coding[1] else (None, None))
