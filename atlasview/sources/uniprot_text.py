"""UniProtKB flat text (`uniprot_sprot_human.dat`, `P16871.txt`): entries as laid out from 2005 to today."""

import re
from collections.abc import Iterator

from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import LONGEST_LINE, SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Outcome, Taken
from atlasview.sources.uniprot.comments import read_comments
from atlasview.sources.uniprot.entry import Entry, EntryFault, misplaced
from atlasview.sources.uniprot.features import features
from atlasview.sources.uniprot.identity import head_line, iso_date, organism, read_dates, taxa
from atlasview.sources.uniprot.names import gene_names, protein_names
from atlasview.sources.uniprot.papers import papers
from atlasview.sources.uniprot.records import taken
from atlasview.sources.uniprot.wrapping import unwrapped

_PIECE = 2 << 20
_END = "\n//\n"
_ID = re.compile(r"ID   \S+ +(?:Reviewed|Unreviewed|STANDARD|PRELIMINARY);")
_ACCESSION = re.compile(r"AC   [A-Z0-9]+;")
_OS = "\nOS   "
_SUMS = re.compile(r"SEQUENCE +(\d{1,9}) AA; +(\d{1,12}) MW; +([0-9A-F]{16}) CRC64;")
_PARTS = ("RN", "CC", "DR", "PE", "KW", "FT")
_SIGNS = tuple(f"\n{code}" for code in _PARTS)
_OTHER_LINE = re.compile(r"\n(?!KW   )")
_EXISTENCE = frozenset("12345")
OTHER = "another organism"


def recognises(head: Head) -> bool:
    """Whether the first line that is not empty is the ID line of an entry."""
    return bool(_ID.match(head.text.lstrip("\n")[:200]))


def _lacks(head: Head) -> str:
    """An entry whose ID line is none, by the accession line below it and the organism further on."""
    first, _end, rest = head.text.lstrip("\n").partition("\n")
    return "its first ID line is none" if first.startswith("ID ") and _ACCESSION.match(rest) and _OS in rest else ""


def read(file: SourceFile) -> Iterator[Outcome]:
    """Each entry of the file."""
    for line, text in chunks(file):
        for outcome in read_chunk(line, text, file.name, file.source, file.taxon):
            if isinstance(outcome, Taken):
                file.date = max(file.date, str(outcome.version[1]))
            yield outcome


def chunks(file: SourceFile) -> Iterator[tuple[int, str]]:
    """Pieces of whole entries, about 2 MB each, with the number of their first line.

    Raises InputRefused where the file breaks off, or where no entry ends.
    """
    with file.damage_told():
        stream, waiting, line = file.text(), "", 1
        while block := stream.read(_PIECE):
            waiting += block
            cut = waiting.rfind(_END) + len(_END)
            if cut < len(_END):
                if len(waiting) > LONGEST_LINE:
                    raise file.refused(f"no entry ends within {LONGEST_LINE >> 20} MiB: this is no flat text", line)
                continue
            piece, waiting = waiting[:cut], waiting[cut:]
            file.date = max(file.date, _date(piece))
            yield line, piece
            line += piece.count("\n")
        if waiting.strip():
            file.date = max(file.date, _date(waiting))
            yield line, waiting


def read_chunk(line: int, text: str, name: str, source: str, taxon: int | None) -> Iterator[Outcome]:
    """Outcomes of the entries of one piece, see `Format.read_chunk`; one entry is held at a time."""
    *blocks, rest = text.split(_END)
    for block in blocks:
        yield _outcome(line, block, name, source, taxon)
        line += block.count("\n") + 2
    rest = rest.removesuffix("\n//")
    if rest.strip():
        whole = text.endswith("\n//")
        yield (
            _outcome(line, rest, name, source, taxon)
            if whole
            else Rejected(name, line, "the last entry breaks off", rest[5:30].split(" ")[0])
        )


def _outcome(line: int, block: str, name: str, source: str, taxon: int | None) -> Outcome:
    line += len(block) - len(block.lstrip("\n"))
    try:
        found = taxa(block)
        if taxon is not None:
            if taxon not in found:
                return Filtered(line, OTHER)
            return taken(entry_of(line, block, source, taxon))
        return taken(entry_of(line, block, source, found[0]))
    except EntryFault as fault:
        return Rejected(name, line, fault.reason, fault.detail[:200])


