"""Papers have one key under each of their names, whether they are asked for one by one or together."""

from pathlib import Path

from atlasview.atlas.staging import Staging
from atlasview.building.intake import Intake
from atlasview.building.papers import StagedPapers
from atlasview.records.publication import Publication


def test_keys_are_the_same_one_by_one_and_together(tmp_path: Path) -> None:
    described = [
        _paper("DOI:10.1000/a", "", "10.1000/a", "Known by its DOI"),
        _paper("DOI:10.1000/'q\"", "", "10.1000/'q\"", "A DOI with odd signs"),
        _paper("PMID:11", "11", "10.1000/a", "The same paper with a PMID"),
        _paper("PMID:12", "12", "", "Nothing rests on it"),
        _paper("s:P1.3", "", "", "Only here"),
    ]
    with Staging(tmp_path / "staging") as staging:
        Intake(staging)  # makes the table of citations
        papers = StagedPapers(staging, ["s"])
        papers.describe(described, keyed=frozenset({"s:P1.3", "PMID:11", "DOI:10.1000/'q\""}))
        papers.count_citations((), ("PMID:77",))
        assert papers.rank(first=500) == 3
        asked = [paper.id for paper in described] + ["PMID:77", "PMID:011", "", "PMID:11"]
        keys = papers.keys_of(asked)
        assert keys == [papers.key_of(one) for one in asked]
    assert {500, 501, 502} == set(keys) - {None}
    assert keys[0] == keys[2] == keys[-1], "one paper under two names"
    assert [asked[at] for at, key in enumerate(keys) if key is None] == ["PMID:12", "PMID:77", "PMID:011", ""]


def _paper(identifier: str, pmid: str, doi: str, title: str) -> Publication:
    return Publication(identifier, pmid, doi, title, (), "", None, "", "", "", None, "s")
