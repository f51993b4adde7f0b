"""Gene models arrive on their genes: whole, each once, tied to isoforms and to MANE, with places and bands."""

import gzip
import random
from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.manifest import manifest
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import search
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.plan import missing
from atlasview.building.report import BuildReport
from atlasview.building.transcript_ties import transcript_ties
from atlasview.building.wish import Wish
from atlasview.export.text.page import page_text
from atlasview.records.gene import Location
from atlasview.records.profile import GeneProfile
from atlasview.records.protein import Isoform
from atlasview.records.transcript import Transcript
from tests.building.public_files import GENE_INFO_ROWS, write_gene_info, write_hgnc
from tests.sources.outcomes import written

FILES = Path(__file__).parent.parent / "sources" / "files"
IL7R = "HGNC:6024"
BANDS = "chr1\t0\t248956422\tq44\tgneg\nchr5\t0\t2000\tp15.33\tgneg\nchr5\t2000\t4500\tp15.32\tgpos25\n"


def built(target: Path, *given: Path | str, add_to: Path | None = None) -> BuildReport:
    return build_from_files(find_inputs(map(str, given)), Wish(target, add_to=add_to, jobs=1))


def gene(target: Path, identifier: str) -> GeneProfile:
    with AtlasReader(target) as reader:
        return gene_profile(reader, identifier)


def test_transcripts_of_three_sources_stand_on_their_gene(tmp_path: Path) -> None:
    target, hgnc = tmp_path / "a.atlas", write_hgnc(tmp_path)
    models = [FILES / "ensembl_models.gtf", FILES / "refseq_models.gff3", FILES / "gencode_models.gtf"]
    report = built(target, hgnc, *models)
    found = {one.id: one for one in gene(target, IL7R).transcripts}
    assert sorted(found) == ["ENST00000303115.8", "ENST00000511031.1", "NM_002185.5"]
    first = found["ENST00000303115.8"]
    assert (first.mane_select, first.canonical, first.exon_count, first.phase) == (True, True, 3, 0)
    assert (first.protein, first.ccds) == ("ENSEMBL:ENSP00000306157.3", "CCDS3911.1")
    superseded = {file.file: file.source.superseded for file in report.files}
    assert sum(superseded.values()) == 1  # Ensembl and GENCODE give the same transcript
    assert check_atlas(target) == ()
    for file in report.files:
        source = file.source
        assert source.read == source.kept + source.rejected + source.filtered + source.superseded
    with AtlasReader(target) as reader:
        assert manifest(reader).assembly == "GRCh38"


def test_a_gene_has_the_place_of_its_line_and_keeps_its_band(tmp_path: Path) -> None:
    target, bands = tmp_path / "a.atlas", written(tmp_path, BANDS, "cytoBand.txt")
    built(target, write_hgnc(tmp_path), FILES / "ensembl_models.gtf", bands)
    assert gene(target, IL7R).gene.location == Location("5p13.2", "5", 1001, 5000, "+", "GRCh38")
    without = tmp_path / "b.atlas"
    built(without, FILES / "ensembl_models.gtf", bands)
    found = gene(without, "ENSEMBL:ENSG00000168685").gene
    assert found.location == Location("5p15.33-p15.32", "5", 1001, 5000, "+", "GRCh38")
    assert gene(without, "ENSEMBL:ENSG00000138684").gene.location.band == ""  # no bands of chromosome 4 were given


def test_a_gene_without_a_line_gets_the_range_of_its_newest_transcripts(tmp_path: Path) -> None:
    row = "NM_1\tchr5\t+\t{}\t{}\t10\t10\t1\t{},\t{},\t0\tIL7R\tnone\tnone\t-1,\n"
    new = written(tmp_path, row.format(100, 300, 100, 300) + row.replace("NM_1", "NR_2").format(250, 900, 250, 900))
    old = written(tmp_path, row.format(7, 9, 7, 9), "old.txt")
    target = tmp_path / "a.atlas"
    built(target, write_hgnc(tmp_path), f"ucsc-genes:hg38={new}", f"ucsc-genes:hg18={old}")
    found = gene(target, IL7R)
    assert found.gene.location == Location("5p13.2", "5", 101, 900, "+", "GRCh38")
    assert sorted((one.id, one.assembly) for one in found.transcripts) == [
        ("NM_1", "GRCh38"), ("NM_1", "NCBI36"), ("NR_2", "GRCh38"),
    ]  # fmt: skip


