"""The sections of each kind of page, by the names that the command line takes, with their keys in documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from atlasview.records.locus_type import locus_type
from atlasview.records.place import Kind
from atlasview.records.profile import GeneProfile, Profile
from atlasview.records.trouble import NotFound


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page.

    keys    those of the page's document that belong to it
    origin  where its data come from, for a page that has none
    also    other names that it answers to
    """

    name: str
    heading: str
    keys: tuple[str, ...]
    origin: str
    also: tuple[str, ...] = ()


_CITATIONS = Section(
    "citations", "Citations", ("citations",), "UniProt, PubMed, NCBI's gene2pubmed and articles", ("papers",)
)
_IDENTIFIERS = Section("identifiers", "Identifiers", ("identifiers",), "HGNC, NCBI Gene, Ensembl and UniProt")

_ENTRY = "entries of UniProt"
_PARTS = ("sequence", "features", "comments")
_GENE_KEYS = ("locus_type", "location", "coordinates", "taxon", "synonyms", "names")
_GENE = (
    Section("overview", "Overview", _GENE_KEYS, "HGNC and NCBI Gene"),
    Section("article", "Article", ("articles",), "articles written for an atlas or imported into it", ("articles",)),
    Section(
        "cells", "Cells", ("significance",), "significance scores of single-cell data", ("significance", "landscape")
    ),
    Section("markers", "Markers", ("markers",), "lists of marker genes"),
    Section("protein", "Protein", ("proteins",), _ENTRY, ("proteins", *_PARTS)),
    Section("variants", "Variants", ("variants",), "UniProt's natural variants and tables of mutations"),
    Section("transcripts", "Transcripts", ("transcripts",), "gene models of Ensembl, RefSeq or UCSC"),
    Section("diseases", "Diseases", ("diseases",), "UniProt, HPO and Orphanet"),
    Section("associated-with", "Associated with", ("terms",), "Gene Ontology and Reactome", ("terms", "pathways")),
    Section(
        "expression", "Expression", ("expression", "specificity"), "tables of the Human Protein Atlas, GTEx's medians"
    ),
    Section("interactions", "Interactions", ("interactions",), "UniProt, STRING and IntAct", ("network",)),
    Section("homologies", "Homologies", ("homologies",), "articles that state them"),
    _CITATIONS,
    _IDENTIFIERS,
)
_PROTEIN_KEYS = ("entry_name", "names", "organism", "length", "mass", "crc64", "family", "reviewed", "existence")
_PROTEIN = (
    Section("overview", "Overview", _PROTEIN_KEYS, _ENTRY),
    Section("genes", "Genes", ("genes",), "UniProt's references to HGNC"),
    Section("protein", "Protein", (*_PARTS, "isoforms"), _ENTRY, _PARTS),
    _CITATIONS,
    _IDENTIFIERS,
)
_ONTOLOGY = "the file of its ontology"
_TERM_KEYS = ("category", "definition", "synonyms", "parents", "children")
_TERM = (
    Section("overview", "Overview", _TERM_KEYS, _ONTOLOGY, ("definition",)),
    Section("genes", "Genes", ("genes",), "annotations and scores of genes", ("cells", "significance")),
    Section("identifiers", "Identifiers", ("identifiers",), _ONTOLOGY),
)
_CELL_TYPE = (*_TERM[:2], Section("markers", "Markers", ("markers",), "lists of marker genes"), *_TERM[2:])
_DISEASE = (
    *_TERM[:2],
    Section("signs", "Signs", ("signs",), "the Human Phenotype Ontology's annotations", ("phenotypes",)),
    *_TERM[2:],
)
_PAPER_KEYS = ("pmid", "doi", "title", "authors", "journal", "year", "volume", "issue", "pages")
_PUBLICATION = (
    Section("overview", "Overview", _PAPER_KEYS, "the source that cites it"),
    Section("used-by", "Cited for", ("used_by",), "what cites it", ("genes",)),
)

SECTIONS = {
    Kind.GENE: _GENE,
    Kind.PROTEIN: _PROTEIN,
    Kind.CELL_TYPE: _CELL_TYPE,
    Kind.TERM: _TERM,
    Kind.DISEASE: _DISEASE,
    Kind.PUBLICATION: _PUBLICATION,
}

_ALWAYS = ("kind", "id", "symbol", "accession", "name", "sources", "atlas")


def section_names() -> tuple[str, ...]:
    """Every name that a section of some page has."""
    every = (section for sections in SECTIONS.values() for section in sections)
    return tuple(dict.fromkeys(name for section in every for name in (section.name, *section.also)))


def choose_sections(kind: Kind, names: Iterable[str]) -> tuple[Section, ...]:
    """The sections of those names in the page's order, all for no name; NotFound where it has no such section."""
    sections = SECTIONS[kind]
    wanted = {name.strip().casefold().replace(" ", "-").replace("_", "-") for name in names}
    known = {name for section in sections for name in (section.name, *section.also)}
    for name in sorted(wanted - known):
        listed = ", ".join(section.name for section in sections)
        raise NotFound(f"no section {name!r}", f"page of a {kind.value.replace('_', ' ')}", f"choose from {listed}")
    return tuple(section for section in sections if not wanted or wanted & {section.name, *section.also})


def nothing_known(profile: Profile, section: Section) -> str:
    """What a section without data says: that there is none, and where data would come from or that none are missing."""
    if isinstance(profile, GeneProfile) and section.name == "protein":
        gene = profile.gene
        kind = locus_type(gene.locus_type)
        if kind.makes_protein is False:
            return f"This gene makes no protein: {gene.symbol} is {kind.with_article}. This is not a gap in the atlas."
    return f"Nothing known in {profile.atlas}. It would come from {section.origin}."


def cut_document(document: dict[str, Any], profile: Profile, names: Iterable[str]) -> dict[str, Any]:
    """A page's document with the keys of some sections only, all of it for no name; who and whence stay in any case."""
    wanted = tuple(names)
    if not wanted:
        return document
    kept = {*_ALWAYS, *(key for section in choose_sections(profile.place.kind, wanted) for key in section.keys)}
    return {key: value for key, value in document.items() if key in kept}
