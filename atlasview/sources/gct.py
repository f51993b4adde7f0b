"""GCT 1.2 and 1.3: medians by tissue, as GTEx publishes them. Tables of probes or of people are refused."""

import re
from collections.abc import Iterator

from atlasview.anatomy import sample
from atlasview.sources.expression_matrix import MOST_SAMPLES, MatrixRows
from atlasview.sources.expression_values import gene_of, sample_name
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Outcome

_VERSIONS = ("#1.2", "#1.3")
_RELEASE = re.compile(r"[_-]v(\d+)[_.-]", re.I)
_UNIT = re.compile(r"(tpm|rpkm|fpkm)", re.I)
_REMEDY = "take GTEx's medians by tissue: GTEx_Analysis_*_gene_median_tpm.gct.gz"
_COUNT = re.compile(r"\d{1,9}", re.ASCII)
_PERSON = re.compile(r"GTEX-\w+-\d+")


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    version = next(lines, (1, ""))[1].strip()
    if version not in _VERSIONS:
        raise file.refused("there is no line '#1.2' or '#1.3'", 1)
    number, line = next(lines, (2, ""))
    counts = line.split()
    if len(counts) not in (2, 4) or not all(_COUNT.fullmatch(count) for count in counts):
        raise file.refused("the second line is not the number of rows and columns", number)
    before, above = (int(counts[2]), int(counts[3])) if len(counts) == 4 else (1, 0)
    number, line = next(lines, (3, ""))
    header = Header(file, number, line.split("\t"))
    names = [sample_name(name) for name in header.names[1 + before :]]
    _refuse_people(file, number, header.names[1 + before :])
    for _ in range(above):
        next(lines, None)
    yield from _rows(file, header, lines, 1 + before, names, int(counts[0]))


def _refuse_people(file: SourceFile, line: int, names: list[str]) -> None:
    if not names:
        raise file.refused("there are no columns of samples", line)
    if len(names) > MOST_SAMPLES or any(_PERSON.match(name) for name in names):
        raise file.refused("the columns are samples of people, not tissues", line, _REMEDY)


def _rows(
    file: SourceFile, header: Header, lines: Iterator[tuple[int, str]], first: int, names: list[str], stated: int
) -> Iterator[Outcome]:
    unit, dataset = _about(file, names)
    rows = MatrixRows(file, list(range(first, first + len(names))), names, unit, "tissue", dataset)
    found = read = 0
    for row in header.rows(lines, first + len(names)):
        read += 1
        if isinstance(row, Rejected):
            yield row
            continue
        number, cells = row
        if cells[0].endswith("_PAR_Y"):
            found += 1
            yield Filtered(number, "the copy on Y of a gene on X and Y")
            continue
        found += bool(gene_of(cells[0]))
        if not found and read > 20:
            raise _no_genes(file, number, cells[0])
        yield rows.outcome(number, cells)
    if read and not found:
        raise _no_genes(file, 0, "")
    if read != stated:
        file.remarks.append(f"the file states {stated:,} rows and has {read:,}")


def _no_genes(file: SourceFile, line: int, cell: str) -> Exception:
    shown = f" ({cell[:40]})" if cell else ""
    return file.refused(f"its rows are probes or names, not genes by Ensembl identifier{shown}", line, _REMEDY)


def _about(file: SourceFile, names: list[str]) -> tuple[str, str]:
    """Unit and data set; GCT has no place for them, so the name of the file is asked."""
    name = file.member or file.path.name
    found = _UNIT.search(name)
    unit = found[1].upper() if found else ""
    if unit:
        file.remarks.append(f"the unit {unit} is taken from the name of the file: the format has no place for it")
    else:
        file.remarks.append("the file does not say the unit of its values")
    if 2 * sum(1 for one in names if sample(one)) < len(names):
        return unit, name.split(".")[0]
    release = _RELEASE.search(name)
    file.release = f"V{release[1]}" if release else ""
    return unit, f"GTEx {file.release} medians".replace("  ", " ")


def _refuse(file: SourceFile) -> Iterator[Outcome]:
    raise _no_genes(file, 0, "")


def _first_rows(head: Head) -> list[str]:
    return [line.split("\t")[0] for line in head.lines[3:60] if line]


def _is_genes(head: Head) -> bool:
    rows = _first_rows(head)
    return head.first.strip() in _VERSIONS and (not rows or any(gene_of(row.removesuffix("_PAR_Y")) for row in rows))


def _is_probes(head: Head) -> bool:
    return head.first.strip() in _VERSIONS and not _is_genes(head)


FORMATS = (
    Format(
        key="gtex",
        title="GTEx medians by tissue (GCT)",
        database="gtex",
        turn=Turn.TIES,
        adds="median expression by tissue in TPM, from which the tissue specificity tau is computed",
        recognises=_is_genes,
        read=_read,
    ),
    Format(
        key="gct-probes",
        title="Expression of probes (GCT)",
        database="gct",
        turn=Turn.TIES,
        adds="nothing: probes of a chip are no genes",
        recognises=_is_probes,
        read=_refuse,
    ),
)
