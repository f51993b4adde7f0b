"""FASTA of UniProt against Biopython's reading, and headers that name no accession."""

from pathlib import Path

import pytest
from Bio import SeqIO
from Bio.SeqUtils.CheckSum import crc64

from atlasview.records.gene import Gene
from atlasview.records.protein import Isoform, Protein
from atlasview.records.trouble import InputRefused
from atlasview.sources import uniprot_fasta
from atlasview.sources.opened import SourceFile
from tests.sources.outcomes import outcomes, told, written

TODAY = (
    ">sp|P01308|INS_HUMAN Insulin OS=Homo sapiens OX=9606 GN=INS PE=1 SV=1\n"
    "MALWMRLLPLLALLALWGPDPAAAFVNQHLCGSHLVEALYLVCGERGFFYTPKT\nRREAEDLQVG\n"
)


def test_what_a_header_says(tmp_path):
    found = outcomes(written(tmp_path, TODAY))
    assert found.format == "uniprot-fasta"
    (protein,) = found.of(Protein)
    assert (protein.accession, protein.entry_name, protein.name) == ("P01308", "INS_HUMAN", "Insulin")
    assert (protein.taxon, protein.existence, protein.version, protein.reviewed) == (9606, 1, 1, True)
    assert protein.length == 64
    assert protein.mass is None
    assert crc64(protein.sequence) == f"CRC-{protein.crc64}"
    (gene,) = found.of(Gene)
    assert (gene.id, gene.symbol) == ("symbol:INS", "INS")
    assert found.taken[0].version == (0, "")


def test_isoforms_and_predictions(tmp_path):
    isoform = ">sp|P01308-2|INS_HUMAN Isoform 2 of Insulin OS=Homo sapiens OX=9606 GN=INS\nMALWMR\n"
    predicted = ">tr|A0A024R1R8|A0A024R1R8_HUMAN Coiled OS=Homo sapiens OX=9606 PE=4 SV=1\nMSSHEGG*\n"
    found = outcomes(written(tmp_path, isoform + predicted))
    other, own = found.of(Isoform)
    assert (other.id, other.protein, other.name, other.sequence) == ("P01308-2", "UniProtKB:P01308", "2", "MALWMR")
    assert own.id == "A0A024R1R8-1"
    (protein,) = found.of(Protein)
    assert (protein.sequence, protein.reviewed) == ("MSSHEGG", False)


@pytest.mark.parametrize(
    "header",
    [
        ">NP_000198.1 insulin preproprotein [Homo sapiens]",
        ">ENSP00000250971.3 pep chromosome:GRCh38:11:2159779:2161209:-1",
        ">my favourite protein",
        ">gi|4557671|ref|NP_000198.1| insulin",
    ],
)
def test_headers_without_accession_are_rejected(tmp_path, header):
    path = written(tmp_path, f"{header}\nMALWMRLLPL\n{TODAY}")
    found = outcomes(path)
    assert len(found.taken) == 1
    (rejected,) = found.rejected
    assert (rejected.line, rejected.reason) == (1, "the header names no accession of UniProt")
    assert rejected.detail in header


def test_other_organisms_and_bad_sequences(tmp_path):
    mouse = TODAY.replace("Homo sapiens OX=9606", "Mus musculus OX=10090")
    old_mouse = TODAY.replace("Homo sapiens OX=9606", "Mus musculus")
    odd = TODAY.replace("MALW", "MA1W")
    empty = TODAY.partition("\n")[0] + "\n"
    found = outcomes(written(tmp_path, TODAY.replace(" OX=9606", "") + mouse + old_mouse + odd + empty))
    assert (len(found.taken), len(found.filtered)) == (1, 2)
    assert [one.reason for one in found.rejected] == [
        "the sequence holds signs that are no residues",
        "an entry without a sequence",
    ]


def test_a_file_that_does_not_begin_with_a_header(tmp_path):
    with (
        SourceFile(written(tmp_path, "MALW\n" + TODAY), source="u") as file,
        pytest.raises(InputRefused, match="does not begin with a header"),
    ):
        list(uniprot_fasta.read(file))
    assert told(written(tmp_path, ">\n\n")) != "uniprot-fasta"


@pytest.mark.shared
def test_real_file(shared: Path):
    path = shared / "data" / "uniprot" / "multi_ex" / "multi_ex.fasta"
    with path.open() as opened:
        theirs = {record.id.split("|")[1]: str(record.seq) for record in SeqIO.parse(opened, "fasta")}
    assert {one.accession: one.sequence for one in outcomes(path, taxon=None).of(Protein)} == theirs
    assert len(outcomes(path).taken) == 3
    assert len(outcomes(path).filtered) == 5
