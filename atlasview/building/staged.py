"""Facts of one noun that wait in the staging: given back by owner, tied to what the atlas has, without repeats."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, count, groupby, repeat
from operator import itemgetter
from typing import Any, overload

from atlasview.atlas.staging import Staging
from atlasview.building.accounts import RANGE
from atlasview.building.ledger import Ledger
from atlasview.building.parcels import OWNER
from atlasview.building.subjects import SubjectIds
from atlasview.building.tied_variants import tied_variants
from atlasview.building.transcript_ties import TranscriptTies
from atlasview.building.whole_transcripts import WholeTranscripts
from atlasview.records.disease import DiseaseAssociation, DiseasePhenotype
from atlasview.records.expression import Expression
from atlasview.records.gene import GeneName
from atlasview.records.interaction import Homology
from atlasview.records.marker import Marker
from atlasview.records.packing import Packed, lined_of, packed_of, packing
from atlasview.records.protein import Comment, Feature, ProteinName
from atlasview.records.reference import CrossReference
from atlasview.records.significance import Significance
from atlasview.records.term import GeneTerm, Synonym
from atlasview.records.transcript import Transcript
from atlasview.records.variant import Variant

GENE, SUBJECT = "gene", "subject"
"""Names of the staging's tables of places: whose key a fact of a gene has, and whose any other fact."""

_REFERENCES: dict[type, tuple[tuple[str, str], ...]] = {
    GeneTerm: (("term", "no such term"),),
    DiseaseAssociation: (("disease", "no such disease"),),
    DiseasePhenotype: (("term", "no such term"),),
    Significance: (("cell_type", "no such cell type"),),
    Marker: (("cell_type", "no such cell type"),),
}
_BATCH: Callable[[Any], int] = itemgetter(1)
_DISEASE, _PAPERS, _SOURCE = map(packing(Variant).at, ("disease", "publications", "source"))
_SAMPLE = len(packing(Variant).fields)
"""Where the sample of a sighting stands, behind the values of its variant."""
_PLAIN = (GeneName, CrossReference, ProteinName, Synonym, Expression)
"""Facts that point to nothing but their owner."""
_LISTS = {(noun, "publications") for noun in (DiseaseAssociation, Marker)}
_AS_THEY_ARE = (Feature, ProteinName, Comment)
"""Facts of one entry: they point to nothing else, and no other record says them again."""


_AS_A_WHOLE = (*_PLAIN, GeneTerm, DiseasePhenotype, Significance)
"""Facts that stay as they are where all that they point to is known: looked at together before one by one."""
_BETWEEN: Callable[[Packed], Any] = itemgetter(slice(1, -1))
"""All but the owner, which comes first, and the source, which comes last."""

_SAID: dict[type, Callable[[Packed], Any]] = {
    GeneName: lambda values: values[2].casefold(),
    CrossReference: itemgetter(1, 2),
    Synonym: lambda values: values[1].casefold(),
    Expression: itemgetter(slice(1, None)),
}
"""What makes two facts of one owner the same; of most nouns everything but the source.

Values of two files stay apart: one chart shows all samples of one file, and what is computed of them needs all.
"""


@dataclass(slots=True)
class Known:
    """What facts can point to.

    ids        id of each subject by its key
    keys       key of each subject by its id
    papers     id of a paper by any of its names, empty where the atlas does not have it
    aliases    ids that mean another one: a replaced term, a secondary accession
    genes      ids of the genes that an identifier means
    placed     a packed variant with its place on an isoform
    """

    ids: SubjectIds
    keys: Mapping[str, int]
    aliases: Mapping[str, str]
    genes: Callable[[str], tuple[str, ...]]
    papers: Callable[[str], str]
    isoforms: frozenset[str] = frozenset()
    placed: Callable[[Packed], Packed] = lambda values: values
    labels: Callable[[str], frozenset[str]] = lambda _gene: frozenset()
    """Symbol and name of a gene in small letters: no other name of it repeats them."""
    ties: TranscriptTies = field(default_factory=TranscriptTies)
    in_turn: Callable[[Iterable[Any], Callable[[Any], int]], Iterable[Any]] = lambda rows, _batch: rows
    """Rows of one owner in the order in which files are read; what gives the batch of a row is handed in."""

    def subject(self, identifier: str) -> str:
        """The id of what is meant, empty where the atlas does not have it."""
        if identifier in self.keys:
            return identifier
        other = self.aliases.get(identifier, "")
        return other if other in self.keys else ""


