"""`atlasview export citations`: files that reference managers read, and lists of references."""

import json
from io import StringIO

import pytest
import rispy
from Bio import Medline

from atlasview.commands.options import form_of
from atlasview.export.citations.styles import style_names
from atlasview.export.formats import CITATION_KINDS, CITATIONS


def test_ris_is_what_is_written_where_nothing_else_is_asked(atlasview):
    answer = atlasview("export", "citations", "IL21")
    assert (answer.status, answer.err) == (0, "")
    records = rispy.loads(answer.out)
    assert "11081504" in [record.get("accession_number") for record in records]
    shown = atlasview("show", "IL21", "--section", "citations", "--json").document["citations"]
    assert len(records) == len(shown)


def test_of_several_genes_one_without_papers_is_left_out_and_said(atlasview):
    alone = atlasview("export", "citations", "IL21")
    answer = atlasview("export", "citations", "CXCL13", "IL21")
    assert (answer.status, answer.out) == (0, alone.out)
    assert answer.err == "atlasview: CXCL13 is left out: this atlas has no citations of CXCL13\n"
    assert atlasview("export", "citations", "CXCL13", "IL2RB").status == 1


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.bib", "@article{"),
        ("a.json", "[\n  {"),
        ("a.nbib", "PMID- "),
        ("a.medline", "PMID- "),
        ("a.txt", "1. "),
        ("a.x", "TY  - "),
    ],
)
def test_the_name_of_the_file_says_the_format(atlasview, tmp_path, name, begins):
    target = tmp_path / name
    answer = atlasview("export", "citations", "Q9HBE4", "-o", target)
    assert answer.status == 0
    assert f"wrote 9 citations ({CITATION_KINDS[form_of(target, CITATIONS, 'ris')][0]}) to {target}" in answer.err
    assert target.read_text(encoding="utf-8").startswith(begins)


def test_a_format_that_is_named_counts_more_than_the_name_of_the_file(atlasview, tmp_path):
    target = tmp_path / "a.txt"
    assert atlasview("export", "citations", "Q9HBE4", "--format", "CSL-JSON", "-o", target).status == 0
    assert json.loads(target.read_text(encoding="utf-8"))[0]["type"] == "article-journal"


def test_papers_of_several_places_are_written_once(atlasview):
    protein = atlasview("export", "citations", "Q9HBE4", "--format", "nbib").out
    assert atlasview("export", "citations", "Q9HBE4", "PMID:11081504", "--format", "nbib").out == protein
    assert len(list(Medline.parse(StringIO(protein)))) == 9


def test_a_paper_by_itself(atlasview):
    answer = atlasview("export", "citations", "PMID:11081504", "--style", "nature")
    assert answer.out == (
        "1. Parrish-Novak, J. et al. Interleukin 21 and its receptor are involved in NK cell expansion and regulation "
        "of lymphocyte function. Nature 408, 57–63 (2000).\n"
    )


def test_a_style_of_ones_own(atlasview, tmp_path):
    own = tmp_path / "own.csl"
    own.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Own</title>'
        '<link href="http://www.zotero.org/styles/nature" rel="independent-parent"/></info></style>',
        encoding="utf-8",
    )
    words = ["export", "citations", "PMID:11081504", "--style"]
    assert atlasview(*words, own).out == atlasview(*words, "nature").out


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["JAK3", "--format", "ris"], 1, "this atlas has no citations of JAK3"),
        (["JAK3"], 1, "open an atlas that holds its UniProt entry"),
        (["CL:0002038"], 1, "this atlas has no citations of"),
        (["IL21", "--style", "nonsense"], 1, "no citation style 'nonsense', choose from vancouver, ama"),
        (["IL21", "--style", "absent.csl"], 1, "the citation style cannot be read, absent.csl"),
        (["zzzzqq"], 1, "zzzzqq"),
        (["IL21", "--format", "endnote"], 2, "'endnote' is not one of ris, bibtex, csl-json, nbib, text"),
        (["IL21", "--format", "ris", "--style", "apa"], 2, "it is not an option of --format ris"),
        ([], 2, "see atlasview export citations --help"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line_and_the_old_file_stays(atlasview, tmp_path, words, status, told):
    target = tmp_path / "old.ris"
    target.write_text("old")
    answer = atlasview("export", "citations", *words, "-o", target)
    assert (answer.status, answer.out) == (status, "")
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert target.read_text() == "old"


def test_the_refusal_of_a_style_names_every_style(atlasview):
    told = atlasview("export", "citations", "IL21", "--style", "nonsense").err
    assert all(name in told for name in style_names())
