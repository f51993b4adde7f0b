"""Variants of one's own: each line is checked on the isoform that it names, and gets its verdict."""

import gzip

import pytest

from atlasview.records.own_variant import OwnLine
from atlasview.records.trouble import InputRefused
from atlasview.sources.own_variants import Known, PastedText, file_of, judged, read_own

VCF = (
    "##fileformat=VCFv4.2\n"
    '##INFO=<ID=CSQ,Number=.,Type=String,Description="from VEP. Format: Allele|SYMBOL|Gene|Feature|HGVSp">\n'
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tMRS_SMITH\n"
    "5\t1\trs1\tC\tT\t.\t.\tCSQ=T|IL7R|ENSG00000168685|ENST00000303115|NP_002176.2:p.Thr244Ile\tGT\t0/1\n"
    "5\t2\t.\tC\tT\t.\t.\tCSQ=T|JAK1|ENSG00000162434|ENST00000342505|p.Val658Phe\tGT\t0/1\n"
    "5\t3\t.\tC\tT\t.\t.\tCSQ=T|IL7R|ENSG00000168685|ENST00000303115|\tGT\t0/1\n"
)
MAF = (
    "Hugo_Symbol\tEntrez_Gene_Id\tVariant_Classification\tTumor_Sample_Barcode\tHGVSp_Short\n"
    "IL7R\t3575\tMissense_Mutation\tPAT-1\tp.S185C\n"
    "IL7R\t3575\tMissense_Mutation\tPAT-2\tp.S185C\n"
    "IL7R\t3575\tSplice_Site\tPAT-2\tp.X125_splice\n"
    "TP53\t7157\tMissense_Mutation\tPAT-2\tp.R175H\n"
)


def verdicts(page, text):
    known = Known(page)
    return [
        (one.line.text, one.verdict, one.isoform, one.position, one.said)
        for one in (judged(line, known) for line in read_own(PastedText(text), page).lines)
    ]


@pytest.mark.parametrize(
    ("line", "verdict", "isoform", "position", "said"),
    [
        ("p.Ser185Cys", "placed", "P16871-1", 185, "residue 185 of P16871-1"),
        ("S185C", "placed", "P16871-1", 185, "residue 185 of P16871-1"),
        ("IL7R p.Thr244Ile", "placed", "P16871-1", 244, "residue 244 of P16871-1"),
        ("NP_002176.2:p.(Thr244Ile)", "placed", "P16871-1", 244, "residue 244 of P16871-1"),
        ("ENSG00000168685:p.Thr244Ile", "placed", "P16871-1", 244, "residue 244 of P16871-1"),
        ("P16871 T244I", "placed", "P16871-1", 244, "residue 244 of P16871-1"),
        ("P16871-2:p.Met1Val", "placed", "P16871-2", 1, "residue 1 of P16871-2"),
        ("NP_001424893.1:p.Met1Val", "placed", "P16871-2", 1, "residue 1 of P16871-2"),
        ("p.Cys74_Gly78del", "mismatch", "", None, "residue 78 of P16871-1 is V, not G"),
        ("p.Trp244Ile", "mismatch", "", None, "residue 244 of P16871-1 is T, not W"),
        ("p.Trp900Ile", "past-end", "", None, "P16871-1 has no residue 900"),
        ("P16871-9:p.Thr244Ile", "no-isoform", "", None, "IL7R has no isoform P16871-9 here"),
        ("NP_999999.1:p.Thr244Ile", "no-isoform", "", None, "IL7R has no isoform NP_999999.1 here"),
        ("p.?", "no-residue", "", None, "it names no residue that could be checked"),
        ("NM_002185.5(IL7R):c.554C>G (p.Ser185Cys)", "placed", "P16871-1", 185, "residue 185 of P16871-1"),
        ("IL7R c.554C>G p.(Ser185Cys)", "placed", "P16871-1", 185, "residue 185 of P16871-1"),
        ("c.554C>G, p.Ser185Cys", "placed", "P16871-1", 185, "residue 185 of P16871-1"),
        ("p. Ser 185 Cys", "placed", "P16871-1", 185, "residue 185 of P16871-1"),
        ("NM_002185.5:c.554C>G", "no-hgvs", "", None, "a change of DNA: VEP or SnpEff say which protein comes of it"),
        ("5:35871190C>G", "no-hgvs", "", None, "a change of DNA: VEP or SnpEff say which protein comes of it"),
        (
            "rs6897932",
            "no-hgvs",
            "",
            None,
            "a number of dbSNP: write the change of the protein, like p.Thr244Ile",
        ),
        ("p.[Ser185Cys;Thr244Ile]", "no-hgvs", "", None, "several changes: write each on a line of its own"),
        ("p.Xyz185Cys", "no-hgvs", "", None, "write it like p.Thr244Ile"),
    ],
)
def test_every_line_gets_its_verdict(gene, line, verdict, isoform, position, said):
    ((text, *found),) = verdicts(gene("IL7R"), line)
    assert text == line
    assert found[:3] == [verdict, isoform, position]
    assert said is None or found[3] == said


