"""Where the words of facts lie that may be terms: the labels, and a few names inside of the values."""

import re

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QTextEdit

from atlasview.desktop.panels.term_card import Word

_INSIDE = re.compile(r"CRC64|MANE Select|Da\b")
_MEANT = {"Da": "Mass"}


def words_of(text: QTextEdit) -> list[Word]:
    """The labels of all rows in order, each followed by what its value names."""
    return [word for table in _tables(text) for row in range(table.rows()) for word in _row(text, table, row)]


def row_of(text: QTextEdit) -> int:
    """Which of `words_of` is the label of the row where the text's cursor stands; the first where it is in none."""
    at = text.textCursor().position()
    words = words_of(text)
    line = text.cursorRect(text.textCursor()).center().y()
    above = [place for place, word in enumerate(words) if word.box.top() <= line]
    return above[-1] if at and above else 0


def _tables(text: QTextEdit) -> list[QTextTable]:
    return [frame for frame in text.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]


def _row(text: QTextEdit, table: QTextTable, row: int) -> list[Word]:
    label, value = table.cellAt(row, 0).firstCursorPosition(), table.cellAt(row, 1).firstCursorPosition()
    words = [_word(text, label, 0, label.block().text())]
    end = table.cellAt(row, 1).lastCursorPosition().position()
    while value.position() <= end:
        block = value.block()
        words += [_word(text, value, found.start(), found.group()) for found in _INSIDE.finditer(block.text())]
        if not value.movePosition(QTextCursor.MoveOperation.NextBlock):
            break
    return words


def _word(text: QTextEdit, block: QTextCursor, start: int, word: str) -> Word:
    first, last = QTextCursor(text.document()), QTextCursor(text.document())
    first.setPosition(block.block().position() + start)
    last.setPosition(first.position() + len(word))
    top, end = text.cursorRect(first), text.cursorRect(last)
    box = QRect(top.topLeft(), QPoint(max(end.right(), top.left() + 1), end.bottom()))
    return Word(_MEANT.get(word, word), box)
