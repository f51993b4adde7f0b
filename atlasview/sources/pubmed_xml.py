"""PubMed's XML, as fetched for some papers or of the yearly baseline: read paper by paper, without entities."""

from collections.abc import Iterator
from typing import Any

from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.papers import NO_IDENTIFIER, Reference
from atlasview.sources.taken import Outcome, Taken

_ROOT = "PubmedArticleSet"
_PAPER = "PubmedArticle"


def _recognises(head: Head) -> bool:
    text = head.text.lstrip()
    return text.startswith("<") and f"<{_ROOT}" in text[:2000]


def _read(file: SourceFile) -> Iterator[Outcome]:
    from lxml import etree

    with file.damage_told():
        parsing = etree.iterparse(
            file.binary(), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
        )
        try:
            yield from _papers(file, parsing)
        except etree.XMLSyntaxError as error:
            what = (
                f"the XML is damaged or breaks off ({str(error).partition(', line ')[0].strip() or 'no reason given'})"
            )
            raise file.refused(what, error.lineno or 0, "fetch the file again") from error


def _papers(file: SourceFile, parsing: Any) -> Iterator[Outcome]:
    root = None
    for event, element in parsing:
        if root is None:
            root = element
            _mind(file, root)
        elif event == "end" and element.getparent() is root:
            line = element.sourceline or 0
            if element.tag == _PAPER:
                yield _outcome(file, line, element)
            elif element.tag == "PubmedBookArticle":
                yield file.rejected(line, "a chapter of a book, not a paper", _text(element, ".//ArticleTitle"))
            element.clear()
            while element.getprevious() is not None:
                del root[0]


def _mind(file: SourceFile, root: Any) -> None:
    """Refuse another root, and entities that a file declares of its own; PubMed's points to an outer DTD."""
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise file.refused("the XML declares entities of its own, which PubMed's never does", remedy="fetch it again")
    if root.tag != _ROOT:
        raise file.refused(f"the root of the XML is {root.tag}, not {_ROOT}", 1)


def _outcome(file: SourceFile, line: int, element: Any) -> Outcome:
    reference = _reference(element)
    paper = reference.publication(file.source)
    return Taken(line, [paper]) if paper else file.rejected(line, NO_IDENTIFIER, reference.title)


def _reference(element: Any) -> Reference:
    article = "MedlineCitation/Article"
    issue = f"{article}/Journal/JournalIssue"
    ids = element.iterfind("PubmedData/ArticleIdList/ArticleId[@IdType='doi']")
    stated = element.iterfind(f"{article}/ELocationID[@EIdType='doi']")
    return Reference(
        pmid=_text(element, "MedlineCitation/PMID"),
        doi=next((one.text or "" for found in (stated, ids) for one in found), ""),
        title=_text(element, f"{article}/ArticleTitle") or _text(element, f"{article}/VernacularTitle"),
        authors=tuple(map(_author, element.iterfind(f"{article}/AuthorList/Author"))),
        journal=_text(element, f"{article}/Journal/ISOAbbreviation") or _text(element, f"{article}/Journal/Title"),
        year=_text(element, f"{issue}/PubDate/Year") or _text(element, f"{issue}/PubDate/MedlineDate"),
        volume=_text(element, f"{issue}/Volume"),
        issue=_text(element, f"{issue}/Issue"),
        pages=_text(element, f"{article}/Pagination/MedlinePgn"),
    )


def _author(element: Any) -> str:
    """`Sharma MP`; the name of a group where it is one."""
    surname, initials = _text(element, "LastName"), _text(element, "Initials")
    return f"{surname} {initials}".strip() or _text(element, "CollectiveName")


def _text(element: Any, path: str) -> str:
    """Text below a path, that of italics and superscripts inside it too."""
    found = element.find(path)
    return "".join(found.itertext()).strip() if found is not None else ""


FORMATS = (
    Format(
        key="pubmed-xml",
        title="PubMed XML",
        database="pubmed",
        turn=Turn.TIES,
        adds="title, authors, journal, year, volume, issue, pages, DOI of papers that are cited",
        recognises=_recognises,
        read=_read,
    ),
)
