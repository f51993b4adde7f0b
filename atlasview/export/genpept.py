"""Protein sequences as GenPept, with features, identifiers and references, written through Biopython."""

import re
from collections.abc import Iterable
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING, Any

from atlasview.export.citations.authors import Authors, Person
from atlasview.export.citations.reference import Reference, cleaned, reference
from atlasview.export.citations.ris import SHORTENED
from atlasview.export.genpept_features import identifiers, sequence_features
from atlasview.export.selection import ChosenSequence
from atlasview.records.protein import Feature, Protein

if TYPE_CHECKING:
    from Bio.SeqRecord import SeqRecord

_DIVISIONS = {
    9606: "PRI", 9598: "PRI", 9544: "PRI", 10090: "ROD", 10116: "ROD", 9913: "MAM", 9615: "MAM", 9823: "MAM",
    9031: "VRT", 7955: "VRT", 8355: "VRT", 7227: "INV", 6239: "INV", 3702: "PLN", 559292: "PLN", 83333: "BCT",
}  # fmt: skip
"""GenBank's division of a taxon; UNK for others."""

_EXISTENCE = {
    1: "Evidence at protein level",
    2: "Evidence at transcript level",
    3: "Inferred from homology",
    4: "Predicted",
    5: "Uncertain",
}
_NUMBERED = re.compile(r"\bRef\. ?\d")
_LONGEST_LOCUS = 16
_LONGEST_WORD = re.compile(r"(\S{64})(?=\S)")
_NO_DATE = "01-JAN-1980"


def genpept_text(chosen: Iterable[ChosenSequence]) -> str:
    """One record for each sequence; of a part, positions count from its first residue, and < and > mark cut features.

    The date is that of the source's release; where the atlas gives none, its place in the record is blank.
    """
    return "".join(_written(each) for each in chosen)


def _written(chosen: ChosenSequence) -> str:
    from Bio import SeqIO

    written = StringIO()
    SeqIO.write(record(chosen), written, "genbank")
    text = written.getvalue()
    if chosen.residues is not None:
        accession = f"ACCESSION   {chosen.id}"
        region = f"{accession} REGION: {chosen.residues.start}..{chosen.residues.end}"
        text = text.replace(f"\n{accession}\n", f"\n{region}\n", 1)
    if not _date(chosen):
        first, line, rest = text.partition("\n")
        text = first.replace(_NO_DATE, " " * len(_NO_DATE)) + line + rest
    return text


def record(chosen: ChosenSequence) -> "SeqRecord":
    """The sequence as a record of Biopython."""
    from Bio.Seq import Seq
    from Bio.SeqRecord import SeqRecord

    protein = chosen.protein
    versioned = protein.accession and protein.version and not chosen.is_variant
    made = SeqRecord(
        Seq(chosen.sequence),
        id=f"{chosen.id}.{protein.version}" if versioned else chosen.id,
        name=_locus(chosen),
        description=_wrappable(_definition(chosen)),
    )
    annotations: dict[str, Any] = {
        "molecule_type": "protein",
        "topology": "linear",
        "data_file_division": _DIVISIONS.get(protein.taxon, "UNK"),
        "accessions": [chosen.id],
        "organism": cleaned(protein.organism) or ".",
        "source": cleaned(protein.organism) or ".",
        "keywords": [""],
        "comment": [_wrappable(line) for line in _comment(chosen)],
        "references": [_reference(reference(paper), len(chosen.sequence)) for paper in chosen.papers],
        **({"date": _date(chosen)} if _date(chosen) else {}),
        **({"db_source": _db_source(protein)} if protein.accession else {}),
    }
    made.annotations = annotations
    made.features = sequence_features(chosen, identifiers(chosen))
    return made


def _locus(chosen: ChosenSequence) -> str:
    name = chosen.id if chosen.is_variant else chosen.protein.entry_name or chosen.id
    word = re.sub(r"[^\x21-\x7e]", "_", name)
    return word if len(word) <= _LONGEST_LOCUS else re.sub(r"[^\x21-\x7e]", "_", chosen.id)[:_LONGEST_LOCUS]


