"""What the entry of a protein says, as rich text: topic by topic, long ones cut, with the papers behind it."""

import re
from collections.abc import Collection, Iterable, Sequence
from html import escape
from itertools import groupby
from urllib.parse import quote

from atlasview.desktop.panels.exits import place_of, way_to, way_to_section
from atlasview.desktop.panels.wording import counted, link
from atlasview.figures.feature_words import evidence_line
from atlasview.records.protein import Comment, Evidence

MORE = "more:"
"""Target of the link that shows all of a topic, before its name."""
LESS = "less:"
_PAPER = re.compile(r"(?P<more>, )?PubMed:(?P<number>\d+)")
_PAPERS_IN_TEXT = re.compile(r"\s*\(PubMed:[^()]*\)")
_MANY_PAPERS = re.compile(r"\((PubMed:\d+(?:, PubMed:\d+){5,})\)")
_FIRST_PAPERS = 3
_ADDRESS = re.compile(r"https?://(?:(?!&#x27;|&quot;|&lt;|&gt;)[^\s()])*[^\s().,;:]")
_DISEASE = re.compile(r"\[MIM:(\d+)\]")
_SENTENCE_END = re.compile(r"\.\s+(?=[A-Z0-9(\[])")
_JOINED = "\u00a0"
_PAPERS_SHOWN = 8
_SHORT = 220
_ROOM = 520
"""Letters of a topic that are shown at first, those of papers in brackets not counted: some seven lines."""
_LITTLE = 180
"""So little more of a topic is shown at once as well: a link would take nearly as much room."""
_TOPICS = {"PTM": "Post-translational modification", "SIMILARITY": "Family"}


def comments_html(comments: Iterable[Comment], gap: int, opened: Collection[str] = ()) -> str:
    """Topics in the order of the entry, their texts below them; long topics are cut unless they are `opened`."""
    parts = []
    for topic, group in groupby(comments, key=lambda one: one.topic):
        parts.append(f'<p style="margin:{4 * gap}px 0 0 0"><b>{escape(topic_name(topic))}</b></p>')
        said = _topic(topic, list(group), topic in opened)
        parts += [f'<p style="margin:{gap}px 0 0 0">{text}</p>' for text in said]
    return "".join(parts)


def topic_name(topic: str) -> str:
    """A topic of UniProt as a heading: `SUBCELLULAR LOCATION` is `Subcellular location`."""
    return _TOPICS.get(topic, topic.capitalize())


def in_short(comments: Iterable[Comment], topic: str = "FUNCTION") -> str:
    """The first sentences of a topic, without the papers in brackets, as rich text; empty where nothing is said.

    The rest is a link away, in the Comments section of the same page.
    """
    said = next((one.words for one in comments if one.topic == topic and not one.molecule), "")
    text = _PAPERS_IN_TEXT.sub("", said)
    if len(text) <= _SHORT:
        return escape(text)
    end = text.rfind(". ", 0, _SHORT) + 1
    shown = text[:end] if end > 0 else f"{text[:_SHORT].rpartition(' ')[0]}…"
    return f"{escape(shown)} {link(way_to_section('Comments'), 'more')}"


def _topic(topic: str, comments: Sequence[Comment], opened: bool) -> list[str]:
    """Paragraphs of a topic; where they are cut a link shows all of it, and where they would be, cuts it again."""
    lengths = [_length(one.words) for one in comments]
    long = sum(lengths) > _ROOM + _LITTLE
    if opened:
        *before, last = map(_said, comments)
        cut = long or any(_MANY_PAPERS.search(one.words) for one in comments)
        return [*before, f"{last} {link(LESS + quote(topic), 'less')}" if cut else last]
    rest = MORE + quote(topic)
    if not long:
        return [_said(one, rest) for one in comments]
    shown: list[str] = []
    room = _ROOM
    for at, (one, length) in enumerate(zip(comments, lengths, strict=True)):
        if length > room:
            if room < _LITTLE and shown:
                hidden = counted(len(comments) - at, "paragraph")
                return [*shown, link(rest, f"{hidden} more")]
            begun = _linked(_beginning(one.words, room), rest)
            return [*shown, f"{_molecule(one)}{begun} {link(rest, 'more')}"]
        shown.append(_said(one, rest))
        room -= length
    return shown


def _length(text: str) -> int:
    return len(_PAPERS_IN_TEXT.sub("", text))


def _beginning(text: str, room: int) -> str:
    """The sentences that there is room for, else as many words; nothing ends within brackets."""
    last = 0
    for found in _SENTENCE_END.finditer(text):
        end = found.start() + 1
        if _length(text[:end]) > room:
            break
        if text.count("(", 0, end) == text.count(")", 0, end):
            last = end
    if last:
        return text[:last]
    words = text[:room].rpartition(" ")[0]
    if words.count("(") > words.count(")"):
        words = words.rpartition("(")[0]
    return f"{words.rstrip(' ,;.')}…"


def _said(comment: Comment, rest: str = "") -> str:
    """A paragraph; many papers in brackets are cut where `rest` is a link to all of them."""
    behind = _behind(comment.evidence, {found["number"] for found in _PAPER.finditer(comment.text)})
    said = f"{_molecule(comment)}{_linked(comment.words, rest)}"
    return f"{said} <span class=muted>{behind}</span>" if behind else said


def _molecule(comment: Comment) -> str:
    return f'<span class="muted">{escape(comment.molecule)}:</span> ' if comment.molecule else ""


def _linked(text: str, rest: str = "") -> str:
    text = escape(text)
    if rest:
        text = _MANY_PAPERS.sub(lambda found: _first_papers(found[1], rest), text)
    text = _ADDRESS.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', text)
    return _DISEASE.sub(_disease_in_text, _PAPER.sub(_paper_in_text, text))


def _first_papers(papers: str, rest: str) -> str:
    shown, more = papers.split(", ")[:_FIRST_PAPERS], papers.count(", ") + 1 - _FIRST_PAPERS
    return f"({', '.join(shown)} and {link(rest, f'{more}{_JOINED}more')})"


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
    return _way(f"PMID:{number}", f"PubMed{_JOINED}{number}" if first else number)


def _disease_in_text(found: re.Match[str]) -> str:
    number = found[1]
    return f"[{_way(f'OMIM:{number}', f'OMIM{_JOINED}{number}')}]"


def _way(curie: str, words: str) -> str:
    place = place_of(curie)
    assert place is not None
    return link(way_to(place), words)
