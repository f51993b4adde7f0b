"""What the actions do that belong to the atlas: open, build, switch, information."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atlasview.desktop.desk import Desk


def atlas_handlers(desk: "Desk") -> dict[str, Callable[[], object]]:
    """A function for each of these actions."""
    opening = desk.opening

    def show_information() -> None:
        from atlasview.records.place import atlas_place

        if opening.label is not None:
            desk.open_place(atlas_place(opening.label.name))

    def switch() -> None:
        desk.furnish().switcher.show()

    def build() -> None:
        desk.furnish().building.show()

    def score() -> None:
        desk.furnish().scoring.show()

    return {
        "open-atlas": opening.choose,
        "open-starter": opening.open_starter,
        "switch-atlas": switch,
        "build-atlas": build,
        "score-cells": score,
        "atlas-information": show_information,
    }
