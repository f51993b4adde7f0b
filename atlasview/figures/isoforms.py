"""Which features lie where on the isoform that is shown: mapped where the sequence is unchanged, left out elsewhere."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from atlasview.figures.residues import grouped
from atlasview.records.profile import ProteinDetail
from atlasview.records.protein import Feature, Isoform
from atlasview.records.trouble import NotFound

_REPLACED = re.compile(r"^[A-Z\s]+->\s*([A-Z\s]+?)(?:\s*\(|$)")


class Placed(NamedTuple):
    """A feature with its 1-based closed range on the shown sequence."""

    feature: Feature
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shown:
    """One isoform as a drawing shows it.

    sequence  empty where the source does not give it
    placed    features by start, then longest first
    note      a sentence on what could not be placed, empty for nothing
    """

    isoform: Isoform | None
    sequence: str
    placed: tuple[Placed, ...]
    note: str

    @property
    def length(self) -> int:
        """Number of residues."""
        return len(self.sequence)

    @property
    def canonical(self) -> bool:
        """Whether the features count on this very sequence."""
        return self.isoform is None or self.isoform.canonical


def shown(detail: ProteinDetail, isoform: str = "") -> Shown:
    """The canonical sequence for an empty `isoform`, else the isoform of that id; raises NotFound for others."""
    chosen = _chosen(detail, isoform)
    own = _own_features(detail, chosen)
    if chosen is None or chosen.canonical:
        return _finished(chosen, detail.protein.sequence, own, "")
    if not chosen.sequence:
        return Shown(chosen, "", (), f"The source gives no sequence for isoform {chosen.name}.")
    stretches = _stretches(detail, chosen)
    if stretches is None:
        note = f"It is not stated how isoform {chosen.name} differs; features of the canonical sequence are not shown."
        return _finished(chosen, chosen.sequence, own, note)
    canonical = [feature for feature in _own_features(detail, None) if feature.feature.type != "VAR_SEQ"]
    moved = [moved for placed in canonical if (moved := _moved(placed, stretches))]
    changes = _changes(detail, chosen, stretches)
    lost = len(canonical) - len(moved)
    count = f"{grouped(lost)} features touch" if lost > 1 else "1 feature touches"
    note = f"{count} a stretch that differs in isoform {chosen.name} and {'are' if lost > 1 else 'is'} not shown."
    return _finished(chosen, chosen.sequence, [*own, *moved, *changes], note if lost else "")


def residue_map(detail: ProteinDetail, view: Shown) -> Callable[[str, int], int | None]:
    """Where a residue of an isoform (by its id, empty for the canonical one) stands on the shown sequence.

    None where it is not known: another isoform than the canonical one, or a stretch that differs.
    """
    canonical = {"", detail.protein.accession, *(each.id for each in detail.isoforms if each.canonical)}
    own = {view.isoform.id} if view.isoform is not None else set()
    if view.canonical:
        own |= canonical
    stretches = None if view.canonical or view.isoform is None else _stretches(detail, view.isoform)

    def at(isoform: str, position: int) -> int | None:
        if isoform in own:
            return position
        if isoform not in canonical or stretches is None:
            return None
        stretch = _stretch_of(position, stretches)
        return position + stretch.shift if stretch is not None else None

    return at


def alignment_blocks(detail: ProteinDetail, one: Isoform, other: Isoform) -> list[tuple[str, str]] | None:
    """Stretches of two isoforms that stand against each other, by the differences that the source states.

    None where these are not known of both, or where neither of the two is the canonical isoform.
    """
    if one.id == other.id:
        return [(one.sequence or "", one.sequence or "")]
    if other.canonical:
        turned = alignment_blocks(detail, other, one)
        return None if turned is None else [(after, before) for before, after in turned]
    stretches = _stretches(detail, other) if one.canonical else None
    if stretches is None:
        return None
    blocks: list[tuple[str, str]] = []
    canonical, sequence = detail.protein.sequence, other.sequence or ""
    at = on = 0
    for stretch in stretches:
        start, end = stretch.start - 1, stretch.end
        blocks.append((canonical[at:start], sequence[on : start + stretch.shift]))
        blocks.append((canonical[start:end], sequence[start + stretch.shift : end + stretch.shift]))
        at, on = end, end + stretch.shift
    return [block for block in blocks if any(block)]


def _chosen(detail: ProteinDetail, isoform: str) -> Isoform | None:
    if not isoform or isoform == detail.protein.accession:
        return next((each for each in detail.isoforms if each.canonical), None)
    for each in detail.isoforms:
        if each.id == isoform:
            return each
    known = ", ".join(each.id for each in detail.isoforms)
    raise NotFound(f"{detail.protein.accession} has no isoform {isoform}", remedy=f"choose one of {known}")


def _own_features(detail: ProteinDetail, isoform: Isoform | None) -> list[Placed]:
    names = {detail.protein.accession} if isoform is None or isoform.canonical else set()
    if isoform is not None:
        names.add(isoform.id)
    ends = (
        (each, each.start or each.end, each.end or each.start) for each in detail.features if each.sequence in names
    )
    return [Placed(feature, start, end) for feature, start, end in ends if start and end]


def _finished(isoform: Isoform | None, sequence: str, placed: list[Placed], note: str) -> Shown:
    inside = [each for each in placed if 1 <= each.start <= each.end <= len(sequence)]
    inside.sort(key=lambda each: (each.start, -each.end, each.feature.ordinal))
    return Shown(isoform, sequence, tuple(inside), note)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Residues start..end of the canonical sequence that stand unchanged, `shift` later, in the isoform."""

    start: int
    end: int
    shift: int


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


def _stretches(detail: ProteinDetail, isoform: Isoform) -> list[_Stretch] | None:
    """The unchanged stretches; None where the differences do not lead to the isoform's sequence."""
    differences = _differences(detail, isoform)
    if differences is None:
        return None
    canonical, at, shift = detail.protein.sequence, 1, 0
    stretches, built = [], ""
    for feature in differences:
        instead = _replacement(feature)
        start, end = feature.start or 0, feature.end or 0
        if instead is None or start < at:
            return None
        stretches.append(_Stretch(at, start - 1, shift))
        built += canonical[at - 1 : start - 1] + instead
        shift += len(instead) - (end - start + 1)
        at = end + 1
    stretches.append(_Stretch(at, len(canonical), shift))
    return stretches if built + canonical[at - 1 :] == isoform.sequence else None


def _moved(placed: Placed, stretches: list[_Stretch]) -> Placed | None:
    """The feature on the isoform; None where a residue that it rests on differs."""
    first = _stretch_of(placed.start, stretches)
    last = _stretch_of(placed.end, stretches)
    if first is None or last is None or (first is not last and placed.feature.type != "DISULFID"):
        return None
    return Placed(placed.feature, placed.start + first.shift, placed.end + last.shift)


def _stretch_of(position: int, stretches: list[_Stretch]) -> _Stretch | None:
    return next((stretch for stretch in stretches if stretch.start <= position <= stretch.end), None)


def _changes(detail: ProteinDetail, isoform: Isoform, stretches: list[_Stretch]) -> list[Placed]:
    """The differences themselves, where they stand on the isoform; a deletion is the pair of residues beside it."""
    changes = []
    for before, feature in zip(stretches, _differences(detail, isoform) or (), strict=False):
        length = len(_replacement(feature) or "")
        start = (feature.start or 1) + before.shift
        last = len(isoform.sequence or "")
        if length:
            changes.append(Placed(feature, start, start + length - 1))
        else:
            changes.append(Placed(feature, max(start - 1, 1), max(min(start, last), 1)))
    return changes