def _facts_of(batch: int, content: bytes) -> Iterable[tuple[int, int, Packed]]:
    """Packed records, each with its batch and its place among rows that were staged as one batch."""
    if batch < RANGE:
        return zip(repeat(batch), count(), packed_of(content), strict=False)
    facts, lines = lined_of(content)
    return zip(map((batch - lines[0]).__add__, lines), repeat(0), facts, strict=False)


@dataclass(slots=True)
class StagedNoun(Sequence[Any]):
    """The records of a noun, read anew from the staging each time they are walked.

    `order` sorts the facts of one owner; None leaves them in the order in which they were read.
    """

    noun: type
    staging: Staging
    known: Known
    places: str
    order: Callable[[Packed], Any] | None = None
    _count: int | None = field(default=None)

    def groups(self, ledger: Ledger | None = None) -> Iterator[tuple[int, list[Packed]]]:
        """Key of each owner, in order, with its packed records; a `ledger` is told of those that fall away."""
        found = self.staging.by_key(self.noun.__name__, self.places)
        whole = WholeTranscripts(ledger) if self.noun is Transcript else None
        for key, rows in groupby(found, key=itemgetter(0)):
            if records := self._owned(key, self.known.in_turn(rows, _BATCH), ledger, whole):
                yield key, records

    def written(self, ledger: Ledger | None) -> Iterator[tuple[int, list[Packed]]]:
        """The same as `groups`, for the one time that they are written: how many they are is known after it."""
        number = 0
        for key, records in self.groups(ledger):
            number += len(records)
            yield key, records
        self._count = number

    @property
    def staged(self) -> int:
        """How many records wait, those that fall away in the writing included."""
        return self.staging.records(self.noun.__name__)

    def owned_by(self, owner: str) -> list[Any]:
        """Records of one subject."""
        key = self.known.keys[owner]
        rows = ((key, 0, content) for content in self.staging.of_key(self.noun.__name__, self.places, key))
        whole = WholeTranscripts(None) if self.noun is Transcript else None
        return list(self._unpacked(key, self._owned(key, rows, None, whole)))

    def tell_lost(self, ledger: Ledger) -> None:
        """Tell the ledger of everything whose owner the atlas does not have."""
        what = "no gene of this atlas has the identifier" if self.places == GENE else "its subject is not in this atlas"
        for batch, owner, facts, lined in self.staging.lost(self.noun.__name__, self.places, RANGE):
            if lined is None:
                ledger.unmatched(batch, what, owner, facts)
                continue
            for single, _row, _values in _facts_of(batch, lined):
                ledger.unmatched(single, what, owner)

    def _owned(
        self,
        key: int,
        rows: Iterable[tuple[int, int, bytes]],
        ledger: Ledger | None,
        whole: WholeTranscripts | None,
    ) -> list[Packed]:
        if self.noun in _AS_THEY_ARE:
            return [values for _key, _batch, content in rows for values in packed_of(content)]
        if whole is not None:
            for _key, batch, content in rows:
                for values in packed_of(content):
                    whole.add(self._transcript((self.known.ids[key], *values[1:])), batch)
            return whole.of_gene()
        staged = list(rows)
        records = self._untouched(self.known.ids[key], staged) if self.noun in _AS_A_WHOLE else None
        if records is None:
            records = list(self._tied(self.known.ids[key], staged, ledger))
        if self.order:
            records.sort(key=self.order)
        return records

    def _untouched(self, owner: str, staged: list[tuple[int, int, bytes]]) -> list[Packed] | None:
        """The facts of an owner, as they were said, where each points to what is known and says what no other says.

        None where one of them is not so. Their first field may be another identifier of the owner.
        """
        lots = [packed_of(content) for _key, _batch, content in staged]
        records = lots[0] if len(lots) == 1 else list(chain.from_iterable(lots))
        for name, _what in _REFERENCES.get(self.noun, ()):
            at = packing(self.noun).at(name)
            if not all(map(self.known.keys.__contains__, set(map(itemgetter(at), records)))):
                return None
        facts = set(map(_SAID.get(self.noun, _BETWEEN), records))
        if len(facts) < len(records) or (self.noun is GeneName and not facts.isdisjoint(self.known.labels(owner))):
            return None
        return records

    def _unpacked(self, key: int, records: Iterable[Packed]) -> Iterator[Any]:
        """The records of an owner, under its id."""
        unpack, owner = packing(self.noun).unpack, self.known.ids[key]
        if self.noun not in _AS_A_WHOLE:
            return map(unpack, records)
        return (unpack((owner, *values[1:])) for values in records)

    def _tied(self, owner: str, rows: Iterable[tuple[int, int, bytes]], ledger: Ledger | None) -> Iterator[Packed]:
        """Facts with the ids of this atlas, each once."""
        facts = chain.from_iterable(_facts_of(batch, content) for _key, batch, content in rows)
        if self.noun is Variant:
            return tied_variants(facts, partial(self._tied_variant, owner), ledger)
        return self._each_once(owner, facts, ledger)

    def _each_once(
        self, owner: str, facts: Iterable[tuple[int, int, Packed]], ledger: Ledger | None
    ) -> Iterator[Packed]:
        at = packing(self.noun).at(OWNER[self.noun])
        said = _SAID.get(self.noun, _BETWEEN)
        met: set[Any] = set(self.known.labels(owner)) if self.noun is GeneName else set()
        plain = self.noun in _PLAIN
        for batch, row, values in facts:
            own = values if values[at] == owner else (*values[:at], owner, *values[at + 1 :])
            tied = own if plain else self._tie(own, batch, ledger, row)
            if tied is None:
                continue
            if (fact := said(tied)) in met:
                if ledger:
                    ledger.repeated(batch, row)
                continue
            met.add(fact)
            yield tied

    def _tied_variant(self, owner: str, values: Packed) -> Packed:
        known, papers, disease = self.known, values[_PAPERS], values[_DISEASE]
        if not papers and not disease:
            return known.placed((owner, *values[1:_SAMPLE]))
        papers = tuple(paper for one in papers if (paper := known.papers(one)))
        disease = known.subject(disease) or disease
        own = (owner, *values[1:_DISEASE], disease, *values[_DISEASE + 1 : _PAPERS], papers, values[_SOURCE])
        return known.placed(own)

    def _tie(self, values: Packed, batch: int, ledger: Ledger | None, row: int) -> Packed | None:
        for name, what in _REFERENCES.get(self.noun, ()):
            at = packing(self.noun).at(name)
            subject = self.known.subject(values[at])
            if not subject:
                if ledger:
                    ledger.unmatched(batch, what, values[at], row=row)
                return None
            if subject != values[at]:
                values = (*values[:at], subject, *values[at + 1 :])
        return self._tie_more(values)

    def _tie_more(self, values: Packed) -> Packed:
        """What only some nouns point to: papers."""
        names = packing(self.noun).fields
        if (self.noun, "publications") in _LISTS:
            at = names.index("publications")
            if values[at]:
                papers = tuple(paper for one in values[at] if (paper := self.known.papers(one)))
                values = (*values[:at], papers, *values[at + 1 :])
        if self.noun is Homology and values[5]:
            values = (*values[:5], self.known.papers(values[5]), values[6])
        return values

    def _transcript(self, values: Packed) -> Packed:
        """A transcript with the isoform and the choice of MANE that other sources tell by its identifiers."""
        at = packing(Transcript).at
        ties, changed = self.known.ties, list(values)
        protein = values[at("protein")].partition(":")[2]
        isoform = values[at("isoform")]
        if isoform not in self.known.isoforms:
            isoform = ties.isoform_of(protein, values[at("id")], values[at("ccds")])
        changed[at("isoform")] = isoform if values[at("cds_start")] is not None else ""
        changed[at("mane_select")] |= ties.is_mane(values[at("id")], values[at("assembly")])
        return tuple(changed)

    def __iter__(self) -> Iterator[Any]:
        for key, records in self.groups():
            yield from self._unpacked(key, records)

    def __len__(self) -> int:
        if self._count is None:
            self._count = sum(len(records) for _key, records in self.groups())
        return self._count

    @overload
    def __getitem__(self, index: int) -> Any: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Any]: ...

    def __getitem__(self, index: int | slice) -> Any:
        return list(self)[index]
