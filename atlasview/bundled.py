"""Where shipped files are: a wheel, a checkout and a frozen bundle look alike from here."""

from functools import cache
from pathlib import Path
from typing import Any


@cache
def resources() -> Path:
    """Folder of shipped files: beside the package's modules where it was installed, else the checkout's."""
    return _shipped("_resources", "resources")


@cache
def guide() -> Path:
    """Folder of the user guide, Markdown with its pictures: shipped as it is written."""
    return _shipped("_guide", "docs/guide")


def _shipped(installed: str, written: str) -> Path:
    package = Path(__file__).resolve().parent
    beside = package / installed
    return beside if beside.is_dir() else package.parent / written


def resource(name: str) -> Path:
    """Path of a shipped file by its name under `resources/` (`icons/search.svg`)."""
    return resources() / name


def starter_atlas() -> Path:
    """Path of the embedded starter atlas."""
    return resource("atlas/starter.atlas")


@cache
def tokens() -> dict[str, Any]:
    """The design tokens (`resources/themes/tokens.toml`) as nested dictionaries."""
    import tomllib

    return tomllib.loads(resource("themes/tokens.toml").read_text(encoding="utf-8"))
