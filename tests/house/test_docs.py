"""The documents are complete: what the program offers is written down, and nothing that it does not offer."""

import fnmatch
import json
import re
import tomllib
from pathlib import Path

import pytest

from atlasview import cli
from atlasview.desktop.actions import ACTIONS
from atlasview.desktop.guide.chapters import GENERATED
from atlasview.export.presets import PRESETS
from atlasview.glossary import term_of
from atlasview.home.settings import SETTINGS
from atlasview.records.significance import METRICS
from tests.conftest import CHECKOUT
from tests.house.test_tree import text, tracked

GUIDE = CHECKOUT / "docs" / "guide"
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


BLOCK = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
"""What stands between fences is an example: nothing in it is a link."""


def documents() -> list[str]:
    return [name for name in tracked("*.md") if not name.startswith(("db/starter/articles/", "tests/"))]


def code_spans(markdown: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", markdown))


@pytest.mark.parametrize("name", documents())
def test_every_link_within_the_documents_leads_somewhere(name):
    targets = [
        target
        for target in LINK.findall(BLOCK.sub("", text(name)))
        if "://" not in target and not target.startswith(("mailto:", "atlas:"))
    ]
    missing = [target for target in targets if not (CHECKOUT / name).parent.joinpath(target).exists()]
    assert missing == []


def test_every_page_of_the_guide_is_in_its_contents():
    contents = LINK.findall((GUIDE / "README.md").read_text(encoding="utf-8"))
    assert {page.name for page in GUIDE.glob("*.md")} - {"README.md"} <= set(contents)


@pytest.mark.parametrize("key", GENERATED)
def test_chapters_that_are_made_are_as_they_would_be_made_now(key):
    assert (GUIDE / f"{key}.md").read_text(encoding="utf-8") == GENERATED[key](), "run `make guide`"


def test_every_action_of_the_window_is_in_the_keyboard_page_with_its_keys():
    rows = [line for line in (GUIDE / "keyboard.md").read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    written = {tuple(cell.strip() for cell in row.strip("|").split("|"))[:2] for row in rows}
    expected = {(spec.title, " ".join(f"`{keys}`" for keys in spec.shortcuts) or "–") for spec in ACTIONS}
    assert expected - written == set()


def test_a_word_is_defined_in_one_place_only():
    page = text("docs/GLOSSARY.md")
    rows = re.findall(r"^\| \*\*(.+?)\*\*", page, re.M)
    assert len(rows) >= 20
    twice = [word for row in rows for word in row.replace("**", "").split(", ") if term_of(word) is not None]
    assert twice == []


def test_every_shipped_file_has_its_origin_and_licence():
    rows = [line for line in text("resources/README.md").splitlines() if line.startswith("| `")]
    patterns = [span for row in rows for span in code_spans(row.split("|")[1])]
    shipped = [name.removeprefix("resources/") for name in tracked("resources/*") if not name.endswith("README.md")]
    assert [name for name in shipped if not any(fnmatch.fnmatch(name, pattern) for pattern in patterns)] == []
    assert all(len(row.split("|")) == 6 and all(cell.strip() for cell in row.split("|")[1:5]) for row in rows)


def test_every_package_that_the_program_runs_on_has_its_licence_written_down():
    page = text("docs/licences.md").lower().replace("`", "")
    for name in ("requirements.txt", "requirements-dev.txt"):
        for package in re.findall(r"^([a-z0-9_.-]+)==", text(name), re.M):
            assert re.search(rf"\b{re.escape(package)}\b", page), package


def test_every_decision_is_in_the_list_of_decisions():
    listed = set(LINK.findall(text("docs/decisions/README.md")))
    files = {path.name for path in (CHECKOUT / "docs" / "decisions").glob("0*.md")}
    assert listed == files


def test_the_version_is_in_the_changes():
    from atlasview import __version__

    assert f"## {__version__}" in text("CHANGELOG.md")


def test_every_part_of_the_program_is_in_the_architecture():
    page = code_spans(text("docs/ARCHITECTURE.md"))
    parts = {path.name + ("/" if path.is_dir() else "") for path in (CHECKOUT / "atlasview").iterdir()}
    assert {part for part in parts if not part.startswith("_")} - page == set()


def test_every_target_of_make_is_in_its_help():
    targets = re.findall(r"^([a-z]+):(.*)$", text("Makefile"), re.M)
    assert {name for name, rest in targets if "##" not in rest} == {"system"}
    assert {"run", "test", "venv", "soak", "bench", "requirements", "clean", "help"} <= {name for name, _ in targets}


def test_the_project_describes_itself_without_what_is_not_there():
    project = tomllib.loads(text("pyproject.toml"))
    included = project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert [name for name in included if not list(CHECKOUT.glob(name.lstrip("/")))] == []
    assert Path(CHECKOUT, project["project"]["readme"]).is_file()


def test_every_setting_is_in_the_guide():
    page = (GUIDE / "start.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert {span for row in rows for span in code_spans(row.split("|")[1])} == {setting.key for setting in SETTINGS}


COMMANDS = (
    "search",
    "show",
    "info",
    "check",
    "build",
    "significance",
    "redraw",
    "self-test",
    "export sequence",
    "export figure",
    "export citations",
    "export table",
)
SHARED = {"--atlas", "--home", "--exit-when-shown", "--version"}
OPTION = re.compile(r"(?<![\w-])(--?[a-z][a-z-]*)")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_option_of_the_command_line_is_in_the_guide(command, capsys):
    assert cli.main([*command.split(), "--help"]) == 0
    offered = set(OPTION.findall(capsys.readouterr().out)) - {"-h", "--help"}
    page = (GUIDE / "command-line.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## atlasview {command}".rstrip() + "\n")[2].partition("\n## ")[0]
    written = {option for row in section.splitlines() if row.startswith("|") for option in OPTION.findall(row)}
    assert written - {"-h", "--help"} == offered - (SHARED if command else set())


def test_every_command_is_in_the_guide(capsys):
    assert cli.main(["--help"]) == 0
    listed = capsys.readouterr().out.partition("Commands:")[2]
    commands = {line.split()[0] for line in listed.splitlines() if line.strip()}
    assert commands == {command.split()[0] for command in COMMANDS}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("search cd127", "search"),
        ("show IL7R", "gene"),
        ("show P16871", "protein"),
        ("show CL:0002038", "cell type"),
        ("show GO:0005125", "term"),
        ("show Asthma", "disease"),
        ("show PMID:11081504", "paper"),
        ("info", "info"),
    ],
)
def test_the_guide_names_every_key_of_a_document(words, named, capsys):
    assert cli.main([*words.split(), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    listed = (GUIDE / "command-line.md").read_text(encoding="utf-8").partition("\n## Documents\n")[2]
    written = re.search(rf"^ ?{named} +(\{{.*?\}})$", listed, re.MULTILINE | re.DOTALL)
    assert written is not None
    nested = [key for hit in document.get("hits", ())[:1] for key in hit]
    assert sorted(re.findall(r'"(\w+)"', written[1])) == sorted([*document, *nested])


def test_every_size_of_a_figure_is_in_the_guide():
    page = (GUIDE / "exports.md").read_text(encoding="utf-8")
    assert set(PRESETS) <= code_spans(page)


def test_every_metric_is_explained_in_the_guide():
    rows = (GUIDE / "gene-page.md").read_text(encoding="utf-8")
    assert [name for name in METRICS.values() if f"| {name.lower()} |" not in rows.lower()] == []


def test_every_section_of_the_gene_page_is_in_the_guide():
    page = (GUIDE / "gene-page.md").read_text(encoding="utf-8")
    sections = re.findall(
        r'(?:SectionPlan\(\s*|_plan\(\s*)"([A-Z][a-z ]+)"', text("atlasview/desktop/pages/gene_page.py")
    )
    assert len(sections) >= 8
    assert [name for name in sections if f"| {name} |" not in page] == []
