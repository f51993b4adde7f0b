"""Facts: a muted label and a value on each line, in one grid that holds across blocks."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.fact_words import row_of, words_of
from atlasview.desktop.panels.rich_text import RichText
from atlasview.desktop.panels.term_card import TermCard
from atlasview.desktop.theme import Theme


@dataclass(frozen=True, slots=True)
class Fact:
    """A label in plain text and a value in rich text; `below` is a smaller muted line under the value."""

    label: str
    value: str
    below: str = ""


class Facts(RichText):
    """Shows facts in two columns, the labels in a column of fixed width."""

    def __init__(self, theme: Theme, exits: Exits, facts: Callable[[], tuple[Fact, ...]]) -> None:
        def compose() -> str:
            label = theme.space("label-column") + theme.px(8)
            rows = "".join(_row(fact, label, theme.px(4)) for fact in facts())
            return f'<table cellspacing="0" cellpadding="0">{rows}</table>'

        super().__init__(theme, exits, compose)
        self.setAccessibleName("Facts")
        TermCard(theme, self.viewport(), lambda: words_of(self), lambda: row_of(self), keeper=self)


def _row(fact: Fact, label_width: int, gap: int) -> str:
    padding = f"padding-top: {gap}px; padding-bottom: {gap}px"
    below = f'<br><span class="muted small">{fact.below}</span>' if fact.below else ""
    return (
        f'<tr><td width="{label_width}" style="{padding}"><span class="muted">{escape(fact.label)}</span></td>'
        f'<td style="{padding}">{fact.value}{below}</td></tr>'
    )
