"""Asks an atlas that is being written for what it holds already, instead of making it a second time."""

from collections.abc import Iterator

from atlasview.atlas.search.identifiers import PLAIN
from atlasview.atlas.writer import AtlasWriter
from atlasview.records.lists import parted


class Written:
    """Facts that were written; subjects by their keys, sources as well."""

    def __init__(self, writer: AtlasWriter) -> None:
        self._writer = writer

    def gene_names(self) -> Iterator[tuple[int, str, str, int]]:
        """Gene, kind, text and source of each name beside symbol and full name, by gene."""
        yield from self._writer.read("SELECT gene, kind, text, source FROM gene_name ORDER BY gene, number")

    def protein_names(self) -> Iterator[tuple[int, str]]:
        """Protein and text of each name, by protein."""
        yield from self._writer.read("SELECT protein, text FROM protein_name ORDER BY protein, number")

    def synonyms(self) -> Iterator[tuple[int, str, str]]:
        """Subject, scope and text of each synonym, by subject."""
        yield from self._writer.read("SELECT subject, scope, text FROM synonym ORDER BY subject, number")

    def other_names(self) -> Iterator[tuple[int, str]]:
        """Subject and text of all these names, by subject."""
        for subject, _number, text in self._writer.read(
            "SELECT gene, number, text FROM gene_name UNION ALL SELECT protein, number, text FROM protein_name"
            " UNION ALL SELECT subject, number, text FROM synonym ORDER BY 1, 2"
        ):
            yield subject, text

    def cross_references(self) -> Iterator[tuple[int, str, str]]:
        """Subject, database and identifier of each cross-reference that search does not find where it stands."""
        yield from self._writer.read(f"SELECT subject, database, id FROM cross_reference WHERE NOT ({PLAIN})")

    def dbsnp(self) -> Iterator[tuple[int, str]]:
        """Gene and dbSNP number of each variant that has one."""
        yield from self._writer.read("SELECT gene, dbsnp FROM variant WHERE dbsnp <> ''")

    def transcripts(self) -> Iterator[tuple[int, str]]:
        """Gene and identifier of each transcript."""
        yield from self._writer.read("SELECT gene, id FROM transcript")

    def variant_papers(self) -> Iterator[tuple[int, str, tuple[str, ...]]]:
        """Gene, change and papers of each variant that rests on papers."""
        for gene, change, papers in self._writer.read(
            "SELECT gene, hgvs_p, publications FROM variant WHERE publications <> ''"
        ):
            yield gene, change, parted(papers)
