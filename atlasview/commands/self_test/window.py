"""Opens the window off screen and goes to every page: what is logged, warned of or told as a problem is a fault."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atlasview.commands.self_test.outcome import Outcome, Watch
from atlasview.records.place import Kind, Place

if TYPE_CHECKING:
    from atlasview.desktop.pages.section import Section
    from atlasview.desktop.session import Session

_PATIENCE = 30.0
"""Seconds after which a window or a page has not come."""

_OF_EACH = 8
"""How many pages of a kind are visited, spread over the atlas; of genes all."""

_UNTELLING = ("This plugin does not support", "Detected locale ")
"""What Qt says off screen of things that only a window manager could do, and of an environment without a language."""


class Faults(logging.Handler):
    """Collects log records and Qt's messages from warnings upwards."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note a record, with the exception that it carries."""
        error = record.exc_info[1] if record.exc_info else None
        self.told.append(record.getMessage() + (f" ({type(error).__name__}: {error})" if error else ""))

    def hear(self, kind: Any, _context: Any, message: str) -> None:
        """Note a message of Qt's."""
        if kind.name not in {"QtDebugMsg", "QtInfoMsg"} and not message.startswith(_UNTELLING):
            self.told.append(f"Qt: {message}")

    def taken(self) -> list[str]:
        """What has been told since this was asked last."""
        told, self.told = self.told, []
        return told


@contextmanager
def listening() -> Iterator[Faults]:
    """Faults, as long as it lasts."""
    from PySide6.QtCore import qInstallMessageHandler

    faults = Faults()
    logging.getLogger().addHandler(faults)
    before = qInstallMessageHandler(faults.hear)
    try:
        yield faults
    finally:
        qInstallMessageHandler(before)
        logging.getLogger().removeHandler(faults)


def visit_window(atlas: Path, home: Path, faults: Faults, genes: int | None = None) -> list[Outcome]:
    """Open the window with an atlas, visit its pages, and close it; one outcome for the window and for each kind.

    genes  how many genes to visit, None for all
    """
    from atlasview import app
    from atlasview.atlas.places import places
    from atlasview.atlas.reader import AtlasReader

    watch = Watch.started()
    session = app.build(atlas=atlas, home=home)
    settled: list[bool] = []
    session.settled.connect(lambda: settled.append(True))
    session.window.show()
    came = _wait(session, lambda: bool(settled))
    outcomes = [watch.outcome("window", session.window.windowTitle(), _faults(session, faults, came, "the window"))]
    try:
        with AtlasReader(atlas) as reader:
            for kind in Kind:
                listed = places(reader, kind)
                most = (genes or len(listed)) if kind is Kind.GENE else _OF_EACH
                chosen = _spread(listed, most)
                outcomes.append(_visit_kind(session, faults, kind, chosen, len(listed)))
    finally:
        session.close()
    return outcomes


def _visit_kind(session: "Session", faults: Faults, kind: Kind, chosen: tuple[Place, ...], of: int) -> Outcome:
    watch = Watch.started()
    sections, found = 0, [] if chosen else ["the atlas has none"]
    for place in chosen:
        came, built = _visit(session, place)
        sections += built
        found += _faults(session, faults, came, place.label)
    what = f"pages: {kind.value.replace('_', ' ')}"
    return watch.outcome(what, f"{len(chosen)} of {of:,}, {sections:,} sections", found)


def _visit(session: "Session", place: Place) -> tuple[bool, int]:
    """Go to a page and through its sections; whether it came, and how many sections were built."""
    from atlasview.desktop.pages.section import Section

    shown: list[Place] = []
    connection = session.window.page_shown.connect(shown.append)
    session.desk.open_place(place)
    came = _wait(session, lambda: any(one.id == place.id for one in shown) or bool(session.desk.notices.problems))
    session.window.page_shown.disconnect(connection)
    tab = session.desk.tabs.current
    page = tab.page if tab is not None else None
    if not shown or page is None:
        return False, 0
    sections = page.findChildren(Section)
    for section in sections:
        page.show_section(section.plan.name)
        came = _wait(session, partial(_is_built, section)) and came
    return came, len(sections)


def _is_built(section: "Section") -> bool:
    return section.body is not None


def _faults(session: "Session", faults: Faults, came: bool, what: str) -> list[str]:
    """What went wrong since this was asked last; problems on the screen are read and dismissed."""
    found = [] if came else [f"{what} did not come"]
    found += [f"{what}: {told}" for told in faults.taken()]
    standing = session.desk.notices.standing if hasattr(session, "desk") else ()
    for notice in (one for one in standing if one.kind == "problem"):
        found.append(f"{what}: {notice.message} {notice.detail}".rstrip())
        session.desk.notices.dismiss(notice)
    return found


def _spread(places: tuple[Place, ...], most: int) -> tuple[Place, ...]:
    """The first, the last, and some between; `most` of them at the most."""
    if len(places) <= most:
        return places
    return tuple(places[at * (len(places) - 1) // max(most - 1, 1)] for at in range(most))


def _wait(session: "Session", until: Callable[[], bool]) -> bool:
    """Let the window work until something is so; False where that takes too long."""
    end = time.monotonic() + _PATIENCE
    session.application.processEvents()
    while not until():
        if time.monotonic() > end:
            return False
        time.sleep(0.001)
        session.application.processEvents()
    session.application.processEvents()
    return True
