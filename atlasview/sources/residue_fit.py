"""Whether a change of a protein fits a sequence: the residues that it names are compared with those that are there."""

from atlasview.sources.hgvs import STOP, ProteinChange

PAST = "{isoform} has no residue "
"""Begins what is said of a position past the end."""


def misfit(change: ProteinChange, sequence: str) -> str:
    """Why a change does not fit a sequence, empty where it does; `{isoform}` stands for the name of the sequence."""
    for position, letter in change.residues:
        if position == len(sequence) + 1:
            there = STOP
        elif position > len(sequence):
            return f"{PAST}{position}"
        else:
            there = sequence[position - 1]
        if there != letter:
            return f"residue {position} of {{isoform}} is {there}, not {letter}"
    return f"{PAST}{change.end}" if change.end > len(sequence) + 1 else ""


def bare(identifier: str) -> str:
    """An identifier without its prefix and version: `NP_002176` of `RefSeq:NP_002176.2`."""
    return identifier.rpartition(":")[2].partition(".")[0]
