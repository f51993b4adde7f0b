"""What the entry of a protein says in words, topic by topic, with the papers behind it."""

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlasview.desktop.panels.exits import Exits, place_of, way_to, way_to_section
from atlasview.desktop.panels.rich_text import RichText
from atlasview.desktop.panels.wording import link
from atlasview.desktop.theme import Theme
from atlasview.figures.feature_words import evidence_line
from atlasview.records.profile import ProteinDetail
from atlasview.records.protein import Comment, Evidence

_PAPER = re.compile(r"(?P<more>, )?PubMed:(?P<number>\d+)")
_PAPERS_IN_TEXT = re.compile(r"\s*\(PubMed:[^()]*\)")
_PAPERS_SHOWN = 8
_SHORT = 220
_TOPICS = {"PTM": "Post-translational modification", "SIMILARITY": "Family"}


class CommentsPanel(RichText):
    """All that is said of a protein; papers are links to their pages."""

    def __init__(self, theme: Theme, exits: Exits, comments: tuple[Comment, ...]) -> None:
        super().__init__(theme, exits, lambda: comments_html(comments, theme.px(4)))
        self.setObjectName("comments-panel")
        self.setAccessibleName("Comments")
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setMaximumWidth(self._theme.width("article-text-max"))


def with_comments(theme: Theme, exits: Exits, panel: QWidget, detail: ProteinDetail) -> QWidget:
    """A panel of a protein with what its entry says below it; the panel alone where it says nothing."""
    if not detail.comments:
        return panel
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(12))
    column.addWidget(panel)
    column.addWidget(CommentsPanel(theme, exits, detail.comments))
    return body


def comments_html(comments: Iterable[Comment], gap: int) -> str:
    """Topics in the order of the entry, their texts below them."""
    parts = []
    for topic, group in groupby(comments, key=lambda one: one.topic):
        parts.append(f'<p style="margin:{4 * gap}px 0 0 0"><b>{escape(topic_name(topic))}</b></p>')
        parts += [f'<p style="margin:{gap}px 0 0 0">{_said(one)}</p>' for one in group]
    return "".join(parts)


def topic_name(topic: str) -> str:
    """A topic of UniProt as a heading: `SUBCELLULAR LOCATION` is `Subcellular location`."""
    return _TOPICS.get(topic, topic.capitalize())


def in_short(comments: Iterable[Comment], topic: str = "FUNCTION") -> str:
    """The first sentences of a topic, without the papers in brackets, as rich text; empty where nothing is said.

    The rest is a link away, in the Protein section of the same page.
    """
    said = next((one.text for one in comments if one.topic == topic and not one.molecule), "")
    text = _PAPERS_IN_TEXT.sub("", said)
    if len(text) <= _SHORT:
        return escape(text)
    end = text.rfind(". ", 0, _SHORT) + 1
    shown = text[:end] if end > 0 else f"{text[:_SHORT].rpartition(' ')[0]}…"
    return f"{escape(shown)} {link(way_to_section('Protein'), 'more')}"


def _said(comment: Comment) -> str:
    molecule = f'<span class="muted">{escape(comment.molecule)}:</span> ' if comment.molecule else ""
    text = _PAPER.sub(_paper_in_text, escape(comment.text))
    behind = _behind(comment.evidence, {found["number"] for found in _PAPER.finditer(comment.text)})
    return f"{molecule}{text}{f' <span class=muted>{behind}</span>' if behind else ''}"


def _behind(evidence: tuple[Evidence, ...], named: set[str]) -> str:
    """`Experiment: PubMed 1, 2 and 3 more`; the way it is known alone where no other paper is named."""
    known = dict.fromkeys(one.reference[5:] for one in evidence if one.reference.startswith("PMID:"))
    numbers = [number for number in known if number not in named]
    shown = ", ".join(_paper(number, first=not at) for at, number in enumerate(numbers[:_PAPERS_SHOWN]))
    if (more := len(numbers) - _PAPERS_SHOWN) > 0:
        shown += f" and {link(way_to_section('Citations'), f'{more} more')}"
    ways = escape(evidence_line(tuple(Evidence(one.code) for one in evidence)))
    return ": ".join(part for part in (ways, shown) if part)


def _paper_in_text(found: re.Match[str]) -> str:
    """`(PubMed 1, 2, 3)`: the word stands once in front of several numbers."""
    more = found["more"] or ""
    return f"{more}{_paper(found['number'], first=not more)}"


def _paper(number: str, first: bool = True) -> str:
    place = place_of(f"PMID:{number}")
    assert place is not None
    return link(way_to(place), f"PubMed\u00a0{number}" if first else number)
