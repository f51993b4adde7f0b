"""The door for Python programs, and the recipes of its page in the guide, run as they stand there."""

import os
import pickle
import re
import subprocess
import sys
import threading

import pytest

from atlasview import open_atlas
from atlasview.atlas.manifest import manifest
from atlasview.atlas.page import profile
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import resolve
from atlasview.library import Atlas
from atlasview.records.profile import GeneProfile, ProteinProfile, PublicationProfile, TermProfile
from atlasview.records.trouble import Ambiguous, AtlasDamaged, AtlasForeign, AtlasMissing, NotFound, Trouble
from tests.conftest import CHECKOUT

GUIDE = CHECKOUT / "docs" / "guide" / "python.md"
RECIPES = re.findall(r"```python\n(.*?)```\n\n```output\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture
def atlas(atlas_path):
    with open_atlas(atlas_path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("method", "name", "kind", "identifier"),
    [
        ("gene", "IL21", GeneProfile, "HGNC:6005"),
        ("gene", "cd127", GeneProfile, "HGNC:6024"),
        ("gene", "HGNC:6024", GeneProfile, "HGNC:6024"),
        ("gene", "ENSG00000168685", GeneProfile, "HGNC:6024"),
        ("protein", "P16871", ProteinProfile, "UniProtKB:P16871"),
        ("protein", "P16871-2", ProteinProfile, "UniProtKB:P16871-2"),
        ("protein", "IL7R", ProteinProfile, "UniProtKB:P16871"),
        ("protein", "EGFR", ProteinProfile, "UniProtKB:P00533"),
        ("cell_type", "CL:0002038", TermProfile, "CL:0002038"),
        ("cell_type", "T follicular helper cell", TermProfile, "CL:0002038"),
        ("term", "GO:0005125", TermProfile, "GO:0005125"),
        ("term", "cytokine activity", TermProfile, "GO:0005125"),
        ("disease", "Asthma", TermProfile, "OMIM:600807"),
        ("publication", "PMID:11081504", PublicationProfile, "PMID:11081504"),
        ("publication", "11081504", PublicationProfile, "PMID:11081504"),
    ],
)
def test_each_kind_comes_as_the_record_of_its_page(atlas, atlas_path, method, name, kind, identifier):
    found = getattr(atlas, method)(name)
    assert isinstance(found, kind)
    assert found.place.id == identifier
    with AtlasReader(atlas_path) as reader:
        assert found == profile(reader, resolve(reader, identifier))


def test_search_label_and_manifest_are_those_of_the_atlas(atlas, atlas_path):
    assert atlas.search("IL21", 3).hits[0].id == "HGNC:6005"
    assert len(atlas.search("interleukin", 3).hits) == 3
    assert atlas.search("interleukin", 0).hits == ()
    everything = atlas.search("interleukin", 10**30)
    assert (len(everything.hits) > 50, everything.more) == (True, False)
    with pytest.raises(ValueError, match="limit must be 0 or more"):
        atlas.search("interleukin", -1)
    with AtlasReader(atlas_path) as reader:
        assert (atlas.path, atlas.label, atlas.manifest) == (atlas_path, reader.label, manifest(reader))
    assert str(atlas.label) in repr(atlas)


@pytest.mark.parametrize("method", ["gene", "protein", "cell_type", "term", "disease", "publication"])
def test_what_is_not_there_is_trouble_that_says_so(atlas, method):
    for name in ("zzzzzz", "", "  ", "IL21 IL7R NOPE", "'; --", "gene: CL:0002038 GO:0005125"):
        with pytest.raises((NotFound, Ambiguous)) as refusal:
            getattr(atlas, method)(name)
        assert isinstance(refusal.value, Trouble)
        assert refusal.value.what and refusal.value.remedy


def test_refusals_pass_from_one_process_to_another(atlas):
    for name, kind in (("zzzzzz", NotFound), ("helper t cell", Ambiguous)):
        with pytest.raises(kind) as refusal:
            atlas.cell_type(name)
        passed = pickle.loads(pickle.dumps(refusal.value))
        assert type(passed) is kind
        assert (str(passed), vars(passed)) == (str(refusal.value), vars(refusal.value))


def test_a_thing_of_another_kind_is_not_found(atlas):
    with pytest.raises(NotFound, match="no gene in this atlas is called “CL:0002038”"):
        atlas.gene("CL:0002038")
    with pytest.raises(NotFound, match="no cell type in this atlas is called “zzzzzz”"):
        atlas.cell_type("zzzzzz")
    with pytest.raises(NotFound):
        atlas.cell_type("IL21")


def test_files_that_are_no_atlas_are_told_apart(atlas_path, tmp_path):
    with pytest.raises(AtlasMissing):
        open_atlas(tmp_path / "absent.atlas")
    (tmp_path / "text.atlas").write_text("no atlas at all, " * 100)
    with pytest.raises(AtlasForeign):
        open_atlas(str(tmp_path / "text.atlas"))
    (tmp_path / "cut.atlas").write_bytes(atlas_path.read_bytes()[:50_000])
    with pytest.raises(AtlasDamaged):
        open_atlas(tmp_path / "cut.atlas")


def test_the_environment_names_the_atlas_unless_a_path_does(atlas_path, small_atlas_path, monkeypatch):
    monkeypatch.setenv("ATLASVIEW_ATLAS", str(small_atlas_path))
    with open_atlas() as named, open_atlas(atlas_path) as chosen:
        assert (named.path, chosen.path) == (small_atlas_path, atlas_path)
    monkeypatch.delenv("ATLASVIEW_ATLAS")
    with open_atlas() as starter:
        assert starter.label.name == "Starter atlas"


def test_it_is_closed_behind_the_block_and_twice_does_no_harm(atlas_path):
    with open_atlas(atlas_path) as opened:
        pass
    opened.close()
    with pytest.raises(Exception, match="closed"):
        opened.gene("IL21")


def test_another_thread_may_use_it(atlas):
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(atlas.gene("IL21").gene.symbol))
    thread.start()
    thread.join()
    assert found == ["IL21"]


