"""Text for the terminal: paragraphs, tables, articles and references."""

import pytest

from atlasview.export.report.words import paper_line
from atlasview.export.text.layout import Column, facts, number, paragraph, table
from atlasview.export.text.papers import reference
from atlasview.export.text.prose import prose
from atlasview.export.text.protein import sequence_lines
from atlasview.records.publication import Publication
from tests.export.papers import paper, submission


def test_columns_are_aligned_and_numbers_stand_right():
    lines = table((Column("Cell"), Column("CSI", right=True)), [["a", "11.3"], ["long name", "2"]], 80)
    assert lines == ["Cell        CSI", "a          11.3", "long name     2"]


def test_a_cell_that_is_empty_is_a_dash_and_an_empty_column_is_left_out():
    lines = table((Column("A"), Column("B"), Column("C")), [["x", "", ""], ["", "", "y"]], 80)
    assert lines == ["A  C", "x  –", "–  y"]


def test_the_widest_column_that_wraps_gives_way_at_words():
    columns = (Column("Id"), Column("Name", wraps=True), Column("Note", wraps=True))
    lines = table(columns, [["HGNC:6005", "one two three four five six", "seven eight"]], 40)
    assert max(map(len, lines)) <= 40
    assert " ".join(" ".join(lines[1:]).split()).startswith("HGNC:6005 one two")
    assert {"one", "five", "six", "seven", "eight"} <= set(" ".join(lines).split())


def test_a_note_stands_below_its_row():
    lines = table((Column("A"),), [["x"], ["y"]], 30, notes=["", "words that are longer than one line is"])
    assert lines == ["A", "x", "y", "    words that are longer than", "    one line is"]


def test_facts_without_value_are_left_out():
    assert facts([("Name", "a b c"), ("Mass", ""), ("Id", "1")], 80) == ["Name  a b c", "Id    1"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "–"), (0.0, "0"), (11.3, "11.3"), (100.0, "100"), (1e-300, "1e-300"), (-0.25, "-0.25"), (12, "12")],
)
def test_numbers_are_short_and_missing_is_not_zero(value, text):
    assert number(value) == text


def test_a_word_longer_than_the_line_is_not_broken():
    assert paragraph("https://doi.org/10.1000/" + "x" * 40, 20) == ["https://doi.org/10.1000/" + "x" * 40]


def test_markdown_becomes_plain_text():
    article = (
        "**IL21** is made by [T follicular helper cells](CL:0002038), see [Parrish-Novak 2000](PMID:11081504)\n"
        "and [PMID:15207081](PMID:15207081).\n\n"
        "- first *item*\n  goes on\n- second_item with snake_case\n\n1. one"
    )
    assert prose(article, 200) == [
        "IL21 is made by T follicular helper cells, see Parrish-Novak 2000 [PMID:11081504] and PMID:15207081.",
        "",
        "• first item goes on",
        "• second_item with snake_case",
        "",
        "1. one",
    ]


def test_only_what_is_known_of_a_paper_is_written():
    short = Publication(
        "PMID:1", "1", "", "A title", ("Ab C.", "De F."), "J. Immunol.", None, "12", "", "1-9", None, "x"
    )
    assert reference(short) == "Ab C., De F. A title. J. Immunol. 12:1-9. PMID:1"
    bare = Publication("card:3", "", "", "", (), "", 1999, "", "", "", None, "x")
    assert reference(bare) == "(1999) card:3"


def test_a_reference_has_no_title_that_nobody_gave_and_one_page_once():
    sent = submission(authors=("Mural R.J.",))
    said = "Mural R.J. (2005) Submitted to EMBL/GenBank/DDBJ databases."
    assert reference(sent) == f"{said} {sent.id}"
    assert paper_line(sent).startswith("Mural R.J. (2005) <i>Submitted to EMBL/GenBank/DDBJ databases</i>.")
    once = paper(journal="Cell", volume="7", pages="112-112")
    assert "Cell 7:112. PMID" in reference(once)
    assert "</i> 7:112." in paper_line(once)


def test_residues_stand_in_blocks_of_ten_with_numbers_on_both_sides():
    assert sequence_lines("A" * 60 + "CDE") == [
        " 1 " + " ".join(["A" * 10] * 6) + " 60",
        "61 CDE 63",
    ]


def test_a_long_name_ends_its_lines_behind_its_signs() -> None:
    columns = (Column("File", wraps=True), Column("Read as", wraps=True), Column("Read", right=True))
    rows = [["ReactomePathwaysRelation.txt.gz", "Reactome's hierarchy (ReactomePathwaysRelation.txt)", "21,130"]]
    for width in (80, 60, 50, 44):
        lines = table(columns, rows, width)
        assert max(map(len, lines)) <= width
        said = "".join(line[: lines[0].index("Read as")].strip() for line in lines[1:])
        assert said == "ReactomePathwaysRelation.txt.gz"
    assert table(columns[:1], [["hgnc_complete_set.txt.gz"]], 20) == ["File", "hgnc_complete_set.", "txt.gz"]
    assert table(columns[:1], [["go-basic_subset_2020.obo.gz, and more words"]], 20) == [
        "File",
        "go-basic_subset_",
        "2020.obo.gz, and",
        "more words",
    ]


def test_words_are_not_broken_where_the_table_is_too_wide_all_the_same():
    columns = (Column("Cell type", wraps=True), Column("Identifier"), Column("Data set", wraps=True))
    row = ("hematopoietic precursor cell", "CL:0008001", "10x PBMC 68k, 700 cells")
    assert "hematopoietic" in " ".join(table(columns, [row], 30)).split()
    assert "hematopoieti" in " ".join(table((*columns[:2], Column("Set")), [(*row[:2], "x")], 29)).split()
