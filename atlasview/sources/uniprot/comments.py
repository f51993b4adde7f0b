"""Comments of an entry in flat text: CC lines."""

import re
from functools import lru_cache

from atlasview.sources.uniprot.comment_texts import Fields, shown
from atlasview.sources.uniprot.diseases import disease_of
from atlasview.sources.uniprot.entry import DescribedIsoform, Entry, Said, misplaced
from atlasview.sources.uniprot.evidence import old_evidence, without_tags
from atlasview.sources.uniprot.wrapping import unwrapped

_ACCESSION = re.compile(r"[A-Z0-9]+", re.ASCII)
_STRUCTURED = frozenset(
    {
        "BIOPHYSICOCHEMICAL PROPERTIES",
        "CATALYTIC ACTIVITY",
        "COFACTOR",
        "MASS SPECTROMETRY",
        "RNA EDITING",
        "SEQUENCE CAUTION",
        "WEB RESOURCE",
    }
)
_FIELD = re.compile(r"[A-Z][A-Za-z_]*=|(?:Kinetic parameters|[A-Za-z]+ dependence|Absorption|Redox potential):")
_ISOFORM_KEYS = frozenset({"Event", "Named isoforms", "Comment", "Name", "Synonyms", "IsoId", "Sequence", "Note"})
_RULE = "\nCC   -----"
_OTHER_LINE = re.compile(r"\n(?!CC   )")
_CONTINUED = "\nCC       "
_NO_ACCESSIONS = ("PRO_", "Self")
_FORMS = {"Displayed": "displayed", "External": "external", "Not described": "not described"}


def read_comments(text: str, entry: Entry) -> None:
    """Take the comments on CC lines, which follow each other in `text`, into the entry.

    Raises EntryFault where lines of another kind stand between them.
    """
    text, rule, rest = text.partition(_RULE)
    first, *blocks = text.split("\nCC   -!- ")
    _check_lines(first + rule + rest, entry)
    for block in blocks:
        topic, _, said = block.partition(":")
        if topic == "INTERACTION":
            _partners(said, entry)
        elif topic == "ALTERNATIVE PRODUCTS":
            entry.isoforms += isoforms(without_tags(_one_line(said, entry))[0])
        elif "\n" in topic:
            topic, _, said = _one_line(block, entry).partition(":")
            _comment(topic, said.strip(), entry)
        else:
            _comment(topic, _one_line(said, entry), entry)


def _one_line(said: str, entry: Entry) -> str:
    """A comment without its margin."""
    text = unwrapped(said.replace("\nCC         ", _CONTINUED), _CONTINUED)
    if "\n" in text:  # lines of other margins
        _check_lines(said, entry)
        text = unwrapped(text.replace("\nCC", "\n"))
    return text.strip()


def _check_lines(text: str, entry: Entry) -> None:
    if _OTHER_LINE.search(text):
        raise misplaced(entry.accession, "CC")


def _comment(topic: str, said: str, entry: Entry) -> None:
    molecule = ""
    if said.startswith("[") and (end := said.find("]: ")) > 0:
        molecule, said = said[1:end], said[end + 3 :]
    text, evidence = without_tags(said)
    if topic in _STRUCTURED:
        text = _structured(topic, text)
    elif topic == "DISEASE":
        entry.diseases.append(disease_of(text, said))
    elif topic == "SUBCELLULAR LOCATION":
        entry.locations += locations(said)
    entry.comments.append(Said(topic, molecule, text, evidence))


@lru_cache(maxsize=4_000)
def _structured(topic: str, text: str) -> str:
    return shown(topic, fields_of(text))


def locations(said: str) -> list[tuple[str, str]]:
    """Places that a comment on subcellular locations names, with what each rests on; `said` has its evidence tags."""
    found = []
    for part in said.partition("Note=")[0].strip().removesuffix(".").split(". "):
        name, evidence = without_tags(part.partition("; ")[0])
        words = old_evidence(name)
        name = name.strip(" .")
        if words:
            name = name.rpartition(" (")[0]
        if name:
            found.append((name, evidence or words))
    return found


