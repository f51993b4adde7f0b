"""GO terms and Reactome pathways of the genes, and what stands above them."""

from atlasview.records.term import GeneTerm, Hierarchy, Synonym, Term
from db.collect.flat_text import Entry
from db.collect.obo import OboTerm, ancestors, read_obo
from db.collect.tables import Tables
from db.collect.upstream import Upstream

_ASPECTS = {"C": "cellular_component", "F": "molecular_function", "P": "biological_process"}


def add_quickgo(tables: Tables, upstream: Upstream, genes: dict[str, str]) -> None:
    """Adds QuickGO's annotations of the proteins in `genes` (accession to gene)."""
    for row in upstream.records("quickgo"):
        gene = genes.get(row["GENE PRODUCT ID"].partition(":")[0].partition("-")[0])
        if gene and row["TAXON ID"] == "9606":
            term = row["GO TERM"]
            tables.add(
                GeneTerm(
                    gene,
                    term,
                    row["QUALIFIER"],
                    row["GO EVIDENCE CODE"],
                    row["REFERENCE"],
                    row["ASSIGNED BY"],
                    "quickgo",
                )
            )
            tables.add_term(Term(term, row["GO NAME"], row["GO ASPECT"], "", False, "", "quickgo"))


def add_uniprot_terms(tables: Tables, entry: Entry, gene: str) -> None:
    """Adds GO terms and pathways of an entry's DR lines; a GO term that QuickGO gives is not repeated."""
    known = {link.term for link in tables.of("gene_terms") if link.gene == gene and link.source == "quickgo"}
    for database, *fields in entry.database_lines:
        if database == "GO" and fields[0] not in known:
            aspect, _, name = fields[1].partition(":")
            evidence, _, assigned_by = fields[2].removesuffix(".").partition(":")
            tables.add_term(Term(fields[0], name, _ASPECTS[aspect], "", False, "", "uniprot"))
            tables.add(GeneTerm(gene, fields[0], "", evidence, "", assigned_by, "uniprot"))
        elif database == "Reactome":
            pathway = f"Reactome:{fields[0]}"
            name = fields[1].partition(". [")[0].removesuffix(".")
            tables.add_term(Term(pathway, name, "pathway", "", False, "", "uniprot"))
            tables.add(GeneTerm(gene, pathway, "", "", "", "Reactome", "uniprot"))


def add_reactome_sets(tables: Tables, upstream: Upstream, genes: dict[str, str]) -> None:
    """Adds membership in Reactome's gene sets; `genes` maps approved symbols to genes."""
    for name, identifier, *symbols in upstream.rows("reactome-sets"):
        for symbol in symbols:
            if symbol in genes:
                pathway = f"Reactome:{identifier}"
                tables.add_term(Term(pathway, name, "pathway", "", False, "", "reactome-sets"))
                tables.add(GeneTerm(genes[symbol], pathway, "", "", "", "Reactome", "reactome-sets"))


def add_pathways_above(tables: Tables, upstream: Upstream) -> None:
    """Adds the human pathways that contain the ones used so far, by Reactome's relations."""
    names = {row[0]: row[1] for row in upstream.rows("reactome") if row[2] == "Homo sapiens"}
    above: dict[str, list[str]] = {}
    for parent, child in upstream.rows("reactome-relations"):
        above.setdefault(child, []).append(parent)
    waiting = [term.id.partition(":")[2] for term in tables.of("terms") if term.id.startswith("Reactome:")]
    seen = set(waiting)
    while waiting:
        child = waiting.pop()
        for parent in above.get(child, ()):
            if parent in names:
                tables.add_term(Term(f"Reactome:{parent}", names[parent], "pathway", "", False, "", "reactome"))
                tables.add(Hierarchy(f"Reactome:{child}", f"Reactome:{parent}", "part_of", "reactome-relations"))
                if parent not in seen:
                    seen.add(parent)
                    waiting.append(parent)


def add_go_above(tables: Tables, upstream: Upstream) -> None:
    """Adds parents and synonyms of GO terms as far as the two GO files at hand hold them."""
    for source in ("go-basic", "go-slim"):
        terms = read_obo(upstream.text(source))
        used = {term.id for term in tables.of("terms")} & set(terms)
        used |= ancestors(terms, used, ("is_a", "part_of"))
        for identifier in used:
            term = terms[identifier]
            tables.add_term(Term(identifier, term.name, term.namespace, "", False, "", source))
            _add_synonyms(tables, term, source)
    _add_go_parents(tables, upstream)


def _add_synonyms(tables: Tables, term: OboTerm, source: str) -> None:
    known = {row.text for row in tables.of("synonyms") if row.subject == term.id}
    tables.add(*(Synonym(term.id, text, scope, source) for text, scope in term.synonyms if text not in known))


def _add_go_parents(tables: Tables, upstream: Upstream) -> None:
    held = {term.id for term in tables.of("terms")}
    placed: set[str] = set()
    for source in ("go-basic", "go-slim"):
        for term in read_obo(upstream.text(source)).values():
            if term.id in held and term.id not in placed:
                placed.add(term.id)
                tables.add(*(Hierarchy(term.id, p, relation, source) for p, relation in term.parents if p in held))
