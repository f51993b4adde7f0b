"""Entries of UniProtKB in XML, of today or of 2010: read one by one, without entities from within or outside."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome
from atlasview.sources.uniprot.outcome import outcome
from atlasview.sources.uniprot.xml_entry import taxon_of, xml_entry

_ROOTS = ("<uniprot ", "<uniprot>", "<uniprot\n")


def _recognises(head: Head) -> bool:
    """Whether the root of the XML is UniProt's."""
    text = head.text.lstrip()
    return text.startswith("<") and any(root in text[:2000] for root in _ROOTS)


def read(file: SourceFile) -> Iterator[Outcome]:
    """Each entry of the file; memory does not grow with it.

    Raises InputRefused where the XML is damaged, breaks off, or declares entities of its own.
    """
    from lxml import etree

    with file.damage_told():
        parsing = etree.iterparse(
            file.binary(), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
        )
        try:
            yield from _entries(file, parsing)
        except etree.XMLSyntaxError as error:
            line = error.lineno or 0
            what = f"the XML is damaged or breaks off ({_said(error)})"
            raise file.refused(what, line, "fetch the file again") from error


def _said(error: Exception) -> str:
    return str(error.args[0]).partition(", line ")[0].strip() if error.args else "no reason given"


def _entries(file: SourceFile, parsing: Any) -> Iterator[Outcome]:
    root = None
    for event, element in parsing:
        if root is None:
            root = element
            if root.getroottree().docinfo.internalDTD is not None:
                raise file.refused(
                    "the XML declares a document type of its own, which UniProt's never does",
                    remedy="fetch the file again",
                )
            if _tag(root) != "uniprot":
                raise file.refused(f"the root of the XML is {_tag(root)}, not uniprot", 1)
        elif event == "end" and element.getparent() is root:
            if _tag(element) == "entry":
                line = element.sourceline or 0
                yield outcome(file, line, partial(taxon_of, element), partial(xml_entry, element, line, file.source))
            element.clear()
            while element.getprevious() is not None:
                del root[0]


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


FORMATS = (
    Format(
        key="uniprot-xml",
        title="UniProtKB XML",
        database="uniprot",
        turn=Turn.PROTEINS,
        adds="proteins, isoforms, features, variants, papers, keywords, diseases",
        recognises=_recognises,
        read=read,
    ),
)
