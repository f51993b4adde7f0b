"""Comments of an entry in XML."""

from collections.abc import Callable, Iterable

from atlasview.sources.uniprot.assembled import (
    disease_text,
    full_stop,
    location_text,
    places_text,
    say,
    say_fields,
)
from atlasview.sources.uniprot.diseases import disease_of, kind_of
from atlasview.sources.uniprot.entry import DescribedDisease, DescribedIsoform, Entry
from atlasview.sources.uniprot.evidence import old_evidence, papers_of, together
from atlasview.sources.uniprot.xml_parts import Part, text_of

Known = dict[str, str]
_TOPICS = {"online information": "WEB RESOURCE", "RNA editing": "RNA EDITING"}
_OLD_WORDS = {"by similarity": "By similarity", "potential": "Potential", "probable": "Probable"}
_KINETICS = {"KM": "KM", "Vmax": "Vmax", "text": "Note"}
_DEPENDENCES = {
    "phDependence": "pH dependence:",
    "redoxPotential": "Redox potential:",
    "temperatureDependence": "Temperature dependence:",
}


def read_comments(said: Part, evidence: Known, entry: Entry) -> None:
    """Take the comments into the entry; `evidence` is that of the entry by its keys."""
    for one in said.all("comment"):
        kind = one["type"]
        topic = _TOPICS.get(kind, kind.upper())
        _READ.get(kind, _plain)(one, topic, evidence, entry)


def _evidence_within(said: Part, evidence: Known) -> tuple[str, ...]:
    keys = dict.fromkeys(key for one in said.element.iter() for key in str(one.get("evidence", "")).split())
    return tuple(evidence[key] for key in keys if key in evidence)


def _said(one: Part) -> str:
    """Text of an element, with the word that entries before 2014 put behind it."""
    text, word = text_of(one), _OLD_WORDS.get(one["status"])
    return f"{text.removesuffix('.')} ({word}){'.' if text.endswith('.') else ''}" if word else text


def _note(said: Part) -> str:
    return " ".join(full_stop(_said(one)) for tag in ("text", "note") for one in said.all(tag))


def _plain(said: Part, topic: str, evidence: Known, entry: Entry) -> None:
    text = " ".join(_said(one) for one in said.all("text"))
    say(entry, topic, said.text("molecule"), text, _evidence_within(said, evidence))


def _isoforms(said: Part, _topic: str, _evidence: Known, entry: Entry) -> None:
    for one in said.all("isoform"):
        names = [text_of(name) for name in one.all("name")] or [""]
        sequence = one.first("sequence")
        differences = tuple(sequence["ref"].split()) if sequence else ()
        entry.isoforms.append(
            DescribedIsoform(
                id=one.text("id"),
                name=names[0],
                synonyms=tuple(names[1:]),
                form="described" if differences else (sequence["type"] if sequence else ""),
                differences=differences,
                note=_note(one).removesuffix("."),
            )
        )


def _partner(said: Part, _topic: str, _evidence: Known, entry: Entry) -> None:
    accessions = [one.text("id").partition("-")[0] for one in said.all("interactant")]
    experiments = said.text("experiments")
    if len(accessions) == 1:
        accessions *= 2
    elif len(accessions) > 1 and (not accessions[0] or accessions[0].startswith("PRO_")):
        accessions[0] = entry.accession
    if len(accessions) > 1 and all(accessions) and experiments.isdecimal():
        own, other = (one for one in accessions[:2])
        if not other.startswith("PRO_"):  # a chain whose protein XML does not tell
            entry.partners.append((own, other, int(experiments[:9])))


def _locations(said: Part, topic: str, evidence: Known, entry: Entry) -> None:
    places = []
    for one in said.all("subcellularLocation"):
        parts = [
            location_text([_said(part) for part in one.all(tag)])
            for tag in ("location", "topology", "orientation")
            if one.first(tag)
        ]
        places.append(parts)
        if named := list(one.all("location")):
            keys = dict.fromkeys(key for part in named for key in part["evidence"].split())
            rests_on = together(evidence[key] for key in keys if key in evidence)
            name = location_text([text_of(part) for part in named])
            entry.locations.append((name, rests_on or old_evidence(_said(named[-1]))))
    text = places_text(places, _note(said))
    say(entry, topic, said.text("molecule"), text, _evidence_within(said, evidence))


