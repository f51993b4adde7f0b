"""The sequences of a page as one file: FASTA, GenPept or GFF3, and what had to stay out of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from atlasview.export.fasta import fasta_text
from atlasview.export.formats import SEQUENCES as SUFFIXES
from atlasview.export.selection import ChosenSequence, choose_sequences, main_protein
from atlasview.records.place import Residues
from atlasview.records.profile import Profile

FASTA, GENPEPT, GFF3 = "fasta", "genpept", "gff3"

__all__ = ["FASTA", "SUFFIXES", "SequenceFile", "main_protein", "sequence_file", "sequences_file"]


@dataclass(frozen=True, slots=True)
class SequenceFile:
    """Text of a file with its number of sequences; `left_out` holds a sentence for each thing that is not in it."""

    text: str
    entries: int
    left_out: tuple[str, ...] = ()


def sequence_file(
    profile: Profile, isoform: str = "", residues: Residues | None = None, form: str = FASTA
) -> SequenceFile:
    """The sequences of a gene or protein in a format, one of SUFFIXES.

    A gene gives the canonical sequence of each reviewed protein (of each protein where none is reviewed).
    With `isoform` (id, number, name) or `residues` (1-based, closed) it is the one protein that they belong to.
    Raises NothingToExport where the page has no protein, and what `fasta_text` raises.
    """
    chosen, left_out = choose_sequences(profile, isoform, residues)
    return sequences_file(chosen, form, left_out)


def sequences_file(chosen: Iterable[ChosenSequence], form: str = FASTA, left_out: Iterable[str] = ()) -> SequenceFile:
    """Sequences of any number of genes and proteins as one file; what was chosen twice stands there once."""
    once = tuple({(each.id, each.residues): each for each in chosen}.values())
    return SequenceFile(_text(once, form), len(once), tuple(left_out))


def _text(chosen: tuple[ChosenSequence, ...], form: str) -> str:
    if form == GENPEPT:
        from atlasview.export.genpept import genpept_text

        return genpept_text(chosen)
    if form == GFF3:
        from atlasview.export.gff3 import gff3_text

        return gff3_text(chosen)
    return "".join(fasta_text(each.detail, each.isoform.id if each.isoform else "", each.residues) for each in chosen)
