"""InterPro's entry.list of today and of before 2018."""

from pathlib import Path

import pytest

from atlasview.records.term import Term
from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import outcomes, rows_of, written

SITE = Term("InterPro:IPR000126", "Serine proteases, V8 family", "active site", "", False, "", "here")
DOMAIN = Term("InterPro:IPR003961", "Fibronectin type III", "domain", "", False, "", "here")
NEW = (
    "ENTRY_AC\tENTRY_TYPE\tENTRY_NAME\nIPR000126\tActive_site\tSerine proteases, V8 family\n"
    "IPR003961\tDomain\tFibronectin type III\n"
)
OLD = "Active_site\nIPR000126 Serine proteases, V8 family\n\nDomain\nIPR003961 Fibronectin type III\n"


@pytest.mark.parametrize("text", [NEW, OLD])
def test_entries_have_their_type_as_category(tmp_path: Path, text: str) -> None:
    found = outcomes(written(tmp_path, text))
    assert found.records == [SITE, DOMAIN]
    assert [one.key for one in found.taken] == ["InterPro:IPR000126", "InterPro:IPR003961"]


@pytest.mark.parametrize(("text", "line"), [(f"{NEW}IPR1\tDomain\tx\n", 4), (f"{OLD}nothing\n", 6)])
def test_what_is_no_entry_is_rejected(tmp_path: Path, text: str, line: int) -> None:
    found = outcomes(written(tmp_path, text))
    assert [(one.line, one.reason) for one in found.rejected] == [(line, "no row of accession, type and name")]


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="there is no column 'ENTRY_TYPE'"):
        outcomes(written(tmp_path, NEW.replace("ENTRY_TYPE", "KIND")))


@pytest.mark.shared
def test_the_whole_file(shared: Path) -> None:
    path = shared / "data/domains/interpro_entry.list.gz"
    found = outcomes(path)
    assert (found.read, len(found.taken)) == (38_088, 38_088)
    assert [(one.id, one.name) for one in found.records] == [
        (f"InterPro:{accession}", name.strip()) for accession, _kind, name in rows_of(path)[1:]
    ]
    assert {one.category for one in found.records} == {
        "active site", "binding site", "conserved site", "domain", "family", "homologous superfamily",
        "post-translational modification", "repeat",
    }  # fmt: skip
