"""ClinVar in XML: sets by condition (ClinVarSet, until today) and records by variation (VCV, since 2024)."""

from collections.abc import Iterator
from typing import Any

from atlasview.records.variant import Variant
from atlasview.sources.clinvar_summary import title_parts
from atlasview.sources.format import Format, Turn
from atlasview.sources.guarded_xml import elements, text
from atlasview.sources.head import Head
from atlasview.sources.hgvs import protein_change
from atlasview.sources.opened import SourceFile
from atlasview.sources.protein_variant import (
    NO_CHANGE,
    NO_HGVS,
    origin_of,
    reference_id,
    significance_of,
    variant,
)
from atlasview.sources.rejection import Filtered
from atlasview.sources.species import HUMAN
from atlasview.sources.taken import Outcome, Taken

_PREFIXES = {"OMIM": "OMIM:", "Orphanet": "ORPHA:", "MONDO": ""}
_WHOLES = {
    "CompoundHeterozygote": "compound heterozygote",
    "Distinct chromosomes": "genotype",
    "Phase unknown": "genotype",
}
"""Types of what holds several alleles, in plain words; the others are words already."""
_CLASSIFICATIONS = ("GermlineClassification", "SomaticClinicalImpact", "OncogenicityClassification")


def _read_sets(file: SourceFile) -> Iterator[Outcome]:
    for line, element in elements(file, "ClinVarSet", "ReleaseSet"):
        file.date = file.date or element.getroottree().getroot().get("Dated", "")
        yield from _outcomes(file, line, _of_set(file, element), element.find("ReferenceClinVarAssertion"))


def _read_vcv(file: SourceFile) -> Iterator[Outcome]:
    for line, element in elements(file, "VariationArchive", "ClinVarVariationRelease"):
        file.date = file.date or element.getroottree().getroot().get("ReleaseDate", "")
        yield from _outcomes(file, line, _of_archive(file, element), element)


def _outcomes(file: SourceFile, line: int, found: list[Variant] | str, whole: Any) -> Iterator[Outcome]:
    """One outcome for one record of ClinVar."""
    species = whole.findtext(".//Species") if whole is not None else None
    if file.taxon not in (None, HUMAN) or (species or "human").casefold() not in ("human", "homo sapiens"):
        yield Filtered(line, "another organism")
    elif isinstance(found, str):
        yield Filtered(line, NO_CHANGE) if not found else file.rejected(line, NO_HGVS, found)
    else:
        yield Taken(line, list(found))


def _of_set(file: SourceFile, element: Any) -> list[Variant] | str:
    reference = element.find("ReferenceClinVarAssertion")
    if reference is None:
        return ""
    said = text(reference, "ClinicalSignificance/Description") or text(
        reference, "Classifications/GermlineClassification/Description"
    )
    traits = reference.findall("TraitSet/Trait")
    origin = _origin(reference.iterfind("ObservedIn/Sample/Origin"))
    measures = reference.findall(".//MeasureSet/Measure")
    together = _together(reference, len(measures))
    found = []
    for measure in measures:
        names = [text(measure, "Name/ElementValue")] + [
            one.text or "" for one in measure.iterfind("AttributeSet/Attribute") if "protein" in one.get("Type", "")
        ]
        gene = _gene(measure.iterfind("MeasureRelationship"), "XRef[@DB='Gene']", "Symbol/ElementValue")
        found.append(_variant(file, gene, names, {"origin": origin, **_facts(said, traits, measure, together)}))
    return _records(found)


def _of_archive(file: SourceFile, element: Any) -> list[Variant] | str:
    record = next((found for name in ("ClassifiedRecord", "InterpretedRecord", "IncludedRecord")
                   if (found := element.find(name)) is not None), None)  # fmt: skip
    alleles = record.findall(".//SimpleAllele") if record is not None else []
    if record is None or not alleles:
        return ""
    said = next(
        (found for name in _CLASSIFICATIONS if (found := text(record, f"Classifications/{name}/Description"))),
        text(record, "Interpretations/Interpretation/Description"),
    )
    traits = record.findall(".//ConditionList/TraitSet/Trait")
    origin = _origin(record.iterfind(".//ObservedIn/Sample/Origin"))
    together = _together(record, len(alleles))
    title = "" if together else element.get("VariationName", "")
    found = []
    for allele in alleles:
        gene = ""
        for one in allele.iterfind("GeneList/Gene"):
            number = one.get("GeneID") or ""
            gene = gene or (f"NCBIGene:{number}" if number.isdecimal() else f"symbol:{one.get('Symbol')}")
        names = [title, text(allele, "Name"), text(allele, "ProteinChange")]
        names += [one.text or "" for one in allele.iterfind("HGVSlist/HGVS/ProteinExpression/Expression")]
        found.append(_variant(file, gene, names, {"origin": origin, **_facts(said, traits, allele, together)}))
    return _records(found)


