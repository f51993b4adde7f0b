"""Which residue of one isoform is which of another, by the differences that a source states.

Every position is 1-based; every range is closed. A residue of a stretch that differs is the same as none of the other
isoform. Where a difference keeps what it replaces (`K -> KQVS`), the kept residues are the same, the others inserted.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from atlasview.records.profile import ProteinDetail
from atlasview.records.protein import Feature, Isoform

_REPLACED = re.compile(r"^[A-Z\s]+->\s*([A-Z\s]+?)(?:\s*\(|$)")

SameResidue = Callable[[int], int | None]
"""Where a residue of one sequence stands on another; None where it is not the same as any."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Residues start..end of the canonical sequence that stand unchanged, `shift` later, in the isoform.

    Empty where end < start: between two differences that touch.
    """

    start: int
    end: int
    shift: int


@dataclass(frozen=True, slots=True)
class Change:
    """A difference with the range of its residues on the isoform: those that stand instead, empty for a deletion.

    start  where they begin, or where the first residue behind a deletion stands; end < start for a deletion
    """

    feature: Feature
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class IsoformMap:
    """From the canonical sequence to an isoform and back.

    stretches  what stands unchanged, in order; one more than `changes`
    """

    stretches: tuple[Stretch, ...]
    changes: tuple[Change, ...]

    def stretch_of(self, canonical: int) -> Stretch | None:
        """The unchanged stretch that a residue of the canonical sequence lies in."""
        return next((each for each in self.stretches if each.start <= canonical <= each.end), None)

    def to_isoform(self, canonical: int) -> int | None:
        """Where a residue of the canonical sequence stands on the isoform; None where it is deleted or replaced."""
        stretch = self.stretch_of(canonical)
        return canonical + stretch.shift if stretch is not None else None

    def to_canonical(self, position: int) -> int | None:
        """Where a residue of the isoform stands on the canonical sequence; None where it is inserted or replaces."""
        for each in self.stretches:
            if each.start <= position - each.shift <= each.end:
                return position - each.shift
        return None


def isoform_map(detail: ProteinDetail, isoform: Isoform | None) -> IsoformMap | None:
    """The map of an isoform of a protein, of the canonical one for None.

    None where the source does not state the differences, or where they do not lead to the isoform's sequence.
    """
    length = len(detail.protein.sequence)
    if isoform is None or isoform.canonical:
        return IsoformMap((Stretch(1, length, 0),), ())
    differences = _differences(detail, isoform)
    return None if differences is None else _mapped(detail.protein.sequence, differences, isoform.sequence)


def same_residue(detail: ProteinDetail, one: Isoform | None, other: Isoform | None) -> SameResidue:
    """Where a residue of one isoform stands on another of the same protein; None stands for the canonical one.

    The way leads through the canonical sequence; nothing is the same where a difference is not stated. Between an
    isoform and itself every position stays, one past the end too.
    """
    if one == other or (_is_canonical(one) and _is_canonical(other)):
        return lambda position: position
    before, after = isoform_map(detail, one), isoform_map(detail, other)

    def at(position: int) -> int | None:
        canonical = before.to_canonical(position) if before is not None else None
        return after.to_isoform(canonical) if after is not None and canonical is not None else None

    return at


def named_isoform(detail: ProteinDetail, name: str) -> tuple[bool, Isoform | None]:
    """Whether a protein has an isoform of that id, and which; empty or an accession for the canonical one."""
    found = next((each for each in detail.isoforms if each.id == name), None)
    if found is None and name in ("", detail.protein.accession):
        return True, next((each for each in detail.isoforms if each.canonical), None)
    return found is not None, found


def _is_canonical(isoform: Isoform | None) -> bool:
    return isoform is None or isoform.canonical


def _differences(detail: ProteinDetail, isoform: Isoform) -> list[Feature] | None:
    known = {feature.id: feature for feature in detail.features if feature.type == "VAR_SEQ" and feature.id}
    if not isoform.differences or any(key not in known for key in isoform.differences):
        return None
    found = [known[key] for key in isoform.differences]
    if any(feature.start is None or feature.end is None for feature in found):
        return None
    return sorted(found, key=attrgetter("start"))


def _replacement(feature: Feature) -> str | None:
    """What stands in the isoform instead, empty for a deletion, None where the description does not say."""
    if feature.description.startswith("Missing"):
        return ""
    match = _REPLACED.match(feature.description)
    return "".join(match.group(1).split()) if match else None


def _mapped(canonical: str, differences: Sequence[Feature], sequence: str | None) -> IsoformMap | None:
    at, shift, built = 1, 0, ""
    stretches, changes = [], []
    for feature in differences:
        instead = _replacement(feature)
        start, end = feature.start or 0, feature.end or 0
        if instead is None or start < at:
            return None
        changes.append(Change(feature, start + shift, start + shift + len(instead) - 1))
        before, behind = _kept(canonical[start - 1 : end], instead)
        stretches.append(Stretch(at, start - 1 + before, shift))
        built += canonical[at - 1 : start - 1] + instead
        shift += len(instead) - (end - start + 1)
        at = end + 1 - behind
        built = built[: len(built) - behind]
    stretches.append(Stretch(at, len(canonical), shift))
    return IsoformMap(tuple(stretches), tuple(changes)) if built + canonical[at - 1 :] == sequence else None


def _kept(original: str, instead: str) -> tuple[int, int]:
    """How many residues an insertion leaves before and behind itself: all of those it is written over, or none."""
    if instead.startswith(original):
        return len(original), 0
    return (0, len(original)) if instead.endswith(original) else (0, 0)
