"""About the program: versions, and the licences of what it is made of."""

import platform
from html import escape

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtWidgets import QWidget

from atlasview import __version__
from atlasview.desktop.dialogs.sheet import Sheet
from atlasview.desktop.theme import Theme
from atlasview.licences import Part, notice, parts


class About(Sheet):
    """Tells what this is and what it is made of; a licence's name leads to its text."""

    name = "about"
    title = "About AtlasView"
    size_hint = (620.0, 560.0)

    @classmethod
    def show_for(cls, theme: Theme, parent: QWidget) -> "About":
        """Show the versions."""
        return cls.present(theme, parent, about_text(parts()))

    def follow(self, link: QUrl) -> None:
        """Show the text of a licence, or the versions again."""
        known = parts()
        where = link.toString()
        if where == "notice":
            self.set_text(_with_way_back("Qt in AtlasView", notice()))
        elif where.isdigit():
            part = known[int(where)]
            self.set_text(_with_way_back(f"{part.name} {part.version}", part.text()))
        else:
            self.set_text(about_text(known))


def about_text(known: tuple[Part, ...]) -> str:
    """The page as HTML."""
    rows = "".join(_row(at, part) for at, part in enumerate(known))
    return (
        f"<p class='title'>AtlasView {escape(__version__)}</p>"
        "<p>An offline desktop atlas of genes. It opens no network connection: nothing is sent, nothing is fetched.</p>"
        "<p>AtlasView is free software under the MIT licence. Facts keep the licences of their sources; "
        "<i>Information on the atlas</i>, in the menu Atlas, lists them.</p>"
        "<p class='head'>Made of</p><table width='100%' cellspacing='0'>"
        "<tr><th>Part</th><th>Version</th><th>Licence</th></tr>"
        f"{rows}</table><p><a href='notice'>How Qt is used under the LGPL</a></p>"
        f"<p class='muted'>Qt {escape(qVersion())}, {escape(platform.platform())}</p>"
    )


def _row(at: int, part: Part) -> str:
    licence = f"<a href='{at}'>{escape(part.licence)}</a>" if part.files else escape(part.licence)
    return f"<tr><td>{escape(part.name)}</td><td>{escape(part.version)}</td><td>{licence}</td></tr>"


def _with_way_back(title: str, text: str) -> str:
    return f"<p><a href='about'>Back</a></p><p class='title'>{escape(title)}</p><pre>{escape(text)}</pre>"