def test_positions_of_a_record_are_never_those_of_a_chromosome(tmp_path: Path) -> None:
    target = tmp_path / "a.atlas"
    row = ("HGNC:9588", "PTEN", "phosphatase and tensin homolog", "protein-coding gene", "gene with protein product",
           "Approved", "10q23.31", "", "", "2024-01-02", "5728", "ENSG00000171862", "P60484")  # fmt: skip
    built(target, write_hgnc(tmp_path, [row]), FILES / "genbank_record.gb")
    found = gene(target, "HGNC:9588")
    (one,) = found.transcripts
    assert (one.assembly, one.chromosome) == ("NG_000001.1", "")
    assert (found.gene.location.start, found.gene.location.assembly) == (None, "")
    with AtlasReader(target) as reader:
        assert manifest(reader).assembly == ""


@pytest.mark.shared
def test_lines_in_any_order_give_the_same_transcripts(shared: Path, tmp_path: Path) -> None:
    path = shared / "data/genome/refseq_GRCh38.p13_extract.gtf.gz"
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    rows = [line for line in lines if line and not line.startswith("#")]
    random.Random("lines").shuffle(rows)
    head = "\n".join(line for line in lines if line.startswith("#"))
    mixed = written(tmp_path, head + "\n" + "\n".join(rows) + "\n", "mixed.gtf")
    exons = []
    for name, given in (("plain", path), ("mixed", mixed)):
        target = tmp_path / f"{name}.atlas"
        built(target, given)
        assert check_atlas(target) == ()
        with AtlasReader(target) as reader:
            found = [one for key in ("HGNC:6400", "HGNC:11240") for one in _transcripts(reader, key)]
        exons.append(sorted((one.id, one.exons, one.length, one.cds_start, one.cds_end, one.phase) for one in found))
    assert exons[0] == exons[1]
    assert exons[0]


