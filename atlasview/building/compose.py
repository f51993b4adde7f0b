"""Builds an atlas from the files that databases publish: looked at, read, tied together, written, told of."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from atlasview.atlas.format import SUFFIX
from atlasview.atlas.manifest import manifest
from atlasview.atlas.new_file import AtlasFile, NewFile
from atlasview.atlas.opening import check_header
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.staging import Staging
from atlasview.building.accounts import Fate, SourceAccount
from atlasview.building.aside import aside_of, written_aside
from atlasview.building.build import Writing, write_atlas
from atlasview.building.file_beside import FileBeside
from atlasview.building.inputs import Inputs
from atlasview.building.intake import Intake
from atlasview.building.plan import Step, planned
from atlasview.building.process_beside import ProcessLost
from atlasview.building.reading import Readers, jobs_of, read_step
from atlasview.building.remarks import remark
from atlasview.building.report import BuildReport, FileReport, Refusal, Unmatched
from atlasview.building.takeover import take_over
from atlasview.building.tying import tied
from atlasview.building.uncollected import uncollected
from atlasview.building.watch import READING, FileProgress, Watch
from atlasview.building.wish import Wish
from atlasview.records.source import Source
from atlasview.records.trouble import AtlasDamaged, AtlasForeign, AtlasMissing, AtlasTooNew, AtlasTooOld, InputRefused
from atlasview.sources.databases import DATABASES

_WORTH_A_PROCESS = 500_000
"""Facts from which starting a process pays."""
_LACKED = {
    "genes": ("gene", "subject"),
    "proteins": ("gene", "subject"),
    "terms": ("term", "subject"),
    "diseases": ("disease", "term above", "subject"),
    "cell_types": ("cell type", "term above", "subject"),
}
"""Words of what is told of facts that led nowhere because the atlas had none of these."""
_STEPS = 40
"""About as many steps as tying and writing tell; only the progress bar lives on it."""


def build_from_files(inputs: Inputs, wish: Wish, watch: Watch | None = None) -> BuildReport:
    """Build the atlas that was wished for. What was there before stays until the new one is complete.

    Raises InputRefused where a file as a whole is not what it was taken for, where no record of any is kept, where the
    target is a file that is no atlas, cannot be written or the disk is full, and Stopped where `watch` says so; the
    target is as it was then.
    """
    watch = watch or Watch()
    _spare(wish.target)
    steps = planned(inputs.files, _keys_of(wish.add_to))
    with uncollected(), written_aside(wish.target) as aside:
        waiting = aside_of(wish.target, "staging")
        try:
            with Staging(waiting) as staging:
                read = _read(steps, staging, wish, watch)
                with _new_file(read.intake, wish, aside) as file:
                    return _write(read, inputs, wish, file, watch)
        except ProcessLost as error:
            lost = "the process that was writing the atlas was ended by the system"
            remedy = "close other programs, or build with one process (--jobs 1)"
            raise InputRefused(lost, str(wish.target), remedy) from error
        finally:
            waiting.unlink(missing_ok=True)


def _spare(target: Path) -> None:
    """An atlas takes the place of what is an atlas, or is called one; never of a file that it is built from, say."""
    if target.is_file() and target.resolve().suffix != SUFFIX:
        with suppress(AtlasDamaged, AtlasMissing, AtlasTooNew, AtlasTooOld):
            try:
                check_header(target)
            except AtlasForeign as error:
                what = "this file is not an atlas, and is not replaced by one"
                raise InputRefused(what, str(target), "name another file, *.atlas") from error


@dataclass(frozen=True, slots=True)
class _Read:
    """What was taken in, the steps that it came from, and files in folders that refused themselves, with the reason."""

    intake: Intake
    steps: list[Step]
    refused: list[tuple[str, str]]


def _keys_of(atlas: Path | None) -> frozenset[str]:
    if atlas is None:
        return frozenset()
    with AtlasReader(atlas) as reader:
        return frozenset(source.key for source in reader.sources.values())


def _read(steps: Sequence[Step], staging: Staging, wish: Wish, watch: Watch) -> _Read:
    intake = Intake(staging)
    sizes = [_size(step.input.path) for step in steps]
    watch.files = [FileProgress(step.input.path, step.input.member) for step in steps]
    before = 0
    if wish.add_to is not None:
        before = max(1, wish.add_to.stat().st_size // 8)
        sizes.append(before)
        with AtlasReader(wish.add_to) as reader:
            take_over(reader, intake, _Share(watch, 0, READING * before / sum(sizes)))
    read: list[Step] = []
    refused: list[tuple[str, str]] = []
    with Readers(wish.jobs) as readers:
        readers.expect(steps, sizes[: len(steps)], wish.taxon)
        for at, (step, size) in enumerate(zip(steps, sizes, strict=False)):
            number = intake.begin(_source(step), step.rank)
            share = _FileShare(watch, READING * before / sum(sizes), READING * size / sum(sizes), at, intake, number)
            try:
                read_step(step, intake, number, wish.taxon, readers, share)
                share.note(1.0)
                read.append(step)
            except InputRefused as trouble:
                if step.input.named or intake.accounts[number].read:
                    raise
                intake.forget(number)
                refused.append((step.input.name, ", ".join(filter(None, (trouble.what, trouble.remedy)))))
            except ProcessLost as error:
                raise _lost(step) from error
            watch.records = share.records
            before += size
    if not read:
        raise InputRefused("there is nothing to build an atlas from", "; ".join(map(": ".join, refused)))
    intake.finish()
    return _Read(intake, read, refused)


def _size(path: Path) -> int:
    """Bytes of a file, as a share of the whole; InputRefused where it has gone since it was looked at."""
    try:
        return max(1, path.stat().st_size)
    except OSError as error:
        remedy = "bring the file back, or leave it out"
        raise InputRefused(f"the file cannot be read ({error.strerror})", str(path), remedy) from error


def _lost(step: Step) -> InputRefused:
    remedy = "close other programs, or read with one process (--jobs 1)"
    return InputRefused("a process that was reading it was ended by the system", str(step.input.path), remedy)


class _Share(Watch):
    """A part of the whole."""

    __slots__ = ("_from", "_part", "_whole")

    def __init__(self, whole: Watch, start: float, part: float) -> None:
        super().__init__(whole.told, whole.stopped, whole.records)
        self._whole, self._from, self._part = whole, start, part

    def tell(self, what: str, done: float) -> None:
        """So much of the part is done."""
        self._whole.records = self.records
        self._whole.tell(what, self._from + self._part * min(done, 1.0))


class _FileShare(_Share):
    """The part of the whole that one file is; file `at` of the watch, source `number` of the intake."""

    __slots__ = ("_at", "_intake", "_number")

    def __init__(self, whole: Watch, start: float, part: float, at: int, intake: Intake, number: int) -> None:
        super().__init__(whole, start, part)
        self._at, self._intake, self._number = at, intake, number

    def tell(self, what: str, done: float) -> None:
        """So much of the file is done."""
        self.note(min(done, 0.99))
        super().tell(what, done)

    def note(self, done: float) -> None:
        """Say how far the file is, for the next that is told."""
        account = self._intake.accounts[self._number]
        source, files = self._intake.sources[self._number], self._whole.files
        release = source.release or source.date
        files[self._at] = replace(
            files[self._at], done=done, records=account.read, rejected=account.fates[Fate.REJECTED], release=release
        )


def _source(step: Step) -> Source:
    """The source of a file before it is read."""
    given = step.input
    database = DATABASES[given.format.database]
    try:
        with given.path.open("rb") as file:
            checksum = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputRefused(f"the file cannot be read ({error.strerror})", str(given.path)) from error
    return Source(
        key=step.key,
        database=database.name,
        licence=database.licence,
        licence_url=database.licence_url,
        redistributable=database.redistributable,
        conditions=database.conditions,
        url=database.url,
        file=given.name,
        size=given.path.stat().st_size,
        sha256=checksum,
    )


def _new_file(intake: Intake, wish: Wish, aside: Path) -> AtlasFile | FileBeside:
    """The file to write: a large one is written by a process beside this one, where a processor is free for it."""
    alone = jobs_of(wish.jobs) < 2 or intake.facts < _WORTH_A_PROCESS
    return AtlasFile(aside) if alone else FileBeside(aside)


def _write(read: _Read, inputs: Inputs, wish: Wish, file: NewFile, watch: Watch) -> BuildReport:
    intake = read.intake
    told = count(1)

    def step(what: str) -> None:
        watch.tell(f"writing {what.replace('_', ' ')}", READING + (1 - READING) * min(0.97, next(told) / _STEPS))

    watch.tell("tying facts together", READING)
    built = _today()
    ready = tied(intake, wish.name or wish.target.stem, wish.version or built.replace("-", "."), built, step)
    material = replace(ready.material, records={**ready.material.records, Source: list(intake.sources)})
    sources = _Counted(intake)
    writing = Writing(
        material,
        ready.weights,
        ready.keys,
        sources,
        ready.ledger,
        sources.notes,
        ((key, "\t".join(map(str, held.version))) for key, held in intake.versions.items()),
        ready.said,
        step,
    )
    report = write_atlas(writing, file, wish.target)
    if not any(source.kept for source in sources()):
        raise _nothing_kept(intake)
    watch.tell("done", 1.0)
    return replace(
        report,
        files=tuple(_file_reports(intake, read.steps, sources())),
        passed_over=(*((one.name, one.reason) for one in inputs.passed_over), *read.refused),
        contradictions=ready.contradictions,
        worth_again=tuple(_worth_again(intake, sources(), wish.add_to, report.counts)),
    )


def _worth_again(
    intake: Intake, sources: Sequence[Source], added_to: Path | None, counts: Mapping[str, int]
) -> Iterator[tuple[str, int]]:
    """Files that the atlas had read before it had all of these genes, terms and so on, and their facts that led nowhere
    for it.
    """
    if added_to is None:
        return
    with AtlasReader(added_to) as reader:
        before = manifest(reader).counts
    lacked = {word for noun, words in _LACKED.items() if counts[noun] > before[noun] for word in words}
    for source, account in zip(sources, intake.accounts, strict=True):
        told = [(text, times) for kind, text, times in account.earlier if kind == "unmatched"]
        facts = sum(times for text, times in told if any(word in text for word in lacked))
        if facts and source.kept:
            yield source.file, facts


def _nothing_kept(intake: Intake) -> InputRefused:
    why = Counter[str]()
    for account in intake.accounts:
        for _fate, reason, times in account.why():
            why[reason] += times
    told = "; ".join(f"{times:,} × {reason}" for reason, times in why.most_common(3)) or "they hold no records"
    remedy = "see which organism is wanted, and hand in a file that says which genes there are (HGNC, NCBI Gene)"
    return InputRefused("the atlas would be empty: no record of these files is kept", told, remedy)


def _file_reports(intake: Intake, steps: Sequence[Step], sources: Sequence[Source]) -> Iterator[FileReport]:
    intake.flush_refusals()
    first = len(sources) - len(steps)
    for number, (step, source) in enumerate(zip(steps, sources[first:], strict=True), first):
        account = intake.accounts[number]
        rejected = Fate.REJECTED.name.lower()
        yield FileReport(
            file=step.input.name,
            format=step.input.format.title,
            source=source,
            reasons=tuple(account.why()),
            refusals=tuple(Refusal(line, rejected, *why) for line, *why in intake.staging.refusals(number)),
            unmatched=tuple(
                Unmatched(what, facts, tuple(account.examples[what])) for what, facts in account.unmatched.most_common()
            ),
            remarks=tuple(account.remarks),
            path=step.input.path,
            member=step.input.member,
        )


def _counted(source: Source, account: SourceAccount) -> Source:
    fates = account.fates
    if account.taken_over:
        gone = min(fates[Fate.SUPERSEDED], source.kept)
        return replace(source, kept=source.kept - gone, superseded=source.superseded + gone)
    return replace(
        source,
        read=account.read,
        kept=account.kept,
        rejected=fates[Fate.REJECTED],
        filtered=fates[Fate.FILTERED],
        superseded=fates[Fate.SUPERSEDED],
    )


class _Counted:
    """Sources with the counts of what became of their records; right only after the facts were written."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake

    def __call__(self) -> list[Source]:
        return list(map(_counted, self._intake.sources, self._intake.accounts))

    def notes(self) -> Iterator[tuple[int, str, str, int]]:
        """Source, kind, text and number of each note; of a file that was read again, nothing leads nowhere any more."""
        remark(self._intake)
        for number, (source, account) in enumerate(zip(self(), self._intake.accounts, strict=True)):
            gone = account.taken_over and not source.kept
            for kind, text, times in account.notes():
                if kind != "unmatched" or not gone:
                    yield number, kind, text, times


def _today() -> str:
    """Date of the build; SOURCE_DATE_EPOCH sets it for builds that are to be the same again."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(stated), UTC) if stated.isdecimal() else datetime.now(UTC)
    return now.date().isoformat()
