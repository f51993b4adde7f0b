"""A figure as PDF: exact size, embedded fonts, text as text, the recipe in the document information, no clock."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from atlasview import __version__
from atlasview.export.pdf_objects import PdfObjects
from atlasview.export.svg import escaped
from atlasview.figures.marks import Figure

RECIPE_KEY = "AtlasViewRecipe"
"""Under which the document information holds the recipe, as JSON in ASCII."""

_BOXES = re.compile(rb"/(MediaBox|TrimBox) \[[^\]]*\]")
_FONT_NAME = re.compile(rb"/(FontName|BaseFont) /(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")
_LETTERS = re.compile(rb"\[[^\]]*\]")
_ESCAPES = {"\\": r"\\", "(": r"\(", ")": r"\)"}
_PACKET = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>
"""


def pdf_bytes(figure: Figure, family: str, recipe: Mapping[str, Any]) -> bytes:
    """The file: one page of exactly the figure's size, a unit to a point; the same bytes for the same input."""
    from atlasview.render.pdf_page import pdf_page

    objects = PdfObjects(pdf_page(figure, family))
    objects.replace(objects.info, _information(figure, recipe))
    objects.replace(objects.named(objects.root, b"/Metadata"), _metadata(figure))
    catalogue = objects.body(objects.root)
    objects.replace(objects.root, catalogue.replace(b"/Type /Catalog", b"/Type /Catalog\n/Lang (en)", 1))
    for page in objects.of_type(b"/Page"):
        objects.replace(page, _cut(objects.body(page), figure))
    for number in (*objects.of_type(b"/Font"), *objects.of_type(b"/FontDescriptor")):
        objects.replace(number, _FONT_NAME.sub(_tagged, objects.body(number)))
        if b"/ToUnicode" in objects.body(number):
            table = objects.named(number, b"/ToUnicode")
            objects.replace(table, _LETTERS.sub(_with_spaces, objects.body(table)))
    return objects.written()


def _cut(page: bytes, figure: Figure) -> bytes:
    """The page at the figure's own size; the figure stands at its lower left."""
    size = f"[0 0 {figure.width:.4f} {figure.height:.4f}]".encode()
    return _BOXES.sub(lambda found: b"/" + found[1] + b" " + size, page)


def _tagged(found: re.Match[bytes]) -> bytes:
    """The name of a font with six letters before it that say it is a part of one; Qt takes them from chance numbers."""
    tag = bytes(ord("A") + byte % 26 for byte in hashlib.sha256(found[2]).digest()[:6])
    return b"/%s /%s+%s" % (found[1], tag, found[2])


def _with_spaces(found: re.Match[bytes]) -> bytes:
    """The letters of a font's glyphs; Qt says tab of a space in fonts that draw both with one glyph."""
    return found[0].replace(b"<0009>", b"<0020>").replace(b"<00A0>", b"<0020>")


def _information(figure: Figure, recipe: Mapping[str, Any]) -> bytes:
    program = f"AtlasView {__version__}"
    entries = {
        "Title": figure.title,
        "Subject": figure.description,
        "Creator": program,
        "Producer": f"{program} with Qt",
        RECIPE_KEY: json.dumps(recipe, sort_keys=True),
    }
    return "\n".join(["<<", *(f"/{key} {_string(text)}" for key, text in entries.items()), ">>"]).encode("ascii")


def _string(text: str) -> str:
    """A text string of PDF: as it is where it is ASCII, else UTF-16 in hexadecimal digits."""
    if text.isascii() and text.isprintable():
        return f"({''.join(_ESCAPES.get(sign, sign) for sign in text)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _metadata(figure: Figure) -> bytes:
    packet = _PACKET.format(
        title=escaped(figure.title), description=escaped(figure.description), program=f"AtlasView {__version__}"
    ).encode("utf-8", "replace")
    return b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%s\nendstream" % (len(packet), packet)
