"""The shipped citation styles, their short names, and styles from a file."""

from xml.etree import ElementTree as ET

import pytest

from atlasview.bundled import resource
from atlasview.export.citations.styles import ALIASES, find_style, style_names
from atlasview.records.trouble import InputRefused, NotFound

FILES = sorted(resource("citation-styles").rglob("*.csl"))
DEPENDENT = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="de-DE">
  <info><title>Mine</title><id>mine</id>
    <link href="http://www.zotero.org/styles/{parent}" rel="independent-parent"/></info>
</style>
"""


def test_the_styles_that_are_promised_are_there():
    promised = "vancouver apa ama nature cell bmj ieee chicago-author-date mla elsevier-harvard"
    assert {*promised.split(), "immunity", "blood", "nature-immunology"} <= set(style_names())


def test_every_name_leads_to_an_independent_style():
    for name in style_names():
        style = find_style(name)
        assert style.path.parent.name == "citation-styles"
        assert style.title


def test_every_file_says_its_licence_and_is_offered():
    for path in FILES:
        rights = ET.parse(path).getroot().find(".//{http://purl.org/net/xbiblio/csl}rights")
        assert rights is not None
        assert rights.get("license") == "http://creativecommons.org/licenses/by-sa/3.0/"
    assert {path.stem for path in FILES} == set(style_names()) - (set(ALIASES) - {path.stem for path in FILES})


@pytest.mark.parametrize(
    ("name", "parent", "locale"),
    [
        ("immunity", "cell", "en-US"),
        ("blood", "american-medical-association", "en-GB"),
        ("Nature Immunology", "nature", "en-GB"),
    ],
)
def test_a_dependent_style_resolves_to_its_parent(name, parent, locale):
    style = find_style(name)
    assert style.path.stem == parent
    assert style.locale == locale


def test_an_unknown_style_is_refused_with_those_there_are():
    with pytest.raises(NotFound, match="vancouver"):
        find_style("no-such-journal")


def test_a_dependent_style_from_a_file_leans_on_a_shipped_one(tmp_path):
    path = tmp_path / "mine.csl"
    path.write_text(DEPENDENT.format(parent="nature"), encoding="utf-8")
    style = find_style(str(path))
    assert (style.title, style.path.stem, style.locale) == ("Mine", "nature", "de-DE")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (DEPENDENT.format(parent="no-such"), "leans on 'no-such'"),
        (DEPENDENT.replace("independent-parent", "template"), "has no bibliography"),
        ("<html/>", "is not a citation style"),
        ("not xml", "cannot be read"),
    ],
)
def test_a_file_that_is_no_style_is_refused(tmp_path, content, what):
    path = tmp_path / "mine.csl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputRefused, match=what):
        find_style(str(path))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="cannot be read"):
        find_style(str(tmp_path / "absent.csl"))
