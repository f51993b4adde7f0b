"""What the process beside the window does: looks at files and builds atlases, until its orders end."""

import json
import threading
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from atlasview.building.inputs import Input, Inputs, PassedOver, input_of, look, release_of
from atlasview.building.report import BuildReport, FileReport
from atlasview.building.watch import Watch
from atlasview.desktop.beside.serving import Say, serve
from atlasview.desktop.building.messages import (
    Ask,
    Build,
    Chosen,
    FileEnd,
    Found,
    Holds,
    Look,
    Looked,
    Made,
    Offer,
    Offers,
    Seen,
)
from atlasview.records.trouble import AssemblyUnknown, InputRefused, Stopped, Trouble
from atlasview.sources.databases import DATABASES
from atlasview.sources.format import Turn
from atlasview.sources.formats import format_of, formats

NICER = 10
"""How much the process that builds yields to the window, in the steps of `nice`."""
_AT_ONCE = 40
_MOST_REASONS = 12
_FATES = {"filtered": "left out"}


def run(orders: Connection, answers: Connection) -> None:
    """Take orders until the window goes; the process yields to it."""
    serve(orders, answers, _obey, (Offers(tuple(_offers())),), nicer=NICER)


def _obey(order: Look | Build | Ask, say: Say, stop: threading.Event) -> None:
    if isinstance(order, Look):
        _look(order, say, stop)
    elif isinstance(order, Ask):
        say(Holds(order.atlas, _databases(Path(order.atlas))))
    else:
        say(_build(order, say, stop))


# --- looking


def _offers() -> Iterator[Offer]:
    adds: dict[str, list[str]] = {}
    for one in sorted(formats(), key=lambda one: one.turn):
        said = adds.setdefault(one.database, [])
        if one.adds not in said:
            said.append(one.adds)
    for key, said in adds.items():
        known = DATABASES[key]
        if known.published:
            yield Offer(key, known.name, "; ".join(filter(None, said)), known.published, known.url)


def _look(order: Look, say: Say, stop: threading.Event) -> None:
    """Say what the files are, a few at a time."""
    some: list[Seen] = []
    for word in order.paths:
        path = Path(word)
        named = not path.is_dir()
        for found in look(path):
            if stop.is_set():
                raise Stopped
            some.append(_seen(input_of(found), named))
            if len(some) >= _AT_ONCE:
                say(Found(tuple(some)))
                some.clear()
    say(Found(tuple(some)))
    say(Looked())


def _seen(one: Input | PassedOver, named: bool) -> Seen:
    member = one.member if isinstance(one, Input) else one.name.removeprefix(one.path.name).removeprefix("/")
    try:
        size = one.path.stat().st_size
    except OSError:
        size = 0
    place = (str(one.path), member, str(one.path.resolve()), size, named)
    if isinstance(one, PassedOver):
        return Seen(*place, reason=one.reason)
    known = one.format
    said = (known.key, known.title, known.database, DATABASES[known.database].licence)
    try:
        return Seen(*place, *said, release_of(one), known.turn is Turn.GENES)
    except AssemblyUnknown as trouble:
        return Seen(*place, *said, genes=known.turn is Turn.GENES, reason=trouble.what, asks=True)
    except InputRefused as trouble:
        reason = f"{trouble.what}: {trouble.remedy}" if trouble.remedy else trouble.what
        return Seen(*place, reason=reason)


def _databases(atlas: Path) -> frozenset[str]:
    from atlasview.atlas.reader import AtlasReader

    with suppress(Trouble), AtlasReader(atlas) as reader:
        return frozenset(source.database for source in reader.sources.values())
    return frozenset()


# --- building


def _build(order: Build, say: Say, stop: threading.Event) -> Made:
    from atlasview.building.compose import build_from_files

    inputs = Inputs(tuple(map(_input, order.files)), ())
    return _made(build_from_files(inputs, order.wish, Watch(told=say, stopped=stop.is_set)))


def _input(chosen: Chosen) -> Input:
    known = format_of(chosen.format)
    assert known is not None
    path = Path(chosen.path)
    if not path.is_file():
        raise InputRefused("the file is not there any more", chosen.path, "bring it back, or take it out of the list")
    return Input(path, chosen.member, known, chosen.assembly, chosen.named)


def _made(report: BuildReport) -> Made:
    from atlasview.export.document.build import build_document
    from atlasview.export.text.build import build_text

    document = json.dumps(build_document(report), ensure_ascii=False, indent=1, allow_nan=False)
    return Made(
        str(report.path),
        report.label.name,
        report.label.version,
        report.size,
        dict(report.counts),
        tuple(map(_file_end, report.files)),
        len(report.contradictions),
        report.passed_over,
        report.worth_again,
        build_text(report, 100).encode("utf-8"),
        document.encode("utf-8"),
    )


def _file_end(file: FileReport) -> FileEnd:
    source = file.source
    counts = (source.read, source.kept, source.rejected, source.filtered, source.superseded)
    why = [f"{times:,} {_FATES.get(fate, fate)}: {reason}" for times, fate, reason in file.told_reasons(_MOST_REASONS)]
    for one in file.unmatched[:_MOST_REASONS]:
        examples = ", ".join(one.examples[:3])
        why.append(f"{one.facts:,} facts lead nowhere: {one.what}{f' ({examples})' if examples else ''}")
    why += file.remarks
    return FileEnd(str(file.path), file.member, source.release or source.date, *counts, tuple(why))
