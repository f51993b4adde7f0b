"""Variants from UniProt's VARIANT features; one that contradicts the sequence stops the collection."""

from atlasview.records.protein import Feature
from atlasview.records.variant import Variant
from atlasview.sources.uniprot.variants import CHANGE, LONGEST_REF, hgvs, met, told
from db.collect.features import features
from db.collect.flat_text import Entry
from db.collect.tables import Tables


def add_variants(tables: Tables, entry: Entry, gene: str, acronyms: dict[str, str]) -> None:
    """Adds the variants of an entry; `acronyms` maps the disease acronyms it uses to diseases."""
    sequences = {row.id: row.sequence for row in tables.of("isoforms") if row.protein == f"UniProtKB:{entry.accession}"}
    canonical = next(
        row.id for row in tables.of("isoforms") if row.canonical and row.protein == f"UniProtKB:{entry.accession}"
    )
    for feature in features(entry):
        if feature.type == "VARIANT":
            isoform = canonical if feature.sequence == entry.accession else feature.sequence
            found = _variants(feature, gene, isoform, sequences.get(isoform), acronyms)
            for variant in found:
                tables.add(variant)
            if not found:
                tables.skip("VARIANT features that name no change of known residues")


def _variants(
    feature: Feature, gene: str, isoform: str, sequence: str | None, acronyms: dict[str, str]
) -> list[Variant]:
    change = CHANGE.match(feature.description)
    if not (change and sequence and feature.start and feature.end):
        return []
    ref = sequence[feature.start - 1 : feature.end]
    if change["ref"] and change["ref"] != ref:
        raise ValueError(f"{feature.id} expects {change['ref']} at {feature.start} of {isoform}, which has {ref}")
    name, consequence, position, old, new = hgvs(sequence, feature.start, ref, change["alt"] or "")
    dbsnp, said, origins, significance, note = told(change["rest"] or "")
    return [
        Variant(
            gene=gene,
            isoform=isoform,
            hgvs_p=name,
            ref=old if len(old) <= LONGEST_REF else "",
            alt=new,
            position=position,
            consequence=consequence,
            origin=origin,
            significance=significance,
            disease=disease,
            dbsnp=dbsnp,
            note=note,
            count=None,
            unplaced="",
            publications=tuple(dict.fromkeys(e.reference for e in feature.evidence if e.reference.startswith("PMID:"))),
            source="uniprot",
        )
        for origin, disease in met(origins, said, acronyms)
    ]
