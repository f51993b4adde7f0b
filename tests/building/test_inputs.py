"""What cannot be what was meant to be fetched is refused, also where it was said what it is."""

import bz2
import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.wish import Wish
from atlasview.records.trouble import InputRefused
from atlasview.sources import opened
from atlasview.sources.opened import SourceFile
from atlasview.sources.recognition import recognise
from tests.building.public_files import write_hgnc
from tests.sources.outcomes import written
from tests.sources.samples import samples

FILES = Path(__file__).parent.parent / "sources" / "files"

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


def zipped(content: bytes) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("goa.gaf", content)
    return into.getvalue()


@pytest.mark.parametrize(
    ("line", "pack", "reason"),
    [
        (b"x\ty\n", gzip.compress, "the file grows beyond all measure"),
        (b"x\ty\n", bz2.compress, "the file grows beyond all measure"),
        (b"x\ty\n", zipped, "the archive grows beyond all measure"),
        (b"x", bytes, "a line is longer than 0 MiB"),
        (b"x", gzip.compress, "a line is longer than 0 MiB"),
    ],
)
def test_what_never_ends_is_refused_before_it_fills_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: bytes, pack: Callable[[bytes], bytes], reason: str
) -> None:
    """The limits are those of a small machine here: a gigabyte would take its time."""
    monkeypatch.setattr(opened, "_GIGABYTE", 1 << 20)
    monkeypatch.setattr(opened, "LONGEST_LINE", 1 << 19)
    path = tmp_path / "file.dat"
    path.write_bytes(pack(b"!gaf-version: 2.2\n" + line * (1 << 20)))
    target = tmp_path / "a.atlas"
    with pytest.raises(InputRefused, match=reason) as refused:
        build_from_files(find_inputs([f"gaf={path}", str(write_hgnc(tmp_path))]), Wish(target, jobs=1))
    assert "leave it out" in refused.value.remedy
    assert not target.exists()


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


def test_an_atlas_of_nothing_does_not_take_the_place_of_one(tmp_path: Path) -> None:
    target = tmp_path / "a.atlas"
    build_from_files(find_inputs([str(write_hgnc(tmp_path))]), Wish(target, jobs=1))
    before = target.read_bytes()
    mouse = written(tmp_path, (FILES / "ensembl_models.gtf").read_text(encoding="utf-8").replace("GRCh38", "GRCm39"))
    with pytest.raises(InputRefused, match="the atlas would be empty") as refused:
        build_from_files(find_inputs([str(mouse)]), Wish(target, jobs=1))
    assert "another organism" in refused.value.where
    assert target.read_bytes() == before


def test_an_assembly_that_is_not_human_is_no_choice_for_human_genes(tmp_path: Path) -> None:
    models, hgnc = FILES / "ensembl_models.gtf", write_hgnc(tmp_path)
    with pytest.raises(InputRefused, match="'hg99' is no assembly of the human genome") as refused:
        build_from_files(find_inputs([str(hgnc), f"ensembl-gtf:hg99={models}"]), Wish(tmp_path / "a.atlas", jobs=1))
    assert "GRCh37 (hg19)" in refused.value.remedy
