"""One residue in exons, tracks, diagram of variants and sequence: either strand, isoforms, mature chains."""

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from atlasview.desktop.panels.exports import SequenceExport
from atlasview.desktop.panels.figure_view import screen_style
from atlasview.figures.gene_structure import StructureScale
from atlasview.figures.lollipops import pin_scale
from atlasview.records.coding import CodingMap
from atlasview.records.place import Residues
from tests.desktop.showing import settle

CASES = (
    # gene, strand, isoform, chain, residue of the isoform -> its letter, of the transcript, canonical, in the chain
    ("IL23R", "+", "", "", 45, "G", 45, 45, None),
    ("IL23R", "+", "", "PRO_0000268662", 45, "G", 45, 45, 22),
    ("FGFR2", "-", "", "", 45, "S", 45, 45, None),
    ("FGFR2", "-", "", "PRO_0000016783", 45, "S", 45, 45, 24),
    ("FGFR2", "-", "P21802-3", "", 45, "S", 45, 45, None),
    ("FGFR2", "-", "P21802-16", "PRO_0000016783", 317, None, 314, 314, 296),
    ("PTEN", "+", "P60484-2", "", 218, "V", 45, 45, None),
)


def choose(drop_down, key):
    drop_down.choose(key)
    drop_down.activated.emit(drop_down.currentIndex())
    settle()


def opened(show, symbol):
    """A page with its four panels built."""
    page = show(symbol)
    for section in ("Transcripts", "Variants", "Protein"):
        page.show_section(section)
        settle()
    return page, page.protein_panel(), page._transcripts_panel.structure, page._variants_panel.diagram


def codon(transcript, residue):
    """The bases of a codon, the plainest way."""
    bases = sorted(base for exon in transcript.exons for base in range(exon.start, exon.end + 1))
    coding = [base for base in bases if transcript.cds_start <= base <= transcript.cds_end]
    coding = coding if transcript.strand == "+" else coding[::-1]
    return coding[transcript.phase + 3 * (residue - 1) :][:3]


@pytest.mark.parametrize(
    ("symbol", "strand", "isoform", "chain", "residue", "letter", "coded", "canonical", "number"), CASES
)
def test_a_residue_is_the_same_in_all_four(
    show, symbol, strand, isoform, chain, residue, letter, coded, canonical, number
):
    _page, protein, structure, diagram = opened(show, symbol)
    if isoform:
        choose(protein._isoform, isoform)
    if chain:
        choose(protein._numbers, chain)
    protein.sequence.setFocus()
    protein.show_residues(Residues(residue - 1, residue - 1))
    QTest.keyClick(protein.sequence, Qt.Key.Key_Right)
    assert protein.residues.position == residue
    # Sequence: the letter under the cursor.
    canonical_letter = protein.detail().protein.sequence[canonical - 1]
    assert protein.sequence.selected_letters() == canonical_letter
    assert letter in (None, canonical_letter)
    # Tracks: the same words, with the other numbers where they differ, and the exon of the drawn transcript.
    said = protein.track.spoken()
    assert said == protein.sequence.spoken()
    assert f" {residue}" in said.split(",")[0]
    assert ("canonical" in said) == (canonical != residue)
    assert (f"{number} of " in said) == (number is not None)
    assert f"residue cursor is on {said.split(',')[0]}" in structure._chart.described()
    assert said.split(",")[0] in diagram._chart.described()
    _stands_on_the_codon(structure, strand, residue, coded, said)
    _stands_on_the_ruler(diagram, residue)


def _stands_on_the_codon(structure, strand, residue, coded, said):
    """Gene: lines at the three bases of the codon."""
    transcript = structure.transcript()
    assert transcript.strand == strand
    bases = codon(transcript, coded)
    scale = StructureScale(transcript, structure._chart.width(), "introns", screen_style(structure._theme).unit)
    assert structure._places(residue, structure._chart.width()) == sorted({scale.x(base) or 0.0 for base in bases})
    exon = next(at for at, one in enumerate(transcript.exons, 1) if one.start <= bases[0] <= one.end)
    assert f"exon {exon}" in said or f"exons {exon} and" in said