@pytest.mark.parametrize("model", ["ensembl_models.gtf", "gencode_models.gtf"])
def test_a_transcript_whose_lines_stand_apart_is_read_in_its_frame(
    tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every line is far from the others: each piece of a coding part comes alone, some before their exons."""
    monkeypatch.setattr("atlasview.sources.gene_models._SWEEP_EVERY", 0)
    monkeypatch.setattr("atlasview.sources.gene_models._MOST_OPEN", 0)
    lines = (FILES / model).read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    rows = [line for line in lines if not line.startswith("#")]
    genes = [row for row in rows if row.split("\t")[2] in ("gene", "transcript")]
    rest = [row for row in rows if row not in genes]
    random.Random("apart").shuffle(rest)
    target, plain = tmp_path / "a.atlas", tmp_path / "b.atlas"
    report = built(target, write_hgnc(tmp_path), written(tmp_path, "\n".join([*head, *genes, *rest, ""]), model))
    built(plain, tmp_path / "hgnc.txt", FILES / model)
    assert any("stand apart" in one for file in report.files for one in file.remarks)
    for identifier in (IL7R, "HGNC:6005"):
        assert gene(target, identifier).transcripts == gene(plain, identifier).transcripts
    assert gene(target, IL7R).transcripts[0].phase == 0
    assert check_atlas(target) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\tCDS\t2001\t2031\t.\t+\t1", "\tCDS\t2001\t2031\t.\t+\t2"),
        ("\tCDS\t2001\t2031\t.\t+\t1", "\tCDS\t2002\t2031\t.\t+\t0"),
        ("\tCDS\t2001\t2031\t.\t+\t1", "\tCDS\t2001\t2031\t.\t+\t1\t"),
    ],
)
def test_a_coding_part_that_is_not_one_frame_has_no_phase(tmp_path: Path, old: str, new: str) -> None:
    """A frame that does not go on, a base that no piece has, a piece whose line is none."""
    text = (FILES / "ensembl_models.gtf").read_text(encoding="utf-8")
    assert old in text
    target = tmp_path / "a.atlas"
    built(target, write_hgnc(tmp_path), written(tmp_path, text.replace(old, new), "models.gtf"))
    found = next(one for one in gene(target, IL7R).transcripts if one.id == "ENST00000303115.8")
    assert (found.exon_count, found.length, found.cds_start, found.cds_end) == (3, 1131, 1051, 4012)
    assert found.phase is None
    assert check_atlas(target) == ()


def _transcripts(reader: AtlasReader, identifier: str) -> tuple[Transcript, ...]:
    return gene_profile(reader, identifier).transcripts


@pytest.mark.shared
def test_an_entry_of_uniprot_names_isoform_gene_and_mane(shared: Path, tmp_path: Path) -> None:
    """knownGene names no gene: the entry's cross-references lead to it."""
    rows = "".join(
        f"{name}\tchr5\t+\t100\t300\t110\t290\t1\t100,\t300,\t\tuc1.1\n"
        for name in ("ENST00000303115.8", "ENST00000506850.5", "ENST99999999999.1")
    )
    target, table = tmp_path / "a.atlas", written(tmp_path, rows, "knownGene.txt")
    report = built(
        target, shared / "data/uniprot/entries/P16871.txt", write_gene_info(tmp_path), f"ucsc-genes:hg38={table}"
    )
    found = {one.id: (one.isoform, one.mane_select) for one in gene(target, IL7R).transcripts}
    assert found == {"ENST00000303115.8": ("P16871-1", True), "ENST00000506850.5": ("P16871-3", False)}
    (refusal,) = next(file for file in report.files if file.file == "knownGene.txt").refusals
    assert (refusal.line, refusal.detail) == (3, "ENSEMBL:ENST99999999999")
    again = tmp_path / "b.atlas"
    built(again, FILES / "refseq_models.gff3", add_to=target)
    assert {one.id for one in gene(again, IL7R).transcripts} == {*found, "NM_002185.5"}
    assert check_atlas(again) == ()


def test_a_gene_is_found_by_its_transcripts(tmp_path: Path) -> None:
    target = tmp_path / "a.atlas"
    built(target, write_hgnc(tmp_path), FILES / "ensembl_models.gtf", FILES / "refseq_models.gff3")
    with AtlasReader(target) as reader:
        for written_as in ("ENST00000511031", "enst00000511031.9", "NM_002185", "NM_002185.5"):
            assert [hit.place.id for hit in search(reader, written_as).hits] == [IL7R]


def test_several_isoforms_are_told_apart_or_left_open() -> None:
    isoforms = [
        Isoform(name, f"UniProtKB:{name.partition('-')[0]}", "", (), True, (), "M", "", "u")
        for name in ("P00001-1", "P00002-1", "P00002-2")
    ]
    ties = transcript_ties(
        [
            ("UniProtKB:P00001", "ENSEMBL", "ENSP1.4", "", "u"),
            ("UniProtKB:P00002", "ENSEMBL", "ENSP2.1", "isoform P00002-2", "u"),
            ("UniProtKB:P00002", "ENSEMBL", "ENSP3.1", "", "u"),
            ("UniProtKB:P00002", "CCDS", "CCDS1.1", "isoform P00002-1", "c"),
            ("UniProtKB:P00002", "CCDS", "CCDS1.1", "isoform P00002-2", "c"),
            ("UniProtKB:P00002", "ENSEMBL", "ENST2.1", "isoform P00002-2", "u"),
        ],
        isoforms,
    )
    assert [ties.isoform_of(one) for one in ("ENSP1.9", "ENSP2", "ENSP3.1", "CCDS1.1")] == [
        "P00001-1", "P00002-2", "", "",
    ]  # fmt: skip
    assert ties.isoform_of("", "CCDS1.1", "ENSP2.1") == "P00002-2"
    assert list(ties.products()) == [("ENSEMBL:ENST2", "UniProtKB:P00002")]


def test_the_official_files_of_transcripts_are_named_where_they_lack(tmp_path: Path) -> None:
    given = find_inputs([str(write_hgnc(tmp_path))]).files
    lacking = {one.database.name: one for one in missing(given)}
    for name, file in (
        ("Ensembl gene models", "Homo_sapiens.GRCh38.*.gtf.gz"),
        ("GENCODE gene models", "gencode.v*.annotation.gtf.gz"),
        ("RefSeq gene models", "GCF_000001405.*_genomic.gtf.gz"),
        ("UCSC Genome Browser", "knownGene"),
    ):
        assert file in lacking[name].database.published
        assert any("exons" in one.adds for one in lacking[name].formats)
    models = find_inputs([str(FILES / "ensembl_models.gtf")]).files
    assert "Ensembl gene models" not in {one.database.name for one in missing([*given, *models])}


def test_a_gene_of_a_pseudoautosomal_region_keeps_both_chromosomes(tmp_path: Path) -> None:
    changed = {"5": "X|Y", "5p13.2": "-"}
    rows = [tuple(changed.get(cell, cell) for cell in GENE_INFO_ROWS[0])]
    alone, located = tmp_path / "alone.atlas", tmp_path / "located.atlas"
    genes = write_gene_info(tmp_path, rows)
    built(alone, genes)
    page = gene(alone, IL7R)
    assert page.gene.location == Location("", "X and Y")
    assert "Location    X and Y" in page_text(page, ["overview"])
    row = "{}\t{}\t+\t{}\t{}\t10\t10\t1\t{},\t{},\t0\tIL7R\tnone\tnone\t-1,\n"
    lines = row.format("NM_1", "chrY", 40, 90, 40, 90) + row.format("NM_2", "chrX", 100, 300, 100, 300)
    built(located, genes, f"ucsc-genes:GRCh38={written(tmp_path, lines, 'models.txt')}")
    place = gene(located, IL7R).gene.location
    assert (place.chromosome, place.start, place.end) == ("X", 101, 300)
