"""Protein sequences as FASTA, with the headers that UniProt writes."""

import re

from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail
from atlasview.records.protein import Isoform, Protein
from atlasview.records.trouble import NotFound, NothingToExport, Trouble

ALL = "all"
"""Asks for every isoform instead of one."""

_LINE = 60


def fasta_text(detail: ProteinDetail, isoform: str = "", residues: Residues | None = None) -> str:
    """FASTA of a protein: 60 residues per line, a line feed at the end.

    isoform   id (`Q9HBE4-2`), its number or its name; ALL for every isoform whose sequence is known; empty: canonical
    residues  part of each sequence, 1-based and closed, on that sequence's own coordinates
    Raises NotFound for an isoform that the protein does not have, NothingToExport where its sequence is not known,
    Trouble for residues past the end.
    """
    if isoform.casefold() == ALL:
        chosen: list[Isoform | None] = [each for each in detail.isoforms if each.sequence or each.canonical]
        chosen = chosen or [None]
    else:
        chosen = [find_isoform(detail, isoform)]
    return "".join(_entry(detail, each, residues) for each in chosen)


def find_isoform(detail: ProteinDetail, text: str) -> Isoform | None:
    """The isoform of that id, number or name; None for the canonical sequence (`text` empty or the accession)."""
    wanted = text.casefold().removeprefix("uniprotkb:")
    accession = detail.protein.accession.casefold()
    if wanted in ("", accession):
        return None
    for matches in (
        lambda each: each.id.casefold() == wanted,
        lambda each: each.id.casefold() == f"{accession}-{wanted}",
        lambda each: wanted in (each.name.casefold(), *(name.casefold() for name in each.synonyms)),
    ):
        for each in detail.isoforms:
            if matches(each):
                return each
    known = ", ".join(each.id for each in detail.isoforms) or detail.protein.accession
    raise NotFound(f"no isoform {text!r}", detail.protein.accession, f"it has {known}")


def sequence_of(detail: ProteinDetail, isoform: Isoform | None) -> str:
    """Sequence of an isoform, of the protein itself for None; NothingToExport where it is not known."""
    if isoform is None or (isoform.canonical and isoform.sequence is None):
        return detail.protein.sequence
    if not isoform.sequence:
        raise NothingToExport(
            f"the sequence of isoform {isoform.id} is not known",
            isoform.note or detail.protein.accession,
            "choose another isoform, or all",
        )
    return isoform.sequence


def cut(sequence: str, residues: Residues | None, name: str) -> str:
    """The part of a sequence, all of it for None; Trouble where the residues lie past its end."""
    if residues is None:
        return sequence
    if residues.end > len(sequence):
        raise past_the_end(residues, name, len(sequence))
    return sequence[residues.start - 1 : residues.end]


def past_the_end(residues: Residues, name: str, length: int) -> Trouble:
    """What is said of residues behind the last one of a sequence."""
    lie = "residues {} lie" if len(residues) > 1 else "residue {} lies"
    return Trouble(
        f"{lie.format(residues)} past the end", f"{name} has {length} residues", f"ask for a range within 1-{length}"
    )


def _entry(detail: ProteinDetail, isoform: Isoform | None, residues: Residues | None) -> str:
    named = isoform.id if isoform else detail.protein.accession or detail.protein.name
    sequence = cut(sequence_of(detail, isoform), residues, named)
    lines = [sequence[at : at + _LINE] for at in range(0, len(sequence), _LINE)]
    return "\n".join([_header(detail, isoform, residues), *lines, ""])


def _header(detail: ProteinDetail, isoform: Isoform | None, residues: Residues | None) -> str:
    protein = detail.protein
    varies = isoform is not None and not isoform.canonical
    accession = isoform.id if isoform is not None and varies else protein.accession
    part = f"/{residues.start}-{residues.end}" if residues else ""
    if protein.accession:
        status = "sp" if protein.reviewed else "tr"
        identifier = f"{status}|{accession}|{protein.entry_name}{part}"
    else:
        identifier = f"lcl|{_word(protein.entry_name or protein.gene_symbol or protein.id)}{part}"
    name = f"Isoform {isoform.name} of {protein.name}" if isoform is not None and varies else protein.name
    words = (name + _fragment(detail), *_attributes(protein, with_evidence=not varies))
    return f">{identifier} " + " ".join(" ".join(words).split())


def _attributes(protein: Protein, *, with_evidence: bool) -> list[str]:
    given: list[tuple[str, str | int]] = [("OS", protein.organism), ("OX", protein.taxon), ("GN", protein.gene_symbol)]
    if with_evidence:
        given += [("PE", protein.existence), ("SV", protein.version)]
    return [f"{key}={value}" for key, value in given if value]


def _fragment(detail: ProteinDetail) -> str:
    """UniProt marks a sequence with unknown ends or gaps; the entry's features say which it is."""
    types = {feature.type for feature in detail.features if feature.sequence == detail.protein.accession}
    if "NON_CONS" in types:
        return " (Fragments)"
    return " (Fragment)" if "NON_TER" in types else ""


def _word(text: str) -> str:
    return re.sub(r"[\s|>]+", "_", text.strip()) or "unnamed"
