"""Takes over what an atlas holds into a new one, so that sources can be added without the files it was built from."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from atlasview.atlas.contents import (
    described_records,
    describing,
    entries,
    identifiers_in,
    merged_diseases,
    record_versions,
)
from atlasview.atlas.manifest import manifest
from atlasview.atlas.reader import AtlasReader
from atlasview.building.intake import ENTRY, GONE, Held, Intake
from atlasview.building.parcels import OWNER, parcel_of
from atlasview.building.plan import format_in_atlas, rank_in_atlas
from atlasview.building.watch import Watch
from atlasview.records.disease import Disease
from atlasview.records.term import GeneTerm, Term
from atlasview.sources import gmt
from atlasview.sources.taken import Taken, Version

_UNDER_GENES = {"gene-info": "NCBIGene", "gencode-genes": "GENCODE"}
"""Formats whose records have a key of their own and whose facts stand under the gene that has it, by any of its ids."""
_DESCRIBED = _UNDER_GENES["gene-info"]
"""Of these formats the one whose records describe genes."""
_SETS = frozenset(one.key for one in gmt.FORMATS)
"""Formats whose records are sets of genes: what stands under a gene came with the set that it is in."""


def take_over(reader: AtlasReader, intake: Intake, watch: Watch) -> None:
    """Everything of an atlas into the intake, its sources first, with what it tells of them.

    `watch` is told the share, 0 to 1.
    What belongs to a record with a version, an entry or a term say, is taken over as one with it, so that a later
    release takes the place of it all. Facts of a gene, and other names of a disease, that came with several records
    (entries of proteins) go when all of these are superseded: the atlas knows the owner and the file of a fact, not the
    one record among several.
    Which gene an identifier means is decided as it was when the atlas was built: its sources have the ranks that they
    had then, and come before those of the same rank that are added.
    """
    numbers = {source.key: intake.begin(source, rank_in_atlas(source.key)) for source in reader.sources.values()}
    for number in numbers.values():
        intake.accounts[number].taken_over = True
    for note in manifest(reader).notes:
        intake.accounts[numbers[note.source]].earlier.append((note.kind, note.text, note.records))
    intake.batches.ranks = intake.ranks
    keys = _Keys(reader)
    whole = max((last for _first, last in reader.kinds.values()), default=1)
    for done, (owner, source, records) in enumerate(_owned(reader, keys)):
        number, key = numbers[source], keys.own(owner, source)
        parcel = parcel_of(Taken(0, records, key, _version(keys.versions.get(key, ""))))
        held = intake.versions.get(key)
        if held is not None and intake.batches.source(held.batch) == number:
            intake.join(held.batch, number, parcel)
        else:
            batch = intake.take(number, parcel if held is None else parcel_of(Taken(0, records)))
            if several := keys.several(owner, source):
                intake.follow(batch, several)
        watch.tell(f"taking over {reader.label.name}", min(1.0, done / (8 * whole)))
    for key, version in keys.versions.items():
        if key not in intake.versions:
            kept = keys.kept_without_facts(key)
            batch = intake.batches.add(numbers[kept], 0, 0) if kept else GONE
            intake.versions[key] = Held(_version(version), batch)


class _Keys:
    """Of which records with versions the facts of an atlas came, as far as it can be told."""

    def __init__(self, reader: AtlasReader) -> None:
        self.versions = record_versions(reader)
        self._entries = entries(reader)
        self._records: dict[tuple[str, str], list[str]] = {}
        self._describing = ""
        self.sets: set[str] = set()
        self._described_by = describing(reader)
        for disease, merged_in, key in merged_diseases(reader):
            if key in self.versions and key not in self._described_by:
                self._records[disease, merged_in] = [key]
        for source in reader.sources.values():
            known = format_in_atlas(source.key)
            database = _UNDER_GENES.get(known.key, "") if known else ""
            if known and known.key in _SETS:
                self.sets.add(source.key)
            if source.kept and database == _DESCRIBED:
                self._describing = source.key
            for gene, identifiers in identifiers_in(reader, database).items() if database else ():
                keys = dict.fromkeys(f"{database}:{one.partition('.')[0]}" for one in identifiers)
                self._records[gene, source.key] = [key for key in keys if key in self.versions]

    def own(self, owner: str, source: str) -> str:
        """Key of the one record that what a source says of an owner came with, else empty."""
        if source in self.sets and (members := gmt.key_of(owner)) in self.versions:
            return members
        records = self._records.get((owner, source), ())
        if len(records) == 1:
            return records[0]
        # An entry is one also where its version is not known, as in the starter atlas: any file's takes its place.
        own = owner.startswith(ENTRY) or (owner in self.versions and self._described_by.get(owner, source) == source)
        return owner if own and not records else ""

    def only_spoken_of(self, thing: Term | Disease) -> bool:
        """Whether nothing is known of a term or disease but its identifier."""
        return thing.name == thing.id and not thing.definition and thing.id not in self.versions

    def several(self, owner: str, source: str) -> Sequence[str]:
        """Keys of all records that it may have come with, where they are not one."""
        records = self._records.get((owner, source), ())
        return records if len(records) > 1 else self._entries.get((owner, source), ())

    def kept_without_facts(self, key: str) -> str:
        """Key of the source whose record this is where that describes a gene, else empty.

        Such a record is kept also where other sources say all that it says, or where it is one of several of a gene.
        """
        return self._describing if key.startswith(f"{_DESCRIBED}:") else ""


def _owned(reader: AtlasReader, keys: _Keys) -> Iterator[tuple[str, str, list[Any]]]:
    """Owner, source and records of one noun; what describes the owners themselves comes first.

    Genes of sets belong to their sets. Terms and diseases of which only the identifier is known are left out: they come
    in again with the facts that speak of them, unless a file describes them now.
    """

    def belongs(one: tuple[type, Any]) -> tuple[str, str]:
        noun, record = one
        owner = "term" if noun is GeneTerm and record.source in keys.sets else OWNER[noun]
        return getattr(record, owner), record.source

    spoken_of = (Term, Disease)
    told = (one for one in described_records(reader) if one[0] not in spoken_of or not keys.only_spoken_of(one[1]))
    for (owner, source), found in groupby(told, key=belongs):
        yield owner, source, [record for _noun, record in found]


def _version(written: str) -> Version:
    """The parts of a version, as text: what compares them knows numbers."""
    return tuple(written.split("\t")) if written else ()
