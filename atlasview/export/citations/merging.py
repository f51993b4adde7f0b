"""One paper that several pages or sources cite is one reference."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace

from atlasview.export.citations.authors import Group, parse_authors
from atlasview.export.citations.reference import cleaned, plain_doi, without_stop
from atlasview.records.publication import Publication, given_title


def merged(papers: Iterable[Publication]) -> tuple[Publication, ...]:
    """Papers without duplicates, each at its first place, with gaps filled from its duplicates.

    Two papers are one by the atlas's identifier or PMID; else, where not both have one, by DOI; else, where not both
    have one, by title. Titles count without case, punctuation and spaces, and not where two years, journals or first
    authors are given and differ. What a paper without a title is called instead is none.
    """
    kept: list[Publication] = []
    places: dict[tuple[str, str], list[int]] = {}
    for paper in (replace(each, title=given_title(each)) for each in papers):
        keys = _keys(paper)
        candidates = [place for key in keys for place in places.get(key, ())]
        place = next((each for each in candidates if _same(kept[each], paper)), None)
        if place is None:
            place = len(kept)
            kept.append(paper)
        else:
            kept[place] = _filled(kept[place], paper)
        for key in _keys(kept[place]):
            known = places.setdefault(key, [])
            if place not in known:
                known.append(place)
    return tuple(kept)


def _keys(paper: Publication) -> list[tuple[str, str]]:
    keys = (
        ("id", paper.id),
        ("pmid", paper.pmid.strip()),
        ("doi", plain_doi(paper.doi)),
        ("title", _letters(paper.title)),
    )
    return [key for key in keys if key[1]]


def _same(one: Publication, other: Publication) -> bool:
    if one.id == other.id:
        return True
    if one.pmid.strip() and other.pmid.strip():
        return one.pmid.strip() == other.pmid.strip()
    if one.doi and other.doi:
        return plain_doi(one.doi) == plain_doi(other.doi)
    if not _letters(one.title) or _letters(one.title) != _letters(other.title):
        return False
    journals = {_letters(each.journal) for each in (one, other) if each.journal}
    years = {each.year for each in (one, other) if each.year is not None}
    return max(len(years), len(journals), len({*_first_author(one), *_first_author(other)})) < 2


def _first_author(paper: Publication) -> Iterator[str]:
    """The surname of the first author, where one is listed."""
    for author in parse_authors(paper.authors).listed[:1]:
        yield _letters(author.name if isinstance(author, Group) else author.surname)


def _filled(kept: Publication, duplicate: Publication) -> Publication:
    """What the first one does not know is taken from the second; a whole list of authors replaces a shortened one."""
    gaps = {
        field.name: getattr(duplicate, field.name)
        for field in fields(Publication)
        if getattr(kept, field.name) in ("", None, ())
    }
    if parse_authors(kept.authors).shortened and duplicate.authors and not parse_authors(duplicate.authors).shortened:
        gaps["authors"] = duplicate.authors
    return replace(kept, **gaps)


def _letters(text: str) -> str:
    return "".join(sign for sign in without_stop(cleaned(text)).casefold() if sign.isalnum())
