"""Files that lie beside facts and hold none that a build could take: told by what they are, with what they are for."""

import re
from collections.abc import Callable, Iterator

from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome

_HDF5 = b"\x89HDF\r\n\x1a\n"
_BARCODE = re.compile(r"[ACGT]{8,32}(?:-\d+)?")
_FEATURES = {"Gene Expression", "Antibody Capture", "CRISPR Guide Capture", "Multiplexing Capture", "Custom", "Peaks"}
_CELLS = "compute scores from the cells first, and take their table: see Cell significance in the guide"


def _is_style(head: Head) -> bool:
    return "<style" in head.text[:4000] and "purl.org/net/xbiblio/csl" in head.text[:4000]


def _is_hdf5(head: Head) -> bool:
    return head.start.startswith(_HDF5)


def _is_matrix(head: Head) -> bool:
    return head.first.startswith("%%MatrixMarket")


def _is_barcodes(head: Head) -> bool:
    lines = [line.strip() for line in head.lines[:50] if line.strip()]
    return bool(lines) and all(map(_BARCODE.fullmatch, lines))


def _is_features(head: Head) -> bool:
    rows = [line.split("\t") for line in head.lines[:50] if line.strip()]
    return bool(rows) and all(len(row) > 2 and row[2] in _FEATURES for row in rows)


def _refusing(what: str, remedy: str) -> Callable[[SourceFile], Iterator[Outcome]]:
    def read(file: SourceFile) -> Iterator[Outcome]:
        """Always raises InputRefused."""
        raise file.refused(what, remedy=remedy)

    return read


def _format(key: str, title: str, database: str, reason: tuple[str, str], recognises: Callable[[Head], bool]) -> Format:
    return Format(key, title, database, Turn.TIES, f"nothing: {reason[0]}", recognises, _refusing(*reason))


_STYLE = ("a citation style says how papers are written, not which", "choose a style where citations are exported")
_CELLS_ONLY = ("single cells are no facts of genes yet", _CELLS)
FORMATS = (
    _format("csl-style", "Citation style (CSL)", "styles", _STYLE, _is_style),
    _format("h5ad", "Single cells (AnnData h5ad, 10x h5)", "cells", _CELLS_ONLY, _is_hdf5),
    _format("10x-matrix", "Single cells (10x matrix)", "cells", _CELLS_ONLY, _is_matrix),
    _format("10x-barcodes", "Single cells (10x barcodes)", "cells", _CELLS_ONLY, _is_barcodes),
    _format("10x-features", "Single cells (10x features)", "cells", _CELLS_ONLY, _is_features),
)
