"""What the window has done with the notebook, for the notebook's own thread; SQLAlchemy is imported when it runs.

An exception that is no Trouble could hold what was pasted in its words; it goes on without them, so that neither the
log nor a report of mistakes gets to see it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from atlasview.records.own_variant import FORMS, PLACED, VERDICTS, OwnLine, OwnVariant
from atlasview.records.profile import GeneProfile
from atlasview.records.trouble import Stopped, Trouble

if TYPE_CHECKING:
    from atlasview.notebook.opening import Notebook
    from atlasview.sources.own_variants import Known, Reading

_P = ParamSpec("_P")
_T = TypeVar("_T")

_NAMED = 5
"""So many lines of one fault are named by their numbers."""


class NotebookMistake(Exception):
    """A mistake of ours at the notebook, by its type and place in the code alone."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the notebook holds of a gene now, and what there is to say."""

    lines: tuple[OwnLine, ...]
    said: str = ""


def _without_words(function: Callable[_P, _T]) -> Callable[_P, _T]:
    @wraps(function)
    def guarded(*arguments: _P.args, **named: _P.kwargs) -> _T:
        try:
            return function(*arguments, **named)
        except (Trouble, Stopped):
            raise
        except Exception as error:  # noqa: BLE001 -- raised again without its words
            bare = NotebookMistake(type(error).__qualname__).with_traceback(error.__traceback__)
        raise bare

    return guarded


@_without_words
def read_kept(path: Path | None, gene: str) -> Kept:
    """What is kept of a gene; a notebook that was never begun is not begun for it."""
    if path is None or not path.exists():
        return Kept(())
    from atlasview.notebook.own_variants import own_lines

    with _opened(path, writes=False) as notebook:
        return Kept(own_lines(notebook, gene), notebook.remark)


@_without_words
def add_text(path: Path | None, profile: GeneProfile, text: str) -> Kept:
    """Keep the variants of a text."""
    from atlasview.sources.own_variants import PastedText, read_own

    return _add(path, profile, read_own(PastedText(text), profile))


@_without_words
def add_file(path: Path | None, profile: GeneProfile, file: Path) -> Kept:
    """Keep the variants of a gene that a file holds."""
    from atlasview.sources.own_variants import file_of, read_own

    return _add(path, profile, read_own(file_of(file), profile))


@_without_words
def remove_kept(path: Path | None, gene: str, ids: Iterable[int]) -> Kept:
    """Forget some variants of a gene."""
    from atlasview.notebook.own_variants import own_lines, remove_lines

    with _opened(path, writes=True) as notebook:
        remove_lines(notebook, ids)
        return Kept(own_lines(notebook, gene), notebook.remark)


@_without_words
def clear_kept(path: Path | None, gene: str) -> Kept:
    """Forget all variants of a gene."""
    from atlasview.notebook.own_variants import clear_gene, own_lines

    with _opened(path, writes=True) as notebook:
        clear_gene(notebook, gene)
        return Kept(own_lines(notebook, gene), notebook.remark)


@_without_words
def verdicts(lines: Iterable[OwnLine], known: "Known") -> tuple[OwnVariant, ...]:
    """Lines with what the check on the isoforms of a page finds."""
    from atlasview.sources.own_variants import judged

    return tuple(judged(line, known) for line in lines)


def _add(path: Path | None, profile: GeneProfile, reading: "Reading") -> Kept:
    from atlasview.notebook.own_variants import add_lines, own_lines

    gene = profile.gene.id
    with _opened(path, writes=True) as notebook:
        new = add_lines(notebook, gene, reading.form, reading.lines)
        said = _told(reading, new, profile)
        return Kept(own_lines(notebook, gene), " ".join(filter(None, (notebook.remark, said))))


def _opened(path: Path | None, writes: bool) -> "Notebook":
    from atlasview.notebook.opening import Notebook

    if path is None:
        raise Trouble("your variants are not kept: there is no home folder in use", "", "name one with --home")
    return Notebook(path, date.today(), writes)  # noqa: DTZ011 -- a day of the person's own


def _told(reading: "Reading", new: int, profile: GeneProfile) -> str:
    """Every line of what was read, by what became of it; a bad one with its number."""
    parts = [f"{FORMS[reading.form]}: {new:,} added"]
    known = len(reading.lines) - new
    if known:
        parts.append(f"{known:,} known already")
    if reading.again:
        parts.append(f"{reading.again:,} the same as another line")
    if reading.others:
        parts.append(f"{reading.others:,} of other genes than {profile.gene.symbol} left out")
    parts += [f"{len(at):,} left out: {reason} ({_lines(at)})" for reason, at in reading.left]
    return ". ".join(filter(None, ("; ".join(parts), _unplaced(reading, profile)))) + "."


def _unplaced(reading: "Reading", profile: GeneProfile) -> str:
    """`No place for line 4 (no such isoform), lines 5 and 9 (not HGVS)`, empty where all have one."""
    from atlasview.sources.own_variants import Known, judged

    known = Known(profile)
    bad: dict[str, list[int]] = {}
    for number, line in zip(reading.numbers, reading.lines, strict=True):
        verdict = judged(line, known).verdict
        if verdict != PLACED:
            bad.setdefault(verdict, []).append(number)
    named = (f"{_lines(at)} ({VERDICTS[verdict][:1].lower()}{VERDICTS[verdict][1:]})" for verdict, at in bad.items())
    said = ", ".join(named)
    return f"No place for {said}" if said else ""


def _lines(numbers: Sequence[int]) -> str:
    """`line 5`, `lines 5 and 9`, `lines 5, 9, 12 and 40 more`."""
    first, more = [f"{number:,}" for number in numbers[:_NAMED]], len(numbers) - _NAMED
    if len(numbers) == 1:
        return f"line {first[0]}"
    *before, last = [*first, f"{more:,} more"] if more > 0 else first
    return f"lines {', '.join(before)} and {last}"
