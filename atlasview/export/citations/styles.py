"""Citation styles: which are shipped, by which names, and what a dependent style leans on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from atlasview.bundled import resource
from atlasview.export.formats import STYLE as DEFAULT
from atlasview.records.trouble import InputRefused, NotFound

SUFFIX = ".csl"

ALIASES = {
    "vancouver": "nlm-citation-sequence",
    "ama": "american-medical-association",
    "mla": "modern-language-association",
    "chicago": "chicago-author-date",
    "harvard": "elsevier-harvard",
    "nejm": "the-new-england-journal-of-medicine",
    "lancet": "the-lancet",
    "jbc": "journal-of-biological-chemistry",
}
"""Short names, and the styles that they stand for."""

__all__ = ["ALIASES", "DEFAULT", "Style", "find_style", "listed_styles", "style_names"]

_CSL = "{http://purl.org/net/xbiblio/csl}"


@dataclass(frozen=True, slots=True)
class Style:
    """A style to format with.

    name    as it was asked for; title as the style calls itself
    path    the independent style's file; `shipped` says that it came with the program
    locale  language that a dependent style asks for (`en-GB`), empty for the independent style's own
    """

    name: str
    title: str
    path: Path
    locale: str = ""

    @property
    def shipped(self) -> bool:
        """Whether the rules are those of a style that came with the program."""
        return self.path in set(_shipped())


def style_names() -> tuple[str, ...]:
    """Names of the shipped styles, short ones first."""
    return tuple(dict.fromkeys((*ALIASES, *sorted(path.stem for path in _shipped()))))


def listed_styles() -> tuple[Style, ...]:
    """The shipped styles as a person chooses among them, by title; each once, under its short name where it has one."""
    short = {file: name for name, file in ALIASES.items()}
    found = [_read(path, short.get(path.stem, path.stem)) for path in _shipped()]
    return tuple(sorted(found, key=lambda style: style.title.casefold()))


def find_style(name: str) -> Style:
    """The style of that name, or in the file that `name` is the path of (ends in `.csl`).

    Raises NotFound for a name that is not one, InputRefused for a file that is no style or leans on an unknown one.
    """
    if name.casefold().endswith(SUFFIX):
        return _read(Path(name), name)
    wanted = "-".join(name.casefold().replace("_", " ").split())
    for path in _shipped():
        if path.stem == ALIASES.get(wanted, wanted):
            return _read(path, wanted)
    raise NotFound(
        f"no citation style {name!r}",
        "",
        f"choose from {', '.join(style_names())}, or name a file that ends in {SUFFIX}",
    )


def _shipped() -> Iterator[Path]:
    folder = resource("citation-styles")
    yield from folder.glob(f"*{SUFFIX}")
    yield from (folder / "dependent").glob(f"*{SUFFIX}")


def _read(path: Path, name: str) -> Style:
    root = _root(path)
    title = root.findtext(f"{_CSL}info/{_CSL}title", default=name)
    parent = _parent(root)
    if not parent:
        if root.find(f"{_CSL}bibliography") is None:
            raise InputRefused("the style has no bibliography", str(path), "choose a style that lists references")
        return Style(name, title, path)
    for shipped in _shipped():
        if shipped.stem == parent and not _parent(_root(shipped)):
            return Style(name, title, shipped, root.get("default-locale", ""))
    raise InputRefused(
        f"the style leans on {parent!r}, which is not here", str(path), f"name the file {parent}{SUFFIX}"
    )


def _parent(root: ET.Element) -> str:
    """Name of the style that a dependent style takes its rules from, empty for an independent one."""
    links = (each.attrib for each in root.iterfind(f"{_CSL}info/{_CSL}link"))
    found = next((link.get("href", "") for link in links if link.get("rel") == "independent-parent"), "")
    return found.rstrip("/").rpartition("/")[2]


def _root(path: Path) -> ET.Element:
    try:
        root = ET.parse(path).getroot()
    except (OSError, ET.ParseError) as refusal:
        raise InputRefused("the citation style cannot be read", str(path), f"{refusal}") from refusal
    if root.tag != f"{_CSL}style":
        raise InputRefused("the file is not a citation style", str(path), "name a CSL 1.0 style")
    return root
