"""Features of an entry: places with their uncertainty, descriptions; FT lines of today and of before 2019."""

import re

from atlasview.records.packing import Packed
from atlasview.sources.uniprot.entry import EntryFault, misplaced
from atlasview.sources.uniprot.evidence import evidence_of, old_evidence, without_tags
from atlasview.sources.uniprot.wrapping import unwrapped

CHANGES = frozenset({"VAR_SEQ", "VARSPLIC", "VARIANT", "CONFLICT", "MUTAGEN"})
"""Keys whose description begins with residues and what they become; wrapped residues have no space between them."""
_CONTINUED = "\nFT                   "
_CHANGE = re.compile(r"(?P<ref>[A-Z][A-Z ]*?) ?-> ?(?P<alt>[A-Z][A-Z ]*?)(?P<rest>,? ?\(.*|$)", re.DOTALL)
_POSITION = re.compile(r"([<>?]?)(\d{0,9})", re.ASCII)
_OTHER_LINE = re.compile(r"\n(?!FT   )")
_FEATURE = re.compile(
    r"\n(?:FT   (?:([A-Z_]+) +([0-9]{1,9})(?:\.\.([0-9]{1,9}))?"
    rf'(?:{_CONTINUED}/note="([^"]*)")?(?:{_CONTINUED}/evidence="([^"]*)")?(?:{_CONTINUED}/id="([^"\n]*)")?'
    rf"(?=\n(?!FT {{19}})|\Z)|([^\n]*(?:{_CONTINUED}[^\n]*)*))|)"
)
"""A feature as nine of ten are written since 2019, at a certain place of the entry's own sequence; else all of it.

Of a line of another kind it matches the beginning only."""
Place = tuple[int | None, int | None, str, str]


def features(text: str, protein: str, accession: str, source: str) -> list[Packed]:
    """The features on FT lines, which follow each other in `text`. Raises EntryFault where a place is none."""
    found: list[Packed] = []
    add = found.append
    ordinal = 0
    for key, one, last, said, tags, identifier, other in _FEATURE.findall(text):
        ordinal += 1
        if not one:
            if not other and _OTHER_LINE.search(text):
                raise misplaced(accession, "FT")
            add(_other_feature(other, protein, accession, ordinal, source))
            continue
        start = int(one)
        note = said if "\n" not in said else _whole(_one_line(said, accession), key)
        evidence = evidence_of(tags if "\n" not in tags else _one_line(tags, accession)) if tags else ""
        end = int(last) if last else start
        add((protein, accession, ordinal, key, start, end, "", "", note, identifier, evidence, source))
    return found


def _one_line(text: str, accession: str) -> str:
    whole = unwrapped(text, _CONTINUED)
    if "\n" in whole:  # lines of other margins
        if _OTHER_LINE.search(text):
            raise misplaced(accession, "FT")
        whole = unwrapped(whole)
    return whole


def _other_feature(text: str, protein: str, accession: str, ordinal: int, source: str) -> Packed:
    """A feature that is written in another way than most."""
    head, _, rest = text.replace(_CONTINUED, "\n ").partition("\n ")
    parts = head.split(None, 3)
    if len(parts) == 2:
        key, location = parts
        place, isoform = _place(location)
        said = _qualifiers(rest, key)
    elif len(parts) > 2:
        key, isoform = parts[0], ""
        place = _old_place(key, parts[1], parts[2])
        said = _old_description(parts[3] if len(parts) > 3 else "", rest, key)
    else:
        raise EntryFault("a feature without a place", head.strip())
    return (protein, isoform or accession, ordinal, key, *place, *said, source)


def _whole(note: str, key: str) -> str:
    """A note that ran over several lines, as it was before."""
    return _whole_residues(note) if key in CHANGES else note


def position(text: str) -> tuple[str, int | None]:
    """Sign and number of an end: `<1`, `?30`, `?`. Raises EntryFault where it is none."""
    found = _POSITION.fullmatch(text)
    if found is None or not text:
        raise EntryFault("a feature without a place", text)
    return found[1], int(found[2]) if found[2] else None


def described(given: dict[str, str]) -> str:
    """Description by qualifiers: what is bound (and which part of it), then notes."""
    ligand = " ".join(part for part in (given.get("ligand"), given.get("ligand_label")) if part)
    if part := given.get("ligand_part"):
        ligand = f"{part} of {ligand}"
    return "; ".join(text for text in (ligand, given.get("ligand_note"), given.get("note")) if text)


def _place(location: str) -> tuple[Place, str]:
    isoform, _, location = location.rpartition(":")
    start, dots, end = location.partition("..")
    if start.isdecimal() and (end.isdecimal() or not dots) and len(location) < 20 and location.isascii():
        first = int(start)
        return (first, int(end) if dots else first, "", ""), isoform
    start_sign, one = position(start)
    end_sign, last = position(end) if dots else (start_sign, one)
    return (one, last, start_sign, end_sign), isoform


def _old_place(key: str, start: str, end: str) -> Place:
    start_sign, first = position(start)
    end_sign, last = position(end)
    if key == "INIT_MET" and first == last == 0:
        return None, None, "?", "?"  # the methionine that old entries counted from is not part of their sequence
    return first, last, start_sign, end_sign


def _qualifiers(text: str, key: str) -> tuple[str, str, str]:
    """Description, identifier and evidence of a feature whose qualifiers stand on lines of their own."""
    given: dict[str, str] = {}
    name = ""
    for part in text.removesuffix('"').split('"\n /'):
        word, sign, value = part.partition('="')
        if sign and word.isidentifier():
            name = word
            given[name] = value
        elif sign and word[:1] == "/":
            name = word[1:]
            given[name] = value
        elif name:
            given[name] += f'"\n /{part}'
    evidence = evidence_of(given.pop("evidence")) if "evidence" in given else ""
    identifier = given.pop("id", "")
    note = described(given) if len(given) > 1 or (given and "note" not in given) else given.get("note", "")
    if "\n" in note:
        note = _whole(unwrapped(note, "\n "), key)
    return note.replace('""', '"'), identifier, evidence


def _old_description(start: str, rest: str, key: str) -> tuple[str, str, str]:
    """Description (without full stop), identifier and evidence of a feature in columns; `/FTId=` has its own line."""
    lines = [start.strip(), *map(str.strip, rest.split("\n"))]
    identifier = ""
    kept = []
    for line in lines:
        if line.startswith("/FTId="):
            identifier = line[6:].rstrip(".")
        elif line:
            kept.append(line)
    text, evidence = without_tags(unwrapped("\n".join(kept)))
    text = text.removesuffix(".")
    if key in CHANGES and len(kept) > 1:
        text = _whole_residues(text)
    return text, identifier, evidence or old_evidence(text)


def _whole_residues(text: str) -> str:
    found = _CHANGE.match(text)
    if found is None:
        return text
    return f"{found['ref'].replace(' ', '')} -> {found['alt'].replace(' ', '')}{found['rest']}"
