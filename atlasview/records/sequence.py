"""Sequence checksums."""


def crc64(sequence: str) -> str:
    """CRC64 of a sequence by ISO 3309, generator x^64 + x^4 + x^3 + x + 1, as UniProt prints it.

    Takes one-letter residues in ASCII, returns 16 upper-case hexadecimal digits.

    The sequence is one polynomial over GF(2), its first residue's lowest bit the highest power. Squaring keeps the
    terms of the generator apart (Frobenius), so that with s = 2^j the power x^64s leaves x^4s + x^3s + x^s + 1: all
    that stands above is folded down at once, in a few operations on one long number instead of some per residue.
    """
    value = int.from_bytes(sequence.encode("ascii"), "little")
    length = len(sequence) * 8 + 64
    while length > 64:
        step = 1 << ((length - 1) // 64).bit_length() - 1
        above = length - 64 * step
        high = value & ((1 << above) - 1)
        room = max(64 * step, above + 4 * step) - above
        value = (value >> above) << (room + above - 64 * step)
        value ^= high << room ^ high << room - step ^ high << room - 3 * step ^ high << room - 4 * step
        length = room + above
    return f"{value:016X}"
