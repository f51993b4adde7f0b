"""The feature table of a GenPept record."""

from collections.abc import Iterator
from typing import Any

from atlasview.export.citations.reference import cleaned
from atlasview.export.feature_terms import BOND, REGION, feature_term
from atlasview.export.selection import ChosenSequence
from atlasview.records.protein import Feature

_DATABASES = {"NCBIGene": "GeneID", "OMIM": "MIM", "ENSEMBL": "Ensembl", "HGNC": "HGNC:HGNC"}
"""Names of databases as GenBank writes them in `db_xref`, where they differ from the atlas's."""

_QUALIFIERS = {REGION: "region_name", BOND: "bond_type"}


def identifiers(chosen: ChosenSequence) -> list[str]:
    """`db_xref` of the protein; of an isoform, without what is said to belong to another one."""
    listed = [f"UniProtKB:{chosen.protein.accession}"] if chosen.protein.accession else []
    for each in chosen.detail.identifiers:
        belongs = each.label.removeprefix("isoform ") if each.label.startswith("isoform ") else ""
        if not (chosen.is_variant and belongs and belongs != chosen.id):
            listed.append(f"{_DATABASES.get(each.database, each.database)}:{each.id}")
    return list(dict.fromkeys(_one_line(each) for each in listed))


def sequence_features(chosen: ChosenSequence, references: list[str]) -> list[Any]:
    """Source, protein, and the features of the entry in its order, as Biopython's SeqFeature."""
    bio = _classes()
    protein = chosen.protein
    whole = bio.SimpleLocation(0, len(chosen.sequence))
    source = {"organism": [_one_line(protein.organism)], "db_xref": [f"taxon:{protein.taxon}"] if protein.taxon else []}
    names = [each.text for each in chosen.detail.names if each.text != protein.name]
    product = {
        "product": [_one_line(protein.name)],
        "gene": [_one_line(protein.gene_symbol)],
        "note": [_one_line("; ".join(names))],
        "db_xref": references,
    }
    made = [
        bio.SeqFeature(whole, type=kind, qualifiers={name: texts for name, texts in given.items() if any(texts)})
        for kind, given in (("source", source), ("Protein", product))
    ]
    for feature in chosen.features:
        location = _location(feature, chosen)
        if location is not None:
            kind = feature_term(feature.type).genpept
            made.append(bio.SeqFeature(location, type=kind, qualifiers=_qualifiers(feature, chosen)))
    return made


def _qualifiers(feature: Feature, chosen: ChosenSequence) -> dict[str, list[str]]:
    term = feature_term(feature.type)
    notes = [_one_line(note) for note in _notes(feature, chosen)]
    return {_QUALIFIERS.get(term.genpept, "site_type"): [term.label], "note": [note for note in notes if note]}


def _notes(feature: Feature, chosen: ChosenSequence) -> Iterator[str]:
    yield f"key: {feature.type}"
    yield feature.description
    if feature.id:
        yield f"id: {feature.id}"
    for evidence in feature.evidence:
        yield f"evidence: {evidence.code} {evidence.reference}"
    if feature.source != chosen.protein.source:
        yield f"source: {chosen.source_of(feature)}"
    for name, sign, position in (("start", feature.start_sign, feature.start), ("end", feature.end_sign, feature.end)):
        if position is None:
            yield f"the {name} is not known"
        elif sign == "?":
            yield f"the {name} is uncertain"
    if _is_bond(feature) and not (_inside(feature.start, chosen) and _inside(feature.end, chosen)):
        yield f"a bond between residues {feature.start} and {feature.end} of {chosen.id}"


def _location(feature: Feature, chosen: ChosenSequence) -> Any:
    """Where a feature lies on the chosen residues; None where neither end is known."""
    bio = _classes()
    if _is_bond(feature):
        ends = [each for each in (feature.start, feature.end) if each is not None and _inside(each, chosen)]
        first = chosen.residues.start if chosen.residues else 1
        parts = [bio.SimpleLocation(each - first, each - first + 1) for each in ends]
        if len(parts) == 2:
            return bio.CompoundLocation(parts, operator="bond")
        return parts[0] if parts else _range(feature, chosen)
    return _range(feature, chosen)


def _range(feature: Feature, chosen: ChosenSequence) -> Any:
    """INSDC writes an end that is not known as one behind the start, and the other way round."""
    bio = _classes()
    known = feature.start or feature.end
    if known is None:
        return None
    first = chosen.residues.start if chosen.residues else 1
    last = chosen.residues.end if chosen.residues else len(chosen.whole)
    start, end = feature.start or known, feature.end or known
    before = feature.start is None or feature.start_sign == "<" or start < first
    after = feature.end is None or feature.end_sign == ">" or end > last
    start, end = max(start, first) - first, min(end, last) - first + 1
    return bio.SimpleLocation(
        bio.BeforePosition(start) if before else bio.ExactPosition(start),
        bio.AfterPosition(end) if after else bio.ExactPosition(end),
    )


def _one_line(text: str) -> str:
    """Text without line breaks and double quotation marks: readers lose what stands behind one at the end of a line."""
    return cleaned(text).replace('"', "'")


def _is_bond(feature: Feature) -> bool:
    joined = feature_term(feature.type).genpept == BOND
    return joined and feature.start is not None and feature.end is not None and feature.start != feature.end


def _inside(position: int | None, chosen: ChosenSequence) -> bool:
    if position is None or chosen.residues is None:
        return position is not None
    return chosen.residues.start <= position <= chosen.residues.end


def _classes() -> Any:
    """Biopython's classes of features, which come without types, and late."""
    from Bio import SeqFeature

    return SeqFeature
