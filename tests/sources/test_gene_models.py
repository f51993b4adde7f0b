"""GTF and GFF3: the same gene in the words of those who publish it, and lines in any order."""

import gzip
import random
from collections import defaultdict
from pathlib import Path

import pytest

from atlasview.records.gene import Gene, Location
from atlasview.records.reference import CrossReference
from atlasview.records.transcript import Exon, Transcript
from atlasview.records.trouble import InputRefused
from atlasview.sources import gene_models
from atlasview.sources.opened import SourceFile
from atlasview.sources.recognition import recognise
from atlasview.sources.taken import Taken
from tests.sources.outcomes import Outcomes, outcomes, rows_of, told, written

FILES = Path(__file__).parent / "files"
EXONS = (Exon(1001, 1100), Exon(2001, 2031), Exon(4001, 5000))
PLACE = Location("", "5", 1001, 5000, "+", "GRCh38")


def transcript(name: str, found: Outcomes) -> Transcript:
    (one,) = (one for one in found.of(Transcript) if one.id == name)
    assert isinstance(one, Transcript)
    return one


@pytest.mark.parametrize(
    ("file", "key", "gene", "name", "protein", "ccds", "biotype", "canonical"),
    [
        ("ensembl_models.gtf", "ensembl-gtf", "ENSEMBL:ENSG00000168685", "ENST00000303115.8",
         "ENSEMBL:ENSP00000306157.3", "CCDS3911", "protein_coding", True),
        ("ensembl_models.gff3", "ensembl-gff3", "ENSEMBL:ENSG00000168685", "ENST00000303115.8",
         "ENSEMBL:ENSP00000306157.3", "CCDS3911.1", "protein_coding", True),
        ("gencode_models.gtf", "gencode-gtf", "ENSEMBL:ENSG00000168685", "ENST00000303115.8",
         "ENSEMBL:ENSP00000306157.3", "CCDS3911.1", "protein_coding", True),
        ("gencode_models.gff3", "gencode-gff3", "ENSEMBL:ENSG00000168685", "ENST00000303115.8",
         "ENSEMBL:ENSP00000306157.3", "CCDS3911.1", "protein_coding", True),
        ("refseq_models.gff3", "refseq-gff3", "NCBIGene:3575", "NM_002185.5", "RefSeq:NP_002176.2", "CCDS3911.1",
         "mRNA", False),
    ],
)  # fmt: skip
def test_one_gene_in_the_words_of_each(
    file: str, key: str, gene: str, name: str, protein: str, ccds: str, biotype: str, canonical: bool
) -> None:
    found = outcomes(FILES / file)
    assert (found.format, found.rejected) == (key, [])
    assert transcript(name, found) == Transcript(
        gene, name, "GRCh38", biotype, True, False, canonical, "5", "+", EXONS, 3, 1131, 1051, 4012, 0, protein, "",
        ccds, "here",
    )  # fmt: skip
    (described,) = (one for one in found.of(Gene) if one.symbol == "IL7R")
    assert (described.location, described.locus_type, described.taxon) == (PLACE, "gene with protein product", 9606)


def test_what_refseq_says_of_hgnc_and_what_has_no_identifier() -> None:
    found = outcomes(FILES / "refseq_models.gff3")
    assert CrossReference("HGNC:6024", "NCBIGene", "3575", "", "here") in found.records
    assert [one.id for one in found.of(Gene)] == ["HGNC:6024", "HGNC:7481"]
    assert [one.reason for one in found.filtered] == ["a transcript without an identifier"]
    assert found.file.remarks == ["lines of kinds that gene models do not need: cDNA_match (1), region (1)"]
    assert (found.file.release, found.file.date) == ("NCBI RefSeq GCF_000001405.40-RS_2024_08", "2024-08-23")


