"""Running the command line in this process, on the starter atlas."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtWidgets import QApplication

from atlasview.cli import main


class Answer(NamedTuple):
    """What a line of words gave."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """The JSON document on standard output."""
        read: dict[str, Any] = json.loads(self.out)
        return read


@pytest.fixture
def atlasview(
    atlas_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], qapp: QApplication
) -> Callable[..., Answer]:
    """Runs a line of words on the starter atlas; figures are measured by the application that all tests share."""
    monkeypatch.setenv("ATLASVIEW_ATLAS", str(atlas_path))

    def run(*words: str | Path) -> Answer:
        capsys.readouterr()
        status = main([str(word) for word in words])
        return Answer(status, *capsys.readouterr())

    return run
