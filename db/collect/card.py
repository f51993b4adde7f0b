"""The card of IL7R: bibliography, cited references, pathways, and the facts that `facts/IL7R.toml` holds of it."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from atlasview.records.difference import Difference
from atlasview.records.disease import Disease, DiseaseAssociation
from atlasview.records.interaction import Homology
from atlasview.records.protein import Evidence, Feature
from atlasview.records.publication import Citation, Publication
from atlasview.records.term import GeneTerm, Term
from atlasview.records.transcript import Transcript
from atlasview.records.variant import Variant
from atlasview.sources.uniprot.variants import hgvs
from db.collect.diseases import DiseaseNames
from db.collect.papers import Papers
from db.collect.tables import Tables

SOURCE = "atlas-haematology-il7r"
_ENTRY = "IL7RA_HUMAN"
_STATED = "ECO:0000303"
"""Stated by the authors of the papers."""

# PMID, year and title stand without anything between them, and so do title and first author, or title and count.
_AUTHOR = re.compile(r"(?P<title>.*[.?])(?P<author>[^.?]+ [A-Z]{1,3} et al)$")
_PATHWAY = re.compile(r"(?P<name>.+?)(?P<database>KEGG|REACTOME)(?P<id>(?:ko|hsa)\d{5}|R-HSA-\d+)$")


def add_card_papers(papers: Papers, text: str) -> None:
    """Adds the card's papers; they come first, so that their titles are those of the card."""
    for paper in _papers(text):
        papers.add(paper)


def add_card(tables: Tables, names: DiseaseNames, text: str, facts: dict[str, Any], gene: str) -> None:
    """Adds all that the card says of its gene."""
    _add_citations(tables, text, facts, gene)
    _add_pathways(tables, text, gene)
    for row in facts["homology"]:
        identity = (row["relative"], row["species"], row["molecule"], row["identity"])
        tables.add(Homology(gene, *identity, f"PMID:{row['paper']}", SOURCE))
    for row in facts["transcript"]:
        counts = (row["exon_count"], row["length"])
        chosen = Transcript(
            gene, row["id"], "", "", False, False, True, "", "", (), *counts, None, None, None, "", "", "", SOURCE
        )
        tables.add(chosen)
    for row in facts["implicated"]:
        disease = _disease(tables, names, row.get("disease", ""), row.get("name", ""))
        tables.add(DiseaseAssociation(gene, disease, row["kind"], row["note"], _curies(row), SOURCE))
    for row in facts["variant"]:
        tables.add(_variant(tables, names, row, gene))
    _add_features(tables, facts)
    for row in facts["difference"]:
        tables.add(Difference(gene, row["what"], row["value"], SOURCE))


def _papers(text: str) -> Iterator[Publication]:
    for row in _rows(text):
        authors = (row["author"].removesuffix(" et al").strip(), "et al") if row["author"] else ()
        count = int(row["count"]) if row["count"] else None
        pmid = row["pmid"]
        yield Publication(
            f"PMID:{pmid}", pmid, "", row["title"], authors, "", int(row["year"]), "", "", "", count, SOURCE
        )


def _rows(text: str) -> Iterator[dict[str, str | Any]]:
    for line in text.splitlines():
        found = re.match(r"(?P<pmid>\d{7,8})(?P<year>(?:19|20)\d\d)(?P<rest>\D.+)$", line)
        if found:
            counted = re.match(r"(?P<title>.*?)(?P<count>\d+)$", found["rest"])
            named = _AUTHOR.match(found["rest"])
            parts = counted or named
            if parts is None:
                raise ValueError(f"no row of a bibliography: {line}")
            yield {"author": "", "count": "", **found.groupdict(), **parts.groupdict()}


