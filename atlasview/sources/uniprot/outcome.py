"""What becomes of an entry of a file: another organism's, one that cannot be right, or its records."""

from collections.abc import Callable

from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome
from atlasview.sources.uniprot.entry import Entry, EntryFault
from atlasview.sources.uniprot.records import taken

OTHER = "another organism"


def outcome(file: SourceFile, line: int, taxon: Callable[[], int], entry: Callable[[], Entry]) -> Outcome:
    """The outcome of an entry that begins at `line`; its taxon is asked for before the rest is read."""
    try:
        if file.taxon is not None and taxon() != file.taxon:
            return Filtered(line, OTHER)
        found = entry()
        file.date = max(file.date, found.date)
        return taken(found)
    except EntryFault as fault:
        return file.rejected(line, fault.reason, fault.detail)
