"""Sequences of isoforms: the changes of VAR_SEQ features applied to the canonical sequence."""

import re
from collections.abc import Iterator

from atlasview.records.protein import Isoform
from atlasview.sources.uniprot.entry import Entry

_CHANGE = re.compile(r"(?P<ref>[A-Z]+) ?-> ?(?P<alt>[A-Z]+)(?:,? ?\(|$)")
_ALTERNATIVE = frozenset({"VAR_SEQ", "VARSPLIC"})
Change = tuple[int, int, str, str]


def isoform_records(entry: Entry) -> list[Isoform]:
    """The isoforms of an entry, at least the canonical one."""
    if not entry.isoforms:
        note = "the entry describes no isoforms"
        return [Isoform(f"{entry.accession}-1", entry.id, "1", (), True, (), entry.sequence, note, entry.source)]
    changes = sequence_changes(entry)
    found = []
    for one in entry.isoforms:
        canonical = one.form == "displayed"
        sequence = entry.sequence if canonical else spliced(entry.sequence, one.differences, changes)
        notes = (one.note, "" if sequence else f"sequence {one.form or 'not given'}")
        found.append(
            Isoform(
                one.id,
                entry.id,
                one.name,
                one.synonyms,
                canonical,
                one.differences,
                sequence,
                "; ".join(note for note in notes if note),
                entry.source,
            )
        )
    return found


def sequence_changes(entry: Entry) -> dict[str, Change]:
    """By id of each VAR_SEQ feature: the range that it replaces (1-based, closed), what stands there, what comes."""
    changes: dict[str, Change] = {}
    for feature in entry.features:
        if feature[3] in _ALTERNATIVE:
            start, end, _sign, _other, description, identifier = feature[4:10]
            if not (identifier and start and end):
                continue
            if description.startswith("Missing"):
                changes[identifier] = (start, end, "", "")
            elif found := _CHANGE.match(description):
                changes[identifier] = (start, end, found["ref"], found["alt"])
    return changes


def spliced(sequence: str, differences: tuple[str, ...], changes: dict[str, Change]) -> str | None:
    """The sequence with these changes; None where one of them is not known, overlaps or contradicts the sequence."""
    if not differences or any(key not in changes for key in differences):
        return None
    parts, at = list[str](), 0
    for start, end, ref, alt in _in_order(differences, changes):
        if start - 1 < at or end > len(sequence) or (ref and sequence[start - 1 : end] != ref):
            return None
        parts += (sequence[at : start - 1], alt)
        at = end
    return "".join((*parts, sequence[at:]))


def _in_order(differences: tuple[str, ...], changes: dict[str, Change]) -> Iterator[Change]:
    yield from sorted(changes[key] for key in dict.fromkeys(differences))
