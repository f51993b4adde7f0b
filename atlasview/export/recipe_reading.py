"""The recipe inside a figure's file, read back from SVG, PDF, PNG and TIFF: which one it is, its content says."""

import json
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from atlasview.export import pdf, png, tiff
from atlasview.records.trouble import InputRefused

_LARGEST = 2_000_000_000
_PARTS = ("place", "view", "atlas")
_PDF_STRING = re.compile(rb"/" + pdf.RECIPE_KEY.encode() + rb" ?\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_PDF_ESCAPE = re.compile(rb"\\(.)", re.DOTALL)
_SVG_METADATA = re.compile(rb'<metadata[^>]*\bid="recipe"[^>]*>(.*?)</metadata>', re.DOTALL)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#34;", '"'), ("&amp;", "&"))


def read_recipe(path: Path) -> dict[str, Any]:
    """The recipe that `export.recipe.figure_recipe` put in; raises InputRefused where the file has none to be read."""
    try:
        if path.stat().st_size > _LARGEST:
            raise InputRefused("the file is too large for a figure", str(path), "name a figure that AtlasView wrote")
        content = path.read_bytes()
    except OSError as refusal:
        what = f"the figure cannot be read: {refusal.strerror or refusal}"
        raise InputRefused(what, str(path), "name a file that is there and can be read") from refusal
    try:
        text = _reader(content)(content)
        recipe: dict[str, Any] | None = json.loads(text) if text is not None else None
    except (ValueError, struct.error, zlib.error, IndexError):
        recipe = None
    if not isinstance(recipe, dict) or not all(isinstance(recipe.get(part), dict) for part in _PARTS):
        raise InputRefused(
            "the file holds no recipe of AtlasView", str(path), "name an SVG, PDF, PNG or TIFF that AtlasView wrote"
        )
    return recipe


def _reader(content: bytes) -> Callable[[bytes], str | None]:
    readers: dict[bytes, Callable[[bytes], str | None]] = {
        b"%PDF-": _from_pdf,
        b"\x89PNG\r\n\x1a\n": _from_png,
        b"II*\0": _from_tiff,
        b"MM\0*": _from_tiff,
    }
    return next((read for magic, read in readers.items() if content.startswith(magic)), _from_svg)


def _from_svg(content: bytes) -> str | None:
    found = _SVG_METADATA.search(content)
    if found is None:
        return None
    text = found[1].decode("utf-8")
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    return text


def _from_pdf(content: bytes) -> str | None:
    found = _PDF_STRING.search(content)
    return _PDF_ESCAPE.sub(rb"\1", found[1]).decode("ascii") if found else None


def _from_png(content: bytes) -> str | None:
    """The international text chunk of our keyword: keyword, flag and method of packing, two names, text."""
    key = png.RECIPE_KEY.encode("latin-1")
    for kind, data in _chunks(content):
        if kind == b"iTXt" and data.startswith(key + b"\0"):
            packed, _method = data[len(key) + 1 : len(key) + 3]
            _language, _translated, text = data[len(key) + 3 :].split(b"\0", 2)
            return (zlib.decompress(text) if packed else text).decode("utf-8")
        if kind in (b"tEXt", b"zTXt") and data.startswith(key + b"\0"):
            text = data[len(key) + 1 :]
            return (zlib.decompress(text[1:]) if kind == b"zTXt" else text).decode("latin-1")
    return None


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        yield kind, content[at + 8 : at + 8 + length]
        at += length + 12


def _from_tiff(content: bytes) -> str | None:
    """The ASCII entry of the first directory: tag, type, count, place of the text (or the text where it is short)."""
    order = "<" if content[:2] == b"II" else ">"
    (directory,) = struct.unpack_from(f"{order}I", content, 4)
    (count,) = struct.unpack_from(f"{order}H", content, directory)
    for number in range(count):
        tag, _kind, length, place = struct.unpack_from(f"{order}HHII", content, directory + 2 + 12 * number)
        if tag == tiff.DESCRIPTION:
            return content[place : place + length].rstrip(b"\0").decode("ascii")
    return None
