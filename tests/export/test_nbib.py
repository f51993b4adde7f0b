"""PubMed's format, read back by Biopython."""

from io import StringIO

from Bio import Medline
from hypothesis import given
from hypothesis import strategies as st

from atlasview.export.citations import citations_text
from atlasview.export.citations.authors import Person
from atlasview.export.citations.nbib import author_name
from tests.export.papers import odd_papers, paper, references


def read(papers):
    return [dict(record) for record in Medline.parse(StringIO(citations_text(papers, "nbib")))]


def expected(reference) -> dict:
    title = reference.title
    doi = f"{reference.doi} [doi]" if reference.doi else ""
    record = {
        "PMID": reference.pmid,
        "VI": reference.volume,
        "IP": reference.issue,
        "DP": "" if reference.year is None else str(reference.year),
        "TI": title if not title or title[-1] in ".?!" else f"{title}.",
        "PG": reference.pages,
        "LID": doi,
        "AU": [author_name(each) for each in reference.authors.listed if isinstance(each, Person)],
        "CN": [each.name for each in reference.authors.listed if not isinstance(each, Person)],
        "TA": reference.journal if "." in reference.journal else "",
        "JT": reference.journal,
        "AID": [doi] if doi else [],
        "GN": ["The source lists the first authors only (et al.)."] if reference.authors.shortened else [],
    }
    return {tag: value for tag, value in record.items() if value}


def test_every_paper_of_the_starter_is_read_back_as_it_went_out(papers):
    assert read(papers) == [expected(each) for each in references(papers)]


def test_names_as_pubmed_writes_them():
    (record,) = read([paper(authors=("van Brunt A.", "Cameron R.P. Jr.", "Tsui L.-C.", "DDD Study"))])
    assert record["AU"] == ["van Brunt A", "Cameron RP Jr", "Tsui LC"]
    assert record["CN"] == ["DDD Study"]


def test_long_lines_are_continued_under_their_text():
    lines = citations_text([paper()], "nbib").splitlines()
    assert lines[3:5] == [
        "TI  - Interleukin 21 and its receptor are involved in NK cell expansion and regulation",
        "      of lymphocyte function.",
    ]


@given(st.lists(odd_papers, max_size=4))
def test_odd_texts_are_read_back(papers):
    known = [record for record in map(expected, references(papers)) if record]
    assert read(papers) == known
