"""Variants of MAF, hotspots, ClinVar, humsavar, VCF and lists: what is read of small files and of the real ones."""

from collections import Counter
from pathlib import Path

import pytest

from atlasview.records.trouble import InputRefused
from atlasview.records.variant import Variant
from tests.sources.outcomes import Outcomes, outcomes, rows_of, told, written
from tests.sources.samples import CLINVAR_SET, VCV
from tests.sources.test_tables_in_any_shape import TABLES


def only(found: Outcomes) -> Variant:
    (record,) = found.of(Variant)
    return record


def said(one: Variant) -> tuple[str, ...]:
    return one.gene, one.isoform, one.hgvs_p, one.origin, one.significance, one.disease, one.dbsnp


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("maf", ("symbol:IL7R", "", "p.Thr244Ile", "somatic", "", "", "")),
        (
            "clinvar",
            ("NCBIGene:3575", "RefSeq:NM_002185.5", "p.Thr244Ile", "germline", "benign", "OMIM:608971", ""),
        ),
        ("humsavar", ("UniProtKB:P16871", "P16871", "p.Thr244Ile", "", "benign", "", "rs6897932")),
        ("vcf", ("ENSEMBL:ENSG00000168685", "ENSEMBL:ENSP00000306157.3", "p.Thr244Ile", "", "", "", "rs1")),
    ],
)
def test_a_row_says(tmp_path: Path, key: str, expected: tuple[str, ...]) -> None:
    assert said(only(outcomes(written(tmp_path, TABLES[key])))) == expected


def test_both_layouts_of_clinvars_xml_say_the_same_kind_of_things(tmp_path: Path) -> None:
    new, old = outcomes(written(tmp_path, VCV, "new")), outcomes(written(tmp_path, CLINVAR_SET, "old"))
    whose = ("NCBIGene:3575", "RefSeq:NM_002185.5")
    assert said(only(new)) == (*whose, "p.Thr244Ile", "germline", "benign", "OMIM:608971", "rs6897932")
    assert said(only(old)) == (*whose, "p.Ile66Thr", "germline", "pathogenic", "OMIM:608971", "rs1494558")
    assert (new.file.date, old.file.date) == ("2024-02-06", "2020-02-03")


def test_hotspots_are_counted_by_change(tmp_path: Path) -> None:
    head = "hugo_symbol\tresidue\tvariant_amino_acid\ttype\ttranscript_id\ttumor_count\n"
    rows = (
        "IL7R\tT244\tI:4|*:1\tsingle residue\tENST00000303115\t5\n"
        "IL7R\t240-244\tL242_L243insNPC:7\tin-frame indel\t\t7\n"
        "IL7R\tX27\tsp:3\tsplice site\t\t3\nIL7R\tT244\tI:x\t3d\t\t1\n"
    )
    found = outcomes(written(tmp_path, head + rows))
    assert [(one.hgvs_p, one.position, one.count, one.note) for one in found.of(Variant)] == [
        ("p.Thr244Ile", 244, 4, "hotspot"),
        ("p.Thr244Ter", 244, 1, "hotspot"),
        ("p.Leu242_Leu243insAsnProCys", 242, 7, "hotspot"),
        ("", 27, 3, "hotspot"),
    ]
    assert [one.reason for one in found.rejected] == ["the change of the protein is not in HGVS"]


def test_a_list_names_genes_proteins_and_transcripts(tmp_path: Path) -> None:
    text = "IL7R p.Thr244Ile\nNP_002176.2:p.(Thr244Ile)\nENSP00000306157:p.T66I\nP16871-1 T244I\nIL7R\tS185C\n"
    found = outcomes(written(tmp_path, f"{text}NM_002185.5(IL7R):p.Ile66Thr\nIL7R c.12A>G\nnothing\n"))
    assert [(one.gene, one.isoform, one.hgvs_p) for one in found.of(Variant)] == [
        ("symbol:IL7R", "", "p.Thr244Ile"),
        ("RefSeq:NP_002176.2", "RefSeq:NP_002176.2", "p.Thr244Ile"),
        ("ENSEMBL:ENSP00000306157", "ENSEMBL:ENSP00000306157", "p.Thr66Ile"),
        ("UniProtKB:P16871", "P16871-1", "p.Thr244Ile"),
        ("symbol:IL7R", "", "p.Ser185Cys"),
        ("symbol:IL7R", "RefSeq:NM_002185.5", "p.Ile66Thr"),
    ]
    assert [(one.line, one.detail) for one in found.rejected] == [(7, "c.12A>G"), (8, "nothing")]


