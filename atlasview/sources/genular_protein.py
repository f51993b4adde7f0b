"""A protein in a document of Genular."""

import re
from typing import Any

from atlasview.records.interaction import Interaction
from atlasview.records.protein import GeneProtein, Protein, ProteinName
from atlasview.records.publication import Citation
from atlasview.records.reference import CrossReference
from atlasview.records.sequence import crc64
from atlasview.sources.genular_gene import number_in
from atlasview.sources.opened import SourceFile
from atlasview.sources.papers import Reference, plain
from atlasview.sources.taken import Outcome, Taken

_ACCESSION = re.compile(r"[A-NR-Z]\d(?:[A-Z][A-Z0-9]{2}\d){1,2}|[OPQ]\d[A-Z0-9]{3}\d", re.ASCII)
_RESIDUES = re.compile(r"[A-Z]+", re.ASCII)
_HUMAN = 9606
_SWISS_PROT = 1
_PARTNERS = "partners of proteins that are no UniProt accession, or whose score is not from 0 to 1, were left out"


def protein_outcome(file: SourceFile, line: int, said: Any, gene: str, taxon: int) -> Outcome:
    """The protein, or why it is none. Raises what a document of another build raises."""
    accessions = [one for one in _listed(said.get("accession")) if _ACCESSION.fullmatch(one)]
    whole = said.get("sequence") or {}
    sequence = str(whole.get("sequence") or "")
    if not accessions:
        return file.rejected(line, "a protein without accession", str(said.get("proteinID", ""))[:60])
    if not _RESIDUES.fullmatch(sequence):
        return file.rejected(line, "an entry without a sequence", accessions[0])
    length, stated = whole.get("length"), str(whole.get("checksum") or "").upper()
    if length not in (None, "") and number_in(length) != len(sequence):
        return file.rejected(line, "the sequence contradicts its length", accessions[0])
    if stated and stated != crc64(sequence):
        return file.rejected(line, "the sequence contradicts its CRC64", accessions[0])
    protein = f"UniProtKB:{accessions[0]}"
    described = _described(said, accessions, sequence, taxon, file.source)
    records: list[Any] = [
        described,
        ProteinName(protein, "recommended", described.name, file.source),
        GeneProtein(gene, protein, file.source),
        *_references(said, protein, file.source),
        *_papers(said, protein, file.source),
        *_partners(said, gene, file),
    ]
    return Taken(line, records, protein, (0, str(whole.get("modified") or "")[:10]))


def _described(said: Any, accessions: list[str], sequence: str, taxon: int, source: str) -> Protein:
    whole = said["sequence"]
    return Protein(
        id=f"UniProtKB:{accessions[0]}",
        accession=accessions[0],
        secondary=tuple(accessions[1:]),
        entry_name=plain(str(said.get("proteinID") or "")),
        name=plain(str(said.get("name") or "")) or accessions[0],
        reviewed=number_in(said.get("relevance")) == _SWISS_PROT,
        existence=number_in(said.get("existence"), 5) or 0,
        organism="Homo sapiens" if taxon == _HUMAN else "",
        taxon=taxon,
        gene_symbol=plain(str(said.get("symbol") or "")),
        sequence=sequence,
        version=number_in(whole.get("version")) or 0,
        mass=number_in(whole.get("mass")),
        crc64=crc64(sequence),
        family=plain(str((said.get("proteinFamily") or {}).get("name") or "")),
        source=source,
    )


def _listed(value: Any) -> list[str]:
    return [str(one) for one in (value if isinstance(value, list) else [value])]


def _references(said: Any, protein: str, source: str) -> list[CrossReference]:
    given = {
        **(said.get("databaseIDs") or {}),
        "RefSeq": said.get("refSeq") or [],
        "UniParc": said.get("uniParcID") or [],
    }
    found = {
        (plain(str(database)), plain(identifier)): None
        for database, identifiers in given.items()
        for identifier in _listed(identifiers)
    }
    return [CrossReference(protein, *one, "", source) for one in found if all(one)]


def _partners(said: Any, gene: str, file: SourceFile) -> list[Interaction]:
    """Partners by UniProt accession with a score from 0 to 1; of others nobody says what they are."""
    found = []
    for one in said.get("interactionPartners") or ():
        partner, score = str(one.get("partnerID") or ""), one.get("score")
        sound = isinstance(score, int | float) and not isinstance(score, bool) and 0 <= score <= 1
        if _ACCESSION.fullmatch(partner) and (sound or score is None):
            found.append(Interaction(gene, f"UniProtKB:{partner}", score, (), file.source))
        elif _PARTNERS not in file.remarks:
            file.remarks.append(_PARTNERS)
    return found


def _papers(said: Any, protein: str, source: str) -> list[Any]:
    records: list[Any] = []
    for one in said.get("citations") or ():
        reference = Reference(
            pmid=str(one.get("pubmedID") or ""), doi=str(one.get("doi") or ""), title=str(one.get("title") or "")
        )
        if paper := reference.publication(source):
            scope = "; ".join(plain(part) for part in _listed(one.get("scope") or ""))
            records += [paper, Citation(protein, paper.id, scope, source)]
    return records
