"""What becomes of the terms of an ontology's file: records, or the reason why not."""

from collections.abc import Iterator
from typing import Any

from atlasview.records.reference import CrossReference
from atlasview.records.term import Hierarchy, Synonym, Term
from atlasview.sources.ontology import ASPECTS, OTHER, SHOWN, Home, Ontology, OntologyTerm
from atlasview.sources.ontology_ids import curie, reference
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken, Version

OTHER_ONTOLOGY = "a term of another ontology that pages do not show"
REPLACED = "replaced"
"""Label of the identifier of a term that was merged into, or replaced by, the subject."""
CONSIDER = "consider"
"""Label of the identifier of a term that its curators name as a possible replacement."""
_LONGEST_LOCAL = 12


class TermReader:
    """Makes outcomes of the terms of one file; `home` must be known before the first."""

    def __init__(self, file: SourceFile, home: Home) -> None:
        self._file = file
        self._home = home
        self._source = file.source
        self._seen: dict[str, int] = {}
        self._odd: dict[str, list[int]] = {}
        file.release = home.release or file.release
        file.date = home.date or file.date

    def outcome(self, term: OntologyTerm) -> Outcome:
        """What becomes of a term. A borrowed term, and one of a slim, is of a lower version than its own ontology's."""
        prefix, _colon, local = term.id.partition(":")
        ontology = self._shown(prefix)
        if ontology is None:
            return Filtered(term.line, OTHER_ONTOLOGY)
        if refused := self._wrong(term, ontology, local):
            return refused
        self._seen[term.id] = term.line
        if not term.name and not self._is_own(prefix):
            return Filtered(term.line, "a term of another ontology that is only mentioned")
        if term.obsolete and (not term.name or ontology.noun is not Term):
            records = self._of_obsolete(term, prefix, local)
            if not records:
                return self._gone(term, prefix)
        elif not term.name:
            return self._file.rejected(term.line, "a term without a name", term.id)
        else:
            records = [self._noun(term, ontology), *self._others(term)]
        merged = (one for one in map(curie, term.alternatives) if one and one != term.id)
        replaces = tuple(dict.fromkeys(merged)) if self._is_own(prefix) else ()
        return Taken(term.line, records, term.id, self._version(prefix), replaces)

    def _version(self, prefix: str) -> Version:
        whole = self._is_own(prefix) and not self._home.slim
        return int(whole), self._home.date, self._home.release

    def _gone(self, term: OntologyTerm, prefix: str) -> Filtered:
        """An obsolete term that no page shows: what an earlier release says of it holds no longer."""
        key = term.id if self._is_own(prefix) else ""
        return Filtered(term.line, "an obsolete term that none of those shown replaces", key, self._version(prefix))

    def note(self, what: str, line: int) -> None:
        """Something odd that costs no term; told once with how often and where first."""
        self._odd.setdefault(what, []).append(line)

    def tell(self) -> None:
        """Put what was noted among the remarks of the file; at its end."""
        for what, lines in self._odd.items():
            places = f"line {lines[0]}" if len(lines) == 1 else f"{len(lines)} times, first in line {lines[0]}"
            self._file.remarks.append(f"{what} ({places})")

    def _shown(self, prefix: str) -> Ontology | None:
        return SHOWN.get(prefix) or (OTHER if self._is_own(prefix) else None)

    def _may_be_shown(self, identifier: str) -> bool:
        prefix, _colon, local = identifier.partition(":")
        ontology = self._shown(prefix)
        return ontology is not None and (not ontology.prefix or _is_number(local))

    def _is_own(self, prefix: str) -> bool:
        return self._home.owns(prefix)

    def _wrong(self, term: OntologyTerm, ontology: Ontology, local: str) -> Outcome | None:
        if ontology.prefix and not _is_number(local):
            return self._file.rejected(term.line, "an identifier that its ontology does not have", term.id)
        if first := self._seen.get(term.id):
            detail = f"{term.id}, first in line {first}"
            return self._file.rejected(term.line, "a term that the file holds twice", detail)
        return None

    def _noun(self, term: OntologyTerm, ontology: Ontology) -> Any:
        if ontology.noun is Term:
            replaced = next((one for one in map(curie, term.replaced_by) if one), "")
            category = self._category(term, ontology)
            return Term(term.id, term.name, category, term.definition, term.obsolete, replaced, self._source)
        values = {"id": term.id, "name": term.name, "definition": term.definition, "source": self._source}
        return ontology.noun(**values, **({"lineage": ""} if ontology.key == "cl" else {}))

    def _category(self, term: OntologyTerm, ontology: Ontology) -> str:
        said = term.namespace or self._home.namespace
        if ontology.prefix == "GO":
            return said if said in ASPECTS else ""
        return ontology.category or said or self._home.prefix

    def _others(self, term: OntologyTerm) -> Iterator[Any]:
        yield from self._synonyms(term)
        for parent, relation in dict.fromkeys(term.parents):
            if parent == term.id:
                self.note("a term that is its own parent", term.line)
            elif self._may_be_shown(parent):
                yield Hierarchy(term.id, parent, relation, self._source)
        for alternative in map(curie, dict.fromkeys(term.alternatives)):
            database, _colon, identifier = alternative.partition(":")
            if identifier and alternative != term.id:
                yield CrossReference(term.id, database, identifier, REPLACED, self._source)
        yield from self._references(term)
        if term.obsolete:
            for other in dict.fromkeys(term.consider):
                if found := reference(other):
                    yield CrossReference(term.id, *found, CONSIDER, self._source)

    def _synonyms(self, term: OntologyTerm) -> Iterator[Synonym]:
        """Synonyms in the order of the file; what says the name or an earlier one again is left out."""
        texts = {term.name.casefold(), ""}
        for text, scope in term.synonyms:
            if (key := text.casefold()) not in texts:
                texts.add(key)
                yield Synonym(term.id, text, scope, self._source)

    def _references(self, term: OntologyTerm) -> Iterator[CrossReference]:
        known = set()
        for written, label in term.references:
            found = reference(written)
            if found is None:
                self.note("a cross-reference that names no database", term.line)
            elif found not in known:
                known.add(found)
                yield CrossReference(term.id, *found, label, self._source)

    def _of_obsolete(self, term: OntologyTerm, prefix: str, local: str) -> list[Any]:
        """An obsolete cell type or disease is an identifier of what replaced it, or may."""
        records: list[Any] = []
        for others, label in ((term.replaced_by, REPLACED), (term.consider, CONSIDER)):
            subjects = dict.fromkeys(curie(other) for other in others)
            records += [
                CrossReference(subject, prefix, local, label, self._source)
                for subject in subjects
                if subject != term.id and self._may_be_shown(subject)
            ]
        return records


def _is_number(local: str) -> bool:
    """Whether this is what stands behind the prefix in the ontologies of the table."""
    return local.isascii() and local.isdecimal() and len(local) <= _LONGEST_LOCAL
