"""From the genome to the residue and back, against lists of every base and against Biopython."""

import random
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from atlasview.records.coding import CodingMap
from atlasview.records.profile import GeneProfile
from atlasview.records.transcript import Exon, Transcript
from atlasview.sources.opened import SourceFile
from atlasview.sources.recognition import recognise


def made(
    exons: list[tuple[int, int]], strand: str, coding: tuple[int, int] | None, phase: int | None = 0
) -> Transcript:
    ordered = sorted(exons, reverse=strand == "-")
    low, high = coding or (None, None)
    return Transcript(
        "HGNC:1", "MADE.1", "GRCh38", "", False, False, False, "1", strand,
        tuple(Exon(*exon) for exon in ordered), len(exons), sum(end - start + 1 for start, end in exons),
        low, high, phase if coding else None, "", "", "", "made",
    )  # fmt: skip


def bases(transcript: Transcript) -> list[int]:
    """Every base of a transcript in the order of transcription, the plainest way."""
    found = sorted(base for exon in transcript.exons for base in range(exon.start, exon.end + 1))
    return found if transcript.strand == "+" else found[::-1]


def agrees_with_every_base(transcript: Transcript) -> int:
    """Compare a map with lists of every base; gives the number of whole codons."""
    mapped = CodingMap(transcript)
    whole = bases(transcript)
    assert mapped.length == len(whole)
    for place, base in enumerate(whole, 1):
        assert (mapped.transcript_position(base), mapped.genomic_position(place)) == (place, base)
    for gap in set(range(whole[0], whole[-1])) - set(whole) if len(whole) < 5000 else ():
        assert mapped.transcript_position(gap) is None
    low, high = transcript.cds_start, transcript.cds_end
    coding = [base for base in whole if low is not None and high is not None and low <= base <= high]
    for place, base in enumerate(coding, 1):
        assert mapped.coding_position(base) == place
    read = coding[transcript.phase or 0 :] if transcript.phase is not None else []
    codons = [tuple(read[at : at + 3]) for at in range(0, len(read) - 2, 3)]
    assert mapped.codons == len(codons)
    for residue, codon in enumerate(codons, 1):
        assert mapped.codon(residue) == codon
        assert [mapped.residue(base) for base in codon] == [(residue, 1), (residue, 2), (residue, 3)]
    assert mapped.codon(0) is None
    assert mapped.codon(len(codons) + 1) is None
    coded = {base for codon in codons for base in codon}
    assert all(mapped.residue(base) is None for base in set(whole) - coded)
    agree_parts(transcript, mapped, codons)
    for chosen in (range(1, len(codons) + 1), range(2, len(codons), 2), range(len(codons) // 2, len(codons) + 2)):
        agree_stretches(mapped.stretches(chosen), [codons[n - 1] for n in chosen if 1 <= n <= len(codons)], transcript)
    return len(codons)


def agree_stretches(found: tuple[tuple[int, int], ...], codons: list[tuple[int, ...]], transcript: Transcript) -> None:
    """Ranges of the assembly hold the bases of the codons, in order, and each lies on one exon."""
    step = 1 if transcript.strand == "+" else -1
    listed = [base for low, high in found for base in list(range(low, high + 1))[::step]]
    assert listed == [base for codon in codons for base in codon]
    for low, high in found:
        assert any(exon.start <= low <= high <= exon.end for exon in transcript.exons)


def agree_parts(transcript: Transcript, mapped: CodingMap, codons: list[tuple[int, ...]]) -> None:
    """Every exon has the residues with a base in it, so a codon over two exons is in both."""
    parts = mapped.parts()
    assert [part.exon for part in parts] == list(transcript.exons)
    for part in parts:
        own = [n for n, codon in enumerate(codons, 1) if any(part.exon.start <= b <= part.exon.end for b in codon)]
        assert part.residues == ((own[0], own[-1]) if own else None)
        pieces = [piece for piece in (part.before, part.coding, part.after) if piece]
        assert sum(end - start + 1 for start, end in pieces) in (0, part.exon.end - part.exon.start + 1)
    for residue in (1, len(codons) // 2, len(codons)):
        holding = tuple(p.number for p in parts if p.residues and p.residues[0] <= residue <= p.residues[1])
        assert mapped.exons_of(residue) == holding


@pytest.mark.parametrize("strand", ["+", "-"])
def test_a_codon_over_two_and_three_exons_belongs_to_all_of_them(strand: str) -> None:
    mapped = CodingMap(made([(11, 16), (21, 21), (31, 40)], strand, (13, 37)))
    assert mapped.codons == 4
    cut = 2 if strand == "+" else 3
    assert mapped.exons_of(cut) == (1, 2, 3)
    agrees_with_every_base(made([(11, 16), (21, 21), (31, 40)], strand, (13, 37)))


def test_a_transcript_without_a_frame_has_no_residues() -> None:
    for transcript in (made([(1, 9)], "+", (1, 9), None), made([(1, 9)], "+", None), made([(1, 9)], "+", (1, 30))):
        mapped = CodingMap(transcript)
        assert (mapped.codons, mapped.residue(4), mapped.codon(1), mapped.exons_of(1)) == (0, None, None, ())
        assert mapped.transcript_position(4) == 4
    assert CodingMap(made([], "+", None)).parts() == ()


def test_made_transcripts_agree_with_every_base() -> None:
    dice = random.Random("exons")
    for _ in range(300):
        at, exons = dice.randint(1, 50), []
        for _exon in range(dice.randint(1, 7)):
            end = at + dice.choice((0, 0, 1, 2, 7, 30))
            exons.append((at, end))
            at = end + dice.randint(1, 20)
        strand, phase = dice.choice("+-"), dice.choice((0, 0, 1, 2))
        whole = [base for start, end in exons for base in range(start, end + 1)]
        low, high = sorted(dice.choices(whole, k=2))
        agrees_with_every_base(made(exons, strand, (low, high), phase))


@pytest.mark.parametrize(
    ("symbol", "transcript", "strand", "exons", "length", "residues"),
    [
        ("JAK1", "ENST00000342505.5", "-", 25, 5092, 1154),
        ("IL23R", "ENST00000347310.10", "+", 11, 2858, 629),
        ("PTEN", "ENST00000371953.8", "+", 9, 8515, 403),
    ],
)
def test_genes_of_the_starter(
    gene: Callable[[str], GeneProfile],
    symbol: str,
    transcript: str,
    strand: str,
    exons: int,
    length: int,
    residues: int,
) -> None:
    profile = gene(symbol)
    (found,) = (one for one in profile.transcripts if one.id == transcript)
    assert (found.mane_select, found.strand, found.exon_count, found.length) == (True, strand, exons, length)
    isoforms = {one.id: one for detail in profile.proteins for one in detail.isoforms}
    sequence = isoforms[found.isoform].sequence
    assert sequence is not None
    assert agrees_with_every_base(found) == residues + 1 == len(sequence) + 1


@pytest.mark.shared
def test_pten_on_its_record_agrees_with_biopython(shared: Path, gene: Callable[[str], GeneProfile]) -> None:
    from Bio import SeqIO

    path = shared / "data/genome/pten_NT_030059.gbk"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        record = next(SeqIO.parse(path, "genbank"))
    coding = next(feature for feature in record.features if feature.type == "CDS")
    stated = coding.qualifiers.get("translation", [""])[0]
    protein = str(coding.extract(record.seq).translate())
    (recognised,) = recognise(path)
    assert recognised.format is not None
    with SourceFile(path, source="here") as file:
        (taken,) = recognised.format.read(file)
    (transcript,) = taken.records
    before = 40_427_659  # the record is a piece of NT_030059.13 that begins there
    every = [base + before for base in coding.location]
    mapped = CodingMap(transcript)
    assert mapped.codons == len(protein) == 404
    found = ""
    for residue in range(1, mapped.codons + 1):
        codon = mapped.codon(residue)
        assert codon is not None
        assert list(codon) == every[3 * residue - 3 : 3 * residue]
        found += str(record.seq[codon[0] - before] + record.seq[codon[1] - before] + record.seq[codon[2] - before])
    assert type(record.seq)(found).translate() == protein
    assert not stated or stated == protein.rstrip("*")
    (detail,) = gene("PTEN").proteins
    assert protein.rstrip("*") == detail.protein.sequence
    agrees_with_every_base(transcript)
