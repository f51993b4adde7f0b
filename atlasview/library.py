"""The door for Python programs: `with open_atlas() as atlas: gene = atlas.gene("IL21")`.

What comes back are the frozen dataclasses of `atlasview.records`; nothing is fetched, nothing is written.
"""

import os
from pathlib import Path

from atlasview.atlas.cell_type import cell_type_profile
from atlasview.atlas.disease import disease_profile
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.manifest import manifest
from atlasview.atlas.protein import protein_profile
from atlasview.atlas.publication import publication_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import resolve, search
from atlasview.atlas.term import term_profile
from atlasview.bundled import starter_atlas
from atlasview.closing import Closing
from atlasview.records.hit import SearchResult
from atlasview.records.place import Kind
from atlasview.records.profile import GeneProfile, ProteinProfile, PublicationProfile, TermProfile
from atlasview.records.source import AtlasLabel, Manifest
from atlasview.records.trouble import NotFound

_LIMITS = {
    Kind.GENE: "gene",
    Kind.PROTEIN: "protein",
    Kind.CELL_TYPE: "cell",
    Kind.TERM: "term",
    Kind.DISEASE: "disease",
    Kind.PUBLICATION: "paper",
}
"""Words that limit a search to one kind."""
_MOST_HITS = 1_000_000
"""More than any atlas holds under one name."""


def open_atlas(path: str | os.PathLike[str] | None = None) -> "Atlas":
    """Open an atlas for reading.

    path  its file; else the one that the environment variable ATLASVIEW_ATLAS names, else the starter atlas
    Raises AtlasMissing, AtlasForeign, AtlasDamaged, AtlasTooNew or AtlasTooOld, all of them `records.trouble.Trouble`.
    """
    named = path if path is not None else os.environ.get("ATLASVIEW_ATLAS")
    return Atlas(Path(named) if named else starter_atlas())


class Atlas(Closing):
    """An open atlas, for one thread at a time; close it, or use it in a `with` statement.

    Things are asked for by anything that search finds without doubt: a symbol, an alias, an identifier, a name. Each
    method raises NotFound where the atlas holds nothing of that name and kind, and Ambiguous where it holds several.
    """

    def __init__(self, path: Path) -> None:
        """`path` is the atlas' file; raises as `open_atlas` does."""
        self._reader = AtlasReader(path)

    @property
    def path(self) -> Path:
        """The file."""
        return self._reader.path

    @property
    def label(self) -> AtlasLabel:
        """Name, version and seal."""
        return self._reader.label

    @property
    def manifest(self) -> Manifest:
        """Sources with their licences, counts, when it was built."""
        return manifest(self._reader)

    def gene(self, name: str) -> GeneProfile:
        """All of a gene's page: `IL21`, `cd127`, `HGNC:6024`, `ENSG00000168685`."""
        return gene_profile(self._reader, self._identifier(Kind.GENE, name))

    def protein(self, name: str) -> ProteinProfile:
        """All of a protein's page: `P16871`, `P16871-2`, or the symbol of a gene that has one."""
        return protein_profile(self._reader, self._identifier(Kind.PROTEIN, name))

    def cell_type(self, name: str) -> TermProfile:
        """All of a cell type's page: `CL:0002038`, `T follicular helper cell`."""
        return cell_type_profile(self._reader, self._identifier(Kind.CELL_TYPE, name))

    def term(self, name: str) -> TermProfile:
        """All of the page of a pathway or Gene Ontology term: `GO:0005125`, `R-HSA-9020958`."""
        return term_profile(self._reader, self._identifier(Kind.TERM, name))

    def disease(self, name: str) -> TermProfile:
        """All of a disease's page, by identifier or name."""
        return disease_profile(self._reader, self._identifier(Kind.DISEASE, name))

    def publication(self, name: str) -> PublicationProfile:
        """All of a paper's page: `PMID:11081504`, a DOI, a title."""
        return publication_profile(self._reader, self._identifier(Kind.PUBLICATION, name))

    def search(self, text: str, limit: int = 50) -> SearchResult:
        """What a person would see who types `text`: at most `limit` hits, best first, each with why it matched.

        Raises ValueError for a limit below 0.
        """
        if limit < 0:
            raise ValueError(f"limit must be 0 or more, not {limit}")
        return search(self._reader, text, min(limit, _MOST_HITS))

    def close(self) -> None:
        """Let the file go; closing twice does no harm."""
        self._reader.close()

    def __repr__(self) -> str:
        return f"<Atlas {self.label} at {self.path}>"

    def _identifier(self, kind: Kind, name: str) -> str:
        """Identifier of the one thing of a kind that a name means."""
        word, said = kind.value.replace("_", " "), name.strip()
        if not any(sign.isalnum() for sign in said):
            raise NotFound(f"no {word} is named", str(self.label), "name a symbol, an identifier or a name")
        place = resolve(self._reader, f"{_LIMITS[kind]}: {said}")
        if place.kind is not kind:
            raise NotFound(f"“{said}” is no {word}", f"{place.id} is a {place.kind.value}", f"name a {word}")
        return place.id
