"""The chapters: all there, every link leads somewhere, every picture is there, what is generated is whole."""

import re

import pytest

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import resolve
from atlasview.bundled import guide, starter_atlas
from atlasview.desktop.actions import ACTIONS
from atlasview.desktop.guide.chapters import CONTENTS, chapters, heading_of, headings, text_of, title_of
from atlasview.desktop.guide.context import BY_NAME, BY_PAGE, BY_SECTION
from atlasview.desktop.guide.keyboard_chapter import ELSEWHERE, keyboard_markdown
from atlasview.desktop.guide.ways import is_web, place_words, spot_at, spot_of
from atlasview.glossary import terms

LINK = re.compile(r"(!?)\[[^\]]*\]\(<?([^)>]+)>?\)")
KEYS = [one.key for one in chapters()]


def links(key):
    return LINK.findall(re.sub(r"```.*?```", "", text_of(key), flags=re.S))


def leads_somewhere(spot):
    anchors = {one.anchor for one in headings(text_of(spot.chapter))}
    return not spot.anchor or heading_of(spot.chapter, spot.anchor) in anchors


def test_every_file_of_the_folder_is_a_chapter():
    assert {file.stem for file in guide().glob("*.md")} - {CONTENTS} == set(KEYS)
    assert len(KEYS) == len(set(KEYS)) >= 15


@pytest.mark.parametrize("key", [*KEYS, CONTENTS])
def test_every_link_within_the_guide_leads_to_a_heading_and_every_picture_is_there(key):
    for picture, target in links(key):
        spot = spot_of(target, key)
        if picture:
            assert (guide() / target).is_file(), target
        elif spot is not None:
            assert leads_somewhere(spot), f"{key}: {target}"
        else:
            assert is_web(target) or place_words(target), f"{key}: {target}"


@pytest.mark.parametrize("key", [*KEYS, CONTENTS])
def test_every_table_begins_with_its_head(key):
    lines = ["", *re.sub(r"```.*?```", "", text_of(key), flags=re.S).split("\n"), ""]
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if line.startswith("|") and not before.startswith("|"):
            assert re.fullmatch(r"[|: -]+", after), f"{key}: {line}"


def test_every_link_into_the_atlas_names_one_place():
    wanted = {place_words(target) for key in KEYS for _, target in links(key) if place_words(target)}
    assert {"IL7R", "IL21", "CL:0002038"} <= wanted
    with AtlasReader(starter_atlas()) as reader:
        assert all(resolve(reader, words).id for words in wanted)


def test_every_term_has_a_heading_and_what_it_points_to_is_there():
    for one in terms():
        anchor = heading_of("glossary", one.key)
        assert any(own.anchor == anchor and own.text == one.name for own in headings(text_of("glossary"))), one.key
        if one.see:
            assert leads_somewhere(spot_at(one.see)), one.key


@pytest.mark.parametrize("written", sorted({*BY_NAME.values(), *BY_SECTION.values(), *BY_PAGE.values()}))
def test_every_chapter_that_fits_a_widget_is_there(written):
    assert leads_somewhere(spot_at(written))


def test_the_chapter_of_keys_names_every_action_and_key_once():
    text = keyboard_markdown()
    for spec in ACTIONS:
        keys = " ".join(f"`{each}`" for each in spec.shortcuts) or "–"
        assert text.count(f"| {spec.title} | {keys} |") == 1, spec.id
    for title, rows in ELSEWHERE:
        assert f"## {title}\n" in text
        assert all(f"| {keys} | {what} |" in text for keys, what in rows)


def test_titles_and_anchors_are_as_readers_of_markdown_make_them():
    text = "# One `two`\n```\n# no heading\n```\n## A [link](x.md), and *more*\n## One two\n## One two\n"
    assert [(one.level, one.text, one.anchor) for one in headings(text)] == [
        (1, "One two", "one-two"),
        (2, "A link, and more", "a-link-and-more"),
        (2, "One two", "one-two-1"),
        (2, "One two", "one-two-2"),
    ]
    assert title_of("sequence") == "The sequence" and title_of("nothing") == "User guide"
    with pytest.raises(KeyError):
        text_of("../../README")


def test_pictures_are_of_a_size_that_a_repository_bears():
    sizes = [file.stat().st_size for file in (guide() / "images").glob("*.png")]
    assert sum(sizes) < 3_000_000 and max(sizes) < 200_000
