"""Every name that search finds a thing by, and the texts whose words it finds."""

import heapq
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from operator import itemgetter

from atlasview.atlas.search import fields
from atlasview.atlas.search.fields import Field
from atlasview.atlas.search.identifiers import curie_parts, is_telling
from atlasview.atlas.search.spelling import identifier_spelling, spellings, telling_words, words
from atlasview.atlas.search_writer import SearchName
from atlasview.atlas.written import Written
from atlasview.building.material import Material
from atlasview.building.papers import StagedPapers
from atlasview.records.article import Article
from atlasview.records.cell_type import CellType
from atlasview.records.difference import Difference
from atlasview.records.disease import Disease
from atlasview.records.gene import Gene
from atlasview.records.place import Kind
from atlasview.records.protein import Isoform, Protein
from atlasview.records.publication import Publication
from atlasview.records.source import Source
from atlasview.records.term import Term

_ONTOLOGIES: tuple[tuple[type[CellType | Term | Disease], Kind], ...] = (
    (CellType, Kind.CELL_TYPE),
    (Term, Kind.TERM),
    (Disease, Kind.DISEASE),
)
_LONGEST_NAME = 200


def search_names(material: Material, keys: Mapping[str, int], written: Written) -> Iterator[SearchName]:
    """Rows of `search_name` in no order, with repeats; `keys` has the key of each subject by its id.

    written  other names, cross-references, variants and transcripts, of which there are many, are in the atlas already
    """
    return chain(
        _gene_names(material, keys, written),
        _protein_names(material, keys, written),
        _ontology_names(material, keys, written),
        _identifiers(material, keys),
        _references(written),
        _identifiers_of_facts(written),
    )


def name_texts(material: Material, keys: Mapping[str, int], written: Written) -> Iterator[tuple[int, str]]:
    """Key of each subject but papers, and all words of its names, by key."""
    own = chain(
        ((keys[gene.id], [gene.symbol, gene.name]) for gene in material.of(Gene)),
        ((keys[protein.id], [protein.name]) for protein in material.of(Protein)),
        *(((keys[subject.id], [subject.name]) for subject in material.of(noun)) for noun, _kind in _ONTOLOGIES),
    )
    by_key = itemgetter(0)
    others = ((key, [text for _key, text in names]) for key, names in groupby(written.other_names(), by_key))
    for key, texts in groupby(heapq.merge(sorted(own, key=by_key), others, key=by_key), by_key):
        yield key, indexed(chain.from_iterable(names for _key, names in texts))


