"""Transcripts and extents of genes on GRCh38, from UCSC knownGene rows matched by Ensembl transcript."""

from collections.abc import Iterable

from atlasview.records.gene import Location
from atlasview.records.transcript import Exon, Transcript
from db.collect.flat_text import Entry
from db.collect.tables import Tables
from db.collect.upstream import Upstream

_ASSEMBLY = "GRCh38"


def known_transcripts(upstream: Upstream) -> dict[str, list[str]]:
    """knownGene rows by transcript, version cut off; names with a suffix (the Y copies) are left out."""
    return {row[0].partition(".")[0]: row for row in upstream.rows("ucsc-known-gene") if row[0].count(".") == 1}


def transcripts_by_gene(upstream: Upstream) -> dict[str, list[str]]:
    """Ensembl transcripts of each Ensembl gene."""
    found: dict[str, list[str]] = {}
    for row in upstream.records("ensembl"):
        found.setdefault(row["gene_stable_id"], []).append(row["transcript_stable_id"])
    return found


def extent(known: dict[str, list[str]], transcripts: Iterable[str]) -> Location | None:
    """Smallest range that holds the transcripts which knownGene has; None where it has none."""
    rows = [known[name] for name in transcripts if name in known]
    if not rows:
        return None
    places = {(row[1], row[2]) for row in rows}
    if len(places) != 1:
        raise ValueError(f"transcripts of one gene lie in several places: {sorted(places)}")
    chromosome, strand = places.pop()
    start, end = min(int(row[3]) for row in rows) + 1, max(int(row[4]) for row in rows)
    return Location("", chromosome.removeprefix("chr"), start, end, strand, _ASSEMBLY)


def add_transcripts(tables: Tables, known: dict[str, list[str]], gene: str, mane: str, entry: Entry | None) -> None:
    """Adds MANE Select and the transcripts that the gene's UniProt entry names, as far as knownGene has them."""
    named = _named(entry) if entry else {}
    for name in {*named, mane.partition(".")[0]}:
        if name in known:
            product = named.get(name, (f"UniProtKB:{entry.accession}" if entry else "", ""))
            tables.add(_transcript(known[name], gene, name == mane.partition(".")[0], product))


def _named(entry: Entry) -> dict[str, tuple[str, str]]:
    """Transcripts on the entry's lines of Ensembl, with the protein and the isoform that each makes.

    An entry with one sequence does not name it: it is isoform 1.
    """
    found = {}
    several = any("[" in fields[-1] for database, *fields in entry.database_lines if database == "Ensembl")
    for database, transcript, protein, *others in entry.database_lines:
        if database == "Ensembl":
            isoform = others[-1].rpartition("[")[2].removesuffix("]") if "[" in others[-1] else ""
            only = "" if several else f"{entry.accession}-1"
            found[transcript.partition(".")[0]] = (f"ENSEMBL:{protein}", isoform or only)
    return found


def _transcript(row: list[str], gene: str, mane: bool, product: tuple[str, str]) -> Transcript:
    starts, ends = ([int(part) for part in cell.split(",") if part] for cell in (row[8], row[9]))
    exons = [Exon(start + 1, end) for start, end in zip(starts, ends, strict=True)]
    coding = row[5] != row[6]
    return Transcript(
        gene=gene,
        id=row[0],
        assembly=_ASSEMBLY,
        biotype="protein_coding" if coding else "",
        mane_select=mane,
        mane_plus_clinical=False,
        canonical=mane,
        chromosome=row[1].removeprefix("chr"),
        strand=row[2],
        exons=tuple(exons if row[2] == "+" else exons[::-1]),
        exon_count=len(exons),
        length=sum(exon.end - exon.start + 1 for exon in exons),
        cds_start=int(row[5]) + 1 if coding else None,
        cds_end=int(row[6]) if coding else None,
        phase=_phase(row) if coding else None,
        protein=product[0] if coding else "",
        isoform=product[1] if coding else "",
        ccds="",
        source="ucsc-known-gene",
    )


def _phase(row: list[str]) -> int | None:
    """These rows state no frame: it is known where the coding part begins behind the first base of the transcript."""
    begins_with_transcript = row[5] == row[3] if row[2] == "+" else row[6] == row[4]
    return None if begins_with_transcript else 0
