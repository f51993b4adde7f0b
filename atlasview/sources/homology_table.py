"""Tables of homology statements: which gene resembles which, in which species, by how much."""

from collections.abc import Iterator

from atlasview.records.interaction import Homology
from atlasview.sources.cells import real
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.papers import Reference, doi_in, plain, pmid_in
from atlasview.sources.rejection import Rejected
from atlasview.sources.significance_table import gene_said
from atlasview.sources.taken import Outcome, Taken

_REQUIRED = ("gene", "relative", "species", "identity")
_MORE = ("molecule", "publication")
MOLECULES = ("protein", "DNA")


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.removeprefix("#").split("\t"))
    places = {name: header.need(name) for name in _REQUIRED}
    least = 1 + max(places.values())
    places |= {name: header.find(name) for name in _MORE}
    for row in header.rows(lines, least):
        if isinstance(row, Rejected):
            yield row
            continue
        number, cells = row
        said = {name: plain(cells[place]) for name, place in places.items()}
        try:
            homology = _row(said, file.source)
        except ValueError as error:
            yield file.rejected(number, str(error), f"{said['gene']} {said['relative']} {said['identity']}")
        else:
            paper = Reference(pmid=homology.publication, doi=homology.publication).publication(file.source)
            yield Taken(number, [homology, paper] if paper else [homology])


def _row(said: dict[str, str], source: str) -> Homology:
    """The statement of a row. Raises ValueError with the reason where it is none."""
    gene = gene_said(said["gene"])
    if not gene:
        raise ValueError("no identifier or symbol of a gene")
    if not said["relative"] or not said["species"]:
        raise ValueError("no relative or no species")
    molecule = said["molecule"] or MOLECULES[0]
    if molecule not in MOLECULES:
        raise ValueError(f"the molecule is neither {' nor '.join(MOLECULES)}")
    try:
        identity = real(said["identity"].removesuffix("%").strip())
    except ValueError as error:
        raise ValueError("the identity is no number") from error
    if not 0 <= identity <= 100:
        raise ValueError("the identity is not between 0 and 100 percent")
    return Homology(gene, said["relative"], said["species"], molecule, identity, _paper(said["publication"]), source)


def _paper(cell: str) -> str:
    if not cell:
        return ""
    if pmid := pmid_in(cell):
        return f"PMID:{pmid}"
    if doi := doi_in(cell):
        return f"DOI:{doi}"
    raise ValueError("the publication is neither PMID nor DOI")


def _recognises(head: Head) -> bool:
    return set(_REQUIRED) <= set(head.first.removeprefix("#").split("\t"))


FORMATS = (
    Format(
        key="homology",
        title="Table of homology statements",
        database="homologies",
        turn=Turn.TIES,
        adds="likeness to genes of other species and to paralogues, in percent",
        recognises=_recognises,
        read=_read,
    ),
)
