"""Facts that fall away while they are tied together, and what that does to the record they came from."""

from dataclasses import dataclass

from atlasview.building.accounts import Fate
from atlasview.building.intake import Intake


@dataclass(slots=True)
class Ledger:
    """Keeps the accounts of the facts of an intake right. Facts are written once, so each falls away at most once."""

    intake: Intake

    def unmatched(self, batch: int, what: str, identifier: str, facts: int = 1, row: int = 0) -> None:
        """A fact leads to something that the atlas does not have; a record with no other fact is rejected for it.

        row  place of the first of the facts among rows that were staged together, each of which has one
        """
        source = self.intake.batches.source(batch)
        self.intake.accounts[source].unmatch(what, identifier, facts)
        if batch in self.intake.batches.runs:
            for lost in range(row, row + facts):
                self.intake.settle(batch, Fate.REJECTED, what, identifier, lost)
        elif self.intake.batches.lose(batch, facts):
            self.intake.settle(batch, Fate.REJECTED, what, identifier)

    def repeated(self, batch: int, row: int = 0) -> None:
        """Another record has said the same."""
        if batch in self.intake.batches.runs or self.intake.batches.lose(batch):
            self.intake.settle(batch, Fate.SUPERSEDED, "another record says the same", "", row)
