"""The record of any page by its place."""

from atlasview.atlas.cell_type import cell_type_profile
from atlasview.atlas.disease import disease_profile
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.manifest import atlas_profile
from atlasview.atlas.protein import protein_profile
from atlasview.atlas.publication import publication_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.term import term_profile
from atlasview.records.place import Kind, Place
from atlasview.records.profile import Profile


def profile(reader: AtlasReader, place: Place, first: bool = False) -> Profile:
    """Everything that the page of `place` shows. Raises NotFound where this atlas does not hold it.

    first  what a window shows at first: of a cell type with thousands of scores the best
    """
    match place.kind:
        case Kind.GENE:
            return gene_profile(reader, place.id)
        case Kind.PROTEIN:
            return protein_profile(reader, place.id)
        case Kind.CELL_TYPE:
            return cell_type_profile(reader, place.id, first)
        case Kind.TERM:
            return term_profile(reader, place.id)
        case Kind.DISEASE:
            return disease_profile(reader, place.id)
        case Kind.PUBLICATION:
            return publication_profile(reader, place.id)
        case Kind.ATLAS:
            return atlas_profile(reader)
