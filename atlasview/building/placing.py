"""Finds the isoform that a variant counts on, by the residues that it says are there; what fits none is told why."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from atlasview.records.packing import Packed, packing
from atlasview.records.protein import GeneProtein, Isoform
from atlasview.records.variant import Variant
from atlasview.sources.hgvs import ProteinChange, protein_change, told_substitution
from atlasview.sources.residue_fit import bare, misfit

NO_PROTEIN = "the atlas has no protein of its gene"
NO_CHANGE = "it names no change of residues"
_LONGEST_REF = 30
_NAMES = 1 << 14
_FIELDS = packing(Variant).fields
_ISOFORM, _NAME, _REF, _ALT, _POSITION, _UNPLACED = map(
    _FIELDS.index, ("isoform", "hgvs_p", "ref", "alt", "position", "unplaced")
)


class Placing:
    """The isoforms of the genes of an atlas, and the identifiers by which sources name them.

    named  isoform by the identifier of a protein or transcript in another database, without version
    """

    def __init__(self, isoforms: Iterable[Isoform], links: Iterable[GeneProtein], named: Mapping[str, str]) -> None:
        own: dict[str, list[Isoform]] = defaultdict(list)
        for isoform in isoforms:
            own[isoform.protein].append(isoform)
        self._sequences = {one.id: one.sequence for found in own.values() for one in found}
        self._known = {
            protein.partition(":")[2]: one.id for protein, found in own.items() for one in found if one.canonical
        }
        self._known |= named
        self._named = lru_cache(maxsize=_NAMES)(self._isoform_of)
        self._of_gene: dict[str, list[str]] = defaultdict(list)
        for link in links:
            self._of_gene[link.gene] += [one.id for one in own.get(link.protein, ()) if one.canonical]
        for link in links:
            self._of_gene[link.gene] += [one.id for one in own.get(link.protein, ()) if not one.canonical]

    def placed(self, values: Packed) -> Packed:
        """A packed variant of a gene of the atlas with its isoform and position, or the reason why it has none.

        The isoform that the source names, where the atlas has it; else the canonical one; else the first other one
        with the residues that the variant names.
        """
        if values[_UNPLACED] not in ("", NO_PROTEIN) or not (values[_NAME] or values[_POSITION]):
            return values
        change = _change(values)
        if change is None or not change.start:
            return _with(values, "", "", None, NO_CHANGE)
        candidates = self._candidates(values[_ISOFORM], values[0])
        if not candidates:
            return _with(values, "", values[_REF], None, NO_PROTEIN)
        reason = ""
        for isoform in candidates:
            sequence = self._sequences[isoform] or ""
            fault = misfit(change, sequence)
            if not fault and _stands(values, isoform, sequence):
                return _with(values, isoform, values[_REF], values[_POSITION], "")
            if not fault:
                return _with(values, isoform, _replaced(change, sequence, values[_REF]), change.start, "")
            reason = reason or fault.format(isoform=isoform)
        return _with(values, "", values[_REF], None, reason)

    def _candidates(self, named: str, gene: str) -> list[str]:
        known = self._named(named) if named else ""
        if known and self._sequences.get(known):
            return [known]
        return [one for one in self._of_gene.get(gene, ()) if self._sequences[one]]

    def _isoform_of(self, named: str) -> str:
        return named if named in self._sequences else self._known.get(bare(named), "")


def named_isoforms(
    needed: frozenset[str], references: Iterable[tuple[str, str, str]], proteins: Callable[[str], str]
) -> Iterator[tuple[str, str, str]]:
    """Bare identifier, protein and isoform of each reference that is needed.

    references  protein, identifier and label (`isoform P04637-2`) of cross-references
    proteins    id of the canonical isoform of a protein, empty for none
    """
    for protein, identifier, label in references:
        if (name := identifier.partition(".")[0]) in needed:
            isoform = label.rpartition("isoform ")[2] if "isoform " in label else proteins(protein)
            yield name, protein, isoform


def _change(values: Packed) -> ProteinChange | None:
    """What is said of residues: by the name, else by the position and what is replaced there."""
    name, position, ref = values[_NAME], values[_POSITION], values[_REF]
    if name:
        try:
            return told_substitution(name, ref, position, values[_ALT]) or protein_change(name)
        except ValueError:
            return None
    return ProteinChange("unknown", position, ref[:1] or "X", position, ref[:1] or "X")


def _stands(values: Packed, isoform: str, sequence: str) -> bool:
    """Whether the source itself says which residues of this isoform are replaced, as its `alt` counts on.

    UniProt's `T -> TG` at 268 is `p.Thr268_Val269insGly`, which by its name alone replaces nothing.
    """
    ref, position = values[_REF], values[_POSITION]
    return values[_ISOFORM] == isoform and bool(ref and position) and sequence.startswith(ref, position - 1)


def _replaced(change: ProteinChange, sequence: str, given: str) -> str:
    if change.end > len(sequence) or change.end - change.start >= _LONGEST_REF or change.kind == "insertion":
        return ""
    return sequence[change.start - 1 : change.end] if change.first != "X" else given


def _with(values: Packed, isoform: str, ref: str, position: int | None, unplaced: str) -> Packed:
    changed = list(values)
    changed[_ISOFORM], changed[_REF], changed[_POSITION], changed[_UNPLACED] = isoform, ref, position, unplaced
    return tuple(changed)
