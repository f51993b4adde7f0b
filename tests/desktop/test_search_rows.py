from dataclasses import replace

import pytest

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import search
from atlasview.atlas.suggestions import suggestions
from atlasview.bundled import starter_atlas
from atlasview.desktop.navigation import History, now_visited
from atlasview.desktop.search_rows import (
    column_rows,
    hit_rows,
    is_ambiguous,
    shortened,
    side_rows,
    start_rows,
)
from atlasview.records.hit import Hit, Match, SearchResult
from atlasview.records.place import Kind, Place, Residues


@pytest.fixture(scope="module")
def reader():
    with AtlasReader(starter_atlas()) as reader:
        yield reader


def alias(gene, text, match=Match.ALIAS):
    return Hit(Kind.GENE, gene, gene, "a gene", "", match, text, f"alias {text}")


def test_groups_come_in_the_order_of_their_best_hits(reader):
    result = search(reader, "il7", 50)
    rows = hit_rows(result)
    heads = [row.strong for row in rows if row.head]
    assert heads[0] == "Genes" and len(heads) == len(set(heads))
    assert rows[1].strong == result.hits[0].symbol
    assert [row.value for row in rows if isinstance(row.value, Place) and row.value.kind is Kind.GENE] == [
        hit.place for hit in result.hits if hit.kind is Kind.GENE
    ]


def test_every_hit_is_one_row_with_its_reason(reader):
    result = search(reader, "cd127", 50)
    rows = [row for row in hit_rows(result) if not row.head]
    assert len(rows) == len(result.hits)
    assert rows[0].strong == "IL7R"
    assert "alias" in rows[0].right and "CD127" in rows[0].right


def test_a_residue_leads_to_the_section_of_the_protein(reader):
    hit = search(reader, "IL7R p.S185C", 5).hits[0]
    assert hit.place == Place(Kind.GENE, "HGNC:6024", "IL7R", "Protein", Residues(185, 185))


def test_a_name_of_several_things_asks(reader):
    result = SearchResult("p40", (alias("A", "p40"), alias("B", "p40")))
    assert is_ambiguous(result)
    assert "Which one?" in hit_rows(result)[0].strong
    assert hit_rows(result)[0].head


@pytest.mark.parametrize(
    "hits",
    [
        (),
        (alias("A", "p40"),),
        (alias("A", "p40", Match.SYMBOL), alias("B", "p40")),
        (alias("A", "p40", Match.PREVIOUS_SYMBOL), alias("B", "p40")),
        (alias("A", "p40"), alias("B", "P-40")),
        (alias("A", "p40", Match.PREFIX), alias("B", "p40", Match.PREFIX)),
    ],
)
def test_a_name_with_one_best_meaning_does_not_ask(hits):
    assert not is_ambiguous(SearchResult("p40", hits))


def test_names_that_are_alike_only_when_normalised_ask_too():
    assert is_ambiguous(SearchResult("P.40", (alias("A", "p40"), alias("B", "P-40"))))


def test_the_side_panel_calls_a_paper_by_author_and_year(reader):
    result = search(reader, "pmid:11081504", 5)
    row = side_rows(result.hits, reason=True)[0]
    assert row.strong == result.hits[0].detail.split(" · ")[0]
    assert row.below == result.hits[0].name


def test_suggestions_say_what_they_are(reader):
    rows = side_rows(suggestions(reader), reason=False)
    assert len(rows) >= 3
    assert not any(row.head for row in rows)
    assert {"gene"} <= {row.right for row in rows}


def test_an_empty_field_offers_recent_pages_else_suggestions(reader):
    history = History()
    hits = suggestions(reader)
    assert start_rows(history, hits)[0].strong == "Worth a first look"
    for hit in hits[:3]:
        history.visit(now_visited(hit.place, hit.symbol or hit.name, hit.name))
    rows = start_rows(history, hits)
    assert rows[0].strong == "Recent"
    assert [row.value for row in rows[1:]] == [hit.place for hit in reversed(hits[:3])]


def test_the_column_offers_forms_that_find_something(reader):
    forms = [row.strong for row in column_rows(History()) if row.fixed]
    assert len(forms) >= 5
    for form in forms:
        assert search(reader, form, 5).hits, form


def test_what_was_typed_fits_into_a_message():
    assert shortened("  a\n b ") == "a b"
    assert len(shortened("x" * 5000)) == 40


def test_rows_speak(reader):
    row = hit_rows(search(reader, "IL21", 5))[1]
    assert row.spoken.startswith("IL21 interleukin 21")
    assert replace(row, plain="", below="", right="").spoken == "IL21"
