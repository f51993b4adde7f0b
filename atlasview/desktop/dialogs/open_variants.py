"""Choosing a file of one's own variants."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_KINDS = "Variants (*.vcf *.vcf.gz *.maf *.maf.gz *.txt *.tsv *.hgvs *.zip);;All files (*)"


class OpenVariants:
    """Asks which file of variants to load."""

    @classmethod
    def ask(cls, parent: QWidget, folder: Path) -> Path | None:
        """The chosen file, None where the user went back."""
        name, _ = QFileDialog.getOpenFileName(parent, "Load variants of your own", str(folder), _KINDS)
        return Path(name) if name else None
