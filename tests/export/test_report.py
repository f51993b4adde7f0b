"""Reports: what a page says, as parts and as HTML that stands for itself."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from atlasview.export.document.gene import gene_document
from atlasview.export.report import page_report, report_html
from atlasview.export.report.parts import FigurePart, Heading, Table
from atlasview.export.sections import SECTIONS
from atlasview.export.text.page import page_text
from atlasview.records.trouble import NotFound
from tests.desktop.reading import read
from tests.export.profiles import gene

PLACES = ("IL21", "IL21-AS1", "P16871", "CL:0002038", "GO:0005125", "PMID:11081504")


class _Balance(HTMLParser):
    """Fails where a tag is left open, or closed without having been opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag, _attributes) -> None:
        if tag not in ("br",):
            self.open.append(tag)

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def report(qapp, atlas_path):
    return lambda place, *sections: page_report(read(atlas_path, place), sections)


@pytest.mark.parametrize("place", PLACES)
def test_every_section_has_its_heading_and_something_below_it(report, place):
    made = report(place)
    headings = [part.text for part in made.parts if isinstance(part, Heading) and part.level == 2]
    assert headings == [*(section.heading for section in SECTIONS[made.place.kind]), "Sources of this atlas"]
    for before, after in zip(made.parts, made.parts[1:], strict=False):
        assert not (isinstance(before, Heading) and isinstance(after, Heading) and before.level == after.level)
    assert not isinstance(made.parts[-1], Heading)


@pytest.mark.parametrize("place", PLACES)
def test_the_html_is_whole_and_needs_nothing_from_outside(report, place):
    text = report_html(report(place), lambda number, _drawing: f"<p>figure {number}</p>")
    balance = _Balance()
    balance.feed(text)
    assert balance.open == []
    assert not re.search(r"<(img|script|link|style|iframe)", text)


def test_one_section_alone_and_one_that_is_not_there(report):
    made = report("IL7R", "variants")
    assert [part.text for part in made.parts if isinstance(part, Heading)][1:] == ["Variants", "Sources of this atlas"]
    with pytest.raises(NotFound):
        report("GO:0005125", "variants")


def test_variants_on_paper_say_their_notes(report):
    table = next(part for part in report("TP53", "variants").parts if isinstance(part, Table))
    note = [column.title for column in table.columns].index("Note")
    assert any("germline mutation and in sporadic cancers" in str(row[note]) for row in table.rows)


def test_a_table_has_a_cell_for_each_column_and_no_column_without_values(report):
    for part in report("IL7R").parts:
        if isinstance(part, Table):
            assert {len(row) for row in part.rows} == {len(part.columns)}
            for at in range(len(part.columns)):
                assert any(row[at] != "–" for row in part.rows)


def test_a_gene_has_its_figures_no_wider_than_the_paper(report):
    drawings = [part.drawing for part in report("IL21").parts if isinstance(part, FigurePart)]
    names = [drawing.recipe["view"]["name"] for drawing in drawings]
    assert names == ["landscape", "domains", "expression", "expression"]
    assert {round(drawing.width_mm) for drawing in drawings} == {174}


def test_what_a_source_writes_cannot_become_markup(report):
    text = report_html(report("IL7R"), lambda *_: "")
    assert "-&gt;" in text
    assert "I -> T" not in text


@pytest.mark.parametrize(("place", "section"), [("IL7R", "cells"), ("CL:0000236", "genes")])
def test_scores_on_paper_say_what_they_rest_on(report, place, section):
    text = report_html(report(place, section), lambda number, _drawing: f"<p>figure {number}</p>")
    assert "Few genes: 19 of the 119 genes of this atlas have scores from 10x PBMC 68k, 700 cells." in text
    assert "All scores are pseudoreplicated: one donor" in text


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("pseudogene", "is a pseudogene"),
        ("ncRNA", "is a non-coding RNA gene"),
        ("RNA, cluster", "is an RNA gene cluster"),
    ],
)
def test_a_gene_that_makes_no_protein_is_said_to_make_none(kind, said):
    profile = gene()
    profile = replace(profile, gene=replace(profile.gene, locus_type=kind))
    body = report_html(page_report(profile, ["protein"]), lambda _number, _drawing: "")
    assert f"This gene makes no protein: TEST1 {said}. This is not a gap in the atlas." in body
    assert said in " ".join(page_text(profile, ["protein"]).split())
    assert "entries of UniProt" in page_text(gene(), ["protein"])


def test_a_gene_of_ncbi_alone_has_its_own_identifier():
    profile = gene()
    profile = replace(profile, gene=replace(profile.gene, id="NCBIGene:107985637"))
    (shown,) = (part for part in page_report(profile, ["identifiers"]).parts if _has_cell(part, "107985637"))
    assert len(shown.rows) == 1
    assert "NCBIGene  107985637" in page_text(profile, ["identifiers"])
    assert gene_document(profile)["identifiers"] == [
        {"database": "NCBIGene", "id": "107985637", "label": None, "source": "hgnc"}
    ]


def _has_cell(part, text: str) -> bool:
    return isinstance(part, Table) and any(text in cell for row in part.rows for cell in row)
