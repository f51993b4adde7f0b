"""What there is to say of a drawing before it goes into print: what falls short, and what was looked at and is well."""

from collections.abc import Iterator
from dataclasses import dataclass

from atlasview.export.figure import Drawing
from atlasview.figures.colour_sight import SIGHTS, clashes
from atlasview.figures.marks import Text

_NAMED = 4


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing looked at.

    key     `text`, `labels`, `height`, `colours`, `note` or `recipe`
    passed  False for a warning
    what    the sentence, `detail` what stands behind it; both without a full stop
    """

    key: str
    passed: bool
    what: str
    detail: str = ""

    def __str__(self) -> str:
        return ": ".join(part for part in (self.what, self.detail) if part)


def remarks(drawing: Drawing) -> tuple[Remark, ...]:
    """Warnings first, then what passed."""
    found = [_text(drawing), *_labels(drawing), *_height(drawing), _colours(drawing)]
    notes = [Remark("note", False, note) for note in drawing.notes]
    kept = "place, view, settings and seal of the atlas stand in each file"
    found += [*notes, Remark("recipe", True, "Can be drawn again", kept)]
    return tuple(sorted(found, key=lambda remark: remark.passed))


def warnings(drawing: Drawing) -> tuple[str, ...]:
    """The remarks that did not pass, a sentence each."""
    return tuple(str(remark) for remark in remarks(drawing) if not remark.passed)


def _text(drawing: Drawing) -> Remark:
    least = drawing.preset.least
    texts = [shape for shape in drawing.figure.shapes() if isinstance(shape, Text)]
    small = [text for text in texts if text.size < least - 0.01]
    sizes = sorted(text.size for text in texts) or [least]
    if not small:
        return Remark("text", True, f"Text is {_points(sizes[0])} to {_points(sizes[-1])} pt")
    count = "1 text is" if len(small) == 1 else f"{len(small)} texts are"
    listed = _listed([text.text for text in small])
    what = f"{count} set at {_points(sizes[0])} pt, under the {least:g} pt that {_for_whom(drawing)} asks for"
    return Remark("text", False, what, listed)


def _labels(drawing: Drawing) -> Iterator[Remark]:
    names = drawing.figure.left_out
    if names:
        what = "1 name has no room" if len(names) == 1 else f"{len(names)} names have no room"
        yield Remark("labels", False, f"{what} at {drawing.width_mm:.0f} mm", _listed(names))


def _height(drawing: Drawing) -> Iterator[Remark]:
    most = drawing.preset.height
    if most is not None and drawing.height_mm > most + 0.05:
        yield Remark(
            "height", False, f"{drawing.height_mm:.0f} mm high, and {drawing.preset.family} allows {most:g} mm"
        )


def _colours(drawing: Drawing) -> Remark:
    found = clashes(drawing.figure)
    if not found:
        *most, last = SIGHTS
        return Remark("colours", True, f"Colours pass for {', '.join(most)} and {last}", "on white in every theme")
    pairs = [f"{clash.things[0]} and {clash.things[1]} ({clash.sight or 'everybody'})" for clash in found]
    return Remark("colours", False, "Colours are hard to tell apart", _listed(pairs))


def _for_whom(drawing: Drawing) -> str:
    return {"Slide 16:9": "a slide", "A4 page": "a page", "Free width": "print"}.get(
        drawing.preset.family, drawing.preset.family
    )


def _listed(names: list[str] | tuple[str, ...]) -> str:
    """`SEA, EGF-like 1, EGF-like 2 and 5 more`."""
    if len(names) <= _NAMED + 1:
        return ", ".join(names)
    return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED} more"


def _points(size: float) -> str:
    return f"{size:.1f}".removesuffix(".0")
