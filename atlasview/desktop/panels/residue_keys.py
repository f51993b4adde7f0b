"""Keys that move the residue cursor, the same in the feature tracks and in the sequence."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from atlasview.desktop.panels.residue_cursor import ResidueCursor

_STRIDE = 10
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def moved_by_key(cursor: ResidueCursor, event: QKeyEvent, line: int) -> bool:
    """Move the cursor as a key asks; False for keys that do not.

    line  residues that Up, Down and Page step over
    """
    key, held = Qt.Key(event.key()), event.modifiers()
    extend = bool(held & Qt.KeyboardModifier.ShiftModifier)
    far = bool(held & Qt.KeyboardModifier.ControlModifier)
    lines = {Qt.Key.Key_Up: -line, Qt.Key.Key_Down: line, Qt.Key.Key_PageUp: -line, Qt.Key.Key_PageDown: line}
    if key in _STEPS:
        cursor.step(_STEPS[key] * (_STRIDE if far else 1), extend)
    elif key in lines and not far:
        cursor.step(lines[key], extend)
    elif key == Qt.Key.Key_Home and not far:
        cursor.place(1, extend)
    elif key == Qt.Key.Key_End and not far:
        cursor.place(cursor.length, extend)
    else:
        return False
    return True
