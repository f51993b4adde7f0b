"""Items of a long list in a JSON file, one after the other, so that memory does not grow with the file."""

import json
import re
from collections.abc import Iterator
from typing import Any

from atlasview.records.trouble import InputRefused
from atlasview.sources.opened import LONGEST_LINE, SourceFile

_BLOCK = 1 << 18
_SPACE = re.compile(r"[ \t\r\n,]*")


def json_items(file: SourceFile, name: str) -> Iterator[tuple[int, Any]]:
    """Each item of the list that is the value of `name`, with the number of the line where it begins.

    What follows the list and is not of the object that holds it is remarked. Raises InputRefused where there is no
    such list, where the file breaks off, or where an item is no JSON.
    """
    with file.damage_told():
        yield from _Reading(file).items(name)


def json_parts(file: SourceFile, name: str) -> Iterator[tuple[str, int, Any]]:
    """What the objects of the list `name` hold: key, line, and the value, a list item by item.

    For files that are a few objects of long lists. Raises InputRefused as `json_items` does.
    """
    with file.damage_told():
        yield from _Reading(file).parts(name)


def json_whole(file: SourceFile, text: str) -> Any:
    """What `text`, the whole of a file, says. Raises InputRefused where it breaks off, is no JSON, or never ends."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        what = f"the file breaks off or is no JSON ({error.msg.lower()})"
        raise file.refused(what, error.lineno, "fetch the file again") from error
    except (RecursionError, ValueError) as error:
        what = "lists within lists" if isinstance(error, RecursionError) else "a number"
        raise file.refused(f"{what} without end", 1, "fetch the file again") from error


class _Reading:
    """A window of text that moves over the file."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._stream = file.text(in_lines=False)
        self._text = ""
        self._at = 0
        self._line = 1
        self._decode = json.JSONDecoder().raw_decode

    def items(self, name: str) -> Iterator[tuple[int, Any]]:
        self._go_to_list(name)
        while True:
            self._skip_space()
            if self._text[self._at] == "]":
                break
            line = self._line
            yield line, self._item()
        self._look_behind(name)

    def parts(self, name: str) -> Iterator[tuple[str, int, Any]]:
        self._go_to_list(name)
        while self._next() == "{":
            self._move(self._at + 1)
            while self._next() != "}":
                key = self._item()
                if self._next() != ":" or not isinstance(key, str):
                    raise self._file.refused("the file is no JSON (a name without a value)", self._line)
                self._move(self._at + 1)
                yield from self._part(key)
            self._move(self._at + 1)
        if self._next() != "]":
            raise self._file.refused(f'an item of the list "{name}" is no object', self._line, "fetch the file again")
        self._look_behind(name)

    def _part(self, key: str) -> Iterator[tuple[str, int, Any]]:
        if self._next() != "[":
            line = self._line
            yield key, line, self._item()
            return
        self._move(self._at + 1)
        while self._next() != "]":
            line = self._line
            yield key, line, self._item()
        self._move(self._at + 1)

    def _look_behind(self, name: str) -> None:
        """Remark what follows the list and is not of the object that holds it: whoever reads the list never sees it."""
        self._move(self._at + 1)
        closed = False
        while self._any_left():
            line, sign = self._line, self._text[self._at]
            if sign in "}]":
                closed = True
                self._move(self._at + 1)
            elif sign != '"' or not self._passed_over(name):
                self._remark(f'what follows the list "{name}" was not read (line {line})')
                return
        if not closed:
            self._remark(f'the file ends behind the list "{name}" before it is closed (line {self._line})')

    def _passed_over(self, name: str) -> bool:
        """Go over a key and its value. False where there is none, or where it is a list of the same name again."""
        try:
            key = self._item()
            if self._next() != ":":
                return False
            self._move(self._at + 1)
            self._skip_space()
            return not isinstance(self._item(), list) or key != name
        except InputRefused:
            return False

    def _remark(self, what: str) -> None:
        if what not in self._file.remarks:
            self._file.remarks.append(what)

    def _next(self) -> str:
        """The next sign that is no space."""
        self._skip_space()
        return self._text[self._at]

    def _go_to_list(self, name: str) -> None:
        sign = f'"{name}"'
        while (found := self._text.find(sign, self._at)) < 0:
            self._move(max(self._at, len(self._text) - len(sign)))
            if not self._more():
                raise self._file.refused(f"there is no list {sign} in the file", remedy="fetch the file again")
        self._move(found + len(sign))
        for expected in ":[":
            self._skip_space()
            if self._text[self._at] != expected:
                raise self._file.refused(f"what follows {sign} is no list", self._line, "fetch the file again")
            self._move(self._at + 1)

    def _item(self) -> Any:
        while True:
            try:
                item, end = self._decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._more():
                    continue
                raise self._broken(error) from error
            except (RecursionError, ValueError) as error:
                what = "lists within lists" if isinstance(error, RecursionError) else "a number"
                raise self._file.refused(f"{what} without end", self._line, "fetch the file again") from error
            if end < len(self._text) or not self._more():
                self._move(end)
                return item

    def _broken(self, error: json.JSONDecodeError) -> InputRefused:
        line = self._line + self._text.count("\n", self._at, error.pos)
        return self._file.refused(
            f"the file breaks off or is no JSON ({error.msg.lower()})", line, "fetch the file again"
        )

    def _skip_space(self) -> None:
        if not self._any_left():
            raise self._file.refused("the file breaks off: it ends too early", self._line, "fetch the file again")

    def _any_left(self) -> bool:
        """Whether there is anything but space up to the end of the file; goes there."""
        while True:
            self._move(_SPACE.match(self._text, self._at).end())  # type: ignore[union-attr]
            if self._at < len(self._text):
                return True
            if not self._more():
                return False

    def _move(self, to: int) -> None:
        self._line += self._text.count("\n", self._at, to)
        self._at = to

    def _more(self) -> bool:
        """Read on; what lies behind is let go. False at the end of the file.

        As much again as waits is read, so that a long item is not tried over and over.
        """
        waiting = len(self._text) - self._at
        if waiting > LONGEST_LINE:
            raise self._file.refused(
                f"an item of the list is longer than {LONGEST_LINE >> 20} MiB", self._line, "fetch the file again"
            )
        block = self._stream.read(max(_BLOCK, waiting))
        self._text = self._text[self._at :] + block
        self._at = 0
        return bool(block)
