"""What the open atlas says of itself: file, version, contents, and where its facts come from under which licence."""

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from atlasview.desktop.dialogs.sheet import Sheet
from atlasview.desktop.theme import Theme

if TYPE_CHECKING:
    from atlasview.records.source import Manifest, Source


class AtlasInformation(Sheet):
    """Tells what the manifest holds."""

    name = "atlas-information"
    title = "Information on the atlas"
    size_hint = (760.0, 620.0)

    @classmethod
    def show_for(cls, theme: Theme, parent: QWidget, manifest: "Manifest", path: Path) -> "AtlasInformation":
        """Show the manifest of the atlas at `path`."""
        return cls.present(theme, parent, information_text(manifest, path))


def information_text(manifest: "Manifest", path: Path) -> str:
    """The page as HTML."""
    facts = (
        ("File", str(path)),
        ("Version", manifest.label.version),
        ("Built", manifest.built),
        ("Assembly", manifest.assembly),
        ("Schema", str(manifest.schema)),
        ("Seal (SHA-256)", manifest.label.sha256),
    )
    lines = "".join(f"<tr><td class='muted'>{name}</td><td>{escape(value)}</td></tr>" for name, value in facts if value)
    counts = "".join(
        f"<tr><td>{escape(noun.replace('_', ' '))}</td><td class='number' align='right'>{count:,}</td></tr>"
        for noun, count in manifest.counts.items()
    )
    sources = "".join(_source_row(source) for source in manifest.sources)
    return (
        f"<p class='title'>{escape(manifest.label.name)}</p><table cellspacing='0'>{lines}</table>"
        f"<p class='head'>Contents</p><table cellspacing='0'>{counts}</table>"
        "<p class='head'>Sources</p><table width='100%' cellspacing='0'>"
        f"<tr><th>Source</th><th>Licence</th><th>Conditions</th></tr>{sources}</table>"
    )


def _source_row(source: "Source") -> str:
    cells = (source.label, source.licence, source.conditions or "–")
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
