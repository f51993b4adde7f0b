"""Reads each format back as far as it takes to say that a file is whole; raises ValueError where it is not."""

import csv
import io
import json
import re
import struct
import zlib
from collections.abc import Callable
from xml.etree import ElementTree as ET

_PNG = b"\x89PNG\r\n\x1a\n"
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_RESIDUES = re.compile(r"[A-Z*]+")
_RIS = re.compile(r"[A-Z][A-Z0-9]  - ?.*")
_NBIB = re.compile(r"[A-Z]{2,4} *- .*| {6}.*|")


def _need(holds: bool, what: str) -> None:
    if not holds:
        raise ValueError(what)


def _text(content: bytes) -> list[str]:
    lines = content.decode("utf-8").splitlines()
    _need(bool(lines) and any(lines), "it is empty")
    return lines


def _fasta(content: bytes) -> str:
    lines = _text(content)
    _need(lines[0].startswith(">"), "it does not begin with a head")
    letters = "".join(line for line in lines if not line.startswith(">"))
    _need(bool(_RESIDUES.fullmatch(letters)), "it has other letters than residues")
    return f"{sum(line.startswith('>') for line in lines)} sequence, {len(letters)} residues"


def _genpept(content: bytes) -> str:
    lines = _text(content)
    _need(lines[0].startswith("LOCUS ") and lines[-1] == "//", "it has no beginning or no end")
    _need("ORIGIN" in content.decode("utf-8"), "it has no sequence")
    return f"{sum(line.startswith('LOCUS ') for line in lines)} record, {len(lines)} lines"


def _gff3(content: bytes) -> str:
    lines = _text(content)
    _need(lines[0].split() == ["##gff-version", "3"], "it does not say that it is GFF3")
    rows = [line.split("\t") for line in lines[: _fasta_at(lines)] if line and not line.startswith("#")]
    _need(bool(rows) and all(len(row) == 9 for row in rows), "a row has not nine columns")
    return f"{len(rows)} features"


def _fasta_at(lines: list[str]) -> int:
    return lines.index("##FASTA") if "##FASTA" in lines else len(lines)


def _svg(content: bytes) -> str:
    root = ET.fromstring(content)
    _need(root.tag == "{http://www.w3.org/2000/svg}svg", "it is not SVG")
    _need(root.get("width", "").endswith("mm"), "it has no width in mm")
    return f"{root.get('width')} x {root.get('height')}, {sum(1 for _ in root.iter()):,} elements"


def _pdf(content: bytes) -> str:
    _need(content.startswith(b"%PDF-1.") and content.rstrip().endswith(b"%%EOF"), "it has no beginning or no end")
    start = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", content)
    _need(start is not None, "it does not say where its table is")
    at = int(start[1]) if start else 0
    _need(content[at : at + 4] == b"xref" or content[at : at + 20].split()[2:3] == [b"obj"], "its table is elsewhere")
    return f"{len(re.findall(rb'/Type */Page[^s]', content)) or 1} page"


def _png(content: bytes) -> str:
    _need(content.startswith(_PNG), "it is not PNG")
    at, packed, head = len(_PNG), b"", b""
    kind = b""
    while kind != b"IEND":
        (length,), kind = struct.unpack_from(">I", content, at), content[at + 4 : at + 8]
        chunk = content[at + 8 : at + 8 + length]
        (told,) = struct.unpack_from(">I", content, at + 8 + length)
        _need(told == zlib.crc32(kind + chunk), f"its chunk {kind!r} is damaged")
        head = chunk if kind == b"IHDR" else head
        packed += chunk if kind == b"IDAT" else b""
        at += 12 + length
    width, height, depth, colour = struct.unpack(">IIBB", head[:10])
    row = (width * depth * _SAMPLES[colour] + 7) // 8 + 1
    _need(len(zlib.decompress(packed)) == row * height, "it has not as many dots as it says")
    return f"{width:,} x {height:,} dots"


def _tiff(content: bytes) -> str:
    _need(content[:4] in (b"II*\0", b"MM\0*"), "it is not TIFF")
    order = "<" if content[:2] == b"II" else ">"
    (at,) = struct.unpack_from(f"{order}I", content, 4)
    (count,) = struct.unpack_from(f"{order}H", content, at)
    tags = {}
    for number in range(count):
        tag, kind, length = struct.unpack_from(f"{order}HHI", content, at + 2 + 12 * number)
        form = {3: "H", 4: "I"}.get(kind)
        if form and length == 1:
            (tags[tag],) = struct.unpack_from(f"{order}{form}", content, at + 10 + 12 * number)
    _need({256, 257} <= tags.keys() and tags[256] * tags[257] > 0, "it has no size")
    return f"{tags[256]:,} x {tags[257]:,} dots"


def _json(content: bytes) -> str:
    read = json.loads(content)
    _need(bool(read), "it is empty")
    return f"{len(read)} {'entries' if isinstance(read, list) else 'keys'}"


def _ris(content: bytes) -> str:
    lines = [line for line in _text(content) if line]
    _need(all(_RIS.fullmatch(line) for line in lines), "a line has no tag")
    begun, ended = (sum(line.startswith(tag) for line in lines) for tag in ("TY  -", "ER  -"))
    _need(begun == ended > 0, "a reference does not end")
    return f"{begun} references"


def _bibtex(content: bytes) -> str:
    text = "\n".join(_text(content))
    bare = re.sub(r"\\[{}]", "", text)
    _need(bare.count("{") == bare.count("}"), "its braces do not match")
    entries = re.findall(r"^@\w+\{[^,\s]+,", text, re.MULTILINE)
    _need(bool(entries), "it has no entry")
    return f"{len(entries)} references"


def _nbib(content: bytes) -> str:
    lines = _text(content)
    _need(all(_NBIB.fullmatch(line) for line in lines), "a line has no tag")
    return f"{sum(line.startswith(('TI  -', 'BTI -')) for line in lines)} references"


def _plain(content: bytes) -> str:
    return f"{sum(bool(line) for line in _text(content))} lines"


def _rows(delimiter: str) -> Callable[[bytes], str]:
    def read(content: bytes) -> str:
        lines = [line for line in _text(content) if not line.startswith("#")]
        rows = list(csv.reader(io.StringIO("\n".join(lines)), delimiter=delimiter))
        _need(len(rows) > 1 and len({len(row) for row in rows}) == 1, "its rows are not of one width")
        return f"{len(rows) - 1:,} rows of {len(rows[0])} columns"

    return read


READERS: dict[str, Callable[[bytes], str]] = {
    ".fasta": _fasta,
    ".gp": _genpept,
    ".gff3": _gff3,
    ".svg": _svg,
    ".pdf": _pdf,
    ".png": _png,
    ".tiff": _tiff,
    ".json": _json,
    ".ris": _ris,
    ".bib": _bibtex,
    ".nbib": _nbib,
    ".txt": _plain,
    ".tsv": _rows("\t"),
    ".csv": _rows(","),
}
"""What reads a file by the suffix of its name; each says in a few words what it has found."""
