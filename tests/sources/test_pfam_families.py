"""Pfam's families in three layouts."""

from pathlib import Path

import pytest

from atlasview.records.reference import CrossReference
from atlasview.records.term import Synonym, Term
from tests.sources.outcomes import outcomes, rows_of, written

SYNONYM = Synonym("Pfam:PF00001", "7tm_1", "exact", "here")


def term(category: str) -> Term:
    return Term("Pfam:PF00001", "7 transmembrane receptor", category, "", False, "", "here")


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("pfamA_acc\tpfamA_id\tdescription\nPF00001\t7tm_1\t7 transmembrane receptor\n", "family"),
        ("PF00001\t7tm_1\t\\N\t7 transmembrane receptor\tBateman A\tProsite\tDomain\tcomment\n", "domain"),
        ("PF00001.24\tCL0192\tGPCR_A\t7tm_1\t7 transmembrane receptor\n", "family"),
    ],
)
def test_every_layout_gives_the_family(tmp_path: Path, text: str, category: str) -> None:
    found = outcomes(written(tmp_path, text))
    assert found.records[:2] == [term(category), SYNONYM]
    assert found.taken[0].key == "Pfam:PF00001"


def test_the_clan_is_an_identifier_of_the_family(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, "PF00001\tCL0192\tGPCR_A\t7tm_1\tx\nPF00003\t\t\t7tm_3\ty\nPF1\t\t\tz\tz\n"))
    assert found.of(CrossReference) == [CrossReference("Pfam:PF00001", "Pfam", "CL0192", "clan GPCR_A", "here")]
    assert [(one.line, one.reason) for one in found.rejected] == [(3, "no row of accession, id and description")]


@pytest.mark.shared
def test_the_whole_file(shared: Path) -> None:
    path = shared / "data/domains/pfamA.txt.gz"
    found = outcomes(path)
    assert (found.read, len(found.taken)) == (16_712, 16_712)
    assert [(one.id, one.name) for one in found.of(Term)] == [
        (f"Pfam:{accession}", name.strip()) for accession, _short, name in rows_of(path)[1:]
    ]
