"""Tables of homology statements."""

from pathlib import Path

from atlasview.records.interaction import Homology
from atlasview.records.publication import Publication
from tests.sources.outcomes import outcomes, written

HEAD = "gene\trelative\tspecies\tmolecule\tidentity\tpublication\n"


def test_statements_and_what_is_none(tmp_path: Path) -> None:
    rows = (
        "HGNC:6005\tIl21\tMus musculus\tprotein\t57\t11081504\n"
        "IL21\tIL2\tHomo sapiens\t\t19.5%\tdoi:10.1016/X\n"
        "IL21\tIL2\tHomo sapiens\tRNA\t19\t\n"
        "IL21\tIL2\tHomo sapiens\tDNA\t119\t\n"
        "IL21\t\tHomo sapiens\tDNA\t19\t\n"
        "IL21\tIL2\tHomo sapiens\tDNA\t19\ta book\n"
    )
    found = outcomes(written(tmp_path, HEAD + rows))
    assert found.format == "homology"
    assert found.of(Homology) == [
        Homology("HGNC:6005", "Il21", "Mus musculus", "protein", 57, "PMID:11081504", "here"),
        Homology("symbol:IL21", "IL2", "Homo sapiens", "protein", 19.5, "DOI:10.1016/x", "here"),
    ]
    assert [paper.id for paper in found.of(Publication)] == ["PMID:11081504", "DOI:10.1016/x"]
    assert [(one.line, one.reason) for one in found.rejected] == [
        (4, "the molecule is neither protein nor DNA"),
        (5, "the identity is not between 0 and 100 percent"),
        (6, "no relative or no species"),
        (7, "the publication is neither PMID nor DOI"),
    ]
