"""Papers, interactions and scores of public files arrive on the genes that they are about."""

from pathlib import Path
from typing import Any

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.papers import titled
from atlasview.building.report import BuildReport
from atlasview.building.wish import Wish
from atlasview.export.document import document
from atlasview.export.text.build import build_text
from atlasview.records.publication import Publication
from tests.building.public_files import write_hgnc
from tests.sources.outcomes import written
from tests.sources.samples import ontology
from tests.sources.test_tables_in_any_shape import TABLES

NBIB = TABLES["medline"] + "\nPMID- 99\nTI  - About nothing here.\n"
COUNTS = "pmid,citation_count\n2317865,412\n"
RIS = TABLES["ris"].replace("PY  - ", "IS  - 6\nPY  - ")
GENES = "#tax_id\tGeneID\tPubMed_ID\n9606\t3575\t2317865\n9606\t3575\t777\n"
ALIASES = "#string_protein_id\talias\tsource\n9606.E1\tHGNC:6005\tHGNC_ID\n"
INFO = "#string_protein_id\tpreferred_name\n9606.E2\tIL7R\n"
LINKS = "protein1 protein2 database combined_score\n9606.E1 9606.E2 542 606\n9606.E2 9606.E1 542 606\n"
LINKS += "9606.E1 9606.E3 0 200\n"
SCORES = "gene\tcell_type\tcsi\nIL7R\tCL:0000001\t4.5\nIL7R\tCL:0009998\t1\n"


@pytest.fixture
def report(tmp_path: Path) -> BuildReport:
    files = tmp_path / "files"
    write_hgnc(files)
    for name, text in (
        ("papers.nbib", NBIB),
        ("counts.csv", COUNTS),
        ("one.ris", RIS),
        ("gene2pubmed", GENES),
        ("aliases.txt", ALIASES),
        ("info.txt", INFO),
        ("links.txt", LINKS),
        ("scores.tsv", SCORES),
        ("cl.obo", ontology("CL", "cl")),
    ):
        written(files, text, name)
    return build_from_files(find_inputs([str(files)]), Wish(tmp_path / "x.atlas", jobs=1))


def test_papers_are_merged_by_pmid_then_doi(report: BuildReport, tmp_path: Path) -> None:
    with AtlasReader(tmp_path / "x.atlas") as reader:
        papers = {one.publication.pmid: one.publication for one in gene_profile(reader, "HGNC:6024").citations}
    paper = papers["2317865"]
    assert (paper.title, paper.year, paper.volume, paper.issue, paper.cited_by) == (
        "Cloning of the réceptor of interleukin 7",
        1990,
        "60",
        "6",
        412,
    )
    assert papers["777"].title == "PMID 777"
    assert [(one.where, one.what) for one in check_atlas(tmp_path / "x.atlas")] == [
        ("ris", "this source states no licence"),
        ("significance", "this source states no licence"),
    ]


def test_a_paper_that_no_gene_is_tied_to_is_told(report: BuildReport) -> None:
    (file,) = (one for one in report.files if one.file == "papers.nbib")
    assert [(one.reason, one.detail) for one in file.refusals] == [("not tied to a gene", "PMID:99")]
    for one in report.files:
        source = one.source
        assert source.read == source.kept + source.rejected + source.filtered + source.superseded, one.file


def test_links_of_string_join_by_its_own_names(report: BuildReport, tmp_path: Path) -> None:
    with AtlasReader(tmp_path / "x.atlas") as reader:
        ((link, partner),) = gene_profile(reader, "HGNC:6024").interactions
    assert (partner.symbol, link.score, link.channels) == ("IL21", 0.606, (("databases", 0.542),))
    (file,) = (one for one in report.files if one.file == "links.txt")
    assert [one.detail for one in file.refusals] == ["STRING:9606.E3"]


def test_links_of_string_join_by_the_proteins_of_ensembl_in_their_names(tmp_path: Path) -> None:
    files = tmp_path / "files"
    write_hgnc(files)
    columns = "gene_stable_id transcript_stable_id protein_stable_id xref db_name info_type source_identity".split()
    proteins = (("ENSG00000168685", "ENSP00000306157", "3575"), ("ENSG00000138684", "ENSP00000264497", "59067"))
    rows = [f"{gene}\t-\t{protein}\t{ncbi}\tEntrezGene\t-\t-" for gene, protein, ncbi in proteins]
    written(files, "\n".join(("\t".join(columns), *rows, "")), "entrez.tsv")
    links = "protein1 protein2 combined_score\n9606.ENSP00000264497 9606.ENSP00000306157 606\n"
    written(files, links + "9606.ENSP00000264497 9606.ENSP00000999999 200\n", "links.txt")
    report = build_from_files(find_inputs([str(files)]), Wish(tmp_path / "x.atlas", jobs=1))
    assert [(one.source.kept, one.source.rejected) for one in report.files if one.file == "links.txt"] == [(1, 1)]
    with AtlasReader(tmp_path / "x.atlas") as reader:
        for gene, partner in (("HGNC:6024", "IL21"), ("HGNC:6005", "IL7R")):
            [(link, other)] = gene_profile(reader, gene).interactions
            assert (link.score, other.symbol) == (0.606, partner)


def test_a_score_of_an_unknown_cell_type_is_not_kept_by_the_context_that_it_names(tmp_path: Path) -> None:
    files = tmp_path / "files"
    write_hgnc(files)
    written(files, "gene\tcell_type\tcsi\nIL7R\tCL:0009998\t4.5\nIL21\tCL:0009998\t1\n", "scores.tsv")
    report = build_from_files(find_inputs([str(files)]), Wish(tmp_path / "x.atlas", jobs=1))
    (file,) = (one for one in report.files if one.file == "scores.tsv")
    assert (file.source.read, file.source.kept, file.source.rejected) == (2, 0, 2)
    assert {one.reason for one in file.refusals} == {"no such cell type"}


