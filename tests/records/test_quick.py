"""Records that are made quickly are the records that their own constructors make."""

from dataclasses import FrozenInstanceError

import pytest

from atlasview.records.interaction import Interaction
from atlasview.records.quick import quick

PAIR = ("UniProtKB:P16871", "UniProtKB:P23458", 0.9, (("experiments", 3.0),), "intact")


def test_a_quick_record_equals_a_slow_one_and_is_as_frozen():
    one = quick(Interaction)(*PAIR, "two hybrid", ("PMID:1",))
    assert one == Interaction(*PAIR, "two hybrid", ("PMID:1",))
    assert type(one) is Interaction
    with pytest.raises(FrozenInstanceError):
        one.method = "other"  # type: ignore[misc]


def test_what_is_not_given_is_what_the_record_presets():
    assert quick(Interaction)(*PAIR) == Interaction(*PAIR)
    with pytest.raises(TypeError, match="source"):
        quick(Interaction)(*PAIR[:-1])