def fields_of(text: str) -> Fields:
    """Name and value of each field of a structured comment; an old one, in plain words, is one without a name."""
    found: list[tuple[str, str]] = []
    for part in map(str.strip, text.split(";")):
        while (start := _FIELD.match(part)) and start[0].endswith(":"):
            found.append((start[0], ""))
            part = part[start.end() :].strip()  # noqa: PLW2901
        key, sign, value = part.partition("=") if _FIELD.match(part) else ("", "", part)
        if sign and key == "Evidence":
            continue
        if sign or (part and not found):
            found.append((key, value))
        elif part:
            found[-1] = (found[-1][0], f"{found[-1][1]}; {part}".removeprefix("; "))
    return found


def isoforms(text: str) -> list[DescribedIsoform]:
    """Isoforms that the text of a comment on alternative products names."""
    found: list[dict[str, str]] = []
    key = ""
    for part in text.split(";"):
        name, sign, value = part.strip().partition("=")
        if sign and name in _ISOFORM_KEYS:
            key = name
            if key == "Name":
                found.append({})
            if found:
                found[-1][key] = value.strip()
        elif found and key in found[-1] and part.strip():
            found[-1][key] += f"; {part.strip()}"
    return [_isoform(one) for one in found if one.get("IsoId")]


def _isoform(given: dict[str, str]) -> DescribedIsoform:
    said = given.get("Sequence", "")
    differences = tuple(part.strip() for part in said.split(",")) if said.startswith("VSP_") else ()
    return DescribedIsoform(
        id=given["IsoId"].partition(",")[0].strip(),
        name=given["Name"],
        synonyms=tuple(one for one in map(str.strip, given.get("Synonyms", "").split(", ")) if one),
        form="described" if differences else _FORMS.get(said, said.lower()),
        differences=differences,
        note=given.get("Note", "").rstrip("."),
    )


def _partners(lines: str, entry: Entry) -> None:
    """`P62330; O00213: APBB1; NbExp=9; IntAct=EBI-638181, EBI-81694;`, before 2019 without the first accession."""
    found = list[tuple[str, str, int]]()
    first, *others = lines.split(_CONTINUED)
    for line in others or (first,):
        before, _, after = line.partition("; NbExp=")
        own, sign, partner = before.removesuffix("; Xeno").partition("; ")
        number = after.partition(";")[0]
        one, other = _accession(own), _accession(partner)
        if first or "\n" in line or "; " in partner or not (sign and one and other and number.isdecimal()):
            _odd_partners(_one_line(lines, entry), entry)
            return
        found.append((one, other, int(number)))
    entry.partners += found


@lru_cache(maxsize=20_000)
def _accession(said: str) -> str:
    """Accession of `O60271-2: SPAG9`, empty where there is more to it."""
    found = None if said.startswith(_NO_ACCESSIONS) else _ACCESSION.match(said)
    return found[0] if found else ""


def _odd_partners(text: str, entry: Entry) -> None:
    """Partners of which one is a part of a protein, the protein itself, or said in the way of old."""
    before, *others = text.split("; NbExp=")
    for other in others:
        number, _, after = other.partition(";")
        parts = before.removesuffix("; Xeno").split("; ")
        partner = _interactant(parts[-1], entry)
        own = _interactant(parts[-2], entry) if len(parts) > 1 else entry.accession
        if own and partner and number.isdecimal() and len(number) < 10:
            entry.partners.append((own, partner, int(number)))
        before = after.partition(";")[2].strip()


def _interactant(said: str, entry: Entry) -> str:
    """Accession of `O60271-2: SPAG9` or `PRO_0000449632 [P0DTD1]: rep`; a chain without one is of the entry itself."""
    if said.startswith("PRO_"):
        accession = said.partition(" [")[2].partition("]")[0] or entry.accession
    else:
        accession = entry.accession if said.startswith("Self") else said
    found = _ACCESSION.match(accession)
    return found[0] if found else ""
