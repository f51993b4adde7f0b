"""The packaged program gets all that the code imports, and nothing that reaches for a network."""

import ast
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import PySide6
import pytest

from atlasview.licences import closure, requirements
from make import bundle_contents
from tests.conftest import CHECKOUT
from tests.house.test_imports import MODULES, imports, under

QT = Path(PySide6.__file__).parent
SPEC = CHECKOUT / "atlasview.spec"


def entry(name: str, source: Path | str = "", kind: str = "BINARY") -> bundle_contents.Entry:
    return name, str(source), kind


def kept(*names: str, platform: str = "linux") -> list[str]:
    return [name for name, _, _ in bundle_contents.kept_binaries([entry(name) for name in names], platform)]


@pytest.fixture(scope="module")
def of_qt() -> list[bundle_contents.Entry]:
    """All libraries and plugins of the installed Qt, as PyInstaller would offer them."""
    found = [*(QT / "Qt" / "lib").glob("*.so*"), *(QT / "Qt" / "plugins").rglob("*.so")]
    return [entry(f"PySide6/{path.relative_to(QT).as_posix()}", path) for path in found]


def test_nothing_that_the_program_imports_is_left_out():
    excluded = tuple(name for name in bundle_contents.EXCLUDED if name != "numba")  # an extra that it does without
    left_out = {
        str(path.relative_to(CHECKOUT)): [name for name in imports(path) if under(name, excluded)] for path in MODULES
    }
    assert {path: names for path, names in left_out.items() if names} == {}


def test_no_part_of_numpy_is_used_that_is_left_out():
    """`np.random` needs no import of its own: it is missed when it is asked for."""
    parts = {name.removeprefix("numpy.") for name in bundle_contents.EXCLUDED if name.startswith("numpy.")}
    used = {
        f"{path.relative_to(CHECKOUT)}:{node.lineno} {node.attr}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if (node.value.id, node.attr in parts) == ("np", True)
    }
    assert parts and used == set()


def test_everything_that_the_program_imports_from_others_is_a_declared_dependency():
    allowed = {one.metadata["Name"].lower() for one in closure(requirements())}
    homes = packages_distributions()
    tops = {name.partition(".")[0] for path in MODULES for name in imports(path)}
    foreign = {top: homes[top] for top in tops if top in homes and top != "atlasview"}
    undeclared = {top for top, names in foreign.items() if not allowed & {name.lower() for name in names}}
    assert undeclared == set()


def test_no_module_is_imported_by_a_name_that_pyinstaller_could_not_read():
    found = []
    for path in MODULES:
        if path.name == "formats.py" and path.parent.name == "sources":
            continue  # the readers of formats, all of which the spec names
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if called.endswith(("import_module", "__import__")) and not isinstance(node.args[0], ast.Constant):
                found.append(f"{path.name}:{node.lineno}")
    assert found == []


def test_the_spec_is_python_and_leaves_files_where_the_program_looks_for_them():
    text = SPEC.read_text(encoding="utf-8")
    compile(text, str(SPEC), "exec")
    assert '"atlasview/_resources"' in text and '"atlasview/_guide"' in text
    assert 'hiddenimports=[*collect_submodules("atlasview.sources"), "alembic.context", "alembic.op"]' in text
    assert 'collect_data_files("atlasview.notebook", subdir="migrations", include_py_files=True)' in text
    assert "_MEIPASS" not in "".join(path.read_text(encoding="utf-8") for path in MODULES)
    for named in re.findall(r"bundle_contents\.(\w+)\(", text):
        assert hasattr(bundle_contents, named)


@pytest.mark.skipif(not shutil.which("objdump"), reason="needs objdump")
def test_whatever_a_kept_library_of_qt_links_to_is_kept(of_qt):
    chosen = bundle_contents.kept_binaries(of_qt, "linux")
    names = {Path(name).name for name, _, _ in chosen}
    missing = {}
    for _, source, _ in chosen:
        told = subprocess.run(["objdump", "-p", source], capture_output=True, text=True, check=True).stdout
        wanted = re.findall(r"NEEDED +(lib(?:Qt6|icu)\S+)", told)
        if lacking := [one for one in wanted if one not in names]:
            missing[Path(source).name] = lacking
    assert missing == {}
    assert {"libqxcb.so", "libqoffscreen.so", "libqwayland.so", "libqsvgicon.so"} <= names


