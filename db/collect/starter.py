"""Puts the starter atlas' tables together from all files."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from atlasview.records.reference import CrossReference
from db.collect.card import SOURCE as CARD
from db.collect.card import add_card, add_card_papers
from db.collect.cell_types import add_cell_types
from db.collect.diseases import DiseaseNames, add_hpo_diseases, add_uniprot_diseases
from db.collect.expression import add_expression
from db.collect.features import features
from db.collect.flat_text import Entry, read_entries
from db.collect.genes import add_gene, add_other_names, hgnc_records
from db.collect.genome import add_transcripts, extent, known_transcripts, transcripts_by_gene
from db.collect.interactions import add_string, add_uniprot_partners
from db.collect.papers import Papers, add_references
from db.collect.pathways import (
    add_go_above,
    add_pathways_above,
    add_quickgo,
    add_reactome_sets,
    add_uniprot_terms,
)
from db.collect.proteins import add_protein
from db.collect.scores import add_scores
from db.collect.tables import Tables
from db.collect.texts import add_article_citations, add_encyclopedia, add_genular, mentions
from db.collect.upstream import Upstream
from db.collect.variants import add_variants

_HERE = Path(__file__).resolve().parent.parent


def collect(upstream: Upstream, articles: Path) -> Tables:
    """Gathers every table; `articles` is the folder of our own articles, whose citations are listed too."""
    tables, papers = Tables(), Papers()
    everything = list(read_entries(upstream.text("uniprot")))
    records, entries = _chosen(upstream, everything)
    genes = {symbol: record["hgnc_id"] for symbol, record in records.items()}
    _add_genes(tables, upstream, records, entries)
    names = DiseaseNames(upstream, everything)
    add_card_papers(papers, upstream.text(CARD))
    for symbol, entry in entries.items():
        _add_entry(tables, papers, names, entry, genes[symbol])
    _add_shared(tables, upstream, genes, entries)
    add_expression(tables, upstream, {r["ensembl_gene_id"]: r["hgnc_id"] for r in records.values()})
    add_hpo_diseases(tables, names, upstream, {f"NCBIGene:{r['entrez_id']}": r["hgnc_id"] for r in records.values()})
    add_card(tables, names, upstream.text(CARD), _facts("IL7R"), genes["IL7R"])
    add_encyclopedia(tables, papers, names, _facts("IL21"), genes["IL21"])
    add_pathways_above(tables, upstream)
    add_go_above(tables, upstream)
    add_genular(tables, upstream.text("genular-il21"), _facts("genular"), genes)
    cells = {row.cell_type for row in tables.of("significance")}
    add_cell_types(tables, upstream, cells | {name for name in mentions(articles) if name.startswith("CL:")})
    add_scores(tables, upstream, genes)
    add_article_citations(tables, papers, articles)
    tables.add(*papers.all())
    _merge_identifiers(tables)
    _check_declared(tables, upstream)
    return tables


def _chosen(upstream: Upstream, everything: list[Entry]) -> tuple[dict[str, dict[str, str]], dict[str, Entry]]:
    chosen = tomllib.loads((_HERE / "genes.toml").read_text(encoding="utf-8"))
    with_protein = {symbol for symbols in chosen["protein"].values() for symbol in symbols}
    identity = {symbol for symbols in chosen["identity"].values() for symbol in symbols}
    entries = {entry.gene: entry for entry in everything if entry.gene in with_protein}
    missing, held = with_protein - set(entries), identity & {entry.gene for entry in everything}
    if missing or held:
        raise ValueError(f"no UniProt entry for {sorted(missing)}; one at hand for {sorted(held)}")
    approved = hgnc_records(upstream)
    return {symbol: approved[symbol] for symbol in sorted(with_protein | identity)}, dict(sorted(entries.items()))


def _add_genes(
    tables: Tables, upstream: Upstream, records: dict[str, dict[str, str]], entries: dict[str, Entry]
) -> None:
    known, by_gene = known_transcripts(upstream), transcripts_by_gene(upstream)
    for symbol, record in records.items():
        add_gene(tables, record, extent(known, by_gene.get(record["ensembl_gene_id"], ())))
        mane = record["mane_select"].partition("|")[0]
        add_transcripts(tables, known, record["hgnc_id"], mane, entries.get(symbol))
    synonyms = {records[symbol]["hgnc_id"]: list(entry.gene_synonyms) for symbol, entry in entries.items()}
    add_other_names(tables, upstream, synonyms)


def _add_entry(tables: Tables, papers: Papers, names: DiseaseNames, entry: Entry, gene: str) -> None:
    add_protein(tables, entry, gene)
    tables.add(*features(entry))
    add_references(tables, papers, entry)
    add_uniprot_diseases(tables, names, entry, gene)
    add_variants(tables, entry, gene, names.acronyms(entry))


def _add_shared(tables: Tables, upstream: Upstream, genes: dict[str, str], entries: dict[str, Entry]) -> None:
    by_accession = {entry.accession: genes[symbol] for symbol, entry in entries.items()}
    add_quickgo(tables, upstream, by_accession)
    for symbol, entry in entries.items():
        add_uniprot_terms(tables, entry, genes[symbol])
    add_reactome_sets(tables, upstream, genes)
    add_string(tables, upstream, genes)
    uniprot_ids = {row.id: row.subject for row in tables.of("cross_references") if row.database == "UniProtKB"}
    for entry in entries.values():
        add_uniprot_partners(tables, entry, uniprot_ids)


def _merge_identifiers(tables: Tables) -> None:
    """An identifier that a source gives several times for one subject (by isoform, say) becomes one row."""
    labels: dict[CrossReference, list[str]] = {}
    for row in tables.of("cross_references"):
        labels.setdefault(replace(row, label=""), []).append(row.label)
        tables.drop(row)
    for row, texts in labels.items():
        tables.add(replace(row, label="; ".join(dict.fromkeys(text for text in texts if text))))


def _check_declared(tables: Tables, upstream: Upstream) -> None:
    """Each table takes rows only from the sources that `sources.toml` names for it."""
    for noun in tables.rows:
        for source in {row.source for row in tables.of(noun)}:
            if noun not in upstream.tables[source]:
                raise ValueError(f"sources.toml does not say that {source} feeds {noun}")


def _facts(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / "facts" / f"{name}.toml").read_text(encoding="utf-8"))