def _definition(chosen: ChosenSequence) -> str:
    protein = chosen.protein
    name = protein.name or chosen.id
    if chosen.isoform is not None and chosen.is_variant:
        name = f"Isoform {chosen.isoform.name} of {name}"
    return f"{name} [{protein.organism}]" if protein.organism else name


def _db_source(protein: Protein) -> str:
    locus = f"locus {protein.entry_name}, " if protein.entry_name else ""
    return f"UniProtKB: {locus}accession {protein.accession};"[:68]


def _comment(chosen: ChosenSequence) -> Iterable[str]:
    source = chosen.source
    if source is not None:
        yield f"From {source.label}, licence: {source.licence}."
    for other in chosen.others:
        yield f"Features also from {other.label}, licence: {other.licence}."
    yield f"Read in {chosen.atlas}, sha256 {chosen.atlas.sha256 or 'not given'}."
    if existence := _EXISTENCE.get(chosen.protein.existence):
        yield f"Protein existence: {existence}."
    if chosen.residues is not None:
        part = chosen.residues
        yield f"Residues {part.start} to {part.end} of {len(chosen.whole)}; positions count from 1."
    if chosen.left_out:
        yield f"{chosen.left_out}."
    for feature in chosen.features:
        if feature.start is None and feature.end is None:
            yield f"Left out, its position is not known: {feature.type} {feature.description}"
    if any(_NUMBERED.search(text) for feature in chosen.features for text in _said(feature)):
        yield "Numbers of references in notes of features (Ref. 1) are those of UniProt's entry, not of this record."
    if source is not None and _date(chosen) and len(source.date) < len("2026-01-28"):
        yield f"The source states {source.date} as its date, the format asks for a day."


def _said(feature: Feature) -> Iterable[str]:
    yield feature.description
    yield from (evidence.reference for evidence in feature.evidence)


def _date(chosen: ChosenSequence) -> str:
    """`28-JAN-2026`, the first day where only the month or the year is stated; empty where there is no date."""
    stated = chosen.source.date if chosen.source else ""
    try:
        day = date.fromisoformat(f"{stated}-01-01"[:10] if len(stated) == 4 else f"{stated}-01"[:10])
    except ValueError:
        return ""
    months = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
    return f"{day.day:02d}-{months[day.month - 1]}-{day.year:04d}"


def _reference(paper: Reference, length: int) -> Any:
    """A reference as Biopython's class of that name, which comes without types."""
    from Bio import SeqFeature

    bio: Any = SeqFeature
    made = bio.Reference()
    made.location = [bio.SimpleLocation(0, length)]
    made.authors = _wrappable(_joined([_author(each) for each in paper.authors.listed if isinstance(each, Person)]))
    made.consrtm = _wrappable("; ".join(_groups(paper.authors)))
    made.title = _wrappable(paper.title)
    made.journal = _wrappable(_journal(paper))
    made.pubmed_id = paper.pmid
    remarks = (SHORTENED if paper.authors.shortened else "", f"DOI: {paper.doi}" if paper.doi else "")
    made.comment = _wrappable(" ".join(part for part in remarks if part))
    return made


def _wrappable(text: str) -> str:
    """Text on one line, without words that are longer than a line of the file."""
    return _LONGEST_WORD.sub(r"\1 ", cleaned(text))


def _groups(authors: Authors) -> list[str]:
    return [each.name for each in authors.listed if not isinstance(each, Person)]


def _author(person: Person) -> str:
    """`Bell,G.I.`, `Cameron,R.P. Jr.`"""
    given = re.sub(r"\.\s+", ".", person.given)
    return f"{person.surname},{given} {person.suffix}".rstrip(", ")


def _joined(names: list[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _journal(paper: Reference) -> str:
    """`Nature 282, 525-527 (1979)`, what is not known left out."""
    volume = f"{paper.volume} ({paper.issue})" if paper.issue else paper.volume
    where = ", ".join(part for part in (" ".join(p for p in (paper.journal, volume) if p), paper.pages) if part)
    year = "" if paper.year is None else f"({paper.year})"
    return " ".join(part for part in (where, year) if part)
