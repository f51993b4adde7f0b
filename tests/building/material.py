"""The small atlas as material to spoil."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from atlasview.building.material import Material
from atlasview.sources.tables import read_tables
from tests.atlases import SMALL_TABLES


def small_material() -> Material:
    tables = read_tables(SMALL_TABLES)
    assert tables.rejected == ()
    stated = tables.manifest
    return Material(stated.name, stated.version, stated.assembly, stated.built, tables.records, tables.where)


def changed(material: Material, noun: type, at: int, **fields: Any) -> Material:
    """The material with other values in one record."""
    records = list(material.records[noun])
    records[at] = replace(records[at], **fields)
    return with_records(material, noun, records)


def repeated(material: Material, noun: type) -> Material:
    """The material with the first record of a noun twice."""
    records = material.records[noun]
    copy = replace(material, where=lambda noun, index: f"{noun.__name__} {index}")
    return with_records(copy, noun, [*records, records[0]])


def with_records(material: Material, noun: type, records: Sequence[Any]) -> Material:
    return replace(material, records={**material.records, noun: records})


def place_of(material: Material, noun: type, **fields: Any) -> int:
    """Where the first record with these values stands."""
    for at, record in enumerate(material.records[noun]):
        if all(getattr(record, name) == value for name, value in fields.items()):
            return at
    raise LookupError(fields)
