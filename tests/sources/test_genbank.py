"""Records of GenBank and GenPept, against Biopython's own features."""

import gzip
import warnings
from pathlib import Path

import pytest

from atlasview.records.reference import CrossReference
from atlasview.records.transcript import Exon, Transcript
from tests.sources.outcomes import outcomes, written

FILE = Path(__file__).parent / "files" / "genbank_record.gb"
EXONS = (Exon(401, 500), Exon(201, 260), Exon(11, 110))


def test_positions_of_a_record_are_named_by_the_record() -> None:
    (found,) = outcomes(FILE).of(Transcript)
    assert found == Transcript(
        "HGNC:9588", "NM_000314.8", "NG_000001.1", "mRNA", False, False, False, "", "-", EXONS, 3, 260, 91, 419, 0,
        "RefSeq:NP_000305.3", "", "", "here",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("accession", "version", "assembly", "chromosome", "first", "strand"),
    [
        ("NC_000010 REGION: 1001..1600", "NC_000010.11", "GRCh38", "10", 1011, "-"),
        ("NC_000010 REGION: complement(1001..1600)", "NC_000010.10", "GRCh37", "10", 1101, "+"),
        ("NT_000010 REGION: 1001..1600", "NT_000010.3", "NT_000010.3", "", 1011, "-"),
    ],
)
def test_a_piece_counts_as_the_whole_record(
    tmp_path: Path, accession: str, version: str, assembly: str, chromosome: str, first: int, strand: str
) -> None:
    text = FILE.read_text(encoding="utf-8")
    text = text.replace("ACCESSION   NG_000001", f"ACCESSION   {accession}").replace("NG_000001.1", version)
    (found,) = outcomes(written(tmp_path, text)).of(Transcript)
    assert (found.assembly, found.chromosome, found.strand, found.span[0]) == (assembly, chromosome, strand, first)
    assert (found.length, found.phase) == (260, 0)


def test_a_record_that_breaks_off_or_is_damaged_costs_itself_only(tmp_path: Path) -> None:
    text = FILE.read_text(encoding="utf-8")
    found = outcomes(written(tmp_path, text + text.replace("FEATURES", "FEATURED") + text[:900]))
    assert len(found.taken) == 1
    assert [one.line for one in found.rejected][-1] == 2 * text.count("\n") + 1
    assert found.rejected[-1].reason == "the record breaks off before its end"


def test_a_protein_leads_to_its_gene(tmp_path: Path) -> None:
    text = """LOCUS       NP_000305                403 aa            linear   PRI 01-JAN-2024
DEFINITION  made.
ACCESSION   NP_000305
VERSION     NP_000305.3
DBSOURCE    REFSEQ: accession NM_000314.8
SOURCE      Homo sapiens (human)
  ORGANISM  Homo sapiens
            Eukaryota.
FEATURES             Location/Qualifiers
     source          1..403
                     /organism="Homo sapiens"
                     /db_xref="taxon:9606"
     CDS             1..403
                     /gene="PTEN"
                     /coded_by="NM_000314.8:845..2056"
                     /db_xref="GeneID:5728"
ORIGIN
//
"""
    assert outcomes(written(tmp_path, text)).records == [
        CrossReference("NCBIGene:5728", "RefSeq", "NP_000305.3", "protein", "here"),
        CrossReference("NCBIGene:5728", "RefSeq", "NM_000314.8", "transcript", "here"),
    ]


@pytest.mark.shared
def test_records_of_genbank_agree_with_the_features_of_biopython(shared: Path) -> None:
    from Bio import SeqIO

    path = shared / "data/genome/gbpri1_extract.seq.gz"
    found = outcomes(path)
    assert (found.read, len(found.taken), found.rejected) == (18, 8, [])
    with warnings.catch_warnings(), gzip.open(path, "rt") as text:
        warnings.simplefilter("ignore")
        records = {record.id: record for record in SeqIO.parse(text, "genbank")}
    for one in found.of(Transcript):
        record = records[one.assembly]
        spans = {
            tuple(sorted((int(part.start) + 1, int(part.end)) for part in feature.location.parts))
            for feature in record.features
            if feature.type in ("mRNA", "source", "misc_RNA", "precursor_RNA", "tRNA", "ncRNA")
        }
        assert tuple(sorted((exon.start, exon.end) for exon in one.exons)) in spans
    fau = next(one for one in found.of(Transcript) if one.assembly == "X65923.1")
    assert (fau.length, fau.cds_start, fau.cds_end) == (518, 57, 458)
    assert found.file.remarks


@pytest.mark.shared
def test_the_mouse_protein_is_another_organism(shared: Path) -> None:
    path = shared / "data/genome/protein_refseq.gb"
    assert [one.reason for one in outcomes(path).filtered] == ["another organism"]
    every = outcomes(path, taxon=None)
    assert CrossReference("symbol:Ifnb", "RefSeq", "NM_010510.1", "transcript", "here") in every.records
