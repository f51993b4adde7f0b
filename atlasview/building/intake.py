"""Takes in what readers give, record by record: staged on the disk, counted, and its genes told apart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from atlasview.atlas.staged_links import LINKS, StagedLinks
from atlasview.atlas.staged_papers import paper_id
from atlasview.atlas.staging import Staging
from atlasview.building.accounts import Batches, Fate, SourceAccount
from atlasview.building.blocks import Block
from atlasview.building.identities import STRING, Identities
from atlasview.building.parcels import NOUNS, SHARED, Lot, Parcel
from atlasview.records.gene import Gene, GeneName
from atlasview.records.lists import joined, joined_channels
from atlasview.records.packing import packed_of, packing, payloads_of
from atlasview.records.protein import GeneProtein
from atlasview.records.publication import Citation
from atlasview.records.reference import CrossReference
from atlasview.records.source import Source
from atlasview.sources.links import Links
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Version, in_order, is_stated

_AT_ONCE = 4_000
_BYTES_AT_ONCE = 1 << 20
"""Contents of a noun that wait to be staged together."""
GONE = -1
"""In place of a batch: the latest release says that there is no such record any more."""
_STRING_SIGN = STRING.encode()
_TELLING = {NOUNS.index(noun) for noun in (Gene, GeneName, CrossReference, GeneProtein)}
_ROWS = {number for number, noun in enumerate(NOUNS) if noun.__name__ in LINKS}


@dataclass(slots=True)
class Held:
    """The record of a key that is the latest so far."""

    version: Version
    batch: int


@dataclass(slots=True)
class Intake:
    """What was taken in. `sources` are in the order of their numbers; a number is the place in it."""

    staging: Staging
    sources: list[Source] = field(default_factory=list)
    accounts: list[SourceAccount] = field(default_factory=list)
    ranks: list[int] = field(default_factory=list)
    batches: Batches = field(default_factory=Batches)
    identities: Identities = field(default_factory=Identities)
    previous_symbols: list[GeneName] = field(default_factory=list)
    versions: dict[str, Held] = field(default_factory=dict)
    superseded: list[int] = field(default_factory=list)
    ended: list[int] = field(default_factory=list)
    """Those superseded of which not even a name stays: a later release says that there is no such thing any more."""
    named: set[str] = field(default_factory=set)
    """Isoforms that the variants of blocks name, as their sources name them."""
    papers: set[str] = field(default_factory=set)
    """Papers that the facts of blocks rest on."""
    same_versions: dict[int, set[int]] = field(default_factory=dict)
    """Sources with records that an atlas held in the same version, and the sources that it had these of."""
    _superseded_keys: set[str] = field(default_factory=set)
    _following: dict[int, frozenset[str]] = field(default_factory=dict)
    _followed: set[str] = field(default_factory=set)
    _told: set[int] = field(default_factory=set)
    """Shared things that were told, by the hash of all that is said of one: thousands of entries say the same."""
    _retold: dict[int, int] = field(default_factory=dict)
    """The batch that last told one of them again."""
    _waiting: dict[int, list[Any]] = field(default_factory=dict)
    _bytes: Counter[int] = field(default_factory=Counter)
    _refused: list[tuple[int, int, str, str]] = field(default_factory=list)
    links: StagedLinks = field(init=False)
    _named: dict[str, int] = field(default_factory=dict)
    _new_names: list[tuple[int, str]] = field(default_factory=list)
    _ranges: dict[int, int] = field(default_factory=dict)
    _names: int = 0
    _names_before: int = 0
    """Numbers of names that blocks of rows gave, and of those before the present file."""

    def __post_init__(self) -> None:
        self.links = StagedLinks(self.staging)
        self.identities.rank_of = self.ranks

    @property
    def facts(self) -> int:
        """About how many facts wait: records of files, and what one record says many of."""
        return max(self.staging.facts, sum(account.read for account in self.accounts))

    def begin(self, source: Source, rank: int) -> int:
        """Number of a new source; sources of lower rank are believed before others."""
        self.sources.append(source)
        self.accounts.append(SourceAccount())
        self.ranks.append(rank)
        return len(self.sources) - 1

    def forget(self, source: int) -> None:
        """Let the source that was begun last go; nothing of it was taken."""
        for kept in (self.sources, self.accounts, self.ranks):
            del kept[source]

    def take(self, source: int, parcel: Parcel) -> int:
        """Stage a parcel, unless a later version of it is there already. Number of its batch, or GONE."""
        account = self.accounts[source]
        account.read += parcel.rows
        if not parcel.lots:
            self._refuse(source, parcel.line, Fate.FILTERED, "nothing that an atlas shows", parcel.key)
            return GONE
        if parcel.key and not self._newest(source, parcel):
            return GONE
        batch = self.batches.add(source, parcel.line, parcel.facts)
        if parcel.rows > 1:
            self.batches.runs[batch] = parcel.rows
        if parcel.key:
            self.versions[parcel.key] = Held(parcel.version, batch)
        for key in parcel.replaces:
            self._end(key, parcel.version)
        for lot in parcel.lots:
            self._stage(batch, source, lot)
        return batch

    def follow(self, batch: int, keys: Iterable[str]) -> None:
        """What a batch holds came with the records of these keys, and goes when a later version of each is read."""
        self._following[batch] = frozenset(keys)
        self._followed.update(keys)

    def join(self, batch: int, source: int, parcel: Parcel) -> None:
        """Stage more of a record that was taken in before."""
        self.batches.join(batch, sum(lot.records for lot in parcel.lots))
        for lot in parcel.lots:
            self._stage(batch, source, lot)

    def link(self, source: int, links: Links) -> None:
        """Stage a block of rows that tie two things together, each of them a record of its own."""
        self._count(source, links)
        if not links.first:
            self._names_before = self._names
        self.links.name(enumerate(links.names, self._names_before + links.first))
        self._names += len(links.names)
        noun = links.noun.__name__
        self.links.add_block(noun, links.rows, self._range(source), self._names_before, source)

    def take_block(self, source: int, block: Block) -> None:
        """Stage a block of rows that say one fact each, each of them a record of its own."""
        self._count(source, block)
        first = self._range(source)
        self.named |= block.named
        self.papers |= block.papers
        for line, more in block.more.items():
            self.batches.expect(first + line, more)
        for line, lot in block.shared:
            self._stage_shared(first + line, lot)
        rows = [(first + line, owner, facts, content) for owner, line, facts, content in block.lots]
        self._wait(block.noun, rows, sum([len(row[3]) for row in rows]))

    def reject(self, source: int, outcome: Rejected | Filtered) -> None:
        """Count and note a record that was not taken."""
        self.accounts[source].read += 1
        if isinstance(outcome, Rejected):
            self._refuse(source, outcome.line, Fate.REJECTED, outcome.reason, outcome.detail)
        else:
            self._refuse(source, outcome.line, Fate.FILTERED, outcome.reason, outcome.key)
            if outcome.key:
                self._end(outcome.key, outcome.version)

    def settle(self, batch: int, fate: Fate, reason: str, detail: str, row: int = 0) -> None:
        """A record that was staged does not stay after all; `row` counts from the first line of the batch.

        What an atlas held is no record of a file: its own were counted when they were read.
        """
        source = self.batches.source(batch)
        if not self.accounts[source].taken_over:
            self._refuse(source, self.batches.line(batch) + row, fate, reason, detail)

    def finish(self) -> None:
        """Stage what waits, take back what was superseded; nothing is taken in after this."""
        for noun in list(self._waiting):
            self._flush(noun)
        self.superseded += (batch for batch, keys in self._following.items() if keys <= self._superseded_keys)
        if self.superseded:
            for owned in NOUNS:
                if owned not in SHARED:
                    self.withdraw(owned, self.superseded)
            self.batches.end(self.superseded)
        self._end_things()
        self.flush_refusals()
        self.staging.index()

    def withdraw(self, noun: type, batches: Iterable[int]) -> None:
        """Take the facts of a noun that batches brought back."""
        if noun.__name__ in LINKS:
            self.links.withdraw(noun.__name__, batches)
        else:
            self.staging.withdraw(noun.__name__, batches)

    def flush_refusals(self) -> None:
        """Write the notes of what was rejected to the staging."""
        self.staging.refuse(self._refused)
        self._refused.clear()

    def _range(self, source: int) -> int:
        """Number that the lines of a source count from."""
        if source not in self._ranges:
            self._ranges[source] = self.batches.range(source)
        return self._ranges[source]

    def _count(self, source: int, rows: Links | Block) -> None:
        """Count rows, and note those that were not taken."""
        account = self.accounts[source]
        account.read += rows.read
        for reason, lines in rows.filtered.items():
            if lines:
                account.refuse(Fate.FILTERED, reason, len(lines))
        for rejected in rows.rejected:
            self._refuse(source, rejected.line, Fate.REJECTED, rejected.reason, rejected.detail)

    def _stage(self, batch: int, source: int, lot: Lot) -> None:
        if lot.owner is None:
            self._stage_shared(batch, lot)
            return
        if lot.noun in _TELLING:
            self._learn(source, lot)
        if lot.noun in _ROWS:
            self._wait(lot.noun, self._tied(batch, source, lot.owner, lot), len(lot.content))
        else:
            self._wait(lot.noun, [(batch, lot.owner, lot.records, lot.content)], len(lot.content))

    def _stage_shared(self, batch: int, lot: Lot) -> None:
        told: list[Any] = []
        for content in payloads_of(lot.content):
            sign = hash((lot.noun, content))
            if sign in self._told:
                self._retold[sign] = batch
            else:
                self._told.add(sign)
                told.append((batch, packed_of(content)[0][0], 1, content))
        if told:
            self._wait(lot.noun, told, sum([len(content) for *_, content in told]))

    def _wait(self, noun: int, rows: Iterable[Any], size: int) -> None:
        waiting = self._waiting.setdefault(noun, [])
        waiting += rows
        self._bytes[noun] += size
        if len(waiting) >= _AT_ONCE or self._bytes[noun] >= _BYTES_AT_ONCE:
            self._flush(noun)

    def _end_things(self) -> None:
        """Take back the shared things of records of which nothing stays, unless others told the same of them."""
        ended = frozenset(self.ended)
        for noun in SHARED if ended else ():
            number = NOUNS.index(noun)
            kept = [
                (self._retold[sign], owner, records, content)
                for batch, owner, records, content in self.staging.by_owner(noun.__name__)
                if batch in ended
                if (sign := hash((number, content))) in self._retold
            ]
            self.staging.withdraw(noun.__name__, ended)
            self.staging.stage(noun.__name__, kept)
        self._told, self._retold = set(), {}  # they are large, and nothing is told after this

    def _newest(self, source: int, parcel: Parcel) -> bool:
        """Whether this is the latest record of its key so far; the older one is counted as superseded."""
        held = self.versions.get(parcel.key)
        if held is None:
            return True
        new, old = in_order(parcel.version), in_order(held.version)
        if held.batch == GONE and new >= old:
            return True
        why = "a later version was read"
        if new <= old and not (why := self._renewed(source, parcel.key, held) if new == old else ""):
            if new == old and self._is_of_atlas(held.batch):
                self.same_versions.setdefault(source, set()).add(self.batches.source(held.batch))
            reason = "the same version was read before" if new == old else "a later version was read before"
            self._refuse(source, parcel.line, Fate.SUPERSEDED, reason, parcel.key)
            return False
        self._supersede(parcel.key, held.batch, source, why)
        if all(lot.owner != parcel.key for lot in parcel.lots):
            self.ended.append(held.batch)
        return True

    def _renewed(self, source: int, key: str, held: Held) -> str:
        """Why a record takes the place of one with the same version, empty where it does not.

        An atlas held what this same file gave: facts of it that led nowhere then come in now. Or no version is stated:
        of two files, that which is read later has the word, but for entries, of which a table may have a few columns.
        """
        before = self.batches.source(held.batch)
        if before == source:
            return ""
        if not is_stated(held.version) and not key.startswith(ENTRY):
            return "a file that was read later has it, and no release is stated"
        same = self.sources[source].sha256 == self.sources[before].sha256 != ""
        again = self._is_of_atlas(held.batch) and same and self.ranks[source] == self.ranks[before]
        return "its file was read again" if again else ""

    def _is_of_atlas(self, batch: int) -> bool:
        """Whether a batch holds what an atlas that is added to has."""
        return batch != GONE and self.accounts[self.batches.source(batch)].taken_over

    def _end(self, key: str, version: Version) -> None:
        """A release says that a key is no more; what an earlier one held under it goes, also if it is read later."""
        held = self.versions.get(key)
        if held is None:
            self.versions[key] = Held(version, GONE)
        elif in_order(held.version) < in_order(version):
            if held.batch != GONE:
                self._supersede(key, held.batch, self.batches.source(held.batch), "a later version was read")
                self.ended.append(held.batch)
            self.versions[key] = Held(version, GONE)

    def _supersede(self, key: str, batch: int, by: int, reason: str) -> None:
        """A record goes for one of source `by`, and with it what it says of a gene, unless others of its own say it."""
        source = self.batches.source(batch)
        self._refuse(source, self.batches.line(batch), Fate.SUPERSEDED, reason, key)
        self.superseded.append(batch)
        self._superseded_keys.add(key)
        self.identities.withdraw(key, self.sources[source].key)
        if source != by and key.startswith(_GENES) and key not in self._followed:
            self.identities.unclaim(key, source)

    def _refuse(self, source: int, line: int, fate: Fate, reason: str, detail: str) -> None:
        self.accounts[source].refuse(fate, reason)
        if fate is Fate.REJECTED:
            self._refused.append((source, line, reason, detail))
        if len(self._refused) >= _AT_ONCE:
            self.flush_refusals()

    def _flush(self, noun: int) -> None:
        name, waiting = NOUNS[noun].__name__, self._waiting.pop(noun)
        if noun in _ROWS:
            self.links.name(self._new_names)
            self._new_names.clear()
            self.links.add(name, waiting)
        else:
            self.staging.stage(name, waiting)
        del self._bytes[noun]

    def _tied(self, batch: int, source: int, owner: str, lot: Lot) -> list[tuple[Any, ...]]:
        """Packed facts that tie two things together, as the rows that they wait as."""
        name = self._name(owner)
        if NOUNS[lot.noun] is Citation:
            return [
                (batch, name, paper_id(paper), scope, source)
                for _owner, paper, scope, _source in packed_of(lot.content)
            ]
        return [
            (batch, name, self._name(partner), score, _channels(channels), method, joined(papers), source)
            for _owner, partner, score, channels, _source, method, papers in packed_of(lot.content)
        ]

    def _name(self, curie: str) -> int:
        """Number of a name that records give one by one: below those that blocks of rows give."""
        number = self._named.get(curie)
        if number is None:
            number = self._named[curie] = -1 - len(self._named)
            self._new_names.append((number, curie))
        return number

    def _learn(self, source: int, lot: Lot) -> None:
        """Note what tells genes apart."""
        noun = NOUNS[lot.noun]
        if noun is CrossReference and not str(lot.owner).startswith(_GENES) and _STRING_SIGN not in lot.content:
            return
        rank = self.ranks[source]
        packed = packed_of(lot.content)
        if noun is Gene:
            official = self.sources[source].database == "HGNC"
            for gene in map(packing(Gene).unpack, packed):
                self.identities.describe(gene, rank, official)
                if self.accounts[source].taken_over and not gene.id.startswith("HGNC:"):
                    # An atlas does not say that a gene is itself, as the gene's file did.
                    database, _colon, identifier = gene.id.partition(":")
                    self.identities.claim(gene.id, database, identifier, source)
        elif noun is CrossReference:
            for subject, _database, identifier, *_others in [one for one in packed if one[1] == STRING]:
                self.identities.means(identifier, subject, rank)
            if str(lot.owner).startswith(_GENES):
                for subject, database, identifier, *_others in packed:
                    self.identities.claim(subject, database, identifier, source)
        elif noun is GeneProtein:
            for gene, protein, _source in packed:
                database, _colon, accession = protein.partition(":")
                self.identities.claim(gene, database, accession, source)
        else:
            self.previous_symbols += (
                packing(GeneName).unpack(values) for values in packed if values[1] == "previous symbol"
            )


_channels = lru_cache(maxsize=1000)(joined_channels)
ENTRY = "UniProtKB:"
_GENES = ("HGNC:", "NCBIGene:", "ENSEMBL:ENSG")