def _records(found: list[Variant | str]) -> list[Variant] | str:
    """The variants among what was found; where there are none, the first that could not be read."""
    records = [one for one in found if isinstance(one, Variant)]
    return records or next((one for one in found if isinstance(one, str) and one), "")


def _together(record: Any, alleles: int) -> str:
    """What several alleles are that a record speaks of as one whole, empty where it speaks of a single one."""
    if alleles < 2:
        return ""
    kinds = [one.get("Type", "") for name in ("GenotypeSet", "MeasureSet") for one in record.iterfind(name)]
    kinds += [one.tag for name in ("Genotype", "Haplotype") for one in record.iterfind(name)]
    return next((_WHOLES.get(kind, kind.casefold()) for kind in kinds if kind), "genotype")


def _origin(origins: Iterator[Any]) -> str:
    return origin_of(" ".join(one.text or "" for one in origins))


def _facts(said: str, traits: list[Any], allele: Any, together: str) -> dict[str, Any]:
    """Significance, disease where there is one, and the dbSNP number.

    What is said of a haplotype or a genotype is said of none of its alleles alone: it stands in the note.
    """
    diseases = {found for trait in traits if (found := _disease(trait))}
    dbsnp = next((one.get("ID") or "" for one in allele.iterfind(".//XRef[@DB='dbSNP']")), "").removeprefix("rs")
    return {
        "significance": "" if together else significance_of(said),
        "note": f"part of a {together} called {said[:80]}" if together else said[:80],
        "disease": next(iter(diseases)) if len(diseases) == 1 else "",
        "dbsnp": f"rs{dbsnp}" if dbsnp.isdecimal() else "",
    }


def _disease(trait: Any) -> str:
    """OMIM's identifier of a trait, else Orphanet's, else Mondo's."""
    for database, prefix in _PREFIXES.items():
        for one in trait.iterfind("XRef"):
            if one.get("DB") == database and one.get("ID") and one.get("Type", "MIM") == "MIM":
                return f"{prefix}{one.get('ID')}"
    return ""


def _gene(places: Iterator[Any], number: str, symbol: str) -> str:
    for place in places:
        found = place.find(number)
        if found is not None and found.get("ID", "").isdecimal():
            return f"NCBIGene:{found.get('ID')}"
        if name := text(place, symbol):
            return f"symbol:{name}"
    return ""


def _variant(file: SourceFile, gene: str, names: list[str], facts: dict[str, Any]) -> Variant | str:
    """The variant of the first name that tells a change of a protein, else what could not be read, empty for none."""
    odd = ""
    for name in filter(None, names):
        transcript, change = title_parts(name)
        if not change and ":p." in name:
            transcript, _, change = name.partition(":")
        if not change:
            continue
        try:
            read = protein_change(change)
        except ValueError:
            odd = odd or change
            continue
        return variant(gene, read, file.source, reference_id(transcript), **facts) if gene else f"no gene: {name}"
    return odd


def _has_root(name: str) -> Any:
    def told(head: Head) -> bool:
        start = head.text[:4000]
        return start.lstrip().startswith("<") and f"<{name}" in start and "clinvar" in start.casefold()

    return told


_ADDS = "variants of proteins with their clinical significance, origin, disease and dbSNP number"
FORMATS = (
    Format("clinvar-xml", "ClinVar XML (ClinVarSet)", "clinvar", Turn.TIES, _ADDS, _has_root("ReleaseSet"), _read_sets),
    Format(
        "clinvar-vcv-xml",
        "ClinVar XML (VCV)",
        "clinvar",
        Turn.TIES,
        _ADDS,
        _has_root("ClinVarVariationRelease"),
        _read_vcv,
    ),
)
