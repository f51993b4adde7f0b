"""Ways in which a file goes wrong: a file in, the damaged file out, the same for the same random numbers."""

import gzip
import random
from collections.abc import Callable

Mutation = Callable[[bytes, random.Random], bytes]
_ODD = (
    "\u2028",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x1f",
    "\x85",
    '"',
    "'",
    "\\",
    "|",
    ";",
    "{",
    "}",
    "é",
    "\ufeff",
    "\U0001f9ec",
)
_VALUES = (
    b"",
    b"-",
    b"NA",
    b"-1",
    b"99999999999999999999",
    b"1e999",
    b"nan",
    b"  ",
    b"=1+1",
    b"HGNC:",
    b":",
    b"\xc3\xa9",
)


def flipped(raw: bytes, dice: random.Random) -> bytes:
    """A few bits of the file turned over, none to NUL."""
    changed = bytearray(raw)
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(changed))
        changed[at] = changed[at] ^ (1 << dice.randrange(8)) or 1
    return bytes(changed)


def cut(raw: bytes, dice: random.Random) -> bytes:
    """The file ends somewhere."""
    return raw[: dice.randrange(len(raw))]


def with_nul(raw: bytes, dice: random.Random) -> bytes:
    return _inserted(raw, b"\0" * dice.choice((1, 5000)), dice)


def with_latin_1(raw: bytes, dice: random.Random) -> bytes:
    return _inserted(raw, b"\xe9t\xe9", dice)


def with_odd_signs(raw: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.randint(1, 6)):
        raw = _inserted(raw, dice.choice(_ODD).encode(), dice)
    return raw


def with_a_huge_field(raw: bytes, dice: random.Random) -> bytes:
    return _inserted(raw, dice.choice((b"x", b"7", b"[", b"<a>", b"A:", b" ")) * dice.choice((5_000, 300_000)), dice)


def lines_deleted(raw: bytes, dice: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    for _ in range(dice.randint(1, 4)):
        if len(lines) > 1:
            del lines[dice.randrange(len(lines))]
    return b"".join(lines)


def lines_doubled(raw: bytes, dice: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    return b"".join((*lines[:at], lines[at] * dice.choice((2, 50)), *lines[at + 1 :]))


def lines_swapped(raw: bytes, dice: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def line_cut(raw: bytes, dice: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    lines[at] = lines[at][: dice.randint(0, len(lines[at]))].rstrip(b"\r\n") + b"\n"
    return b"".join(lines)


def columns_swapped(raw: bytes, dice: random.Random) -> bytes:
    """Two cells change places, in one line or in all."""
    lines = raw.split(b"\n")
    sign = max((b"\t", b",", b" "), key=raw.count)
    widest = max(len(line.split(sign)) for line in lines)
    one, other = dice.randrange(widest), dice.randrange(widest)
    chosen = range(len(lines)) if dice.random() < 0.3 else [dice.randrange(len(lines))]
    for at in chosen:
        cells = lines[at].split(sign)
        if max(one, other) < len(cells):
            cells[one], cells[other] = cells[other], cells[one]
            lines[at] = sign.join(cells)
    return b"\n".join(lines)


def cell_replaced(raw: bytes, dice: random.Random) -> bytes:
    lines = raw.split(b"\n")
    sign = max((b"\t", b",", b" "), key=raw.count)
    for _ in range(dice.randint(1, 5)):
        at = dice.randrange(len(lines))
        cells = lines[at].split(sign)
        cells[dice.randrange(len(cells))] = dice.choice(_VALUES)
        lines[at] = sign.join(cells)
    return b"\n".join(lines)


def words_exchanged(raw: bytes, dice: random.Random) -> bytes:
    """A piece of the file stands where another was."""
    for _ in range(dice.randint(1, 4)):
        length = dice.randint(1, 60)
        here, there = dice.randrange(len(raw)), dice.randrange(len(raw))
        raw = raw[:here] + raw[there : there + length] + raw[here + dice.randint(0, length) :]
    return raw


def mixed_line_ends(raw: bytes, dice: random.Random) -> bytes:
    return b"".join(line.rstrip(b"\r\n") + dice.choice((b"\n", b"\r\n", b"\r")) for line in raw.splitlines())


def compressed_and_cut(raw: bytes, dice: random.Random) -> bytes:
    packed = gzip.compress(raw, mtime=0)
    return packed[: dice.randrange(2, len(packed))]


def compressed_and_flipped(raw: bytes, dice: random.Random) -> bytes:
    packed = bytearray(gzip.compress(raw, mtime=0))
    packed[dice.randrange(10, len(packed))] ^= 1 << dice.randrange(8)
    return bytes(packed)


def _inserted(raw: bytes, what: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(raw) + 1)
    return raw[:at] + what + raw[at:]


MUTATIONS: tuple[Mutation, ...] = (
    flipped,
    cut,
    with_nul,
    with_latin_1,
    with_odd_signs,
    with_a_huge_field,
    lines_deleted,
    lines_doubled,
    lines_swapped,
    line_cut,
    columns_swapped,
    cell_replaced,
    words_exchanged,
    mixed_line_ends,
    compressed_and_cut,
    compressed_and_flipped,
)
