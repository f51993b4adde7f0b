"""Records made quickly are those that their own constructors make, with what may be left out left out."""

from atlasview.records.gene import Gene, Location
from atlasview.records.interaction import Interaction
from atlasview.sources.quick import quick


def test_a_quick_record_equals_one_made_by_its_own_constructor():
    values = ("HGNC:1", "A", "a gene", "gene with protein product", Location("1p1"), 9606, "hgnc")
    assert quick(Gene)(*values) == Gene(*values)


def test_what_may_be_left_out_has_its_default():
    values = ("UniProtKB:P1", "UniProtKB:P2", None, (("experiments", 3.0),), "uniprot")
    assert quick(Interaction)(*values) == Interaction(*values)
    assert quick(Interaction)(*values, method="two hybrid") == Interaction(*values, method="two hybrid")