def _disease(said: Part, topic: str, evidence: Known, entry: Entry) -> None:
    disease, note = said.first("disease"), _note(said)
    if disease is None:
        entry.diseases.append(disease_of(note, note))
        text = note
    else:
        reference = disease.first("dbReference")
        mim = reference["id"] if reference and reference["type"] == "MIM" else ""
        name, acronym, definition = disease.text("name"), disease.text("acronym"), disease.text("description")
        # Flat text says what the definition rests on by the evidence of the comment.
        papers = papers_of(together(evidence[key] for key in said["evidence"].split() if key in evidence))
        entry.diseases.append(DescribedDisease(mim, name, acronym, definition, kind_of(note), papers))
        text = disease_text(name, acronym, mim, definition, note)
    say(entry, topic, said.text("molecule"), text, _evidence_within(said, evidence))


def _reaction(said: Part, topic: str, evidence: Known, entry: Entry) -> None:
    reaction = said.first("reaction")
    if reaction is None:
        _plain(said, topic, evidence, entry)
        return
    references = [(one["type"], one["id"]) for one in reaction.all("dbReference")]
    fields = [
        ("Reaction", reaction.text("text")),
        ("Xref", ", ".join(f"{kind}:{identifier}" for kind, identifier in references if kind != "EC")),
        *(("EC", identifier) for kind, identifier in references if kind == "EC"),
        *(("PhysiologicalDirection", one["direction"]) for one in said.all("physiologicalReaction")),
    ]
    say_fields(entry, topic, said.text("molecule"), fields, _evidence_within(said, evidence))


def _cofactors(said: Part, topic: str, evidence: Known, entry: Entry) -> None:
    if said.first("cofactor") is None:
        _plain(said, topic, evidence, entry)
        return
    fields = [*(("Name", one.text("name")) for one in said.all("cofactor")), ("Note", _note(said))]
    say_fields(entry, topic, said.text("molecule"), fields, _evidence_within(said, evidence))


def _properties(said: Part, topic: str, evidence: Known, entry: Entry) -> None:
    fields: list[tuple[str, str]] = []
    for one in said:
        if one.tag == "absorption":
            fields += [("Absorption:", ""), ("Abs(max)", one.text("max")), ("Note", one.text("text"))]
        elif one.tag == "kinetics":
            fields.append(("Kinetic parameters:", ""))
            fields += [(_KINETICS[part.tag], text_of(part)) for part in one if part.tag in _KINETICS]
        elif one.tag in _DEPENDENCES:
            fields.append((_DEPENDENCES[one.tag], one.text("text")))
    say_fields(entry, topic, said.text("molecule"), fields, _evidence_within(said, evidence))


def _attributes(names: Iterable[tuple[str, str]]) -> Callable[[Part, str, Known, Entry], None]:
    """A reader of comments whose fields are attributes: name of the field, name of the attribute."""
    table = tuple(names)

    def read(said: Part, topic: str, evidence: Known, entry: Entry) -> None:
        fields = [(field, said[name]) for field, name in table]
        fields.append(("Note", _note(said)))
        say_fields(entry, topic, said.text("molecule"), fields, _evidence_within(said, evidence))

    return read


def _editing(said: Part, topic: str, evidence: Known, entry: Entry) -> None:
    places = [one["position"] for place in said.all("location") for one in place.all("position")]
    fields = [("Modified_positions", ", ".join(places) or said["locationType"]), ("Note", _note(said))]
    say_fields(entry, topic, said.text("molecule"), fields, _evidence_within(said, evidence))


def _caution(said: Part, topic: str, evidence: Known, entry: Entry) -> None:
    for one in said.all("conflict"):
        kind = one["type"][:1].upper() + one["type"][1:]
        sequence = one.first("sequence")
        name = f"{sequence['id']}.{sequence['version']}" if sequence and sequence["version"] else ""
        name = name or (sequence["id"] if sequence else "")
        fields = [("Sequence", name), ("Type", kind), ("Note", _note(said))]
        say_fields(entry, topic, said.text("molecule"), fields, _evidence_within(said, evidence))


def _web(said: Part, topic: str, _evidence: Known, entry: Entry) -> None:
    link = said.first("link")
    fields = [("Name", said["name"]), ("Note", said.text("text")), ("URL", link["uri"] if link else "")]
    say_fields(entry, topic, said.text("molecule"), fields, ())


_READ: dict[str, Callable[[Part, str, Known, Entry], None]] = {
    "alternative products": _isoforms,
    "biophysicochemical properties": _properties,
    "catalytic activity": _reaction,
    "cofactor": _cofactors,
    "disease": _disease,
    "interaction": _partner,
    "mass spectrometry": _attributes((("Mass", "mass"), ("Mass_error", "error"), ("Method", "method"))),
    "online information": _web,
    "RNA editing": _editing,
    "sequence caution": _caution,
    "subcellular location": _locations,
}
