"""Build hook: makes the embedded starter atlas of db/starter whenever the package is built or installed."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TABLES = Path("db", "starter")
TARGET = Path("resources", "atlas", "starter.atlas")


class StarterAtlasHook(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build the atlas unless the one at hand was made of the same tables by the same code."""
        root = Path(self.root)
        build_data.setdefault("artifacts", []).append(TARGET.as_posix())
        sys.path.insert(0, str(root))
        try:
            from atlasview.building.starter import build_starter, is_current

            if not is_current(root / TABLES, root / TARGET):
                report = build_starter(root / TABLES, root / TARGET)
                self.app.display_info(f"{report.label}: {report.size:,} bytes")
        finally:
            sys.path.remove(str(root))

    def clean(self, versions: list[str]) -> None:  # noqa: ARG002
        (Path(self.root) / TARGET).unlink(missing_ok=True)