def _stands_on_the_ruler(diagram, residue):
    """Variants: the line is in the cell of the residue."""
    assert diagram._chart.position() == residue
    (x,) = diagram._chart._places_of(residue, diagram._chart.width())
    window = diagram._chart.in_view()
    ruler = pin_scale(diagram._chart.width(), screen_style(diagram._theme), window.first, window.last)
    assert math.floor(ruler.residue_at(x)) == residue


def test_a_press_in_any_of_them_moves_all(show):
    _page, protein, structure, diagram = opened(show, "FGFR2")
    choose(protein._isoform, "P21802-16")
    canvas = protein.track._canvas(protein.track.width())
    x = canvas.scale(protein.track.in_view()).middle(400)
    QTest.mouseClick(
        protein.track, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(canvas.sheet.rows[0].top) - 1)
    )
    assert abs(protein.residues.position - 400) <= 1
    assert diagram._chart.position() == protein.residues.position
    pin = next(target for target in diagram._chart._targets() if target.startswith("variants:"))
    diagram._activate(pin)
    assert protein.residues.position == diagram._chart.position() == int(pin.split(":")[1])
    assert structure._chart.position() == protein.residues.position
    # An exon of a transcript of another isoform selects the residues that the shown one shares with it.
    part = next(part for part in CodingMap(structure.transcript()).parts() if part.residues and part.residues[0] > 320)
    structure._activate(f"exon:{part.number}")
    # Three residues are inserted before it, and its last two are deleted.
    first, last = part.residues or (0, 0)
    assert (structure.transcript().isoform, protein.isoform_id()) == ("P21802-1", "P21802-16")
    assert protein.selection() == Residues(first + 3, last + 3 - 2)


def test_the_cursor_goes_with_its_residue_to_another_isoform(show):
    _page, protein, _structure, _diagram = opened(show, "FGFR2")
    protein.show_residues(Residues(400, 400))
    choose(protein._isoform, "P21802-16")
    assert protein.residues.position == 403
    choose(protein._isoform, "P21802-1")
    assert protein.residues.position == 400
    choose(protein._isoform, "P21802-16")
    protein.show_residues(Residues(315, 315))
    said: list[str] = []
    protein.status.connect(said.append)
    choose(protein._isoform, "P21802-1")
    assert protein.residues.position == 0
    assert said[-1] == "Residue 315 has no place in isoform 1"


def test_ctrl_g_takes_numbers_of_the_chain_and_of_uniprot(show):
    protein = _insulin(show)
    choose(protein._numbers, "PRO_0000015819")
    for typed, position in (("7", 31), ("UniProt 7", 7), ("A chain 6", 95), ("mature 7", 31), ("p.C31Y", 31)):
        protein.sequence.setFocus()
        QTest.keyClick(protein.sequence, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(protein._entry, typed)
        QTest.keyClick(protein._entry, Qt.Key.Key_Return)
        assert (typed, protein.residues.position) == (typed, position)
    assert protein.sequence.spoken().startswith("Cysteine 31 (7 of Insulin B chain)")


def test_another_numbering_moves_nothing(show):
    protein = _insulin(show)
    protein.show_residues(Residues(31, 43))
    before = protein.residues.position, protein.selection(), protein.track.in_view()
    height = protein.track.heightForWidth(1000)
    choose(protein._numbers, "PRO_0000015821")
    assert (protein.residues.position, protein.selection(), protein.track.in_view()) == before
    assert protein.track.heightForWidth(1000) > height
    assert protein.track.spoken().startswith("Cysteine 31 (not in Insulin A chain)")


def test_what_leaves_the_page_counts_as_uniprot_does_and_figures_say_both(show):
    protein = _insulin(show)
    choose(protein._numbers, "PRO_0000015819")
    protein.show_residues(Residues(25, 54))
    assert protein.sequence_export() == SequenceExport("", Residues(25, 54))
    protein.copy_fasta()
    assert QGuiApplication.clipboard().text().startswith(">sp|P01308|INS_HUMAN/25-54 ")
    protein.window().activateWindow()
    protein.track.setFocus()
    settle()
    assert protein.track.hasFocus()
    assert protein.focused_export().chain == "PRO_0000015819"


def _insulin(show):
    page = show("INS")
    page.show_section("Protein")
    settle()
    return page.protein_panel()
