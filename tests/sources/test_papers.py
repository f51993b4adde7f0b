"""References of PubMed, RIS and tables of counts: details of papers, never their abstracts."""

import csv
import gzip
from pathlib import Path

import pytest
from Bio import Medline

from atlasview.records.publication import Citation
from atlasview.records.trouble import InputRefused
from tests.conftest import SHARED
from tests.sources.outcomes import outcomes, told, written
from tests.sources.samples import PUBMED_XML
from tests.sources.test_tables_in_any_shape import TABLES

LITERATURE = SHARED / "data" / "literature"
IL7R = "10.1016/0092-8674(90)90342-c"


def test_gene2pubmed_ties_a_paper_to_a_gene_and_leaves_other_organisms(tmp_path: Path) -> None:
    rows = "9606\t3575\t2317865\n10090\t16197\t1\n9606\t3575\tx\n"
    found = outcomes(written(tmp_path, f"#Format: tax_id GeneID PubMed_ID (tab is used as a separator)\n{rows}"))
    assert found.format == "gene2pubmed"
    assert found.of(Citation) == [Citation("NCBIGene:3575", "PMID:2317865", "", "here")]
    assert [(one.line, one.reason) for one in found.filtered] == [(3, "another organism")]
    assert [(one.line, one.reason, one.detail) for one in found.rejected] == [(4, "no gene or no PMID", "3575 x")]


@pytest.mark.parametrize("text", [TABLES["medline"], PUBMED_XML])
def test_details_of_a_paper_without_its_abstract(tmp_path: Path, text: str) -> None:
    (paper,) = outcomes(written(tmp_path, text)).records
    assert (paper.id, paper.doi, paper.year, paper.volume, paper.pages) == (
        "PMID:2317865",
        IL7R,
        1990,
        "60",
        "941-51",
    )
    assert paper.authors[0] == "Goodwin RG"
    assert paper.title.startswith("Cloning of the ")
    assert "taken" not in repr(paper)


def test_ris_is_known_by_its_doi_and_rejected_without_an_identifier_or_an_end(tmp_path: Path) -> None:
    text = TABLES["ris"] + "TY  - JOUR\nTI  - Nobody's\nER  - \nTY  - JOUR\nTI  - Cut off\n"
    found = outcomes(written(tmp_path, text))
    assert [(one.id, one.pages, one.year) for one in found.records] == [(f"DOI:{IL7R}", "941-951", 1990)]
    assert [(one.line, one.reason, one.detail) for one in found.rejected] == [
        (9, "a paper without PMID and DOI", "Nobody's"),
        (12, "the reference has no end (ER)", "Cut off"),
    ]


def test_citation_counts_with_commas_in_quotes(tmp_path: Path) -> None:
    rows = '2317865,"Cloning, of it",12\n1,x,many\n,x,3\n'
    found = outcomes(written(tmp_path, f"pmid,title,citation_count\n{rows}"))
    assert [(one.id, one.title, one.cited_by) for one in found.records] == [("PMID:2317865", "Cloning, of it", 12)]
    assert [one.reason for one in found.rejected] == ["the number of citations is no whole number", "no PMID"]


def test_a_list_of_numbers_is_refused_with_what_to_hand_in_instead(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="says nothing of them"):
        outcomes(written(tmp_path, "2317865\n11081504\n"))


def test_entities_of_its_own_are_refused(tmp_path: Path) -> None:
    bad = PUBMED_XML.replace("?>\n", '?>\n<!DOCTYPE PubmedArticleSet [<!ENTITY a "b">]>\n', 1)
    with pytest.raises(InputRefused, match="entities of its own"):
        outcomes(written(tmp_path, bad))


@pytest.mark.shared
@pytest.mark.parametrize("name", ["pubmed_result1.nbib", "pubmed_result2.nbib", "pubmed_result3.nbib"])
def test_medline_is_read_as_biopython_reads_it(name: str) -> None:
    with (LITERATURE / name).open(encoding="utf-8") as file:
        expected = list(Medline.parse(file))
    found = outcomes(LITERATURE / name).records
    assert [
        (one.pmid, one.title, list(one.authors), one.journal, one.volume, one.issue, one.pages) for one in found
    ] == [
        (one["PMID"], one["TI"].rstrip("."), one["AU"], one["TA"], one["VI"], one.get("IP", ""), one["PG"])
        for one in expected
    ]


@pytest.mark.shared
def test_all_papers_of_real_xml_are_read() -> None:
    name = "medline_pancreatic_cancer_100.xml.gz"
    found = outcomes(LITERATURE / name)
    raw = gzip.decompress((LITERATURE / name).read_bytes()).decode()
    assert len(found.records) == raw.count("<PubmedArticle>") == 100
    assert all(paper.title and paper.journal and paper.year for paper in found.records)
    assert told(LITERATURE / "pubmed_result_pmids.txt") == "pmid-list"


def test_counts_agree_with_another_reader(tmp_path: Path) -> None:
    path = written(tmp_path, TABLES["citation-counts"])
    with path.open(encoding="utf-8", newline="") as file:
        expected = {row["pmid"]: int(row["citation_count"]) for row in csv.DictReader(file, delimiter="\t")}
    assert {one.pmid: one.cited_by for one in outcomes(path).records} == expected
