"""What the overview of a gene says in words."""

from html import escape

from atlasview.desktop.panels.comment_words import in_short
from atlasview.desktop.panels.exits import place_of, way_to, way_to_section
from atlasview.desktop.panels.facts import Fact
from atlasview.desktop.panels.wording import (
    and_more,
    counted,
    in_one_piece,
    link,
    link_to,
    sentence,
    short_number,
    unique,
)
from atlasview.records.difference import differing
from atlasview.records.disease import Disease
from atlasview.records.locus_type import locus_type
from atlasview.records.place import Kind, Place
from atlasview.records.profile import GeneProfile, ProteinDetail
from atlasview.records.protein import Protein
from atlasview.records.sequence import crc64
from atlasview.records.transcript import Transcript

_NAMES_SHOWN = 14
_PARTNERS_SHOWN = 8
_DISEASES_SHOWN = 3
_CAUSES = frozenset({"causal", "mendelian", "germline"})
"""Kinds of ties that stand before the others."""


def gene_facts(profile: GeneProfile) -> tuple[Fact, ...]:
    """Facts of a gene, only those that the atlas has."""
    facts = (
        _type(profile),
        _function(profile),
        _names(profile, "alias", "Also known as"),
        _names(profile, "previous symbol", "Previously"),
        *_protein(profile),
        _transcripts(profile),
        _partners(profile),
        _disease(profile),
        _homologies(profile),
        _differences(profile),
    )
    return tuple(fact for fact in facts if fact is not None)


def checksum_html(protein: Protein) -> str:
    """The published CRC64 and whether the sequence still gives it."""
    agrees = crc64(protein.sequence) == protein.crc64
    verdict = (
        '<span class="success">✓&nbsp;recomputed</span>'
        if agrees
        else '<span class="problem">✕&nbsp;the sequence gives another</span>'
    )
    return f"CRC64 {escape(protein.crc64)} {verdict}"


def protein_line(protein: Protein) -> str:
    """Length, mass and checksum as rich text."""
    mass = f" · {protein.mass:,} Da" if protein.mass is not None else ""
    return f"{protein.length:,} aa{mass} · {checksum_html(protein)}"


def isoform_words(detail: ProteinDetail) -> str:
    """Number of isoforms and which one is canonical; empty where there is one only."""
    if len(detail.isoforms) < 2:
        return ""
    canonical = next((one.id for one in detail.isoforms if one.canonical), "")
    return f"{len(detail.isoforms)}" + (f", canonical {canonical}" if canonical else "")


def _type(profile: GeneProfile) -> Fact:
    kind = locus_type(profile.gene.locus_type)
    return Fact("Gene type", escape(f"{kind.short}: {kind.meaning}."))


def _function(profile: GeneProfile) -> Fact | None:
    said = next(filter(None, (in_short(one.comments) for one in profile.proteins)), "")
    return Fact("Function", said) if said else None


def _names(profile: GeneProfile, kind: str, label: str) -> Fact | None:
    texts = unique(name.text for name in profile.names if name.kind == kind)
    return Fact(label, escape(and_more(texts, _NAMES_SHOWN))) if texts else None


def _protein(profile: GeneProfile) -> tuple[Fact, ...]:
    if not profile.proteins:
        return ()
    detail, *others = profile.proteins
    protein = detail.protein
    name = link_to(Place(Kind.PROTEIN, protein.id), protein.name)
    if others:
        further = ", ".join(link_to(Place(Kind.PROTEIN, one.protein.id), one.protein.accession) for one in others[:4])
        name += f"; also {further}" + (f" and {len(others) - 4} more" if len(others) > 4 else "")
    facts = [Fact("Protein", name, protein_line(protein))]
    isoforms = isoform_words(detail)
    if isoforms:
        facts.append(Fact("Isoforms", escape(isoforms)))
    if protein.family:
        facts.append(Fact("Family", escape(sentence(protein.family).rstrip("."))))
    return tuple(facts)


def _transcripts(profile: GeneProfile) -> Fact | None:
    if not profile.transcripts:
        return None
    first = min(profile.transcripts, key=lambda one: (not one.mane_select, not one.canonical))
    more = len(profile.transcripts) - 1
    rest = f"; {link(way_to_section('Transcripts'), f'{more} more')}" if more else ""
    return Fact("Transcript", escape(_transcript(first)) + rest)


def _transcript(one: Transcript) -> str:
    parts = [
        f"{one.id} (MANE Select)" if one.mane_select else one.id,
        counted(one.exon_count, "exon") if one.exon_count else "",
        counted(one.length, "base") if one.length else "",
    ]
    return ", ".join(part for part in parts if part)


def _partners(profile: GeneProfile) -> Fact | None:
    best = sorted(profile.interactions, key=lambda pair: -(pair[0].score or 0.0))
    partners = list(dict.fromkeys((gene.id, gene.symbol) for _, gene in best))
    if not partners:
        return None
    texts = [link_to(Place(Kind.GENE, gene), symbol) for gene, symbol in partners]
    return Fact("Partners", and_more(texts, _PARTNERS_SHOWN))


def _disease(profile: GeneProfile) -> Fact | None:
    ordered = sorted(profile.diseases, key=lambda one: not any(tie.kind in _CAUSES for tie in one.associations))
    named: dict[str, Disease] = {}
    for one in ordered:
        named.setdefault(one.disease.name.casefold(), one.disease)
    texts = [link_to(Place(Kind.DISEASE, one.id), one.name) for one in named.values()]
    if not texts:
        return None
    more = len(texts) - _DISEASES_SHOWN
    shown = "; ".join(texts if more <= 1 else texts[:_DISEASES_SHOWN])
    if more > 1:
        words = f"and {more} more".replace(" ", "\u00a0")
        shown += f"; {link(way_to_section('Diseases'), words)}"
    return Fact("Disease", shown)


def _homologies(profile: GeneProfile) -> Fact | None:
    grouped: dict[tuple[str, str, str], list[str]] = {}
    for one in profile.homologies:
        said = f"{one.relative} {short_number(one.identity)} %"
        grouped.setdefault((one.species, one.molecule, one.publication), []).append(said)
    lines = [_alike(*key, relatives) for key, relatives in grouped.items()]
    return Fact("Resembles", "<br>".join(lines)) if lines else None


def _differences(profile: GeneProfile) -> Fact | None:
    lines = [f"≠&nbsp;{escape(line)}" for line in differing(profile.differences, profile.sources)]
    return Fact("Sources differ", "<br>".join(lines)) if lines else None


def _alike(species: str, molecule: str, publication: str, relatives: list[str]) -> str:
    place = place_of(publication)
    paper = f' <span class="small">{link(way_to(place), in_one_piece(publication))}</span>' if place else ""
    return f"{escape(', '.join(relatives))} identical in {escape(molecule)}, <i>{escape(species)}</i>{paper}"
