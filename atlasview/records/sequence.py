"""Sequence checksums."""

_POLYNOMIAL = 0xD800000000000000


def _table() -> tuple[int, ...]:
    entries = []
    for byte in range(256):
        value = byte
        for _ in range(8):
            value = (value >> 1) ^ _POLYNOMIAL if value & 1 else value >> 1
        entries.append(value)
    return tuple(entries)


_TABLE = _table()


def crc64(sequence: str) -> str:
    """CRC64 of a sequence by ISO 3309, generator x^64 + x^4 + x^3 + x + 1, as UniProt prints it.

    Takes one-letter residues in ASCII, returns 16 upper-case hexadecimal digits.
    """
    value = 0
    for byte in sequence.encode("ascii"):
        value = _TABLE[(value ^ byte) & 0xFF] ^ (value >> 8)
    return f"{value:016X}"
