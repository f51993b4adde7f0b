"""Files that processes read whole beside each other: the atlas is the same, and whatever ends early ends all of it."""

import gzip
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from atlasview.building import reading
from atlasview.building.batches import Batch, batches
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.outcomes import outcome_of, outcomes_of, plain
from atlasview.building.report import BuildReport
from atlasview.building.watch import Progress, Watch
from atlasview.building.wish import Wish
from atlasview.records.trouble import InputRefused, Stopped
from atlasview.sources.formats import format_of
from atlasview.sources.opened import SourceFile
from tests.building.public_files import GAF_ROWS, GENE_INFO_ROWS, HGNC_ROWS, write_gaf, write_gene_info, write_hgnc
from tests.building.test_additions import entry
from tests.building.test_papers_and_interactions import ALIASES, LINKS
from tests.sources.outcomes import written

GENES = 1_500
MANY = range(GENES)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files of many batches each, of one, of rows that only tie, and one that is read in chunks between them."""
    monkeypatch.setattr(reading, "_WORTH_READING_AHEAD", 1)
    monkeypatch.setattr(reading, "_WORTH_PROCESSES", 200_000)
    files = tmp_path / "files"
    first, info, go = HGNC_ROWS[0], GENE_INFO_ROWS[0], GAF_ROWS[0]
    made = [(f"HGNC:{900000 + at}", f"MADE{at}", f"gene {at}", *first[3:10], str(900_000 + at), "", "") for at in MANY]
    write_hgnc(files, [*HGNC_ROWS, *made, ("HGNC:no", *first[1:])])
    numbered = [("9606", str(900_000 + at), f"MADE{at}", "-", f"name {at}", "-", *info[6:]) for at in MANY]
    write_gene_info(files, [*GENE_INFO_ROWS, *numbered])
    write_gaf(files, [*GAF_ROWS, *((*go[:4], f"GO:{at:07}", *go[5:]) for at in MANY), go[:3]])
    tied = "".join(f"9606\t{900_000 + at}\t{at + 1}\n" for at in MANY)
    text = "".join(entry(100, f"GO:{at:07}", accession=f"Q{at:05}") for at in range(10_000, 10_100))
    for name, content in (
        ("gene2pubmed", f"#tax_id\tGeneID\tPubMed_ID\n{tied}9606\tno\t7\n10090\t1\t7\n"),
        ("aliases.txt", ALIASES),
        ("links.txt", LINKS),
        ("proteins.txt", text),
    ):
        written(files, content, name)
    (files / "odd.gmt").write_bytes("SET ONE\tna\tIL7R\tIL21\nD\xe9j\xe0\tna\tIL7R\n".encode("latin-1"))
    return files


def built(given: Path, target: Path, jobs: int, watch: Watch | None = None) -> BuildReport:
    return build_from_files(find_inputs([str(given)]), Wish(target, "Made", jobs=jobs), watch)


def account(report: BuildReport) -> list[object]:
    return [(one.source, one.reasons, one.refusals, one.unmatched, one.remarks) for one in report.files]


def trouble(given: Path, jobs: int) -> str:
    target = given.parent / "refused.atlas"
    with pytest.raises(InputRefused) as refused:
        built(given, target, jobs)
    assert (target.exists(), multiprocessing.active_children()) == (False, [])
    return str(refused.value)


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_atlas_and_the_account_are_those_of_one_process(folder: Path, tmp_path: Path, jobs: int) -> None:
    one, more = tmp_path / "one.atlas", tmp_path / "more.atlas"
    told: list[Progress] = []
    report, beside = built(folder, one, 1), built(folder, more, jobs, Watch(told.append))
    assert account(report) == account(beside)
    assert (report.passed_over, report.contradictions) == (beside.passed_over, beside.contradictions)
    assert one.read_bytes() == more.read_bytes()
    fates = {fate for file in report.files for fate, _reason, _number in file.reasons}
    assert {"rejected", "filtered"} <= fates
    assert [remark for file in report.files for remark in file.remarks] != []
    shares = [progress.done for progress in told]
    assert shares == sorted(shares)
    assert multiprocessing.active_children() == []


def test_few_bytes_start_no_process(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(reading, "ReadingProcesses", None)
    assert built(folder, tmp_path / "x.atlas", 2).files


def test_a_file_that_breaks_off_refuses_the_build_as_with_one_process(folder: Path) -> None:
    whole = gzip.compress((folder / "gene_info.txt").read_bytes())
    (folder / "gene_info.txt").write_bytes(whole[: len(whole) - 2_000])
    assert trouble(folder, 1) == trouble(folder, 2)


def test_a_file_that_refuses_itself_is_passed_over_as_with_one_process(folder: Path, tmp_path: Path) -> None:
    write_gene_info(folder, [], name="empty.txt")
    gtf = '1\thavana\tgene\t1\t9\t.\t+\t.\tgene_id "ENSG00000168685"; gene_name "IL7R";\n'
    (folder / "models.gtf").write_text(gtf, encoding="utf-8")
    reports = [built(folder, tmp_path / f"{jobs}.atlas", jobs) for jobs in (1, 2)]
    assert reports[0].passed_over == reports[1].passed_over != ()
    assert account(reports[0]) == account(reports[1])


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX systems do")
def test_a_file_whose_process_the_system_ends_is_never_passed_over(folder: Path, tmp_path: Path) -> None:
    def end_all(_progress: Progress) -> None:
        for child in multiprocessing.active_children():
            os.kill(child.pid or 0, signal.SIGKILL)

    with pytest.raises(InputRefused, match="ended by the system") as refused:
        built(folder, tmp_path / "x.atlas", 2, Watch(end_all))
    assert (Path(refused.value.where).parent, "one process" in refused.value.remedy) == (folder, True)
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["files"]


def after(times: int) -> Callable[[], bool]:
    """Says no so many times."""
    answers = iter([False] * times)
    return lambda: next(answers, True)


@pytest.mark.parametrize("times", [0, 1, 4, 8])
def test_a_stopped_build_ends_its_processes_at_once(folder: Path, tmp_path: Path, times: int) -> None:
    with pytest.raises(Stopped):
        built(folder, tmp_path / "x.atlas", 2, Watch(stopped=after(times)))
    assert multiprocessing.active_children() == []
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["files"]


def batches_of(path: Path, key: str) -> list[Batch]:
    known = format_of(key)
    assert known is not None
    with SourceFile(path, source=key) as file:
        return list(batches(file, outcomes_of(known, file)))


@pytest.mark.parametrize(
    ("name", "key"),
    [("hgnc.txt", "hgnc"), ("goa.gaf", "gaf"), ("gene2pubmed", "gene2pubmed"), ("links.txt", "string-links")],
)
def test_outcomes_are_the_same_behind_their_values(folder: Path, name: str, key: str) -> None:
    outcomes = [outcome for batch in batches_of(folder / name, key) for outcome in batch.outcomes]
    assert outcomes == [outcome_of(plain(outcome)) for outcome in outcomes] != []


def test_a_batch_holds_hundreds_of_outcomes_and_the_last_what_the_file_said(folder: Path) -> None:
    found = batches_of(folder / "odd.gmt", "gmt")
    assert (len(found), len(found[-1].said.remarks), found[-1].done) == (1, 1, 1.0)
    found = batches_of(folder / "hgnc.txt", "hgnc")
    assert [len(list(batch.outcomes)) for batch in found] == [500, 500, 500, len(HGNC_ROWS) + 1]
