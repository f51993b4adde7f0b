"""Comments of an entry in JSON."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from atlasview.sources.uniprot.assembled import disease_text, full_stop, places_text, say, say_fields
from atlasview.sources.uniprot.diseases import kind_of
from atlasview.sources.uniprot.entry import DescribedDisease, DescribedIsoform, Entry
from atlasview.sources.uniprot.evidence import one_evidence, papers_of, together

_KINETICS = (("michaelisConstants", "KM"), ("maximumVelocities", "Vmax"))
_DEPENDENCES = (
    ("phDependence", "pH dependence:"),
    ("redoxPotential", "Redox potential:"),
    ("temperatureDependence", "Temperature dependence:"),
)


def read_comments(said: Iterable[Any], entry: Entry) -> None:
    """Take the comments into the entry."""
    for one in said:
        topic = one["commentType"]
        read = _READ.get(topic)
        if read is not None:
            read(one, entry)
        elif "texts" in one:
            text = full_stop(" ".join(full_stop(part["value"]) for part in one["texts"]))
            say(entry, topic, one.get("molecule", ""), text, evidence_within(one["texts"]))


def evidence_within(said: Any) -> Iterator[str]:
    """All evidence in a part of an entry, however deep."""
    if isinstance(said, dict):
        if "evidenceCode" in said:
            where = f"{said['source']}:{said['id']}" if said.get("source") and said.get("id") else said.get("id", "")
            where = where.removeprefix("Reference:")
            yield one_evidence(f"{said['evidenceCode']}|{where}" if where else said["evidenceCode"])
        for value in said.values():
            yield from evidence_within(value)
    elif isinstance(said, list):
        for value in said:
            yield from evidence_within(value)


def _note(said: Any) -> str:
    note = said.get("note")
    if isinstance(note, str):
        return note
    return " ".join(full_stop(one["value"]) for one in note["texts"]) if note else ""


def _isoforms(said: Any, entry: Entry) -> None:
    for one in said.get("isoforms", ()):
        differences = tuple(one.get("sequenceIds", ()))
        form = "described" if differences else str(one.get("isoformSequenceStatus", "")).lower()
        entry.isoforms.append(
            DescribedIsoform(
                id=one["isoformIds"][0],
                name=one["name"]["value"],
                synonyms=tuple(synonym["value"] for synonym in one.get("synonyms", ())),
                form=form,
                differences=differences,
                note=_note(one).removesuffix("."),
            )
        )


def _partners(said: Any, entry: Entry) -> None:
    for one in said.get("interactions", ()):
        own, other = one["interactantOne"], one["interactantTwo"]
        mine = own.get("uniProtKBAccession") or entry.accession
        if partner := other.get("uniProtKBAccession"):
            entry.partners.append(
                (mine.partition("-")[0], partner.partition("-")[0], int(one.get("numberOfExperiments", 0)))
            )


def _locations(said: Any, entry: Entry) -> None:
    places = [
        [place[part]["value"] for part in ("location", "topology", "orientation") if part in place]
        for place in said.get("subcellularLocations", ())
    ]
    entry.locations += [
        (place["location"]["value"], together(evidence_within(place["location"])))
        for place in said.get("subcellularLocations", ())
        if "location" in place
    ]
    text = places_text(places, _note(said))
    say(entry, "SUBCELLULAR LOCATION", said.get("molecule", ""), text, evidence_within(said))


def _disease(said: Any, entry: Entry) -> None:
    disease, note = said.get("disease", {}), _note(said)
    reference = disease.get("diseaseCrossReference", {})
    mim = reference.get("id", "") if reference.get("database") == "MIM" else ""
    name, acronym = disease.get("diseaseId", ""), disease.get("acronym", "")
    definition = disease.get("description", "")
    papers = papers_of(together(evidence_within(disease)))
    entry.diseases.append(DescribedDisease(mim, name, acronym, definition, kind_of(note), papers))
    text = disease_text(name, acronym, mim, definition, note)
    say(entry, "DISEASE", said.get("molecule", ""), text, evidence_within(said))


def _reaction(said: Any, entry: Entry) -> None:
    reaction = said["reaction"]
    references = [
        f"{one['database']}:{one['id']}"
        for one in reaction.get("reactionCrossReferences", ())
        if one["database"] in {"Rhea", "ChEBI"}
    ]
    fields = [("Reaction", reaction["name"]), ("Xref", ", ".join(references)), ("EC", reaction.get("ecNumber", ""))]
    fields += [("PhysiologicalDirection", one["directionType"]) for one in said.get("physiologicalReactions", ())]
    say_fields(entry, "CATALYTIC ACTIVITY", said.get("molecule", ""), fields, evidence_within(said))


def _cofactors(said: Any, entry: Entry) -> None:
    fields = [("Name", one["name"]) for one in said.get("cofactors", ())]
    fields.append(("Note", _note(said)))
    say_fields(entry, "COFACTOR", said.get("molecule", ""), fields, evidence_within(said))


def _properties(said: Any, entry: Entry) -> None:
    fields: list[tuple[str, str]] = []
    if "absorption" in said:
        one = said["absorption"]
        fields += [("Absorption:", ""), ("Abs(max)", f"{'~' if one.get('approximate') else ''}{one['max']} nm")]
    if "kineticParameters" in said:
        kinetics = said["kineticParameters"]
        fields.append(("Kinetic parameters:", ""))
        for key, name in _KINETICS:
            for one in kinetics.get(key, ()):
                what = f"for {one['substrate']}" if "substrate" in one else f"{one.get('enzyme', '')}"
                value = one.get("constant", one.get("velocity"))
                fields.append((name, f"{value} {one['unit']} {what}".strip()))
        fields.append(("Note", _note(kinetics)))
    for key, name in _DEPENDENCES:
        if key in said:
            fields.append((name, " ".join(full_stop(one["value"]) for one in said[key]["texts"])))
    say_fields(entry, "BIOPHYSICOCHEMICAL PROPERTIES", said.get("molecule", ""), fields, evidence_within(said))


def _mass(said: Any, entry: Entry) -> None:
    fields = [("Mass", f"{said['molWeight']:g}"), ("Mass_error", str(said.get("molWeightError", "")))]
    fields += [("Method", said.get("method", "")), ("Note", _note(said))]
    say_fields(entry, "MASS SPECTROMETRY", said.get("molecule", ""), fields, evidence_within(said))


def _editing(said: Any, entry: Entry) -> None:
    places = ", ".join(one["position"] for one in said.get("positions", ()))
    fields = [("Modified_positions", places or said.get("locationType", "")), ("Note", _note(said))]
    say_fields(entry, "RNA EDITING", said.get("molecule", ""), fields, evidence_within(said))


def _caution(said: Any, entry: Entry) -> None:
    fields = [
        ("Sequence", said.get("sequence", "")),
        ("Type", said.get("sequenceCautionType", "")),
        ("Note", _note(said)),
    ]
    say_fields(entry, "SEQUENCE CAUTION", said.get("molecule", ""), fields, evidence_within(said))


def _web(said: Any, entry: Entry) -> None:
    fields = [("Name", said.get("resourceName", "")), ("Note", _note(said)), ("URL", said.get("resourceUrl", ""))]
    say_fields(entry, "WEB RESOURCE", said.get("molecule", ""), fields, ())


_READ: dict[str, Callable[[Any, Entry], None]] = {
    "ALTERNATIVE PRODUCTS": _isoforms,
    "BIOPHYSICOCHEMICAL PROPERTIES": _properties,
    "CATALYTIC ACTIVITY": _reaction,
    "COFACTOR": _cofactors,
    "DISEASE": _disease,
    "INTERACTION": _partners,
    "MASS SPECTROMETRY": _mass,
    "RNA EDITING": _editing,
    "SEQUENCE CAUTION": _caution,
    "SUBCELLULAR LOCATION": _locations,
    "WEB RESOURCE": _web,
}
