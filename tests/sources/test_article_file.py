"""Articles of a person's own."""

from pathlib import Path

import pytest

from atlasview.records.article import Article
from atlasview.records.publication import Citation, Publication
from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import outcomes, written

FRONT = """+++
gene = "IL7R"
title = "The receptor of IL7: a card"
language = "en"
authors = ["A. Writer", "B. Other"]
affiliation = "A laboratory"
published = 2026-01-02
revised = "2026-03"
licence = "CC-BY-4.0"
"""
TEXT = """
Before the first heading.

## Summary

Told by [Goodwin](PMID:2317865) and again ([Goodwin](PMID:2317865)); see [X](DOI:10.1016/S0092(00)80337-1).

![Where it lies](https://somewhere.example/figure.png)

## Disease

Also [Goodwin](PMID:2317865), not [this](PMID:none).
"""
ARTICLE = f'{FRONT}translated = ["Disease"]\nmood = "good"\n+++\n{TEXT}'


def test_an_article_with_its_papers(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, ARTICLE))
    assert (found.format, found.file.date, found.file.licence) == ("article", "2026-03", "CC-BY-4.0")
    (article,) = found.of(Article)
    assert (article.id, article.gene) == ("article:IL7R:the-receptor-of-il7-a-card:en", "symbol:IL7R")
    assert (article.origin, article.authors) == ("imported", ("A. Writer", "B. Other"))
    assert (article.affiliation, article.published, article.revised) == ("A laboratory", "2026-01-02", "2026-03")
    assert [(one.heading, one.translated) for one in article.sections] == [
        ("", False),
        ("Summary", False),
        ("Disease", True),
    ]
    assert article.sections[1].captions() == ("Where it lies",)
    assert "[X](DOI:10.1016/s0092(00)80337-1)." in article.sections[1].text
    assert [paper.id for paper in found.of(Publication)] == ["PMID:2317865", "DOI:10.1016/s0092(00)80337-1"]
    assert [(one.publication, one.scope) for one in found.of(Citation)] == [
        ("PMID:2317865", "Summary; Disease"),
        ("DOI:10.1016/s0092(00)80337-1", "Summary"),
    ]
    assert {one.subject for one in found.of(Citation)} == {article.id}
    assert found.file.remarks == ["the front matter says more than an article has: mood"]


def test_a_later_revision_takes_the_place_of_the_article(tmp_path: Path) -> None:
    older, newer = (
        outcomes(written(tmp_path, f"{text}+++\n{TEXT}")).taken[0] for text in (FRONT, FRONT.replace("-03", "-04"))
    )
    assert older.key == newer.key
    assert older.version < newer.version


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('gene = "IL7R"\n', "", "does not say gene"),
        ('"IL7R"', '"what is this"', "no identifier or symbol of a gene"),
        ('"en"', '"English"', "no code of a language"),
        ("2026-01-02", '"last year"', "published 'last year' is no date"),
        ('["A. Writer", "B. Other"]', "{ first = 1 }", "no list of names"),
        ('["Disease"]', '["Treatment"]', "translated names Treatment, which no section is called"),
        ('["Disease"]', "7", "translated of the front matter is neither"),
        ("title = ", "title : ", "is not TOML"),
        ("mood =", 'origin = "dreamt"\nmood =', "origin 'dreamt' is none of"),
        ("mood =", 'id = "my own"\nmood =', "id 'my own' does not begin with article:"),
        ("+++\n\nBefore", "\n\nBefore", "no front matter between two lines"),
        (TEXT, "\n", "the article has no text"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(tmp_path: Path, old: str, new: str, reason: str) -> None:
    assert old in ARTICLE
    with pytest.raises(InputRefused, match=reason) as trouble:
        outcomes(written(tmp_path, ARTICLE.replace(old, new, 1)))
    assert "+++" in trouble.value.remedy


def test_front_matter_between_dashes_is_told_how_it_is_written_here(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="no front matter between two lines"):
        outcomes(written(tmp_path, "---\ntitle: x\ngene: IL7R\n---\ntext\n"))
