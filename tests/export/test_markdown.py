"""Markdown of articles as rich text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from atlasview.export.markdown import rich_text


def written(text: str) -> str:
    return rich_text(text, lambda said, target: f"<a {target}>{said}</a>", "margin:0")


def test_paragraphs_are_joined_lines():
    assert written("one\ntwo\n\nthree") == '<p style="margin:0">one two</p><p style="margin:0">three</p>'


def test_emphasis_and_code():
    assert written("*a* **b** `c<d`") == '<p style="margin:0"><i>a</i> <b>b</b> <code>c&lt;d</code></p>'


def test_a_star_between_numbers_is_no_emphasis():
    assert "<i>" not in written("2 * 3 * 4 and STAT5_A_B")


def test_links_go_to_the_caller_with_brackets_in_the_target():
    assert written("see [IL7](HGNC:6023).") == '<p style="margin:0">see <a HGNC:6023>IL7</a>.</p>'
    assert "<a DOI:10.1016/s0092(00)80337-1>x</a>" in written("[x](DOI:10.1016/s0092(00)80337-1)")


def test_lists_and_headings_of_the_third_level():
    assert written("- a\n- b\n  more").count("<li>") == 2
    assert "<li>b more</li>" in written("- a\n- b\n  more")
    assert written("1. a\n2. b").startswith("<ol")
    assert 'font-weight:600">Head</p>' in written("### Head\ntext")


def test_of_figures_the_caption_is_shown_and_nothing_is_fetched():
    text = written("![Where *it* lies](https://somewhere.example/a_(b).png) and ![](x.png)")
    assert "example" not in text and "<img" not in text and "<a" not in text
    assert ">Where <" not in text and "Figure: Where" in text and text.endswith("<i>Figure</i></p>")


def test_html_is_shown_and_not_obeyed():
    assert "<script>" not in written("<script>alert(1)</script> [<b>](HGNC:1)")


@given(st.text(alphabet="ab*_`[]()<&#- \n1.", max_size=60))
def test_no_text_opens_a_tag_of_its_own(text):
    tags = re.findall(r"<(/?)([a-z]+)", written(text))
    known = {"p", "b", "i", "code", "a", "ul", "ol", "li"}
    assert {name for _, name in tags} <= known
    assert sum(1 for closing, _ in tags if closing) * 2 == len(tags)
