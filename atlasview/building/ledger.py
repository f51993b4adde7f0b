"""Facts that fall away while they are tied together, and what that does to the record they came from."""

from dataclasses import dataclass

from atlasview.building.accounts import Fate
from atlasview.building.intake import Intake


@dataclass(slots=True)
class Ledger:
    """Keeps the accounts of the facts of an intake right. Facts are written once, so each falls away at most once."""

    intake: Intake

    def unmatched(self, batch: int, what: str, identifier: str, facts: int = 1) -> None:
        """A fact leads to something that the atlas does not have; a record with no other fact is rejected for it."""
        source = self.intake.batches.source(batch)
        self.intake.accounts[source].unmatch(what, identifier, facts)
        if self.intake.batches.lose(batch, facts):
            self.intake.settle(batch, Fate.REJECTED, what, identifier)

    def repeated(self, batch: int) -> None:
        """Another record has said the same."""
        if self.intake.batches.lose(batch):
            self.intake.settle(batch, Fate.SUPERSEDED, "another record says the same", "")
