"""Items of a long list in a JSON file, one by one."""

import json
import tracemalloc
from pathlib import Path

import pytest

from atlasview.records.trouble import InputRefused
from atlasview.sources import opened
from atlasview.sources.json_list import json_items, json_parts
from atlasview.sources.opened import SourceFile
from tests.sources.outcomes import written


def items(path: Path) -> list[tuple[int, object]]:
    with SourceFile(path) as file:
        return list(json_items(file, "docs"))


def test_items_come_with_their_lines(tmp_path: Path) -> None:
    text = '{"n": 2,\n "docs": [\n {"a": 1},\n\n {"b": [2, {"c": "]"}]} ,3]}'
    assert items(written(tmp_path, text)) == [(3, {"a": 1}), (5, {"b": [2, {"c": "]"}]}), (5, 3)]


@pytest.mark.parametrize("size", [(1 << 18) - 30, (1 << 18) - 5, 1 << 18, 3 << 18])
def test_items_may_lie_across_what_is_read_at_once(tmp_path: Path, size: int) -> None:
    entries = [{"text": "x" * size}, {"text": "é"}, 12345, {"text": "y" * size}]
    path = written(tmp_path, json.dumps({"head": "z" * size, "docs": entries}, ensure_ascii=False))
    assert [item for _line, item in items(path)] == entries


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"doc": []}', "there is no list"),
        ('{"docs": {}}', "what follows .* is no list"),
        ('{"docs": [1, 2', "breaks off"),
        ('{"docs": [{"a": ', "breaks off"),
        ('{"docs": ["a\n"]}', "breaks off or is no JSON"),
        ('{"docs": [' + "[" * 200_000, "lists within lists"),
        ('{"docs": [' + "7" * 200_000 + "]}", "a number without end"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(InputRefused, match=what):
        items(written(tmp_path, text))


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ("}", []),
        (', "more": [{"a": 1}],\n "n": 2}}\n\n', []),
        ('}\n\n{"docs": [3]}', ['what follows the list "docs" was not read (line 4)']),
        ('}\n"docs" lost', ['what follows the list "docs" was not read (line 3)']),
        ('},\n "docs": [3]}', ['what follows the list "docs" was not read (line 3)']),
        (',\n "more": [1', ['what follows the list "docs" was not read (line 3)']),
        ("\n", ['the file ends behind the list "docs" before it is closed (line 3)']),
    ],
)
@pytest.mark.parametrize("padding", [0, 1 << 18])
def test_what_follows_the_list_is_told(tmp_path: Path, behind: str, told: list[str], padding: int) -> None:
    path = written(tmp_path, '{"docs": [1,\n 2]' + " " * padding + behind)
    for read, found in ((json_items, [(1, 1), (2, 2)]), (json_parts, [("a", 2, 1)])):
        if read is json_parts:
            path = written(tmp_path, '{"docs": [\n{"a": 1}]' + " " * padding + behind, "parts")
        with SourceFile(path) as file:
            assert list(read(file, "docs")) == found
            assert list(read(file, "docs")) == found
            assert file.remarks == told


def test_an_item_that_is_no_object_ends_nothing_in_silence(tmp_path: Path) -> None:
    path = written(tmp_path, '{"docs": [{"a": 1}, 5, {"a": 2}]}')
    with SourceFile(path) as file, pytest.raises(InputRefused, match="no object"):
        list(json_parts(file, "docs"))


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, json.dumps({"docs": [{"text": "x" * 1000}] * 30_000}))
    tracemalloc.start()
    with SourceFile(path) as file:
        count = sum(1 for _ in json_items(file, "docs"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 30_000
    assert peak < path.stat().st_size / 4


def test_a_file_of_one_line_may_be_longer_than_a_line_of_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "LONGEST_LINE", 1000)
    path = written(tmp_path, json.dumps({"docs": [{"text": "x" * 100}] * 100}))
    assert len(items(path)) == 100
    with SourceFile(path) as file, pytest.raises(InputRefused, match="a line is longer"):
        list(file.lines())


def test_parts_of_objects_come_with_their_names_and_lines(tmp_path: Path) -> None:
    text = '{"x": 1, "docs": [{"id": "a",\n "many": [1,\n {"many": [2]}], "none": []}\n, {"meta": {"id": [3]}}]}'
    with SourceFile(written(tmp_path, text)) as file:
        assert list(json_parts(file, "docs")) == [
            ("id", 1, "a"),
            ("many", 2, 1),
            ("many", 3, {"many": [2]}),
            ("meta", 4, {"id": [3]}),
        ]


@pytest.mark.parametrize("text", ['{"docs": [{"a" 1}]}', '{"docs": [{1: 2}]}', '{"docs": [{"a": [1', '{"docs": [{"a"'])
def test_objects_that_are_none_are_refused(tmp_path: Path, text: str) -> None:
    with SourceFile(written(tmp_path, text)) as file, pytest.raises(InputRefused, match=r"JSON|breaks off"):
        list(json_parts(file, "docs"))
