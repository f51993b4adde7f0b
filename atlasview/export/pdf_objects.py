"""The numbered objects of a PDF file as Qt writes it: taken apart, and put together in an order that never changes.

Where Qt numbers the fonts of a page by chance, they are numbered here in the order in which the file speaks of them.
"""

import hashlib
import re
from collections.abc import Mapping

_HEAD = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_ENTRY = 20
_STREAM = b"stream\n"


class PdfObjects:
    """Bodies of objects by number, `root` and `info` the numbers of catalogue and document information."""

    def __init__(self, content: bytes) -> None:
        """Takes a file apart; ValueError where it is not built as Qt builds it."""
        start, table = _START.search(content), None
        if start is not None:
            table = _TABLE.match(content, int(start[1]))
        if start is None or table is None:
            raise ValueError("no table of objects at the end")
        trailer = content[table.end() + _ENTRY * int(table[1]) :]
        self.root, self.info = (_number(trailer, key) for key in (b"/Root", b"/Info"))
        self._bodies = _bodies(content, table, int(start[1]))

    def body(self, number: int) -> bytes:
        """What stands between `obj` and `endobj`."""
        return self._bodies[number]

    def replace(self, number: int, body: bytes) -> None:
        """Put another body in an object's place."""
        self._bodies[number] = body

    def named(self, number: int, key: bytes) -> int:
        """The object that another one refers to under a key (`/Metadata`)."""
        return _number(_spoken(self._bodies[number]), key)

    def of_type(self, kind: bytes) -> list[int]:
        """Numbers of the objects of a type (`/Page`)."""
        wanted = re.compile(rb"/Type\s*" + re.escape(kind) + rb"\b")
        return [number for number, body in self._bodies.items() if wanted.search(_spoken(body))]

    def written(self) -> bytes:
        """The file, with an identifier made from its content; objects that nothing refers to are left out."""
        order = self._order()
        places: list[int] = []
        parts, length = [_HEAD], len(_HEAD)
        for number in order:
            body = self._bodies[number]
            spoken = _spoken(body)
            body = _REFERENCE.sub(lambda found: b"%d 0 R" % order[int(found[1])], spoken) + body[len(spoken) :]
            places.append(length)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (order[number], body))
            length += len(parts[-1])
        name = hashlib.sha256(b"".join(parts)).hexdigest()[:32].encode()
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        parts.append(
            b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(order) + 1, table)
            + b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R " % (len(order) + 1, order[self.root], order[self.info])
            + b"/ID [<%s> <%s>] >>\nstartxref\n%d\n%%%%EOF\n" % (name, name, length)
        )
        return b"".join(parts)

    def _order(self) -> Mapping[int, int]:
        """Old number -> new one, in the order in which a reader comes across them."""
        order: dict[int, int] = {}
        waiting = [self.info, self.root]
        while waiting:
            number = waiting.pop()
            if number not in order:
                order[number] = len(order) + 1
                named = [int(found[1]) for found in _REFERENCE.finditer(_spoken(self._bodies[number]))]
                waiting += reversed(named)
        return order


def _bodies(content: bytes, table: re.Match[bytes], end: int) -> dict[int, bytes]:
    entries = (content[at : at + _ENTRY] for at in range(table.end(), table.end() + _ENTRY * int(table[1]), _ENTRY))
    places = {number: int(entry[:10]) for number, entry in enumerate(entries) if entry[17:18] == b"n"}
    ends = dict(zip(sorted(places.values()), [*sorted(places.values())[1:], end], strict=True))
    return {number: _inside(content[place : ends[place]], number) for number, place in places.items()}


def _inside(text: bytes, number: int) -> bytes:
    begin = b"%d 0 obj" % number
    if not text.startswith(begin) or not text.rstrip().endswith(b"endobj"):
        raise ValueError(f"object {number} is not where the table says")
    return text[len(begin) :].strip(b"\r\n ").removesuffix(b"endobj").strip(b"\r\n ")


def _spoken(body: bytes) -> bytes:
    """The part of a body that is not a stream of other data."""
    head, mark, _data = body.partition(_STREAM)
    return head + mark


def _number(text: bytes, key: bytes) -> int:
    found = re.search(re.escape(key) + rb"\s+(\d+) 0 R", text)
    if found is None:
        raise ValueError(f"nothing under {key.decode()}")
    return int(found[1])
