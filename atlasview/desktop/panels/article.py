"""Articles of a gene: where the text comes from, the text with its links, and the papers it cites."""

import datetime as dt
from html import escape

from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlasview.desktop.panels.banner import Banner
from atlasview.desktop.panels.citations_menu import add_citations
from atlasview.desktop.panels.exits import Exits, place_of, way_to
from atlasview.desktop.panels.exports import CitationsExport
from atlasview.desktop.panels.menu_button import MenuButton
from atlasview.desktop.panels.references import References, is_paper
from atlasview.desktop.panels.rich_text import RichText
from atlasview.desktop.panels.wording import counted
from atlasview.desktop.theme import Theme
from atlasview.export.markdown import rich_text
from atlasview.records.article import Article
from atlasview.records.profile import CitedPaper

_LINES = 1.58
_LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "ja": "Japanese"}
_ORIGINS = {
    "curated": "Curated, in our own words.",
    "imported": "Imported from a file of its authors.",
    "machine-written": "Written by a machine, from cited facts.",
}


class ArticlePanel(QWidget):
    """All articles of a gene, one under the other, each under a banner that says where it comes from."""

    def __init__(
        self, theme: Theme, exits: Exits, articles: tuple[Article, ...], papers: tuple[CitedPaper, ...]
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("article-panel")
        self.setAccessibleName("Article")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._texts: list[RichText] = []
        for article in articles:
            self._add(article, exits, papers)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _add(self, article: Article, exits: Exits, papers: tuple[CitedPaper, ...]) -> None:
        theme = self._theme
        text = RichText(theme, exits, lambda: _body(article, papers, theme), font="article", line=_LINES)
        text.setAccessibleName(article.title or "Article")
        notes = RichText(theme, exits, lambda: _reference_list(article, papers, theme), font="small")
        notes.setAccessibleName("References")
        self._texts += [text, notes]
        warning = article.origin == "machine-written"
        strong, rest = _origin(article, papers)
        self._column.addWidget(Banner(theme, strong, rest, "warning" if warning else "document", warning))
        self._column.addWidget(text)
        self._column.addWidget(notes)
        references = References(papers)
        _sections(article, references, "")
        cited = references.papers()
        if cited:
            self._column.addWidget(self._make_export(exits, CitationsExport(cited, part="article")))

    def _make_export(self, exits: Exits, cited: CitationsExport) -> MenuButton:
        words = f"Export {counted(len(cited.papers), 'reference')}"
        button = MenuButton(
            self._theme, words, lambda menu: add_citations(self._theme, menu, exits, cited), parent=self
        )
        button.setObjectName("article-references-export")
        button.setAccessibleName(words)
        return button

    def _restyle(self) -> None:
        for text in self._texts:
            text.setMaximumWidth(self._theme.width("article-text-max"))
        self._column.setSpacing(self._theme.px(12))


def _origin(article: Article, papers: tuple[CitedPaper, ...]) -> tuple[str, str]:
    references = References(papers)
    _sections(article, references, "")
    parts = [
        f"Last revised {_day(article.revised)}" if article.revised else "",
        _LANGUAGES.get(article.language, article.language),
        f"{counted(len(references), 'reference')}, each cited by PMID or DOI" if len(references) else "",
        ", ".join(article.authors),
    ]
    if any(section.translated for section in article.sections):
        parts.append("partly translated automatically")
    return _ORIGINS.get(article.origin, article.origin), " · ".join(part for part in parts if part)


def _day(date: str) -> str:
    try:
        day = dt.date.fromisoformat(date)
    except ValueError:
        return date
    return f"{day.day} {day:%b %Y}"


def _sections(article: Article, references: References, paragraph: str) -> str:
    def linker(text: str, target: str) -> str:
        if is_paper(target):
            return _citation(text, target, references)
        place = place_of(target)
        if place is not None:
            return f'<a href="{escape(way_to(place))}">{text}</a>'
        return f'<a href="{escape(target)}">{text}</a>' if target.startswith("https://") else text

    parts = []
    for section in article.sections:
        if section.heading:
            flag = ' <span class="muted small">translated automatically</span>' if section.translated else ""
            parts.append(f'<p style="{paragraph}; font-weight:600">{escape(section.heading)}{flag}</p>')
        parts.append(rich_text(section.text, linker, paragraph))
    return "".join(parts)


def _citation(text: str, target: str, references: References) -> str:
    place = place_of(target)
    number = references.number(target)
    way = escape(way_to(place)) if place else ""
    mark = f'<a href="{way}"><sup>{number}</sup></a>'
    said = text.removeprefix("PMID:").removeprefix("DOI:").strip()
    bare = said.isdigit() or said.lower() == target.partition(":")[2].lower() or not said
    return mark if bare else f"{text}{mark}"


def _body(article: Article, papers: tuple[CitedPaper, ...], theme: Theme) -> str:
    return _sections(article, References(papers), f"margin:0 0 {theme.px(12)}px 0")


def _reference_list(article: Article, papers: tuple[CitedPaper, ...], theme: Theme) -> str:
    references = References(papers)
    _sections(article, references, "")
    lines = references.listed()
    if not lines:
        return ""
    width, gap = theme.px(28), theme.px(4)
    rows = "".join(
        f'<tr><td width="{width}" style="padding-bottom:{gap}px"><span class="muted">{number}</span></td>'
        f'<td style="padding-bottom:{gap}px">{line}</td></tr>'
        for number, line in enumerate(lines, 1)
    )
    head = f'<tr><td colspan="2" style="padding-bottom:{2 * gap}px; font-weight:600">References</td></tr>'
    return f'<table cellspacing="0" cellpadding="0">{head}{rows}</table>'
