"""Asks an atlas that is being written for what it holds already, instead of making it a second time."""

from collections.abc import Iterator

from atlasview.atlas.writer import AtlasWriter
from atlasview.records.lists import parted


class Written:
    """Facts of genes that were written; genes by their keys."""

    def __init__(self, writer: AtlasWriter) -> None:
        self._writer = writer

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
