"""A stage to show panels on."""

from collections.abc import Iterator

import pytest

from atlasview.desktop.theme import Theme
from tests.desktop.showing import Stage


@pytest.fixture
def stage(theme: Theme) -> Iterator[Stage]:
    """Where widgets are shown; they are gone before the theme is."""
    with Stage() as stage:
        yield stage
