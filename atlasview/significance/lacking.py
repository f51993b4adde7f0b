"""Trouble for want of a choice: what asks for the scores can say in its own words how the choice is made."""

from atlasview.records.trouble import InputRefused


class Lacking(InputRefused):
    """What is in the files is not enough to go on.

    choice  what has to be chosen: `cell_type`, `donor`, `values`, `names`, `genes`, `annotations`
    there   what can be chosen from, empty where that is not a list
    """

    def __init__(self, choice: str, what: str, where: str = "", there: tuple[str, ...] = ()) -> None:
        listed = ", ".join(there[:20]) + (", ..." if len(there) > 20 else "")
        super().__init__(what, where, f"name one of {listed}" if listed else "")
        self.choice = choice
        self.there = listed
