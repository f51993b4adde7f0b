"""Features in words: labels for inside a mark, lines for the hover card, references that can be followed."""

import re
from collections.abc import Sequence

from atlasview.figures.feature_kinds import kind_of
from atlasview.figures.residues import grouped, residue_name, span
from atlasview.records.protein import Evidence, Feature

_ORDINAL = re.compile(r" \d+(?:-\d+)?$")
_SHORTER = (
    ("Fibronectin type-III", "FN type-III"),
    ("FN type-III", "FN3"),
    ("Immunoglobulin", "Ig"),
    ("Ig-like C2-type", "Ig-like"),
    ("Ig-like V-type", "Ig-like"),
    ("Protein kinase", "Kinase"),
    ("Laminin EGF-like", "LE"),
    ("Laminin G-like", "LamG"),
    ("EGF-like", "EGF"),
    ("LDL-receptor class A", "LDLRA"),
    ("ABC transmembrane type-1", "ABC TM"),
    ("ABC transporter", "ABC"),
    ("DNA-binding domain", "DNA-binding"),
    ("DNA-binding", "DNA"),
    ("Transmembrane", "TM helix"),
    ("TM helix", "TM"),
    ("Zinc finger", "ZnF"),
    ("Coiled coil", "CC"),
    ("Nuclear localization signal", "NLS"),
    ("Nuclear export signal", "NES"),
)
_EVIDENCE = {
    "ECO:0000269": "experiment",
    "ECO:0000303": "stated by the authors",
    "ECO:0000305": "curator's inference",
    "ECO:0000250": "by similarity",
    "ECO:0000255": "predicted from the sequence",
    "ECO:0000256": "predicted from the sequence",
    "ECO:0000259": "predicted from the sequence",
    "ECO:0000312": "imported",
    "ECO:0000313": "imported",
    "ECO:0007744": "large-scale experiment",
    "ECO:0007829": "structure",
}
_REFERENCES_SHOWN = 3
_LINE = 96


def target_of(feature: Feature) -> str:
    """What a mark of the feature stands for: its key in the protein."""
    return f"feature:{feature.sequence}:{feature.ordinal}"


def joined_words(words: Sequence[str]) -> str:
    """What a legend calls classes that look alike: `Domain, repeat`."""
    return ", ".join([words[0], *(word[:1].lower() + word[1:] for word in words[1:])])


def label_of(feature: Feature) -> str:
    """The feature's own name, the class where it has none: `Fibronectin type-III`, `Box 1`, `Signal peptide`."""
    kind = kind_of(feature.type, feature.description)
    text = feature.description.split(";")[0].strip()
    if feature.type == "TRANSMEM":
        return _helix_label(feature.description, kind.word)
    if feature.type in ("REPEAT", "ZN_FING") and (not text or text[0].isdigit() or text.lower() == "approximate"):
        return f"{kind.word} {text}" if text[:1].isdigit() else kind.word
    if feature.type == "MOTIF":
        text = text.removesuffix(" motif")
    return text or kind.word


def family_of(feature: Feature) -> str:
    """The label without the number that tells repeats apart: `Ig-like C2-type`."""
    if feature.type == "TRANSMEM":
        return kind_of(feature.type).word
    label = label_of(feature)
    return label if feature.type in ("CHAIN", "PEPTIDE", "PROPEP") else _ORDINAL.sub("", label)


def labels_inside(feature: Feature) -> tuple[str, ...]:
    """Texts for inside the mark, longest first; a painter takes the first that fits."""
    labels = [label_of(feature)]
    for long, short in _SHORTER:
        if long in labels[-1]:
            labels.append(labels[-1].replace(long, short))
    if _ORDINAL.search(labels[0]) and kind_of(feature.type).track == "topology":
        labels.append(labels[0].rsplit(" ", 1)[-1])
    return tuple(labels)


def place_of(feature: Feature, start: int, end: int) -> str:
    """`131–231` with the signs of uncertain ends: `<1–20`, `?24`."""
    if start == end and feature.start_sign == feature.end_sign:
        return f"{feature.start_sign}{start}"
    return f"{feature.start_sign}{start}–{feature.end_sign}{end}"


def feature_hint(feature: Feature, start: int, end: int, sequence: str, note: str = "") -> tuple[str, ...]:
    """At most four lines of a hover card: what, where, how it is known, and the rest of the description."""
    kind = kind_of(feature.type, feature.description)
    label = label_of(feature)
    lines = [label if label != feature.description or len(label) <= _LINE else kind.word]
    where = _where(feature, start, end, sequence)
    lines.append(where if lines[0] == kind.word else f"{kind.word} · {where}")
    rest = feature.description.removeprefix(label).lstrip("; ").strip()
    if rest and rest != feature.description and feature.type != "TRANSMEM":
        lines.append(shortened(rest, _LINE))
    known = evidence_line(feature.evidence)
    lines.extend(line for line in (known, note) if line)
    return tuple(lines[:4])


def evidence_line(evidence: tuple[Evidence, ...]) -> str:
    """`Experiment · PMID:19141282, PMID:2317865`, empty where the source gives no evidence."""
    references = list(dict.fromkeys(item.reference for item in evidence if item.reference))
    shown = ", ".join(references[:_REFERENCES_SHOWN])
    if len(references) > _REFERENCES_SHOWN:
        shown += f" and {len(references) - _REFERENCES_SHOWN} more"
    return " · ".join(part for part in (ways_of(evidence), shown) if part)


def ways_of(evidence: tuple[Evidence, ...]) -> str:
    """How something is known: `Experiment, by similarity`; empty where the source does not say it."""
    words = ", ".join(dict.fromkeys(_EVIDENCE[item.code] for item in evidence if item.code in _EVIDENCE))
    return words[:1].upper() + words[1:]


def shortened(text: str, most: int) -> str:
    """The text, cut at a word with an ellipsis where it is longer than `most` letters."""
    if len(text) <= most:
        return text
    head, _, tail = text[: most - 1].rpartition(" ")
    return (head if len(head) > most // 2 else tail if not head else text[: most - 1]).rstrip(" ,;") + "…"


def _helix_label(description: str, word: str) -> str:
    name = re.search(r"Name=(\S+)", description)
    if not name:
        return word
    number = name.group(1).rstrip(";")
    return f"TM {number.removeprefix('TM')}"


def _where(feature: Feature, start: int, end: int, sequence: str) -> str:
    if feature.type == "DISULFID" and start != end:
        return f"{residue_name(sequence, start)} – {residue_name(sequence, end)}"
    if start == end:
        return residue_name(sequence, start)
    if feature.start_sign or feature.end_sign:
        return f"residues {place_of(feature, start, end)}, ends uncertain"
    return f"residues {span(start, end)} · {grouped(end - start + 1)} aa"
