"""Features of UniProt entries: ranges with their uncertainty, descriptions, evidence."""

import re
from collections.abc import Iterator

from atlasview.records.protein import Evidence, Feature
from db.collect.flat_text import Entry, FeatureLine

SOURCE = "uniprot"

_LOCATION = re.compile(r"(?:(?P<isoform>[\w-]+):)?(?P<start>[<?]?\d*)(?:\.\.(?P<end>[>?]?\d*))?$")
_CHANGE = re.compile(r"(?P<ref>[A-Z][A-Z ]*?) ?-> ?(?P<alt>[A-Z][A-Z ]*?)(?P<rest>,? ?\(.*|$)", re.DOTALL)


def features(entry: Entry) -> Iterator[Feature]:
    """Every feature of an entry, numbered from 1 in its order."""
    for ordinal, line in enumerate(entry.features, 1):
        isoform, start, end, start_sign, end_sign = _place(line.location)
        yield Feature(
            protein=f"UniProtKB:{entry.accession}",
            sequence=isoform or entry.accession,
            ordinal=ordinal,
            type=line.key,
            start=start,
            end=end,
            start_sign=start_sign,
            end_sign=end_sign,
            description=_description(line),
            id=line.qualifiers.get("id", ""),
            evidence=tuple(_evidence(line.qualifiers.get("evidence", ""))),
            source=SOURCE,
        )


def feature_sequence_changes(entry: Entry) -> dict[str, tuple[int, int, str]]:
    """By id of each VAR_SEQ feature: the range it replaces (1-based, closed) and by what."""
    changes = {}
    for feature in features(entry):
        if feature.type == "VAR_SEQ" and feature.start and feature.end:
            found = _CHANGE.match(feature.description)
            if not found and not feature.description.startswith("Missing"):
                raise ValueError(f"{feature.id} of {entry.accession} says neither change nor loss")
            changes[feature.id] = (feature.start, feature.end, found.group("alt") if found else "")
    return changes


def _place(location: str) -> tuple[str, int | None, int | None, str, str]:
    found = _LOCATION.match(location)
    if found is None:
        raise ValueError(f"no location of a feature: {location!r}")
    start_sign, start = _position(found["start"])
    end_sign, end = _position(found["end"]) if found["end"] is not None else (start_sign, start)
    return found["isoform"] or "", start, end, start_sign, end_sign


def _position(text: str) -> tuple[str, int | None]:
    sign = text[0] if text[:1] in {"<", ">", "?"} else ""
    digits = text[len(sign) :]
    return sign, int(digits) if digits else None


def _description(line: FeatureLine) -> str:
    given = line.qualifiers
    ligand = " ".join(part for part in (given.get("ligand"), given.get("ligand_label")) if part)
    if part := given.get("ligand_part"):
        ligand = f"{part} of {ligand}"
    texts = (ligand, given.get("ligand_note"), given.get("note"))
    description = "; ".join(text for text in texts if text)
    if found := _CHANGE.match(description):
        description = f"{_letters(found['ref'])} -> {_letters(found['alt'])}{found['rest']}"
    return description


def _letters(wrapped: str) -> str:
    return wrapped.replace(" ", "")


def _evidence(text: str) -> Iterator[Evidence]:
    for item in re.split(r",\s*(?=ECO:)", text):
        if item:
            code, _, reference = item.partition("|")
            yield Evidence(code, reference.replace("PubMed:", "PMID:"))
