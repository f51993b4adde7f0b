"""Sequences on their way into a file or onto the clipboard."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from atlasview.desktop.panels.exports import SequenceExport
from atlasview.desktop.saving import Clip, Copying, Output, Saving, only
from atlasview.export.formats import SEQUENCE_KINDS
from atlasview.export.names import sequence_name
from atlasview.export.sequence import SequenceFile, sequence_file, sequences_file

if TYPE_CHECKING:
    from atlasview.export.selection import ChosenSequence
    from atlasview.records.profile import Profile

Chosen = tuple[tuple["ChosenSequence", ...], tuple[str, ...]]
"""Sequences that were read for several pages, and a sentence for each page that has none."""


def sequence_export(what: SequenceExport, profile: "Profile", read: Chosen | None = None) -> Saving | Copying:
    """How the sequences of a page, or those `read` for several pages, are written or copied."""
    own = partial(sequence_file, profile, what.isoform, what.residues)
    make: Callable[..., SequenceFile] = own if read is None else partial(_several, *read)
    if what.copy:
        return Copying(partial(_copied, make, what))
    subject = what.group or profile.place.label or profile.place.id
    residues = "" if what.residues is None else str(what.residues)
    return Saving(
        "Export sequences" if what.places or what.isoform == "all" else "Export sequence",
        only(SEQUENCE_KINDS, what.form),
        lambda suffix: sequence_name(f"{subject} {what.part}".strip(), profile.atlas, what.isoform, residues, suffix),
        partial(_written, make),
    )


def _several(chosen: tuple["ChosenSequence", ...], left_out: tuple[str, ...], form: str = "fasta") -> SequenceFile:
    return sequences_file(chosen, form, left_out)


def _written(make: Callable[..., SequenceFile], form: str) -> Output:
    file = make(form=form)
    return Output(file.text.encode(), file.left_out)


def _copied(make: Callable[..., SequenceFile], what: SequenceExport) -> Clip:
    file = make(form="fasta")
    part = f", residues {what.residues}," if what.residues is not None else ""
    many = f"FASTA of {file.entries} sequences" if file.entries != 1 else "FASTA of 1 sequence"
    left_out = f" ({'; '.join(file.left_out)})" if file.left_out else ""
    return Clip(file.text, f"{many}{part}{left_out}")
