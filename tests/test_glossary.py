"""The glossary: complete, in one piece, and found by what stands on the screen."""

import re
from collections import Counter

import pytest

from atlasview.figures.feature_kinds import _KINDS, TRACKS
from atlasview.glossary import term, term_of, terms, terms_in
from atlasview.records.significance import METRICS


def test_every_term_says_what_it_means_in_sentences_of_our_own():
    for one in terms():
        assert one.name and one.group and len(one.means) > 20, one.key
        assert one.means[-1] in ".)" and one.means[0].isupper(), one.key


def test_a_word_stands_for_one_term_only():
    words = Counter(label for one in terms() for label in {word.casefold() for word in (one.name, *one.labels)})
    assert [word for word, times in words.items() if times > 1] == []


def test_formulas_name_where_they_come_from_or_are_built_of_terms_that_do():
    computed = {one.key for one in terms() if one.formula and not one.sources}
    assert computed <= {"rcsi", "prs", "threshold", "fold-change"}  # defined by CSI and delta, which name theirs
    for one in terms():
        for source in one.sources:
            assert re.fullmatch(r"doi:10\.\d{4,9}/\S+|pmid:\d+|https://\S+", source), (one.key, source)


def test_every_measure_and_every_kind_of_feature_is_defined():
    words = [*METRICS.values(), *TRACKS.values()]
    words += [word for kind in _KINDS.values() for word in (kind.word, kind.plural)]
    assert [word for word in words if term_of(word) is None] == []


def test_words_are_found_whatever_their_case():
    assert term_of("gene type") is term_of("Locus type") is term("locus-type")
    assert term_of("nothing of the kind") is None
    assert [one.key for one in terms_in(["CSI", "x", "csi", "IEA"])] == ["csi", "iea"]
    assert term("csi").title == "CSI, Cell Significance Index"
    assert "Cliff's delta × −log10(p)" in term("csi").spoken


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        term("nothing")
