"""Lays a page out on paper and looks for printers, as the print preview does."""

from typing import TYPE_CHECKING

from atlasview.bundled import starter_atlas
from atlasview.commands.self_test.files import GENE
from atlasview.commands.self_test.outcome import Outcome, Watch
from atlasview.commands.self_test.readers import READERS

if TYPE_CHECKING:
    from atlasview.commands.self_test.window import Faults


def try_paper(faults: "Faults") -> list[Outcome]:
    """One outcome: a page as PDF, and how many printers there are."""
    from PySide6.QtPrintSupport import QPrinterInfo

    from atlasview.desktop.printing import PrintJob
    from atlasview.library import open_atlas

    watch = Watch.started()
    with open_atlas(starter_atlas()) as atlas:
        content = PrintJob(atlas.gene(GENE)).pdf("A4", landscape=False).content
    printers = len(QPrinterInfo.availablePrinterNames())
    found = f"{len(content):,} bytes, {READERS['.pdf'](content)}, {printers} printers"
    return [watch.outcome("paper", found, faults.taken())]
