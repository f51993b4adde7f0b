"""The one thing that a name means, for the command line: found, not found, or ambiguous."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search.candidates import Candidate
from atlasview.atlas.search.exact import products
from atlasview.atlas.search.fields import Tier
from atlasview.atlas.search.find import alike, certainly, partly
from atlasview.atlas.search.ranking import best, hits
from atlasview.atlas.search.residues import at_variants, pointed_hits
from atlasview.atlas.search.spelling import clean
from atlasview.atlas.search.typed import Pointed, limited, pointed
from atlasview.records.hit import Hit
from atlasview.records.place import Kind, Place, Residues
from atlasview.records.trouble import Ambiguous, NotFound
from atlasview.records.written_change import dna_part, is_on_chromosome

_MOST = 40
_NAMED_AS_NEAR = 5
_BY_WORDS = (Tier.NAME_BEGINS, Tier.WORD)
"""A name is meant also by its beginning or its words, where only one thing has them. A symbol must be whole: CXCL1 is
not CXCL13, and FOXP3 not a pathway in whose name it stands. The words of texts and similar spellings are guesses."""


def resolve(reader: AtlasReader, text: str) -> Place:
    """The place that a text means: the one thing in the highest tier that holds any.

    Raises Ambiguous where that tier holds several, and NotFound, with the nearest names, where no tier holds any, and
    where a change is named whose residue is another one on the sequence (`IL7R A185C`).
    """
    query = clean(text)
    asked = pointed(query)
    certain = best(certainly(reader, query))
    if asked and not certain and (head := best(certainly(reader, asked.place))):
        return _at_residues(reader, _only(reader, head, asked.place), asked)
    if not certain and not asked and (dna := dna_part(query)):
        raise NotFound(f"{dna[1]} is a change of DNA", dna[0], "name the change of the protein that comes of it (p.…)")
    candidates = certain or best(partly(reader, query, _MOST)[0])
    if not candidates or (not certain and (candidates[0].tier not in _BY_WORDS or _is_like_a_symbol(query))):
        raise _not_found(reader, query, candidates)
    (hit,) = at_variants(reader, (_only(reader, candidates, query),))
    return _place(hit, hit.residues)


def _is_like_a_symbol(query: str) -> bool:
    """Whether this is one word in capitals or with a digit, as symbols and identifiers are."""
    return " " not in query and (query.isupper() or any(map(str.isdigit, query)))


def _only(reader: AtlasReader, candidates: list[Candidate], query: str) -> Hit:
    """The one thing of the best tier."""
    first = candidates[0]
    tied = [one for one in candidates if one.tier is first.tier and one.order == first.order]
    if len(tied) > 1:
        tied = _without_products(reader, tied)
    found = hits(reader, tied)
    if len(found) > 1:
        listed = tuple((hit.id, hit.symbol if hit.kind is Kind.GENE else hit.name) for hit in found)
        raise Ambiguous(f"“{limited(query)[0]}” may mean {len(found)} things in this atlas", listed)
    return found[0]


def _without_products(reader: AtlasReader, tied: list[Candidate]) -> list[Candidate]:
    """A gene and its own proteins under one name are no choice: the gene's page shows them."""
    made = products(reader, tied)
    return [one for one in tied if one.subject not in made]


def _place(hit: Hit, residues: Residues | None = None) -> Place:
    label = hit.symbol if hit.kind is Kind.GENE else hit.name
    return Place(hit.kind, hit.id, label, residues=residues)


def _at_residues(reader: AtlasReader, hit: Hit, asked: Pointed) -> Place:
    pointing, note = pointed_hits(reader, (hit,), asked)
    first = asked.residues.start
    if not pointing:
        raise NotFound(f"{hit.name} has no residues", hit.id, "leave them out, or name a gene or protein")
    if pointing[0].residues is None:
        raise NotFound(note.rstrip("."), hit.id, "name residues within the sequence")
    if note:
        told = f"{note[:1].lower()}{note[1:]}".rstrip(".")
        raise NotFound(told, hit.id, f"name what stands there, or its number alone: {asked.place} {first}")
    return _place(hit, asked.residues)


def _not_found(reader: AtlasReader, query: str, candidates: list[Candidate]) -> NotFound:
    if is_on_chromosome(query):
        remedy = "name the gene, or the change of its protein"
        return NotFound("places on a chromosome are not looked up", query, remedy)
    named = [one for one in candidates if one.tier < Tier.TEXT]
    near = best([*named, *alike(reader, query)])[:_NAMED_AS_NEAR]
    names = (f"{hit.symbol} ({hit.name})" if hit.symbol else hit.name for hit in hits(reader, near))
    listed = "; ".join(dict.fromkeys(names))
    remedy = (
        f"did you mean {listed}?"
        if listed
        else "check the spelling, or search by a symbol, an alias, an identifier or a word of a name"
    )
    words, kind = limited(query)
    shown = words if len(words) <= 60 else f"{words[:59]}…"
    wanted = f"no {kind.value.replace('_', ' ')}" if kind else "nothing"
    return NotFound(f"{wanted} in this atlas is called “{shown}”", remedy=remedy)
