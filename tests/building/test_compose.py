"""Public files become one atlas: tied by identifiers, every record accounted for, nothing half done."""

import gzip
import json
import re
from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.manifest import manifest
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import search
from atlasview.atlas.staging import Staging
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.intake import Intake
from atlasview.building.outcomes import packed
from atlasview.building.plan import Step, missing
from atlasview.building.reading import Readers, read_step
from atlasview.building.report import BuildReport, FileReport
from atlasview.building.settling import Settled
from atlasview.building.watch import Progress, Watch
from atlasview.building.wish import Wish
from atlasview.cli import main
from atlasview.records.gene import GeneName
from atlasview.records.source import Source
from atlasview.records.trouble import InputRefused, Stopped
from atlasview.sources.rejection import Rejected
from atlasview.sources.taken import Taken
from tests.building.public_files import GENE_INFO_ROWS, HGNC_ROWS, write_gaf, write_gene_info, write_hgnc


def built(target: Path, *given: Path, add_to: Path | None = None, **wish) -> BuildReport:
    return build_from_files(find_inputs(map(str, given)), Wish(target, add_to=add_to, jobs=1, **wish))


def of(report: BuildReport, name: str) -> FileReport:
    return next(file for file in report.files if file.file == name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = tmp_path / "files"
    write_hgnc(files)
    write_gene_info(files)
    write_gaf(files)
    return files


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "human.atlas"


def test_every_record_of_every_file_is_accounted_for(folder: Path, target: Path):
    report = built(target, folder)
    for file in report.files:
        source = file.source
        assert source.read == source.kept + source.rejected + source.filtered + source.superseded, file.file
    hgnc, ncbi, gaf = (of(report, name).source for name in ("hgnc.txt", "gene_info.txt", "goa.gaf"))
    assert (hgnc.read, hgnc.kept, hgnc.filtered) == (4, 3, 1)
    assert (ncbi.read, ncbi.kept, ncbi.filtered) == (4, 2, 2)
    assert (gaf.read, gaf.kept, gaf.rejected, gaf.filtered, gaf.superseded) == (4, 1, 1, 1, 1)
    [refusal] = of(report, "goa.gaf").refusals
    assert (refusal.line, refusal.detail) == (4, "UniProtKB:A0A000ZZZ9")
    with AtlasReader(target) as reader:
        assert {source.key: source.read for source in manifest(reader).sources} == {
            file.source.key: file.source.read for file in report.files
        }


def test_what_is_built_is_whole(folder: Path, target: Path):
    built(target, folder)
    assert check_atlas(target) == ()


def test_sources_are_tied_by_identifiers(folder: Path, target: Path):
    built(target, folder)
    with AtlasReader(target) as reader:
        gene = gene_profile(reader, "HGNC:6024")
        assert {name.text for name in gene.names if name.kind == "alias"} == {"CD127", "CDW127", "IL7RA"}
        assert [link.term.id for link in gene.terms] == ["GO:0004917"]
        assert gene_profile(reader, "NCBIGene:111111").gene.symbol == "LOC111111"
        asked = {"MLL": "KMT2A", "CD127": "IL7R", "3575": "IL7R", "ENSG00000138684": "IL21", "IL-21": "IL21"}
        assert {text: search(reader, text).hits[0].symbol for text in asked} == asked


def test_the_order_in_which_files_are_named_does_not_matter(folder: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    paths = sorted(folder.iterdir())
    built(tmp_path / "one.atlas", *paths, name="same")
    built(tmp_path / "two.atlas", *reversed(paths), name="same")
    assert (tmp_path / "one.atlas").read_bytes() == (tmp_path / "two.atlas").read_bytes()


def test_of_two_releases_the_later_row_wins_whichever_is_read_first(tmp_path: Path, target: Path):
    for place, name in enumerate(("a.txt", "b.txt")):
        rows = list(HGNC_ROWS[:1])
        later = ("HGNC:6024", "IL7RNEW", *rows[0][2:9], "2025-05-05", *rows[0][10:])
        write_hgnc(tmp_path / f"{place}", rows, name)
        write_hgnc(tmp_path / f"{place}", [later], "b.txt" if name == "a.txt" else "a.txt")
        report = built(target, tmp_path / f"{place}")
        assert sum(file.source.superseded for file in report.files) == 1
        with AtlasReader(target) as reader:
            assert gene_profile(reader, "HGNC:6024").gene.symbol == "IL7RNEW"
        assert check_atlas(target) == ()


def test_an_atlas_is_added_to_without_its_files(folder: Path, tmp_path: Path, target: Path):
    built(target, folder / "hgnc.txt", folder / "gene_info.txt")
    more = tmp_path / "more.atlas"
    report = built(more, folder / "goa.gaf", add_to=target)
    assert report.counts["genes"] == 4
    assert check_atlas(more) == ()
    with AtlasReader(more) as reader:
        gene = gene_profile(reader, "HGNC:6024")
        assert [link.term.id for link in gene.terms] == ["GO:0004917"]
        assert {name.text for name in gene.names if name.kind == "alias"} == {"CD127", "CDW127", "IL7RA"}
        assert len(manifest(reader).sources) == 3


def test_adding_nothing_new_changes_no_fact(folder: Path, tmp_path: Path, target: Path):
    built(target, folder)
    again = tmp_path / "again.atlas"
    report = built(again, folder / "goa.gaf", add_to=target)
    assert of(report, "goa.gaf").source.kept == 0
    with AtlasReader(target) as before, AtlasReader(again) as after:
        for gene in ("HGNC:6024", "HGNC:6005", "NCBIGene:111111"):
            one, two = gene_profile(before, gene), gene_profile(after, gene)
            assert (one.gene, one.names, one.identifiers, one.terms) == (
                two.gene,
                two.names,
                two.identifiers,
                two.terms,
            )


def test_a_stopped_build_leaves_the_old_atlas_and_nothing_else(folder: Path, target: Path):
    built(target, folder)
    before = target.read_bytes()
    for times in (0, 1, 3, 10):
        left = times

        def stopped() -> bool:
            nonlocal left
            left -= 1
            return left < 0

        with pytest.raises(Stopped):
            build_from_files(find_inputs([str(folder)]), Wish(target, jobs=1), Watch(stopped=stopped))
        assert target.read_bytes() == before
        assert {path.name for path in target.parent.iterdir()} == {"files", "human.atlas"}


def test_progress_only_rises_and_ends_at_the_whole(folder: Path, target: Path):
    told: list[Progress] = []
    build_from_files(find_inputs([str(folder)]), Wish(target, jobs=1), Watch(told.append))
    shares = [progress.done for progress in told]
    assert shares == sorted(shares) and shares[-1] == 1.0


def test_a_file_that_breaks_off_refuses_the_build_and_keeps_the_old_atlas(folder: Path, target: Path):
    built(target, folder)
    before = target.read_bytes()
    whole = gzip.compress((folder / "hgnc.txt").read_bytes() * 200)
    (folder / "hgnc.txt").write_bytes(whole[: len(whole) - 20])
    with pytest.raises(InputRefused, match="breaks off"):
        built(target, folder)
    assert target.read_bytes() == before
    assert {path.name for path in target.parent.iterdir()} == {"files", "human.atlas"}


def test_a_folder_passes_over_what_it_cannot_read_and_a_named_file_is_refused(folder: Path, target: Path):
    (folder / "notes.txt").write_text("nothing of ours\n", encoding="utf-8")
    (folder / "page.txt").write_text("<!DOCTYPE html><html>404</html>", encoding="utf-8")
    (folder / "empty.txt").touch()
    report = built(target, folder)
    assert dict(report.passed_over).keys() == {"notes.txt", "page.txt", "empty.txt"}
    for name, reason in (("notes.txt", "no format"), ("page.txt", "HTML"), ("empty.txt", "empty"), ("gone", "no such")):
        with pytest.raises(InputRefused, match=reason):
            find_inputs([str(folder / name)])


def test_of_two_releases_of_ncbi_gene_the_later_row_wins_under_the_id_of_hgnc(tmp_path: Path, target: Path):
    for name, description, date in (("a.txt", "old words", "20200101"), ("b.txt", "new words", "20250101")):
        row = list(GENE_INFO_ROWS[0])
        row[8], row[11], row[14] = description, description, date
        write_gene_info(tmp_path / "files", [tuple(row)], name)
    built(target, tmp_path / "files")
    with AtlasReader(target) as reader:
        gene = gene_profile(reader, "HGNC:6024")
    assert (gene.gene.name, [name.text for name in gene.names if name.text == "old words"]) == ("new words", [])


def test_diseases_are_one_only_where_the_other_identifier_means_the_same(tmp_path: Path, target: Path):
    """Mondo tells which of its cross-references are equivalent; a related disease stays a disease of its own."""
    terms = (
        ("MONDO:0000001", "one disease", "OMIM:1", "equivalentTo"),
        ("MONDO:0000002", "another", "OMIM:2", "relatedTo"),
    )
    stanzas = "".join(
        f'\n[Term]\nid: {term}\nname: {name}\nxref: {other} {{source="MONDO:{how}"}}\n'
        for term, name, other, how in terms
    )
    (tmp_path / "mondo.obo").write_text(f"format-version: 1.2\nontology: mondo\n{stanzas}", encoding="utf-8")
    write_hgnc(tmp_path)
    with Staging(tmp_path / "staging") as staging:
        intake = Intake(staging)
        number = intake.begin(Source("mondo", "Mondo"), 1)
        step = Step(next(one for one in find_inputs([str(tmp_path / "mondo.obo")]).files), "mondo", 1)
        with Readers(1) as readers:
            read_step(step, intake, number, 9606, readers, Watch())
        intake.finish()
        settled = Settled(intake)
    assert settled.aliases == {"OMIM:1": "MONDO:0000001"}


def test_the_command_builds_and_names_the_databases_that_were_not_handed_in(folder: Path, target: Path, capsys):
    assert main(["build", str(folder), "-o", str(target), "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["counts"]["genes"] == 4
    [lacking] = [line for line in told.err.splitlines() if "not handed in" in line]
    assert "Ensembl" in lacking and "HGNC" not in lacking
    assert re.search(r" and \d+ more$", lacking) and len(lacking) < 120
    [where] = [line for line in told.err.splitlines() if "where it is published" in line]
    chapter = Path(where.rpartition(": ")[2]).read_text(encoding="utf-8")
    lacks = missing(find_inputs([str(folder)]).files)
    assert len(lacks) > 20
    assert [one.database.name for one in lacks if one.database.published not in chapter] == []


def test_expression_arrives_on_its_gene_with_unit_level_and_data_set(folder: Path, target: Path):
    rows = "Gene\tGene name\tTissue\tnTPM\nENSG00000168685\tIL7R\tliver\t0\nENSG00000168685\tIL7R\tretina\tNA\n"
    (folder / "rna_tissue_consensus.tsv").write_text(f"{rows}ENSG00000000005\tTNMD\tliver\t1\n", encoding="utf-8")
    levels = "Gene\tGene name\tTissue\tCell type\tLevel\tReliability\n"
    (folder / "normal_tissue.tsv").write_text(
        f"{levels}ENSG00000168685\tIL7R\tliver\thepatocytes\tLow\tUncertain\n", encoding="utf-8"
    )
    report = built(target, folder)
    assert report.counts["expression"] == 3
    tissues = of(report, "rna_tissue_consensus.tsv").source
    assert (tissues.database, tissues.licence, tissues.read, tissues.kept, tissues.rejected) == (
        "Human Protein Atlas", "CC-BY-SA-3.0", 2, 1, 1,
    )  # fmt: skip
    with AtlasReader(target) as reader:
        found = gene_profile(reader, "HGNC:6024").expression
    assert [(one.sample, one.part, one.value, one.level, one.reliability, one.unit, one.kind) for one in found] == [
        ("liver", "hepatocytes", None, "low", "uncertain", "", "protein level"),
        ("liver", "", 0.0, "", "", "nTPM", "tissue"),
        ("retina", "", None, "", "", "nTPM", "tissue"),
    ]
    assert check_atlas(target) == ()


def test_an_identifier_with_control_characters_is_rejected():
    taken = Taken(7, [GeneName("symbol:IL\x1c7R", "alias", "CD127", "here")])
    rejected = packed(taken, "file.tsv")
    assert isinstance(rejected, Rejected)
    assert (rejected.line, rejected.reason) == (7, "an identifier holds control characters")


def test_an_atlas_never_takes_the_place_of_another_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    genes = write_hgnc(tmp_path)
    before = genes.read_bytes()
    assert main(["build", str(genes), "-o", str(genes)]) == 1
    assert "not an atlas, and is not replaced" in capsys.readouterr().err
    assert main(["build", str(genes), "-o", str(tmp_path / "x.atlas"), "--report", str(genes)]) == 1
    assert "the place of a file that is read" in capsys.readouterr().err
    assert main(["build", str(genes), "-o", "-"]) == 1
    assert "an atlas is not written to standard output" in capsys.readouterr().err
    assert genes.read_bytes() == before
    assert not (tmp_path / "x.atlas").exists()
    (tmp_path / "x.atlas").touch()
    for _again in range(2):
        assert main(["build", str(genes), "-o", str(tmp_path / "x.atlas")]) == 0


def test_a_report_that_cannot_be_written_does_not_hide_that_the_atlas_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, nowhere = tmp_path / "x.atlas", tmp_path / "file" / "report.json"
    nowhere.parent.write_text("no folder", encoding="utf-8")
    assert main(["build", str(write_hgnc(tmp_path)), "-o", str(target), "--report", str(nowhere)]) == 1
    said = capsys.readouterr()
    *_, built_line, trouble = said.err.splitlines()
    assert built_line.startswith("atlasview: built x ")
    assert str(nowhere) in trouble and "cannot be written" in trouble
    assert "hgnc.txt" in said.out
    assert check_atlas(target) == ()