def test_scores_stand_on_the_gene_by_cell_type(report: BuildReport, tmp_path: Path) -> None:
    with AtlasReader(tmp_path / "x.atlas") as reader:
        profile = gene_profile(reader, "HGNC:6024")
    assert [(one.scores.cell_type, one.scores.csi) for one in profile.significance] == [("CL:0000001", 4.5)]


def test_an_interaction_says_how_it_was_found_and_by_whom(tmp_path: Path) -> None:
    files = tmp_path / "files"
    write_hgnc(files)
    cells = TABLES["mitab"].split("\t")
    cells[6], cells[8] = 'psi-mi:"MI:0018"(two hybrid)', "pubmed:11081504"
    other = "\t".join([*cells[:6], 'psi-mi:"MI:0096"(pull down)', *cells[7:]])
    written(files, "\t".join(cells) + "\t".join(cells) + other, "pairs.txt")
    report = build_from_files(find_inputs([str(files)]), Wish(tmp_path / "x.atlas", jobs=1))
    with AtlasReader(tmp_path / "x.atlas") as reader:
        profile = gene_profile(reader, "HGNC:6005")
    assert [(each.method, each.publications, partner.symbol) for each, partner in profile.interactions] == [
        ("pull down", ("PMID:11081504",), "IL7R"),
        ("two hybrid", ("PMID:11081504",), "IL7R"),
    ]
    assert [[use.scope for use in paper.uses] for paper in profile.citations] == [["interaction"]]
    (file,) = (one for one in report.files if one.file == "pairs.txt")
    assert (file.source.read, file.source.kept, file.source.superseded) == (3, 3, 0)
    said = document(profile)["interactions"][0]
    assert (said["method"], said["publications"]) == ("pull down", ["PMID:11081504"])
    assert not [one for one in check_atlas(tmp_path / "x.atlas") if "licence" not in one.what]


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ({"title": "A title."}, "A title."),
        ({"pmid": "777"}, "PMID 777"),
        ({"doi": "10.1/x", "id": "DOI:10.1/x"}, "DOI 10.1/x"),
        ({"id": "uniprot:P1.2"}, "Submitted to EMBL/GenBank/DDBJ databases (2003)"),
        ({"id": "uniprot:P1.2", "year": None}, "Submitted to EMBL/GenBank/DDBJ databases"),
        ({"id": "uniprot:P1.2", "journal": ""}, "uniprot P1.2"),
    ],
)
def test_a_paper_without_a_title_is_called_by_what_people_know_of_it(given: dict[str, Any], title: str) -> None:
    told = {"id": "PMID:777", "title": "", "pmid": "", "doi": "", "authors": (), "volume": "", "issue": "", "pages": ""}
    where = {"journal": "Submitted to EMBL/GenBank/DDBJ databases", "year": 2003, "cited_by": None, "source": "uniprot"}
    assert titled(Publication(**{**told, **where, **given})) == title


@pytest.mark.parametrize(("companion", "told"), [("", True), ("info.txt", False)])
def test_links_of_string_without_its_names_say_which_file_is_missing(
    tmp_path: Path, companion: str, told: bool
) -> None:
    files = tmp_path / "files"
    write_hgnc(files)
    written(files, LINKS, "links.txt")
    if companion:
        written(files, INFO, companion)
    report = build_from_files(find_inputs([str(files)]), Wish(tmp_path / "x.atlas", jobs=1))
    remarks = {file.file: file.remarks for file in report.files}
    said = ("hand in STRING's protein.aliases or protein.info too: what the records speak of stands there",)
    assert remarks["links.txt"] == (said if told else ())


def test_reactomes_relations_without_its_pathways_say_which_file_is_missing(tmp_path: Path) -> None:
    files = tmp_path / "files"
    write_hgnc(files)
    written(files, "R-HSA-1\tR-HSA-2\nR-HSA-1\tR-HSA-3\n", "relations.txt")
    one, two = tmp_path / "one.atlas", tmp_path / "two.atlas"
    report = build_from_files(find_inputs([str(files)]), Wish(one, jobs=1))
    (relations,) = (file for file in report.files if file.file == "relations.txt")
    assert (relations.source.rejected, relations.remarks) == (
        2,
        ("hand in ReactomePathways.txt too: what the records speak of stands there",),
    )
    assert "hand in ReactomePathways.txt too" in " ".join(build_text(report).split())
    names = written(files, "".join(f"R-HSA-{n}\tpathway {n}\tHomo sapiens\n" for n in (1, 2, 3)), "names.txt")
    build_from_files(find_inputs([str(names)]), Wish(two, add_to=one, jobs=1))
    again = find_inputs([str(files / "relations.txt")])
    (added,) = build_from_files(again, Wish(tmp_path / "three.atlas", add_to=two, jobs=1)).files
    assert (added.source.kept, added.remarks) == (2, ())


@pytest.mark.parametrize("kind", ["ccds", "uniprot-idmapping"])
def test_what_stands_on_proteins_says_that_entries_are_missing(tmp_path: Path, kind: str) -> None:
    texts = {"ccds": TABLES["ccds"], "uniprot-idmapping": "P16871\tGI\t1\nP16871\tRefSeq\tNP_002176.2\n"}
    files = tmp_path / "files"
    genes = write_hgnc(files)
    given = [str(genes), f"{kind}={written(files, texts[kind], 'table.txt')}"]
    report = build_from_files(find_inputs(given), Wish(tmp_path / "x.atlas", jobs=1))
    remarks = {file.file: file.remarks for file in report.files}
    assert remarks["table.txt"] == ("hand in entries of UniProt too: what the records speak of stands there",)
