"""Thorough verification of an atlas file: everything that opening it is too quick to look at."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from atlasview.atlas import check_facts, check_rows, check_scores, check_structure, check_transcripts
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.seal import seal_holds
from atlasview.atlas.statement import Statement
from atlasview.records.source import Finding
from atlasview.records.trouble import AtlasDamaged

_MOST_OF_A_KIND = 20
"""Findings of one check that are listed one by one; the rest is counted."""

Check = Callable[[AtlasReader], Iterator[Finding]]


def check_atlas(path: Path) -> tuple[Finding, ...]:
    """All that is wrong with the atlas at `path`; errors come before warnings, and none means that it is sound.

    Damage that keeps the file from being opened is a finding. Raises AtlasMissing, AtlasForeign, AtlasTooNew or
    AtlasTooOld where there is no atlas to check.
    """
    try:
        with AtlasReader(path) as reader:
            for first in (_integrity, check_structure.structure):
                # What the other checks would read is not what was written, or not there.
                if broken := _limited(first(reader)):
                    return tuple(broken)
            found = [finding for check in _CHECKS for finding in _limited(check(reader))]
    except AtlasDamaged as damage:
        return (Finding("error", str(path), damage.what),)
    return tuple(sorted(found, key=lambda finding: finding.severity != "error"))


def _limited(found: Iterable[Finding]) -> list[Finding]:
    """The first findings of a check, and how many more there are; a million of them take no more memory than these."""
    findings = iter(found)
    first = list(islice(findings, _MOST_OF_A_KIND))
    more = Counter(finding.severity for finding in findings)
    return first + [
        Finding(severity, first[0].where, f"and {times:,} more findings like these") for severity, times in more.items()
    ]


def _integrity(reader: AtlasReader) -> Iterator[Finding]:
    for (line,) in reader.rows(Statement("PRAGMA integrity_check(20)")):
        if line != "ok":
            yield Finding("error", "file", f"the database is damaged: {line}")


def _seal(reader: AtlasReader) -> Iterator[Finding]:
    if not seal_holds(reader.path, reader.label.sha256):
        what = "the file was changed after it was built: it does not agree with its seal"
        yield Finding("error", "file", what)


_CHECKS: tuple[Check, ...] = (
    _seal,
    *check_rows.CHECKS,
    *check_facts.CHECKS,
    *check_scores.CHECKS,
    *check_transcripts.CHECKS,
)
