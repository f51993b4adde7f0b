"""The two documents on IL21 and our own articles: scores, terms, literature, and what the articles cite."""

import dataclasses
import re
import tomllib
from pathlib import Path
from typing import Any

from atlasview.records.cell_type import Context
from atlasview.records.disease import DiseaseAssociation
from atlasview.records.publication import Citation, Publication
from atlasview.records.reference import CrossReference
from atlasview.records.significance import Significance
from atlasview.records.term import GeneTerm
from db.collect.diseases import DiseaseNames
from db.collect.papers import Papers, publication_id
from db.collect.tables import Tables

_SCORED = re.compile(r"• .+? CL(?P<cell>\d{7})\s+CSI (?P<csi>[\d.]+)\s+rCSI (?P<rcsi>[\d.]+)%\s+PRS (?P<prs>[\d.]+)")
_LINK = re.compile(r"\]\(((?:PMID|DOI):[^)\s]+)\)")
_MENTION = re.compile(r"\]\(((?:CL|GO|Reactome|HGNC|OMIM|DOID|ORPHA|KEGG):[^)\s]+)\)")


def add_genular(tables: Tables, page: str, facts: dict[str, Any], genes: dict[str, str]) -> None:
    """Adds the scores of the IL21 page and of `facts`, and the terms that the page links to."""
    tables.add(Context("overall", "Overall", "genular-il21"))
    if known := re.search(r"Genular Protein ID: (\d+)\s+Symbol: IL21_HUMAN", page):
        tables.add(CrossReference("UniProtKB:Q9HBE4", "Genular", known.group(1), "", "genular-il21"))
    for found in _SCORED.finditer(page):
        values = (float(found["csi"]), float(found["rcsi"]), float(found["prs"]))
        tables.add(_score(genes["IL21"], f"CL:{found['cell']}", *values, "genular-il21"))
    for row in facts["significance"]:
        values = (row["csi"], row["rcsi"], row["prs"])
        tables.add(_score(genes[row["gene"]], row["cell_type"], *values, "genular-tfh"))
    for link in re.findall(r"/details-(?:go|reactome)/(GO\d{7}|R-HSA-\d+)", page):
        term = f"GO:{link[2:]}" if link.startswith("GO") else f"Reactome:{link}"
        if term not in tables.term_ids:
            raise ValueError(f"no source at hand names {term}")
        tables.add(GeneTerm(genes["IL21"], term, "", "", "", "", "genular-il21"))


def add_encyclopedia(tables: Tables, papers: Papers, names: DiseaseNames, facts: dict[str, Any], gene: str) -> None:
    """Adds literature and diseases that the article on the IL21 gene lists."""
    source = "altmeyers-il21"
    for number, row in enumerate(facts["paper"], 1):
        doi = row.get("doi", "")
        paper = Publication(
            id=publication_id("", doi) or f"{source}:{number}",
            pmid="",
            doi=doi,
            title=row["title"],
            authors=tuple(row["authors"]),
            journal=row.get("journal", ""),
            year=row.get("year"),
            volume=row.get("volume", ""),
            issue="",
            pages=row.get("pages", ""),
            cited_by=None,
            source=source,
        )
        oddity = f"; {row['oddity']}" if "oddity" in row else ""
        tables.add(Citation(gene, papers.add(paper), f"Literature, no. {number}{oddity}", source))
    for row in facts["implicated"]:
        disease = row.get("id") or names.add_by_name(tables, row["disease"])
        tables.add(DiseaseAssociation(gene, disease, row["kind"], row["note"], (), source))


def add_article_citations(tables: Tables, papers: Papers, folder: Path) -> None:
    """Cites, for each article, the papers it links to, by section; a paper that no source has is refused."""
    for path in sorted(folder.glob("*.md")):
        front, _, body = path.read_text(encoding="utf-8").removeprefix("+++\n").partition("\n+++\n")
        article = tomllib.loads(front)["id"]
        sections: dict[str, list[str]] = {}
        for part in re.split(r"^## ", body, flags=re.MULTILINE)[1:]:
            heading = part.partition("\n")[0].strip()
            for paper in _LINK.findall(part):
                if paper not in papers:
                    raise ValueError(f"{path.name} cites {paper}, which no source at hand has")
                if heading not in sections.setdefault(paper, []):
                    sections[paper].append(heading)
        tables.add(*(Citation(article, paper, "; ".join(said), "atlasview") for paper, said in sections.items()))


def mentions(folder: Path) -> set[str]:
    """Identifiers that the articles link to, papers aside."""
    return {found for path in folder.glob("*.md") for found in _MENTION.findall(path.read_text(encoding="utf-8"))}


def _score(gene: str, cell: str, csi: float, rcsi: float, prs: float, source: str) -> Significance:
    values: dict[str, Any] = {field.name: None for field in dataclasses.fields(Significance)}
    values |= {"gene": gene, "cell_type": cell, "context": "overall", "dataset": "Genular", "replication": ""}
    return Significance(**values | {"csi": csi, "rcsi": rcsi, "prs": prs, "source": source})
