"""The build hook makes the starter atlas of a checkout, once."""

import importlib.util
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from atlasview.atlas.reader import AtlasReader
from tests.atlases import CHECKOUT, SMALL_TABLES


@pytest.fixture
def hook(tmp_path: Path) -> Any:
    pytest.importorskip("hatchling")
    shutil.copytree(SMALL_TABLES, tmp_path / "db" / "starter")
    specification = importlib.util.spec_from_file_location("hatch_build", CHECKOUT / "hatch_build.py")
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    told: list[str] = []
    made = module.StarterAtlasHook(str(tmp_path), {}, None, None, str(tmp_path), "wheel")
    made.told = told
    made._StarterAtlasHook__app = made._BuildHookInterface__app = SimpleNamespace(display_info=told.append)
    return made


def test_the_atlas_is_built_once_and_is_part_of_the_package(hook: Any, tmp_path: Path):
    target = tmp_path / "resources" / "atlas" / "starter.atlas"
    path = list(sys.path)
    given: dict[str, Any] = {}
    hook.initialize("standard", given)
    assert given["artifacts"] == ["resources/atlas/starter.atlas"]
    with AtlasReader(target) as reader:
        assert reader.label.name == "Small atlas"
    built = target.stat().st_mtime_ns
    hook.initialize("standard", {})
    assert target.stat().st_mtime_ns == built
    assert len(hook.told) == 1
    assert sys.path == path
    hook.clean(["standard"])
    assert not target.exists()
    hook.clean(["standard"])
