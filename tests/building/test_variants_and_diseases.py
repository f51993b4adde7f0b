"""Variants and diseases of public files arrive on the gene or disease that they are about, and are accounted for."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.atlas.disease import disease_profile
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.publication import publication_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.report import BuildReport, FileReport
from atlasview.building.wish import Wish
from atlasview.export.document import document
from atlasview.export.tables import page_table
from atlasview.export.text import page_text
from atlasview.records.profile import GeneProfile, TermProfile
from atlasview.records.variant import Variant
from tests.atlases import CHECKOUT
from tests.building.public_files import write_hgnc
from tests.sources.outcomes import written
from tests.sources.samples import CLINVAR_SET, ORPHADATA, VCV, ontology
from tests.sources.test_tables_in_any_shape import TABLES

IL7R, SCID = "HGNC:6024", "OMIM:608971"
NO_GENE = "no gene of this atlas has the identifier"
CLINVAR = TABLES["clinvar"] + (
    "1\tNM_002185.5(IL7R):c.731C>T (p.Thr244Ile)\t3575\tIL7R\tBenign\tOMIM:608971\tgermline\tGRCh37\tx\n"
    "2\tNM_002185.5(IL7R):c.553A>T (p.Trp185Cys)\t3575\tIL7R\tPathogenic\tna\tgermline\tGRCh38\tx\n"
    "3\tNM_000001.1(NOBODY):c.1A>T (p.Met1Leu)\t999999\tNOBODY\tPathogenic\tna\tgermline\tGRCh38\tx\n"
    "4\tNM_002185.5(IL7R):c.83-5A>G\t3575\tIL7R\tBenign\tna\tgermline\tGRCh38\tx\n"
)
ANN = (
    "##fileformat=VCFv4.2\n"
    '##INFO=<ID=ANN,Number=.,Type=String,Description="Functional annotations: '
    "'Allele | Annotation | Gene_Name | Gene_ID | Feature_ID | HGVS.p'\">\n"
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    "5\t1\t.\tC\tT,G\t.\t.\tDP=3;ANN=T|x|IL7R|ENSG00000168685|ENST00000303115.8|p.Thr244Ile,"
    "G|x|IL7R|ENSG00000168685|ENST00000303115.8|p.Thr244Ser\n5\t2\t.\tC\tT\t.\t.\tDP=1\n"
)
MAF_ROW = "IL7R\tMissense_Mutation\t{}\tp.T244I\n"
MAF = "Hugo_Symbol\tVariant_Classification\tTumor_Sample_Barcode\tHGVSp_Short\n" + "".join(
    MAF_ROW.format(sample) for sample in ("TCGA-1", "TCGA-2", "TCGA-1", "")
)
SIGNS = TABLES["hpoa"] + (
    "OMIM:608971\tx\tNOT\tHP:0000002\tPMID:1\t\t\t\tP\nOMIM:608971\tx\t\tHP:0000007\tPMID:1\t\t\t\tI\n"
    "OMIM:1\tnobody's disease\t\tHP:0000002\tPMID:1\t\t\t\tP\n"
)
FILES = {
    "summary.txt": CLINVAR,
    "sets.xml": CLINVAR_SET,
    "vcv.xml": VCV,
    "csq.vcf": TABLES["vcf"],
    "ann.vcf": ANN,
    "humsavar.txt": TABLES["humsavar"],
    "hotspots.txt": TABLES["hotspots"],
    "mutations.maf": MAF,
    "genes_to_disease.txt": TABLES["hpo-genes"],
    "phenotype.hpoa": SIGNS,
    "en_product6.xml": ORPHADATA,
    "mim2gene_medgen": TABLES["mim2gene"],
    "hp.obo": ontology("HP", "hp"),
}


def fasta() -> str:
    """IL7R's canonical sequence as UniProt's FASTA."""
    with (CHECKOUT / "db/starter/isoforms.tsv").open(newline="", encoding="utf-8") as table:
        (sequence,) = (row["sequence"] for row in csv.DictReader(table, delimiter="\t") if row["id"] == "P16871-1")
    return f">sp|P16871|IL7RA_HUMAN IL7R OS=Homo sapiens OX=9606 GN=IL7R PE=1 SV=1\n{sequence}\n"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    folder = tmp_path_factory.mktemp("files")
    write_hgnc(folder)
    written(folder, fasta(), "il7r.fasta")
    for name, text in FILES.items():
        written(folder, text, name)
    return build_from_files(find_inputs([str(folder)]), Wish(folder.parent / "made.atlas", jobs=1))


@pytest.fixture(scope="module")
def gene(report: BuildReport) -> GeneProfile:
    with AtlasReader(report.path) as reader:
        return gene_profile(reader, IL7R)


@pytest.fixture(scope="module")
def disease(report: BuildReport) -> TermProfile:
    with AtlasReader(report.path) as reader:
        return disease_profile(reader, SCID)


def file_of(report: BuildReport, name: str) -> FileReport:
    (found,) = (one for one in report.files if one.file == name)
    return found


def of(report: BuildReport, gene: GeneProfile, name: str) -> list[Variant]:
    key = file_of(report, name).source.key
    return [one for one in gene.variants if one.source == key]


def test_a_disease_that_only_a_variant_is_tied_to_has_the_name_that_an_ontology_gives_it(tmp_path: Path) -> None:
    files = tmp_path / "files"
    write_hgnc(files)
    written(files, fasta(), "il7r.fasta")
    written(files, CLINVAR, "summary.txt")
    term = "[Term]\nid: MONDO:0012163\nname: immunodeficiency 104\nxref: OMIM:608971\n"
    written(files, f"format-version: 1.2\nontology: mondo\n\n{term}", "mondo.obo")
    report = build_from_files(find_inputs([str(files)]), Wish(tmp_path / "x.atlas", jobs=1))
    with AtlasReader(report.path) as reader:
        page = gene_profile(reader, IL7R)
    assert page.diseases == ()
    assert page.disease_names == {"MONDO:0012163": "immunodeficiency 104"}
    table = page_table(page, "variants")
    at = [name for name, _meaning in table.columns].index("disease_name")
    assert "immunodeficiency 104" in {row[at] for row in table.rows}
    assert "immunodeficiency 104" in {one["disease_name"] for one in document(page)["variants"]}
    assert "immunodeficiency 104" in page_text(page)


def test_what_was_read_of_every_file_adds_up(report: BuildReport) -> None:
    counts = {}
    for one in report.files:
        source = one.source
        assert source.read == source.kept + source.rejected + source.filtered + source.superseded, one.file
        counts[one.file] = (source.read, source.kept, source.rejected, source.filtered, source.superseded)
    assert {name: counts[name] for name in FILES if name != "hp.obo"} == {
        "summary.txt": (5, 2, 1, 2, 0),
        "sets.xml": (1, 1, 0, 0, 0),
        "vcv.xml": (1, 1, 0, 0, 0),
        "csq.vcf": (1, 1, 0, 0, 0),
        "ann.vcf": (2, 1, 0, 1, 0),
        "humsavar.txt": (1, 1, 0, 0, 0),
        "hotspots.txt": (1, 1, 0, 0, 0),
        "mutations.maf": (4, 3, 0, 0, 1),
        "genes_to_disease.txt": (1, 1, 0, 0, 0),
        "phenotype.hpoa": (4, 3, 0, 1, 0),
        "en_product6.xml": (1, 1, 0, 0, 0),
        "mim2gene_medgen": (1, 1, 0, 0, 0),
    }


def test_the_atlas_has_no_fault(report: BuildReport) -> None:
    found = [(one.where, one.what) for one in check_atlas(report.path)]
    assert Counter(what for _where, what in found) == {"this source states no licence": 2}
    assert {where for where, _what in found} == {file_of(report, name).source.key for name in ("csq.vcf", "ann.vcf")}


def test_clinvars_table_says_significance_and_disease(report: BuildReport, gene: GeneProfile) -> None:
    said = [
        (one.hgvs_p, one.isoform, one.position, one.significance, one.origin, one.disease, one.unplaced)
        for one in of(report, gene, "summary.txt")
    ]
    assert said == [
        ("p.Thr244Ile", "P16871-1", 244, "benign", "germline", SCID, ""),
        ("p.Trp185Cys", "", None, "pathogenic", "germline", "", "residue 185 of P16871-1 is S, not W"),
    ]
    (refusal,) = file_of(report, "summary.txt").refusals
    assert (refusal.line, refusal.reason, refusal.detail) == (5, NO_GENE, "NCBIGene:999999")
    assert set(file_of(report, "summary.txt").reasons) == {
        ("filtered", "the same variant on another assembly", 1),
        ("filtered", "it names no change of a protein", 1),
        ("rejected", NO_GENE, 1),
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("sets.xml", [("p.Ile66Thr", 66, "pathogenic", "germline", SCID, "rs1494558", None)]),
        ("vcv.xml", [("p.Thr244Ile", 244, "benign", "germline", SCID, "rs6897932", None)]),
        ("csq.vcf", [("p.Thr244Ile", 244, "", "", "", "rs1", None)]),
        ("ann.vcf", [("p.Thr244Ile", 244, "", "", "", "", None), ("p.Thr244Ser", 244, "", "", "", "", None)]),
        ("humsavar.txt", [("p.Thr244Ile", 244, "likely-benign", "", "", "rs6897932", None)]),
        (
            "hotspots.txt",
            [("p.Thr244Ile", 244, "", "somatic", "", "", 4), ("p.Thr244Ala", 244, "", "somatic", "", "", 1)],
        ),
    ],
)
def test_variants_stand_on_the_protein_of_the_gene(
    report: BuildReport, gene: GeneProfile, name: str, expected: list[tuple[object, ...]]
) -> None:
    found = of(report, gene, name)
    assert [
        (one.hgvs_p, one.position, one.significance, one.origin, one.disease, one.dbsnp, one.count) for one in found
    ] == expected
    assert {(one.isoform, one.unplaced) for one in found} == {("P16871-1", "")}


def test_a_tumour_counts_once_and_rows_without_a_name_each(report: BuildReport, gene: GeneProfile) -> None:
    (found,) = of(report, gene, "mutations.maf")
    assert (found.hgvs_p, found.count) == ("p.Thr244Ile", 3)
    assert file_of(report, "mutations.maf").reasons == (("superseded", "another record says the same", 1),)


def test_diseases_stand_on_the_gene_with_what_each_source_says(report: BuildReport, gene: GeneProfile) -> None:
    key = {name: file_of(report, name).source.key for name in FILES}
    said = {one.disease.id: [(tie.kind, tie.source) for tie in one.associations] for one in gene.diseases}
    assert said == {
        SCID: [("mendelian", key["genes_to_disease.txt"]), ("implicated", key["mim2gene_medgen"])],
        "ORPHA:169154": [("germline", key["en_product6.xml"])],
    }
    (orpha,) = (one for one in gene.diseases if one.disease.id == "ORPHA:169154")
    assert orpha.associations[0].note == "loss of function"
    assert orpha.associations[0].publications == ("PMID:9843216", "PMID:11023514")
    with AtlasReader(report.path) as reader:
        assert [one.place.id for one in publication_profile(reader, "PMID:9843216").used_by] == [IL7R]


def test_the_disease_has_its_name_signs_and_number_in_medgen(report: BuildReport, disease: TermProfile) -> None:
    assert disease.name == "déficit en réceptor"
    assert [link.symbol for link in disease.genes] == ["IL7R"]
    assert [(one.name, one.phenotype.term, one.phenotype.frequency, one.phenotype.absent) for one in disease.signs] == [
        ("HP:0002719", "HP:0002719", "7/12", False),
        ("part", "HP:0000002", "", True),
    ]
    assert [(one.database, one.id) for one in disease.identifiers] == [("MedGen", "C1837028")]


def test_a_disease_without_a_gene_keeps_its_signs(report: BuildReport) -> None:
    with AtlasReader(report.path) as reader:
        found = disease_profile(reader, "OMIM:1")
    assert (found.name, [one.name for one in found.signs], found.genes) == ("nobody's disease", ["part"], ())
