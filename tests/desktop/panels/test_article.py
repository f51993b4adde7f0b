"""Articles: where they come from, links by identifier, numbered references."""

from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from atlasview.desktop.fonts import pixel_size
from atlasview.desktop.panels.article import ArticlePanel
from atlasview.desktop.panels.exits import Exits, place_at
from atlasview.desktop.panels.references import References, authors_line, where_published
from atlasview.desktop.panels.rich_text import RichText
from atlasview.records.place import Kind


def shown(stage, theme, profile, articles=None):
    return stage.show(ArticlePanel(theme, Exits(), articles or profile.articles, profile.citations), 900, 700)


def banner(panel) -> str:
    return panel.findChildren(QLabel)[0].text()


def links(text: RichText) -> list[str]:
    found = []
    block = text.document().begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            href = fragments.fragment().charFormat().anchorHref()
            if href:
                found.append(href)
            fragments += 1
        block = block.next()
    return found


def test_the_banner_says_origin_date_language_and_references(stage, theme, gene):
    said = banner(shown(stage, theme, gene("IL21")))
    assert "Written by a machine, from cited facts." in said
    assert "English" in said
    assert "Last revised" in said
    assert "references, each cited by PMID or DOI" in said


def test_a_curated_text_says_so(stage, theme, gene):
    profile = gene("IL21")
    curated = replace(profile.articles[0], origin="curated")
    assert "Curated, in our own words." in banner(shown(stage, theme, profile, (curated,)))


def test_a_section_that_was_translated_says_so(stage, theme, gene):
    profile = gene("IL21")
    article = profile.articles[0]
    first = replace(article.sections[0], translated=True)
    panel = shown(stage, theme, profile, (replace(article, sections=(first, *article.sections[1:])),))
    assert "partly translated automatically" in banner(panel)
    assert "translated automatically" in panel.findChildren(RichText)[0].toPlainText()


def test_nothing_in_an_article_does_harm(stage, theme, gene):
    profile = gene("IL21")
    words = (
        '<script>alert(1)</script> <img src="https://x.example/a.png"> ![Seen](https://x.example/b.png) '
        "[a](javascript:alert(1)) [b](file:///etc/passwd) [c](place:gene:HGNC:1) "
        '[d](https://x.example/"onclick="y) [e](data:text/html,z)'
    )
    section = replace(profile.articles[0].sections[0], heading="<img src='https://x.example/c.png'>", text=words)
    panel = shown(stage, theme, profile, (replace(profile.articles[0], sections=(section,)),))
    text = panel.findChildren(RichText)[0]
    assert links(text) == ['https://x.example/"onclick="y']
    assert "<script>alert(1)</script>" in text.toPlainText()
    assert "<img src='https://x.example/c.png'>" in text.toPlainText()
    assert "Figure: Seen" in text.toPlainText()
    assert "￼" not in text.toPlainText()


def test_links_lead_to_places_and_papers_are_numbered_in_order(stage, theme, gene):
    panel = shown(stage, theme, gene("IL7R"))
    text, references = panel.findChildren(RichText)
    places = [place_at(link) for link in links(text)]
    assert None not in places
    assert {Kind.GENE, Kind.PUBLICATION, Kind.TERM} <= {place.kind for place in places}
    papers = list(dict.fromkeys(place.id for place in places if place.kind is Kind.PUBLICATION))
    assert len(papers) == references.toPlainText().count("\n1") or len(papers) > 10
    listed = [place_at(link).id for link in dict.fromkeys(links(references))]
    assert listed == papers


def test_lines_are_as_far_apart_as_the_design_says(stage, theme, gene):
    text = shown(stage, theme, gene("IL21")).findChildren(RichText)[0]
    spacing = text.document().begin().blockFormat().lineHeight()
    assert abs(spacing - 1.58 * pixel_size(theme.font("article"))) < 0.01


def test_the_text_is_no_wider_than_the_design_says(stage, theme, gene):
    panel = shown(stage, theme, gene("IL21"))
    assert all(text.width() <= theme.width("article-text-max") for text in panel.findChildren(RichText))


def test_references_are_counted_once_by_whichever_identifier():
    references = References(())
    assert [references.number(curie) for curie in ("PMID:1", "PMID:2", "PMID:1")] == [1, 2, 1]
    assert len(references) == 2


def test_a_doi_and_a_pmid_of_one_paper_have_one_number(gene):
    papers = gene("IL21").citations
    paper = next(paper.publication for paper in papers if paper.publication.pmid and paper.publication.doi)
    references = References(papers)
    assert references.number(f"DOI:{paper.doi}") == references.number(paper.id)


def test_papers_read_as_in_a_bibliography(gene):
    papers = {paper.publication.pmid: paper.publication for paper in gene("IL21").citations}
    found = papers["11081504"]
    assert authors_line(found) == "Parrish-Novak J., Dillon S.R. et al"
    assert where_published(found) == "Nature 408:57-63 (2000)"
    assert where_published(replace(found, pages="57-57")) == "Nature 408:57 (2000)"
    bare = replace(found, journal="", authors=("Leonard WJ", "et al"))
    assert where_published(bare) == "2000"
    assert authors_line(bare) == "Leonard WJ et al"


def test_the_menu_of_a_link_opens_it_or_copies_its_identifier(stage, theme, gene, qtbot):
    text = shown(stage, theme, gene("IL21")).findChildren(RichText)[0]
    link = next(link for link in links(text) if link.startswith("place:gene:"))
    actions = {action.text(): action for action in text.menu(link).actions()}
    identifier = place_at(link).id
    assert list(actions) == ["Open", "Open in a new tab", f"Copy {identifier}"]
    actions[f"Copy {identifier}"].trigger()
    assert QGuiApplication.clipboard().text() == identifier
    assert text.menu("").actions() == []
    text.selectAll()
    assert [action.text() for action in text.menu("").actions()] == ["Copy text"]