def test_reverse_strand_marks_and_what_is_on_no_chromosome() -> None:
    found = outcomes(FILES / "ensembl_models.gtf")
    il21 = transcript("ENST00000648588.1", found)
    assert (il21.exons, il21.strand, il21.length) == ((Exon(901, 950), Exon(100, 220)), "-", 171)
    assert (il21.cds_start, il21.cds_end, il21.phase) == (200, 940, 0)
    assert (il21.mane_select, il21.mane_plus_clinical, il21.canonical) == (False, True, False)
    other = transcript("ENST00000511031.1", found)
    assert (other.biotype, other.protein, other.cds_start, other.phase) == ("retained_intron", "", None, None)
    assert [one.reason for one in found.filtered] == [
        "on a patch, an alternate locus or a scaffold, not on a chromosome"
    ]
    gencode = outcomes(FILES / "gencode_models.gtf")
    assert (gencode.file.release, gencode.file.date) == ("47", "2024-07-19")
    assert "pseudoautosomal" in gencode.filtered[0].reason


def test_gene_models_by_symbol_with_the_assembly_told_by_a_length() -> None:
    for name in ("plain_models.gtf", "plain_models.gff3"):
        found = outcomes(FILES / name)
        (one,) = found.of(Transcript)
        assert (one.gene, one.assembly, one.chromosome, one.phase) == ("symbol:JAK1", "GRCh38", "1", 0)


def _without_assembly(tmp_path: Path) -> Path:
    text = (FILES / "ensembl_models.gtf").read_text(encoding="utf-8")
    return written(tmp_path, "".join(line for line in text.splitlines(True) if not line.startswith("#")))


def test_a_file_that_does_not_state_its_assembly_is_asked_for_it(tmp_path: Path) -> None:
    path = _without_assembly(tmp_path)
    with pytest.raises(InputRefused, match="which genome assembly") as refused:
        outcomes(path)
    assert "KIND:ASSEMBLY=FILE" in refused.value.remedy
    (recognised,) = recognise(path)
    assert recognised.format is not None
    with SourceFile(path, source="here", assembly="hg19") as file:
        taken = [one for one in recognised.format.read(file) if isinstance(one, Taken)]
    assert {one.assembly for each in taken for one in each.records if isinstance(one, Transcript)} == {"GRCh37"}
    with (
        SourceFile(FILES / "ensembl_models.gtf", source="here", assembly="hg19") as file,
        pytest.raises(InputRefused, match="count on GRCh38, not on GRCh37"),
    ):
        list(recognised.format.read(file))


def test_another_organism_is_filtered(tmp_path: Path) -> None:
    text = (FILES / "ensembl_models.gtf").read_text(encoding="utf-8").replace("GRCh38", "GRCm39")
    found = outcomes(written(tmp_path, text))
    assert {one.reason for one in found.filtered} == {"another organism"}
    assert not found.taken
    every = outcomes(written(tmp_path, text), taxon=None)
    assert {one.assembly for one in every.of(Transcript)} == {"GRCm39"}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("\texon\t2001\t2031\t", "\texon\t1050\t2031\t", "its exons overlap"),
        ("\tCDS\t4001\t4009\t", "\tCDS\t4009\t4001\t", "the range of its coding part is none"),
        ("\texon\t1001\t1100\t", "\texon\tx\t1100\t", "no positions of a start and an end"),
        ("\texon\t1001\t1100\t.\t+", "\texon\t1001\t1100", "not nine cells"),
    ],
)
def test_what_cannot_be_is_rejected_with_its_line(tmp_path: Path, old: str, new: str, reason: str) -> None:
    text = (FILES / "ensembl_models.gtf").read_text(encoding="utf-8")
    found = outcomes(written(tmp_path, text.replace(old, new, 1)))
    assert reason in [one.reason for one in found.rejected]
    assert all(one.line > 4 and one.detail for one in found.rejected)


