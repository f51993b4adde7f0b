"""What the positions of a file of gene models count on: its assembly, which is named, stated, or told by a record."""

import re

from atlasview.records.assembly import (
    CHOICES,
    assembly_named,
    assembly_of_accession,
    assembly_of_length,
    chromosome_named,
    is_human,
)
from atlasview.records.trouble import AssemblyUnknown
from atlasview.sources.opened import SourceFile

HUMAN = 9606
OTHER_ORGANISM = "another organism"
NO_CHROMOSOME = "on a patch, an alternate locus or a scaffold, not on a chromosome"
_STATED = re.compile(r"#+!?\s*genome-(?:build|version):?\s+(?:\S+\s+)?(\S+)")
_DESCRIBED = re.compile(
    r"#+\s*description:.*\((GRC[a-z]+\d+|NCBI\d+|hg\d+)[^)]*\),?\s*(?:version (\S+))?", re.IGNORECASE
)
_REGION = re.compile(r"##sequence-region\s+(\S+)\s+1\s+(\d{1,12})")
_DATE = re.compile(r"#+!?\s*(?:date|annotation-date|genebuild-last-updated|genome-date):?\s+(\S+)")
_RELEASE = re.compile(r"#+!?\s*annotation-source\s+(.*\S)")
_AMERICAN = re.compile(r"(\d\d)/(\d\d)/(\d{4})")


class GenomePlaces:
    """Chromosome and assembly of each sequence that a file names. Reads what its comment lines say of it.

    Raises InputRefused where human positions are wanted and the assembly that was named for the file is not human.
    """

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._named = assembly_named(file.assembly) if file.assembly else ""
        if self._named and file.taxon == HUMAN and not is_human(self._named):
            known = ", ".join(f"{name} ({short})" for name, short in CHOICES)
            raise file.refused(f"{file.assembly!r} is no assembly of the human genome", remedy=f"take one of {known}")
        self._stated = ""
        self._known: dict[str, tuple[str, str, str]] = {}

    def hear(self, comment: str) -> None:
        """A comment line of the file."""
        if (found := _STATED.match(comment)) and not self._stated:
            self._stated = assembly_named(found[1])
        elif found := _DESCRIBED.match(comment):
            self._stated = assembly_named(found[1])
            self._file.release = found[2] or self._file.release
        elif found := _REGION.match(comment):
            self._stated = self._stated or assembly_of_length(chromosome_named(found[1]), int(found[2]))
        elif found := _DATE.match(comment):
            self._file.date = _AMERICAN.sub(r"\3-\1-\2", found[1])
        elif found := _RELEASE.match(comment):
            self._file.release = found[1][:80]

    def tell(self, assembly: str) -> None:
        """What the content of the file tells of its assembly, where it does not say it."""
        self._stated = self._stated or assembly

    def place(self, sequence: str, line: int) -> tuple[str, str, str]:
        """Chromosome and assembly of a sequence, and why it is not wanted (empty for one that is).

        Raises AssemblyUnknown where the file does not say its assembly, InputRefused where it says another than the
        person who handed it in.
        """
        if sequence not in self._known:
            self._known[sequence] = self._place(sequence, line)
        return self._known[sequence]

    def _place(self, sequence: str, line: int) -> tuple[str, str, str]:
        assembly = assembly_of_accession(sequence) or self._stated or self._named
        if not assembly:
            what = "the file does not say which genome assembly its positions count on"
            remedy = "name it: KIND:ASSEMBLY=FILE, with GRCh38 say for ASSEMBLY"
            raise AssemblyUnknown(what, f"{self._file.path} line {line}", remedy)
        if self._named and assembly != self._named:
            raise self._file.refused(f"the positions count on {assembly}, not on {self._named}", line)
        if self._file.taxon is not None and is_human(assembly) != (self._file.taxon == HUMAN):
            return "", assembly, OTHER_ORGANISM
        chromosome = chromosome_named(sequence) if is_human(assembly) else sequence.removeprefix("chr")
        return chromosome, assembly, "" if chromosome else NO_CHROMOSOME

    def taxon(self, assembly: str) -> int:
        """Taxon of a gene on an assembly: 9606, or the one that was asked for; 0 where that is not known."""
        return HUMAN if is_human(assembly) else self._file.taxon or 0
