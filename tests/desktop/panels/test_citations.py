"""Citations: what they are used for, and the years that filter them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from atlasview.desktop.panels.citations import COLUMNS, CitationsPanel, used_for
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.wording import in_small_letters
from atlasview.desktop.panels.year_histogram import YearHistogram
from tests.desktop.showing import settle

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(stage, theme, gene):
    return stage.show(CitationsPanel(theme, Exits(), gene("IL7R").citations), 1000, 700)


def years(panel) -> set[int | None]:
    return {paper.publication.year for paper in panel.table.records_model.records()}


def column(title: str):
    return next(column for column in COLUMNS if column.title == title)


def test_columns_lead_to_the_paper_and_to_doi_org(gene):
    papers = {paper.publication.pmid: paper for paper in gene("IL21").citations}
    paper = papers["11081504"]
    assert column("PMID").target(paper) == "place:publication:PMID:11081504"
    assert column("Title").target(paper) == "place:publication:PMID:11081504"
    assert column("DOI").target(paper) == "https://doi.org/10.1038/35040504"
    assert column("Year").sort_key(paper) == 2000
    assert used_for(paper).startswith("Nucleotide sequence [mRNA] (isoform 1), function")


def test_papers_are_used_for_each_thing_once(gene):
    for paper in gene("TP53").citations:
        said = used_for(paper)
        assert all(said.count(in_small_letters(use.scope)) == 1 for use in paper.uses)
        assert not said.isupper()


def test_the_table_says_how_often_papers_are_cited(panel):
    cited = [paper for paper in panel.table.records_model.records() if paper.publication.cited_by is not None]
    assert cited
    panel.table.sort_by(len(COLUMNS) - 1, Qt.SortOrder.DescendingOrder)
    first = panel.table.records_model.record(0)
    assert first.publication.cited_by == max(paper.publication.cited_by for paper in cited)


def test_a_drag_over_years_filters_and_a_click_lifts_it(panel):
    everything = panel.table.records_model.rowCount()
    chart = panel.histogram
    QTest.mousePress(chart, LEFT, pos=chart._bar(2006).center())
    QTest.mouseMove(chart, chart._bar(2013).center())
    settle()
    chart.choose((2006, 2013))
    QTest.mouseRelease(chart, LEFT, pos=chart._bar(2013).center())
    assert years(panel) <= set(range(2006, 2014))
    assert 0 < panel.table.records_model.rowCount() < everything
    chart.choose(None)
    assert panel.table.records_model.rowCount() == everything


def test_a_click_chooses_one_year(panel):
    chart = panel.histogram
    QTest.mouseClick(chart, LEFT, pos=chart._bar(2004).center() + QPoint(0, 0))
    assert years(panel) == {2004}
    QTest.mouseClick(chart, LEFT, pos=chart._bar(2004).center())
    assert len(years(panel)) > 1


def test_arrow_keys_choose_years_and_escape_lifts_them(panel, qtbot):
    chart = panel.histogram
    chart.setFocus()
    with qtbot.waitSignal(chart.status) as said:
        QTest.keyClick(chart, Qt.Key.Key_Right)
    first = min(chart._counts)
    assert said.args[0].startswith(f"{first} chosen:")
    QTest.keyClick(chart, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(chart, Qt.Key.Key_Right, SHIFT)
    assert years(panel) <= {first, first + 1, first + 2}
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert len(years(panel)) > 3


def test_words_and_years_filter_together(panel):
    panel.histogram.choose((2004, 2013))
    panel.table.records_model.set_filter("leukemia")
    found = panel.table.records_model.records()
    assert found
    assert all(2004 <= paper.publication.year <= 2013 for paper in found)


def test_few_papers_need_no_histogram(stage, theme, gene):
    panel = stage.show(CitationsPanel(theme, Exits(), gene("IL21").citations[:4]), 900, 400)
    assert panel.histogram is None


def test_a_range_ends_at_the_years_there_are(theme, stage):
    chart = stage.show(YearHistogram(theme, [1990, 2000, 2000]), 500, 120)
    seen: list[object] = []
    chart.chosen.connect(seen.append)
    chart.choose((1900, 1995))
    chart.choose((2500, 1995))
    assert seen == [(1990, 1995), (1995, 2000)]