def run(program: str, folder, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_importing_the_package_imports_nothing_else(tmp_path):
    done = run("import sys, atlasview; print([m for m in sys.modules if m.startswith('atlasview.')])", tmp_path)
    assert (done.stdout, done.stderr) == ("[]\n", "")
    done = run("from atlasview import open_atlas; import sys; print('PySide6' in sys.modules)", tmp_path)
    assert (done.stdout, done.stderr) == ("False\n", "")
    assert "no attribute 'close_atlas'" in run("import atlasview; atlasview.close_atlas", tmp_path).stderr


def test_the_names_of_the_package_are_there():
    import atlasview

    assert atlasview.Atlas is Atlas
    assert all(hasattr(atlasview, name) for name in atlasview.__all__)


@pytest.mark.parametrize(("program", "output"), RECIPES, ids=range(len(RECIPES)))
def test_a_recipe_of_the_guide_does_what_it_says(atlas_path, tmp_path, program, output):
    folder = tmp_path / "recipe"
    folder.mkdir()
    done = run(program, folder, ATLASVIEW_ATLAS=str(atlas_path))
    assert done.stderr == ""
    assert done.stdout == output


def test_the_guide_has_an_example_and_three_recipes():
    assert len(RECIPES) == 4
    assert GUIDE.read_text(encoding="utf-8").count("```python") == 4


def test_the_figure_of_the_recipe_is_that_of_the_command_line(atlas_path, tmp_path):
    folder = tmp_path / "recipe"
    folder.mkdir()
    assert run(RECIPES[-1][0], folder, ATLASVIEW_ATLAS=str(atlas_path)).returncode == 0
    words = [
        "export",
        "figure",
        "IL7R",
        "--view",
        "domains",
        "--preset",
        "nature-single",
        "--letter",
        "a",
        "-o",
        "a.pdf",
    ]
    command = f"import sys; from atlasview.cli import main; sys.exit(main({words}))"
    assert run(command, folder, ATLASVIEW_ATLAS=str(atlas_path)).returncode == 0
    assert (folder / "IL7R.pdf").read_bytes() == (folder / "a.pdf").read_bytes()