def test_pieces_that_are_not_one_frame_are_given_apart(tmp_path: Path) -> None:
    text = (FILES / "ensembl_models.gtf").read_text(encoding="utf-8")
    found = outcomes(written(tmp_path, text.replace("\tCDS\t2001\t2031\t.\t+\t1", "\tCDS\t2001\t2031\t.\t+\t2")))
    first, *parts = (
        one for one in found.of(Transcript) if isinstance(one, Transcript) and one.id == "ENST00000303115.8"
    )
    assert (first.exons, first.exon_count, first.cds_start, first.phase) == (EXONS, None, None, None)
    assert [(one.exons, one.cds_start, one.cds_end, one.phase) for one in parts] == [
        ((), 1051, 1100, 0), ((), 2001, 2031, 2), ((), 4001, 4009, 0), ((), 4010, 4012, None),
    ]  # fmt: skip


def _naive(path: Path) -> dict[str, dict[str, list[tuple[int, int]]]]:
    """Ranges by transcript and kind, the plainest way."""
    found: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows_of(path):
        if len(row) == 9 and row[2] in ("exon", "CDS", "stop_codon"):
            name = row[8].split('transcript_id "')[1].split('"')[0]
            found[name][row[2]].append((int(row[3]), int(row[4])))
    return found


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "transcripts", "genes"),
    [
        ("refseq_GRCh38.p13_extract.gtf.gz", 88, 12),
        ("Homo_sapiens.GRCh38_extract.gtf.gz", 33, 15),
        ("gencode-v19_extract.gtf", 4, 1),
    ],
)
def test_real_files_agree_with_a_plain_reading(shared: Path, name: str, transcripts: int, genes: int) -> None:
    path = shared / "data/genome" / name
    found = outcomes(path)
    assert (len(found.of(Transcript)), len(found.of(Gene)), found.rejected) == (transcripts, genes, [])
    plain = _naive(path)
    for one in found.of(Transcript):
        said = plain.get(one.id) or plain[one.id.partition(".")[0]]
        assert sorted((exon.start, exon.end) for exon in one.exons) == sorted(said["exon"])
        coding = said["CDS"] + said["stop_codon"]
        assert (one.cds_start, one.cds_end) == (
            (min(coding)[0], max(end for _start, end in coding)) if coding else (None, None)
        )


def _joined(found: Outcomes) -> dict[str, set[tuple[int, int]]]:
    exons: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for one in found.of(Transcript):
        exons[one.id].update((exon.start, exon.end) for exon in one.exons)
    return exons


@pytest.mark.shared
@pytest.mark.parametrize("order", ["by position", "by kind", "shuffled"])
def test_lines_in_any_order_lose_nothing(
    shared: Path, tmp_path: Path, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shared / "data/genome/refseq_GRCh38.p13_extract.gtf.gz"
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    head = [line for line in lines if line.startswith("#")]
    rows = [line for line in lines if line and not line.startswith("#")]
    if order == "shuffled":
        random.Random(order).shuffle(rows)
        monkeypatch.setattr(gene_models, "_SWEEP_EVERY", 1)  # so that many are closed too early
    elif order == "by kind":
        rows.sort(key=lambda row: row.split("\t")[2])
    else:
        rows.sort(key=lambda row: (row.split("\t")[0], int(row.split("\t")[3])))
    found = outcomes(written(tmp_path, "\n".join(head + rows) + "\n"))
    assert found.rejected == []
    assert _joined(found) == _joined(outcomes(path))
    parts = [one for one in found.of(Transcript) if one.exon_count is None]
    assert bool(parts) == (order != "by position") == bool(found.file.remarks)


def test_other_tables_are_not_taken_for_gene_models(tmp_path: Path) -> None:
    gff = "##gff-version 3\nP12345\tUniProtKB\tChain\t1\t90\t.\t.\t.\tID=PRO_1\n"
    assert told(written(tmp_path, gff)) == "uniprot-gff"
    assert told(written(tmp_path, "a\tb\tc\td\te\tf\tg\th\ti\n")) == "no format that AtlasView reads"
