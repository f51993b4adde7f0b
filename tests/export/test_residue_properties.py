"""Properties of selected residues against hand-made sums and values of UniProt."""

import pytest

from atlasview.export.residue_properties import composition_line, properties_line, residue_properties

MASSES = {
    "G": 57.0519, "A": 71.0788, "S": 87.0782, "P": 97.1167, "V": 99.1326, "T": 101.1051, "C": 103.1388,
    "L": 113.1594, "I": 113.1594, "N": 114.1038, "D": 115.0886, "Q": 128.1307, "K": 128.1741, "E": 129.1155,
    "M": 131.1926, "H": 137.1411, "F": 147.1766, "R": 156.1875, "Y": 163.1760, "W": 186.2132,
}  # fmt: skip
"""Average masses of residues in Da, as mass spectrometry tables give them."""


def test_mass_is_the_sum_of_the_residues_and_water(protein):
    sequence = protein("IL21").protein.sequence
    found = residue_properties(sequence)
    assert found.mass == pytest.approx(sum(MASSES[letter] for letter in sequence) + 18.0153, rel=2e-5)
    assert found.mass == pytest.approx(protein("IL21").protein.mass, abs=1)


def test_hydropathy_is_the_mean_of_kyte_and_doolittle():
    assert residue_properties("IVR").hydropathy == pytest.approx((4.5 + 4.2 - 4.5) / 3)


def test_acids_and_bases_set_the_isoelectric_point():
    acid, base = residue_properties("DEDE").isoelectric, residue_properties("KRKR").isoelectric
    assert acid is not None
    assert base is not None
    assert acid < 4.5
    assert base > 9


def test_composition_counts_every_letter():
    found = residue_properties("llsA")
    assert found.counts == (("L", 2), ("A", 1), ("S", 1))
    assert composition_line(found) == "L 2 (50.0 %), A 1 (25.0 %), S 1 (25.0 %)"


def test_what_has_no_mass_is_said():
    found = residue_properties("ACX")
    assert (found.mass, found.isoelectric) == (None, None)
    assert properties_line(found) == "3 aa · mass and pI not known (B, J, X or Z in it) · hydropathy +2.15"
    assert residue_properties("X").hydropathy is None
    with pytest.raises(ValueError, match="without residues"):
        residue_properties("")


def test_selenocysteine_has_a_mass():
    assert residue_properties("U").mass == pytest.approx(168.06, abs=0.1)
