"""The open pages as plain data, for the file of settings, and back; what makes no sense any more is left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atlasview.desktop.navigation import Trail
from atlasview.records.place import Kind, Place, Residues

_MOST_TABS = 50
_MOST_PLACES = 30
"""Of the way of one tab, round the place that is shown."""


@dataclass(frozen=True, slots=True)
class LastSession:
    """Tabs in their order, and which of them is seen; `atlas` is the path of the file, empty for the starter."""

    atlas: str = ""
    trails: tuple[Trail, ...] = ()
    current: int = 0


def as_data(trails: Sequence[Trail], current: int, atlas: Path | None) -> dict[str, Any]:
    """What is kept; `atlas` is None for the starter."""
    first = max(0, min(current, len(trails) - 1) - _MOST_TABS + 1)
    kept = trails[first : first + _MOST_TABS]
    return {
        "atlas": "" if atlas is None else str(atlas),
        "current": current - first,
        "tabs": [_trail_data(trail) for trail in kept],
    }


def from_data(data: dict[str, Any]) -> LastSession:
    """The session that was kept; empty where the data says nothing."""
    atlas, tabs, current = data.get("atlas"), data.get("tabs"), data.get("current")
    if not isinstance(atlas, str) or not isinstance(tabs, list):
        return LastSession()
    trails = [trail for each in tabs[:_MOST_TABS] if (trail := _trail(each)) is not None]
    seen = current if isinstance(current, int) and 0 <= current < len(trails) else 0
    return LastSession(atlas, tuple(trails), seen)


def _trail_data(trail: Trail) -> dict[str, Any]:
    first = max(0, trail.position - _MOST_PLACES + 1)
    places = trail.places[first : first + _MOST_PLACES]
    return {"at": trail.position - first, "places": [_place_data(place) for place in places]}


def _trail(data: Any) -> Trail | None:
    if not isinstance(data, dict) or not isinstance(data.get("places"), list):
        return None
    places = [place for each in data["places"] if (place := _place(each)) is not None]
    at = data.get("at")
    return Trail.resumed(places, at if isinstance(at, int) else -1) if places else None


def _place_data(place: Place) -> dict[str, Any]:
    said = {"kind": place.kind.value, "id": place.id, "label": place.label, "section": place.section}
    if place.residues is not None:
        return {**said, "residues": [place.residues.start, place.residues.end]}
    return said


def _place(data: Any) -> Place | None:
    """A place, None where it is none: a kind that this version does not know, residues that cannot be."""
    try:
        residues = Residues(*data["residues"]) if data.get("residues") else None
        texts = (data["id"], data.get("label", ""), data.get("section", ""))
        place = Place(Kind(data["kind"]), *texts, residues)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return place if place.id and all(isinstance(text, str) for text in texts) else None
