"""Features of proteins as GFF3, in the terms of the Sequence Ontology."""

import re
from collections.abc import Iterable, Iterator

from atlasview.export.feature_terms import feature_term, joins_two
from atlasview.export.selection import ChosenSequence
from atlasview.records.protein import Feature

_RESERVED = re.compile('[\x00-\x1f\x7f-\x9f%;=&,"\u2028\u2029\ud800-\udfff]')
_ODD_IN_COLUMN = re.compile(r"[^A-Za-z0-9.:^*$@!+_?|/()-]")
_END = {"<": "lies before it", ">": "lies behind it", "?": "is uncertain"}


def gff3_text(chosen: Iterable[ChosenSequence]) -> str:
    """One file for all sequences: positions 1-based and closed on each whole sequence, also where a part was asked for.

    Each sequence has a line of its own (polypeptide) before its features. A position that lies before or behind what
    is given has `start_range` or `end_range`, an uncertain one a note. GFF3 has no sign for a position that is not
    known: such a feature stands as a comment line. A bond is the range between the two residues, and says so.
    """
    sequences: dict[str, list[ChosenSequence]] = {}
    for each in chosen:
        sequences.setdefault(each.id, []).append(each)
    origins = dict.fromkeys(line for parts in sequences.values() for line in _origins(parts))
    lines = ["##gff-version 3", *origins]
    lines += [f"##sequence-region {_column(key)} 1 {len(parts[0].whole)}" for key, parts in sequences.items()]
    for parts in sequences.values():
        lines += _lines(parts)
    return "\n".join([*lines, ""])


def _origins(parts: list[ChosenSequence]) -> Iterator[str]:
    """Where the entry is from, and features that are from elsewhere."""
    chosen = parts[0]
    source = chosen.source
    told = f"{source.label} ({source.licence}), read in " if source else ""
    yield _comment(f"{told}{chosen.atlas}, sha256 {chosen.atlas.sha256 or 'not given'}")
    for other in dict.fromkeys(other for each in parts for other in each.others):
        yield _comment(f"features also of {other.label} ({other.licence})")


def _lines(parts: list[ChosenSequence]) -> Iterator[str]:
    """Of one sequence, of which one or several parts were chosen."""
    chosen = parts[0]
    ranges = [str(each.residues) for each in parts if each.residues is not None]
    if len(ranges) == len(parts):
        yield _comment(f"{chosen.id}: features that touch residues {', '.join(ranges)}")
    if chosen.left_out:
        yield _comment(f"{chosen.id}: {chosen.left_out}")
    yield _polypeptide(chosen)
    touching = {feature.ordinal: feature for each in parts for feature in each.features}
    for _, feature in sorted(touching.items()):
        if feature.start is None or feature.end is None:
            yield _comment(f"left out, its position is not known: {_written(feature)}")
        else:
            place = feature_term(feature.type).name, feature.start, feature.end
            yield _line(chosen, *place, _attributes(feature), chosen.source_of(feature))


def _polypeptide(chosen: ChosenSequence) -> str:
    protein = chosen.protein
    named = f"isoform {chosen.isoform.name} of {protein.name}" if chosen.isoform and chosen.is_variant else protein.name
    attributes = {
        "ID": [chosen.id],
        "Name": [protein.entry_name],
        "Note": [named],
        "Dbxref": [
            f"UniProtKB:{protein.accession}" if protein.accession else "",
            f"taxon:{protein.taxon}" if protein.taxon else "",
        ],
        "gene": [protein.gene_symbol],
        "organism": [protein.organism],
    }
    source = chosen.source.database if chosen.source else protein.source
    return _line(chosen, "polypeptide", 1, len(chosen.whole), attributes, source)


def _attributes(feature: Feature) -> dict[str, list[str]]:
    term = feature_term(feature.type)
    start, end = feature.start_sign, feature.end_sign
    return {
        "ID": [f"{feature.sequence}:{feature.ordinal}"],
        "Note": [feature.description, *_notes(feature)],
        "Ontology_term": [term.term],
        "feature_key": [feature.type],
        "feature_id": [feature.id],
        "evidence": [" ".join(part for part in (each.code, each.reference) if part) for each in feature.evidence],
        "start_range": [".", str(feature.start)] if start == "<" else [],
        "end_range": [str(feature.end), "."] if end == ">" else [],
    }


def _notes(feature: Feature) -> Iterator[str]:
    if feature.start_sign:
        yield f"the start {_END[feature.start_sign]}"
    if feature.end_sign:
        yield f"the end {_END[feature.end_sign]}"
    if joins_two(feature.type) and feature.start != feature.end:
        yield f"a bond between residues {feature.start} and {feature.end}"


def _written(feature: Feature) -> str:
    start, end = (
        f"{sign}{'' if position is None else position}"
        for sign, position in ((feature.start_sign, feature.start), (feature.end_sign, feature.end))
    )
    parts = (feature.type, f"{start or '?'}..{end or '?'}", feature.description, feature.id)
    return " ".join(part for part in parts if part)


def _line(
    chosen: ChosenSequence, name: str, start: int, end: int, attributes: dict[str, list[str]], source: str
) -> str:
    described = ";".join(
        f"{tag}={','.join(_escaped(value) for value in values if value)}"
        for tag, values in attributes.items()
        if any(values)
    )
    columns = (_column(chosen.id), _column(source) or ".", name, str(start), str(end), ".", ".", ".", described)
    return "\t".join(columns)


def _column(text: str) -> str:
    return _ODD_IN_COLUMN.sub(_percent, text)


def _escaped(text: str) -> str:
    return _RESERVED.sub(_percent, text)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def _comment(text: str) -> str:
    """A comment line; a second # would make a directive of it."""
    return f"# {' '.join(text.split()).lstrip('#')}"
