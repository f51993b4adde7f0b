"""Which chapter of the guide fits where the focus is."""

from PySide6.QtWidgets import QWidget

from atlasview.desktop.guide.chapters import CONTENTS
from atlasview.desktop.guide.ways import Spot, spot_at

BY_NAME = {
    "search-field": "search",
    "search-popup": "search#the-order",
    "side-panel": "start#the-window",
    "page-tabs": "start#tabs",
    "section-list": "gene-page",
    "command-list": "keyboard",
    "welcome": "start",
    "notices": "trouble",
    "atlas-trouble": "trouble",
    "atlas-information": "atlases#what-an-atlas-says-of-itself",
    "export-button": "exports",
    "status-atlas": "atlases#switching",
    "build-dialog": "building",
    "build-wish": "building#what-the-atlas-is-to-be",
    "build-files-panel": "building#files",
    "build-missing": "building#what-is-missing",
    "build-report": "building#the-report",
    "scoring-dialog": "scores-from-cells",
    "scoring-choices": "scores-from-cells#choices",
    "scoring-files-panel": "scores-from-cells#files",
    "scoring-found": "scores-from-cells#what-is-said-before-it-starts",
    "scoring-labels": "scores-from-cells#what-labels-mean",
    "scoring-report": "scores-from-cells#what-came-of-it",
    "sequence-panel": "sequence#sequence",
    "feature-track": "sequence#feature-tracks",
    "protein-panel": "sequence",
    "residue-entry": "sequence#cursor-selection-copying",
    "domain-strip": "sequence#feature-tracks",
    "features-table": "sequence#features-as-a-table",
    "isoforms-table": "sequence#isoforms",
    "landscape-panel": "cell-significance",
    "cell-types-treemap": "cell-significance",
    "pathways-treemap": "cell-significance",
    "gene-grid-panel": "cell-significance",
    "compare-cells-panel": "cell-significance",
    "significant-cells-table": "cell-significance#the-table",
    "expression-panel": "expression",
    "expression-table": "expression#the-table",
    "article-panel": "gene-page#article",
    "overview-panel": "gene-page#overview",
    "variants-table": "variants",
    "own-variants-panel": "private-variants",
    "own-variants-table": "private-variants#the-verdict",
    "diseases-panel": "gene-page#diseases",
    "terms-table": "gene-page#associated-with",
    "term-kinds": "gene-page#associated-with",
    "citations-table": "citations",
    "year-histogram": "citations#years",
    "identifiers-table": "gene-page#identifiers",
    "genes-table": "other-pages#cell-type",
    "lineage-tree": "other-pages#place-in-the-ontology",
}
"""Object name of a widget -> spot of the guide."""

BY_SECTION = {
    "Overview": "gene-page#overview",
    "Article": "gene-page#article",
    "Cells": "cell-significance",
    "Protein": "sequence",
    "Features": "sequence#features-as-a-table",
    "Isoforms": "sequence#isoforms",
    "Variants": "variants",
    "Diseases": "gene-page#diseases",
    "Associated with": "gene-page#associated-with",
    "Expression": "expression",
    "Citations": "citations",
    "Identifiers": "gene-page#identifiers",
    "Genes": "other-pages",
    "Used by": "other-pages#paper",
}
"""Section of a page -> spot, where the focus is on the page as a whole or on something without a spot of its own."""

BY_PAGE = {
    "gene-page": "gene-page",
    "protein-page": "other-pages#protein",
    "cell-type-page": "other-pages#cell-type",
    "term-page": "other-pages#term-and-disease",
    "disease-page": "other-pages#term-and-disease",
    "publication-page": "other-pages#paper",
}
"""Kind of a page -> spot, where the section in view has none of its own or is the first."""


def spot_for(focus: QWidget | None, section: str = "", page: str = "") -> Spot:
    """The spot for a widget that has the focus.

    section  in view on the page that is seen; page is its object name. Both empty where no page is open.
    """
    widget = focus
    while widget is not None:
        if widget.objectName() in BY_NAME:
            return spot_at(BY_NAME[widget.objectName()])
        if widget.objectName() in BY_PAGE:
            break
        if widget.accessibleName() in BY_SECTION and type(widget).__name__ == "Section":
            return _in_section(widget.accessibleName(), page)
        widget = widget.parentWidget()
    return _in_section(section, page) if page else Spot(CONTENTS)


def _in_section(section: str, page: str) -> Spot:
    if section == "Overview" and page != "gene-page":
        return spot_at(BY_PAGE.get(page, "gene-page"))
    return spot_at(BY_SECTION.get(section, BY_PAGE.get(page, "gene-page")))
