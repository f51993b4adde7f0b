"""Finding words in the whole guide."""

from dataclasses import dataclass

from PySide6.QtGui import QTextDocument

from atlasview.desktop.guide.chapters import chapters, text_of

MOST = 200
_AROUND = 36


@dataclass(frozen=True, slots=True)
class Found:
    """One place: position and length in the chapter's text, and the words around it."""

    chapter: str
    start: int
    length: int
    around: str


class Finder:
    """Keeps the plain text of every chapter, in the positions that the page shows them at."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def find(self, words: str) -> list[Found]:
        """Every place of some words as they are typed, whatever their case, chapter by chapter; MOST at most.

        A chapter whose title is meant comes first.
        """
        sought = words.strip().casefold()
        if not sought:
            return []
        order = sorted(chapters(), key=lambda one: sought not in one.title.casefold())
        found: list[Found] = []
        for chapter in order:
            found += self._in_chapter(chapter.key, sought)
        return found[:MOST]

    def _in_chapter(self, key: str, sought: str) -> list[Found]:
        text = self._text(key)
        folded = text.casefold() if len(text.casefold()) == len(text) else text.lower()
        found, at = [], folded.find(sought)
        while at >= 0:
            found.append(Found(key, at, len(sought), _around(text, at, len(sought))))
            at = folded.find(sought, at + len(sought))
        return found

    def _text(self, key: str) -> str:
        if key not in self._texts:
            document = QTextDocument()
            document.setMarkdown(text_of(key), QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
            # Raw text has one character for each position, so that a hit is where the page has it.
            self._texts[key] = document.toRawText()
        return self._texts[key]


def _around(text: str, at: int, length: int) -> str:
    start, end = max(0, at - _AROUND), min(len(text), at + length + _AROUND)
    line_start = max(text.rfind(sign, start, at) for sign in "\u2029\ufdd0\ufdd1") + 1
    line_ends = [place for sign in "\u2029\ufdd0\ufdd1" if (place := text.find(sign, at + length, end)) >= 0]
    first, last = max(start, line_start), min([end, *line_ends])
    before = "…" if first == start and start > 0 else ""
    after = "…" if last == end and end < len(text) else ""
    return f"{before}{text[first:last].strip()}{after}"
