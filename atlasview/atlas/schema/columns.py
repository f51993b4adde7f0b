"""Columns that many tables share, and the rules by which keys are made.

`key` is an integer of this file only; identifiers that people use are texts in columns named `id`.
Rows that belong to one thing are clustered by it: their primary key is that thing and a running `number`.
"""

from sqlalchemy import Column, Float, ForeignKey, Integer, MetaData, Text

METADATA = MetaData()


def own_key() -> Column[int]:
    """Integer primary key."""
    return Column("key", Integer, primary_key=True)


def subject_key() -> Column[int]:
    """Primary key of a table that says more of a subject."""
    return Column("key", Integer, ForeignKey("subject.key"), primary_key=True)


def owner(name: str, table: str) -> Column[int]:
    """First part of the primary key of rows that belong to one row of `table`."""
    return Column(name, Integer, ForeignKey(f"{table}.key"), primary_key=True)


def number() -> Column[int]:
    """Second part of such a key: counts from 1 in the order in which a page lists the rows."""
    return Column("number", Integer, primary_key=True)


def link(name: str, table: str, index: bool = False) -> Column[int]:
    """Points to a row of `table`."""
    return Column(name, Integer, ForeignKey(f"{table}.key"), nullable=False, index=index)


def source() -> Column[int]:
    """Every fact says where it comes from."""
    return link("source", "source")


def words(name: str) -> Column[str]:
    """A text, empty where nothing is said."""
    return Column(name, Text, nullable=False)


def maybe_words(name: str) -> Column[str]:
    """A text, empty where nothing is said, NULL where another row says it."""
    return Column(name, Text)


def whole(name: str) -> Column[int]:
    """An integer that is always there; also yes (1) and no (0)."""
    return Column(name, Integer, nullable=False)


def maybe_whole(name: str) -> Column[int]:
    """An integer, NULL where unknown."""
    return Column(name, Integer)


def maybe_real(name: str) -> Column[float]:
    """A number, NULL where not measured."""
    return Column(name, Float)
