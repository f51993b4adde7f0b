"""No module that reads files is left out of the damaged files: all that the package holds is tried."""

import ast
import random
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import walk_packages

import pytest

import atlasview.sources
from atlasview.building.outcomes import packed
from atlasview.building.parcels import Parcel
from atlasview.records.own_variant import OwnLine
from atlasview.records.profile import GeneProfile
from atlasview.records.trouble import InputRefused
from atlasview.sources.format import Format
from atlasview.sources.formats import formats
from atlasview.sources.links import Links
from atlasview.sources.opened import SourceFile
from atlasview.sources.own_variants import Known, Reading, file_of, judged, read_own
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Taken
from tests.sources.mutations import MUTATIONS
from tests.sources.samples import samples
from tests.sources.test_own_variants import MAF, VCF

PACKAGE = "atlasview.sources"
TRIED_ELSEWHERE = {
    "own_variants": "test_own_variants_survive_damage, below",
    "tables": "tests/sources/test_tables.py",
    "recognition": "tests/sources/test_mutations.py asks it about every damaged file",
    "formats": "declares the formats",
    "licences_stated": "is told a licence and reads no file: tests/sources/test_licences_stated.py",
    "residue_fit": "is told residues and reads no file: tests/building/test_placing.py",
}
"""Modules that no format uses."""
OWN = (VCF, MAF, "p.Ser185Cys\nIL7R p.Thr244Ile\nNP_002176.2:p.(Thr244Ile)\np.Cys74_Gly78del\n")
ROUNDS, SOAK_ROUNDS = 2, 200


@cache
def modules() -> frozenset[str]:
    """Names of all modules of the package, without its own."""
    found = walk_packages(atlasview.sources.__path__, f"{PACKAGE}.")
    return frozenset(one.name.removeprefix(f"{PACKAGE}.") for one in found if not one.ispkg)


def uses(module: str) -> set[str]:
    """Modules of the package that one of them imports."""
    spec = find_spec(f"{PACKAGE}.{module}")
    assert spec is not None
    assert spec.origin is not None
    tree = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    named = {node.module or "": [alias.name for alias in node.names] for node in ast.walk(tree) if _is_from(node)}
    words = {f"{module}.{name}" for module, names in named.items() for name in names} | set(named)
    return {word.removeprefix(f"{PACKAGE}.") for word in words} & modules()


def _is_from(node: ast.AST) -> bool:
    return isinstance(node, ast.ImportFrom)


def declaring() -> set[str]:
    return {one for one in modules() if hasattr(import_module(f"{PACKAGE}.{one}"), "FORMATS")}


def test_every_declared_format_is_damaged():
    declared = {form.key for one in declaring() for form in import_module(f"{PACKAGE}.{one}").FORMATS}
    assert declared == {form.key for form in formats()}


def test_every_other_module_is_used_by_a_format_or_tried_elsewhere():
    met: set[str] = set()
    asked = list(declaring())
    while asked:
        if (one := asked.pop()) not in met:
            met.add(one)
            asked += uses(one)
    assert modules() - met == set(TRIED_ELSEWHERE)


def outcomes(path: Path, form: Format) -> list[Taken | Rejected | Filtered] | None:
    """All outcomes; None where the file is refused."""
    try:
        with SourceFile(path, source="here") as file:
            return list(form.read(file))
    except InputRefused:
        return None


@pytest.mark.soak
@pytest.mark.parametrize("form", formats(), ids=lambda form: form.key)
def test_whatever_was_taken_can_wait_for_its_atlas(tmp_path: Path, form: Format, soak: bool):
    """Each record of a damaged file becomes a parcel or is rejected, and blocks of rows count what single ones do."""
    if form.key not in samples():
        pytest.skip(f"no sample of {form.key} without the public files")
    path = tmp_path / "damaged"
    for number in range(SOAK_ROUNDS // 10 if soak else 1):
        for mutation in MUTATIONS:
            dice = random.Random(f"{form.key} {mutation.__name__} waits {number}")
            path.write_bytes(mutation(dice.choice(samples()[form.key]), dice))
            found = outcomes(path, form)
            kinds = [type(packed(one, path.name)) for one in found or ()]
            assert set(kinds) <= {Parcel, Rejected, Filtered}, (mutation.__name__, number)
            if form.links is not None and found is not None:
                assert counted(path, form) == len(found), (mutation.__name__, number)


def counted(path: Path, form: Format) -> int:
    assert form.links is not None
    with SourceFile(path, source="here") as file:
        blocks: list[Links] = list(form.links(file))
    return sum(links.read for links in blocks)


@pytest.mark.soak
def test_own_variants_survive_damage(tmp_path: Path, gene, soak: bool):
    page = gene("IL7R")
    known = Known(page)
    path = tmp_path / "own.txt"
    for number in range(SOAK_ROUNDS if soak else ROUNDS):
        for mutation in MUTATIONS:
            dice = random.Random(f"{mutation.__name__} own {number}")
            path.write_bytes(mutation(dice.choice(OWN).encode(), dice))
            reading, said = own_reading(path, page)
            assert said if reading is None else all(isinstance(line, OwnLine) for line in reading.lines)
            assert all(judged(line, known).said for line in reading.lines) if reading else True


def own_reading(path: Path, page: GeneProfile) -> tuple[Reading | None, str]:
    """What a file of variants of one's own holds; None where it is refused, with what is to be done."""
    try:
        with file_of(path) as file:
            return read_own(file, page), ""
    except InputRefused as trouble:
        return None, trouble.remedy or trouble.what
