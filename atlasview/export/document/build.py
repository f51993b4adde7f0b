"""The report of a build as a document: what became of every record of every file."""

from dataclasses import asdict
from typing import Any

from atlasview.building.report import BuildReport, FileReport

_COUNTS = ("read", "kept", "rejected", "filtered", "superseded")


def build_document(report: BuildReport) -> dict[str, Any]:
    """Stable keys: `atlas`, `counts`, `sources` (read = kept + rejected + filtered + superseded), `passed_over`."""
    return {
        "atlas": {
            "path": str(report.path),
            "name": report.label.name,
            "version": report.label.version,
            "sha256": report.label.sha256,
            "size": report.size,
        },
        "counts": dict(report.counts),
        "sources": [_file(file) for file in report.files],
        "passed_over": [{"file": name, "reason": reason} for name, reason in report.passed_over],
        "contradictions": [
            {"identifier": identifier, "followed": followed, "other": other}
            for identifier, followed, other in report.contradictions
        ],
        "worth_again": [{"file": name, "facts": facts} for name, facts in report.worth_again],
    }


def _file(file: FileReport) -> dict[str, Any]:
    source = file.source
    return {
        "key": source.key,
        "file": file.file,
        "format": file.format,
        "database": source.database,
        "release": source.release or None,
        "date": source.date or None,
        "licence": source.licence,
        "sha256": source.sha256,
        **{name: getattr(source, name) for name in _COUNTS},
        "reasons": [{"fate": fate, "reason": reason, "records": times} for fate, reason, times in file.reasons],
        "unmatched": [asdict(one) for one in file.unmatched],
        "remarks": list(file.remarks),
        "rejections": [{"line": one.line, "reason": one.reason, "detail": one.detail or None} for one in file.refusals],
    }
