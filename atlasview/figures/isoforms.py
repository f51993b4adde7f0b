"""Which features lie where on the isoform that is shown: mapped where the sequence is unchanged, left out elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from atlasview.figures.residues import grouped
from atlasview.records.isoform_map import IsoformMap, SameResidue, isoform_map, named_isoform, same_residue
from atlasview.records.numbering import AS_SHOWN, Numbering, numbering_of
from atlasview.records.profile import ProteinDetail
from atlasview.records.protein import Feature, Isoform
from atlasview.records.trouble import NotFound


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
    numbering what else its residues are called
    """

    isoform: Isoform | None
    sequence: str
    placed: tuple[Placed, ...]
    note: str
    numbering: Numbering = AS_SHOWN

    @property
    def length(self) -> int:
        """Number of residues."""
        return len(self.sequence)

    @property
    def canonical(self) -> bool:
        """Whether the features count on this very sequence."""
        return self.isoform is None or self.isoform.canonical


def shown(detail: ProteinDetail, isoform: str = "", chain: str = "") -> Shown:
    """The canonical sequence for an empty `isoform`, else the isoform of that id; raises NotFound for others.

    chain  key of the mature chain that residues are counted in besides, of `records.numbering.chains_of`
    """
    chosen = _chosen(detail, isoform)
    view = _placed_on(detail, chosen)
    return replace(view, numbering=numbering_of(detail, chosen, chain))


def _placed_on(detail: ProteinDetail, chosen: Isoform | None) -> Shown:
    own = _own_features(detail, chosen)
    if chosen is None or chosen.canonical:
        return _finished(chosen, detail.protein.sequence, own, "")
    if not chosen.sequence:
        return Shown(chosen, "", (), f"The source gives no sequence for isoform {chosen.name}.")
    mapped = isoform_map(detail, chosen)
    if mapped is None:
        note = f"It is not stated how isoform {chosen.name} differs; features of the canonical sequence are not shown."
        return _finished(chosen, chosen.sequence, own, note)
    canonical = [feature for feature in _own_features(detail, None) if feature.feature.type != "VAR_SEQ"]
    moved = [moved for placed in canonical if (moved := _moved(placed, mapped))]
    lost = len(canonical) - len(moved)
    count = f"{grouped(lost)} features touch" if lost > 1 else "1 feature touches"
    note = f"{count} a stretch that differs in isoform {chosen.name} and {'are' if lost > 1 else 'is'} not shown."
    changes = _changes(mapped, len(chosen.sequence))
    return _finished(chosen, chosen.sequence, [*own, *moved, *changes], note if lost else "")


def residue_map(detail: ProteinDetail, view: Shown) -> Callable[[str, int], int | None]:
    """Where a residue of an isoform (by its id, empty for the canonical one) stands on the shown sequence.

    None where it is not known: a stretch that differs, or an isoform that is not known.
    """
    ways: dict[str, SameResidue] = {}

    def at(isoform: str, position: int) -> int | None:
        if isoform not in ways:
            known, one = named_isoform(detail, isoform)
            ways[isoform] = same_residue(detail, one, view.isoform) if known else _nowhere
        return ways[isoform](position)

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
    mapped = isoform_map(detail, other) if one.canonical else None
    if mapped is None:
        return None
    blocks: list[tuple[str, str]] = []
    canonical, sequence = detail.protein.sequence, other.sequence or ""
    at = on = 0
    for stretch in mapped.stretches:
        start, end = stretch.start - 1, stretch.end
        blocks.append((canonical[at:start], sequence[on : start + stretch.shift]))
        blocks.append((canonical[start:end], sequence[start + stretch.shift : end + stretch.shift]))
        at, on = end, end + stretch.shift
    return [block for block in blocks if any(block)]


def _nowhere(_position: int) -> None:
    return None


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


def _moved(placed: Placed, mapped: IsoformMap) -> Placed | None:
    """The feature on the isoform; None where a residue that it rests on differs."""
    first, last = mapped.stretch_of(placed.start), mapped.stretch_of(placed.end)
    if first is None or last is None or (first is not last and placed.feature.type != "DISULFID"):
        return None
    return Placed(placed.feature, placed.start + first.shift, placed.end + last.shift)


def _changes(mapped: IsoformMap, last: int) -> list[Placed]:
    """The differences themselves, where they stand on the isoform; a deletion is the pair of residues beside it."""
    return [
        Placed(each.feature, each.start, each.end)
        if each.end >= each.start
        else Placed(each.feature, max(each.start - 1, 1), max(min(each.start, last), 1))
        for each in mapped.changes
    ]
