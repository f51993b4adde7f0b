"""Writing beside a place and taking it at the end: readers see the old file or the new one, never a half."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def in_place_of(target: Path, aside: Path) -> Iterator[None]:
    """What the block writes to `aside`, a path in the folder of `target`, becomes `target` when it ends well.

    Else `aside` is removed and `target` is as it was. Raises OSError where the system refuses.
    """
    try:
        yield
        aside.replace(target)
        _settle(target.parent)
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets a folder be synchronised."""
    if sys.platform == "win32":
        return
    with suppress(OSError):  # the file is in its place already; some network disks refuse this
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
