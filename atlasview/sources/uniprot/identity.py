"""What an entry in flat text is of: ID, DT, OS and OX lines."""

import re

from atlasview.sources.uniprot.entry import Entry, EntryFault

_MONTHS = dict(zip("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), range(1, 13), strict=True))
_HEAD = re.compile(r"ID   (\S+) +(Reviewed|Unreviewed|STANDARD|PRELIMINARY); +(?:PRT; +)?(\d{1,9}) AA\.?$")
_DATE = re.compile(r"(\d\d)-([A-Z]{3})-(\d{4})")
_TAXA = re.compile(r"^OX   NCBI_TaxID=(.*)$", re.MULTILINE)
_NUMBER = re.compile(r"(?<![\w|:.])\d{1,9}(?![\w|:.])", re.ASCII)
_PART_OF_NAME = ("(strain", "(isolate", "(serotype", "(subtype", "(serovar", "(biovar", "(subsp", "(pathovar")


def head_line(line: str) -> tuple[str, bool, int]:
    """Entry name, whether reviewed, and length. Raises EntryFault where the line is no ID line."""
    found = _HEAD.match(line.rstrip())
    if found is None:
        raise EntryFault("an ID line that is none", line[:80])
    return found[1], found[2] in {"Reviewed", "STANDARD"}, int(found[3])


def taxa(block: str) -> tuple[int, ...]:
    """NCBI taxa on the OX line of an entry; before 2005 an entry could hold several. Raises EntryFault for none."""
    at = block.find("\nOX   NCBI_TaxID=")
    if at >= 0:
        end = block.find("\n", at + 1)
        text = block[at + 17 : end if end >= 0 else len(block)]
        number = text.partition(";")[0]
        if number.isdecimal() and number.isascii() and len(number) < 10:
            return (int(number),)
        found = tuple(map(int, _NUMBER.findall(text.partition("{")[0])))
        if found:
            return found
    raise EntryFault("an entry without its organism (OX line)", block[:40].partition("\n")[0])


def organism(text: str) -> str:
    """Scientific name on OS lines; what is in brackets is a common name, unless it tells a strain."""
    name, *rest = text.strip().removesuffix(".").split(" (")
    for part in rest:
        if not f"({part}".startswith(_PART_OF_NAME):
            break
        name += f" ({part}"
    return name


def iso_date(text: str) -> str:
    """`18-JUN-2025` as ISO 8601, empty where it is no date."""
    found = _DATE.match(text)
    if found is None or found[2] not in _MONTHS:
        return ""
    return f"{found[3]}-{_MONTHS[found[2]]:02}-{found[1]}"


def read_dates(lines: list[str], entry: Entry) -> None:
    """Versions and date by DT lines; lines before 2006 have dates only."""
    for line in lines:
        text = line[5:].rstrip().rstrip(".")
        if ", sequence version " in text:
            entry.sequence_version = _number(text)
        elif ", entry version " in text:
            entry.version, entry.date = _number(text), iso_date(text)
        elif "annotation update" in text or "sequence update" in text:
            entry.date = max(entry.date, iso_date(text))


def _number(text: str) -> int:
    digits = text.rpartition(" ")[2]
    return int(digits) if digits.isdecimal() and digits.isascii() and len(digits) < 10 else 0
