"""What follows from the residues of a sequence alone: composition, mass, isoelectric point, hydropathy."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

STANDARD = "ACDEFGHIKLMNPQRSTVWY"
_WITH_MASS = frozenset(STANDARD + "UO")


@dataclass(frozen=True, slots=True)
class ResidueProperties:
    """Properties of a stretch as if it were a peptide of its own, without modifications.

    counts       residues by their letter, the most frequent first
    mass         average mass in Da with the water of the ends; None with residues that have none (B, J, X, Z)
    isoelectric  pH without net charge, by Bjellqvist's pK values; None where mass is
    hydropathy   mean of Kyte and Doolittle's values (doi:10.1016/0022-2836(82)90515-0) over the standard residues, from
                 -4.5 (hydrophilic) to 4.5; None where there are none
    """

    length: int
    counts: tuple[tuple[str, int], ...]
    mass: float | None
    isoelectric: float | None
    hydropathy: float | None


def residue_properties(sequence: str) -> ResidueProperties:
    """Properties of one-letter residues, by Biopython's ProtParam. Raises ValueError for an empty sequence."""
    from Bio.SeqUtils import molecular_weight
    from Bio.SeqUtils.IsoelectricPoint import IsoelectricPoint
    from Bio.SeqUtils.ProtParamData import kd

    mass_of: Callable[[str, str], float] = molecular_weight
    point_of: Callable[[str], Any] = IsoelectricPoint
    letters = sequence.upper()
    if not letters:
        raise ValueError("a sequence without residues has no properties")
    counts = Counter(letters)
    known = _WITH_MASS.issuperset(counts)
    standard = sum(counts[letter] for letter in STANDARD)
    return ResidueProperties(
        length=len(letters),
        counts=tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0]))),
        mass=mass_of(letters, "protein") if known else None,
        isoelectric=point_of(letters).pi() if known else None,
        hydropathy=sum(kd[letter] * counts[letter] for letter in STANDARD) / standard if standard else None,
    )


def properties_line(properties: ResidueProperties) -> str:
    """`52 aa · 5,912 Da · pI 5.82 · hydropathy −0.41`; a value that cannot be computed says so."""
    mass = f"{properties.mass:,.0f} Da" if properties.mass is not None else "mass and pI not known (B, J, X or Z in it)"
    parts = [f"{properties.length:,} aa", mass]
    if properties.isoelectric is not None:
        parts.append(f"pI {properties.isoelectric:.2f}")
    if properties.hydropathy is not None:
        parts.append(f"hydropathy {properties.hydropathy:+.2f}".replace("-", "−"))
    return " · ".join(parts)


def composition_line(properties: ResidueProperties) -> str:
    """`L 8 (15.4 %), S 6 (11.5 %), ...`, the most frequent first."""
    return ", ".join(
        f"{letter} {count} ({100 * count / properties.length:.1f} %)" for letter, count in properties.counts
    )