def entry_of(line: int, block: str, source: str, taxon: int) -> Entry:
    """The entry in a text from its ID line to its sequence, as it stands there: nothing is derived or compared yet.

    Raises EntryFault where it cannot be read.
    """
    lines, parts = _parted(block.lstrip("\n"))
    if "AC" not in lines or "ID" not in lines:
        raise EntryFault("an entry without an ID line or accession", block[:40].partition("\n")[0])
    entry = Entry(line, source, taxon=taxon)
    entry.accessions = tuple(" ".join(one[5:] for one in lines["AC"]).replace(";", " ").split())
    if not entry.accessions:
        raise EntryFault("an entry without an ID line or accession", block[:40].partition("\n")[0])
    entry.entry_name, entry.reviewed, entry.length = head_line(lines["ID"][0])
    read_dates(lines.get("DT", []), entry)
    entry.names = protein_names(lines.get("DE", []))
    entry.genes = gene_names(lines.get("GN", []))
    entry.organism = organism(" ".join(one[5:].strip() for one in lines.get("OS", [])))
    entry.papers = papers(parts["RN"], entry.accession, source)
    read_comments(parts["CC"], entry)
    entry.references = _references(parts["DR"], entry)
    existence = parts["PE"][6:7]
    entry.existence = int(existence) if existence in _EXISTENCE else 0
    entry.keywords = _keywords(parts["KW"], entry)
    entry.features = features(parts["FT"], entry.id, entry.accession, source)
    _sequence(parts["SQ"], entry)
    return entry


def _parted(block: str) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Lines before the references by their code, and each longer part of an entry as one text.

    The parts come in this order; the sequence is the last of them.
    """
    last = block.rfind("\nSQ")
    end = last if last >= 0 else len(block)
    parts = {"SQ": block[end:]}
    starts, at = list[int](), 0
    for sign in _SIGNS:
        found = block.find(sign, at, end)
        starts.append(found)
        at = found if found >= 0 else at
    for code, start in zip(reversed(_PARTS), reversed(starts), strict=True):
        parts[code] = block[start:end] if start >= 0 else ""
        end = start if start >= 0 else end
    lines: dict[str, list[str]] = {}
    for line in block[:end].split("\n"):
        lines.setdefault(line[:2], []).append(line)
    return lines, parts


def _references(text: str, entry: Entry) -> list[str]:
    lines = text.split("\nDR   ")
    if lines[0] or text.count("\n") > len(lines) - 1:
        raise misplaced(entry.accession, "DR")
    return lines[1:]


def _keywords(text: str, entry: Entry) -> list[str]:
    if _OTHER_LINE.search(text):
        raise misplaced(entry.accession, "KW")
    said = unwrapped(text[6:], "\nKW   ").strip().rstrip(".")
    found = [one.partition(" {ECO:")[0].strip() for one in said.split(";")]
    return [one for one in dict.fromkeys(found) if one]


def _sequence(text: str, entry: Entry) -> None:
    head, _, sequence = text[1:].partition("\n")
    sums = _SUMS.search(head)
    if sums is None:
        raise EntryFault("an entry without length, mass and CRC64 of its sequence", entry.accession)
    if entry.length is not None and entry.length != int(sums[1]):
        raise EntryFault("two lengths in one entry", f"{entry.accession}: {entry.length} and {sums[1]} residues")
    entry.length, entry.mass, entry.crc64 = int(sums[1]), int(sums[2]), sums[3]
    entry.sequence = sequence.replace(" ", "").replace("\n", "")


def _date(text: str) -> str:
    """Date of the first entry that says one: files are of one release, and most entries change with it."""
    return iso_date(text[: max(text.find(", entry version "), 0)][-11:])


FORMATS = (
    Format(
        key="uniprot-text",
        title="UniProtKB flat text",
        database="uniprot",
        turn=Turn.PROTEINS,
        adds="proteins, isoforms, features, variants, papers, keywords, diseases",
        recognises=recognises,
        read=read,
        chunks=chunks,
        read_chunk=read_chunk,
        lacks=_lacks,
    ),
)
