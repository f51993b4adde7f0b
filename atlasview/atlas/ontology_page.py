"""What the pages of a cell type, a term and a disease have in common."""

from atlasview.atlas.cross_reference import cross_references
from atlasview.atlas.hierarchy import ancestors, children, parents
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.atlas.synonym import synonyms
from atlasview.records.cell_type import Context
from atlasview.records.place import Kind, Place
from atlasview.records.profile import GeneLink, TermProfile
from atlasview.records.trouble import NotFound

_SUBJECT = Statement("SELECT key, id, name FROM subject WHERE id = :id AND kind = :kind")
_WORDS = {Kind.CELL_TYPE: "cell type", Kind.TERM: "term", Kind.DISEASE: "disease"}


def subject_of(reader: AtlasReader, kind: Kind, asked: str) -> tuple[int, str, str]:
    """Key, id and name. Raises NotFound where the atlas has nothing of this kind and id."""
    row = reader.row(_SUBJECT, id=asked, kind=kind.value)
    if row is None:
        raise NotFound(
            f"this atlas has no such {_WORDS[kind]}", asked, "search for it by its name or another identifier"
        )
    return int(row.key), str(row.id), str(row.name)


def ontology_page(
    reader: AtlasReader,
    kind: Kind,
    subject: tuple[int, str, str],
    category: str,
    definition: str,
    source: int,
    genes: tuple[GeneLink, ...],
    contexts: tuple[Context, ...] = (),
) -> TermProfile:
    """The page of a subject, with its place in the ontology and its other names."""
    key, curie, name = subject
    return TermProfile(
        id=curie,
        name=name,
        category=category,
        definition=definition,
        synonyms=synonyms(reader, key, curie),
        parents=parents(reader, key),
        children=children(reader, key),
        ancestors=ancestors(reader, key),
        genes=genes,
        identifiers=cross_references(reader, key, curie),
        sources=reader.sources_by_name(),
        atlas=reader.label,
        place=Place(kind, curie, name),
        contexts=contexts,
        source=reader.source[source],
    )
