"""Lists of references in citation styles."""

import re
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlasview.bundled import resource
from atlasview.export.citations import citations_text, papers
from atlasview.export.citations.merging import merged
from atlasview.export.citations.styles import find_style, style_names
from atlasview.records.trouble import InputRefused, NotFound, NothingToExport
from tests.export.papers import TITLE, bare, odd_papers, paper
from tests.export.profiles import gene

TWO = paper(
    id="PMID:1",
    pmid="1",
    doi="",
    title="Is TGF-beta needed?",
    authors=("van Brunt A.", "Cameron R.P. Jr."),
    journal="J. Biol. Chem.",
    year=1999,
    pages="1749-1749",
)
SHORT = paper(authors=("Leonard WJ", "et al"), title="The gamma family.", journal="Immunity", pages="832-850")
DOUBLED = re.compile(r"\.\.(?!\.)|[?!][.,]|[.,;:] [.,;:]|\s[.,;](?!\d)|[,;:]$|  |\(\)|“”|[\ue000-\uf8ff]")

EXPECTED = {
    "vancouver": (
        f"1. Parrish-Novak J, Dillon SR, Foster D. {TITLE} Nature. 2000;408:57–63. doi:10.1038/35040504 "
        "PubMed PMID: 11081504."
    ),
    "ama": f"1. Parrish-Novak J, Dillon SR, Foster D. {TITLE} Nature. 2000;408:57-63. doi:10.1038/35040504",
    "apa": (
        f"Parrish-Novak, J., Dillon, S. R., & Foster, D. (2000). {TITLE} Nature, 408, 57–63. "
        "https://doi.org/10.1038/35040504"
    ),
    "nature": f"1. Parrish-Novak, J., Dillon, S. R. & Foster, D. {TITLE} Nature 408, 57–63 (2000).",
    "cell": (
        f"1. Parrish-Novak, J., Dillon, S.R., and Foster, D. (2000). {TITLE} Nature 408, 57–63. "
        "https://doi.org/10.1038/35040504."
    ),
    "bmj": f"1 Parrish-Novak J, Dillon SR, Foster D. {TITLE} Nature. 2000;408:57–63. doi: 10.1038/35040504",
    "ieee": (
        f"[1] J. Parrish-Novak, S. R. Dillon, and D. Foster, “{TITLE[:-1]},” Nature, vol. 408, pp. 57–63, 2000, "
        "doi: 10.1038/35040504."
    ),
    "elsevier-harvard": (
        f"Parrish-Novak, J., Dillon, S.R., Foster, D., 2000. {TITLE} Nature 408, 57–63. https://doi.org/10.1038/35040504"
    ),
}


def lines(cited, style):
    return citations_text(cited, "text", style).splitlines()


@pytest.fixture(scope="module")
def varied(papers):
    """Every paper of the starter of which something is not known, and some of the others."""
    known = merged(papers)
    odd = [each for each in known if not (each.title and each.authors and each.year and each.journal and each.pmid)]
    questions = [each for each in known if each.title.endswith("?")]
    return [*odd, *questions, *known[::120]]


@pytest.mark.parametrize("style", EXPECTED)
def test_a_reference_is_as_the_style_wants_it(style):
    assert lines([paper()], style) == [EXPECTED[style]]


@pytest.mark.parametrize(("style", "end"), [("mla", "vol. 408, 2000, pp. 57–63"), ("chicago", "Nature 408: 57–63.")])
def test_american_quotation_marks_hold_the_full_stop(style, end):
    (line,) = lines([paper()], style)
    assert "of Lymphocyte Function.” Nature" in line
    assert end in line


@pytest.mark.parametrize(("style", "parent"), [("immunity", "cell"), ("nature-immunology", "nature")])
def test_a_dependent_style_writes_as_its_parent(style, parent):
    assert lines([paper(), TWO], style) == lines([paper(), TWO], parent)


@pytest.mark.parametrize(
    ("style", "start"),
    [
        ("vancouver", "1. Leonard WJ, et al. The gamma family. Immunity."),
        ("nature", "1. Leonard, W. J. et al. The gamma family. Immunity 408"),
        ("cell", "1. Leonard, W.J., et al. (2000). The gamma"),
        ("apa", "Leonard, W. J., et al. (2000). The gamma"),
        ("ieee", "[1] W. J. Leonard et al., “The gamma"),
        ("elsevier-harvard", "Leonard, W.J., et al., 2000. The gamma"),
        ("mla", "Leonard, W. J., et al. “The Gamma Family.” Immunity"),
    ],
)
def test_authors_left_out_are_et_al_and_no_name(style, start):
    (line,) = lines([SHORT], style)
    assert line.startswith(start)


def test_names_with_particles_and_suffixes_and_one_page():
    (line,) = lines([TWO], "vancouver")
    assert line == "1. van Brunt A, Cameron RP Jr. Is TGF-beta needed? J Biol Chem. 1999;408:1749. PubMed PMID: 1."


def test_numbered_styles_keep_the_order_and_the_others_sort():
    assert [line[:12] for line in lines([TWO, paper()], "nature")] == ["1. van Brunt", "2. Parrish-N"]
    assert [line[:7] for line in lines([TWO, paper()], "apa")] == ["Parrish", "van Bru"]


def test_nothing_is_made_up_for_what_is_not_known():
    (line,) = lines([bare(title="A title.")], "nature")
    assert line == "1. A title."


@pytest.mark.parametrize("style", style_names())
def test_no_style_doubles_punctuation_or_drops_a_paper(varied, style):
    cited = varied if style not in ("chicago", "chicago-author-date") else varied[::4]
    written = lines(cited, style)
    assert len(written) == len(cited)
    assert [line for line in written if DOUBLED.search(line)] == []


def test_a_style_of_ones_own_is_named_by_its_file(tmp_path):
    own = tmp_path / "own.csl"
    shutil.copy(find_style("nature").path, own)
    assert lines([paper()], str(own)) == lines([paper()], "nature")


def test_an_unknown_style_is_refused():
    with pytest.raises(NotFound):
        citations_text([paper()], "text", "no-such-style")


def test_a_style_with_rules_that_nobody_knows_is_refused(tmp_path):
    broken = tmp_path / "broken.csl"
    text = (resource("citation-styles") / "nature.csl").read_text(encoding="utf-8")
    broken.write_text(text.replace('macro="author"', 'macro="nobody"'), encoding="utf-8")
    with pytest.raises(InputRefused, match="not understood"):
        citations_text([paper()], "text", str(broken))


def test_a_page_without_citations_has_none_to_export():
    with pytest.raises(NothingToExport, match="TEST1"):
        papers(gene())


@settings(max_examples=40)
@given(st.lists(odd_papers, max_size=4), st.sampled_from(["vancouver", "apa", "nature", "ieee"]))
def test_odd_texts_give_one_line_for_each_paper(cited, style):
    written = citations_text(cited, "text", style)
    assert written.count("\n") == len(written.splitlines()) == len(merged(cited))
