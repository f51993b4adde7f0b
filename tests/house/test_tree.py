"""The tree of files keeps the rules of the house."""

import ast
import re
import subprocess

import pytest

from tests.conftest import CHECKOUT

LONGEST_FILE = 400
LONGEST_FUNCTION = 35
VAGUE = {"util", "utils", "misc", "helper", "helpers", "common", "manager", "stuff"}
# Written in pieces, so that this file does not hold what it looks for.
HOSTS = "|".join(
    re.escape(host) for host in ("py" + "pi.org", "python" + "hosted", "deb." + "debian.org", "registry." + "npmjs")
)
MACHINE_PATHS = r"(^|[^A-Za-z0-9_.])/(wo" + r"rk|ro" + r"ot|home/[a-z]+)/"
UNFINISHED = re.compile("TO" + "DO|FIX" + "ME|XX" + "X|NotImplemented" + "Error")


def tracked(*patterns: str) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("needs a git checkout")
    return [name for name in listed.stdout.splitlines() if (CHECKOUT / name).is_file()]


def text(name: str) -> str:
    return (CHECKOUT / name).read_text(encoding="utf-8")


def test_no_python_file_is_longer_than_a_reader_likes():
    long = {name: count for name in tracked("*.py") if (count := len(text(name).splitlines())) > LONGEST_FILE}
    assert long == {}


def test_no_function_is_longer_than_a_screen():
    long = {}
    for name in tracked("atlasview/*.py", "hatch_build.py", "make/*.py", "benchmarks/*.py"):
        for node in ast.walk(ast.parse(text(name))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    long[f"{name}:{node.lineno} {node.name}"] = lines
    assert long == {}


def test_no_name_of_a_file_says_nothing():
    vague = [name for name in tracked() if VAGUE & set(re.split(r"[/._-]", name.lower()))]
    assert vague == []


def test_every_module_says_what_it_is_for():
    spoken = [name for name in tracked("*.py") if not name.startswith("tests/")]
    silent = [name for name in spoken if not ast.get_docstring(ast.parse(text(name)))]
    assert silent == []


def test_no_text_names_a_machine_or_a_registry():
    found = []
    for name in tracked():
        if not name.endswith((".svg", ".png")):
            for number, line in enumerate(text(name).splitlines(), 1):
                if re.search(HOSTS, line) or re.search(MACHINE_PATHS, line):
                    found.append(f"{name}:{number}")
    assert found == []


def test_nothing_is_left_unfinished():
    found = [name for name in tracked("*.py") if UNFINISHED.search(text(name))]
    assert found == []


def test_no_generated_atlas_is_tracked():
    listed = subprocess.run(
        ["git", "ls-files", "*.atlas", "*.pyc", ".venv"], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert listed.stdout == ""


def test_pinned_requirements_are_hashed_and_name_no_address():
    for name in ("requirements.txt", "requirements-dev.txt"):
        pins = re.findall(r"^[a-z0-9_.-]+==[^\\]+\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text(name), re.M)
        assert len(pins) == len(re.findall(r"^[a-z0-9_.-]+==", text(name), re.M)) > 10
        assert not re.search(r"://|--index|--find-links|--trusted", text(name).partition("==")[2])


def test_pinned_requirements_are_within_the_declared_ranges():
    import tomllib

    from packaging.requirements import Requirement

    project = tomllib.loads(text("pyproject.toml"))["project"]
    pins = dict(re.findall(r"^([a-z0-9_.-]+)==([^ ]+)", text("requirements-dev.txt"), re.M))
    declared = [Requirement(line) for line in (*project["dependencies"], *project["optional-dependencies"]["dev"])]
    outside = [str(one) for one in declared if not one.specifier.contains(pins[one.name.lower().replace("_", "-")])]
    assert outside == []
    shipped = dict(re.findall(r"^([a-z0-9_.-]+)==([^ ]+)", text("requirements.txt"), re.M))
    assert {name: pins[name] for name in shipped} == shipped
