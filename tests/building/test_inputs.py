"""What cannot be what was meant to be fetched is refused, also where it was said what it is."""

import gzip
from pathlib import Path

import pytest

from atlasview.building.inputs import find_inputs
from atlasview.records.trouble import InputRefused
from atlasview.sources.opened import SourceFile
from atlasview.sources.recognition import recognise
from tests.building.public_files import write_hgnc
from tests.sources.samples import samples

BAD = {
    "empty": (b"", "the file is empty"),
    "blank": (b"\n  \n", "the file is empty"),
    "page": (b"<!DOCTYPE html>\n<html><title>404</title></html>\n", "a page of HTML"),
    "pointer": (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "a git-lfs pointer"),
    "utf-16": ("HGNC ID\tsymbol\n".encode("utf-16"), "text in UTF-16"),
    "cut": (gzip.compress(bytes(range(256)) * 40)[:-30], "the file breaks off"),
}


@pytest.mark.parametrize("kind", ["", "uniprot-text=", "gaf=", "genbank=", "gtf:GRCh38=", "ris=", "hgnc="])
@pytest.mark.parametrize("bad", BAD)
def test_it_is_refused_whatever_it_is_said_to_be(tmp_path: Path, bad: str, kind: str) -> None:
    content, reason = BAD[bad]
    path = tmp_path / "file.txt"
    path.write_bytes(content)
    with pytest.raises(InputRefused, match=reason) as refused:
        find_inputs([str(write_hgnc(tmp_path)), f"{kind}{path}"])
    assert "fetch it again" in refused.value.remedy
    assert str(path) in refused.value.where


def test_an_unknown_file_asks_for_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_text("what is this\n", encoding="utf-8")
    with pytest.raises(InputRefused, match="no format that AtlasView reads") as refused:
        find_inputs([str(path)])
    assert "KIND=FILE" in refused.value.remedy


@pytest.mark.parametrize("key", ["uniprot-xml", "pubmed-xml", "psi-mi-xml", "clinvar-xml"])
def test_what_a_parser_says_of_damage_is_one_line(tmp_path: Path, key: str) -> None:
    sample = samples()[key][0]
    path = tmp_path / "file.xml"
    path.write_bytes(sample[: len(sample) // 2] + b"\0" + sample[len(sample) // 2 :])
    (found,) = recognise(path)
    assert found.format is not None
    with SourceFile(path, source="here") as file, pytest.raises(InputRefused) as refused:
        list(found.format.read(file))
    assert "\n" not in str(refused.value)
