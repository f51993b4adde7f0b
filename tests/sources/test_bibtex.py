"""References as BibTeX, also by bibtexparser's reading of the same files."""

import re
import time
from pathlib import Path

import bibtexparser
import pytest

from atlasview.records.publication import Publication
from atlasview.sources.latex import plain_latex
from tests.sources.outcomes import outcomes, written

ENTRIES = r"""% A remark, and a word of it: @ home.
@string{cell = "Cell" # { Press}}
@comment{ignored, title = {no}}
@Article{one,
  author = {Gr{\"u}n, Anna and {Genes and Cells Group} and others},
  title  = "The {IL7R} of \emph{Homo} \& 5~\% --- a {\ss}tudy",
  journal = cell, year = {1990}, volume = 60, number = "6",
  pages = {941--951}, doi = {https://doi.org/10.1000/ABC\_d},
}
@misc(two, title = {With a number}, note = {PMID: 2317865}, date = {2001-05})
@book{three, title = {A book}, publisher = {House}}
@article{four, title = {Has no end, doi = {10.1000/x},
@article{five, eprint = {77}, eprinttype = {pubmed}, title = {Last}}
"""


def test_entries_and_what_is_none(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, ENTRIES))
    assert found.format == "bibtex"
    first, second, third = found.of(Publication)
    assert first == Publication(
        "DOI:10.1000/abc_d", "", "10.1000/abc_d", "The IL7R of Homo & 5 % — a ßtudy",
        ("Grün, Anna", "Genes and Cells Group", "et al"), "Cell Press", 1990, "60", "6", "941-951", None, "here",
    )  # fmt: skip
    assert (second.id, second.year) == ("PMID:2317865", 2001)
    assert (third.id, third.title) == ("PMID:77", "Last")
    assert [(one.line, one.reason, one.detail) for one in found.rejected] == [
        (11, "a paper without PMID and DOI", "A book"),
        (12, "the entry has no end", "four"),
    ]


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Erd{\H{o}}s", "Erdős"),
        (r"\'{e}t\'e \`a", "été à"),
        (r"Dvo\v{r}\'ak", "Dvořák"),
        (r"\O rsted, {\AA}ngstr\"om", "Ørsted, Ångström"),
        (r"na\"{\i}ve \c{c}a", "naïve ça"),
        (r"a\_b \{c\} \$5", "a_b {c} $5"),
    ],
)
def test_latex_is_read_as_text(latex: str, text: str) -> None:
    assert plain_latex(latex) == text


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "papers", "rejected"), [("biber-examples", 2, 116), ("random", 163, 66), ("article", 0, 1)]
)
def test_real_files_are_read_as_bibtexparser_reads_them(shared: Path, name: str, papers: int, rejected: int) -> None:
    path = shared / "data" / "literature" / f"{name}.bib"
    found = outcomes(path)
    library = bibtexparser.parse_file(str(path))
    said = [{field.key.casefold(): str(field.value) for field in entry.fields} for entry in library.entries]
    dois = [re.sub(r"[\\{}]", "", one["doi"]).lower() for one in said if "doi" in one]
    assert [paper.doi for paper in found.of(Publication) if paper.doi] == dois
    assert found.read == len(library.entries) + len(library.failed_blocks)
    titles = {re.sub(r"\W", "", plain_latex(one["title"])) for one in said if "doi" in one}
    assert {re.sub(r"\W", "", paper.title) for paper in found.of(Publication)} == titles
    assert (len(found.taken), len(found.rejected)) == (papers, rejected)


@pytest.mark.parametrize("filler", [" ", "\n", "a", "{", "and ", "@", "\\"])
def test_no_text_takes_long(tmp_path: Path, filler: str) -> None:
    began = time.monotonic()
    outcomes(written(tmp_path, f"@article{{x, title = {{T}},\n author = {{{filler * 60_000}"))
    outcomes(written(tmp_path, f"@article{{x, title = {{T}},\n{filler * 60_000}\n}}\n"))
    assert time.monotonic() - began < 8
