"""UniProt's humsavar: words of old and new releases, diseases, where the rows begin and end."""

from pathlib import Path

import pytest

from atlasview.records.trouble import InputRefused
from atlasview.records.variant import Variant
from tests.sources.outcomes import outcomes, written
from tests.sources.test_tables_in_any_shape import TABLES

TITLE = "humsavar.txt\nRelease:     2024_01 of 24-Jan-2024\n"


def test_a_row_says(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, TABLES["humsavar"]))
    (one,) = found.of(Variant)
    assert (one.gene, one.isoform, one.hgvs_p) == ("UniProtKB:P16871", "P16871", "p.Thr244Ile")
    assert (one.significance, one.dbsnp, one.note, one.disease) == ("likely-benign", "rs6897932", "VAR_001", "")
    assert found.file.release == "2024_01"


@pytest.mark.parametrize(
    ("word", "significance"),
    [
        ("LP/P", "likely-pathogenic"),
        ("LB/B", "likely-benign"),
        ("US", "uncertain"),
        ("Disease", "pathogenic"),
        ("Polymorphism", "polymorphism"),
        ("Unclassified", "uncertain"),
    ],
)
def test_words_of_all_releases(tmp_path: Path, word: str, significance: str) -> None:
    row = f"IL7R   P16871     VAR_001 p.Ile66Thr  {word}  -  Immunodeficiency 104 (IMD104) [MIM:608971]\n"
    (one,) = outcomes(written(tmp_path, TITLE + row)).of(Variant)
    assert (one.significance, one.disease, one.dbsnp) == (significance, "OMIM:608971", "")


def test_the_rows_end_at_a_rule_and_odd_ones_are_rejected(tmp_path: Path) -> None:
    row = "IL7R   P16871     VAR_001 p.Ile66Thr  US  -  -\n"
    text = TITLE + row + row.replace("Ile66Thr", "Xyz66Thr") + "IL7R VAR_1 p.x\n" + "-" * 70 + "\nLegal words\n"
    found = outcomes(written(tmp_path, text))
    assert found.read == 3
    assert [(one.line, one.reason) for one in found.rejected] == [
        (4, "the change of the protein is not in HGVS"),
        (5, "no row of variants"),
    ]


def test_a_file_without_rows_is_refused(tmp_path: Path) -> None:
    from atlasview.sources.humsavar import FORMATS
    from atlasview.sources.opened import SourceFile

    with SourceFile(written(tmp_path, TITLE), source="here") as file, pytest.raises(InputRefused, match="no variants"):
        list(FORMATS[0].read(file))
