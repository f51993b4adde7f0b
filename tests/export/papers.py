"""Papers made by hand, and papers full of odd signs, for the formats of citations."""

from dataclasses import replace

from hypothesis import strategies as st

from atlasview.export.citations.merging import merged
from atlasview.export.citations.reference import Reference, reference
from atlasview.records.publication import Publication

TITLE = "Interleukin 21 and its receptor are involved in NK cell expansion and regulation of lymphocyte function."


def paper(**changes) -> Publication:
    """The paper that first described IL21."""
    made = Publication(
        id="PMID:11081504",
        pmid="11081504",
        doi="10.1038/35040504",
        title=TITLE,
        authors=("Parrish-Novak J.", "Dillon S.R.", "Foster D."),
        journal="Nature",
        year=2000,
        volume="408",
        issue="",
        pages="57-63",
        cited_by=None,
        source="uniprot",
    )
    return replace(made, **changes)


def bare(**changes) -> Publication:
    """A paper of which no more is known than what is given."""
    empty = dict.fromkeys(("pmid", "doi", "title", "journal", "volume", "issue", "pages"), "")
    return paper(**{"id": "here:1", "authors": (), "year": None, **empty, **changes})


def submission(**changes) -> Publication:
    """A sequence that was sent to a database, called by that as the atlas calls it where it has no title."""
    sent = "Submitted to EMBL/GenBank/DDBJ databases"
    return bare(**{"id": "uniprot:P01308.7", "title": f"{sent} (2005)", "journal": sent, "year": 2005, **changes})


def references(papers: list[Publication]) -> list[Reference]:
    """What a file of citations holds of papers, each once."""
    return [reference(each) for each in merged(papers)]


_NASTY = (
    "=1+1", "ER  - ", "TI  - no", "} , year = {1066}", "{", "50% of $x$ & #1_a^b~c\\d", "et al", "et al.",
    "a\nb\r\nc\td",
    "Val-->Ile", "``quoted''", "?`", "“curly”", "α/β-chain", "日本語", "naïve", "A--B", "x\u2028y",
    "\x00\x1f", "<i>it</i>",
    "//", '"', "'", "|", ";", ", ", "and", "A and B", "...", "What?", "R.P.", "\ue000", "PMID- 1", "      indented",
)  # fmt: skip

odd_texts = st.one_of(st.sampled_from(_NASTY), st.text(max_size=40), st.just(""))
"""Texts that break careless writers."""

odd_papers = st.builds(
    Publication,
    id=st.integers(1, 10**9).map(lambda number: f"here:{number}"),
    pmid=st.one_of(st.just(""), st.integers(1, 10**8).map(str)),
    doi=st.one_of(
        st.just(""), st.integers(1, 10**8).map(lambda number: f"10.1002/(SICI)1097<1::AID-{number}>3.0.CO;2-#")
    ),
    title=odd_texts,
    authors=st.lists(odd_texts, max_size=4).map(tuple),
    journal=odd_texts,
    year=st.one_of(st.none(), st.integers(1000, 2100)),
    volume=odd_texts,
    issue=odd_texts,
    pages=st.one_of(odd_texts, st.sampled_from(["57-63", "1749-1749", "E10-E12", "12", "S-12", "1–9"])),
    cited_by=st.none(),
    source=st.just("here"),
)
