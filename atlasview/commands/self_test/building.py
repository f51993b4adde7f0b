"""Builds a small atlas of two genes: readers and builder are inside, and the program can start itself as a helper."""

from pathlib import Path

from atlasview.commands.self_test.outcome import Outcome, Watch

_COLUMNS = "hgnc_id symbol name locus_type status location alias_symbol prev_symbol date_modified entrez_id uniprot_ids"
_GENES = (
    "HGNC:6005 IL21 interleukin-21 protein Approved 4q27 Za11 - 2024-01-02 59067 Q9HBE4",
    "HGNC:6024 IL7R interleukin-7-receptor protein Approved 5p13.2 CD127 - 2024-01-02 3575 P16871",
)
_PATIENCE = 60_000


def try_building(folder: Path) -> list[Outcome]:
    """Build the atlas in an empty folder and read it."""
    from atlasview.atlas.check import check_atlas
    from atlasview.building.compose import build_from_files
    from atlasview.building.inputs import find_inputs
    from atlasview.building.wish import Wish
    from atlasview.sources.formats import formats

    watch = Watch.started()
    table = _table(folder)
    report = build_from_files(find_inputs([str(table)]), Wish(folder / "small.atlas", jobs=1))
    findings = check_atlas(folder / "small.atlas")
    faults = [f"{finding.where}: {finding.what}" for finding in findings if finding.severity == "error"]
    if report.counts["genes"] != len(_GENES):
        faults.append(f"{report.counts['genes']} genes instead of {len(_GENES)}")
    return [watch.outcome("building", f"{len(formats())} formats, an atlas of {report.size:,} bytes", faults)]


def try_building_beside(folder: Path) -> list[Outcome]:
    """Build it once more as the window does, in a process beside this one."""
    from PySide6.QtCore import QEventLoop, QTimer

    from atlasview.building.wish import Wish
    from atlasview.desktop.building.builder import Builder

    watch = Watch.started()
    loop, builder = QEventLoop(), Builder()
    wish = Wish(folder / "beside.atlas", jobs=1)

    def go_on() -> None:
        if not builder.looking:
            builder.start(wish)

    def look_up() -> None:
        if not builder.running and (builder.result is not None or builder.trouble is not None):
            QTimer.singleShot(0, loop.quit)

    builder.looked.connect(go_on)
    for signal in (builder.turned, builder.said):
        signal.connect(look_up)
    QTimer.singleShot(_PATIENCE, loop, loop.quit)
    builder.add([_table(folder)])
    loop.exec()
    builder.end()
    genes = builder.result.counts["genes"] if builder.result is not None else 0
    faults = [] if genes == len(_GENES) else [str(builder.trouble or f"{genes} genes instead of {len(_GENES)}")]
    return [watch.outcome("building beside", "the same in a process of its own", faults)]


def _table(folder: Path) -> Path:
    table = folder / "genes.txt"
    rows = ("\t".join(row.split()) for row in (_COLUMNS, *_GENES))
    table.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return table
