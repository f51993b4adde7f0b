"""BibTeX, read back by bibtexparser with its LaTeX decoded."""

import re
from functools import cache

import bibtexparser
import pytest
from bibtexparser import middlewares
from hypothesis import example, given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from atlasview.export.citations import citations_text
from atlasview.export.citations.authors import Group
from atlasview.export.citations.bibtex import citation_key
from atlasview.export.citations.latex import latex, latex_title
from atlasview.export.citations.reference import Kind, Reference, reference
from tests.export.papers import bare, odd_papers, paper, references, submission

DECODER = LatexNodes2Text()
PLACES = {Kind.ARTICLE: "journal", Kind.UNPUBLISHED: "note"}


def entry_type(reference: Reference) -> str:
    if reference.kind is Kind.UNPUBLISHED and reference.title:
        return "unpublished"
    return "article" if reference.kind is Kind.ARTICLE and reference.journal else "misc"


@pytest.fixture(scope="module")
def entries(papers):
    """Every paper of the starter, read back."""
    return read(papers)


def read(papers):
    library = bibtexparser.parse_string(citations_text(papers, "bibtex"), append_middleware=[])
    assert library.failed_blocks == []
    return library.entries


def fields(entry) -> dict[str, str]:
    return {field.key: field.value for field in entry.fields}


@cache
def decoded(value: str) -> str:
    return DECODER.latex_to_text(value).replace("ˆ", "^")


def parts(name: str):
    return middlewares.names.parse_single_name_into_parts(name)


def expected(reference: Reference) -> dict[str, str]:
    known = {
        "title": reference.title,
        PLACES.get(reference.kind, "howpublished"): reference.journal,
        "year": "" if reference.year is None else str(reference.year),
        "volume": reference.volume,
        "number": reference.issue,
        "pages": "–".join(page for page in (reference.first_page, reference.last_page) if page),
        "doi": reference.doi,
        "pmid": reference.pmid,
    }
    return {name: value for name, value in known.items() if value}


def test_every_paper_of_the_starter_is_read_back_as_it_went_out(papers, entries):
    listed = references(papers)
    assert len(entries) == len(listed)
    for entry, each in zip(entries, listed, strict=True):
        got = {name: value if name == "doi" else decoded(value) for name, value in fields(entry).items()}
        got.pop("author", None)
        assert got == expected(each)
        assert entry.entry_type == entry_type(each)


def test_every_author_of_the_starter_is_read_back(papers, entries):
    for entry, each in zip(entries, references(papers), strict=True):
        written = middlewares.names.split_multiple_persons_names(fields(entry).get("author", ""))
        if each.authors.shortened:
            assert written.pop() == "others"
        assert len(written) == len(each.authors.listed)
        for name, author in zip(written, each.authors.listed, strict=True):
            if isinstance(author, Group):
                assert decoded(name) == author.name
                continue
            got = parts(name)
            assert decoded(" ".join((*got.von, *got.last))) == author.surname
            assert " ".join(got.von) == author.particle
            assert " ".join(got.first) == author.given
            assert " ".join(got.jr) == author.suffix


def test_keys_are_ascii_unique_and_stay_the_same(papers, entries):
    keys = [entry.key for entry in entries]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[A-Za-z0-9_]+", key) for key in keys)
    assert keys[5] == read([papers[5]])[0].key


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({}, "ParrishNovak2000_11081504"),
        ({"authors": ("Müller-Lüdenscheidt Ø.",)}, "MullerLudenscheidt2000_11081504"),
        ({"authors": ("van Brunt A.",), "year": None}, "vanBrunt_11081504"),
        ({"authors": (), "pmid": "", "id": "DOI:10.1/x-y"}, "2000_101xy"),
        ({"authors": ("李 明",), "pmid": "", "id": "日本:語", "year": None}, "reference"),
    ],
)
def test_a_key_says_who_and_when_as_far_as_known(changes, key):
    assert citation_key(reference(paper(**changes))) == key


def test_two_papers_never_share_a_key():
    entries = read([bare(id="日:1", title="a"), bare(id="語:1", title="b"), bare(id="c:1", title="c", authors=("1",))])
    assert [entry.key for entry in entries] == ["1", "1_2", "1_1"]


def test_authors_left_out_are_others():
    (entry,) = read([paper(authors=("Leonard WJ", "et al"))])
    assert fields(entry)["author"] == "Leonard, W. J. and others"


def test_a_group_and_a_name_with_words_in_small_letters_are_in_braces():
    (entry,) = read([paper(authors=("DDD Study", "Ploos van Amstel H.K.", "van Brunt A.", "Cameron R.P. Jr."))])
    assert fields(entry)["author"] == (
        "{DDD Study} and {Ploos van Amstel}, H. K. and van Brunt, A. and Cameron, Jr., R. P."
    )


def test_words_with_capitals_keep_them():
    assert latex_title("Tyrosine kinase of CFTR and mRNA") == "Tyrosine kinase of {CFTR} and {mRNA}"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("50% & #1_a $", r"50\% \& \#1\_a \$"),
        ("TGF-{beta}", r"TGF-$\lbrace$beta$\rbrace$"),
        ("Val-->Ile", "Val-{}-$>$Ile"),
        ("a\\b^c~d", r"a\textbackslash{}b\textasciicircum{}c\textasciitilde{}d"),
    ],
)
def test_signs_of_latex_print_as_themselves(text, written):
    assert latex(text) == written


def test_a_doi_with_odd_signs_is_verbatim():
    doi = "10.1002/(sici)1098-1004(1996)7:4<376::aid-humu18>3.0.co;2-#"
    assert fields(read([paper(doi=doi)])[0])["doi"] == doi


@given(st.lists(odd_papers, max_size=4))
@example([paper(title="an { open brace", journal="a } closing one", authors=("} and {",))])
def test_odd_texts_leave_the_file_readable(papers):
    entries = read(papers)
    assert len(entries) == len(references(papers))
    for entry, each in zip(entries, references(papers), strict=True):
        assert fields(entry).get("year", "") == ("" if each.year is None else str(each.year))
        assert fields(entry).get("doi", "") == each.doi
        assert set(fields(entry)) - {"author"} == set(expected(each))


def test_a_submission_is_unpublished_and_says_where_it_lies():
    titled, untitled = read([submission(title="A gene"), submission(id="uniprot:P01308.8")])
    sent = "Submitted to EMBL/GenBank/DDBJ databases"
    assert (titled.entry_type, untitled.entry_type) == ("unpublished", "misc")
    assert (fields(titled)["note"], fields(untitled)["note"]) == (sent, sent)
    assert "title" not in fields(untitled)
