"""`atlasview export sequence`: protein sequences and their features as files."""

from typing import TYPE_CHECKING, Annotated

import typer

from atlasview.commands.opening import gathered, open_atlas
from atlasview.commands.options import Range, Target, form_of, one_of
from atlasview.commands.output import put_file, say
from atlasview.export.formats import SEQUENCE_KINDS, SEQUENCES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atlasview.export.selection import ChosenSequence
    from atlasview.records.profile import Profile

_USUAL = "fasta"


def sequence(
    shared: typer.Context,
    place: Annotated[list[str], typer.Argument(metavar="PLACE...", help="Genes or proteins.")],
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(SEQUENCES),
            parser=one_of(SEQUENCES),
            help="Else what FILE ends in, else FASTA.",
        ),
    ] = None,
    isoform: Annotated[str, typer.Option("--isoform", metavar="ID|all", help="An isoform, or all of them.")] = "",
    residues: Range = None,
    target: Target = None,
) -> int:
    """Protein sequences as FASTA, with features as GenPept; features as GFF3."""
    from atlasview.export.selection import choose_sequences
    from atlasview.export.sequence import sequences_file

    def of_page(profile: "Profile") -> "Iterable[ChosenSequence]":
        sequences, left_out = choose_sequences(profile, isoform, residues or profile.place.residues)
        for note in left_out:
            say(note)
        return sequences

    with open_atlas(shared.obj) as reader:
        chosen = gathered(reader, place, of_page)
    asked = form or form_of(target, SEQUENCES, _USUAL)
    file = sequences_file(chosen, asked)
    put_file(
        file.text, target, f"{file.entries} sequence{'s' if file.entries != 1 else ''} ({SEQUENCE_KINDS[asked][0]})"
    )
    return 0
