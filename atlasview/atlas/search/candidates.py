"""A thing that a query may mean, and the parts that the statements of search are made of."""

from collections.abc import Iterable
from typing import NamedTuple

from atlasview.atlas.search.fields import Field, Tier
from atlasview.records.hit import Match

SCAN = 300
"""Rows of one sort of names that a look-up may touch, so that a common beginning costs no more than a rare one."""
LAST_SIGN = "\U0010ffff"
"""Follows every spelling, so that a beginning is a range."""


class Candidate(NamedTuple):
    """A thing that a query may mean; `written` is empty where it is the name the thing itself bears.

    A tuple, since a keystroke makes hundreds of them.
    order    place among the candidates of its tier that precedes the rank of the subject
    isoform  of a protein that was asked for by it (`P16871-2`)
    """

    tier: Tier
    subject: int
    match: Match
    reason: str
    written: str
    order: int = 0
    isoform: str = ""


def codes(fields: Iterable[Field]) -> str:
    """The numbers of fields as a list in a statement."""
    return ", ".join(str(field.code) for field in fields)
