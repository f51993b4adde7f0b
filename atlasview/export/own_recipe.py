"""Variants of the user's own as the recipe of a figure holds them, where she ticked that it shall."""

from collections.abc import Iterable, Mapping
from typing import Any

from atlasview.records.own_variant import PLACED, OwnLine, OwnVariant


def own_data(own: Iterable[OwnVariant]) -> list[dict[str, Any]]:
    """What is needed to draw the lane again: the changes that have a place, not what was written or when."""
    return [
        {
            "change": one.line.change,
            "isoform": one.isoform,
            "position": one.position,
            "ref": one.ref,
            "alt": one.alt,
            "consequence": one.consequence,
        }
        for one in own
        if one.position
    ]


def own_of(data: Iterable[Mapping[str, Any]]) -> tuple[OwnVariant, ...]:
    """The variants back; raises KeyError, TypeError or ValueError for what is none."""
    return tuple(
        OwnVariant(
            OwnLine(str(one["change"]), "", str(one["change"]), "hgvs"),
            PLACED,
            "",
            str(one["isoform"]),
            int(one["position"]),
            str(one["ref"]),
            str(one["alt"]),
            str(one["consequence"]),
        )
        for one in data
    )
