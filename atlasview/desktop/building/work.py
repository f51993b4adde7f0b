"""What the process beside the window does: looks at files and builds atlases, until its orders end."""

import json
import os
import queue
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from atlasview.building.inputs import Input, Inputs, PassedOver, input_of, look, release_of
from atlasview.building.report import BuildReport, FileReport
from atlasview.building.watch import Watch
from atlasview.desktop.building.messages import (
    Build,
    Chosen,
    FileEnd,
    Found,
    Left,
    Look,
    Looked,
    Made,
    Mistake,
    Offer,
    Offers,
    Refused,
    Seen,
    Stop,
)
from atlasview.home.log import frames
from atlasview.records.trouble import InputRefused, Stopped, Trouble
from atlasview.sources.databases import DATABASES
from atlasview.sources.format import Turn
from atlasview.sources.formats import format_of, formats

NICER = 10
"""How much the process that builds yields to the window, in the steps of `nice`."""
_AT_ONCE = 40
_GRACE = 8.0
"""Seconds to tidy up in after the window has gone."""
_MOST_REASONS = 12
_FATES = {"filtered": "left out"}

Say = Callable[[object], None]


def run(orders: Connection, answers: Connection) -> None:
    """Take orders until the pipe ends, which it does with the window."""
    with suppress(OSError, AttributeError, ValueError):
        os.nice(NICER)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the window decides, not the terminal that it was started from
    waiting: queue.SimpleQueue[Look | Build | None] = queue.SimpleQueue()
    stop = threading.Event()
    threading.Thread(target=_listen, args=(orders, waiting, stop), daemon=True).start()
    with suppress(BrokenPipeError):  # nobody is there any more
        answers.send(Offers(tuple(_offers())))
        while (order := waiting.get()) is not None:
            _obey(order, answers.send, stop)


def _listen(orders: Connection, waiting: "queue.SimpleQueue[Look | Build | None]", stop: threading.Event) -> None:
    """Take in orders while others are carried out; a process that does not end by itself after the last is ended."""
    with suppress(EOFError, OSError):
        while True:
            order = orders.recv()
            if isinstance(order, Stop):
                stop.set()
            else:
                stop.clear()
                waiting.put(order)
    stop.set()
    waiting.put(None)
    time.sleep(_GRACE)
    os._exit(1)


def _obey(order: Look | Build, say: Say, stop: threading.Event) -> None:
    try:
        if isinstance(order, Look):
            _look(order, say, stop)
        else:
            say(_build(order, say, stop))
    except Stopped:
        say(Left())
    except Trouble as trouble:
        say(Refused(trouble.what, trouble.where, trouble.remedy))
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 -- the window tells it as a mistake of ours
        say(Mistake(tuple(frames(error))))


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
    try:
        release = release_of(one)
    except InputRefused as trouble:
        reason = f"{trouble.what}: {trouble.remedy}" if trouble.remedy else trouble.what
        return Seen(*place, reason=reason)
    known, database = one.format, DATABASES[one.format.database]
    genes = known.turn is Turn.GENES
    return Seen(*place, known.key, known.title, known.database, database.licence, release, genes)


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
    return Input(path, chosen.member, known, named=chosen.named)


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
        build_text(report, 100).encode("utf-8"),
        document.encode("utf-8"),
    )


def _file_end(file: FileReport) -> FileEnd:
    source = file.source
    counts = (source.read, source.kept, source.rejected, source.filtered, source.superseded)
    why = [f"{times:,} {_FATES.get(fate, fate)}: {reason}" for fate, reason, times in file.reasons[:_MOST_REASONS]]
    for one in file.unmatched[:_MOST_REASONS]:
        examples = ", ".join(one.examples[:3])
        why.append(f"{one.facts:,} facts lead nowhere: {one.what}{f' ({examples})' if examples else ''}")
    why += file.remarks
    return FileEnd(str(file.path), file.member, source.release or source.date, *counts, tuple(why))
