"""Parts of an entry from XML and JSON, said as flat text says them: all formats give the same records."""

from collections.abc import Iterable, Mapping, Sequence

from atlasview.records.lists import listed_authors
from atlasview.records.packing import Packed
from atlasview.sources.uniprot.comment_texts import Fields, shown
from atlasview.sources.uniprot.entry import Entry, EntryFault, Said, publication
from atlasview.sources.uniprot.evidence import together
from atlasview.sources.uniprot.features import described, position

KEYS = {
    "active site": "ACT_SITE",
    "alternative sequence": "VAR_SEQ",
    "beta strand": "STRAND",
    "binding site": "BINDING",
    "calcium binding": "CA_BIND",
    "calcium-binding region": "CA_BIND",
    "chain": "CHAIN",
    "coiled coil": "COILED",
    "coiled-coil region": "COILED",
    "compositional bias": "COMPBIAS",
    "compositionally biased region": "COMPBIAS",
    "cross-link": "CROSSLNK",
    "disulfide bond": "DISULFID",
    "dna binding": "DNA_BIND",
    "dna-binding region": "DNA_BIND",
    "domain": "DOMAIN",
    "glycosylation": "CARBOHYD",
    "glycosylation site": "CARBOHYD",
    "helix": "HELIX",
    "initiator methionine": "INIT_MET",
    "intramembrane": "INTRAMEM",
    "intramembrane region": "INTRAMEM",
    "lipid moiety-binding region": "LIPID",
    "lipidation": "LIPID",
    "metal binding": "METAL",
    "metal ion-binding site": "METAL",
    "modified residue": "MOD_RES",
    "motif": "MOTIF",
    "mutagenesis": "MUTAGEN",
    "mutagenesis site": "MUTAGEN",
    "natural variant": "VARIANT",
    "non-adjacent residues": "NON_CONS",
    "non-consecutive residues": "NON_CONS",
    "non-standard amino acid": "NON_STD",
    "non-standard residue": "NON_STD",
    "non-terminal residue": "NON_TER",
    "nucleotide binding": "NP_BIND",
    "nucleotide phosphate-binding region": "NP_BIND",
    "peptide": "PEPTIDE",
    "propeptide": "PROPEP",
    "region": "REGION",
    "region of interest": "REGION",
    "repeat": "REPEAT",
    "sequence conflict": "CONFLICT",
    "sequence uncertainty": "UNSURE",
    "sequence variant": "VARIANT",
    "short sequence motif": "MOTIF",
    "signal": "SIGNAL",
    "signal peptide": "SIGNAL",
    "site": "SITE",
    "splice variant": "VAR_SEQ",
    "strand": "STRAND",
    "topological domain": "TOPO_DOM",
    "transit peptide": "TRANSIT",
    "transmembrane": "TRANSMEM",
    "transmembrane region": "TRANSMEM",
    "turn": "TURN",
    "unsure residue": "UNSURE",
    "zinc finger": "ZN_FING",
    "zinc finger region": "ZN_FING",
}
"""Feature keys of flat text by the words of XML and JSON, in small letters."""
_IN_BRACKETS = ("VAR_SEQ", "VARIANT", "CONFLICT")
_NO_JOURNALS = {"submission", "patent", "thesis", "unpublished observations"}
_NO_PAGES = ("0", "0-0")
_CAPITALS = ("Golgi", "Cajal", "Gemini", "Herring", "Nissl")
_MONTHS = frozenset("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split())


def feature_key(kind: str) -> str:
    """The key of a kind of features. Raises EntryFault for a kind that UniProt is not known to have."""
    key = KEYS.get(kind.lower())
    if key is None:
        raise EntryFault("a kind of features that is not known", kind)
    return key


def feature(
    entry: Entry,
    key: str,
    sequence: str,
    ends: tuple[str, str],
    description: str,
    identifier: str,
    evidence: str,
) -> Packed:
    """The next feature of an entry, packed; `ends` as flat text writes them (`<1`, `?30`), `sequence` empty for its
    own."""
    start_sign, start = position(ends[0])
    end_sign, end = position(ends[1])
    return (
        entry.id,
        sequence or entry.accession,
        len(entry.features) + 1,
        key,
        start,
        end,
        start_sign,
        end_sign,
        description,
        identifier,
        evidence,
        entry.source,
    )


def described_change(key: str, original: str, others: Sequence[str], description: str) -> str:
    """`A -> D (in dbSNP:rs1)` or `K->A,R: Loss.`, `Missing` where nothing comes instead."""
    if key == "MUTAGEN":
        change = f"{original}->{','.join(others)}" if others else "Missing"
        return f"{change}: {description}" if description else change
    change = f"{original} -> {' or '.join(others)}" if others else "Missing"
    said = description[:1].lower() + description[1:].removesuffix(".") if description else ""
    return f"{change} ({said})" if said else change


def is_change(key: str) -> bool:
    """Whether features of this key say what residues become."""
    return key == "MUTAGEN" or key in _IN_BRACKETS


def described_binding(ligand: Mapping[str, str], part: str, note: str) -> str:
    """What is bound: `name`, `label` and `note` of a ligand, the part of it, and a note of the feature."""
    given = {"ligand": ligand.get("name", ""), "ligand_label": ligand.get("label", ""), "ligand_part": part}
    return described({**given, "ligand_note": ligand.get("note", ""), "note": note})


def location_text(parts: Sequence[str]) -> str:
    """`Cytoplasm, cytosol` of the parts of a location that XML gives one by one."""
    first, *rest = parts
    return ", ".join((first, *(_small(part) for part in rest)))


def places_text(places: Iterable[Sequence[str]], note: str) -> str:
    """Text of a comment on subcellular locations: location, topology and orientation of each, and a note."""
    said = [f"{'; '.join(part for part in place if part)}." for place in places]
    if note:
        said.append(f"Note={full_stop(note)}")
    return " ".join(said)


def disease_text(name: str, acronym: str, mim: str, definition: str, note: str) -> str:
    """Text of a comment on a disease."""
    head = f"{name} ({acronym})" if acronym else name
    head += f" [MIM:{mim}]" if mim else ""
    said = f"{head}: {definition}" if name else ""
    return f"{said} Note={full_stop(note)}".strip() if note else said


def full_stop(text: str) -> str:
    """A text that ends as sentences do; flat text and XML have the full stop that JSON leaves out."""
    return text if not text or text[-1] in ".!?" else f"{text}."


def say(entry: Entry, topic: str, molecule: str, text: str, evidence: Iterable[str]) -> None:
    """Add a comment to an entry."""
    if text:
        entry.comments.append(Said(topic, molecule, text, together(evidence)))


def say_fields(entry: Entry, topic: str, molecule: str, fields: Fields, evidence: Iterable[str]) -> None:
    """Add a comment made of fields to an entry; empty ones are left out."""
    kept = [(key, value) for key, value in fields if value or key.endswith(":")]
    say(entry, topic, molecule, shown(topic, kept), evidence)


def scope(parts: Sequence[str]) -> str:
    """What a paper is cited for, as flat text lists it: `FUNCTION, SUBUNIT, AND INDUCTION`."""
    return f"{', '.join(parts[:-1])}, AND {parts[-1]}" if len(parts) > 1 else "".join(parts)


def cited(own: str, source: str, kind: str, given: Mapping[str, str], authors: Iterable[str]) -> Packed:
    """A paper by its fields: pmid, doi, title, date, journal, volume, first, last, locator, db, number, institute,
    country. `own` is its name where it has no identifier."""
    first, last = given.get("first", ""), given.get("last", "")
    pages = given.get("locator", "") or (f"{first}-{last}" if last else first)
    volume = given.get("volume", "")
    return publication(
        own,
        given.get("pmid", ""),
        given.get("doi", "").lower(),
        given.get("title", ""),
        listed_authors(authors),
        (
            _journal(kind, given),
            year_of(given.get("date", "")),
            "" if volume == "0" else volume,
            "" if pages in _NO_PAGES else pages,
        ),
        source,
    )


def year_of(date: str) -> int | None:
    """Year of `1998`, `1998-05` or `MAY-1998`."""
    first, _, last = date.partition("-")
    year = last if first in _MONTHS else first
    return int(year) if len(year) == 4 and year.isdecimal() else None


def _journal(kind: str, given: Mapping[str, str]) -> str:
    if kind not in _NO_JOURNALS:
        return given.get("journal", "")
    if kind == "submission":
        return f"Submitted to {given.get('db', '')}".strip()
    if kind == "patent":
        return f"Patent {given.get('number', '')}".strip()
    if kind == "thesis":
        return ", ".join(part for part in ("Thesis", given.get("institute"), given.get("country")) if part)
    return "Unpublished observations"


def _small(part: str) -> str:
    """A part of a location as it stands behind others: its first letter small, unless that is part of a name."""
    if part.startswith(_CAPITALS) or not part[1:2].islower():
        return part
    return part[:1].lower() + part[1:]
