"""The part of a table that is asked for: an isoform, some of its residues, numbers of a mature chain."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from atlasview.export.selection import ChosenIsoform, chosen_isoform
from atlasview.export.tables.table import Column, Part
from atlasview.records.numbering import Chain
from atlasview.records.place import Residues
from atlasview.records.profile import Profile

Record = TypeVar("Record")

AS_UNIPROT = "counted from 1 on the whole sequence that the row names, as UniProt counts"
"""What a table says of its positions where nothing else was asked."""


def isoform_asked(profile: Profile, part: Part) -> tuple[ChosenIsoform, Chain | None]:
    """The isoform and the mature chain that are asked for; raises as `selection.chosen_isoform` does."""
    chosen = chosen_isoform(profile, part.isoform, part.residues)
    return chosen, chosen.chain(part.numbering)


def counted_on(chosen: ChosenIsoform, chain: Chain | None, part: Part) -> str:
    """What the columns of an isoform, and of a mature chain, count on."""
    where = f"in columns on_isoform on {chosen.id_of_isoform}"
    if part.residues is not None:
        where += f", of which {asked_for(part.residues)}"
    if chain is not None:
        where += f"; in columns chain from 1 in {chain.name}, residues {chain.start}-{chain.end} of that isoform"
    return f"{AS_UNIPROT}; {where}"


def asked_for(residues: Residues) -> str:
    """`residues 45-96 were asked for`."""
    return f"residue{'s' if len(residues) > 1 else ''} {residues} {'were' if len(residues) > 1 else 'was'} asked for"


def ends_columns(
    chosen: ChosenIsoform, chain: Chain | None, ends: Callable[[Record], tuple[int | None, int | None]]
) -> Iterable[Column[Record]]:
    """Columns with the ends of a row's residues on the isoform, and in the mature chain."""
    name = chosen.id_of_isoform
    yield Column("on_isoform", lambda _row: name, "isoform that was asked for")
    yield Column("on_isoform_start", lambda row: ends(row)[0], "first residue on the isoform that was asked for")
    yield Column("on_isoform_end", lambda row: ends(row)[1], "last residue on it, included")
    if chain is not None:
        yield Column("chain", lambda _row: chain.name, "mature chain that was asked for")
        yield Column("chain_start", lambda row: _number(chain, ends(row)[0]), "first residue, counted in the chain")
        yield Column("chain_end", lambda row: _number(chain, ends(row)[1]), "last residue, counted in the chain")


def place_columns(
    chosen: ChosenIsoform, chain: Chain | None, place: Callable[[Record], int | None]
) -> Iterable[Column[Record]]:
    """Columns with the residue of a row on the isoform, and in the mature chain."""
    name = chosen.id_of_isoform
    yield Column("on_isoform", lambda _row: name, "isoform that was asked for")
    yield Column("on_isoform_position", place, "residue on the isoform that was asked for")
    if chain is not None:
        yield Column("chain", lambda _row: chain.name, "mature chain that was asked for")
        yield Column("chain_position", lambda row: _number(chain, place(row)), "residue, counted in the chain")


def _number(chain: Chain, position: int | None) -> int | None:
    return chain.number(position) if position is not None else None
