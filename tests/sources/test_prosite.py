"""PROSITE's entries, against Biopython's reader."""

from pathlib import Path

import pytest
from Bio.ExPASy import Prosite

from atlasview.records.reference import CrossReference
from atlasview.records.term import Term
from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import outcomes, written

HEAD = "CC   ****\nCC   Release 2023_05 of 08-Nov-2023.\nCC   ****\n//\n"
ENTRY = (
    "ID   HEMATOPO_REC_S_F1; MATRIX.\nAC   PS01355;\n"
    "DT   01-NOV-1997 CREATED; 01-DEC-2004 DATA UPDATE; 08-NOV-2023 INFO UPDATE.\n"
    "DE   Short hematopoietin receptor family 1 signature.\n"
    "DR   P16871, IL7RA_HUMAN, T; P16872, IL7RA_MOUSE, T; P00001, FALSE_HUMAN, F;\n"
    "DR   Q9HBE5, IL21R_HUMAN, N;\n//\n"
)


def test_an_entry_names_the_human_proteins_that_have_it(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, HEAD + ENTRY))
    (row,) = found.taken
    assert (row.line, row.key, row.version) == (5, "PROSITE:PS01355", (1, "2023-11-08"))
    name = "HEMATOPO_REC_S_F1"
    assert row.records == [
        Term("PROSITE:PS01355", "Short hematopoietin receptor family 1 signature", "profile", "", False, "", "here"),
        CrossReference("UniProtKB:P16871", "PROSITE", "PS01355", name, "here"),
        CrossReference("UniProtKB:Q9HBE5", "PROSITE", "PS01355", f"{name}; not found by the pattern itself", "here"),
    ]
    assert (found.file.release, found.file.date) == ("2023_05", "2023-11-08")


def test_an_entry_without_accession_is_rejected_and_a_cut_one_refused(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, ENTRY + ENTRY.replace("AC   PS", "AC   QS")))
    assert [(one.line, one.reason) for one in found.rejected] == [(8, "an entry without name or accession")]
    with pytest.raises(InputRefused, match="breaks off inside of an entry"):
        outcomes(written(tmp_path, ENTRY + ENTRY.removesuffix("//\n")))


@pytest.mark.shared
def test_the_real_entry_agrees_with_biopython(shared: Path) -> None:
    path = shared / "data/domains/prosite_ps00107.txt"
    found = outcomes(path)
    with path.open() as handle:
        theirs = Prosite.read(handle)
    assert found.read == 1
    assert found.taken[0].version == (1, "2006-03")
    assert found.of(Term)[0].name == theirs.description.removesuffix(".")
    hits = [*theirs.dr_positive, *theirs.dr_false_neg, *theirs.dr_potential, *theirs.dr_unknown]
    human = {f"UniProtKB:{accession}" for accession, name in hits if name.strip().endswith("_HUMAN")}
    assert {one.subject for one in found.of(CrossReference)} == human
