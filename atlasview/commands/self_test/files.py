"""Writes a file of each format, through the command line's own commands, and reads each back."""

import contextlib
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from atlasview.bundled import starter_atlas
from atlasview.commands.self_test.outcome import Outcome, Watch
from atlasview.commands.self_test.readers import READERS
from atlasview.commands.shared import Shared

if TYPE_CHECKING:
    from atlasview.commands.self_test.window import Faults

GENE = "IL21"
"""A gene of the starter atlas with everything that can be exported but a transcript."""
_WITH_TRANSCRIPT = "IL7R"
_CELL_TYPES = ["CL:0000236", "CL:0000623"]


def lines(folder: Path) -> dict[str, list[str]]:
    """Name of each file to be written to a folder, and the words that write it (without `-o FILE`), in their order."""
    from atlasview.export.formats import CITATIONS, SEQUENCES, TABLES
    from atlasview.export.presets import FORMATS, OF_GENES, VIEWS

    asked = {f"sequence-{form}{end}": ["sequence", GENE, "--format", form] for form, end in SEQUENCES.items()}
    of = {"structure": [_WITH_TRANSCRIPT], "compare": _CELL_TYPES, **{key: [GENE, "CXCL13"] for key in OF_GENES}}
    for view in VIEWS:
        asked |= {f"{view}.{form}": ["figure", *of.get(view, [GENE]), "--view", view] for form in FORMATS}
    asked |= {f"citations-{form}{end}": ["citations", GENE, "--format", form] for form, end in CITATIONS.items()}
    table = ["table", GENE, "--what", "identifiers"]
    asked |= {f"table-{form}{end}": [*table, "--format", form] for form, end in TABLES.items()}
    written = {name: ["export", *words] for name, words in asked.items()}
    figures = (name for name in written if name.startswith("domains."))
    return written | {f"again-{name}": ["redraw", str(folder / name)] for name in figures}


def write_files(folder: Path, faults: "Faults") -> list[Outcome]:
    """Write and read all files in an empty folder; one outcome for each."""
    return [_write(folder / name, words, faults) for name, words in lines(folder).items()]


def _write(path: Path, words: Sequence[str], faults: "Faults") -> Outcome:
    from atlasview.commands.application import run

    watch = Watch.started()
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            status = run([*words, "-o", str(path)], Shared(atlas=starter_atlas()))
        if status:
            raise ValueError(f"exit status {status}: {said.getvalue().strip()}")
        content = path.read_bytes()
        found = f"{len(content):,} bytes, {READERS[path.suffix](content)}"
        trouble = []
    except Exception as error:  # noqa: BLE001 -- whatever goes wrong with a format is what the table is to tell
        found, trouble = "not written", [f"{type(error).__name__}: {error}"]
    return watch.outcome(f"file: {path.name}", found, [*trouble, *faults.taken()])
