"""HGVS names of protein changes: one letter and three, written again as they were read."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlasview.sources.hgvs import (
    LETTERS,
    ProteinChange,
    by_grammar,
    in_one_letter,
    named_residue,
    protein_change,
    substitution,
    told_substitution,
)
from atlasview.sources.protein_variant import variant, words_of

_LETTERS = "ACDEFGHIKLMNPQRSTVWY"
_CODES = {letter: code for code, letter in LETTERS.items()}
residue = st.tuples(st.integers(1, 40_000), st.sampled_from(_LETTERS))
letters = st.text(st.sampled_from(_LETTERS), min_size=1, max_size=6)


@st.composite
def changes(draw: st.DrawFn) -> ProteinChange:
    start, first = draw(residue)
    end, last = start, first
    kind = draw(
        st.sampled_from(
            ["substitution", "same", "frameshift", "deletion", "duplication", "insertion", "deletion-insertion",
             "extension"]
        )
    )  # fmt: skip
    new = stop = ""
    if kind == "insertion":
        end, last, new = start + 1, draw(st.sampled_from(_LETTERS)), draw(letters)
    elif kind in ("deletion", "duplication", "deletion-insertion") and draw(st.booleans()):
        end, last = start + draw(st.integers(1, 90)), draw(st.sampled_from(_LETTERS))
    if kind == "deletion-insertion":
        new = draw(letters)
    elif kind == "substitution":
        new = draw(st.sampled_from([one for one in (*_LETTERS, "*") if one != first]))
    elif kind == "frameshift":
        new, stop = draw(st.sampled_from(["", *_LETTERS])), draw(st.sampled_from(["", "?", "7", "120"]))
    elif kind == "extension":
        first = last = "*"
        new, stop = draw(st.sampled_from(_LETTERS)), draw(st.sampled_from(["?", "17"]))
    return ProteinChange(kind, start, first, end, last, new, stop)


def short(name: str) -> str:
    """The same name with one letter for each residue."""
    for code, letter in LETTERS.items():
        name = name.replace(code, letter)
    return name


@given(changes())
def test_what_is_written_is_read_again(change: ProteinChange) -> None:
    assert protein_change(str(change)) == change
    assert protein_change(short(str(change))) == change
    assert protein_change(f"p.({str(change)[2:]})") == change


@given(st.text(max_size=30))
def test_any_text_is_a_change_or_refused(text: str) -> None:
    try:
        change = protein_change(text)
    except ValueError:
        return
    assert protein_change(str(change)) == change


@pytest.mark.parametrize(
    ("said", "written", "consequence"),
    [
        ("T244I", "p.Thr244Ile", "missense"),
        ("p.R97X", "p.Arg97Ter", "nonsense"),
        ("p.Trp24*", "p.Trp24Ter", "nonsense"),
        ("p.L56L", "p.Leu56=", "synonymous"),
        ("p.His115ProfsTer34", "p.His115ProfsTer34", "frameshift"),
        ("p.H115fs", "p.His115fs", "frameshift"),
        ("p.K76_L78del", "p.Lys76_Leu78del", "inframe deletion"),
        ("p.Lys76delLys", "p.Lys76del", "inframe deletion"),
        ("p.K76dup", "p.Lys76dup", "inframe insertion"),
        ("p.K23_L24insRSQ", "p.Lys23_Leu24insArgSerGln", "inframe insertion"),
        ("p.Lys23_Leu24ins2", "p.Lys23_Leu24insXaaXaa", "inframe insertion"),
        ("p.C28delinsTV", "p.Cys28delinsThrVal", "inframe deletion-insertion"),
        ("p.*110Qext*17", "p.Ter110GlnextTer17", "stop lost"),
        ("p.Met1ext-5", "p.Met1ext-5", "stop lost"),
        ("p.Met1?", "p.Met1?", "start lost"),
        ("p.?", "p.?", ""),
        ("p.=", "p.=", "synonymous"),
        ("p.0", "p.0", "no protein"),
    ],
)
def test_names_are_written_with_three_letters(said: str, written: str, consequence: str) -> None:
    change = protein_change(said)
    assert (str(change), change.consequence) == (written, consequence)


@pytest.mark.parametrize(
    "said", ["", "p.", "c.12A>G", "p.Leu", "p.Zzz5Leu", "p.L9_K8del", "p.L8_K11insA", "p.X9_splice"]
)
def test_what_is_no_change_is_refused(said: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  the message is what was said
        protein_change(said)


@pytest.mark.shared
def test_every_long_name_of_metabric_is_written_as_it_was_and_is_the_short_one(shared: Path) -> None:
    path = shared / "data/variants/metabric_data_mutations_extended.txt.gz"
    with gzip.open(path, "rt") as file:
        head, *rows = [line.rstrip("\n").split("\t") for line in file]
    long, brief = head.index("HGVSp"), head.index("HGVSp_Short")
    named = [(row[long], row[brief]) for row in rows if row[long]]
    odd = 0
    for name, other in named:
        change = protein_change(name)
        assert str(change) == name
        odd += protein_change(other) != change
    assert (len(named), odd) == (16_790, 0)


@pytest.mark.parametrize("prefix", ["", "p."])
def test_the_short_way_of_substitutions_says_what_the_grammar_says(prefix: str) -> None:
    codes = [*LETTERS, *LETTERS.values()]
    for first in codes:
        for new in codes:
            text = f"{prefix}{first}244{new}"
            assert protein_change(text) == by_grammar(text), text


SPELLED = [*LETTERS, *LETTERS.values(), "Foo", "J"]


def by_its_grammar(name: str) -> ProteinChange | None:
    try:
        return by_grammar(name)
    except ValueError:
        return None


@pytest.mark.parametrize("number", ["1", "125", "999999", "1000000", "012", "0"])
@pytest.mark.parametrize("prefix", ["", "p."])
def test_words_of_a_substitution_are_those_of_its_change(prefix: str, number: str) -> None:
    met = 0
    for first in SPELLED:
        for new in (*SPELLED, "=", "fs"):
            name = f"{prefix}{first}{number}{new}"
            change = by_its_grammar(name)
            if change is None:
                assert substitution(name) is None, name
                continue
            made = variant("g", change, "s")
            said = (made.hgvs_p, made.ref, made.alt, made.position, made.consequence)
            assert words_of(name) == said, name
            assert substitution(name) in (None, said), name
            met += substitution(name) is not None
    assert (met > 0) == (number in ("1", "125", "999999"))


@given(change=changes())
def test_the_parts_beside_a_name_tell_a_substitution_as_the_name_does(change: ProteinChange) -> None:
    name = str(change)
    made = variant("g", change, "s")
    told = told_substitution(made.hgvs_p, made.ref, made.position, made.alt)
    assert told == (by_grammar(name) if change.kind == "substitution" else None)


@pytest.mark.parametrize(
    ("name", "ref", "position", "alt"),
    [
        ("p.Ala12Gly", "A", 13, "G"),
        ("p.Ala12Gly", "C", 12, "G"),
        ("p.Ala12Gly", "", 12, "G"),
        ("p.Ala12Gly", "A", None, "G"),
        ("p.Ala12Ala", "A", 12, "A"),
        ("p.Ala12Xaa", "A", 12, "X"),
        ("p.Ala1000000Gly", "A", 1_000_000, "G"),
        ("p.A12G", "A", 12, "G"),
    ],
)
def test_parts_that_are_not_those_of_the_name_tell_nothing(name: str, ref: str, position: int | None, alt: str) -> None:
    assert told_substitution(name, ref, position, alt) is None


@pytest.mark.parametrize("number", ["1", "125", "999999", "1000000", "012", "٣٤"])
@pytest.mark.parametrize(
    "form", ["p.Ala{}Gly", "p.Ala{}=", "A{}G", "p.Ala{}fs", "p.Ala{}_Gly200del", "xxAla{}Gly", "p.Foo{}Gly"]
)
def test_the_residue_that_a_name_begins_at_is_that_of_its_change(form: str, number: str) -> None:
    change = by_its_grammar(name := form.format(number))
    assert named_residue(name) == (change.start if change else 0)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("p.Arg175His", "p.R175H"),
        ("p.Arg213Ter", "p.R213*"),
        ("p.His115ProfsTer34", "p.H115Pfs*34"),
        ("p.Leu242_Leu243insAsnPro", "p.L242_L243insNP"),
        ("p.Phe508del", "p.F508del"),
        ("p.Tyr191=", "p.Y191="),
        ("", ""),
    ],
)
def test_one_letter(name: str, short: str) -> None:
    assert in_one_letter(name) == short
    assert not name or str(protein_change(short)) == name
