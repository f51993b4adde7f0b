"""Whatever happens to a file, each reader takes, rejects or filters its records, or refuses it and says where.

Every format that `formats()` declares is tried; a new one needs a file in `tests/sources/files` or in `samples.py`
where the public files of `shared` hold none.
"""

import random
import re
import time
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast, get_type_hints

import pytest

from atlasview.building.blocks import Block
from atlasview.building.outcomes import outcomes_of, packed
from atlasview.building.parcels import Parcel
from atlasview.records.cell_type import CellType
from atlasview.records.disease import Disease
from atlasview.records.gene import Gene
from atlasview.records.protein import Protein
from atlasview.records.publication import Publication
from atlasview.records.term import Term
from atlasview.records.trouble import InputRefused
from atlasview.sources.format import Format
from atlasview.sources.formats import formats
from atlasview.sources.opened import SourceFile
from atlasview.sources.recognition import recognise
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Taken
from tests.sources.mutations import MUTATIONS
from tests.sources.samples import samples

ROUNDS, SOAK_ROUNDS = 1, 40
"""How often each mutation is tried on each format."""
SECONDS = 20.0
"""Within which a damaged sample is read, on a machine that does much else."""
CURIE = re.compile(r"[A-Za-z][\w.-]*:[^\s\x00-\x1f\x7f]+(?: +[^\s\x00-\x1f\x7f]+)*", re.ASCII)
"""Identifier of a thing that a record makes."""
LONGEST = 256
NAMED = re.compile(r"[A-Za-z][\w. -]*:\S[^\t\n\r]*")
"""Identifier by which a record is tied to a thing; one that leads nowhere is for the builder to tell."""
MADE: tuple[type, ...] = (CellType, Disease, Term, Gene, Protein, Publication)
IDENTIFIERS = (
    "gene",
    "subject",
    "child",
    "parent",
    "term",
    "disease",
    "protein",
    "cell_type",
    "partner",
    "publication",
)
"""Fields that hold a CURIE in any record."""
MAY_BE_EMPTY = ("disease", "publication", "protein", "partner")


def fault(record: Any) -> str:
    """What cannot be right with a record, empty for nothing."""
    if not is_dataclass(record) or not type(record).__module__.startswith("atlasview.records."):
        return f"{type(record)} is no record"
    hints = _hints(cast("Any", type(record)))
    for field in fields(record):
        value = getattr(record, field.name)
        if not _fits(value, hints[field.name]):
            return f"{field.name} is {value!r}"
        if isinstance(value, str) and not _plausible(type(record), field.name, value):
            return f"{field.name} is no identifier: {value[:90]!r}"
    return ""


@cache
def _hints(noun: Any) -> dict[str, Any]:
    return get_type_hints(noun)


def _fits(value: Any, hint: Any) -> bool:
    """Whether a value is of its field's type, as far as plain types go."""
    if isinstance(hint, type):
        return isinstance(value, hint) and (hint is bool or type(value) is not bool)
    kinds: Any = getattr(hint, "__args__", ())
    if getattr(hint, "__origin__", None) is tuple:
        return isinstance(value, tuple) and all(type(one) in kinds or not isinstance(kinds[0], type) for one in value)
    return value is None or any(_fits(value, kind) for kind in kinds if kind is not type(None))


def _plausible(noun: type, name: str, value: str) -> bool:
    if name == "id":
        return noun not in MADE or (len(value) <= LONGEST and bool(CURIE.fullmatch(value)))
    return name not in IDENTIFIERS or bool(NAMED.fullmatch(value) if value else name in MAY_BE_EMPTY)


def check(path: Path, form: Format) -> str:
    """What came of reading a file: a word for each kind of outcome. Fails where the reader breaks its word."""
    began = time.monotonic()
    kinds: set[str] = set()
    last = read = 0
    refused: InputRefused | None = None
    with SourceFile(path, source="here") as file:
        try:
            for outcome in form.read(file):
                kinds.add(type(outcome).__name__)
                assert type(outcome) in (Taken, Rejected, Filtered)
                assert outcome.line >= max(last, 1), f"line {outcome.line} after {last}"
                last = outcome.line
                read += 1
                waiting = packed(
                    outcome, path.name
                )  # where the builder rejects what was taken, the reader may be wrong
                if isinstance(outcome, Taken) and isinstance(waiting, Parcel):
                    faults = [wrong for record in outcome.records if (wrong := fault(record))]
                    assert not faults, (outcome.line, faults[:3])
                else:
                    assert not isinstance(waiting, Parcel)
                    assert 0 < len(waiting.reason) < 200
                if isinstance(waiting, Rejected):
                    assert waiting.file == path.name
        except InputRefused as trouble:
            refused = trouble
            kinds.add("refused")
    assert refused is None or (refused.what and str(path) in refused.where)
    if form.facts:
        assert in_blocks(path, form) == (read, str(refused or ""))
    assert time.monotonic() - began < SECONDS
    return " ".join(sorted(kinds))


def in_blocks(path: Path, form: Format) -> tuple[int, str]:
    """How many records of a file there are where it is read in blocks, and why it is refused."""
    read = 0
    try:
        with SourceFile(path, source="here") as file:
            for block in outcomes_of(form, file):
                assert isinstance(block, Block)
                read += block.read
    except InputRefused as trouble:
        return read, str(trouble)
    return read, ""


@pytest.mark.shared
def test_every_format_has_a_sample():
    assert [one.key for one in formats() if one.key not in samples()] == []


@pytest.mark.parametrize("form", formats(), ids=lambda form: form.key)
def test_a_sample_itself_is_taken(tmp_path: Path, form: Format):
    path = tmp_path / "sample"
    came_of = []
    for sample in _samples(form):
        path.write_bytes(sample)
        came_of.append(check(path, form))
    if came_of != ["refused"] * len(came_of):  # some are told only to say what they lack
        assert any("Taken" in kinds for kinds in came_of)


@pytest.mark.soak
@pytest.mark.parametrize("form", formats(), ids=lambda form: form.key)
def test_a_damaged_file_is_read_rejected_or_refused(tmp_path: Path, form: Format, soak: bool):
    given = _samples(form)
    for number in range(SOAK_ROUNDS if soak else ROUNDS):
        for at, mutation in enumerate(MUTATIONS):
            dice = random.Random(f"{form.key} {mutation.__name__} {number}")
            path = tmp_path / f"{mutation.__name__}-{number}"
            path.write_bytes(mutation(given[(at + number) % len(given)], dice))
            try:
                check(path, form)
                assert list(recognise(path))
            except Exception as error:
                error.add_note(f"{form.key}: {mutation.__name__}, round {number}")
                raise
            path.unlink()


def _samples(form: Format) -> tuple[bytes, ...]:
    if form.key not in samples():
        pytest.skip(f"no sample of {form.key} without the public files")
    return samples()[form.key]