def title_texts(material: Material, keys: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    """Key of each paper and the words of its title, by key; those that are known by their PMID alone have none."""
    papers = material.of(Publication)
    if isinstance(papers, StagedPapers):
        return ((key, indexed([paper.title])) for key, paper in papers.described())
    titles = {keys[paper.id]: paper.title for paper in papers}
    return ((key, indexed([titles[key]])) for key in sorted(titles))


def article_texts(articles: Iterable[Article]) -> Iterator[tuple[int, str]]:
    """Number of each section, counted through all articles in their order, and its words."""
    sections = chain.from_iterable(article.sections for article in articles)
    return ((key, indexed([section.heading, section.text])) for key, section in enumerate(sections, 1))


def indexed(texts: Iterable[str]) -> str:
    """The words of texts as the indices of words take them."""
    return " ".join(dict.fromkeys(chain.from_iterable(map(words, texts))))


def _gene_names(material: Material, keys: Mapping[str, int], written: Written) -> Iterator[SearchName]:
    sources = enumerate(material.of(Source), 1)
    hgnc = {key for key, source in sources if source.database.startswith("HGNC")}
    for gene in material.of(Gene):
        yield from _spelled(fields.SYMBOL, gene.symbol, keys[gene.id])
        yield from _named(Kind.GENE, fields.NAME[Kind.GENE], gene.name, keys[gene.id])
    for key, kind, text, source in written.gene_names():
        if kind == "previous symbol":
            yield from _spelled(fields.PREVIOUS, text, key)
        elif kind == "alias":
            yield from _spelled(fields.ALIAS if source in hgnc else fields.OTHER_ALIAS, text, key)
        else:
            yield from _named(Kind.GENE, fields.OTHER_NAME[Kind.GENE], text, key)
    for other in material.of(Difference):
        if other.what == "symbol":
            yield from _spelled(fields.OTHER_ALIAS, other.value, keys[other.subject])
        elif other.what == "name":
            yield from _named(Kind.GENE, fields.OTHER_NAME[Kind.GENE], other.value, keys[other.subject])


def _protein_names(material: Material, keys: Mapping[str, int], written: Written) -> Iterator[SearchName]:
    own = {keys[protein.id]: protein.name for protein in material.of(Protein)}
    for key, name in own.items():
        yield from _named(Kind.PROTEIN, fields.NAME[Kind.PROTEIN], name, key)
    for key, text in written.protein_names():
        if text != own[key]:
            yield from _named(Kind.PROTEIN, fields.OTHER_NAME[Kind.PROTEIN], text, key)


def _ontology_names(material: Material, keys: Mapping[str, int], written: Written) -> Iterator[SearchName]:
    kinds: dict[int, Kind] = {}
    for noun, kind in _ONTOLOGIES:
        for subject in material.of(noun):
            key = keys[subject.id]
            kinds[key] = kind
            yield from _named(kind, fields.NAME[kind], subject.name, key)
    for key, scope, text in written.synonyms():
        kind = kinds[key]
        yield from _named(kind, fields.SYNONYM[kind] if scope == "exact" else fields.OTHER_NAME[kind], text, key)


def _identifiers(material: Material, keys: Mapping[str, int]) -> Iterator[SearchName]:
    for known in (Gene, CellType, Term, Disease):
        for subject in material.records.get(known, ()):
            yield from _identified(fields.OWN_IDENTIFIER, subject.id, keys[subject.id])
    for protein in material.of(Protein):
        for accession in (protein.accession, *protein.secondary, protein.entry_name):
            yield from _identified(fields.OWN_IDENTIFIER, f"UniProtKB:{accession}", keys[protein.id])
    for isoform in material.of(Isoform):
        yield from _identified(fields.ISOFORM, f"UniProtKB:{isoform.id}", keys[isoform.protein])
    yield from _paper_names(material, keys)


def _identifiers_of_facts(written: Written) -> Iterator[SearchName]:
    for gene, number in written.dbsnp():
        yield from _identified(fields.REFERENCE, f"dbSNP:{number}", gene)
    for gene, transcript in written.transcripts():
        if database := _database(transcript):
            yield from _identified(fields.REFERENCE, f"{database}:{transcript}", gene)


def _paper_names(material: Material, keys: Mapping[str, int]) -> Iterator[SearchName]:
    papers, own = material.of(Publication), fields.OWN_IDENTIFIER
    described: Iterable[tuple[int, Publication]] = ((keys[paper.id], paper) for paper in papers)
    if isinstance(papers, StagedPapers):
        yield from ((own.code, str(pmid), key, f"PMID:{pmid}") for key, pmid in papers.bare())
        described = papers.described()
    for key, paper in described:
        curies = {paper.id, f"PMID:{paper.pmid}" if paper.pmid else "", f"DOI:{paper.doi}" if paper.doi else ""}
        for curie in sorted(curies - {""}):
            yield from _identified(own, curie, key)


def _database(transcript: str) -> str:
    """Whose identifier a transcript has: Ensembl's or RefSeq's; empty for names that only their file knows."""
    if transcript.startswith("ENST"):
        return "ENSEMBL"
    return "RefSeq" if transcript[:1] in "NX" and transcript[1:3] in ("M_", "R_") else ""


def _references(written: Written) -> Iterator[SearchName]:
    """Cross-references by which the subject can be told, unless search finds them where they stand."""
    code = fields.REFERENCE.code
    for key, database, name in written.cross_references():
        if is_telling(database, name) and (spelling := identifier_spelling(name)):
            yield code, spelling, key, f"{database}:{name}"


def _spelling(curie: str) -> str:
    return identifier_spelling(curie_parts(curie)[1])


def _identified(field: Field, curie: str, key: int) -> Iterator[SearchName]:
    if spelling := _spelling(curie):
        yield field.code, spelling, key, curie


def _spelled(field: Field, name: str, key: int) -> Iterator[SearchName]:
    for spelling in spellings(name[:_LONGEST_NAME]):
        yield field.code, spelling, key, name


def _named(kind: Kind, field: Field, name: str, key: int) -> Iterator[SearchName]:
    """A name is found as a whole and by its beginning, and by each of its telling words.

    The name that the subject itself bears is not written again, which is half of the table.
    """
    written = "" if field is fields.NAME[kind] else name
    for spelling in spellings(name[:_LONGEST_NAME]):
        yield field.code, spelling, key, written
    for word in telling_words(name):
        yield fields.WORD[kind].code, word, key, written
