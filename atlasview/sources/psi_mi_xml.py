"""Interactions in PSI-MI XML 2.5 and 3.0, compact or expanded: read one by one, without entities."""

from collections.abc import Iterator
from typing import Any

from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.mitab import NEGATIVE, NO_PAIR, OTHER, found_by, gene_by
from atlasview.sources.opened import SourceFile
from atlasview.sources.papers import plain, pmid_in
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken

_ROOT = "entrySet"
_SPACES = ("http://psi.hupo.org/mi/mif", "http://psi.hupo.org/mi/mif300")
_MANY = "more than two take part: which of them touch is not said"
_SCORES = ("intact-miscore", "intact-mi-score", "mi-score", "miscore")
End = tuple[str, str, str]
"""Identifier of a gene, empty where none is told; taxon; what the file calls it."""
Experiment = tuple[str, tuple[str, ...]]
"""How it was found, and the PMIDs of the papers."""


def _recognises(head: Head) -> bool:
    start = head.text.lstrip()[:3000]
    return start.startswith("<") and f"<{_ROOT}" in start and _SPACES[0] in start


def _read(file: SourceFile) -> Iterator[Outcome]:
    from lxml import etree

    with file.damage_told():
        parsing = etree.iterparse(
            file.binary(), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
        )
        try:
            yield from _interactions(file, parsing)
        except etree.XMLSyntaxError as error:
            what = (
                f"the XML is damaged or breaks off ({str(error).partition(', line ')[0].strip() or 'no reason given'})"
            )
            raise file.refused(what, error.lineno or 0, "fetch the file again") from error


def _interactions(file: SourceFile, parsing: Any) -> Iterator[Outcome]:
    root, known, experiments = None, dict[str, End](), dict[str, Experiment]()
    for event, element in parsing:
        name = _name(element)
        if root is None:
            root = element
            _mind(file, root)
        elif event == "start":
            if name == "entry":
                known, experiments = {}, {}
        elif name == "source" and not file.date:
            file.date = (element.get("releaseDate") or "")[:10]
        elif name == "interactor" and _name(element.getparent()) == "interactorList":
            known[element.get("id") or ""] = _end(element)
            _forget(element)
        elif name == "experimentDescription" and _name(element.getparent().getparent()) == "entry":
            experiments[element.get("id") or ""] = _experiment(element)
            _forget(element)
        elif name in ("interaction", "abstractInteraction") and _name(element.getparent()) == "interactionList":
            yield _outcome(file, element, known, experiments)
            _forget(element)


def _mind(file: SourceFile, root: Any) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        what = "the XML declares a document type of its own, which PSI-MI never does"
        raise file.refused(what, remedy="fetch the file again")
    if _name(root) != _ROOT:
        raise file.refused(f"the root of the XML is {_name(root)}, not {_ROOT}", 1)


def _forget(element: Any) -> None:
    """Let an element that was read and its elder siblings go: memory does not grow with the interactions."""
    parent = element.getparent()
    element.clear()
    while element.getprevious() is not None:
        del parent[0]


def _outcome(file: SourceFile, element: Any, known: dict[str, End], experiments: dict[str, Experiment]) -> Outcome:
    line = element.sourceline or 0
    ends = [_participant(one, known) for one in element.iterfind("{*}participantList/{*}participant")]
    if (element.findtext("{*}negative") or "").strip() == "true":
        return Filtered(line, NEGATIVE)
    if file.taxon is not None and any(taxon and taxon != str(file.taxon) for _gene, taxon, _label in ends):
        return Filtered(line, OTHER)
    if len(ends) > 2:
        return file.rejected(line, _MANY, " ".join(label for _gene, _taxon, label in ends))
    genes = [gene for gene, _taxon, _label in ends if gene]
    if not genes or len(genes) < len(ends):
        return file.rejected(line, NO_PAIR, " ".join(label for _gene, _taxon, label in ends))
    told = list(_experiments(element, experiments))
    method = "; ".join(dict.fromkeys(method for method, _papers in told if method))
    papers = tuple(dict.fromkeys(paper for _method, papers in told for paper in papers))
    return Taken(line, found_by(genes[0], genes[-1], _score(element), method, papers, file.source))


def _experiments(element: Any, known: dict[str, Experiment]) -> Iterator[Experiment]:
    for one in element.iterfind("{*}experimentList/*"):
        if _name(one) == "experimentDescription":
            yield _experiment(one)
        else:
            yield known.get((one.text or "").strip(), ("", ()))


def _experiment(element: Any) -> Experiment:
    names = element.find("{*}interactionDetectionMethod/{*}names")
    name = "" if names is None else names.findtext("{*}fullName") or names.findtext("{*}shortLabel") or ""
    references = element.iterfind("{*}bibref/{*}xref/*")
    papers = (pmid_in(one.get("id") or "") for one in references if (one.get("db") or "").casefold() == "pubmed")
    return plain(name), tuple(dict.fromkeys(filter(None, papers)))


def _participant(element: Any, known: dict[str, End]) -> End:
    inside = element.find("{*}interactor")
    if inside is not None:
        return _end(inside)
    return known.get((element.findtext("{*}interactorRef") or "").strip(), ("", "", "no interactor"))


def _end(interactor: Any) -> End:
    references = interactor.xpath(
        "*[local-name()='xref']/*[local-name()='primaryRef' or local-name()='secondaryRef']"
        "[not(@refType) or @refType='identity' or local-name()='primaryRef']"
    )
    found = (gene_by((one.get("db") or "").casefold(), one.get("id") or "") for one in references)
    organism = interactor.find("{*}organism")
    taxon = (organism.get("ncbiTaxId") or "") if organism is not None else ""
    label = (interactor.findtext("{*}names/{*}shortLabel") or interactor.get("id") or "").strip()
    return next(filter(None, found), ""), taxon, label


def _score(element: Any) -> float | None:
    """The score from 0 to 1 that IntAct gives a pair, None where there is none."""
    for confidence in element.iterfind("{*}confidenceList/{*}confidence"):
        unit = (confidence.findtext("{*}unit/{*}names/{*}shortLabel") or "").strip().casefold()
        try:
            value = float(confidence.findtext("{*}value") or "")
        except ValueError:
            continue
        if unit in _SCORES and 0 <= value <= 1:
            return value
    return None


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if element is not None else ""


FORMATS = (
    Format(
        key="psi-mi-xml",
        title="Interactions in PSI-MI XML (IntAct)",
        database="intact",
        turn=Turn.TIES,
        adds="interactions with their score, method and papers",
        recognises=_recognises,
        read=_read,
    ),
)
