"""UniProt's controlled vocabularies: keywords (keywlist.txt), subcellular locations (subcell.txt), human diseases."""

from collections.abc import Callable, Iterator
from typing import Any

from atlasview.records.disease import Disease
from atlasview.records.reference import CrossReference
from atlasview.records.term import Hierarchy, Synonym, Term
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome, Taken, Version
from atlasview.sources.uniprot.entry import EntryFault
from atlasview.sources.uniprot.records import KEYWORD, LOCATION
from atlasview.sources.uniprot.vocabulary import Block, blocks

_MIM = "MIM"
_NAMES = {"keywlist.txt": "uniprot-keywords", "subcell.txt": "uniprot-locations", "humdisease.txt": "uniprot-diseases"}
_SIGNS = {"KW": "keywlist.txt", "SL": "subcell.txt", "DI": "humdisease.txt"}


def _is(name: str) -> Callable[[Head], bool]:
    def recognises(head: Head) -> bool:
        """Whether the head names this vocabulary, or the first entry has its kind of accession."""
        for line in head.lines[:400]:
            if line.startswith("Name: "):
                return line.split()[-1] == name
            if line.startswith("AC   ") and line[7:8] == "-":
                return _SIGNS.get(line[5:7]) == name
        return False

    return recognises


def _keyword(block: Block, source: str) -> tuple[str, list[Any]]:
    name = block.text(block.start)
    term = f"Keyword:{name}"
    records: list[Any] = [Term(term, name, KEYWORD, _definition(block), False, "", source)]
    records += _common(block, term, "UniProtKB-KW", source)
    parents: dict[str, None] = {}
    for path in block.sentences("HI"):
        category, _, chain = path.partition(": ")
        steps = chain.split("; ")
        parents[steps[-2] if len(steps) > 1 else category] = None
    records += [Hierarchy(term, f"Keyword:{parent}", "is_a", source) for parent in parents if parent != name]
    return term, records


def _location(block: Block, source: str) -> tuple[str, list[Any]]:
    """A location, topology or orientation; entries name it by the content of its SL line."""
    name = block.text(block.start)
    term = f"SubcellularLocation:{block.text('SL') or name}"
    records: list[Any] = [Term(term, name, LOCATION, _definition(block), False, "", source)]
    records += _common(block, term, "UniProtKB-SubCell", source)
    return term, records


def _disease(block: Block, source: str) -> tuple[str, list[Any]]:
    references = [[part.strip() for part in line.removesuffix(".").split(";")] for line in block.lines.get("DR", ())]
    phenotypes = [parts[1] for parts in references if parts[0] == _MIM and len(parts) > 1 and parts[-1] != "gene"]
    if len(phenotypes) != 1 or not phenotypes[0].isdecimal():
        raise EntryFault("a disease without one phenotype of OMIM", f"{block.text('ID')}: {', '.join(phenotypes)}")
    disease, name = f"OMIM:{phenotypes[0]}", block.text("ID")
    records: list[Any] = [Disease(disease, name, _definition(block), source)]
    names = dict.fromkeys((block.text("AR"), *block.sentences("SY")))
    records += [
        Synonym(disease, text, "exact", source) for text in names if text and text.casefold() != name.casefold()
    ]
    records.append(CrossReference(disease, "UniProt disease", block.text("AC"), "", source))
    records += [
        CrossReference(disease, parts[0], parts[1], "; ".join(parts[2:]), source)
        for parts in references
        if parts[0] != _MIM and len(parts) > 1
    ]
    return disease, records


def _definition(block: Block) -> str:
    text = block.text("DE")
    return f"{text}." if text else ""


def _common(block: Block, term: str, database: str, source: str) -> Iterator[Any]:
    """Accession, synonyms and GO's terms."""
    yield CrossReference(term, database, block.text("AC"), "", source)
    for text in dict.fromkeys(block.listed("SY")):
        yield Synonym(term, text, "exact", source)
    for line in block.lines.get("GO", ()):
        identifier, _, label = line.partition("; ")
        if identifier.startswith("GO:"):
            yield CrossReference(term, "GO", identifier[3:].rstrip("."), label.removesuffix("."), source)


def _read(file: SourceFile, records_of: Callable[[Block, str], tuple[str, list[Any]]]) -> Iterator[Outcome]:
    for block in blocks(file):
        if not block.ended:
            yield file.rejected(block.line, "the last entry breaks off", block.text(block.start))
            continue
        if not block.text(block.start) or not block.text("AC"):
            yield file.rejected(block.line, "an entry without name or accession")
            continue
        if not f"{block.text(block.start)}{block.text('SL')}".isprintable():
            yield file.rejected(block.line, "a name that holds control characters")
            continue
        try:
            key, records = records_of(block, file.source)
        except EntryFault as fault:
            yield file.rejected(block.line, fault.reason, fault.detail)
        else:
            yield Taken(block.line, records, key, _version(file))


def _version(file: SourceFile) -> Version:
    return (file.date,)


def _read_keywords(file: SourceFile) -> Iterator[Outcome]:
    return _read(file, _keyword)


def _read_diseases(file: SourceFile) -> Iterator[Outcome]:
    return _read(file, _disease)


def _read_locations(file: SourceFile) -> Iterator[Outcome]:
    """Locations name those above them by name, entries by another line: a first look ties the two."""
    with SourceFile(file.path, file.member) as first:
        paths = {block.text(block.start): block.text("SL") or block.text(block.start) for block in blocks(first)}

    def records_of(block: Block, source: str) -> tuple[str, list[Any]]:
        term, records = _location(block, source)
        for code, relation in (("HI", "is_a"), ("HP", "part_of")):
            for parent in block.sentences(code):
                records.append(Hierarchy(term, f"SubcellularLocation:{paths.get(parent, parent)}", relation, source))
        return term, records

    return _read(file, records_of)


def _format(name: str, title: str, adds: str, read: Callable[[SourceFile], Iterator[Outcome]]) -> Format:
    return Format(_NAMES[name], title, "uniprot", Turn.ONTOLOGIES, adds, _is(name), read)


FORMATS = (
    _format("keywlist.txt", "UniProt keywords", "definitions of keywords", _read_keywords),
    _format("subcell.txt", "UniProt subcellular locations", "definitions of subcellular locations", _read_locations),
    _format("humdisease.txt", "UniProt human diseases", "definitions of diseases, other names", _read_diseases),
)
