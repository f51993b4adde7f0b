"""Finished SQL with named values, run on SQLite's own connection.

Reading needs no more than this: SQLAlchemy, which declares the tables and fills them, costs more to import than the
window and its first page together.
"""


class Statement(str):
    """SQL whose values are named `:key`.

    `IN (SELECT value FROM json_each(:keys))` takes a list: AtlasReader hands lists and tuples over as JSON.
    """

    __slots__ = ()
