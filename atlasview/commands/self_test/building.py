"""Builds a small atlas of two genes, so that every reader and the builder are known to be inside."""

from pathlib import Path

from atlasview.commands.self_test.outcome import Outcome, Watch

_COLUMNS = "hgnc_id symbol name locus_type status location alias_symbol prev_symbol date_modified entrez_id uniprot_ids"
_GENES = (
    "HGNC:6005 IL21 interleukin-21 protein Approved 4q27 Za11 - 2024-01-02 59067 Q9HBE4",
    "HGNC:6024 IL7R interleukin-7-receptor protein Approved 5p13.2 CD127 - 2024-01-02 3575 P16871",
)


def try_building(folder: Path) -> list[Outcome]:
    """Build the atlas in an empty folder and read it."""
    from atlasview.atlas.check import check_atlas
    from atlasview.building.compose import build_from_files
    from atlasview.building.inputs import find_inputs
    from atlasview.building.wish import Wish
    from atlasview.sources.formats import formats

    watch = Watch.started()
    table = folder / "genes.txt"
    rows = ("\t".join(row.split()) for row in (_COLUMNS, *_GENES))
    table.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    report = build_from_files(find_inputs([str(table)]), Wish(folder / "small.atlas", jobs=1))
    findings = check_atlas(folder / "small.atlas")
    faults = [f"{finding.where}: {finding.what}" for finding in findings if finding.severity == "error"]
    if report.counts["genes"] != len(_GENES):
        faults.append(f"{report.counts['genes']} genes instead of {len(_GENES)}")
    return [watch.outcome("building", f"{len(formats())} formats, an atlas of {report.size:,} bytes", faults)]