def test_without_a_named_isoform_another_one_with_the_residues_is_found_and_said(gene):
    """Isoforms 3 and 4 share what follows the exon that they lack; the first of them is taken."""
    page = gene("IL7R")
    known = Known(page)
    first, other = known.sequences["P16871-1"], known.sequences["P16871-3"]
    position = next(at for at, pair in enumerate(zip(other, first, strict=False), 1) if pair[0] != pair[1])
    ((_, verdict, isoform, at, said),) = verdicts(page, f"{other[position - 1]}{position}W")
    assert (verdict, isoform, at) == ("placed", "P16871-3", position)
    assert said.endswith(f"; residue {position} of P16871-1 is {first[position - 1]}, not {other[position - 1]}")


def test_lines_of_other_genes_are_counted_and_equal_ones_kept_once(gene):
    reading = read_own(
        PastedText("# mine\n\nS185C\np.Ser185Cys\nJAK1 p.Val658Phe\nCD127 S185C\nnonsense\n"), gene("IL7R")
    )
    assert [line.text for line in reading.lines] == ["S185C", "nonsense"]
    assert reading.numbers == (3, 7)
    assert (reading.again, reading.others) == (1, 2)


def test_several_changes_on_a_line_are_several(gene):
    """They were counted as a change of a gene called S185C."""
    reading = read_own(PastedText("S185C, T244I\np.Ile66Thr;p.Val138Ile\nJAK1 c.1972G>T\n"), gene("IL7R"))
    assert [line.text for line in reading.lines] == ["S185C", "T244I", "p.Ile66Thr", "p.Val138Ile"]
    assert (reading.numbers, reading.others) == ((1, 1, 2, 2), 1)


def test_of_a_vcf_only_the_change_is_taken(gene):
    reading = read_own(PastedText(VCF), gene("IL7R"))
    assert "SMITH" not in repr(reading)
    assert reading.lines == (OwnLine("NP_002176.2:p.Thr244Ile", "RefSeq:NP_002176.2", "p.Thr244Ile", "vcf"),)
    assert (reading.others, reading.left) == (1, (("it names no change of a protein", (6,)),))


def test_of_a_maf_the_splice_site_stands_beside_its_residue(gene, tmp_path):
    path = tmp_path / "mine.maf.gz"
    path.write_bytes(gzip.compress(MAF.encode()))
    page = gene("IL7R")
    reading = read_own(file_of(path), page)
    assert [line.text for line in reading.lines] == ["p.Ser185Cys", "p.X125_splice"]
    assert (reading.form, reading.again, reading.others) == ("maf", 1, 1)
    assert "PAT-1" not in repr(reading)
    splice = judged(reading.lines[1], Known(page))
    assert (splice.verdict, splice.position, splice.consequence) == ("placed", 125, "splice site")


def test_a_file_that_names_no_change_is_refused_with_a_way_out(gene, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir\nnothing here\n", encoding="utf-8")
    with pytest.raises(InputRefused, match="names no change of IL7R") as trouble:
        read_own(file_of(path), gene("IL7R"))
    assert "VCF or MAF" in trouble.value.remedy
    with pytest.raises(InputRefused, match="defines no consequences"):
        read_own(PastedText("##fileformat=VCFv4.2\n#CHROM\tPOS\n5\t1\n"), gene("IL7R"))
