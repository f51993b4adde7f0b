"""Residues in words: names of amino acids, and where something lies."""

AMINO_ACIDS = {
    "A": "Alanine",
    "R": "Arginine",
    "N": "Asparagine",
    "D": "Aspartic acid",
    "C": "Cysteine",
    "Q": "Glutamine",
    "E": "Glutamic acid",
    "G": "Glycine",
    "H": "Histidine",
    "I": "Isoleucine",
    "L": "Leucine",
    "K": "Lysine",
    "M": "Methionine",
    "F": "Phenylalanine",
    "P": "Proline",
    "S": "Serine",
    "T": "Threonine",
    "W": "Tryptophan",
    "Y": "Tyrosine",
    "V": "Valine",
    "U": "Selenocysteine",
    "O": "Pyrrolysine",
    "B": "Aspartic acid or asparagine",
    "Z": "Glutamic acid or glutamine",
    "J": "Leucine or isoleucine",
    "X": "Any amino acid",
}
"""One-letter code -> name."""


def residue_name(sequence: str, position: int) -> str:
    """`Serine 185` for a 1-based position; `Residue 185` where the letter is not an amino acid's."""
    letter = sequence[position - 1 : position]
    return f"{AMINO_ACIDS.get(letter, 'Residue')} {position}"


def grouped(count: int) -> str:
    """A whole number with commas between thousands."""
    return f"{count:,}"


def span(start: int, end: int) -> str:
    """`185`, or `45–96` with an en dash."""
    return f"{start}" if start == end else f"{start}–{end}"