def test_each_allele_of_a_vcf_has_its_own_consequence(tmp_path: Path) -> None:
    text = (
        "##fileformat=VCFv4.2\n"
        '##INFO=<ID=ANN,Number=.,Type=String,Description="Functional annotations: '
        "'Allele | Annotation | Gene_Name | Gene_ID | Feature_ID | HGVS.p'\">\n"
        "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
        "5\t1\t.\tC\tT,G\t.\t.\tDP=3;ANN=T|x|IL7R|ENSG00000168685|ENST00000303115.8|p.Thr244Ile,"
        "G|x|IL7R|ENSG00000168685|ENST00000303115.8|p.Thr244Ser\n5\t2\t.\tC\tT\t.\t.\tDP=1\n"
    )
    found = outcomes(written(tmp_path, text))
    assert [(one.hgvs_p, one.isoform) for one in found.of(Variant)] == [
        ("p.Thr244Ile", "ENSEMBL:ENST00000303115.8"),
        ("p.Thr244Ser", "ENSEMBL:ENST00000303115.8"),
    ]
    assert [one.reason for one in found.filtered] == ["it names no change of a protein"]


def test_a_vcf_without_consequences_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="no consequences for proteins") as trouble:
        outcomes(written(tmp_path, "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"))
    assert "VEP" in trouble.value.remedy


def test_one_assembly_is_taken(tmp_path: Path) -> None:
    text = TABLES["clinvar"]
    row = text.splitlines()[1]
    found = outcomes(written(tmp_path, f"{text.splitlines()[0]}\n{row.replace('GRCh38', 'GRCh37')}\n{row}\n"))
    assert [one.line for one in found.taken] == [3]
    assert [(one.line, one.reason) for one in found.filtered] == [(2, "the same variant on another assembly")]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "counts", "rejected", "filtered"),
    [
        ("metabric_data_mutations_extended.txt.gz", (17_272, 17_263, 17_263), 3, 6),
        ("hotspots_v2_and_3d.txt.gz", (6_910, 6_897, 12_815), 13, 0),
        ("clinvar_variant_summary.txt.gz", (24, 10, 10), 0, 14),
        ("ClinVarFullRelease_2020-02_extract.xml.gz", (10, 9, 11), 0, 1),
    ],
)
def test_real_files(shared: Path, name: str, counts: tuple[int, ...], rejected: int, filtered: int) -> None:
    found = outcomes(shared / "data/variants" / name)
    assert (found.read, len(found.taken), len(found.records)) == counts
    assert (len(found.rejected), len(found.filtered)) == (rejected, filtered)


@pytest.mark.shared
def test_sorts_of_mutations_in_metabric_agree_with_its_own_words(shared: Path) -> None:
    path = shared / "data/variants/metabric_data_mutations_extended.txt.gz"
    sorts = Counter(one.consequence for one in outcomes(path).of(Variant))
    head, *rows = rows_of(path)
    sort, name = head.index("Variant_Classification"), head.index("HGVSp_Short")
    stated = Counter(row[sort] for row in rows)
    assert sorts["missense"] == stated["Missense_Mutation"] == 10_165
    assert sorts["splice site"] == sum("_splice" in row[name] for row in rows) == 414


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("gwas_catalog_sample_2013.tsv", "gwas"),
        ("gnomad.v2.1.1.lof_metrics.by_transcript.txt.gz", "gnomad-constraint"),
    ],
)
def test_tables_that_change_no_protein_are_refused_with_the_reason(shared: Path, name: str, key: str) -> None:
    path = shared / "data/variants" / name
    assert told(path) == key
    with pytest.raises(InputRefused) as trouble:
        outcomes(path)
    assert trouble.value.remedy
