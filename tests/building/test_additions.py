"""An atlas is added to: what a later release supersedes goes, also where it stands under a gene."""

import multiprocessing
import os
import signal
import sys
from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.atlas.contents import all_records
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.plan import missing
from atlasview.building.report import BuildReport
from atlasview.building.watch import Progress, Watch
from atlasview.building.wish import Wish
from atlasview.cli import main
from atlasview.records.profile import GeneProfile
from atlasview.records.term import Synonym
from atlasview.records.trouble import InputRefused
from tests.building.public_files import write_gaf, write_hgnc

TODAY = (Path(__file__).parents[1] / "sources/files/uniprot_of_2025.txt").read_text(encoding="utf-8")
GO, GONE, KEPT = "DR   HGNC; HGNC:1; TSTA.\n", "GO:0004917", "GO:0005125"


def entry(version: int, *terms: str, accession: str = "P12345") -> str:
    """The entry in a version, tied to terms of the Gene Ontology."""
    said = "".join(f"DR   GO; {term}; F:something; IDA:UniProtKB.\n" for term in terms)
    text = TODAY.replace("entry version 100.", f"entry version {version}.").replace(GO, said + GO)
    assert text.count(said) == 1 or not said
    return text.replace("P12345", accession)


def built(target: Path, *given: Path, add_to: Path | None = None, **wish) -> BuildReport:
    return build_from_files(find_inputs(map(str, given)), Wish(target, add_to=add_to, **{"jobs": 1, **wish}))


def gene(atlas: Path, identifier: str = "HGNC:1") -> GeneProfile:
    assert [one.what for one in check_atlas(atlas) if "licence" not in one.what] == []
    with AtlasReader(atlas) as reader:
        return gene_profile(reader, identifier)


def terms(atlas: Path, identifier: str = "HGNC:1") -> set[str]:
    return {link.term.id for link in gene(atlas, identifier).terms if link.term.id.startswith("GO:")}


def test_a_later_entry_takes_the_place_of_what_an_earlier_one_said_of_its_genes(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(entry(99, GONE, KEPT), encoding="utf-8")
    new.write_text(entry(100, KEPT), encoding="utf-8")
    one, two, three = (tmp_path / f"{name}.atlas" for name in ("one", "two", "three"))
    built(one, old)
    assert terms(one) == terms(one, "HGNC:2") == {GONE, KEPT}
    report = built(two, new, add_to=one)
    assert terms(two) == terms(two, "HGNC:2") == {KEPT}
    assert {source.database for source in gene(two).sources.values()} == {"UniProtKB"}
    assert [file.source.kept for file in report.files] == [1]
    built(three, old, add_to=two)
    assert terms(three) == {KEPT}


def test_facts_of_a_gene_stay_while_one_of_its_entries_is_not_superseded(tmp_path: Path) -> None:
    old, new, rest = (tmp_path / f"{name}.txt" for name in ("old", "new", "rest"))
    old.write_text(entry(99, GONE) + entry(99, KEPT, accession="P54321"), encoding="utf-8")
    new.write_text(entry(100), encoding="utf-8")
    rest.write_text(entry(100, KEPT, accession="P54321"), encoding="utf-8")
    one, two, three = (tmp_path / f"{name}.atlas" for name in ("one", "two", "three"))
    built(one, old)
    built(two, new, add_to=one)
    assert terms(two) == {GONE, KEPT}
    built(three, rest, add_to=two)
    assert terms(three) == {KEPT}


def named(atlas: Path) -> str:
    (name,) = {link.term.name for link in gene(atlas).terms if link.term.id == KEPT}
    return name


@pytest.mark.parametrize(
    ("date", "name"), [("27-NOV-2024", "b, the older name"), ("27-NOV-2026", "the new name"), ("18-JUN-2025", "a name")]
)
def test_the_name_of_a_term_without_ontology_does_not_depend_on_the_order(tmp_path: Path, date: str, name: str) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    text = entry(100, KEPT)
    assert text.count("18-JUN-2025, entry") == text.count("F:something") == 1
    shown = name if date != "27-NOV-2024" else "c, the name"
    first.write_text(text.replace("F:something", "F:c, the name"), encoding="utf-8")
    other = entry(100, KEPT, accession="P54321").replace("F:something", f"F:{name}")
    second.write_text(other.replace("18-JUN-2025, entry", f"{date}, entry"), encoding="utf-8")
    for at, (one, two) in enumerate(((first, second), (second, first))):
        before, after = tmp_path / f"before{at}.atlas", tmp_path / f"after{at}.atlas"
        built(before, one)
        built(after, two, add_to=before)
        assert named(after) == shown
    built(tmp_path / "both.atlas", first, second)
    assert named(tmp_path / "both.atlas") == shown


def test_what_the_atlas_has_is_not_called_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    genes = tmp_path / "genes.atlas"
    built(genes, write_hgnc(tmp_path / "files"))
    annotations = str(write_gaf(tmp_path / "more"))
    assert main(["build", annotations, "--add-to", str(genes), "-o", str(tmp_path / "more.atlas")]) == 0
    (said,) = (line for line in capsys.readouterr().err.splitlines() if "not handed in" in line)
    assert "HGNC" not in said
    assert "NCBI Gene" in said
    lacking = {one.database.name for one in missing(find_inputs([annotations]).files)}
    assert "HGNC" in lacking
    assert "Ontology" not in lacking


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX systems do")
def test_a_reading_process_that_the_system_ends_is_told_as_that(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    large.write_text("".join(entry(number) for number in range(1, 6_000)), encoding="utf-8")

    def end_one(_progress: Progress) -> None:
        for child in multiprocessing.active_children()[:1]:
            os.kill(child.pid or 0, signal.SIGKILL)

    with pytest.raises(InputRefused, match="ended by the system") as refused:
        build_from_files(find_inputs([str(large)]), Wish(tmp_path / "x.atlas", jobs=2), Watch(end_one))
    assert (refused.value.where, "one process" in refused.value.remedy) == (str(large), True)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "home") == ["large.txt"]


def other_names(atlas: Path) -> set[str]:
    with AtlasReader(atlas) as reader:
        return {one.text for noun, one in all_records(reader) if noun is Synonym and one.subject == "OMIM:608971"}


def test_other_names_of_a_disease_go_with_the_entries_that_said_them(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    disease = "CC   -!- DISEASE: Immunodeficiency 104 ({acronym}) [MIM:608971]: A disease.\n"
    for path, version, acronym in ((old, 99, "OLD104"), (new, 100, "IMD104")):
        text = entry(version).replace(GO, disease.format(acronym=acronym) + GO)
        path.write_text(text, encoding="utf-8")
    one, two, once = (tmp_path / f"{name}.atlas" for name in ("one", "two", "once"))
    built(one, old)
    assert other_names(one) == {"OLD104"}
    built(two, new, add_to=one)
    built(once, old, new)
    assert other_names(two) == other_names(once) == {"IMD104"}
