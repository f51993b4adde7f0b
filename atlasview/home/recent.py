"""The atlases that were open last, as they are kept in the settings: by their paths, the starter's is empty.

Several windows write them: the newest word on each path holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MOST = 8
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Recent:
    """An atlas that was open: its path, name and version, and how many genes and proteins it has."""

    path: str
    name: str
    version: str
    genes: int
    proteins: int


def merged(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Of each path the newer word, of all the newest; what is no word on an atlas is left out."""
    known: dict[str, Any] = {}
    for path, said in (*one.items(), *other.items()):
        if _is_word(said) and (path not in known or said["opened"] >= known[path]["opened"]):
            known[path] = said
    newest = sorted(known, key=lambda path: (known[path]["opened"], path), reverse=True)
    return {path: known[path] for path in newest[: 2 * MOST]}


def recents(kept: Mapping[str, Any]) -> tuple[Recent, ...]:
    """The atlases, the one that was opened last first; forgotten ones are not among them."""
    known = merged(kept, {})
    found = [
        Recent(path, said["name"], said["version"], said["genes"], said["proteins"])
        for path, said in known.items()
        if not said.get("forgotten")
    ]
    return tuple(found[:MOST])


def word(recent: Recent, opened: str, forgotten: bool = False) -> dict[str, Any]:
    """What is kept of an atlas; `opened` is an ISO time in UTC."""
    said = {"name": recent.name[:_LONGEST], "version": recent.version[:_LONGEST], "genes": recent.genes}
    said |= {"proteins": recent.proteins, "opened": opened}
    return {**said, "forgotten": True} if forgotten else said


def _is_word(said: Any) -> bool:
    if not isinstance(said, dict):
        return False
    texts = all(isinstance(said.get(key), str) for key in ("name", "version", "opened"))
    return texts and all(type(said.get(key)) is int for key in ("genes", "proteins"))
