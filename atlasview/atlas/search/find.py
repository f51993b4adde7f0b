"""Search as a person types: what is found, why, in which order."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search.beginnings import beginning
from atlasview.atlas.search.candidates import Candidate
from atlasview.atlas.search.exact import made_by, named_in_full
from atlasview.atlas.search.fields import Tier
from atlasview.atlas.search.identifier_beginnings import identifiers_beginning
from atlasview.atlas.search.ranking import best, hits, of_kind, shared_out
from atlasview.atlas.search.residues import at_variants, pointed_hits
from atlasview.atlas.search.similar import similar
from atlasview.atlas.search.spelling import clean
from atlasview.atlas.search.texts import with_words
from atlasview.atlas.search.typed import Pointed, limited, pointed
from atlasview.records.hit import Hit, SearchResult
from atlasview.records.place import Kind
from atlasview.records.written_change import dna_part, gene_named, is_on_chromosome

FEW = 3
"""With fewer hits than these, similar spellings are looked up too."""

_NOTHING = "Nothing in this atlas is called “{}”. Try a symbol, an alias, an identifier, or a word of a name or title."
_ONLY_SIMILAR = "Nothing in this atlas is called “{}”; these are spelled alike."
_OF_DNA = "{} is a change of DNA; that of the protein (p.…) leads to the residue."
_ON_CHROMOSOME = "Places on a chromosome are not searched for. Name the gene, or the change of its protein (p.…)."
_UNREADABLE = "There is no letter or digit to search for."


def search(reader: AtlasReader, text: str, limit: int = 50) -> SearchResult:
    """Hits for whatever was typed, best first, at most `limit`. Nothing that can be typed is an error."""
    query = clean(text)
    if not query:
        return SearchResult(text, ())
    asked = pointed(query)
    certain = certainly(reader, query)
    if asked and not certain and (on_residues := _pointing(reader, asked, limit)):
        found, note = on_residues
        return SearchResult(text, found, note=note)
    if not certain and (dna := dna_part(query)):
        return _of_dna(reader, text, *dna, limit)
    possible, cut = _possibly(reader, query, limit, certain)
    ranked = best([*certain, *possible])
    chosen = shared_out(reader, ranked, limit)
    more = cut or len(ranked) > limit
    return SearchResult(text, at_variants(reader, hits(reader, chosen)), more, _note(query, chosen))


def _of_dna(reader: AtlasReader, text: str, place: str, change: str, limit: int) -> SearchResult:
    """What is named before a change of DNA, and that a change of DNA leads to no residue."""
    found = shared_out(reader, best(certainly(reader, gene_named(place))), limit) if place else []
    if place and not found:
        genomic = change.startswith("g.")
        return SearchResult(text, (), note=_ON_CHROMOSOME if genomic else _NOTHING.format(_shortened(place)))
    return SearchResult(text, hits(reader, found), note=_OF_DNA.format(change))


def certainly(reader: AtlasReader, query: str) -> list[Candidate]:
    """Things that the query names in full, by symbol, identifier, alias or name; proteins also by their gene's symbol.

    That symbol comes first: `protein: EGFR` is not the protein with the other name “EGFR-coamplified …”.
    """
    words, kind = limited(query)
    found = named_in_full(reader, query)
    if words != query:
        found += named_in_full(reader, words)
    if kind is Kind.PROTEIN:
        found += made_by(reader, found)
    return of_kind(reader, found, kind)


def partly(reader: AtlasReader, query: str, most: int) -> tuple[list[Candidate], bool]:
    """Things that a part of the query or of their names tells, and whether there are others that were left out."""
    words, kind = limited(query)
    begun, cut = beginning(reader, words, most)
    found = [*begun, *identifiers_beginning(reader, words), *with_words(reader, words, most)]
    return of_kind(reader, found, kind), bool(cut) if kind is None else kind in cut


def alike(reader: AtlasReader, query: str) -> list[Candidate]:
    """Things with a similar spelling."""
    words, kind = limited(query)
    return of_kind(reader, similar(reader, words), kind)


def _possibly(reader: AtlasReader, query: str, limit: int, certain: list[Candidate]) -> tuple[list[Candidate], bool]:
    found, cut = partly(reader, query, limit + 1)
    if len({one.subject for one in (*certain, *found)}) < FEW and not certain:
        found += alike(reader, query)
    return found, cut


def _pointing(reader: AtlasReader, asked: Pointed, limit: int) -> tuple[tuple[Hit, ...], str] | None:
    """Hits for the part of the query before the residues, None where it names nothing that has any."""
    found = shared_out(reader, best(certainly(reader, asked.place)), limit)
    pointing, note = pointed_hits(reader, hits(reader, found), asked)
    return (pointing, note) if pointing else None


def _note(query: str, chosen: list[Candidate]) -> str:
    if not any(map(str.isalnum, query)):
        return _UNREADABLE
    if not chosen:
        return _ON_CHROMOSOME if is_on_chromosome(query) else _NOTHING.format(_shortened(query))
    return _ONLY_SIMILAR.format(_shortened(query)) if chosen[0].tier is Tier.SIMILAR else ""


def _shortened(query: str) -> str:
    return query if len(query) <= 40 else f"{query[:39]}…"
