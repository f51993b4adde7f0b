"""`atlasview info` and `check` say what an atlas is, and what is wrong with it."""

import pytest

from atlasview.atlas.manifest import manifest
from atlasview.atlas.reader import AtlasReader
from atlasview.export.document.manifest import NOUNS
from tests.building.public_files import write_hgnc
from tests.building.test_additions import entry


def test_the_manifest_as_a_document(atlasview, atlas_path):
    told = atlasview("info", "--json").document
    assert told.keys() >= {"name", "version", "built", "schema", "sha256", "sources", "counts"}
    assert (told["name"], told["version"]) == ("Starter atlas", "2026.11")
    assert told["counts"].keys() >= set(NOUNS)
    assert told["counts"]["genes"] >= 60
    for source in told["sources"]:
        assert source.keys() >= {
            "database", "release", "licence", "file", "sha256", "read", "kept", "rejected", "filtered", "superseded",
        }  # fmt: skip
        assert source["read"] == sum(source[key] for key in ("kept", "rejected", "filtered", "superseded"))
        assert source["licence"]
    assert atlasview("info", atlas_path, "--json").document == told


def test_the_manifest_as_text(atlasview):
    text = atlasview("info").out
    assert text.startswith("Starter atlas 2026.11\n")
    assert "Sources\n───────\n" in text
    assert "CC-BY-4.0" in text


def test_a_whole_atlas_has_no_error(atlasview, atlas_path):
    answer = atlasview("check", atlas_path, "--json")
    assert answer.status == 0
    assert not [each for each in answer.document["findings"] if each["severity"] == "error"]
    assert answer.err == ""


def test_a_truncated_atlas_is_a_finding_and_its_reason_is_on_standard_error(atlasview, atlas_path, tmp_path):
    broken = tmp_path / "broken.atlas"
    broken.write_bytes(atlas_path.read_bytes()[:-5000])
    answer = atlasview("check", broken, "--json")
    assert answer.status == 1
    (finding, *_) = answer.document["findings"]
    assert finding.keys() == {"severity", "where", "what"}
    assert finding["severity"] == "error"
    assert finding["what"] in answer.err
    assert answer.err.count("\n") == 1
    assert atlasview("check", broken).out.startswith("Severity ")


def test_a_changed_byte_is_noticed(atlasview, atlas_path, tmp_path):
    content = bytearray(atlas_path.read_bytes())
    at = content.index(b"MRSSPGNMERIVICLMVIFL")
    content[at] = ord("W")
    changed = tmp_path / "changed.atlas"
    changed.write_bytes(content)
    assert atlasview("check", changed).status == 1


@pytest.mark.parametrize("command", ["info", "check"])
def test_a_file_that_is_no_atlas(atlasview, tmp_path, command):
    other = tmp_path / "other.atlas"
    other.write_text("a text")
    (tmp_path / "empty.atlas").write_bytes(b"")
    for name in ("other.atlas", "empty.atlas", "missing.atlas"):
        answer = atlasview(command, tmp_path / name)
        assert answer.status == 1
        assert answer.err.startswith("atlasview: ")
        assert answer.err.count("\n") == 1
        assert name in answer.err
    assert other.read_text() == "a text"


def test_check_needs_a_file(atlasview):
    answer = atlasview("check")
    assert answer.status == 2
    assert "FILE" in answer.err


def test_sources_that_are_alike_are_told_apart_by_their_files(atlasview, tmp_path):
    target = tmp_path / "two.atlas"
    for name, accession in (("first.txt", "P12345"), ("second.txt", "P54321")):
        (tmp_path / name).write_text(entry(100, accession=accession), encoding="utf-8")
    files = [tmp_path / "first.txt", tmp_path / "second.txt", write_hgnc(tmp_path)]
    assert atlasview("build", *files, "-o", target).status == 0
    text = atlasview("info", target).out
    sources = text[text.index("Sources\n") : text.index("May it be passed on")]
    assert "first.txt" in sources and "second.txt" in sources
    assert "hgnc.txt" not in sources
    with AtlasReader(target) as reader:
        names = manifest(reader).source_names()
    assert sorted(names) == ["hgnc", "uniprot-text", "uniprot-text-2"]
    assert names["hgnc"] == "HGNC 2024-01-02"
    assert [names[key].rpartition(", ")[2] for key in ("uniprot-text", "uniprot-text-2")] == ["first.txt", "second.txt"]
