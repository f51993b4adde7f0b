"""Shipped files are found from a checkout and from an installed package alike."""

from atlasview import bundled
from tests.conftest import CHECKOUT


def test_files_are_taken_from_the_checkout_where_nothing_is_installed():
    assert bundled.resource("themes/tokens.toml") == CHECKOUT / "resources" / "themes" / "tokens.toml"
    assert bundled.starter_atlas().name == "starter.atlas"


def test_files_beside_the_installed_package_come_first(tmp_path, monkeypatch):
    (tmp_path / "_resources" / "themes").mkdir(parents=True)
    monkeypatch.setattr(bundled, "__file__", str(tmp_path / "bundled.py"))
    bundled.resources.cache_clear()
    try:
        assert bundled.resource("themes/tokens.toml") == tmp_path / "_resources" / "themes" / "tokens.toml"
    finally:
        bundled.resources.cache_clear()


def test_the_guide_is_found_in_a_checkout_and_beside_an_installed_package(tmp_path, monkeypatch):
    bundled.guide.cache_clear()
    assert bundled.guide() == CHECKOUT / "docs" / "guide"
    (tmp_path / "_guide").mkdir()
    monkeypatch.setattr(bundled, "__file__", str(tmp_path / "bundled.py"))
    bundled.guide.cache_clear()
    try:
        assert bundled.guide() == tmp_path / "_guide"
    finally:
        bundled.guide.cache_clear()


def test_tokens_hold_both_themes_with_the_same_roles():
    tokens = bundled.tokens()
    assert set(tokens["light"]) == set(tokens["dark"])
    assert tokens["light"]["accent"] != tokens["dark"]["accent"]
