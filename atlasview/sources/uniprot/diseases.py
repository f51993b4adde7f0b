"""Diseases that comments of an entry describe, and the records of them."""

import re

from atlasview.records.disease import Disease, DiseaseAssociation
from atlasview.records.packing import Packed
from atlasview.records.term import Synonym
from atlasview.sources.rows import Rows
from atlasview.sources.uniprot.cross_references import Lines, parts_of, said_at_end
from atlasview.sources.uniprot.entry import DescribedDisease, Entry
from atlasview.sources.uniprot.evidence import papers_of, without_tags

_DISEASE = re.compile(r"(?P<name>.+?)(?: \((?P<acronym>[^()]+)\))? \[MIM:(?P<mim>\d+)\]: ?(?P<rest>.*)$", re.DOTALL)
_OLD_WAYS = (
    (" may be a cause of ", "possibly causal"),
    (" may be the cause of ", "possibly causal"),
    (" may be associated with susceptibility to ", "possible susceptibility"),
    (" cause of susceptibility to ", "susceptibility"),
    (" associated with susceptibility to ", "susceptibility"),
    (" cause of ", "causal"),
    (" associated with ", "implicated"),
    (" involved in ", "implicated"),
)
"""Words of entries before 2012: `Defects in GRN are the cause of NAME (ACRONYM) [MIM:607485]`."""
_KINDS = (
    ("The disease is caused by", "causal"),
    ("The disease may be caused by", "possibly causal"),
    ("Disease susceptibility is associated", "susceptibility"),
    ("Disease susceptibility may be associated", "possible susceptibility"),
)
_OTHERWISE = "implicated"


def kind_of(note: str) -> str:
    """How a gene is tied to a disease, by the sentence that UniProt's note begins with."""
    return next((kind for start, kind in _KINDS if note.startswith(start)), _OTHERWISE)


def disease_of(text: str, tagged: str) -> DescribedDisease:
    """The disease of a comment in flat text, without and with its evidence tags."""
    if found := _DISEASE.match(text):
        definition, _, note = found["rest"].partition("Note=")
        papers = papers_of(without_tags(tagged.partition("Note=")[0])[1])
        return DescribedDisease(
            found["mim"], found["name"], found["acronym"] or "", definition.strip(), kind_of(note), papers
        )
    return _old_disease(text)


def _old_disease(text: str) -> DescribedDisease:
    head, sign, rest = text.partition(" [MIM:")
    mim = rest.partition("]")[0]
    if sign and head.startswith("Defects in ") and mim.isdecimal():
        for words, kind in _OLD_WAYS:
            _before, found, name = head.partition(words)
            if found:
                name, _, acronym = name.removesuffix(")").rpartition(" (") if name.endswith(")") else (name, "", "")
                return DescribedDisease(mim, name.removeprefix("a ").removeprefix("an "), acronym, "", kind, ())
    return DescribedDisease("", "", "", "", "", ())


def acronyms(entry: Entry) -> dict[str, str]:
    """Diseases of an entry by the acronyms that its variants use."""
    return {one.acronym: f"OMIM:{one.mim}" for one in entry.diseases if one.mim and one.acronym}


def add_diseases(entry: Entry, lines: Lines, rows: Rows) -> None:
    """Diseases, their acronyms and how the entry's gene is tied to them; Orphanet's by the cross-references."""
    source = entry.source
    diseases: list[Packed] = []
    told: dict[tuple[str, str], list[str]] = {}
    for one in entry.diseases:
        if one.mim:
            identifier = f"OMIM:{one.mim}"
            told.setdefault((identifier, one.kind), []).extend(one.publications)
            diseases.append((identifier, one.name, one.definition, source))
            if one.acronym and one.acronym.casefold() != one.name.casefold():
                rows.add(Synonym, identifier, [(identifier, one.acronym, "exact", source)])
    ties: list[Packed] = [
        (entry.id, identifier, kind, "", tuple(dict.fromkeys(papers)), source)
        for (identifier, kind), papers in told.items()
    ]
    for number, rest in map(parts_of, lines.get("Orphanet", ())):
        diseases.append((f"ORPHA:{number}", said_at_end(rest.partition("; ")[0])[0], "", source))
        ties.append((entry.id, f"ORPHA:{number}", _OTHERWISE, "", (), source))
    rows.add(Disease, None, diseases)
    rows.add(DiseaseAssociation, entry.id, ties)
