"""Why there are no cell significance scores, and what would bring some."""

from atlasview.desktop.panels.empty import Reason
from atlasview.desktop.panels.exits import way_to_action
from atlasview.records.source import AtlasLabel


def no_scores(atlas: AtlasLabel, of: str, name: str) -> Reason:
    """No scores of something (`this gene`), which the second sentence calls by its name."""
    return Reason(
        "chart",
        f"No cell significance scores for {of}",
        "Scores come from a table of cell significance scores, as they are computed from your own single cells, "
        f"or from Genular's gene documents. {atlas} has none for {name}; missing is not zero.",
        f'<a href="{way_to_action("score-cells")}">Scores from your own cells…</a>',
    )
