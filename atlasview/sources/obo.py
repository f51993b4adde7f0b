"""OBO files of any ontology: terms with definitions, synonyms, parents, replacements and cross-references."""

import re
from collections.abc import Callable, Iterator

from atlasview.sources.head import Head
from atlasview.sources.obo_syntax import Stanza, plain, quoted, stanzas, unescaped, word
from atlasview.sources.ontology import Home, OntologyTerm, date_in, is_slim, ontology_named
from atlasview.sources.ontology_formats import ontology_formats
from atlasview.sources.ontology_ids import curie, likeness
from atlasview.sources.ontology_terms import TermReader
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome

SCOPES = {"EXACT": "exact", "BROAD": "broad", "NARROW": "narrow", "RELATED": "related"}
PART_OF = {"part_of", "BFO:0000050", "OBO_REL:part_of", "OBO_REL:0000002"}
_NOT_SO = ('all_only="true"', 'cardinality="0"', 'maxCardinality="0"')
"""Modifiers by which a relationship says that there need be no such parent."""
_DAY_FIRST = re.compile(r"(\d\d):(\d\d):(\d{4})")
_VERSION_INFO = re.compile(r'(?:owl:|\S*/owl#)versionInfo\s+"([^"]*)"')
_BREAKS_OFF = "the file breaks off inside this term"


def read(file: SourceFile, prefix: str = "") -> Iterator[Outcome]:
    """Outcomes of the terms; `prefix` is that of the file's ontology where it does not say it."""
    found = stanzas(file.lines())
    header = next(found)
    home = _home(header)
    scopes = _scopes_of_types(header)
    reader: TermReader | None = None
    waiting: Stanza | None = None
    for stanza in found:
        if reader is None and stanza.kind == "Term":
            home.prefix = home.prefix or prefix or _prefix_of(stanza)
            reader = TermReader(file, home)
        if reader and waiting:
            yield _outcome(file, reader, waiting, scopes)
        waiting = stanza if stanza.kind == "Term" else None
    if reader is None:
        raise file.refused("there is no [Term] in the file", remedy="hand in an ontology in OBO format")
    if waiting and not file.ends_whole:
        file.remarks.append(f"the file ends inside its last term (line {waiting.line}): fetch it again")
        yield file.rejected(waiting.line, _BREAKS_OFF, _id_of(waiting))
    elif waiting:
        yield _outcome(file, reader, waiting, scopes)
    reader.tell()


def _outcome(file: SourceFile, reader: TermReader, stanza: Stanza, scopes: dict[str, str]) -> Outcome:
    ids = [value for _line, tag, value in stanza.tags if tag == "id"]
    identifier = curie(word(ids[0])) if ids else ""
    if not identifier:
        reason = "a term whose identifier is none" if ids else "a term without an identifier"
        return file.rejected(stanza.line, reason, ids[0] if ids else "")
    if len(set(ids)) > 1:
        return file.rejected(stanza.line, "a term with two identifiers", ", ".join(ids))
    for line in stanza.odd:
        reader.note("a line inside a term that has no tag", line)
    term = OntologyTerm(stanza.line, identifier)
    for line, tag, value in stanza.tags:
        if tag in _SYNONYMS:
            _add_synonym(term, value, _SYNONYMS[tag] or scopes)
        elif (take := _TAKES.get(tag)) and not take(term, value):
            reader.note(f"a line {tag}: that cannot be read", line)
    return reader.outcome(term)


def _take_name(term: OntologyTerm, value: str) -> bool:
    term.name = term.name or plain(value)
    return bool(term.name)


def _take_definition(term: OntologyTerm, value: str) -> bool:
    found = quoted(value)
    term.definition = term.definition or (found[0] if found else unescaped(value.lstrip('"')))
    return found is not None


def _take_namespace(term: OntologyTerm, value: str) -> bool:
    term.namespace = plain(value)
    return True


def _take_obsolete(term: OntologyTerm, value: str) -> bool:
    said = word(value).casefold()
    term.obsolete = said == "true"
    return said in ("true", "false")


def _take_parent(term: OntologyTerm, value: str) -> bool:
    parent = curie(word(value))
    if parent:
        term.parents.append((parent, "is_a"))
    return bool(parent)


