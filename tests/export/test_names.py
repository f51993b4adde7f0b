"""Names of files say what is inside, and every system takes them."""

import pytest

from atlasview.export.names import citations_name, figure_name, file_name, sequence_name, table_name
from atlasview.records.source import AtlasLabel

STARTER = AtlasLabel("Starter atlas", "2026.11", "0" * 64)


def test_a_name_says_gene_view_settings_and_atlas():
    assert file_name("IL21", "csi", "overall", label=STARTER, suffix=".tsv") == "IL21_csi_overall_starter-2026.11.tsv"
    assert figure_name("IL21", "domains", STARTER) == "IL21_domains_starter-2026.11.svg"
    assert sequence_name("IL21", STARTER, "Q9HBE4-2", "45-96") == "IL21_sequence_Q9HBE4-2_45-96_starter-2026.11.fasta"


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("CL:0002038", "CL-0002038_starter-2026.11.svg"),
        ("HLA-DRB1", "HLA-DRB1_starter-2026.11.svg"),
        ("a/b\\c:d*e?f", "a-b-c-d-e-f_starter-2026.11.svg"),
        ("../../etc", "etc_starter-2026.11.svg"),
        ("CON", "CON-_starter-2026.11.svg"),
        ("", "starter-2026.11.svg"),
    ],
)
def test_a_name_is_safe_everywhere(subject, name):
    assert file_name(subject, label=STARTER, suffix=".svg") == name


def test_a_long_name_is_cut_before_its_suffix():
    name = file_name("x" * 500, label=STARTER, suffix=".svg")
    assert len(name) <= 124
    assert name.endswith(".svg")


def test_names_of_citations_tables_and_other_formats_of_sequences():
    assert sequence_name("IL21", STARTER, suffix=".gff3") == "IL21_sequence_starter-2026.11.gff3"
    assert citations_name("IL21", STARTER, ".txt", "nature") == "IL21_citations_nature_starter-2026.11.txt"
    assert table_name("IL21", "significance", STARTER, ".tsv", "overall") == (
        "IL21_significance_overall_starter-2026.11.tsv"
    )
