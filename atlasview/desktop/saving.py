"""What can be written into a file or put on the clipboard, before it is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

Kinds = Mapping[str, tuple[str, tuple[str, ...]]]
"""Formats by their keys: what the window calls them, and what names of such files end in, as in `export.formats`."""


@dataclass(frozen=True, slots=True)
class Output:
    """Content of a file, and a sentence for each thing that is not in it."""

    content: bytes
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saving:
    """A file to be written.

    title  of the dialog that asks where
    kinds  formats that are offered; the first is the one suggested
    name   suggested name for a suffix
    make   content in a format; runs beside the window
    """

    title: str
    kinds: Kinds
    name: Callable[[str], str]
    make: Callable[[str], Output]

    @property
    def suggested(self) -> str:
        """Name of the file in the first format."""
        _, suffixes = next(iter(self.kinds.values()))
        return self.name(suffixes[0])

    @property
    def filters(self) -> str:
        """The formats as Qt's dialog lists them."""
        return ";;".join(
            f"{title} ({' '.join(f'*{suffix}' for suffix in suffixes)})" for title, suffixes in self.kinds.values()
        )

    def form_of(self, path: Path) -> str:
        """The format that a name asks for by its suffix, the first for any other."""
        wanted = path.suffix.casefold()
        return next((form for form, (_, suffixes) in self.kinds.items() if wanted in suffixes), next(iter(self.kinds)))


@dataclass(frozen=True, slots=True)
class Clip:
    """Something for the clipboard: text, its twin in HTML where there is one, and what it is called."""

    text: str
    said: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class Copying:
    """Something to be copied; `make` runs beside the window."""

    make: Callable[[], Clip]


def only(kinds: Kinds, form: str) -> Kinds:
    """The format that was chosen, all of them where none was."""
    return {form: kinds[form]} if form else kinds