def _add_citations(tables: Tables, text: str, facts: dict[str, Any], gene: str) -> None:
    rows = list(_rows(text))
    scopes: dict[str, list[str]] = {row["pmid"]: [] for row in rows}
    for name, cited in _cited_in_sections(text, facts, rows):
        scopes[cited].append(name)
    for row in facts["implicated"]:
        for pmid in row["papers"]:
            scopes[str(pmid)].append(f"Implicated in: {row['entry'].partition(' (')[0]}")
    for row in rows:
        scopes[row["pmid"]].append("Cited references" if row["count"] else "Bibliography")
    for pmid, said in scopes.items():
        tables.add(Citation(gene, f"PMID:{pmid}", "; ".join(dict.fromkeys(said)), SOURCE))


def _cited_in_sections(text: str, facts: dict[str, Any], rows: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for section in facts["section"]:
        paragraph = next(line for line in text.splitlines() if line.startswith(section["starts"]))
        plain = _folded(paragraph)
        for row in rows:
            surname = _folded(row["author"].rpartition(" et al")[0].rpartition(" ")[0])
            if surname and re.search(rf"\b{re.escape(surname)}(?: and \w+)?(?: et al\.)?, {row['year']}", plain):
                yield section["name"], row["pmid"]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKD", text).replace("'", "")


def _add_pathways(tables: Tables, text: str, gene: str) -> None:
    for line in text.splitlines():
        if found := _PATHWAY.match(line):
            database = "KEGG" if found["database"] == "KEGG" else "Reactome"
            term = f"{database}:{found['id']}"
            tables.add_term(Term(term, found["name"], "pathway", "", False, "", SOURCE))
            tables.add(GeneTerm(gene, term, "", "", "", "", SOURCE))


def _add_features(tables: Tables, facts: dict[str, Any]) -> None:
    """Residues that the card points out, behind the features of the entry; each is checked against the sequence."""
    protein = next(row for row in tables.of("proteins") if row.entry_name == _ENTRY)
    last = max(row.ordinal for row in tables.of("features") if row.protein == protein.id)
    for ordinal, row in enumerate(facts["feature"], last + 1):
        letter, position = row["residue"][0], int(row["residue"][1:])
        if protein.sequence[position - 1] != letter:
            raise ValueError(f"{row['residue']} of the card does not fit {protein.accession}")
        evidence = tuple(Evidence(_STATED, paper) for paper in _curies(row))
        place = (position, position, "", "")
        tables.add(
            Feature(protein.id, protein.accession, ordinal, row["type"], *place, row["note"], "", evidence, SOURCE)
        )


def _disease(tables: Tables, names: DiseaseNames, in_ontology: str, otherwise: str) -> str:
    if in_ontology:
        return names.add_by_name(tables, in_ontology)
    identifier = f"{SOURCE}:{otherwise}"
    tables.add(Disease(identifier, otherwise, "", SOURCE))
    return identifier


def _variant(tables: Tables, names: DiseaseNames, row: dict[str, Any], gene: str) -> Variant:
    isoform = next(i for i in tables.of("isoforms") if i.id == "P16871-1")
    change = re.match(r"([A-Z])(\d+)([A-Z])$", row.get("change", ""))
    ref, position, alt = (change[1], int(change[2]), change[3]) if change else ("", None, "")
    name = ""
    if position:
        if isoform.sequence[position - 1] != ref:
            raise ValueError(f"{row['change']} of the card does not fit {isoform.id}")
        name = hgvs(isoform.sequence, position, ref, alt)[0]
    given = row.get("disease", "")
    own = f"{SOURCE}:{given}" in {disease.id for disease in tables.of("diseases")}
    return Variant(
        gene=gene,
        isoform=isoform.id if position else "",
        hgvs_p=name,
        ref=ref,
        alt=alt,
        position=position,
        consequence=row.get("consequence", ""),
        origin=row["origin"],
        significance=row.get("significance", ""),
        disease=_disease(tables, names, "" if own else given, given) if given else "",
        dbsnp="",
        note=row["note"],
        count=None,
        unplaced="",
        publications=_curies(row),
        source=SOURCE,
    )


def _curies(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(f"PMID:{pmid}" for pmid in row["papers"])
