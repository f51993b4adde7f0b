"""Damage of every kind to files of UniProt: nothing crashes or hangs, what is taken holds together."""

import gzip
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlasview.records.protein import Feature, Protein
from atlasview.records.sequence import crc64
from atlasview.records.trouble import InputRefused
from atlasview.sources import idmapping, uniprot_fasta, uniprot_json, uniprot_text, uniprot_tsv, uniprot_vocabularies
from atlasview.sources import uniprot_xml as xml
from atlasview.sources.format import Format, Turn
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Taken
from tests.sources.outcomes import told, written

FILES = Path(__file__).parent / "files"
DAMAGES = 40
"""Of each file in a sample; the long check does a hundred times as many."""
FROM_SHARED: tuple[tuple[str, Format], ...] = (
    ("entries/Q9HBE4.txt", uniprot_text.FORMATS[0]),
    ("multi_ex/multi_ex.txt", uniprot_text.FORMATS[0]),
    ("entries/P16871.txt", uniprot_text.FORMATS[0]),
    ("multi_ex/multi_ex.xml", xml.FORMATS[0]),
    ("json/O00115.json", uniprot_json.FORMATS[0]),
    ("multi_ex/multi_ex.fasta", uniprot_fasta.FORMATS[0]),
    ("uniprot_human_reviewed_gene_names.tsv.gz", uniprot_tsv.FORMATS[0]),
    ("HUMAN_9606_idmapping.dat.gz", idmapping.FORMATS[0]),
    *((f"{name}.txt.gz", form) for name, form in zip(
        ("keywlist", "subcell", "humdisease_extract"), uniprot_vocabularies.FORMATS, strict=True
    )),
)  # fmt: skip


def flipped(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def swapped_signs(data: bytearray, chance: random.Random) -> None:
    """Signs that mean something to a reader, where they are not expected."""
    for _ in range(chance.randint(1, 10)):
        data[chance.randrange(len(data))] = chance.choice(b';:.,-{}[]()/"|=<>?\t\n 09AZ')


def cut(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, 400)]


def cut_off(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(1, len(data)) :]


def on_lines(change: Callable[[list[bytes], random.Random], None]) -> Callable[[bytearray, random.Random], None]:
    def damage(data: bytearray, chance: random.Random) -> None:
        lines = bytes(data).split(b"\n")
        for _ in range(chance.randint(1, 5)):
            change(lines, chance)
        data[:] = b"\n".join(lines)

    return damage


def doubled(lines: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines.insert(at, lines[at])


def lost(lines: list[bytes], chance: random.Random) -> None:
    if len(lines) > 1:
        del lines[chance.randrange(len(lines))]


def shuffled(lines: list[bytes], chance: random.Random) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def shortened(lines: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = lines[at][: chance.randint(0, 30)]


WAYS = (
    flipped,
    swapped_signs,
    cut,
    cut_off,
    *(on_lines(change) for change in (doubled, lost, shuffled, shortened)),
)


def assert_sound(path: Path, form: Format) -> str:
    """Read a file; returns `read` or `refused`. Anything but outcomes or a refusal fails."""
    try:
        with SourceFile(path, source="u", taxon=None) as file:
            for outcome in form.read(file):
                if isinstance(outcome, Taken):
                    assert_whole(outcome)
                else:
                    assert outcome.reason
                    assert outcome.line >= 1
    except InputRefused:
        return "refused"
    return "read"


def assert_whole(taken: Taken) -> None:
    proteins = [one for one in taken.records if isinstance(one, Protein)]
    lengths = {one.accession: one.length for one in proteins}
    for protein in proteins:
        assert crc64(protein.sequence) == protein.crc64
    for feature in (one for one in taken.records if isinstance(one, Feature)):
        limit = lengths.get(feature.sequence, 10**6)
        assert feature.start is None or 1 <= feature.start <= limit
        assert feature.end is None or (feature.start or 1) <= feature.end <= limit
    for record in taken.records:
        hash(record)  # lists or dictionaries where texts belong would not be hashable


@pytest.mark.shared
@pytest.mark.soak
@pytest.mark.parametrize(("name", "form"), FROM_SHARED, ids=[name for name, _form in FROM_SHARED])
@pytest.mark.timeout(600)
def test_damaged_real_files(shared: Path, tmp_path: Path, soak: bool, name: str, form: Format):
    whole = (shared / "data" / "uniprot" / name).read_bytes()
    whole = gzip.decompress(whole) if name.endswith(".gz") else whole
    if form.turn != Turn.PROTEINS:
        whole = whole[:20_000]  # rows and terms are all alike
    ends = Counter[str]()
    path = tmp_path / "damaged"
    for number in range(DAMAGES * 100 if soak else DAMAGES):
        chance = random.Random(f"{name} {number}")
        data = bytearray(whole)
        chance.choice(WAYS)(data, chance)
        path.write_bytes(bytes(data))
        try:
            ends[assert_sound(path, form)] += 1
        except Exception as error:
            raise AssertionError(f"damage no. {number} of {name}") from error
    assert ends["read"] or form.key in {"uniprot-xml", "uniprot-json"}, ends


KNOWN = [line for name in ("2005", "2025") for line in (FILES / f"uniprot_of_{name}.txt").read_text().splitlines()]
CODES = "ID AC DT DE GN OS OX RN RP RX RA RT RL CC DR PE KW FT SQ".split()
TRAPS = [
    "//",
    "",
    "CC   -!- FUNCTION: [",
    "CC   -!- DISEASE: A (B) [MIM:",
    "CC   -!- ALTERNATIVE PRODUCTS: IsoId=A; Name=",
    'FT                   /note="',
    "FT   SITE",
    "DR   GO; GO:1",
    "RN   [x]",
]
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
LINES = st.lists(
    st.one_of(
        st.sampled_from(KNOWN), st.builds("{}   {}".format, st.sampled_from(CODES), TEXTS), st.sampled_from(TRAPS)
    ),
    max_size=60,
)


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_lines_in_any_order(tmp_path: Path, soak: bool):
    path = tmp_path / "lines.txt"
    start = (FILES / "uniprot_of_2025.txt").read_text()

    @settings(max_examples=20_000 if soak else 150, database=None, derandomize=True)
    @given(LINES)
    def check(lines: list[str]) -> None:
        head, _, tail = start.partition("CC   -!-")
        body = "\n".join(lines)
        path.write_text(f"{head}{body}\nCC   -!-{tail}{body}\n", encoding="utf-8")
        assert_sound(path, uniprot_text.FORMATS[0])

    check()


def test_a_file_whose_first_id_line_is_none_says_so(tmp_path: Path) -> None:
    whole = (Path(__file__).parent / "files/uniprot_of_2025.txt").read_text(encoding="utf-8")
    assert told(written(tmp_path, whole)) == "uniprot-text"
    wrong = whole.replace("ID   TEST_HUMAN              Reviewed;          20 AA.", "ID   TEST_HUMAN")
    assert wrong != whole
    assert told(written(tmp_path, wrong)) == "nearly UniProtKB flat text, but its first ID line is none"
