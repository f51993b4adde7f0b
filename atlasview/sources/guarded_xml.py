"""Elements of a large XML file, one after the other: without entities from within or outside, memory stays flat."""

from collections.abc import Iterator
from typing import Any

from atlasview.sources.opened import SourceFile


def elements(file: SourceFile, wanted: str, root: str) -> Iterator[tuple[int, Any]]:
    """Line and element of each `wanted` below the root; it is emptied when the next one is asked for.

    Raises InputRefused where the XML is damaged, breaks off, declares a document type of its own or has another root.
    """
    from lxml import etree

    with file.damage_told():
        parsing = etree.iterparse(
            file.binary(), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
        )
        try:
            yield from _found(file, parsing, wanted, root)
        except etree.XMLSyntaxError as error:
            said = str(error.args[0]).partition(", line ")[0].strip() if error.args else "no reason given"
            what = f"the XML is damaged or breaks off ({said})"
            raise file.refused(what, error.lineno or 0, "fetch the file again") from error


def _found(file: SourceFile, parsing: Any, wanted: str, root_name: str) -> Iterator[tuple[int, Any]]:
    root = None
    inside = 0
    for event, element in parsing:
        if root is None:
            root = element
            if root.getroottree().docinfo.internalDTD is not None:
                raise file.refused("the XML declares a document type of its own", remedy="fetch the file again")
            if tag(root) != root_name:
                raise file.refused(f"the root of the XML is {tag(root)}, not {root_name}", 1)
        elif tag(element) == wanted:
            inside += 1 if event == "start" else -1
            if event == "end" and inside == 0:
                yield element.sourceline or 0, element
                _let_go(element)
        elif event == "end" and element.getparent() is root:
            _let_go(element)


def _let_go(element: Any) -> None:
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def tag(element: Any) -> str:
    """Name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text(element: Any, path: str) -> str:
    """Text at a path below an element, empty for none."""
    return (element.findtext(path) or "").strip()
