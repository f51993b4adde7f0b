"""Transcripts of a GenBank record: its mRNA features with the coding part that fits each, or the whole of an mRNA."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from atlasview.records.transcript import Transcript
from atlasview.sources.genbank_place import RecordPlace
from atlasview.sources.gene_attributes import gene_curie, protein_curie
from atlasview.sources.gene_models import Draft, Span, transcript_of

if TYPE_CHECKING:
    from Bio.SeqFeature import SeqFeature
    from Bio.SeqRecord import SeqRecord

_RNA = frozenset(("mRNA", "ncRNA", "misc_RNA", "precursor_RNA", "rRNA", "tRNA"))
_ELSEWHERE = "parts on another record or on both strands"


def gene_of(feature: "SeqFeature | None") -> str:
    """How a feature names its gene: HGNC's number, NCBI's, UniProt's accession, else a symbol; empty for none."""
    if feature is None:
        return ""
    named: dict[str, str] = {}
    for reference in feature.qualifiers.get("db_xref", ()):
        database, _colon, identifier = reference.partition(":")
        named.setdefault(database, identifier.removeprefix("HGNC:"))
    if named.get("HGNC", "").isdecimal():
        return f"HGNC:{named['HGNC']}"
    if named.get("GeneID", "").isdecimal():
        return f"NCBIGene:{named['GeneID']}"
    if accession := named.get("UniProtKB/Swiss-Prot", ""):
        return f"UniProtKB:{accession}"
    return gene_curie("", "", feature.qualifiers.get("gene", [""])[0])


def transcripts_of(record: "SeqRecord", place: RecordPlace, source: str) -> tuple[list[Transcript], Counter[str]]:
    """Transcripts of a record of nucleotides, and what was left out, by reason."""
    left_out: Counter[str] = Counter()
    coding = [feature for feature in record.features if feature.type == "CDS"]
    models = [feature for feature in record.features if feature.type in _RNA]
    found: list[Transcript] = []
    if not models and "RNA" in str(record.annotations.get("molecule_type", "")):
        return _whole_record(record, coding, place, source), left_out
    for number, model in enumerate(models, 1):
        exons = spans_of(model)
        if exons is None:
            left_out[_ELSEWHERE] += 1
            continue
        own = next((one for one in coding if _fits(one, model, exons)), None) if model.type == "mRNA" else None
        if own is not None:
            coding.remove(own)
        draft = _draft(record, model, exons, own, f"{record.id}:{model.type}.{number}")
        if not draft.gene:
            left_out["transcripts of no named gene"] += 1
            continue
        found.append(_placed(draft, place, source))
    if coding:
        left_out["coding parts without their transcript"] += len(coding)
    return found, left_out


def spans_of(feature: "SeqFeature") -> list[Span] | None:
    """Ranges of a feature on its record, sorted, from 1; None where they are not all there, or not on one strand."""
    if feature.location is None:
        return None
    parts = feature.location.parts
    if any(part.ref is not None for part in parts) or len({part.strand for part in parts}) != 1:
        return None
    return sorted((int(part.start) + 1, int(part.end)) for part in parts)


def _strand(feature: "SeqFeature") -> str:
    return "-" if feature.location is not None and feature.location.strand == -1 else "+"


def _fits(coding: "SeqFeature", model: "SeqFeature", exons: list[Span]) -> bool:
    """Whether a coding part is that of a transcript: of the same gene and strand, its introns those of the exons."""
    spans = spans_of(coding)
    if spans is None or _strand(coding) != _strand(model):
        return False
    genes = [feature.qualifiers.get("gene", [""])[0] for feature in (coding, model)]
    if all(genes) and genes[0] != genes[1]:
        return False
    low, high = spans[0][0], spans[-1][1]
    return spans == [(max(start, low), min(end, high)) for start, end in exons if end >= low and start <= high]


def _draft(
    record: "SeqRecord", model: "SeqFeature", exons: list[Span], coding: "SeqFeature | None", name: str
) -> Draft:
    draft = Draft(1, name, str(record.id), _strand(model))
    draft.id = model.qualifiers.get("transcript_id", [name])[0] if model.type != "source" else name
    draft.gene = gene_of(model) or gene_of(coding)
    draft.biotype = model.type if model.type != "source" else "mRNA"
    draft.exons = exons
    if coding is not None:
        draft.protein = protein_curie(coding.qualifiers.get("protein_id", [""])[0])
        draft.coding = [(start, end, -1) for start, end in spans_of(coding) or ()]
        first = 0 if draft.strand == "+" else -1
        begin = coding.qualifiers.get("codon_start", ["1"])[0]
        frame = int(begin) - 1 if begin in ("1", "2", "3") else 0
        draft.coding[first] = (*draft.coding[first][:2], frame)
    return draft


def _placed(draft: Draft, place: RecordPlace, source: str) -> Transcript:
    """The record of a draft whose positions are those of its record, on what the record's accession counts."""
    draft.exons = sorted(place.span(start, end) for start, end in draft.exons)
    draft.coding = sorted((*place.span(start, end), frame) for start, end, frame in draft.coding)
    draft.strand = place.strand(draft.strand)
    return transcript_of(draft, place.chromosome, place.assembly, source)


def _whole_record(record: "SeqRecord", coding: list[Any], place: RecordPlace, source: str) -> list[Transcript]:
    """The transcript that a record of an mRNA is, with the exons that it marks where they cover it."""
    origin = next((feature for feature in record.features if feature.type == "source"), None)
    genes = [feature for feature in record.features if feature.type in ("gene", "CDS")]
    gene = next(filter(None, map(gene_of, [*coding, *genes])), "")
    if origin is None or not gene:
        return []
    spans = sorted(span for one in record.features if one.type == "exon" for span in spans_of(one) or ())
    ends = [0, *(end for _start, end in spans)]
    tiled = [start for start, _end in spans] == [end + 1 for end in ends[:-1]] and ends[-1] == len(record)
    own = next((one for one in coding if spans_of(one)), None)
    draft = _draft(record, origin, spans if spans and tiled else [(1, len(record))], own, str(record.id))
    draft.gene = gene
    if own is not None and len(spans_of(own) or ()) == 1 and tiled and spans:
        draft.coding = _cut(draft.coding, draft.exons)
    return [_placed(draft, place, source)]


def _cut(coding: list[tuple[int, int, int]], exons: list[Span]) -> list[tuple[int, int, int]]:
    """One coding range in the exons of its mRNA."""
    low, high, frame = coding[0]
    pieces = [(max(start, low), min(end, high), -1) for start, end in exons if end >= low and start <= high]
    return [(*pieces[0][:2], frame), *pieces[1:]]
