"""Gene sets, GMT: one set in a line, its name, an address or description, its genes; also Reactome's, WikiPathways'."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm, Term
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.reactome import IDENTIFIER
from atlasview.sources.rejection import Filtered
from atlasview.sources.rows import Rows
from atlasview.sources.species import reactome_prefix, species_name
from atlasview.sources.taken import Outcome, Taken, Version

_WIKIPATHWAYS = re.compile(r"(.+)%WikiPathways_(\d{8})%(WP\d+)%(.+)")
_WIKIPATHWAYS_PAGE = re.compile(
    r"https?://(?:www\.)?wikipathways\.org/(?:instance|pathways|index\.php/Pathway:)/?(WP\d+)"
)
_MSIGDB_PAGE = re.compile(r"https?://(?:www\.)?(?:gsea-msigdb|broadinstitute|broad\.mit)\S*/(?:cards|geneset)/(\S+)")
_PATHWAYS = ("WP_", "REACTOME_", "KEGG_", "BIOCARTA_", "PID_", "SA_", "SIG_", "ST_")
"""Beginnings of the names that MSigDB gives to sets which are pathways of a database."""
_NO_DESCRIPTION = {"", "na", "n/a", "none", "null", "-"}
_GENE = re.compile(r"[A-Za-z0-9][\w.@/*'()-]*(?: [\w.,()/ -]+)?")
_PLAIN_GENE = re.compile(r"[A-Za-z][\w.@-]{1,30}|\d{1,9}")
_NUMBER = re.compile(r"-?\d+\.\d*(?:[eE][-+]?\d+)?")
_LONGEST_NAME = 240
_WEIGHT = re.compile(r",-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$")


@dataclass(frozen=True, slots=True)
class _Set:
    """What the first two cells of a line say of a set; `version` of those that have none is the least."""

    id: str
    name: str
    category: str
    definition: str = ""
    assigned_by: str = ""
    version: Version = (0, "")
    reference: tuple[str, str] | None = None


def key_of(term: str) -> str:
    """Key of the record of a set, by the id of its term: another file may describe the term itself."""
    return f"genes of {term}"


_Naming = Callable[[SourceFile, str, str], "_Set | str"]
"""What a set is, or the reason for which it is left out."""


def _of_any(_file: SourceFile, name: str, description: str) -> _Set | str:
    if page := _WIKIPATHWAYS_PAGE.match(description):
        return _Set(f"WikiPathways:{page[1]}", name, "pathway", assigned_by="WikiPathways")
    identifier = "GMT:" + "_".join(name.split())
    category = "pathway" if name.startswith(_PATHWAYS) else "gene set"
    if page := _MSIGDB_PAGE.match(description):
        return _Set(identifier, name, category, assigned_by="MSigDB", reference=("MSigDB", page[1]))
    said = description.strip()
    if said.casefold() in _NO_DESCRIPTION or said == name or said.startswith(("http://", "https://")):
        said = ""
    return _Set(identifier, name, category, said)


def _of_reactome(file: SourceFile, name: str, description: str) -> _Set | str:
    if not IDENTIFIER.fullmatch(description):
        return ""
    if not description.startswith(reactome_prefix(file.taxon)):
        return "another organism"
    return _Set(f"Reactome:{description}", name, "pathway", assigned_by="Reactome")


def _of_wikipathways(file: SourceFile, name: str, _description: str) -> _Set | str:
    found = _WIKIPATHWAYS.fullmatch(name)
    if not found:
        return ""
    title, date, identifier, species = found.groups()
    if file.taxon is not None and species != species_name(file.taxon):
        return "another organism"
    if not file.date:
        file.date = file.release = f"{date[:4]}-{date[4:6]}-{date[6:]}"
    return _Set(f"WikiPathways:{identifier}", title, "pathway", "", "WikiPathways", (1, date))


def _reader(naming: _Naming) -> Callable[[SourceFile], Iterator[Outcome]]:
    def read(file: SourceFile) -> Iterator[Outcome]:
        for number, line in file.lines():
            if line.strip():
                yield _outcome(file, number, line.split("\t"), naming)

    return read


def _outcome(file: SourceFile, line: int, cells: list[str], naming: _Naming) -> Outcome:
    name, description, *genes = (cell.strip() for cell in (*cells, ""))
    if not name.isprintable() or not 0 < len(name) <= _LONGEST_NAME or len(cells) < 2:
        return file.rejected(line, "no row of name, description and genes", "\t".join(cells))
    found = naming(file, name, description)
    if isinstance(found, str):
        if found:
            return Filtered(line, found)
        return file.rejected(line, "a set without the identifier that the others have", name)
    members = _members(genes)
    if not members:
        return file.rejected(line, "a set without genes", name)
    source = file.source
    rows, term = Rows(), found.id
    rows.add(Term, term, [(term, found.name, found.category, found.definition, False, "", source)])
    if found.reference:
        rows.add(CrossReference, term, [(term, *found.reference, "", source)])
    rows.add(GeneTerm, None, [(gene, term, "", "", "", found.assigned_by, source) for gene in members])
    return Taken(line, rows, key_of(term), found.version)


def _members(genes: list[str]) -> list[str]:
    """The genes of a set, each once: by NCBI Gene's numbers where all of them are numbers, else by symbol.

    Weights (`IL7R,1.0`) are taken off.
    """
    given = dict.fromkeys(_WEIGHT.sub("", gene) if "," in gene else gene for gene in genes if gene)
    if all(map(str.isdecimal, given)):
        return [f"NCBIGene:{gene}" for gene in given]
    return [f"ENSEMBL:{gene.partition('.')[0]}" if gene.startswith("ENSG0") else f"symbol:{gene}" for gene in given]


def _rows(head: Head) -> list[list[str]]:
    return [line.rstrip().split("\t") for line in islice(head.lines, 50) if line.strip()]


def _is_reactome(head: Head) -> bool:
    rows = _rows(head)
    return bool(rows) and all(
        len(row) > 2 and IDENTIFIER.fullmatch(row[1]) and not row[2].startswith("http") for row in rows
    )


def _is_wikipathways(head: Head) -> bool:
    rows = _rows(head)
    return bool(rows) and all(_WIKIPATHWAYS.fullmatch(row[0]) for row in rows)


def _is_any(head: Head) -> bool:
    """Rows as long as their sets, whose cells look like genes; where all are as long, the second says what they are."""
    rows = _rows(head)
    if not rows or any(len(row) < 3 or not row[0] or row[0][0] in "#!@>" for row in rows):
        return False
    if any(row[1].isdecimal() for row in rows):  # a table of places in a genome, say
        return False
    told = all(row[1].casefold() in _NO_DESCRIPTION or row[1].startswith(("http://", "https://")) for row in rows)
    if not told and (len(rows) == 1 or len({len(row) for row in rows}) == 1):
        return False
    return all(_look_like_genes(row[2:]) for row in rows)


def _look_like_genes(cells: list[str]) -> bool:
    genes = [_WEIGHT.sub("", cell.strip()) for cell in cells if cell.strip()]
    if not genes or any(map(_NUMBER.fullmatch, genes)) or not all(map(_GENE.fullmatch, genes)):
        return False
    plain = sum(1 for gene in genes if _PLAIN_GENE.fullmatch(gene))
    return plain >= 0.9 * len(genes) and 2 * len(set(genes)) > len(genes)


FORMATS = (
    Format(
        key="wikipathways-gmt",
        title="WikiPathways (GMT)",
        database="wikipathways",
        turn=Turn.TIES,
        adds="pathways of genes",
        recognises=_is_wikipathways,
        read=_reader(_of_wikipathways),
    ),
    Format(
        key="reactome-gmt",
        title="Genes of Reactome's pathways (GMT)",
        database="reactome",
        turn=Turn.TIES,
        adds="pathways of genes, names of these pathways",
        recognises=_is_reactome,
        read=_reader(_of_reactome),
    ),
    Format(
        key="gmt",
        title="Gene sets (GMT: MSigDB, Enrichr, your own)",
        database="gmt",
        turn=Turn.TIES,
        adds="gene sets and the genes in them",
        recognises=_is_any,
        read=_reader(_of_any),
    ),
)
