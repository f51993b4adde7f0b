"""Who imports what: the import contracts, Qt's parts where they belong, and nothing heavy before it is needed."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

PACKAGE = CHECKOUT / "atlasview"
MODULES = sorted(PACKAGE.rglob("*.py"))
# Each costs more than the whole first paint may (0.1 to 1 s), and no page needs it before it is shown.
HEAVY = ("pyqtgraph", "Bio", "numpy", "scipy", "h5py", "numba", "PIL", "citeproc", "lxml", "typer", "rich", "alembic")
CHECKOUT_ONLY = ("db", "resources", "tests", "benchmarks", "make", "hatch_build")
NETWORK = ("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "PySide6.QtNetwork")


def imports(path: Path, top_level: bool = False) -> Iterator[str]:
    """Full names of what a module imports, not counting what only type checkers read.

    With `top_level`, only what it imports as soon as it is imported.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in _run(tree, not top_level):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _run(node: ast.AST, functions: bool) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        for_types_only = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
        later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        if not for_types_only and (functions or not later):
            yield child
            yield from _run(child, functions)


def under(name: str, roots: tuple[str, ...]) -> bool:
    return any(name == root or name.startswith(f"{root}.") for root in roots)


def room(path: Path) -> str:
    """Name of the part of the program that a module belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def offenders(roots: tuple[str, ...], *allowed: str, top_level: bool = False) -> dict[str, list[str]]:
    found = {}
    for path in MODULES:
        if room(path) not in allowed and (bad := [name for name in imports(path, top_level) if under(name, roots)]):
            found[str(path.relative_to(CHECKOUT))] = bad
    return found


def test_import_contracts_hold():
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_widgets_are_in_desktop_only():
    assert offenders(("PySide6.QtWidgets", "PySide6.QtSvgWidgets"), "desktop", "app") == {}


def test_messages_have_one_door():
    """A box in the way is for a question, and there is one; nothing writes to a terminal that nobody may see."""
    boxes = ("PySide6.QtWidgets.QMessageBox", "PySide6.QtWidgets.QErrorMessage", "PySide6.QtWidgets.QSystemTrayIcon")
    assert set(offenders(boxes)) <= {"atlasview/desktop/dialogs/replace_files.py"}
    spoken = ("print", "sys.stdout", "sys.stderr", "warnings.warn", "QMessageBox.warning", "QMessageBox.critical")
    desktop = [path for path in MODULES if room(path) == "desktop"]
    calls = {
        path.name: ast.unparse(node)
        for path in desktop
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute | ast.Name) and ast.unparse(node) in spoken
    }
    assert calls == {}


def test_painting_is_in_render_and_desktop_only():
    assert offenders(("PySide6.QtGui", "PySide6.QtSvg"), "render", "desktop", "app") == {}


def test_nothing_heavy_is_imported_before_it_is_needed():
    # Scores are made of arrays, and nothing imports them before they are asked for.
    arrays = ("numpy", "h5py")
    assert offenders(arrays, "significance", top_level=True) == {}
    assert offenders(("atlasview.significance",), "significance", top_level=True) == {}
    others = tuple(name for name in HEAVY if name not in (*arrays, "alembic"))
    assert offenders(others, "commands", top_level=True) == {}
    assert offenders(tuple(name for name in others if name != "typer"), top_level=True) == {}


def test_alembic_is_imported_by_the_migrations_that_it_runs_itself():
    importing = offenders(("alembic",), top_level=True)
    assert importing
    assert all(name.startswith("atlasview/notebook/migrations/") for name in importing)


def test_only_the_command_line_imports_the_commands():
    assert offenders(("atlasview.commands",), "commands", "cli") == {}


def test_sql_is_not_imported_with_the_window():
    assert offenders(("sqlalchemy", "sqlite3"), "atlas", "notebook", top_level=True) == {}
    assert offenders(("atlasview.notebook",), "notebook", top_level=True) == {}
    atlas = {name for path in (PACKAGE / "desktop").rglob("*.py") for name in imports(path, top_level=True)}
    assert not [name for name in atlas if under(name, ("atlasview.atlas",))]


def test_the_program_needs_nothing_that_only_a_checkout_has():
    assert offenders(CHECKOUT_ONLY) == {}


def test_nothing_of_the_network_is_imported():
    assert offenders(NETWORK) == {}


def test_an_import_within_a_function_is_not_counted_as_one_at_start(tmp_path):
    module = tmp_path / "late.py"
    typing = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import numpy\n"
    module.write_text(f"import os\n{typing}class A:\n    import json\n    def f(self):\n        import rich\n")
    seen = ["os", "typing", "typing.TYPE_CHECKING", "json"]
    assert list(imports(module, top_level=True)) == seen
    assert list(imports(module)) == [*seen, "rich"]


@pytest.fixture(scope="module")
def imported_at_start(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of all modules that a start up to the first painted page imports."""
    home = tmp_path_factory.mktemp("home")  # empty: not the pages that whoever tests had open last
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "atlasview", "--exit-when-shown"],
        cwd=tmp_path_factory.mktemp("elsewhere"),
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "ATLASVIEW_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


def test_the_first_page_is_painted_without_anything_heavy(imported_at_start):
    assert "PySide6.QtWidgets" in imported_at_start
    assert sorted(name for name in imported_at_start if under(name, (*HEAVY, "sqlalchemy"))) == []


def test_the_first_page_is_painted_without_the_network(imported_at_start):
    reached = ("PySide6.QtNetwork", "http", "urllib.request")
    assert sorted(name for name in imported_at_start if under(name, reached)) == []
