"""Papers of the starter atlas: those of the founding documents, all of them, and merged with UniProt's."""

import re

from tests.db.starter import entries, needs_shared, rows, seed

CARD = "atlas-haematology-il7r"


def cited_for(subject: str) -> dict[str, list[dict[str, str]]]:
    cited: dict[str, list[dict[str, str]]] = {}
    for row in rows("citations"):
        if row["subject"] == subject:
            cited.setdefault(row["publication"], []).append(row)
    return cited


def papers() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in rows("publications")}


def test_the_protein_of_il21_has_nine_papers_with_scope_and_full_record():
    cited = cited_for("UniProtKB:Q9HBE4")
    assert len(cited) == 9
    for identifier, uses in cited.items():
        paper = papers()[identifier]
        assert all(paper[name] for name in ("pmid", "doi", "title", "authors", "journal", "year", "volume", "pages"))
        assert all(use["scope"] for use in uses)
    assert papers()["PMID:11081504"]["authors"].startswith("Parrish-Novak J.|Dillon S.R.")
    assert papers()["PMID:11081504"]["journal"] == "Nature"


@needs_shared
def test_the_nine_papers_are_those_of_the_gene_page():
    blocks = re.findall(r"PubMed ID: (\d+)\n\nTitle: (.+)\n\nPubMed ID: \d+\n\nDOI: (\S+)", seed("000"))
    assert len(blocks) == 9
    assert set(cited_for("UniProtKB:Q9HBE4")) == {f"PMID:{pmid}" for pmid, _, _ in blocks}
    for pmid, title, doi in blocks:
        paper = papers()[f"PMID:{pmid}"]
        assert (paper["title"], paper["doi"]) == (title, doi)


def test_il7r_cites_the_65_papers_of_its_card_with_year_and_title():
    cited = [row for row in rows("citations") if row["subject"] == "HGNC:6024" and row["source"] == CARD]
    assert len({row["publication"] for row in cited}) == 65
    for row in cited:
        paper = papers()[row["publication"]]
        assert re.fullmatch(r"\d{4}", paper["year"])
        assert len(paper["title"]) > 10


@needs_shared
def test_the_rows_of_the_card_are_read_as_pmid_year_and_title():
    text = seed("002")
    found = papers()
    glued = [line for line in text.splitlines() if re.match(r"\d{7,8}(?:19|20)\d\d\D", line)]
    assert len(glued) == 71
    cited = cited_for("HGNC:6024")
    for line in glued:
        fitting = [
            p for p in (found[i] for i in cited) if p["pmid"] and line.startswith(p["pmid"] + p["year"] + p["title"])
        ]
        assert len(fitting) == 1, line
        rest = line.removeprefix(fitting[0]["pmid"] + fitting[0]["year"] + fitting[0]["title"])
        if rest.isdigit():
            assert fitting[0]["cited_by"] == rest
        else:
            assert rest.endswith(" et al")
    assert found["PMID:14962714"]["year"] == "2004"
    assert found["PMID:14962714"]["title"].startswith("Aberrant expression")


@needs_shared
def test_the_other_proteins_cite_what_their_entries_cite():
    for accession, record in entries().items():
        numbered = {
            value for reference in record.references for name, value in reference.references if name == "PubMed"
        }
        cited = {papers()[identifier]["pmid"] for identifier in cited_for(f"UniProtKB:{accession}")}
        assert numbered == cited - {""}


def test_literature_without_pmid_keeps_what_is_known_of_it():
    cited = {uses[0]["scope"]: papers()[i] for i, uses in cited_for("HGNC:6005").items()}
    assert len(cited) == 5
    odd = next(paper for scope, paper in cited.items() if "1965" in scope)
    assert (odd["year"], odd["volume"], odd["pages"]) == ("", "27", "199-227")
    assert "DOI:10.1016/j.immuni.2019.03.028" in papers()


def test_no_paper_is_there_twice():
    for name in ("pmid", "doi"):
        values = [paper[name] for paper in rows("publications") if paper[name]]
        assert len(values) == len(set(values))
