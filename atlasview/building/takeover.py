"""Takes over what an atlas holds into a new one, so that sources can be added without the files it was built from."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from atlasview.atlas.contents import all_records, entries_of_genes, record_versions
from atlasview.atlas.manifest import manifest
from atlasview.atlas.reader import AtlasReader
from atlasview.building.intake import GONE, Held, Intake
from atlasview.building.parcels import OWNER, parcel_of
from atlasview.building.plan import rank_in_atlas
from atlasview.building.watch import Watch
from atlasview.sources.taken import Taken, Version

_ENTRY = "UniProtKB:"
"""What is an entry also where its version is not known, as in the starter atlas: any file's takes its place."""


def take_over(reader: AtlasReader, intake: Intake, watch: Watch) -> None:
    """Everything of an atlas into the intake, its sources first, with what it tells of them.

    `watch` is told the share, 0 to 1.
    What belongs to an entry or term is taken over as one with it, so that a later release takes the place of it all.
    Facts of a gene that came with entries of its proteins go when all of these are superseded: the atlas knows the
    gene and the file of a fact, not the one entry among several.
    Which gene an identifier means is decided as it was when the atlas was built: its sources have the ranks that they
    had then, and come before those of the same rank that are added.
    """
    numbers = {source.key: intake.begin(source, rank_in_atlas(source.key)) for source in reader.sources.values()}
    for number in numbers.values():
        intake.accounts[number].taken_over = True
    for note in manifest(reader).notes:
        intake.accounts[numbers[note.source]].earlier.append((note.kind, note.text, note.records))
    versions = record_versions(reader)
    entries = entries_of_genes(reader)
    whole = max((last for _first, last in reader.kinds.values()), default=1)
    for done, (owner, source, records) in enumerate(_owned(reader)):
        number = numbers[source]
        key = owner if owner in versions or owner.startswith(_ENTRY) else ""
        parcel = parcel_of(Taken(0, records, key, _version(versions.get(owner, ""))))
        held = intake.versions.get(owner)
        if held is not None and intake.batches.source(held.batch) == number:
            intake.join(held.batch, number, parcel)
        else:
            batch = intake.take(number, parcel if held is None else parcel_of(Taken(0, records)))
            proteins = entries.get((owner, source), ())
            if proteins:
                intake.follow(batch, proteins)
        watch.tell(f"taking over {reader.label.name}", min(1.0, done / (8 * whole)))
    for key, version in versions.items():
        intake.versions.setdefault(key, Held(_version(version), GONE))


def _owned(reader: AtlasReader) -> Iterator[tuple[str, str, list[Any]]]:
    """Owner, source and records of one noun; what describes the owners themselves comes first."""

    def belongs(one: tuple[type, Any]) -> tuple[str, str]:
        noun, record = one
        return getattr(record, OWNER[noun]), record.source

    for (owner, source), found in groupby(all_records(reader), key=belongs):
        yield owner, source, [record for _noun, record in found]


def _version(written: str) -> Version:
    """The parts of a version, as text: what compares them knows numbers."""
    return tuple(written.split("\t")) if written else ()