def _take_relationship(term: OntologyTerm, value: str) -> bool:
    words = value.split(None, 2)
    if len(words) < 2:
        return False
    if words[0] in PART_OF and not any(sign in value for sign in _NOT_SO):
        parent = curie(unescaped(words[1]))
        if not parent:
            return False
        term.parents.append((parent, "part_of"))
    return True


def _take_reference(term: OntologyTerm, value: str) -> bool:
    written = word(value)
    if not written:
        return False
    rest = value[len(written) :].lstrip()
    label = quoted(rest)
    term.references.append((written, label[0] if label and label[0] else likeness(rest)))
    return True


def _into(name: str) -> Callable[[OntologyTerm, str], bool]:
    def take(term: OntologyTerm, value: str) -> bool:
        identifier = curie(word(value))
        if identifier:
            getattr(term, name).append(identifier)
        return bool(identifier)

    return take


_TAKES: dict[str, Callable[[OntologyTerm, str], bool]] = {
    "name": _take_name,
    "def": _take_definition,
    "namespace": _take_namespace,
    "is_obsolete": _take_obsolete,
    "is_a": _take_parent,
    "relationship": _take_relationship,
    "xref": _take_reference,
    "xref_analog": _take_reference,
    "alt_id": _into("alternatives"),
    "replaced_by": _into("replaced_by"),
    "consider": _into("consider"),
    "use_term": _into("consider"),
}
_SYNONYMS: dict[str, str] = {
    "synonym": "",
    "exact_synonym": "exact",
    "broad_synonym": "broad",
    "narrow_synonym": "narrow",
    "related_synonym": "related",
}
"""Tags of synonyms, those of OBO 1.0 with the scope that the tag itself says."""


def _add_synonym(term: OntologyTerm, value: str, scopes: str | dict[str, str]) -> None:
    text, rest = quoted(value) or (unescaped(value.lstrip('"')), "")
    if isinstance(scopes, str):
        scope = scopes
    else:
        words = rest.partition("[")[0].split()
        known = (SCOPES.get(one.upper()) or scopes.get(one) for one in words)
        scope = next((one for one in known if one), "related")
    term.synonyms.append((text.strip(), scope))


def _home(header: Stanza) -> Home:
    values: dict[str, str] = {}
    version_info = ""
    for _line, tag, value in header.tags:
        values.setdefault(tag, plain(value))
        if tag == "property_value" and (found := _VERSION_INFO.match(value)):
            version_info = found[1]
    version = values.get("data-version", "") or version_info
    day = _DAY_FIRST.match(values.get("date", ""))
    date = date_in(version) or date_in(version_info) or (f"{day[3]}-{day[2]}-{day[1]}" if day else "")
    namespace = values.get("default-namespace", "")
    prefix = ontology_named(values.get("ontology", "")) or ontology_named(namespace)
    slim = is_slim(values.get("ontology", "")) or is_slim(version)
    return Home(prefix, namespace, date_in(version) or version, date, slim)


def _scopes_of_types(header: Stanza) -> dict[str, str]:
    """Scope that a type of synonyms has by itself: `synonymtypedef: systematic_synonym "…" EXACT`."""
    scopes = {}
    for _line, tag, value in header.tags:
        if tag == "synonymtypedef" and (words := value.split()) and words[-1] in SCOPES:
            scopes[words[0]] = SCOPES[words[-1]]
    return scopes


def _id_of(stanza: Stanza) -> str:
    return next((word(value) for _line, tag, value in stanza.tags if tag == "id"), "")


def _prefix_of(stanza: Stanza) -> str:
    return curie(_id_of(stanza)).partition(":")[0]


def _home_of_head(head: Head) -> str | None:
    """Prefix of the ontology that an OBO file holds, empty where it does not say, None for another file."""
    if b"format-version:" not in head.start and b"[Term]" not in head.start:
        return None
    found = stanzas(enumerate(head.lines, 1))
    header = next(found)
    first = next((stanza for stanza in found if stanza.kind == "Term"), None)
    said = bool(header.tags) and header.tags[0][1] == "format-version"
    if not said and not (first and first.tags and first.tags[0][1] == "id"):
        return None
    return _home(header).prefix or (_prefix_of(first) if first else "")


FORMATS = ontology_formats("OBO", "", _home_of_head, read)
