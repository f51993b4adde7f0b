"""STRING's links between proteins (`protein.links`, `.detailed`, `.full`) and the table that its site exports."""

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter

from atlasview.records.interaction import Interaction
from atlasview.records.quick import quick
from atlasview.records.reference import CrossReference
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import TOO_SHORT, Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken

CHANNELS = {
    "neighborhood": "neighborhood",
    "neighborhood_transferred": "neighborhood (transferred)",
    "neighborhood_on_chromosome": "neighborhood",
    "fusion": "fusion",
    "gene_fusion": "fusion",
    "cooccurence": "co-occurrence",
    "cooccurrence": "co-occurrence",
    "phylogenetic_cooccurrence": "co-occurrence",
    "coexpression": "coexpression",
    "coexpression_transferred": "coexpression (transferred)",
    "experimental": "experiments",
    "experiments": "experiments",
    "experiments_transferred": "experiments (transferred)",
    "experimentally_determined_interaction": "experiments",
    "database": "databases",
    "database_transferred": "databases (transferred)",
    "database_annotated": "databases",
    "textmining": "text mining",
    "textmining_transferred": "text mining (transferred)",
    "automated_textmining": "text mining",
}
"""Kinds of evidence by the names of the columns; homology lowers the others and is no evidence."""
MIRRORED = "the same pair the other way round"
OTHER = "another organism"
_SCORE = "the score is none from 0 to 1,000"
_SCORES = {str(number): number / 1000 for number in range(1001)}
_INTERACTION = quick(Interaction)


def _channels(header: Header) -> list[tuple[str, int]]:
    return [(name, place) for place, column in enumerate(header.names) if (name := CHANNELS.get(column))]


def _read_links(file: SourceFile) -> Iterator[Outcome]:
    """Every pair stands in these files twice, once from either end; the one in the order of the alphabet is taken."""
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.split())
    first, second, whole = (header.need(name) for name in ("protein1", "protein2", "combined_score"))
    width = len(header)
    channels = _channels(header)
    ends = itemgetter(first, second)
    organism = "" if file.taxon is None else f"{file.taxon}."
    scores, source = _SCORES, file.source
    for number, line in lines:
        cells = line.split()
        if len(cells) != width:
            if cells:
                yield file.rejected(number, TOO_SHORT, f"{len(cells)} instead of {width}")
            continue
        one, other = ends(cells)
        if not one.startswith(organism) or not other.startswith(organism):
            yield Filtered(number, OTHER)
        elif one > other:
            yield Filtered(number, MIRRORED)
        elif (score := scores.get(cells[whole])) is None:
            yield file.rejected(number, _SCORE, cells[whole])
        else:
            said = _said(cells, channels) if channels else ()
            if said is None:
                yield file.rejected(number, _SCORE, line)
            else:
                link = _INTERACTION(f"STRING:{one}", f"STRING:{other}", score, said, source, "", ())
                yield Taken(number, [link])


def _said(cells: list[str], channels: list[tuple[str, int]]) -> tuple[tuple[str, float], ...] | None:
    """Channels with a score above nothing; None where one is no score."""
    try:
        return tuple((name, _SCORES[cell]) for name, place in channels if (cell := cells[place]) != "0")
    except KeyError:
        return None


def _share(cell: str) -> float:
    value = float(cell)
    if not 0 <= value <= 1:
        raise ValueError(cell)
    return value


def _read_table(file: SourceFile) -> Iterator[Outcome]:
    """The site's table: each pair once, sometimes twice, scores from 0 to 1."""
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.removeprefix("#").split("\t"))
    first, second, whole = (header.need(name) for name in ("node1", "node2", "combined_score"))
    end_of = _ends(header, first, second)
    channels = _channels(header)
    organism = "" if file.taxon is None else f"{file.taxon}."
    met: set[tuple[str, str]] = set()
    named: set[str] = set()
    for row in header.rows(lines, 1 + max(first, second, whole)):
        if not isinstance(row, tuple):
            yield row
            continue
        number, cells = row
        one, other = sorted(end_of(cells))
        if any(end.startswith("STRING:") and not end.startswith(f"STRING:{organism}") for end in (one, other)):
            yield Filtered(number, OTHER)
        elif not all(end.partition(":")[2] for end in (one, other)):
            yield file.rejected(number, "no two proteins", f"{one} {other}")
        elif (one, other) in met:
            yield Filtered(number, MIRRORED)
        else:
            met.add((one, other))
            found = _row(file, number, (one, other), cells[whole], [(name, cells[at]) for name, at in channels])
            if isinstance(found, Taken):
                pairs = zip((cells[first], cells[second]), end_of(cells), strict=True)
                found.records += _names(pairs, named, file.source)
            yield found


def _names(pairs: Iterable[tuple[str, str]], named: set[str], source: str) -> Iterator[CrossReference]:
    """Which gene each of STRING's identifiers is, by the symbol beside it; once for each."""
    for symbol, end in pairs:
        if end.startswith("STRING:") and symbol and end not in named:
            named.add(end)
            yield CrossReference(f"symbol:{symbol}", "STRING", end.removeprefix("STRING:"), "", source)


def _ends(header: Header, first: int, second: int) -> Callable[[list[str]], tuple[str, str]]:
    """Both ends of a row: STRING's identifiers where the table has them, else symbols."""
    one, other = (
        header.find(f"node{n}_string_id")
        if header.find(f"node{n}_string_id") >= 0
        else header.find(f"node{n}_external_id")
        for n in (1, 2)
    )
    if one >= 0 and other >= 0:
        return lambda cells: (f"STRING:{cells[one]}", f"STRING:{cells[other]}")
    return lambda cells: (f"symbol:{cells[first]}", f"symbol:{cells[second]}")


def _row(file: SourceFile, line: int, ends: tuple[str, str], whole: str, channels: list[tuple[str, str]]) -> Outcome:
    try:
        said = tuple((name, score) for name, cell in channels if (score := _share(cell)) > 0)
        return Taken(line, [Interaction(*ends, _share(whole), said, file.source)])
    except ValueError as error:
        return file.rejected(line, "the score is none from 0 to 1", str(error))


def _is_links(head: Head) -> bool:
    names = head.first.split()
    return names[:2] == ["protein1", "protein2"] and "combined_score" in names


def _is_table(head: Head) -> bool:
    names = head.first.removeprefix("#").split("\t")
    return names[:2] == ["node1", "node2"] and "combined_score" in names


FORMATS = (
    Format(
        key="string-links",
        title="STRING links (protein.links, detailed or full)",
        database="string",
        turn=Turn.TIES,
        adds="interactions with scores, by kind of evidence",
        recognises=_is_links,
        read=_read_links,
    ),
    Format(
        key="string-table",
        title="Interactions exported from STRING's site",
        database="string",
        turn=Turn.TIES,
        adds="interactions with scores, by kind of evidence",
        recognises=_is_table,
        read=_read_table,
    ),
)
