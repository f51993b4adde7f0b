"""RIS, read back by rispy."""

import rispy
from hypothesis import given
from hypothesis import strategies as st

from atlasview.export.citations import citations_text
from atlasview.export.citations.reference import Kind, Reference
from atlasview.export.citations.ris import author_name
from tests.export.papers import TITLE, bare, odd_papers, paper, references, submission

TYPES = {
    Kind.ARTICLE: "JOUR",
    Kind.UNPUBLISHED: "UNPB",
    Kind.PATENT: "PAT",
    Kind.THESIS: "THES",
    Kind.OTHER: "GEN",
}
PLACES = dict.fromkeys(Kind, "secondary_title") | {
    Kind.UNPUBLISHED: "publisher",
    Kind.PATENT: "issn",
    Kind.THESIS: "publisher",
}


def read(papers):
    return rispy.loads(citations_text(papers, "ris"))


def expected(reference: Reference) -> dict:
    fields = {
        "type_of_reference": TYPES[reference.kind],
        "id": reference.id,
        "authors": [author_name(each) for each in reference.authors.listed],
        "title": reference.title,
        PLACES[reference.kind]: reference.journal,
        "year": "" if reference.year is None else str(reference.year),
        "volume": reference.volume,
        "number": reference.issue,
        "start_page": reference.first_page,
        "end_page": reference.last_page,
        "doi": reference.doi,
        "accession_number": reference.pmid,
        "name_of_database": "PubMed" if reference.pmid else "",
    }
    return {name: value for name, value in fields.items() if value}


def without_note(record: dict) -> dict:
    return {name: value for name, value in record.items() if name != "notes"}


def test_every_paper_of_the_starter_is_read_back_as_it_went_out(papers):
    listed = references(papers)
    records = read(papers)
    assert [without_note(record) for record in records] == [expected(each) for each in listed]
    assert [("notes" in record) for record in records] == [each.authors.shortened for each in listed]


def test_the_paper_that_described_il21():
    assert citations_text([paper()], "ris") == (
        "TY  - JOUR\n"
        "ID  - PMID:11081504\n"
        "AU  - Parrish-Novak, J.\n"
        "AU  - Dillon, S. R.\n"
        "AU  - Foster, D.\n"
        f"TI  - {TITLE.removesuffix('.')}\n"
        "T2  - Nature\n"
        "PY  - 2000\n"
        "VL  - 408\n"
        "SP  - 57\n"
        "EP  - 63\n"
        "DO  - 10.1038/35040504\n"
        "AN  - 11081504\n"
        "DB  - PubMed\n"
        "ER  - \n"
    )


def test_authors_that_the_source_leaves_out_are_a_note_and_no_author():
    (record,) = read([paper(authors=("Leonard WJ", "et al"))])
    assert record["authors"] == ["Leonard, W. J."]
    assert record["notes"] == ["The source lists the first authors only (et al.)."]


def test_names_with_particles_suffixes_and_groups():
    (record,) = read([paper(authors=("van Brunt A.", "Cameron R.P. Jr.", "DDD Study"))])
    assert record["authors"] == ["van Brunt, A.", "Cameron, R. P., Jr.", "DDD Study"]


def test_what_is_not_known_is_not_there():
    (record,) = read([bare(title="A title")])
    assert record == {"type_of_reference": "GEN", "id": "here:1", "title": "A title"}


def test_one_page_is_one_page():
    (record,) = read([paper(pages="1749-1749")])
    assert record["start_page"] == "1749"
    assert "end_page" not in record


@given(st.lists(odd_papers, max_size=4))
def test_odd_texts_are_read_back(papers):
    records = read(papers)
    assert [without_note(record) for record in records] == [expected(each) for each in references(papers)]


def test_the_same_papers_give_the_same_text(papers):
    assert citations_text(papers[:300], "ris") == citations_text(list(papers[:300]), "ris")


def test_what_is_in_no_journal_is_no_article_and_has_no_title_that_nobody_gave():
    thesis = submission(id="uniprot:P2.1", title="On it", journal="Thesis, University of Iowa, United States")
    records = read([submission(), thesis, submission(id="uniprot:P2.2", title="It", journal="Patent EP2440214")])
    assert [record["type_of_reference"] for record in records] == ["UNPB", "THES", "PAT"]
    assert [record.get("title", "") for record in records] == ["", "On it", "It"]
    assert records[0]["publisher"] == "Submitted to EMBL/GenBank/DDBJ databases"
    (listed,) = read([paper(title="PMID 11081504")])
    assert "title" not in listed and listed["type_of_reference"] == "JOUR"
