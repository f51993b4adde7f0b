"""STRING's links between proteins (`protein.links`, `.detailed`, `.full`) and the table that its site exports."""

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter

from atlasview.records.interaction import Interaction
from atlasview.records.reference import CrossReference
from atlasview.sources.cells import SEPARATOR
from atlasview.sources.companions import STRING_NAMES
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import TOO_SHORT, Header, first_line
from atlasview.sources.links import UNFIT, Links, Names, headed, singly
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
UNFIT_NAME = "an identifier holds control characters or is endless"
OTHER = "another organism"
_SCORE = "the score is none from 0 to 1,000"
_SCORES = {str(number): number / 1000 for number in range(1001)}


def _channels(header: Header) -> list[tuple[str, int]]:
    return [(name, place) for place, column in enumerate(header.names) if (name := CHANNELS.get(column))]


def _links(file: SourceFile) -> Iterator[Links]:
    number, line, blocks = headed(file)
    header = Header(file, number, line.split())
    columns = _Columns(file, header)
    for first, block in blocks:
        yield columns.block(first, block)


class _Columns:
    """Reads blocks of lines by the places of the columns. Every pair stands in these files twice, once from either
    end; the one in the order of the alphabet is taken."""

    def __init__(self, file: SourceFile, header: Header) -> None:
        self._file = file
        self._width = len(header)
        self._ends = itemgetter(header.need("protein1"), header.need("protein2"), header.need("combined_score"))
        channels = _channels(header)
        self._said = [
            {cell: f"{name}={score!r}" for cell, score in _SCORES.items()} | {"0": ""} for name, _ in channels
        ]
        self._cells = itemgetter(*(place for _name, place in channels), -1)
        self._organism = "" if file.taxon is None else f"{file.taxon}."
        self._known = Names(lambda cell: f"STRING:{cell}" if cell.startswith(self._organism) else "")

    def block(self, first: int, block: list[str]) -> Links:
        """What became of the lines of a block; the loop runs for every row of a file of millions."""
        links = Links(Interaction)
        rows, mirrored, others = links.rows, list[int](), list[int]()
        width, ends, organism, known, scores = self._width, self._ends, self._organism, self._known, _SCORES
        said = self._channels if self._said else None
        last, own, gene = "", False, UNFIT
        for number, line in enumerate(block, first):
            cells = line.split()
            if len(cells) != width:
                self._odd(links, number, cells)
                continue
            one, other, cell = ends(cells)
            if one != last:
                last, own, gene = one, one.startswith(organism), known[one]
            if not own:
                others.append(number)
            elif one > other:
                mirrored.append(number)
            elif gene < 0 or (partner := known[other]) < 0:
                self._unnamed(links, number, one, other)
            elif (score := scores.get(cell)) is None:
                links.rejected.append(self._file.rejected(number, _SCORE, cell))
            elif said is None:
                rows.append((number, gene, partner, score, ""))
            elif (channels := said(cells)) is None:
                links.rejected.append(self._file.rejected(number, _SCORE, line.rstrip("\n")))
            else:
                rows.append((number, gene, partner, score, channels))
        links.filtered = {OTHER: others + links.filtered.get(OTHER, []), MIRRORED: mirrored}
        links.first, links.names = known.taken()
        return links

    def _odd(self, links: Links, number: int, cells: list[str]) -> None:
        if cells:
            links.rejected.append(self._file.rejected(number, TOO_SHORT, f"{len(cells)} instead of {self._width}"))

    def _unnamed(self, links: Links, number: int, one: str, other: str) -> None:
        if other.startswith(self._organism):
            links.rejected.append(self._file.rejected(number, UNFIT_NAME, f"{one} {other}"))
        else:
            links.filtered.setdefault(OTHER, []).append(number)

    def _channels(self, cells: list[str]) -> str | None:
        """Channels with a score above nothing, as text; None where one is no score."""
        try:
            return SEPARATOR.join(
                [text for said, cell in zip(self._said, self._cells(cells), strict=False) if (text := said[cell])]
            )
        except KeyError:
            return None


def _read_links(file: SourceFile) -> Iterator[Outcome]:
    return singly(_links(file), file.source)


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
                found.records = [*found.records, *_names(pairs, named, file.source)]
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
        links=_links,
        companion=STRING_NAMES,
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
