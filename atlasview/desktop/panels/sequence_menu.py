"""The menu of what can be done with a sequence: the formats, all isoforms, the clipboard."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QMenu

from atlasview.desktop.panels.exports import SequenceExport
from atlasview.desktop.panels.menu_button import add_words
from atlasview.desktop.theme import Theme
from atlasview.export.formats import SEQUENCE_KINDS


def fill_sequence_menu(
    theme: Theme, menu: QMenu, wanted: SequenceExport, isoforms: int, take: Callable[[SequenceExport], object]
) -> None:
    """Fill a menu for a sequence or a range of it; `take` is told what is chosen."""
    add_words(theme, menu, sequence_words(wanted))
    for form, (title, suffixes) in SEQUENCE_KINDS.items():
        menu.addAction(f"{title}…\t{suffixes[0]}", partial(take, replace(wanted, form=form)))
    menu.addAction("Copy as FASTA", partial(take, replace(wanted, form="fasta", copy=True)))
    if wanted.residues is not None:
        menu.addSeparator()
        menu.addAction("Whole sequence…", partial(take, replace(wanted, residues=None)))
    if isoforms > 1:
        menu.addSeparator()
        menu.addAction(f"All {isoforms} isoforms…", partial(take, SequenceExport(isoform="all")))
        menu.addAction("Copy all isoforms as FASTA", partial(take, SequenceExport("all", form="fasta", copy=True)))


def sequence_words(wanted: SequenceExport) -> str:
    """What is written: `Isoform P16871-3, residues 45-96`."""
    whose = f"Isoform {wanted.isoform}" if wanted.isoform else "Canonical sequence"
    return f"{whose}, residues {wanted.residues}" if wanted.residues is not None else whose
