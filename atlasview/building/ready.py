"""Records that give the rows of their table themselves, because there are too many to be objects."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from atlasview.atlas.new_file import Row
from atlasview.building.ledger import Ledger


@runtime_checkable
class ReadyRows(Protocol):
    """Gives finished rows, in the order of the table's key."""

    def ready_rows(self, ledger: Ledger | None) -> Iterator[Row]:
        """Every row; a ledger is told of facts that fall away."""