def test_nothing_of_network_or_qml_is_kept(of_qt):
    names = [name for name, _, _ in bundle_contents.kept_binaries(of_qt, "linux")]
    assert len(names) > 15
    unwanted = re.compile("Network|Qml|Quick|networkinformation|tls|vnc|qmltooling|sqldrivers|OpenGL|Pdf|Test")
    assert [name for name in names if unwanted.search(name)] == []


def test_of_the_systems_libraries_only_what_a_desktop_may_lack_comes_along():
    wanted = ("libxcb-cursor.so.0", "libxkbcommon-x11.so.0", "libffi.so.8", "libpython3.11.so.1.0", "libsqlite3.so.0")
    unwanted = ("libglib-2.0.so.0", "libssl.so.3", "libgtk-3.so.0", "libfontconfig.so.1", "libstdc++.so.6", "libz.so.1")
    assert kept(*wanted, *unwanted) == list(wanted)
    assert kept("numpy/_core/_multiarray_umath.so", "libshiboken6.abi3.so.6.10") != []


def test_each_system_keeps_its_own_platform_plugin():
    plugins = [f"PySide6/plugins/platforms/{name}" for name in ("qwindows.dll", "qminimal.dll", "qoffscreen.dll")]
    assert kept(*plugins, platform="win32") == [plugins[0], plugins[2]]
    names = ["PySide6/Qt/plugins/imageformats/libqico.so", "PySide6/Qt/plugins/imageformats/libqsvg.so"]
    assert kept(*names) == names[1:]
    assert kept("MSVCP140.dll", "python311.dll", "PySide6/Qt6Network.dll", platform="win32") == [
        "MSVCP140.dll",
        "python311.dll",
    ]


def test_links_to_what_stays_out_stay_out_too():
    listed = [
        entry("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6", "SYMLINK"),
        entry("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        entry("PySide6/Qt/translations/qt_de.qm", "qt_de.qm", "DATA"),
        entry("atlasview/_resources/themes/tokens.toml", "tokens.toml", "DATA"),
    ]
    names = [name for name, _, _ in bundle_contents.kept_data(listed, "linux")]
    assert names == ["libQt6Core.so.6", "atlasview/_resources/themes/tokens.toml"]


def test_libraries_that_were_linked_anew_are_not_stripped():
    listed = [
        entry("numpy.libs/libscipy_openblas64_-32a4b2a6.so"),
        entry("numpy/_core/_multiarray_umath.so", kind="EXTENSION"),
        entry("pillow.libs/libtiff-20b7e810.so.6"),
        entry("PIL/_imaging.so", kind="EXTENSION"),
        entry("PySide6/QtCore.abi3.so", kind="EXTENSION"),
        entry("libpython3.11.so.1.0"),
    ]
    kinds = [kind for _, _, kind in bundle_contents.left_unstripped(listed)]
    assert kinds == ["DATA", "DATA", "DATA", "DATA", "EXTENSION", "BINARY"]


def test_how_this_python_was_built_is_not_told():
    listed = [entry("_sysconfigdata__linux_x86_64-linux-gnu", "/builder/of.py"), entry("json", "json.py")]
    (name, source, _), other = bundle_contents.kept_modules(listed)
    told: dict[str, object] = {}
    exec(Path(source).read_text(encoding="utf-8"), told)
    assert (name, told["build_time_vars"]) == (listed[0][0], {})
    assert other == listed[1]


@pytest.mark.parametrize(("before", "after"), [(None, None), ("/opt/lib", "/opt/lib")])
def test_what_the_packaged_program_starts_does_not_get_its_libraries(before, after):
    script = f"import runpy, os; runpy.run_path({str(CHECKOUT / 'make' / 'frozen_environment.py')!r})"
    told = "print({name: os.environ.get(name) for name in ('LD_LIBRARY_PATH', 'LD_LIBRARY_PATH_ORIG')})"
    environment = {"LD_LIBRARY_PATH": "/bundle/_internal", **({"LD_LIBRARY_PATH_ORIG": before} if before else {})}
    done = subprocess.run(
        [sys.executable, "-c", f"{script}; {told}"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ast.literal_eval(done.stdout) == {"LD_LIBRARY_PATH": after, "LD_LIBRARY_PATH_ORIG": None}
