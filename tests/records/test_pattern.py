"""Patterns in a sequence: letters, regular expressions, PROSITE's syntax, mismatches; what means nothing is said."""

import gzip
import random
import re
import time

import pytest
from Bio import SwissProt
from hypothesis import given
from hypothesis import strategies as st

from atlasview.records.pattern import (
    MOST_HITS,
    Hit,
    Pattern,
    PatternError,
    PatternKind,
    PatternTooSlow,
    expression_of,
    find,
    unhurried,
)

TEXT, REGEX, PROSITE = PatternKind.TEXT, PatternKind.REGEX, PatternKind.PROSITE
IL7R_END = "VNLSSTKLTLLQRKLQPAAMYEIKVRSIPDHYFKGFWSEWSPSYYFRTPEINNSSGEMDP"
LETTERS = "ACDEFGHIKLMNPQRSTVWY"


def places(kind: PatternKind, text: str, sequence: str, mismatches: int = 0) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in find(Pattern(kind, text, mismatches), sequence).found]


@pytest.mark.parametrize(
    ("kind", "text"),
    [(TEXT, "wsxws"), (TEXT, " WSE\nWS "), (TEXT, "1 WSEWS 5"), (REGEX, "WS.WS"), (REGEX, "ws[de]ws"),
     (PROSITE, "W-S-x-W-S."), (PROSITE, "W-S-{P}-W-S"), (PROSITE, "W-S-[ED]-W-S"), (PROSITE, "W-S-Z-W-S")],
)  # fmt: skip
def test_the_motif_of_cytokine_receptors_is_found_in_every_notation(kind: PatternKind, text: str):
    at = IL7R_END.index("WSEWS") + 1
    assert places(kind, text, IL7R_END) == [(at, at + 4)]


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("<A-x-[ST](2)-x(0,1)-V.", "^A[A-Z][ST]{2}[A-Z]{0,1}V"),
        ("N-{P}-[ST]-{P}", "N[^P][ST][^P]"),
        ("[RK](2)-x-[ST]>", "[RK]{2}[A-Z][ST]$"),
        ("F-[GSTV]-P-R-L-[G>]", "F[GSTV]PRL(?:[G]|$)"),
        ("<{C}*>", "^[^C]*$"),
    ],
)
def test_prosite_is_read_by_its_manual(text: str, expression: str):
    assert expression_of(Pattern(PROSITE, text)) == expression


def test_the_glycosylation_pattern_finds_what_a_loop_finds():
    expected = [
        (at + 1, at + 4)
        for at in range(len(IL7R_END) - 3)
        if IL7R_END[at] == "N" and IL7R_END[at + 1] != "P" and IL7R_END[at + 2] in "ST" and IL7R_END[at + 3] != "P"
    ]
    assert places(PROSITE, "N-{P}-[ST]-{P}", IL7R_END) == expected != []


def test_hits_overlap():
    assert places(TEXT, "AXA", "AAAA") == [(1, 3), (2, 4)]
    assert places(REGEX, "A{2}", "AAAA") == [(1, 2), (2, 3), (3, 4)]


@given(st.text(LETTERS[:4], min_size=1, max_size=60), st.text(LETTERS[:4], min_size=1, max_size=8), st.integers(0, 3))
def test_mismatches_are_counted_as_a_loop_counts_them(sequence: str, letters: str, most: int):
    expected = []
    for at in range(len(sequence) - len(letters) + 1):
        other = sum(a != b for a, b in zip(sequence[at:], letters, strict=False))
        if other <= most:
            expected.append(Hit(at + 1, at + len(letters), other))
    assert list(find(Pattern(TEXT, letters, most), sequence).found) == expected


