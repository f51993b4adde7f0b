"""Names of authors as sources write them, and which of them are no persons."""

import pytest
from hypothesis import given

from atlasview.export.citations.authors import Group, Person, parse_author, parse_authors
from tests.export.papers import odd_texts


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("Parrish-Novak J.", Person("Parrish-Novak", "J.")),
        ("Swain W.F.", Person("Swain", "W. F.")),
        ("van Brunt A.", Person("Brunt", "A.", "van")),
        ("de la Fuente C.", Person("Fuente", "C.", "de la")),
        ("Van Hul W.", Person("Van Hul", "W.")),
        ("Ploos van Amstel H.K.", Person("Ploos van Amstel", "H. K.")),
        ("ffrench-Constant C.", Person("ffrench-Constant", "C.")),
        ("Le Gall J.-Y.", Person("Le Gall", "J.-Y.")),
        ("Tin-Wollam A.-M.", Person("Tin-Wollam", "A.-M.")),
        ("St Clair D.", Person("St Clair", "D.")),
        ("St. Clair D.", Person("St. Clair", "D.")),
        ("Cameron R.P. Jr.", Person("Cameron", "R. P.", "", "Jr.")),
        ("Rauscher F.J. III", Person("Rauscher", "F. J.", "", "III")),
        ("O'Dell C.N.", Person("O'Dell", "C. N.")),
        ("Volkov Yu.A.", Person("Volkov", "Yu. A.")),
        ("Al-Rawi MA", Person("Al-Rawi", "M. A.")),
        ("Waal Malefyt R", Person("Waal Malefyt", "R.")),
        ("Camp DG 2nd", Person("Camp", "D. G.", "", "2nd")),
        ("Smith J. A.", Person("Smith", "J. A.")),
        ("Leonard, Warren J.", Person("Leonard", "Warren J.")),
        ("Darnell, J. E., Jr.", Person("Darnell", "J. E.", "", "Jr.")),
    ],
)
def test_a_person_has_a_family_name_and_initials(written, person):
    assert parse_author(written) == person


@pytest.mark.parametrize(
    "written",
    [
        "The MGC Project Team",
        "Infectious Mapping Project I-MAP",
        "UK Brain Expression Consortium",
        "University of Washington Centre for Mendelian Genomics",
        "C4RCD Research Group",
        "DDD Study",
        "Department of Genetics, University of Somewhere",
        "Plato",
        "Warren Leonard",
    ],
)
def test_what_is_not_surely_a_person_stays_as_it_is_written(written):
    assert parse_author(written) == Group(written)


@pytest.mark.parametrize("sign", ["et al", "et al.", "et. al.", "Et Al", "and others"])
def test_authors_left_out_are_no_author(sign):
    authors = parse_authors(["Leonard WJ", sign])
    assert authors.listed == (Person("Leonard", "W. J."),)
    assert authors.shortened


def test_authors_left_out_may_be_said_behind_the_last_name():
    authors = parse_authors(["Leonard WJ, et al."])
    assert authors.listed == (Person("Leonard", "W. J."),)
    assert authors.shortened


def test_a_whole_list_is_not_shortened():
    assert not parse_authors(["Metal A.", "Al B."]).shortened


@pytest.mark.parametrize(
    ("written", "initials"), [("Le Gall J.-Y.", "JY"), ("Volkov Yu.A.", "YuA"), ("Leonard, Warren J.", "WJ")]
)
def test_initials_are_letters_alone(written, initials):
    person = parse_author(written)
    assert isinstance(person, Person)
    assert person.initials == initials


@given(odd_texts)
def test_no_text_is_lost_or_refused(text):
    for author in parse_authors([text]).listed:
        name = author.name if isinstance(author, Group) else author.family
        assert name.strip()


def test_every_author_of_the_starter_is_a_person_or_a_known_group(papers):
    groups = {
        author.name for paper in papers for author in parse_authors(paper.authors).listed if isinstance(author, Group)
    }
    assert len(groups) == 10
    assert all(len(name.split()) > 1 for name in groups)
