"""What the overview of a gene says in words."""

from atlasview.desktop.panels.gene_facts import gene_facts
from atlasview.records.difference import Difference
from tests.export.profiles import gene


def test_what_another_source_says_stands_beside_what_is_shown():
    facts = gene_facts(gene(differences=(Difference("HGNC:1", "symbol", "TEST<1>", "scores"),)))
    assert [(fact.label, fact.value) for fact in facts][-1] == (
        "Sources differ",
        "≠&nbsp;symbol TEST&lt;1&gt; (Scores)",
    )


def test_where_sources_agree_nothing_is_said():
    assert "Sources differ" not in {fact.label for fact in gene_facts(gene())}
