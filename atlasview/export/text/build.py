"""The report of a build, to be read."""

from collections.abc import Iterator

from atlasview.building.report import BuildReport, FileReport
from atlasview.export.text.layout import Column, facts, heading, table
from atlasview.records.size import size_words

_COUNTS = ("read", "kept", "rejected", "filtered", "superseded")
_MOST_REASONS = 6


def build_text(report: BuildReport, width: int = 80) -> str:
    """What was built, what became of the records of each file and why, and what was passed over."""
    counts = [(noun.replace("_", " "), f"{number:,}") for noun, number in report.counts.items() if number]
    lines = [
        f"{report.label}: {report.path}",
        *facts([("Size", size_words(report.size)), ("SHA-256", report.label.sha256)], width),
        "",
        *heading("Holds"),
        *facts(counts, width),
        "",
        *heading("Files"),
        *_files(report, width),
        *_remarks(report, width),
        *_passed_over(report, width),
        *_worth_again(report, width),
    ]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _files(report: BuildReport, width: int) -> list[str]:
    columns = (
        Column("File", wraps=True),
        Column("Read as", wraps=True),
        *(Column(name.title(), right=True) for name in _COUNTS),
    )
    rows = [[file.file, file.format, *(f"{getattr(file.source, name):,}" for name in _COUNTS)] for file in report.files]
    return table(columns, rows, width)


def _remarks(report: BuildReport, width: int) -> Iterator[str]:
    """Why records are not there, and facts that lead nowhere, file by file."""
    said = [(file, rows) for file in report.files if (rows := list(_reasons(file)))]
    if said:
        yield ""
        yield from heading("What is not in the atlas, and why")
    columns = (Column("Records", right=True), Column("Why", wraps=True))
    for file, rows in said:
        yield file.file
        yield from table(columns, rows, width)[1:]
    if report.contradictions:
        yield ""
        yield from heading("Sources differ")
        rows = [[identifier, f"{followed}, not {other}"] for identifier, followed, other in report.contradictions[:20]]
        yield from table((Column("Identifier"), Column("Taken for", wraps=True)), rows, width)
        if len(report.contradictions) > len(rows):
            yield f"and {len(report.contradictions) - len(rows):,} more, see the report as JSON"


def _reasons(file: FileReport) -> Iterator[list[str]]:
    for times, fate, reason in file.told_reasons(_MOST_REASONS):
        yield [f"{times:,}", f"{fate}: {reason}"]
    if len(file.reasons) > _MOST_REASONS:
        yield [f"{sum(times for _f, _r, times in file.reasons[_MOST_REASONS:]):,}", "for other reasons"]
    for one in file.unmatched[:_MOST_REASONS]:
        yield [f"{one.facts:,}", f"facts lead nowhere, {one.what}: {', '.join(one.examples[:3])}"]
    for remark in file.remarks:
        yield ["", remark]


def _passed_over(report: BuildReport, width: int) -> Iterator[str]:
    if report.passed_over:
        yield ""
        yield from heading("Passed over")
        columns = (Column("File", wraps=True), Column("Why", wraps=True))
        yield from table(columns, [list(one) for one in report.passed_over], width)


def _worth_again(report: BuildReport, width: int) -> Iterator[str]:
    """Files of the atlas that was added to whose facts may lead somewhere now."""
    if report.worth_again:
        yield ""
        yield from heading("Worth handing in again")
        columns = (Column("Facts", right=True), Column("That led nowhere when the file was read", wraps=True))
        yield from table(columns, [[f"{facts:,}", name] for name, facts in report.worth_again], width)