@given(st.text(LETTERS, min_size=1, max_size=80), st.sampled_from(["[ST].[DE]", "N[^P][ST]", "L{2,3}", "K|R", "C..C"]))
def test_regular_expressions_find_what_the_standard_library_finds(sequence: str, expression: str):
    expected = [
        (at + 1, found.end()) for at in range(len(sequence)) if (found := re.compile(expression).match(sequence, at))
    ]
    assert places(REGEX, expression, sequence) == expected


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (TEXT, "WS*WS", "‘\\*’ is no residue"),
        (TEXT, "", "type what to look for"),
        (TEXT, " 12 ", "type what to look for"),
        (REGEX, "WS[", "no regular expression: .* at sign 4"),
        (REGEX, "(WS", "no regular expression"),
        (REGEX, "A{2,1}", "no regular expression"),
        (REGEX, "(?P<x>A)(?P=y)", "no regular expression"),
        (PROSITE, "W-S--W", "‘nothing’ at sign 5"),
        (PROSITE, "WSXWS", "‘WSXWS’ at sign 1"),
        (PROSITE, "W-<S", "‘<’ can only stand at the beginning"),
        (PROSITE, "W>-S", "‘>’ can only stand at the end"),
        (PROSITE, "x(3,1)", "counts downwards"),
    ],
)
def test_what_means_nothing_is_said(kind: PatternKind, text: str, words: str):
    with pytest.raises(PatternError, match=words):
        find(Pattern(kind, text), IL7R_END)


@pytest.mark.parametrize("mismatches", [-1, 6])
def test_mismatches_have_a_limit(mismatches: int):
    with pytest.raises(PatternError, match="at most 5"):
        find(Pattern(TEXT, "WSXWS", mismatches), IL7R_END)


@pytest.mark.parametrize(("text", "sequence"), [("(A+)+B", "A" * 30_000), (".*.*.*Q{9}", "ACDEFGHQ" * 4_000)])
def test_a_pattern_that_would_run_forever_is_given_up(text: str, sequence: str):
    began = time.monotonic()
    with pytest.raises(PatternTooSlow, match="takes too long"):
        find(Pattern(REGEX, text), sequence, seconds=0.2)
    assert time.monotonic() - began < 20  # not a measure of speed: without a limit it would take days


def outcome(pattern: Pattern) -> tuple[tuple[Hit, ...], str]:
    """Hits and an empty text, or none and what is said."""
    try:
        return find(pattern, IL7R_END, seconds=0.2).found, ""
    except PatternError as reason:
        return (), f"refused: {reason}"


@given(st.text(max_size=30), st.sampled_from(PatternKind), st.integers(0, 2))
def test_any_text_finds_something_or_is_refused_in_words(text: str, kind: PatternKind, mismatches: int):
    hits, said = outcome(Pattern(kind, text, mismatches))
    assert said != "refused: "
    assert all(1 <= hit.start <= hit.end <= len(IL7R_END) for hit in hits)


@pytest.mark.shared
def test_a_pattern_of_prosite_stands_where_uniprot_says(shared):
    """PS00107 in 365 human entries: UniProt counts its hits in the cross-references."""
    pattern = "".join(
        line[5:].strip()
        for line in (shared / "data/domains/prosite_ps00107.txt").read_text().splitlines()
        if line[:2] == "PA"
    )
    said, found = {}, {}
    with gzip.open(shared / "data/uniprot/uniprot_sprot_human_extract.dat.gz", "rt") as file:
        for entry in SwissProt.parse(file):
            counts = [int(row[3]) for row in entry.cross_references if row[:2] == ("PROSITE", "PS00107")]
            if hits := places(PROSITE, pattern, entry.sequence):
                found[entry.accessions[0]] = len(hits)
            if counts:
                said[entry.accessions[0]] = counts[0]
    assert len(said) == 6
    assert found == said | {"Q02880": 1}  # PROSITE's own list calls it a false hit


def test_work_that_others_held_up_is_done_again_and_work_that_is_too_long_is_not():
    def held_up(times: int, busy: float) -> list[int]:
        tries: list[int] = []

        def work() -> list[int]:
            tries.append(len(tries))
            until = time.thread_time() + busy
            while time.thread_time() < until:
                pass
            if len(tries) <= times:
                raise TimeoutError
            return tries

        try:
            return unhurried(work, 0.1)
        except TimeoutError:
            return [*tries, -1]

    assert held_up(0, 0.0) == [0]
    assert held_up(2, 0.0) == [0, 1, 2]
    assert held_up(9, 0.0) == [0, 1, 2, -1]
    assert held_up(1, 0.06) == [0, -1]


def test_too_many_hits_are_cut_and_it_is_said():
    hits = find(Pattern(TEXT, "X"), "".join(random.Random(1).choices(LETTERS, k=MOST_HITS + 5)))
    assert (len(hits.found), hits.cut) == (MOST_HITS, True)
