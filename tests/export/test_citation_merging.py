"""Which papers are one, and what is known of them together."""

from atlasview.export.citations.merging import merged
from tests.export.papers import bare, paper, submission


def test_one_pmid_is_one_paper_and_gaps_are_filled():
    (one,) = merged([paper(doi="", pages=""), paper(id="DOI:10.1038/35040504", title="Other words")])
    assert (one.id, one.doi, one.pages) == ("PMID:11081504", "10.1038/35040504", "57-63")
    assert one.title.startswith("Interleukin 21")


def test_two_pmids_are_two_papers_whatever_else_agrees():
    assert len(merged([paper(), paper(id="PMID:2", pmid="2")])) == 2


def test_one_doi_is_one_paper_in_any_case_and_with_any_prefix():
    first = bare(id="a:1", doi="https://doi.org/10.1038/ABC", title="A title")
    assert len(merged([first, bare(id="a:2", doi="10.1038/abc", title="Another")])) == 1
    assert len(merged([first, bare(id="a:3", doi="10.1038/other", title="A title")])) == 2


def test_a_title_makes_one_paper_without_case_and_punctuation():
    assert (
        len(merged([bare(id="a:1", title="The γ chain: a review."), bare(id="a:2", title="The γ-chain - a Review")]))
        == 1
    )


def test_one_title_in_two_years_or_journals_is_two_papers():
    assert (
        len(merged([bare(id="a:1", title="Editorial", year=2001), bare(id="a:2", title="Editorial", year=2002)])) == 2
    )
    one = bare(id="a:1", title="Editorial", journal="Cell")
    assert len(merged([one, bare(id="a:2", title="Editorial", journal="Nature")])) == 2
    assert len(merged([one, bare(id="a:2", title="Editorial")])) == 1


def test_one_title_of_two_first_authors_is_two_papers():
    first = bare(id="a:1", title="Cloning of cDNAs", authors=("Ebert L.", "Schick M."), year=2004)
    assert len(merged([first, bare(id="a:2", title="Cloning of cDNAs", authors=("Halleck A.",), year=2004)])) == 2
    assert len(merged([first, bare(id="a:2", title="Cloning of cDNAs", authors=("Ebert, Lars",))])) == 1
    assert len(merged([first, bare(id="a:2", title="Cloning of cDNAs")])) == 1


def test_papers_without_title_are_one_only_by_their_identifier():
    assert len(merged([bare(id="a:1"), bare(id="a:2"), bare(id="a:1")])) == 2


def test_two_submissions_of_one_year_without_titles_are_two_and_have_none():
    both = [submission(authors=("Mural R.J.",)), submission(id="uniprot:P01308.8", authors=("Kalnine N.",))]
    kept = merged(both)
    assert [(each.authors[0], each.title) for each in kept] == [("Mural R.J.", ""), ("Kalnine N.", "")]


def test_a_paper_that_is_called_by_its_pmid_gets_the_title_of_its_duplicate():
    (one,) = merged([paper(title="PMID 11081504"), paper(id="x:1")])
    assert one.title == paper().title


def test_a_whole_list_of_authors_takes_the_place_of_a_shortened_one():
    (one,) = merged([paper(authors=("Parrish-Novak J", "et al")), paper(id="x:1")])
    assert one.authors == ("Parrish-Novak J.", "Dillon S.R.", "Foster D.")


def test_a_paper_that_joins_two_keys_is_found_by_both():
    chain = [bare(id="a:1", pmid="5"), bare(id="a:2", pmid="5", doi="10.1/x"), bare(id="a:3", doi="10.1/x", year=1999)]
    (one,) = merged(chain)
    assert (one.id, one.doi, one.year) == ("a:1", "10.1/x", 1999)


def test_the_starter_cites_each_paper_once(papers):
    assert len(merged(papers)) == len({each.id for each in papers})
