"""What else a residue is called: its number in a mature chain, and in the canonical sequence.

Positions are 1-based and closed, and count on the sequence that is shown, from its first residue: UniProt's numbering.
A mature chain is what is left where signal peptide, transit peptide, propeptide or initiator methionine are cut off;
its residue 1 is its own first one. There is no residue 0, and none with a minus: outside of a chain a residue has no
number in it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from atlasview.records.isoform_map import IsoformMap, isoform_map
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail
from atlasview.records.protein import Feature, Isoform
from atlasview.records.trouble import NotFound

MATURE = "mature"
"""Names the only mature chain of a protein."""
UNIPROT = "uniprot"
"""Names the numbering of UniProt: positions of the whole sequence."""
_CHAINS = ("CHAIN", "PEPTIDE")
_CUT_OFF = frozenset({"SIGNAL", "TRANSIT", "PROPEP", "INIT_MET"})
_NAMED = 12


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain or peptide that is cut out of a sequence, start..end of it.

    key   the source's identifier (`PRO_0000015819`), the range as written where it has none
    """

    key: str
    name: str
    start: int
    end: int

    def number(self, position: int) -> int | None:
        """Number of a residue of the sequence in the chain; None outside of it."""
        return position - self.start + 1 if self.start <= position <= self.end else None

    def position(self, number: int) -> int | None:
        """Where a residue of the chain stands on the sequence; None where the chain has no such residue."""
        return number + self.start - 1 if 1 <= number <= self.length else None

    @property
    def length(self) -> int:
        """Number of residues."""
        return self.end - self.start + 1

    def within(self, residues: Residues) -> Residues | None:
        """A range of the chain on the sequence; None where it does not lie in the chain as a whole."""
        start, end = self.position(residues.start), self.position(residues.end)
        return Residues(start, end) if start is not None and end is not None else None


@dataclass(frozen=True, slots=True)
class Numbering:
    """How the residues of a shown sequence are counted besides their positions on it.

    chain      the chosen mature chain, on the shown sequence
    canonical  from the shown isoform to the canonical sequence; None for the canonical one, and where it is not known
    """

    chain: Chain | None = None
    canonical: IsoformMap | None = None

    def also(self, position: int) -> str:
        """`7 of Insulin B chain, canonical 190`: what else a residue is called where it differs; else empty."""
        return ", ".join(filter(None, (self._in_chain(position), self._in_canonical(position))))

    def flag(self, position: int) -> str:
        """The same in the fewest letters: `31 · chain 7`."""
        number = self.chain.number(position) if self.chain is not None else None
        parts = [str(position)]
        if number not in (None, position):
            parts.append(f"chain {number}")
        if self.canonical is not None and (canonical := self.canonical.to_canonical(position)) != position:
            parts.append(f"canonical {canonical or 'none'}")
        return " · ".join(parts)

    def _in_chain(self, position: int) -> str:
        if self.chain is None:
            return ""
        number = self.chain.number(position)
        return f"not in {self.chain.name}" if number is None else f"{number} of {self.chain.name}"

    def _in_canonical(self, position: int) -> str:
        if self.canonical is None:
            return ""
        canonical = self.canonical.to_canonical(position)
        if canonical == position:
            return ""
        return "not in the canonical sequence" if canonical is None else f"canonical {canonical}"


AS_SHOWN = Numbering()
"""Residues are called by their positions only."""


def numbering_of(detail: ProteinDetail, isoform: Isoform | None, chain: str = "") -> Numbering:
    """How an isoform is counted, with a chain by its key; a chain that the isoform does not have counts as none."""
    chosen = next((each for each in chains_of(detail, isoform) if chain and each.key == chain), None)
    if isoform is None or isoform.canonical:
        return Numbering(chosen)
    return Numbering(chosen, isoform_map(detail, isoform))


def chains_of(detail: ProteinDetail, isoform: Isoform | None = None) -> tuple[Chain, ...]:
    """The mature chains of an isoform whose numbers differ from its positions, in the order of the sequence.

    Chains of the canonical sequence are known by their ends: one whose ends an isoform does not have is none of it.
    A chain of uncertain start (`?`) gives no number.
    """
    canonical = isoform is None or isoform.canonical
    names = {detail.protein.accession, *([isoform.id] if isoform is not None and canonical else [])}
    found = _stated([each for each in detail.features if each.sequence in names], len(detail.protein.sequence))
    if isoform is not None and not canonical:
        mapped = isoform_map(detail, isoform)
        last = len(isoform.sequence or "")
        moved = [_moved(each, mapped, len(detail.protein.sequence), last) for each in found] if mapped else []
        own = _stated([each for each in detail.features if each.sequence == isoform.id], last)
        found = [*own, *(each for each in moved if each is not None)]
    return tuple(sorted((each for each in found if each.start > 1), key=lambda each: (each.start, -each.end)))


def chosen_chain(chains: tuple[Chain, ...], name: str, where: str) -> Chain | None:
    """The chain that words name: by key, by name or a part of it, `mature` for the only one; None for `uniprot`.

    Raises NotFound where no chain or several are named so; `where` is the protein.
    """
    asked = " ".join(name.casefold().split())
    if asked in ("", UNIPROT):
        return None
    exact = [each for each in chains if asked in (each.key.casefold(), each.name.casefold())]
    found = exact or [each for each in chains if asked == MATURE or f" {asked} " in f" {each.name.casefold()} "]
    if len(found) == 1:
        return found[0]
    if not chains:
        raise NotFound(f"{where} has no mature chain that is counted apart", remedy="count as UniProt does")
    known = ", ".join(f"{each.name} ({each.start}–{each.end}, {each.key})" for each in chains[:_NAMED])
    count = "has several mature chains" if found else "has no mature chain"
    raise NotFound(f"{where} {count} {name}".replace(f"chains {MATURE}", "chains"), remedy=f"name one of: {known}")


def _stated(features: Iterable[Feature], length: int) -> list[Chain]:
    """The chains that a source states; where it states none, what is left behind that which is cut off in front."""
    features = list(features)
    stated = [
        Chain(each.id or f"{each.start}-{each.end}", each.description.split(";")[0].strip() or "chain", start, end)
        for each in features
        if each.type in _CHAINS and (start := each.start) and (end := each.end) and not each.start_sign
    ]
    if stated or any(each.type in _CHAINS for each in features):
        return stated
    cut = 0
    for each in sorted(features, key=lambda one: one.start or 0):
        if each.type in _CUT_OFF and each.start == cut + 1 and each.end and not each.end_sign:
            cut = each.end
    return [Chain(f"{cut + 1}-{length}", "mature chain", cut + 1, length)] if 0 < cut < length else []


def _moved(chain: Chain, mapped: IsoformMap, length: int, last: int) -> Chain | None:
    """A chain of the canonical sequence on an isoform; one that goes to the end goes to the isoform's end."""
    start, end = mapped.to_isoform(chain.start), mapped.to_isoform(chain.end)
    if end is None and chain.end == length:
        end = last
    return Chain(chain.key, chain.name, start, end) if start is not None and end is not None and start <= end else None
