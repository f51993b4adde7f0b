"""Files of UniProt that are told and refused, with what to take instead."""

from pathlib import Path

import pytest

from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import outcomes, told, written

GFF = "##gff-version 3\n##sequence-region P00750 1 562\nP00750\tUniProtKB\tSignal peptide\t1\t22\t.\t.\t.\t\n"
RDF = '<?xml version="1.0"?>\n<rdf:RDF xmlns="http://purl.uniprot.org/core/" xmlns:rdf="x">\n</rdf:RDF>\n'


@pytest.mark.parametrize(
    ("text", "key"), [("P00750\nQ9HBE4-2\nA0A087X1C5\n", "uniprot-list"), (GFF, "uniprot-gff"), (RDF, "uniprot-rdf")]
)
def test_told_and_refused(tmp_path, text, key):
    path = written(tmp_path, text)
    assert told(path) == key
    with pytest.raises(InputRefused) as trouble:
        outcomes(path)
    assert str(path) in trouble.value.where
    assert "flat text, XML or JSON" in trouble.value.remedy


@pytest.mark.parametrize(
    "text", ["IL21\nIL7R\n", "12345\n", GFF.replace("UniProtKB", "RefSeq"), RDF.replace("uniprot", "x")]
)
def test_others_are_not_taken_for_uniprots(tmp_path, text):
    assert not told(written(tmp_path, text)).startswith("uniprot")


@pytest.mark.shared
@pytest.mark.parametrize("ending", ["list", "gff", "rdf"])
def test_real_files(shared: Path, ending: str):
    assert told(shared / "data" / "uniprot" / "multi_ex" / f"multi_ex.{ending}") == f"uniprot-{ending}"
